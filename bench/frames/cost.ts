/**
 * What the number of cues costs: the same text scored by codebooks of 100 and 10,000 cues, in turn in one process.
 *
 *     npx tsx bench/frames/cost.ts
 *
 * Both codebooks find the same cues in the text; the others are words it does not hold, so that only their number differs.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileCodebook, defineCodebook, scoreUnitFrames } from '../../src/frame/index.js'
import { annotate } from './rows.js'

const FEW = 100
const MANY = 10_000
const ROUNDS = 401
const FOUND = ['agreement', 'government', 'country', 'trade', 'security', 'invest', 'water', 'border', 'minister', 'price']
const SYLLABLES = ['ba', 'do', 'ki', 'lu', 'me', 'na', 'po', 'ri', 'su', 'ta', 've', 'zo']

function makeWord(i: number): string {
  let [word, rest] = ['', i + SYLLABLES.length ** 3]
  for (; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) word += SYLLABLES[rest % SYLLABLES.length]
  return word
}

function makeCodebook(cues: number) {
  const patterns = Array.from(
    { length: cues },
    (_, i) => FOUND[i] ?? (i % 2 === 0 ? makeWord(i) : `${FOUND[i % 10]} ~2 ${makeWord(i)}`),
  )
  return compileCodebook(
    defineCodebook({
      id: 'made',
      version: '1.0.0',
      frames: [
        {
          id: 'made',
          definition: 'Made for this bench.',
          facets: [{ id: 'all', cues: patterns.map((pattern) => ({ pattern, reliability: 0.5 })) }],
          exclusions: [],
        },
      ],
    }),
  )
}

const raw = readFileSync(join(import.meta.dirname, '..', '..', 'examples', 'interview.txt'), 'utf8')
const units = raw
  .split(/\n+/)
  .filter((line) => line.trim() !== '')
  .map(annotate)
const [few, many] = [makeCodebook(FEW), makeCodebook(MANY)]

function time(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

const ratios: number[] = []
const times = { few: [] as number[], many: [] as number[] }
for (let round = 0; round < ROUNDS; round++) {
  const first = time(() => units.map((unit) => scoreUnitFrames(unit, few)))
  const second = time(() => units.map((unit) => scoreUnitFrames(unit, many)))
  times.few.push(first)
  times.many.push(second)
  ratios.push(second / first)
}
const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number
console.log(`${FEW} cues      ${median(times.few).toFixed(3)} ms`)
console.log(`${MANY} cues   ${median(times.many).toFixed(3)} ms`)
console.log(`ratio         ${median(ratios).toFixed(2)}   (at most 1.20)`)
