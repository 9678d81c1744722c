import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyze } from '../../src/analyze/index.js'
import {
  type CountedArticle,
  type CountedScore,
  countScores,
  estimateShares,
  mergeCounts,
  type PooledCounts,
} from '../../src/archive/pooled-counts.js'
import { estimateRate } from '../../src/compare/index.js'
import { toRows } from '../../src/present/index.js'

const ORIGIN = { codebook_hash: 'c0de', lib_version: '1.0.0' }
const name = fc.constantFrom(
  'frame_salience',
  'reply_clarity',
  'present',
  'constructor',
  '__proto__',
  'toString',
  '',
  '["a"]',
  'ü',
  '🌍',
)
const score: fc.Arbitrary<CountedScore> = fc.record({
  measure: name,
  category: fc.option(name),
  label: fc.option(name),
  quote: fc.option(name),
  codebook_hash: fc.constant(ORIGIN.codebook_hash),
  lib_version: fc.constant(ORIGIN.lib_version),
})
const article: fc.Arbitrary<CountedArticle> = fc.record({
  paragraphs: fc.nat(1000),
  exchanges: fc.nat(50),
  codebook_hash: fc.constant(ORIGIN.codebook_hash),
  lib_version: fc.constant(ORIGIN.lib_version),
})
const rows = fc.record({ scores: fc.array(score, { maxLength: 30 }), articles: fc.array(article, { maxLength: 5 }) })
const counts = rows.map(countScores)
const EMPTY = countScores({})

describe('mergeCounts', () => {
  test('is the same in any grouping and any order', () => {
    fc.assert(
      fc.property(counts, counts, counts, (a, b, c) => {
        expect(mergeCounts(mergeCounts(a, b), c)).toEqual(mergeCounts(a, mergeCounts(b, c)))
        expect(JSON.stringify(mergeCounts(a, b))).toBe(JSON.stringify(mergeCounts(b, a)))
      }),
    )
  })

  test('leaves counts as they are when nothing is added', () => {
    fc.assert(
      fc.property(counts, (a) => {
        expect(mergeCounts(a, EMPTY)).toEqual(a)
      }),
    )
  })

  test('of parts is the count of the whole, however it is cut, stored and read back', () => {
    fc.assert(
      fc.property(rows, fc.nat(30), fc.nat(5), ({ scores, articles }, i, j) => {
        const parts = [
          countScores({ scores: scores.slice(0, i), articles: articles.slice(j) }),
          countScores({ scores: scores.slice(i), articles: articles.slice(0, j) }),
        ].map((part) => JSON.parse(JSON.stringify(part)) as PooledCounts)
        expect(parts.reduce(mergeCounts)).toEqual(countScores({ scores, articles }))
      }),
    )
  })

  test('does not write into its arguments', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const before = JSON.stringify([a, b])
        mergeCounts(a, b)
        expect(JSON.stringify([a, b])).toBe(before)
      }),
    )
  })

  test('refuses counts of different codebooks or versions', () => {
    const of = (origin: Partial<typeof ORIGIN>) =>
      countScores({ articles: [{ paragraphs: 1, exchanges: 0, ...ORIGIN, ...origin }] })
    expect(() => mergeCounts(of({}), of({ codebook_hash: 'other' }))).toThrow(
      /one codebook and one version, got "c0de" of 1\.0\.0 and "other"/,
    )
    expect(() => mergeCounts(of({}), of({ lib_version: '2.0.0' }))).toThrow(/one codebook/)
  })
})

describe('countScores', () => {
  const TEXTS = [
    'Both sides agreed to cut tariffs.\n\nThe two armies held a joint military exercise.',
    'Q: Will you sign the treaty?\n\nA: No. We will not sign it.',
    'The weather was fine.',
  ]
  const tablesOf = (text: string) => {
    const analysis = analyze(text)
    return { scores: toRows(analysis), articles: toRows(analysis, { table: 'articles' }) }
  }

  test('counts what a person counts in the same texts', () => {
    const whole = TEXTS.map((text) => countScores(tablesOf(text))).reduce(mergeCounts)
    expect(whole).toMatchObject({ articles: 3, paragraphs: 5, exchanges: 1 })
    const labels = whole.labels.map(({ measure, category, label, count }) => [measure, category, label, count].join(' '))
    expect(labels).toContain('frame_salience trade present 1')
    expect(labels).toContain('frame_salience security present 1')
    expect(labels).toContain('reply_clarity  clear_reply 1')
    expect(whole.terms).toContainEqual({ measure: 'frame_salience', category: 'trade', term: 'tariffs', count: 1 })
    const trade = estimateShares(whole).frames.find(({ frame }) => frame === 'trade')
    expect(trade).toEqual({ frame: 'trade', ...estimateRate(1, 5) })
  })

  test('takes no row as no row', () => {
    expect(EMPTY).toEqual({
      articles: 0,
      paragraphs: 0,
      exchanges: 0,
      labels: [],
      terms: [],
      codebook_hash: null,
      lib_version: null,
    })
    expect(estimateShares(EMPTY)).toEqual({ frames: [], labels: [] })
  })
})

describe('estimateShares', () => {
  test('the labels of one measure and category make up the whole', () => {
    fc.assert(
      fc.property(rows, ({ scores, articles }) => {
        const { labels } = estimateShares(
          countScores({ scores: scores.filter(({ measure }) => measure !== 'frame_salience'), articles }),
        )
        const sums = new Map<string, [count: number, total: number]>()
        for (const { measure, category, count, total } of labels) {
          const key = JSON.stringify([measure, category])
          sums.set(key, [(sums.get(key)?.[0] ?? 0) + count, total])
        }
        for (const [count, total] of sums.values()) expect(count).toBe(total)
      }),
    )
  })

  test('frames without their articles are refused', () => {
    const scores = [{ measure: 'frame_salience', category: 'trade', label: 'present', quote: null, ...ORIGIN }]
    expect(() => estimateShares(countScores({ scores }))).toThrow(/0 <= count <= total/)
  })
})
