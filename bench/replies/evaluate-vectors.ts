/**
 * How well the similarity of meaning tells a question's own answer from another interview's.
 *
 *     npx tsx bench/replies/evaluate-vectors.ts vectors.bin
 *
 * Prints the mean similarity of true and of shifted pairs of CLARITY, the share of true pairs above their shifted one, and the time
 * that loading takes. Needs `data/clarity` in MEDIA_FRAMING_DATA.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { annotateText } from '../../src/annotate/index.js'
import { compareSides, loadVectors } from '../../src/compare/index.js'
import { splitSentences } from '../../src/segment/index.js'
import type { ScoredText } from '../../src/types.js'

const DATA = process.env.MEDIA_FRAMING_DATA ?? join(import.meta.dirname, '..', '..', '..', 'shared')
const SHIFT = 101 // rows; the answer put beside a question is another interview's
const ROWS = 400 // questions compared

const bytes = readFileSync(process.argv[2] ?? 'vectors.bin')
const started = performance.now()
const vectors = loadVectors(bytes)
console.log(`loaded in ${(performance.now() - started).toFixed(1)} ms`)

function toSide(text: string): ScoredText[] {
  const span = { start: 0, end: text.length }
  return [
    {
      unit: annotateText(text, span, splitSentences(text)),
      holder: 'author',
      frames: [],
      stance: null,
      stances: [],
      mentions: [],
    },
  ]
}

const rows = readFileSync(join(DATA, 'data', 'clarity', 'train.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { interview_question: string; interview_answer: string; url: string })
let [own, other, above, compared] = [0, 0, 0, 0]
for (let i = 0; i < ROWS; i++) {
  const [row, shifted] = [rows[i], rows[(i + SHIFT) % rows.length]]
  if (!row || !shifted || row.url === shifted.url) continue
  const question = toSide(row.interview_question)
  const truth = compareSides(question, toSide(row.interview_answer), { vectors }).wording.similarity
  const random = compareSides(question, toSide(shifted.interview_answer), { vectors }).wording.similarity
  if (truth === null || random === null) continue
  compared++
  own += truth
  other += random
  if (truth > random) above++
}
console.log(`${compared} questions: own answer ${(own / compared).toFixed(3)}, another's ${(other / compared).toFixed(3)}`)
console.log(`own answer more alike: ${(above / compared).toFixed(3)}`)
