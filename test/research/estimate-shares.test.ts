import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Coding, drawSample, estimateShares } from '../../src/research/index.js'
import { code } from './make-codings.js'

const FIGURES = JSON.parse(readFileSync(join(import.meta.dirname, 'reference', 'figures.json'), 'utf8')) as {
  readonly shares: readonly { truth: number[]; scores: number[]; estimate: number; low: number; high: number }[]
}

const VARIABLE = { variable: 'share' }

test.each(FIGURES.shares.map((each, i) => [i, each] as const))(
  'prediction-powered figures are those of ppi_py, data %d',
  (_, { truth, scores, ...expected }) => {
    const [share] = estimateShares(code('model', scores, VARIABLE), code('gold', truth, VARIABLE)).shares
    const { estimate, low, high } = share?.predictionPowered ?? {}
    expect(estimate).toBeCloseTo(expected.estimate, 9)
    expect(low).toBeCloseTo(expected.low, 9)
    expect(high).toBeCloseTo(expected.high, 9)
  },
)

test('the design-based share is the mean of the scores plus the mean difference, and its error that of a sample without replacement', () => {
  const scores = [1, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1, 0]
  const truth = [1, 0, 0, 1, 1, 0]
  const [share] = estimateShares(code('model', scores), code('gold', truth)).shares
  const differences = truth.map((value, i) => value - (scores[i] as number))
  const mean = differences.reduce((sum, each) => sum + each, 0) / 6
  const variance = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 5
  expect(share?.naive).toBeCloseTo(7 / 12, 12)
  expect(share?.designBased.estimate).toBeCloseTo(7 / 12 + mean, 12)
  expect(share?.designBased.standardError).toBeCloseTo(Math.sqrt((variance / 6) * (1 - 6 / 12)), 12)
  expect(share?.goldOnly.estimate).toBeCloseTo(0.5, 12)
  expect(share?.estimate).toBe(share?.designBased.estimate)
  expect(share).toMatchObject({ variable: 'frame:trade', category: '1', group: null, units: 12, coded: 6 })
})

test('a sample of strata is weighed by its inclusion probabilities', () => {
  const scores = code(
    'model',
    Array.from({ length: 100 }, (_, i) => Number(i < 10)),
  )
  const truth = scores.map(({ value }, i) => (i % 10 === 3 ? 1 - Number(value) : Number(value)))
  const units = scores.map(({ unit, value }) => ({ unit, band: String(value) }))
  const sample = drawSample(units, { size: 20, strata: 'band', allocation: 'equal', seed: 3 })
  const gold = sample.map(
    ({ unit }): Coding => ({
      unit,
      coder: 'gold',
      variable: 'frame:trade',
      value: truth[scores.findIndex((each) => each.unit === unit)] as number,
    }),
  )
  const [bySample] = estimateShares(scores, gold, { sample }).shares
  const weights = new Map(sample.map(({ unit, weight }) => [unit, weight]))
  const [byWeight] = estimateShares(
    scores,
    gold.map((coding) => ({ ...coding, weight: weights.get(coding.unit) as number })),
  ).shares
  expect(bySample?.estimate).toBeCloseTo(byWeight?.estimate as number, 12)
  const low = sample.filter(({ stratum }) => stratum === '0')
  const wrong = low.filter(({ unit }) => gold.find((each) => each.unit === unit)?.value === 1).length
  const high = gold.filter(({ unit }) => sample.find((each) => each.unit === unit)?.stratum === '1')
  const shareHigh = high.filter(({ value }) => value === 1).length / high.length
  expect(bySample?.goldOnly.estimate).toBeCloseTo(0.9 * (wrong / low.length) + 0.1 * shareHigh, 12)
  // All of the high band are coded, so that only the low one leaves doubt.
  const variance = (wrong / low.length) * (1 - wrong / low.length) * (low.length / (low.length - 1))
  expect(bySample?.standardError).toBeCloseTo(0.9 * Math.sqrt((variance / low.length) * (1 - low.length / 90)), 12)
})

test('groups come from columns, rows, functions and Maps alike, with contrasts', () => {
  const scores = code(
    'model',
    Array.from({ length: 80 }, (_, i) => Number(i % 3 === 0)),
  )
  const gold = code(
    'gold',
    Array.from({ length: 40 }, (_, i) => Number(i % 4 === 0)),
  )
  const outletOf = (unit: string): string => (Number(/\d+/.exec(unit)?.[0]) % 2 ? 'Ledger' : 'Herald')
  const byFunction = estimateShares(scores, gold, { by: outletOf })
  const rows = scores.map(({ unit }) => ({ doc_id: unit.split('/')[0], outlet: outletOf(unit) }))
  for (const options of [
    { by: 'outlet', units: rows },
    { by: new Map(scores.map(({ unit }) => [unit, outletOf(unit)])) },
    { by: Object.fromEntries(scores.map(({ unit }) => [unit, outletOf(unit)])) },
  ])
    expect(estimateShares(scores, gold, options)).toEqual(byFunction)
  expect(
    estimateShares(
      scores.map((coding) => ({ ...coding, outlet: outletOf(coding.unit) })),
      gold,
      { by: 'outlet' },
    ),
  ).toEqual(byFunction)
  expect(byFunction.shares.map(({ group, units, coded }) => [group, units, coded])).toEqual([
    ['Herald', 40, 20],
    ['Ledger', 40, 20],
  ])
  const [herald, ledger] = byFunction.shares
  const [contrast] = byFunction.contrasts
  expect(contrast?.groups).toEqual(['Herald', 'Ledger'])
  expect(contrast?.estimate).toBeCloseTo((herald?.estimate as number) - (ledger?.estimate as number), 12)
  expect(contrast?.standardError).toBeCloseTo(Math.hypot(herald?.standardError as number, ledger?.standardError as number), 12)
})

test('the month is told from the date of the document', () => {
  const scores = code('model', [1, 0, 1, 0])
  const articles = [0, 1, 2, 3].map((i) => ({ doc_id: `doc${i}`, date: i < 2 ? '2024-03-14' : '2024-04-01' }))
  expect(
    estimateShares(scores, code('gold', [1, 0, 1, 0]), { by: 'month', units: articles }).shares.map(({ group }) => group),
  ).toEqual(['2024-03', '2024-04'])
})

test('labels have a share each, and all of them sum up to 1', () => {
  const labels = ['favor', 'against', 'neutral']
  const scores = code(
    'model',
    Array.from({ length: 90 }, (_, i) => labels[i % 3]),
    { variable: 'stance' },
  )
  const gold = code(
    'gold',
    Array.from({ length: 45 }, (_, i) => labels[(i % 3) * Number(i % 5 > 0)]),
    { variable: 'stance' },
  )
  const { shares } = estimateShares(scores, gold)
  expect(shares.map(({ category }) => category)).toEqual(['against', 'favor', 'neutral'])
  expect(shares.reduce((sum, { estimate }) => sum + (estimate as number), 0)).toBeCloseTo(1, 12)
})

test('scores that say nothing are not trusted, and perfect ones save coding', () => {
  const truth = Array.from({ length: 400 }, (_, i) => Number((i * 7) % 10 < 3))
  const gold = code('gold', truth.slice(0, 100))
  const [good] = estimateShares(
    code(
      'model',
      truth.map((value, i) => (i % 25 === 0 ? 1 - value : value)),
    ),
    gold,
  ).shares
  const [idle] = estimateShares(
    code(
      'model',
      truth.map((_, i) => Number((i * 13) % 17 < 8)),
    ),
    gold,
  ).shares
  expect(good?.lambda).toBeGreaterThan(0.5)
  expect(good?.savedUnits).toBeGreaterThan(50)
  expect(idle?.lambda).toBeLessThan(0.2)
  expect(good?.predictionPowered.standardError as number).toBeLessThan(good?.goldOnly.standardError as number)
})

test('units of one document widen the interval; coding all of an archive leaves none', () => {
  const scores = code(
    'model',
    Array.from({ length: 200 }, () => 0),
  )
  const gold = code(
    'gold',
    Array.from({ length: 100 }, (_, i) => Number(Math.floor(i / 10) % 2)),
  )
  const together = (codings: readonly Coding[]): Coding[] =>
    codings.map((coding) => ({ ...coding, unit: `d${Math.floor(Number(/\d+/.exec(coding.unit)?.[0]) / 10)}/${coding.unit}` }))
  const cluster = (unit: string): string => unit.split('/')[0] as string
  const [apart] = estimateShares(scores, gold).shares
  const [alike] = estimateShares(together(scores), together(gold), { cluster }).shares
  expect(alike?.standardError as number).toBeGreaterThan(2 * (apart?.standardError as number))
  const whole = code(
    'gold',
    scores.map((_, i) => i % 2),
  )
  const [known] = estimateShares(scores, whole).shares
  expect([known?.low, known?.estimate, known?.high]).toEqual([0.5, 0.5, 0.5])
})

test('a sample without a single difference keeps an interval, by the rule of three', () => {
  const [share] = estimateShares(
    code(
      'model',
      Array.from({ length: 500 }, () => 0),
    ),
    code(
      'gold',
      Array.from({ length: 60 }, () => 0),
    ),
  ).shares
  expect([share?.low, share?.high]).toEqual([0, 3 / 60])
})

test('a group without coded units has a naive share and an issue', () => {
  const scores = code('model', [1, 0, 1, 1])
  const { shares, issues } = estimateShares(scores, code('gold', [1, 0]), { by: (unit) => (unit < 'doc2' ? 'early' : 'late') })
  expect(shares[1]).toMatchObject({
    group: 'late',
    coded: 0,
    naive: 1,
    estimate: null,
    designBased: { estimate: null },
    predictionPowered: { estimate: null },
  })
  expect(issues.map(({ code: each }) => each)).toEqual(expect.arrayContaining(['uncoded-group', 'few-coded']))
})

test('gold units that no score has are named; where none has one, it is an error', () => {
  const { issues, shares } = estimateShares(code('model', [1, 0]), code('gold', [1, 0, 1]))
  expect(issues.find((issue) => issue.code === 'unscored-units')?.units).toEqual(['doc2/0'])
  expect(shares[0]?.coded).toBe(2)
  expect(() => estimateShares(code('model', [1, 0], { variable: 'frame:security' }), code('gold', [1, 0]))).toThrow(
    expect.objectContaining({ code: 'invalid-coding' }),
  )
})

test.each([0, -2, Number.NaN, Number.POSITIVE_INFINITY])('a weight of %d is an error', (weight) => {
  const gold = code('gold', [1, 0]).map((coding) => ({ ...coding, weight }))
  expect(() => estimateShares(code('model', [1, 0, 1]), gold)).toThrow(expect.objectContaining({ code: 'invalid-coding' }))
})

test.each([0, -0.1, 1.5, Number.NaN])('an inclusion probability of %d is an error', (inclusionProbability) => {
  const sample = [{ unit: 'doc0/0', inclusionProbability }]
  expect(() => estimateShares(code('model', [1, 0, 1]), code('gold', [1]), { sample })).toThrow(
    expect.objectContaining({ code: 'invalid-coding' }),
  )
})

test('empty lists, two scores of a unit and two gold values are errors', () => {
  const scores = code('model', [1, 0])
  expect(() => estimateShares(scores, [])).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
  expect(() => estimateShares([], scores)).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
  expect(() => estimateShares([...scores, ...code('other', [1])], code('gold', [1]))).toThrow(
    expect.objectContaining({ code: 'invalid-coding' }),
  )
  expect(() => estimateShares(scores, [...code('anna', [1]), ...code('ben', [0])])).toThrow(
    expect.objectContaining({ code: 'invalid-coding' }),
  )
  expect(() => estimateShares(scores, code('anna', [null, null]))).toThrow(expect.objectContaining({ code: 'invalid-coding' }))
  expect(() => estimateShares(scores, code('anna', [1]), { confidence: 95 })).toThrow(
    expect.objectContaining({ code: 'invalid-argument' }),
  )
})
