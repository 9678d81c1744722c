import { missingPeer } from '../missing-peer.js'
import { decodeText } from '../text/decode-text.js'
import { namePlace, type PlacedRecord } from './archive-item.js'
import { findDialect } from './csv-dialect.js'
import { failedRecord, LONGEST_RECORD, tooLong } from './failed-record.js'
import { openBytes, unreadable } from './open-bytes.js'
import type { ReaderOptions } from './read-json-lines.js'
import { type CsvRow, createCsvSplitter } from './split-csv.js'
import { duplicateColumns, type Fault, missingColumn } from './table-faults.js'
import { toUtf8 } from './to-utf8.js'

/** What of a table is asked for. */
export interface TableOptions extends ReaderOptions {
  /** Columns that must be there: a table that lacks one is one item with `ok: false`. */
  readonly required?: readonly string[]
  /** Tells what is wrong with the columns, if anything. */
  readonly check?: (columns: readonly string[]) => Fault | null
}

const HEAD = 1 << 16 // bytes that the separator is told from

/**
 * Reads a CSV file with a header row, packed by gzip (`.gz`) or zstd (`.zst`) or not; cells may hold line breaks.
 *
 * The separator (`,` `;` tab or `|`) is told from the header and the first rows, and so is whether quotes inside cells are doubled or
 * stand behind a backslash; lines may end with CRLF, LF or CR. A row that has more or fewer cells than the header, whose quotes are
 * not closed, that holds NULs or is longer than 8 MB is an item with `ok: false`, its place and line; the next begins at the next line
 * that is a row. Blank lines are left out. Two columns of one name are one item that names them. Needs the optional package
 * `papaparse`.
 *
 * @throws {FramingError} `missing-peer` where it is not installed.
 * @example
 * for await (const item of readCsv('archive.csv')) if (item.ok) console.log(item.value)
 */
export async function* readCsv(
  path: string,
  { required = [], check, meter, bytes }: TableOptions = {},
): AsyncGenerator<PlacedRecord, void, undefined> {
  const { default: papa } = await import('papaparse').catch(missingPeer('papaparse', 'reads CSV'))
  let header: readonly string[] | null = null
  let record = 0
  try {
    for await (const row of readRows(papa, path, required, bytes ?? openBytes(path, meter))) {
      if (header === null) {
        header = row.cells.map(decodeCell)
        const fault = faultOfHeader(row, header, required) ?? check?.(header)
        if (fault) return yield failedRecord({ file: path, line: row.line }, fault)
      } else yield readRow(row, header, { file: path, record: ++record, line: row.line })
    }
  } catch (error) {
    meter?.signal?.throwIfAborted()
    yield failedRecord(record === 0 ? { file: path } : { file: path, record: record + 1 }, unreadable(error))
  }
}

/** The rows of a table; those before the place where it cannot be read any further come first. */
async function* readRows(
  papa: Parameters<typeof createCsvSplitter>[0],
  path: string,
  wanted: readonly string[],
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<CsvRow, void, undefined> {
  const delimiters = /\.tsv(?:\.|$)/i.test(path) ? { delimiters: ['\t'] } : {}
  let head = ''
  let splitter: ReturnType<typeof createCsvSplitter> | null = null
  const start = (isWhole: boolean): Generator<CsvRow, void, undefined> => {
    splitter = createCsvSplitter(papa, findDialect(papa, head, { isWhole, wanted, ...delimiters }), LONGEST_RECORD)
    return splitter.push(head)
  }
  try {
    for await (const chunk of toUtf8(bytes)) {
      // As Latin-1, a character is a byte, whatever encoding the cells are in: each row tells it by itself.
      const piece = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1')
      if (splitter) yield* (splitter as ReturnType<typeof createCsvSplitter>).push(piece)
      else {
        head += piece
        if (head.length >= HEAD) yield* start(false)
      }
    }
  } catch (error) {
    if (!splitter) yield* start(false)
    throw error
  }
  if (!splitter) yield* start(true)
  yield* (splitter as unknown as ReturnType<typeof createCsvSplitter>).finish()
}

function faultOfHeader(row: CsvRow, header: readonly string[], required: readonly string[]): Fault | null {
  if (row.fault !== null) return brokenRow(row)
  const twice = header.filter((name, i) => name !== '' && header.indexOf(name) !== i)
  if (twice.length > 0) return duplicateColumns(twice)
  const missing = required.find((name) => !header.includes(name))
  return missing === undefined ? null : missingColumn(missing, header)
}

function readRow(row: CsvRow, header: readonly string[], place: PlacedRecord['place']): PlacedRecord {
  if (row.fault === 'too-long') return tooLong(place, row.length)
  if (row.fault !== null) return failedRecord(place, brokenRow(row))
  if (row.cells.length !== header.length) {
    const message = `Expected ${header.length} cells as in the header, got ${row.cells.length} in line ${row.line}. Correct the row; a separator inside a cell needs quotes around it.`
    return failedRecord(place, { code: 'broken-record', message })
  }
  try {
    const cells = row.cells.map(decodeCell)
    // A column may have any name, `__proto__` too, so no cell is assigned by its name. Columns without a name are nobody's.
    const value = Object.fromEntries(header.map((name, i) => [name, cells[i] as string] as const).filter(([name]) => name !== ''))
    return { ok: true, id: namePlace(place), value, place, length: row.length }
  } catch (error) {
    return failedRecord(place, error as Error)
  }
}

/** @throws {FramingError} `binary-input` where it holds NULs. */
function decodeCell(cell: string): string {
  return NOT_PLAIN.test(cell) ? decodeText(Buffer.from(cell, 'latin1')) : cell
}

const NOT_PLAIN = /[^ -~\t\n\r]/ // anything but printable ASCII and white space

function brokenRow({ fault, line }: CsvRow): Fault {
  const wrong = fault === 'quote-not-closed' ? 'a quote that is never closed' : 'text behind a closing quote'
  return {
    code: 'broken-record',
    message: `Expected a row of CSV, got ${wrong} in line ${line}. Correct the row; quotes inside a quoted cell are doubled.`,
  }
}
