import Papa from 'papaparse'
import { ARCHIVE_TABLES } from '../archive/index.js'
import type { ScoreRow } from '../present/index.js'

const COLUMNS = ARCHIVE_TABLES.scores.map(({ name }) => name as keyof ScoreRow)
const BYTE_ORDER_MARK = '\ufeff' // Excel takes a file without it for one of its country's old encodings

/**
 * The first line of the table: names of the columns.
 *
 * @param excel - whether Excel will read it: then a byte order mark comes first
 */
export function csvHead(excel: boolean): string {
  return `${excel ? BYTE_ORDER_MARK : ''}${COLUMNS.join(',')}\n`
}

/**
 * Lines of RFC 4180, in the columns of the archive's table `scores`; null is an empty cell.
 *
 * @param excel - whether Excel will read it: then nothing is written that it would run as a formula
 */
export function csvLines(rows: readonly ScoreRow[], excel: boolean): string {
  if (rows.length === 0) return ''
  const cells = rows.map((row) => COLUMNS.map((column) => row[column]))
  return `${Papa.unparse(cells, { newline: '\n', escapeFormulae: excel })}\n`
}
