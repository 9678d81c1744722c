/**
 * Time and memory of agreement, validation and estimates on a million rows, and of a bootstrap of 1,000 draws on 5,000 units.
 *
 * Run: npx tsx bench/research/speed.ts
 */
import { createChance } from '../../src/research/chance.js'
import { type Coding, compareWords, estimateShares, measureAgreement, validateScores } from '../../src/research/index.js'

const chance = createChance(3)
const PER_DOCUMENT = 20

/** @param wrong - percent of values that are drawn anew */
function code(coder: string, units: number, truth: (i: number) => number, wrong: number): Coding[] {
  return Array.from({ length: units }, (_, i) => ({
    unit: `doc${Math.floor(i / PER_DOCUMENT)}/${i % PER_DOCUMENT}`,
    coder,
    variable: 'frame:trade',
    value: chance.below(100) < wrong ? chance.below(2) : truth(i),
  }))
}

function time(name: string, work: () => unknown): void {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  console.log(`${name.padEnd(52)} ${((user + system) / 1e6).toFixed(1)} s  ${Math.round(process.memoryUsage().rss / 1e6)} MB`)
}

const truth = (i: number): number => Number((i * 7919) % 10 < 3)
const few = [...code('anna', 5000, truth, 10), ...code('ben', 5000, truth, 20)].map((coding, i) => ({
  ...coding,
  unit: `doc${i % 5000}/0`,
}))
time('agreement, 5,000 units apart, 1,000 draws', () => measureAgreement(few))

const half = 500_000
const two = [...code('anna', half, truth, 10), ...code('ben', half, truth, 20)]
for (const level of ['nominal', 'ordinal', 'interval'] as const)
  time(`agreement, 1,000,000 codings, ${level}`, () => measureAgreement(two, { level }))

const scores = code('model', 2 * half, truth, 20)
const gold = code('gold', 2 * half, truth, 0)
time('validation, 1,000,000 scores, as many gold', () => validateScores(gold, scores))
time('shares, 1,000,000 scores, 10,000 gold, ten groups', () =>
  estimateShares(
    scores,
    gold.filter((_, i) => i % 100 === 0),
    { by: (unit) => unit.slice(-1) },
  ),
)

const words = Array.from(
  { length: 100_000 },
  () => `w${chance.below(3000)} w${chance.below(300)} w${chance.below(30)} and the port of w${chance.below(9)}`,
)
time('words, 200,000 texts of eight', () => compareWords(words, words.slice(0, 50_000), { ngrams: [1, 2] }))
