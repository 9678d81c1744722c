import type Papa from 'papaparse'
import { type CsvDialect, parseRows } from './parse-csv.js'

const DELIMITERS = [',', ';', '\t', '|'] as const
const ESCAPES = ['"', '\\'] as const
const LOOKED_AT = 50 // rows

/**
 * Tells from the beginning of a table how its cells stand there: of all separators and ways to escape a quote, those by which the
 * header has the columns asked for, most rows are as wide as the header, and the header has most cells, in this order.
 *
 * @param wanted - a column that should be there
 */
export function findDialect(
  papa: typeof Papa,
  head: string,
  {
    isWhole,
    wanted,
    delimiters = DELIMITERS,
  }: { readonly isWhole: boolean; readonly wanted: readonly string[]; readonly delimiters?: readonly string[] },
): CsvDialect {
  const newline = /\r\n|\n|\r/.exec(head)?.[0] === '\r' ? '\r' : '\n'
  const scored = delimiters.flatMap((delimiter) =>
    ESCAPES.map((quoteEscape) => {
      const dialect = { delimiter, newline, quoteEscape } as const
      const { rows, fault } = parseRows(papa, dialect, head, { isWhole, most: LOOKED_AT })
      const told = rows.filter(({ raw }) => raw.trim() !== '')
      const [header] = told
      const width = header?.cells.length ?? 0
      const even = told.filter(({ cells }) => cells.length === width).length
      const found = wanted.filter((name) => header?.cells.includes(name)).length
      return { dialect, scores: [found, width > 1 ? 1 : 0, fault === null ? even : even - 1, -told.length + even, width] }
    }),
  )
  return scored.reduce((best, each) => (isBetter(each.scores, best.scores) ? each : best)).dialect
}

function isBetter(scores: readonly number[], than: readonly number[]): boolean {
  const first = scores.findIndex((score, i) => score !== than[i])
  return first >= 0 && (scores[first] as number) > (than[first] as number)
}
