/**
 * How often the 95 % intervals of estimateShares hold the share of the whole archive, over samples drawn again and again from one invented
 * archive whose scores are biased: they find too much of a frame in one outlet and too little in the other.
 *
 * Run: npx tsx bench/research/coverage.ts [draws]
 */

import { createChance } from '../../src/research/chance.js'
import { type Coding, drawSample, type Estimate, estimateShares } from '../../src/research/index.js'

const DRAWS = Number(process.argv[2] ?? 1000)
const UNIT = 1 << 30

interface Archive {
  readonly name: string
  readonly scores: readonly Coding[]
  readonly truth: ReadonlyMap<string, number>
  readonly share: number
}

/** @param perDocument - units of a document, which are alike where there are several */
function makeArchive(name: string, documents: number, perDocument: number, isGraded: boolean, alike: number): Archive {
  const chance = createChance(7)
  const uniform = (): number => chance.below(UNIT) / UNIT
  const scores: Coding[] = []
  const truth = new Map<string, number>()
  for (let d = 0; d < documents; d++) {
    const outlet = d % 2
    const leaning = 0.3 + alike * (uniform() - 0.5)
    for (let p = 0; p < perDocument; p++) {
      const unit = `doc${d}/${p}`
      const value = Number(uniform() < leaning)
      truth.set(unit, value)
      const found = value === 1 ? 0.9 - 0.15 * outlet : 0.2 - 0.12 * outlet // chance that the scores say so
      const label = Number(uniform() < found)
      const score = Math.min(1, Math.max(0, 0.25 + 0.5 * label + 0.4 * (uniform() - 0.5)))
      scores.push({ unit, coder: 'scores', variable: 'frame:trade', value: label, ...(isGraded && { score }) })
    }
  }
  const share = [...truth.values()].reduce((sum, value) => sum + value, 0) / truth.size
  return { name, scores, truth, share }
}

const archives = [
  makeArchive('paragraphs apart, labels', 8000, 1, false, 0),
  makeArchive('paragraphs apart, graded', 8000, 1, true, 0),
  makeArchive('five of a document, graded', 1600, 5, true, 0.5),
]

function holds({ low, high }: Estimate, share: number): number {
  return low !== null && high !== null && low <= share && share <= high ? 1 : 0
}

console.log('archive                      design     coded  naive  design  gold  PPI++   width design / gold')
for (const { name, scores, truth, share } of archives) {
  const naive = scores.reduce((sum, { value }) => sum + Number(value), 0) / scores.length
  for (const kind of ['simple', 'bands'] as const) {
    for (const size of [50, 100, 400]) {
      const held = { design: 0, gold: 0, powered: 0 }
      let [width, goldWidth] = [0, 0]
      const bandOf = new Map(scores.map(({ unit, value, score }) => [unit, (score ?? Number(value)) >= 0.5 ? 'high' : 'low']))
      const units = scores.map(({ unit }) => ({ unit, band: bandOf.get(unit) as string }))
      for (let draw = 0; draw < DRAWS; draw++) {
        const sample = drawSample(units, {
          size,
          seed: draw,
          ...(kind === 'bands' && { strata: 'band', allocation: 'equal' as const }),
        })
        const gold = sample.map(({ unit }) => ({
          unit,
          coder: 'gold',
          variable: 'frame:trade',
          value: truth.get(unit) as number,
        }))
        const [estimated] = estimateShares(scores, gold, { sample }).shares
        if (!estimated) throw new Error('Expected a share, got none.')
        held.design += holds(estimated.designBased, share)
        held.gold += holds(estimated.goldOnly, share)
        held.powered += holds(estimated.predictionPowered, share)
        width += (estimated.designBased.high as number) - (estimated.designBased.low as number)
        goldWidth += (estimated.goldOnly.high as number) - (estimated.goldOnly.low as number)
      }
      const percent = (count: number): string => `${((100 * count) / DRAWS).toFixed(1)}`.padStart(6)
      const off = `${(100 * (naive - share)).toFixed(0)}`.padStart(3)
      console.log(
        `${name.padEnd(28)} ${kind.padEnd(10)} ${String(size).padEnd(5)} ${off}   ${percent(held.design)} ${percent(held.gold)} ${percent(held.powered)}   ${(width / goldWidth).toFixed(2)}`,
      )
    }
  }
}
