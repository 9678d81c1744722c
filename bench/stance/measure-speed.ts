/**
 * How many sentences a second get a stance towards a given target on one core, and where the time goes.
 *
 *     npx tsx bench/stance/measure-speed.ts
 *
 * Reads the sentences of NewsMTSC's development parts from MEDIA_FRAMING_DATA/data; medians of all rounds.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env, exit } from 'node:process'
import { findMentions } from '../../src/annotate/mentions.js'
import { annotateText } from '../../src/annotate/tokens.js'
import { scoreStance } from '../../src/index.js'
import { splitSentences } from '../../src/segment/sentences.js'
import { createStanceScorer } from '../../src/stance/index.js'

const WARM_UP_ROUNDS = 8
const ROUNDS = 15

const data = join(env.MEDIA_FRAMING_DATA ?? '../shared', 'data')
if (!existsSync(data)) {
  console.error(`No labelled texts in ${data}: set MEDIA_FRAMING_DATA to the folder that holds data/.`)
  exit(2)
}
const rows = ['dev-mt', 'dev-rw'].flatMap((part) =>
  readFileSync(join(data, 'newsmtsc', `${part}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { sentence: string; from: number; to: number }),
)
const scorer = createStanceScorer()

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number
}

function measure(name: string, run: () => void): void {
  const times: number[] = []
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
    const start = performance.now()
    run()
    if (round >= 0) times.push(performance.now() - start)
  }
  const microseconds = (1000 * median(times)) / rows.length
  console.log(
    `${name.padEnd(44)} ${microseconds.toFixed(1).padStart(6)} µs a sentence, ${Math.round(1e6 / microseconds)} sentences/s`,
  )
}

const annotate = (text: string) => annotateText(text, { start: 0, end: text.length }, splitSentences(text))
const units = rows.map(({ sentence }) => annotate(sentence))
const annotated = units.map((unit) => ({ unit, mentions: findMentions([unit])[0] ?? [] }))
measure('scoreStance, target by position', () => {
  for (const { sentence, from, to } of rows) scoreStance(sentence, { target: { start: from, end: to } })
})
measure('scoreStance, target by name', () => {
  for (const { sentence, from, to } of rows) scoreStance(sentence, { targets: [sentence.slice(from, to)] })
})
measure('  of it: sentences and tokens', () => {
  for (const { sentence } of rows) annotate(sentence)
})
measure('  of it: mentions', () => {
  for (const unit of units) findMentions([unit])
})
measure('  of it: stance, target by position', () => {
  annotated.forEach(({ unit, mentions }, i) => {
    const { from = 0, to = 0 } = rows[i] ?? {}
    scorer.score(unit, mentions, 'author', { target: { start: from, end: to } })
  })
})
measure('  of it: stance, no target', () => {
  for (const { unit, mentions } of annotated) scorer.score(unit, mentions, 'author')
})
