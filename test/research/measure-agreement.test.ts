import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Coding, type Level, measureAgreement, type VariableAgreement } from '../../src/research/index.js'
import { code } from './make-codings.js'

const FIGURES = JSON.parse(readFileSync(join(import.meta.dirname, 'reference', 'figures.json'), 'utf8')) as {
  readonly agreement: readonly {
    rows: (number | null)[][]
    alpha: Record<Level, number>
    kappa: number | null
    percent: number | null
  }[]
}

const LEVELS = ['nominal', 'ordinal', 'interval', 'ratio'] as const
const NO_DRAWS = { draws: 0 }

function only(codings: readonly Coding[], options = {}): VariableAgreement {
  const [variable] = measureAgreement(codings, options).variables
  if (!variable) throw new Error('Expected a variable.')
  return variable
}

// Krippendorff's worked example: four observers, twelve units, missing values.
const EXAMPLE = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
].flatMap((values, i) => code(`observer ${i}`, values))

test.each([
  ['nominal', 0.743],
  ['ordinal', 0.815],
  ['interval', 0.849],
  ['ratio', 0.797],
] as const)("Krippendorff's own example, %s", (level, alpha) => {
  expect(only(EXAMPLE, { level, draws: 0 }).alpha.estimate).toBeCloseTo(alpha, 3)
})

test('AC1 of the same example is what Gwet prints for it', () => {
  const { ac1, percent } = only(EXAMPLE, NO_DRAWS)
  expect(ac1.estimate).toBeCloseTo(0.77544, 5)
  expect(percent.estimate).toBeCloseTo(0.81818, 5)
})

test.each(FIGURES.agreement.map((each, i) => [i, each] as const))(
  'alpha, kappa and percent are those of krippendorff and scikit-learn, data %d',
  (_, { rows, alpha, kappa, percent }) => {
    const codings = rows.flatMap((row, i) => code(`coder ${i}`, row))
    for (const level of LEVELS) expect(only(codings, { level, draws: 0 }).alpha.estimate).toBeCloseTo(alpha[level], 9)
    const own = only(codings, NO_DRAWS)
    if (kappa === null || percent === null) expect(own.kappa.estimate).toBeNull()
    else {
      expect(own.kappa.estimate).toBeCloseTo(kappa, 9)
      expect(own.percent.estimate).toBeCloseTo(percent, 9)
    }
  },
)

test('a category stands against all others', () => {
  const anna = ['a', 'a', 'b', 'c', 'c', 'b', 'a', 'b']
  const ben = ['a', 'b', 'b', 'c', 'a', 'b', 'a', 'c']
  const { categories } = only([...code('anna', anna), ...code('ben', ben)], NO_DRAWS)
  expect(categories.map(({ category, codings }) => [category, codings])).toEqual([
    ['a', 6],
    ['b', 6],
    ['c', 4],
  ])
  for (const { category, percent, kappa, alpha, ac1 } of categories) {
    const is = (value: string): number => Number(value === category)
    const alone = only([...code('anna', anna.map(is)), ...code('ben', ben.map(is))], NO_DRAWS)
    for (const [figure, expected] of [
      [percent, alone.percent],
      [kappa, alone.kappa],
      [alpha, alone.alpha],
      [ac1, alone.ac1],
    ] as const)
      expect(figure.estimate).toBeCloseTo(expected.estimate as number, 12)
  }
})

test('the order of codings, units and coders changes no figure, and 1, "1" and true are one value', () => {
  const value = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null })
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value, value), { minLength: 3, maxLength: 15 }), fc.nat(), (rows, turn) => {
      const codings = rows.flatMap((values, u) =>
        values.map((each, c): Coding => ({ unit: `d${u % 3}/${u}`, coder: `c${c}`, variable: 'v', value: each })),
      )
      if (codings.every((coding) => coding.value === null)) return
      const at = turn % codings.length
      const turned = [...codings.slice(at), ...codings.slice(0, at)].map((coding) => ({
        ...coding,
        value: coding.value === null ? null : String(coding.value),
      }))
      const [one, other] = [only(codings, NO_DRAWS), only(turned, NO_DRAWS)]
      for (const figure of ['percent', 'alpha', 'ac1'] as const) {
        if (one[figure].estimate === null) expect(other[figure].estimate).toBeNull()
        else expect(other[figure].estimate).toBeCloseTo(one[figure].estimate, 9)
      }
    }),
  )
})

test('intervals hold their estimate, and the same seed draws the same', () => {
  const codings = [
    ...code(
      'anna',
      Array.from({ length: 60 }, (_, i) => i % 3),
    ),
    ...code(
      'ben',
      Array.from({ length: 60 }, (_, i) => (i % 7 === 0 ? 1 : i % 3)),
    ),
  ]
  const one = only(codings, { seed: 5 })
  expect(only(codings, { seed: 5 })).toEqual(one)
  expect(only(codings, { seed: 6 }).alpha.low).not.toBe(one.alpha.low)
  const { estimate, low, high, standardError, decimals } = one.alpha
  expect(low).toBeLessThan(estimate as number)
  expect(high).toBeGreaterThan(estimate as number)
  expect(standardError).toBeGreaterThan(0)
  expect(decimals).toBe(2)
})

test('units of one document make wider intervals than units apart', () => {
  const values = Array.from({ length: 100 }, (_, i) => Math.floor(i / 10) % 2)
  const others = values.map((value, i) => (Math.floor(i / 10) === 3 || Math.floor(i / 10) === 6 ? 1 - value : value))
  const apart = [...code('anna', values), ...code('ben', others)]
  const together = apart.map((coding) => {
    const i = Number(/\d+/.exec(coding.unit)?.[0])
    return { ...coding, unit: `doc${Math.floor(i / 10)}/${i}` }
  })
  expect(only(together).alpha.standardError as number).toBeGreaterThan(1.5 * (only(apart).alpha.standardError as number))
  expect(only(together).documents).toBe(10)
})

test('disagreements stand with their text', () => {
  const { disagreements } = measureAgreement([...code('anna', [1, 0]), ...code('ben', [1, 1])], {
    draws: 0,
    texts: { 'doc1/0': 'The port was closed.' },
  })
  expect(disagreements).toEqual([
    { unit: 'doc1/0', variable: 'frame:trade', values: { anna: 0, ben: 1 }, text: 'The port was closed.' },
  ])
  const rows = [{ doc_id: 'doc1', paragraph_id: 0, text: 'The port was closed.' }]
  expect(
    measureAgreement([...code('anna', [1, 0]), ...code('ben', [1, 1])], { draws: 0, texts: rows }).disagreements[0]?.text,
  ).toBe('The port was closed.')
})

test.each([
  ['one-coder', code('anna', [1, 0])],
  ['no-overlap', [...code('anna', [1]), ...code('ben', [null, 1])]],
  ['one-category', [...code('anna', [1, 1]), ...code('ben', [1, 1])]],
  ['all-missing', [...code('anna', [null, null]), ...code('ben', [null, ' '])]],
] as const)('%s gives null figures and says why', (issue, codings) => {
  const { variables, issues } = measureAgreement(codings)
  expect(issues.map((each) => each.code)).toContain(issue)
  expect(variables[0]?.alpha.estimate).toBeNull()
  expect(variables[0]?.percent.estimate).toBe(issue === 'one-category' ? 1 : null)
})

test('two values of one coder, no codings, words at a level of numbers and words without an order are errors', () => {
  expect(() => measureAgreement([...code('anna', [1]), ...code('anna', [0])])).toThrow(
    expect.objectContaining({ code: 'invalid-coding' }),
  )
  expect(() => measureAgreement([])).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
  const words = [...code('anna', ['low', 'high']), ...code('ben', ['low', 'low'])]
  expect(() => measureAgreement(words, { level: 'interval' })).toThrow(expect.objectContaining({ code: 'invalid-coding' }))
  expect(() => measureAgreement(words, { level: 'ordinal' })).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
  expect(() => measureAgreement(words, { level: 'rank' as never })).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
  const numbers = [...code('anna', [0, 1]), ...code('ben', [0, 0])]
  expect(only(words, { level: 'ordinal', order: ['low', 'high'], draws: 0 }).alpha.estimate).toBeCloseTo(
    only(numbers, { level: 'ordinal', draws: 0 }).alpha.estimate as number,
    12,
  )
})

test('many documents are drawn by groups: the interval stays that of all', () => {
  const values = Array.from({ length: 12_000 }, (_, i) => Number(i % 10 < 3))
  const others = values.map((value, i) => (i % 7 === 0 ? 1 - value : value))
  const { percent } = only([...code('anna', values), ...code('ben', others)])
  const exact = Math.sqrt(((1 / 7) * (6 / 7)) / 12_000)
  expect(percent.standardError as number).toBeGreaterThan(0.9 * exact)
  expect(percent.standardError as number).toBeLessThan(1.1 * exact)
})
