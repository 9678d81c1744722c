/**
 * What `analyze` costs beside wink-nlp's own pass over the same paragraphs, and how long a cold start takes.
 *
 *     npx tsx bench/speed.ts [FILE]
 *
 * Measures the built package (run `npm run build` first). Both sides run in turn in one process, so that the ratio holds on a
 * noisy machine; medians of all rounds. The cold start is measured in fresh processes.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyze, readArticle, segmentArticle } from 'media-framing'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'

const ROOT = join(import.meta.dirname, '..')
const DATA = process.env.MEDIA_FRAMING_DATA ?? join(ROOT, '..', 'shared')
const REFERENCE = join(DATA, 'seeds', '000_8226442fdc808ccb.txt')
const EXAMPLE = join(ROOT, 'examples', 'interview.txt')

const ROUNDS = 31
const WARM_UP_ROUNDS = 10
const COLD_STARTS = 9

const file = process.argv[2] ?? (existsSync(REFERENCE) ? REFERENCE : EXAMPLE)
const raw = readFileSync(file, 'utf8')

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] as number
}

function time(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

const nlp = winkNLP(model, ['sbd', 'negation', 'pos'])
const article = readArticle(raw)
const texts = segmentArticle(article).paragraphs.map(({ start, end }) => article.text.slice(start, end))

const rounds: { analyze: number; read: number; wink: number }[] = []
for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
  const wink = time(() => texts.map((text) => nlp.readDoc(text)))
  const read = time(() => segmentArticle(readArticle(raw)))
  const whole = time(() => analyze(raw))
  if (round >= 0) rounds.push({ analyze: whole, read, wink })
}

const FIRST_RESULT = `const start = performance.now()
const { scoreFrames } = await import('media-framing')
scoreFrames('Both sides agreed to cut tariffs.')
console.log(performance.now() - start)`
const coldStarts = Array.from({ length: COLD_STARTS }, () =>
  Number(spawnSync(process.execPath, ['--input-type=module', '-e', FIRST_RESULT], { cwd: ROOT, encoding: 'utf8' }).stdout),
)

console.log(`file                          ${file.split(/[\\/]/).at(-1)}, ${raw.length} code units, ${texts.length} paragraphs`)
console.log(`wink sbd, negation, pos       ${median(rounds.map(({ wink }) => wink)).toFixed(2)} ms`)
console.log(`analyze                       ${median(rounds.map((round) => round.analyze)).toFixed(2)} ms`)
console.log(
  `analyze / wink                ${median(rounds.map((round) => round.analyze / round.wink)).toFixed(2)}    (at most 2.0)`,
)
console.log(
  `read and segment / analyze    ${median(rounds.map((round) => round.read / round.analyze)).toFixed(2)}    (at most 0.25)`,
)
console.log(`import to first result        ${median(coldStarts).toFixed(0)} ms  (under 300 ms)`)
