/**
 * Lists the entries of the stance lexicon that occur in no labelled text and in no sentence of this project's own: they earn no place.
 *
 * npx tsx bench/stance/lexicon-report.ts
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exit } from 'node:process'
import { annotateText } from '../../src/annotate/tokens.js'
import { inflect } from '../../src/match/index.js'
import { splitSentences } from '../../src/segment/sentences.js'
import { CONDUCT_VERBS } from '../../src/stance/lexicon/conduct-verbs.js'
import { findPhrases, makeLexicon } from '../../src/stance/lexicon/lexicon.js'
import { PHRASES, SIDE_PHRASES } from '../../src/stance/lexicon/phrases.js'
import { JUDGMENT_WORDS, SIDE_VERBS } from '../../src/stance/lexicon/words.js'
import { DATA } from '../frames/rows.js'

const LONGEST = 20_000 // characters read at once

function* readTexts(): Generator<string> {
  for (const [folder, fields] of [
    ['newsmtsc', ['sentence']],
    ['nyt-editorials', ['sentence']],
    ['press-frames', ['text']],
    ['semeval2023-frames', ['text']],
    ['persent', ['text']],
    ['attributions', ['text']],
    ['clarity', ['interview_question', 'interview_answer', 'question', 'answer']],
    ['reuters21578', ['text', 'body']],
  ] as const)
    for (const file of readdirSync(join(DATA, 'data', folder))) {
      if (!file.endsWith('.jsonl')) continue
      for (const line of readFileSync(join(DATA, 'data', folder, file), 'utf8').split('\n')) {
        if (line === '') continue
        const row = JSON.parse(line) as Record<string, unknown>
        for (const field of fields) if (typeof row[field] === 'string') yield row[field]
      }
    }
  const own = join(import.meta.dirname, '..', '..', 'test')
  for (const folder of ['stance', 'articles', join('compare', 'pairs')])
    for (const file of readdirSync(join(own, folder), { recursive: true, encoding: 'utf8' }))
      if (/\.(?:tsv|txt|ts)$/.test(file)) yield* readFileSync(join(own, folder, file), 'utf8').split('\n')
  yield* readFileSync(join(import.meta.dirname, 'written-sentences.tsv'), 'utf8').split('\n')
}

const lexicon = makeLexicon()
const seen = new Set<string>() // forms and bases of all texts
const found = new Set<unknown>() // entries of phrases
const read = new Set<string>()
for (const text of readTexts()) {
  if (read.has(text)) continue
  read.add(text)
  for (let at = 0; at < text.length; at += LONGEST) {
    const piece = text.slice(at, at + LONGEST)
    const unit = annotateText(piece, { start: 0, end: piece.length }, splitSentences(piece))
    unit.tokens.lower.forEach((form, i) => {
      seen.add(form)
      seen.add(unit.tokens.lemma[i] as string)
    })
    for (const { entry } of findPhrases(unit, lexicon).phrases.values()) found.add(entry)
  }
}
const names = [...SIDE_PHRASES.keys(), ...PHRASES.keys()]
const phrases = names.filter((_, i) => !found.has(lexicon.phrases[i]))
const words = [SIDE_VERBS, CONDUCT_VERBS, JUDGMENT_WORDS].map((table) =>
  [...table.keys()].filter((word) => !inflect(word).some((form) => seen.has(form))),
)
console.log(`${phrases.length} of ${names.length} phrases occur nowhere:\n  ${phrases.join(' | ')}`)
;['verbs that take a side', 'verbs of conduct', 'words that judge'].forEach((name, i) => {
  console.log(`${words[i]?.length} ${name} occur nowhere:\n  ${words[i]?.join(' ')}`)
})
exit(phrases.length + words.flat().length > 0 ? 1 : 0)
