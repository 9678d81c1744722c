import { describeValue, FramingError } from '../error.js'
import type { Analysis } from '../types.js'
import { type ScoreRow, scoreRows } from './score-rows.js'
import { type ArticleRow, articleRows, type ExchangeRow, exchangeRows, type ParagraphRow, paragraphRows } from './table-rows.js'

/** The tables that an analysis can be laid out in, with the row of each. */
export interface RowTables {
  readonly articles: ArticleRow
  readonly paragraphs: ParagraphRow
  readonly exchanges: ExchangeRow
  readonly scores: ScoreRow
}

const MAKERS: { readonly [T in keyof RowTables]: (analysis: Analysis) => RowTables[T][] } = {
  articles: articleRows,
  paragraphs: paragraphRows,
  exchanges: exchangeRows,
  scores: scoreRows,
}

const TABLES = new Map<unknown, (analysis: Analysis) => unknown>(Object.entries(MAKERS))

/**
 * Lays an analysis out as flat rows for a table: every row of a table has the same columns, and every cell is a string, a number
 * or null.
 *
 * The option `table` says which: `scores`, the default, has one row a score, in text order: the paragraphs first, then the exchanges; what
 * its measures mean stands in `measures`. `articles`, `paragraphs` and `exchanges` have one row of each.
 *
 * @param analysis - what `analyze` returned
 * @throws {FramingError} `invalid-argument` where there is no such table.
 * @example
 * const rows = toRows(analyze('Both sides agreed to cut tariffs.'))
 * rows[0]?.measure //=> 'frame_salience'
 */
export function toRows(analysis: Analysis): ScoreRow[]
export function toRows<T extends keyof RowTables>(analysis: Analysis, options: { readonly table: T }): RowTables[T][]
export function toRows(analysis: Analysis, options: { readonly table?: keyof RowTables } = {}): unknown {
  const { table = 'scores' } = options
  const makeRows = TABLES.get(table)
  if (makeRows) return makeRows(analysis)
  throw new FramingError(
    'invalid-argument',
    `Expected table to be articles, paragraphs, exchanges or scores, got ${describeValue(table)}. Leave it out for scores.`,
  )
}
