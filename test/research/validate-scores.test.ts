import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formatEstimate, settleCodings, type VariableValidation, validateScores } from '../../src/research/index.js'
import { code } from './make-codings.js'

interface Reference {
  readonly truth: readonly number[]
  readonly scores: readonly number[]
  readonly weights: readonly number[] | null
  readonly curve: { readonly observed: readonly number[]; readonly score: readonly number[] } | null
  readonly [figure: string]: unknown
}

const FIGURES = JSON.parse(readFileSync(join(import.meta.dirname, 'reference', 'figures.json'), 'utf8')) as {
  readonly validation: readonly Reference[]
}

function only(...[gold, scores, options]: Parameters<typeof validateScores>): VariableValidation {
  const [variable] = validateScores(gold, scores, { draws: 0, ...options }).variables
  if (!variable) throw new Error('Expected a variable.')
  return variable
}

test.each(FIGURES.validation.map((each, i) => [i, each] as const))(
  'figures are those of scikit-learn, data %d',
  (_, { truth, scores, weights, curve, ...expected }) => {
    const own = only(code('gold', truth, { weights }), code('model', scores))
    for (const figure of ['accuracy', 'precision', 'recall', 'f1', 'macroF1', 'auc'] as const) {
      expect(own[figure].estimate, figure).toBeCloseTo(expected[figure] as number, 9)
    }
    expect(own.calibration?.brier).toBeCloseTo(expected.brier as number, 9)
    if (!curve) return
    own.calibration?.curve.forEach((bin, b) => {
      expect(bin.observed).toBeCloseTo(curve.observed[b] as number, 9)
      expect(bin.score).toBeCloseTo(curve.score[b] as number, 9)
    })
  },
)

test('categories, confusion and counts of a variable with names', () => {
  const gold = code('gold', ['clear_reply', 'ambivalent', 'ambivalent', 'clear_non_reply', 'clear_reply'], {
    variable: 'clarity',
  })
  const scores = code('model', ['clear_reply', 'ambivalent', 'clear_reply', 'ambivalent', 'clear_reply'], { variable: 'clarity' })
  const { kind, categories, confusion, accuracy, macroF1, auc, calibration } = only(gold, scores)
  expect(kind).toBe('nominal')
  expect(categories.map(({ category, gold: coded, predicted, f1 }) => [category, coded, predicted, f1.estimate])).toEqual([
    ['ambivalent', 2, 2, 0.5],
    ['clear_non_reply', 1, 0, 0],
    ['clear_reply', 2, 3, 0.8],
  ])
  expect(confusion.find(({ gold: one, predicted }) => one === 'clear_non_reply' && predicted === 'ambivalent')?.count).toBe(1)
  expect(confusion.reduce((sum, { count }) => sum + count, 0)).toBe(5)
  expect(accuracy.estimate).toBe(0.6)
  expect(macroF1.estimate).toBeCloseTo((0.5 + 0 + 0.8) / 3, 12)
  expect([auc.estimate, calibration]).toEqual([null, null])
})

test('a label with a graded score counts as it is labeled, whatever the threshold', () => {
  const scores = code('model', [1, 1, 0, 0]).map((coding, i) => ({ ...coding, score: [0.4, 0.9, 0.3, 0.1][i] as number }))
  const own = only(code('gold', ['present', 'present', 'absent', 'no']), scores, { threshold: 0.95 })
  expect(own.recall.estimate).toBe(1)
  expect(own.auc.estimate).toBe(1)
  expect(own.threshold?.value).toBe(0.4)
})

test('the threshold is what the trade-off asks for', () => {
  const gold = code('gold', [1, 1, 0, 1, 0, 0])
  const scores = code('model', [0.9, 0.8, 0.7, 0.4, 0.3, 0.1])
  const at = (tradeOff: NonNullable<Parameters<typeof validateScores>[2]>['tradeOff']): number | undefined =>
    only(gold, scores, { tradeOff: tradeOff as never }).threshold?.value
  expect(at({ precision: 1 })).toBe(0.8)
  expect(at({ recall: 1 })).toBe(0.4)
  expect(at({ beta: 0.2 })).toBe(0.8)
  expect(at({ falsePositive: 1, falseNegative: 5 })).toBe(0.4)
  expect(at({ falsePositive: 5, falseNegative: 1 })).toBe(0.8)
  expect(only(gold, scores, { tradeOff: { precision: 1.1 } }).threshold).toBeNull()
})

test('no more decimals than the sample carries', () => {
  const values = (count: number): number[] => Array.from({ length: count }, (_, i) => Number(i % 2))
  const wrong = (count: number): number[] => values(count).map((value, i) => (i % 5 === 0 ? 1 - value : value))
  const of = (count: number): string =>
    formatEstimate(only(code('gold', values(count)), code('model', wrong(count)), { draws: 400 }).accuracy)
  expect(of(10)).toMatch(/^0\.8 \[0\.\d, 1\.0\]$/)
  expect(of(200)).toMatch(/^0\.80 \[0\.7\d, 0\.8\d\]$/)
  expect(of(4000)).toMatch(/^0\.800 \[0\.78\d, 0\.81\d\]$/)
})

test('numbers have a correlation and mean errors', () => {
  const { kind, numbers } = only(
    code('gold', [0.1, 0.5, 0.9], { variable: 'responsiveness' }),
    code('model', [0.2, 0.6, 1], { variable: 'responsiveness' }),
  )
  expect(kind).toBe('numeric')
  expect(numbers?.correlation).toBeCloseTo(1, 9)
  expect(numbers?.meanError).toBeCloseTo(0.1, 9)
})

test('few gold units and one category are said', () => {
  const { issues, variables } = validateScores(code('gold', [1, 1, 1]), code('model', [0.9, 0.2, 0.7]))
  expect(issues.map(({ code: each }) => each)).toEqual(expect.arrayContaining(['few-coded', 'one-category']))
  expect(variables[0]?.auc.estimate).toBeNull()
  expect(variables[0]?.threshold).not.toBeNull()
})

test('impossible options are errors', () => {
  const gold = code('gold', [1, 0])
  for (const options of [{ threshold: 2 }, { tradeOff: {} as never }, { draws: -1 }, { seed: 0.5 }]) {
    expect(() => validateScores(gold, gold, options)).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
  }
})

test('coders are settled by majority, then by the one who decides, and what stays open is named', () => {
  const codings = [...code('anna', [1, 0, 1]), ...code('ben', [1, 1, 0]), ...code('cleo', [0, null, null])]
  const { codings: settled, issues } = settleCodings(codings)
  expect(settled.map(({ unit, value }) => [unit, value])).toEqual([['doc0/0', 1]])
  expect(issues[0]).toMatchObject({ code: 'unsettled-units', units: ['doc1/0', 'doc2/0'] })
  expect(settleCodings(codings, { prefer: 'ben' }).codings.map(({ value }) => value)).toEqual([1, 1, 0])
})
