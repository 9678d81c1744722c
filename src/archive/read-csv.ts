import { namePlace, type PlacedRecord } from './archive-item.js'
import { decodeText } from './decode-text.js'
import { failedRecord, LONGEST_RECORD, tooLong } from './failed-record.js'
import { missingPeer } from './missing-peer.js'
import { openBytes, unreadable } from './open-bytes.js'
import type { ReaderOptions } from './read-json-lines.js'
import { splitRecords } from './split-records.js'

/** What of a table is asked for. */
export interface TableOptions extends ReaderOptions {
  /** Columns that must be there: a table that lacks one is one item with `ok: false`. */
  readonly required?: readonly string[]
}

/**
 * Reads a CSV file with a header row, packed by gzip (`.gz`) or zstd (`.zst`) or not; cells may hold line breaks.
 *
 * The separator is a tab where the name says `.tsv`, else it is told from the header. A row that has more or fewer cells than the
 * header, or is longer than 8 MB, is an item with `ok: false` and its place; the rest goes on. Needs the optional package `papaparse`.
 *
 * @throws {FramingError} `missing-peer` where it is not installed.
 * @example
 * for await (const item of readCsv('archive.csv')) if (item.ok) console.log(item.value)
 */
export async function* readCsv(
  path: string,
  { required = [], meter }: TableOptions = {},
): AsyncGenerator<PlacedRecord, void, undefined> {
  const { default: Papa } = await import('papaparse').catch(missingPeer('papaparse', 'reads CSV'))
  let row = 0 // of the data; the header is 0
  let header: string[] | null = null
  let delimiter = /\.tsv(?:\.|$)/i.test(path) ? '\t' : ''
  try {
    for await (const raw of splitRecords(openBytes(path, meter), { most: LONGEST_RECORD, quoted: true })) {
      const place = { file: path, record: row }
      if ('length' in raw) {
        row++
        yield tooLong(place, raw.length)
        continue
      }
      const line = decodeText(raw.bytes).replace(/\r$/, '')
      if (header === null) {
        if (line.trim() === '') continue
        const parsed = Papa.parse<string[]>(line, { delimiter })
        header = parsed.data[0] ?? []
        delimiter = parsed.meta.delimiter
        const missing = required.find((name) => !header?.includes(name))
        if (missing !== undefined) return yield failedRecord({ file: path }, missingColumn(missing, header))
        row = 1
        continue
      }
      if (line === '') continue
      row++
      const { data, errors } = Papa.parse<string[]>(line, { delimiter, newline: '\n' })
      const [cells = []] = data
      const [error] = errors
      if (error) yield failedRecord(place, broken(`${error.message}`))
      else if (cells.length !== header.length) yield failedRecord(place, broken(`${cells.length} cells`, header.length))
      else {
        // A column may have any name, `__proto__` too, so no cell is assigned by its name.
        const value = Object.fromEntries(header.map((name, i) => [name, cells[i] as string]))
        yield { ok: true, id: namePlace(place), value, place, length: raw.bytes.length }
      }
    }
  } catch (error) {
    yield failedRecord(row === 0 ? { file: path } : { file: path, record: row }, unreadable(error))
  }
}

export function missingColumn(name: string, columns: readonly string[]): { readonly code: string; readonly message: string } {
  const known = columns.slice(0, SHOWN_COLUMNS).join(', ')
  return {
    code: 'missing-column',
    message: `Expected a column "${name}", got ${known || 'none'}. Map the field to one of these.`,
  }
}

const SHOWN_COLUMNS = 20

function broken(got: string, expected?: number): { readonly code: string; readonly message: string } {
  const wanted = expected === undefined ? 'a row of CSV' : `${expected} cells as in the header`
  return { code: 'broken-record', message: `Expected ${wanted}, got ${got}. Correct the row; quotes inside a cell are doubled.` }
}
