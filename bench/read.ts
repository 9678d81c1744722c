/**
 * Speed of reading and segmenting, and conversations found where there are none.
 *
 * `npx tsx bench/read.ts [folder]`: the folder holds `seeds/` and `data/`; without it MEDIA_FRAMING_DATA or `../shared`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAnalyzer } from '../src/index.js'
import { readArticle } from '../src/read/index.js'
import { segmentArticle } from '../src/segment/index.js'

const ROUNDS = 31 // runs of which the median counts
const FOLDER = process.argv[2] ?? process.env.MEDIA_FRAMING_DATA ?? join(import.meta.dirname, '..', '..', 'shared')

function median(run: () => void): number {
  const times: number[] = []
  for (let i = 0; i < ROUNDS; i++) {
    const start = performance.now()
    run()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1] as number
}

const seeds = join(FOLDER, 'seeds')
if (existsSync(seeds)) {
  const raw = readFileSync(join(seeds, readdirSync(seeds)[0] as string), 'utf8')
  const analyzer = createAnalyzer()
  const both = median(() => void segmentArticle(readArticle(raw)))
  const whole = median(() => void analyzer.analyze(raw))
  console.log(
    `read and segment ${both.toFixed(2)} ms, analyze ${whole.toFixed(2)} ms, share ${((100 * both) / whole).toFixed(0)} %`,
  )
} else console.log(`left out: ${seeds} is not there`)

for (const name of ['semeval2023-frames', 'persent']) {
  const file = join(FOLDER, 'data', name, 'dev.jsonl')
  if (!existsSync(file)) {
    console.log(`left out: ${file} is not there`)
    continue
  }
  const articles = readFileSync(file, 'utf8').trim().split('\n')
  const found = articles.filter(
    (line) => segmentArticle(readArticle((JSON.parse(line) as { text: string }).text)).exchanges.length > 0,
  )
  console.log(`${name}: ${found.length} of ${articles.length} articles read as conversations (some are)`)
}

for (const size of [50_000, 100_000, 200_000]) {
  const raw = Array.from({ length: size / 2 }, (_, i) => `Q: Why is item ${i} here?\n\nA: Because it is.\n\n`).join('')
  const start = performance.now()
  const { turns } = segmentArticle(readArticle(raw))
  console.log(`${turns.length} labels: ${((performance.now() - start) / 1000).toFixed(2)} s`)
}
/** A word of four letters for each number, so that as many speakers as wanted have names of their own. */
function makeName(n: number): string {
  const letters = Array.from({ length: 4 }, (_, k) => String.fromCharCode(97 + (Math.floor(n / 26 ** k) % 26))).join('')
  return letters.charAt(0).toUpperCase() + letters.slice(1)
}
{
  const raw = Array.from({ length: 100_000 }, (_, i) => `${makeName(i)} ${makeName(i * 7 + 3)}: Is ${i} here?\n\n`).join('')
  const start = performance.now()
  segmentArticle(readArticle(raw))
  console.log(`100000 distinct speakers: ${((performance.now() - start) / 1000).toFixed(2)} s`)
}
for (const [name, unit] of [
  ['words without a space', 'a'],
  ['sentences in one line', 'The quick brown fox said that it was fine. '],
] as const) {
  const raw = unit.repeat(10_000_000 / unit.length)
  const start = performance.now()
  segmentArticle(readArticle(raw))
  console.log(`10 MB of ${name}: ${((performance.now() - start) / 1000).toFixed(2)} s`)
}
