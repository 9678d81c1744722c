import { expect, test } from 'vitest'
import { type RowTables, toRows } from '../../src/present/index.js'
import { MADE_ANALYSIS } from './made-analysis.js'

const COLUMNS = [
  'doc_id',
  'paragraph_id',
  'exchange_id',
  'speaker',
  'role',
  'measure',
  'category',
  'target',
  'holder',
  'value',
  'label',
  'start',
  'end',
  'quote',
  'codebook_hash',
  'lib_version',
]

const TABLES: readonly (keyof RowTables)[] = ['articles', 'paragraphs', 'exchanges', 'scores']

test('every score row has the same columns in the same order', () => {
  for (const row of toRows(MADE_ANALYSIS)) expect(Object.keys(row)).toEqual(COLUMNS)
})

test.each(TABLES)(
  'every cell of %s is a string, a finite number or null, and every row has the columns of the first',
  (table) => {
    const rows = toRows(MADE_ANALYSIS, { table })
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(Object.keys(rows[0] as object))
      expect(Object.keys(row).join()).toMatch(/^[a-z_,]+$/)
      for (const cell of Object.values(row)) expect(cell === null || typeof cell === 'string' || Number.isFinite(cell)).toBe(true)
    }
  },
)

test('every quote is its slice of the text', () => {
  const quoted = toRows(MADE_ANALYSIS).filter(({ quote }) => quote !== null)
  expect(quoted.length).toBeGreaterThan(10)
  for (const { start, end, quote } of quoted) expect(MADE_ANALYSIS.article.text.slice(start as number, end as number)).toBe(quote)
})

test('a score belongs to one paragraph or to one exchange', () => {
  for (const { paragraph_id, exchange_id } of toRows(MADE_ANALYSIS))
    expect((paragraph_id === null) !== (exchange_id === null)).toBe(true)
})

test('each score of the analysis has its row', () => {
  const rows = toRows(MADE_ANALYSIS).map(({ measure, category, target, value, label, quote }) => ({
    measure,
    of: category ?? target,
    value,
    label,
    quote,
  }))
  expect(rows).toContainEqual({ measure: 'frame_salience', of: 'trade', value: 0.95, label: 'present', quote: 'tariff' })
  expect(rows).toContainEqual({ measure: 'frame_salience', of: 'trade', value: 0.2, label: 'below_threshold', quote: 'rose' })
  expect(rows).toContainEqual({ measure: 'frame_tone', of: 'trade', value: -0.6, label: 'concern', quote: 'tariff' })
  expect(rows).toContainEqual({ measure: 'stance', of: 'trade war', value: -0.5, label: 'against', quote: 'fear' })
  expect(rows).toContainEqual({ measure: 'overall_stance', of: null, value: 0.4, label: 'favor', quote: 'rose' })
  expect(rows).toContainEqual({ measure: 'frame_change', of: 'investment', value: 0.9, label: 'introduced', quote: null })
  expect(rows).toContainEqual({ measure: 'stance_shift', of: 'trade war', value: 0.5, label: 'softened', quote: null })
  expect(rows).toContainEqual({ measure: 'actor_change', of: 'Luthania', value: null, label: 'dropped', quote: null })
})

test('an unanswered question has no row among the scores and one among the exchanges', () => {
  expect(toRows(MADE_ANALYSIS).filter(({ exchange_id }) => exchange_id === 1)).toEqual([])
  const [, unanswered] = toRows(MADE_ANALYSIS, { table: 'exchanges' })
  expect(unanswered).toMatchObject({ question: 'Will you run?', answer: null, reply_clarity: null, frames_kept: null })
})

test('an exchange row holds the words of both sides', () => {
  const [first] = toRows(MADE_ANALYSIS, { table: 'exchanges' })
  expect(first?.answer).toBe('We do not fear it.\n\nForeign direct investment rose by a quarter.')
  expect(first?.frames_introduced).toBe('investment')
})

test.each(['constructor', '__proto__', 'score', 3, null])('there is no table %j', (table) => {
  expect(() => toRows(MADE_ANALYSIS, { table: table as never })).toThrow(
    expect.objectContaining({ code: 'invalid-argument', message: expect.stringContaining('Expected table to be articles') }),
  )
})
