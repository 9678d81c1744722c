/**
 * An interview in a few lines: what each speaker talks of, and what each thinks of whom.
 *
 *     npx tsx examples/07-sum-up-an-interview.ts
 */
import { readFileSync } from 'node:fs'
import { analyze, summarizeFrames, summarizeStances } from 'media-framing'

const analysis = analyze(readFileSync(new URL('interview.txt', import.meta.url), 'utf8'))

for (const { speaker, frame, share, paragraphs, of } of summarizeFrames(analysis, { by: 'speaker' }))
  if (speaker !== null) console.log(`${speaker}: ${frame} ${share.toFixed(2)}, in ${paragraphs.length} of ${of} paragraphs`)
//=> Meridian Ledger: trade 0.33, in 4 of 12 paragraphs
//=> Meridian Ledger: security 0.28, in 5 of 12 paragraphs
//=> Meridian Ledger: sanctions 0.22, in 3 of 12 paragraphs
//=> Meridian Ledger: investment 0.17, in 2 of 12 paragraphs
//=> Ilse Marenko: trade 0.36, in 14 of 47 paragraphs
//=> Ilse Marenko: investment 0.25, in 8 of 47 paragraphs
//=> Ilse Marenko: security 0.24, in 10 of 47 paragraphs
//=> Ilse Marenko: sanctions 0.15, in 5 of 47 paragraphs

for (const { holder, target, labels } of summarizeStances(analysis).slice(0, 3))
  console.log(`${holder} on ${target}: favor ${labels.favor}, against ${labels.against}`)
//=> Ilse Marenko on sanctions: favor 1, against 2
//=> Ilse Marenko on tariffs: favor 1, against 1
//=> author on Ostrenia: favor 0, against 1
