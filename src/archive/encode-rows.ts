import { describeValue, FramingError } from '../error.js'
import { missingPeer } from '../missing-peer.js'
import type { Column } from './archive-tables.js'

export type TableFormat = 'parquet' | 'ndjson' | 'csv'

/** Rows of one table, ready to be put one behind the other: lines of UTF-8, or one list of cells a column. */
export type EncodedRows = { readonly count: number } & (
  | { readonly bytes: Uint8Array }
  | { readonly cells: readonly (readonly Cell[])[] }
)

type Cell = string | number | null

/** The formats of tables, with the ending of a file of each. */
export const TABLE_FORMATS: readonly TableFormat[] = ['parquet', 'ndjson', 'csv']

/** @throws {FramingError} `invalid-argument` where there is no such format. */
export function checkFormat(format: unknown): TableFormat {
  const known = TABLE_FORMATS.find((each) => each === format)
  if (known) return known
  throw new FramingError(
    'invalid-argument',
    `Expected a format of ${TABLE_FORMATS.join(', ')}, got ${describeValue(format)}. Leave it out for parquet.`,
  )
}

/**
 * Encodes rows, whose fields stand in the order of the columns, piece by piece; what `joinRows` makes of the pieces does not depend on
 * how they were cut.
 *
 * A half of a character, which has no form in UTF-8, is U+FFFD in every format.
 *
 * @param excel - for CSV: text that a spreadsheet would take for a formula gets an apostrophe in front
 * @throws {FramingError} `missing-peer` where CSV is asked for and `papaparse` is not installed.
 */
export async function encodeRows(
  rows: readonly object[],
  columns: readonly Column[],
  format: TableFormat,
  excel = false,
): Promise<EncodedRows> {
  const count = rows.length
  const names = columns.map(({ name }) => name)
  const cellOf = (row: object, name: string): Cell => makeWellFormed((row as Readonly<Record<string, Cell>>)[name] ?? null)
  if (format === 'parquet') return { count, cells: names.map((name) => rows.map((row) => cellOf(row, name))) }
  if (count === 0) return { count, bytes: new Uint8Array(0) }
  if (format === 'ndjson') {
    const lines = rows.map((row) => JSON.stringify(row, (_, cell: Cell) => makeWellFormed(cell)))
    return { count, bytes: Buffer.from(`${lines.join('\n')}\n`) }
  }
  const { default: Papa } = await import('papaparse').catch(missingPeer('papaparse', 'writes CSV'))
  const cells = rows.map((row) => names.map((name) => cellOf(row, name)))
  return { count, bytes: Buffer.from(`${Papa.unparse(cells, { newline: '\n', escapeFormulae: excel })}\n`) }
}

function makeWellFormed(cell: Cell): Cell {
  return typeof cell === 'string' ? (cell as unknown as { toWellFormed(): string }).toWellFormed() : cell // from Node 20
}

/**
 * Makes the bytes of a whole table file from its pieces.
 *
 * @param excel - for CSV: a byte order mark, by which spreadsheets know UTF-8
 * @throws {FramingError} `missing-peer` where Parquet is asked for and `hyparquet-writer` is not installed.
 */
export async function joinRows(
  pieces: readonly EncodedRows[],
  columns: readonly Column[],
  format: TableFormat,
  excel = false,
): Promise<readonly Uint8Array[]> {
  if (format !== 'parquet') {
    const head = format === 'csv' ? `${excel ? '\ufeff' : ''}${columns.map(({ name }) => name).join(',')}\n` : ''
    return [Buffer.from(head), ...pieces.map((piece) => ('bytes' in piece ? piece.bytes : new Uint8Array(0)))]
  }
  const { parquetWriteBuffer } = await import('hyparquet-writer').catch(missingPeer('hyparquet-writer', 'writes Parquet'))
  const columnData = columns.map(({ name, type, required }, i) => {
    const data = pieces.flatMap((piece) => ('cells' in piece ? (piece.cells[i] ?? []) : []))
    return { name, data, type: PARQUET_TYPES[type], nullable: required !== true }
  })
  return [new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'media-framing', rowGroupSize: ROW_GROUP }))]
}

const PARQUET_TYPES = { string: 'STRING', int32: 'INT32', double: 'DOUBLE' } as const
const ROW_GROUP = 100_000 // rows
