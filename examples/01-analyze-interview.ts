/**
 * From the raw file of an interview to findings: every paragraph scored, every question compared with its answer.
 *
 *     npx tsx examples/01-analyze-interview.ts
 */
import { readFileSync } from 'node:fs'
import { analyze } from 'media-framing'

const raw = readFileSync(new URL('interview.txt', import.meta.url), 'utf8')
const { article, paragraphs, turns, exchanges } = analyze(raw)

console.log(article.date, article.author) //=> 2024-03-14 Meridian Ledger
console.log(paragraphs.length, turns.length, exchanges.length) //=> 60 25 12

// Every score carries the words it was made from, and their place in the text.
const paragraph = paragraphs[10]
for (const { frame, evidence } of paragraph?.frames ?? []) {
  const cues = evidence.filter(({ facet }) => facet !== null)
  console.log(`${paragraph?.speaker} on ${frame}: ${cues.map(({ quote }) => quote).join(', ')}`)
}
//=> Ilse Marenko on security: Weapons, civil war, armed groups, minefield, threat

// What an answer did with its question.
const { comparison } = exchanges[3] ?? {}
console.log(comparison?.design.parts.at(-1)?.quote) //=> will you blacklist them?
const dropped = comparison?.frames.filter(({ change }) => change === 'dropped')
console.log(dropped?.map(({ frame }) => frame)) //=> [ 'sanctions', 'trade' ]
