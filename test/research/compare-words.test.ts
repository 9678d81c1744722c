import { expect, test } from 'vitest'
import { compareWords } from '../../src/research/index.js'

const A = { tariff: 12, border: 3, grain: 40, port: 9, court: 0, talks: 7 }
const B = { tariff: 4, border: 15, grain: 38, port: 0, court: 6, talks: 7 }

/** Made by `_bayes_compare_language` of convokit 5.0.0 with prior 0.1 on these counts. */
const CONVOKIT = {
  border: -2.876695753,
  court: -1.32176402,
  talks: -0.029440355,
  grain: 0.364280086,
  port: 1.456566198,
  tariff: 2.088474578,
}

/** chi² and G² of each term, by the formulas of keyness.cpp of quanteda.textstats. */
const QUANTEDA: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>> = {
  default: {
    tariff: [4.38512837, 4.571098317],
    border: [-9.367362713, -10.102556281],
    grain: [0.06006589, 0.060069379],
    port: [7.475607051, 8.978878786],
    court: [-4.426463783, -5.135396922],
    talks: [-0.000781856, -0.000782121],
  },
  yates: {
    tariff: [4.38512837, 4.571098317],
    border: [-9.367362713, -10.102556281],
    grain: [0.06006589, 0.060069379],
    port: [7.475607051, 8.978878786],
    court: [-4.426463783, -5.135396922],
    talks: [-0.000781856, -0.000782121],
  },
  williams: {
    tariff: [4.524163369, 4.43062093],
    border: [-9.632446122, -9.824535513],
    grain: [0.060714685, 0.059427479],
    port: [9.478233035, 12.954703003],
    court: [-6.356190476, -8.673799967],
    talks: [-0.000810087, -0.000754865],
  },
  none: {
    tariff: [4.38512837, 4.571098317],
    border: [-9.367362713, -10.102556281],
    grain: [0.06006589, 0.060069379],
    port: [9.478233035, 12.954703003],
    court: [-6.356190476, -8.673799967],
    talks: [-0.000781856, -0.000782121],
  },
}

test('with a uniform prior, z is that of FightingWords of ConvoKit', () => {
  const rows = compareWords(A, B, { prior: 0.1 })
  const z = Object.fromEntries(rows.map((row) => [row.term, row.z]))
  expect(rows.map(({ term }) => term)).toEqual(['tariff', 'port', 'grain', 'talks', 'court', 'border'])
  for (const [term, expected] of Object.entries(CONVOKIT)) expect(z[term], term).toBeCloseTo(expected, 6)
})

test('G² and chi² are those of textstat_keyness of quanteda, with their corrections', () => {
  for (const [correction, expected] of Object.entries(QUANTEDA)) {
    for (const row of compareWords(A, B, { correction: correction as 'none' })) {
      const [chi2, g2] = expected[row.term] as [number, number]
      expect(row.chi2, `${correction} ${row.term}`).toBeCloseTo(chi2, 6)
      expect(row.g2, `${correction} ${row.term}`).toBeCloseTo(g2, 6)
    }
  }
})

test('the chance of a chi² of 3.841459 is 0.05, and effect sizes tell how many times', () => {
  const [row] = compareWords({ a: 20, rest: 80 }, { a: 10, rest: 90 })
  expect(row?.term).toBe('a')
  expect(row?.logRatio).toBeCloseTo(1, 12)
  expect(row?.percentDifference).toBeCloseTo(100, 12)
  expect(row?.oddsRatio).toBeCloseTo((20 * 90) / (10 * 80), 12)
  expect(row?.chi2).toBeCloseTo((200 * (20 * 90 - 10 * 80) ** 2) / (100 * 100 * 30 * 170), 9)
  expect(compareWords({ a: 1, b: 1 }, { a: 1, b: 1 })[0]?.pChi2).toBe(1)
})

test('turning the sides turns the signs', () => {
  const turned = new Map(compareWords(B, A).map((row) => [row.term, row]))
  for (const row of compareWords(A, B)) {
    const other = turned.get(row.term)
    expect(other?.z).toBeCloseTo(-row.z, 9)
    expect(other?.logRatio).toBeCloseTo(-row.logRatio, 9)
    expect(Math.abs(other?.g2 as number)).toBeCloseTo(Math.abs(row.g2), 6)
  }
})

test('texts, rows and counts count alike; stop words, terms of several words and rare terms are the choice of the caller', () => {
  const texts = ['The port’s workers re-opened the port.', 'A port opened.']
  const counts = { the: 2, "port's": 1, workers: 1, 're-opened': 1, port: 2, a: 1, opened: 1 }
  expect(compareWords(texts, { port: 1 })).toEqual(compareWords(counts, { port: 1 }))
  expect(
    compareWords(
      texts.map((text) => ({ text })),
      new Map([['port', 1]]),
    ),
  ).toEqual(compareWords(counts, { port: 1 }))
  const pairs = compareWords(texts, ['the port workers'], { ngrams: [1, 2], stopWords: 'english', minCount: 2 })
  expect(pairs.map(({ term }) => term).sort()).toEqual(['port', 'workers'])
  expect(compareWords('open port', 'open port', { ngrams: 2 }).map(({ term }) => term)).toEqual(['open port'])
  expect(compareWords('open port', 'shut port', { stopWords: ['Port'] }).map(({ term }) => term)).toEqual(['open', 'shut'])
})

test('a background corpus is a prior: what it has often is drawn to nothing', () => {
  const z = (prior: Record<string, number>): number =>
    compareWords({ port: 9, court: 9 }, { port: 3, court: 15 }, { prior }).find(({ term }) => term === 'port')?.z as number
  expect(z({ port: 500, court: 500 })).toBeLessThan(z({ port: 5, court: 5 }))
})

test('by compares within each value of a column', () => {
  const rows = (text: string, outlet: string) => ({ text, outlet })
  const a = [rows('port port court', 'Herald'), rows('grain', 'Ledger')]
  const b = [rows('court', 'Herald'), rows('grain grain port', 'Ledger')]
  const all = compareWords(a, b, { by: 'outlet' })
  expect(all.map(({ group }) => group)).toEqual(['Herald', 'Herald', 'Ledger', 'Ledger'])
  expect(all.filter(({ group }) => group === 'Herald').map(({ term, countA, countB }) => [term, countA, countB])).toEqual([
    ['port', 2, 0],
    ['court', 1, 1],
  ])
})

test.each([
  ['', 'port', {}],
  [[], 'port', {}],
  [42 as never, 'port', {}],
  [[{ title: 'no text' }], 'port', {}],
  [{ port: -1 }, 'port', {}],
  ['port', 'port', { ngrams: 0 }],
  ['port', 'port', { ngrams: [] }],
  ['port', 'port', { minCount: 0 }],
  ['port', 'port', { prior: 0 }],
  ['port', 'port', { correction: 'bonferroni' as never }],
])('an impossible source or option is an error: %o', (a, b, options) => {
  expect(() => compareWords(a, b, options)).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
})
