import type Papa from 'papaparse'

/** How the cells of a table stand in its bytes. */
export interface CsvDialect {
  readonly delimiter: string
  readonly newline: '\n' | '\r'
  /** `"` where a quote inside a quoted cell is doubled, a backslash where one stands before it. */
  readonly quoteEscape: '"' | '\\'
}

export type CsvFault = 'quote-not-closed' | 'text-behind-quote'

/** One row as papaparse gives it. */
export interface ParsedRow {
  readonly cells: readonly string[]
  /** The row and its line end as they stand there. */
  readonly raw: string
}

export interface ParsedRows {
  readonly rows: readonly ParsedRow[]
  /** What is wrong with the row behind them, if anything. */
  readonly fault: CsvFault | null
  /** Cells of the row that is broken, as far as they can be told apart; 0 where none is. */
  readonly faultWidth: number
}

/** The library's parser, whose declared types leave out how it is used on a piece of a text. */
type Parser = new (
  options: object,
) => {
  parse(input: string, baseIndex: number, ignoreLastRow: boolean): { readonly errors: readonly Fault[] }
  abort(): void
}

type Fault = { readonly code: string }

export const QUOTE = '"'

/**
 * Parses the rows of a text, up to the first that is broken.
 *
 * @param isWhole - whether the text ends with a row; otherwise what follows its last line end may go on
 * @param most - rows that are enough
 */
export function parseRows(
  papa: typeof Papa,
  { delimiter, newline, quoteEscape }: CsvDialect,
  text: string,
  { isWhole, most = Number.POSITIVE_INFINITY }: { readonly isWhole: boolean; readonly most?: number },
): ParsedRows {
  const rows: ParsedRow[] = []
  let fault: CsvFault | null = null
  let faultWidth = 0
  let start = 0
  const parser = new (papa.Parser as unknown as Parser)({
    delimiter,
    newline,
    quoteChar: QUOTE,
    escapeChar: quoteEscape,
    fastMode: false,
    step: ({ data, errors, meta }: { data: string[][]; errors: readonly Fault[]; meta: { readonly cursor: number } }) => {
      fault = faultOf(errors)
      if (fault !== null) faultWidth = data[0]?.length ?? 0
      const raw = text.slice(start, meta.cursor)
      start = meta.cursor
      if (fault === null && raw !== '') rows.push({ cells: cleanCells(data[0] ?? [], raw, newline, quoteEscape), raw })
      if (fault !== null || rows.length >= most) parser.abort()
    },
  })
  const { errors } = parser.parse(text, 0, !isWhole)
  return { rows, fault: fault ?? (rows.length < most ? faultOf(errors) : null), faultWidth }
}

function faultOf([fault]: readonly Fault[]): CsvFault | null {
  if (fault === undefined) return null
  return fault.code === 'MissingQuotes' ? 'quote-not-closed' : 'text-behind-quote'
}

/** The carriage return of a line end goes; backslashes that were escaped by one are single again. */
function cleanCells(cells: readonly string[], raw: string, newline: string, quoteEscape: string): readonly string[] {
  const last = cells.at(-1) ?? ''
  const ended =
    newline === '\n' && last.endsWith('\r') && /[^"]\r\n?$/.test(raw) ? [...cells.slice(0, -1), last.slice(0, -1)] : cells
  return quoteEscape === '\\' ? ended.map((cell) => cell.replaceAll('\\\\', '\\')) : ended
}
