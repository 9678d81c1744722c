import { type FileHandle, open } from 'node:fs/promises'
import { missingPeer } from '../missing-peer.js'
import { namePlace, type PlacedRecord } from './archive-item.js'
import { failedRecord } from './failed-record.js'
import { unreadable } from './open-bytes.js'
import type { ReadMeter } from './read-bytes.js'
import type { TableOptions } from './read-csv.js'
import { duplicateColumns, missingColumn } from './table-faults.js'

const SLICE = 2000 // rows unpacked at once; a row group may hold a million

export interface ParquetOptions extends TableOptions {
  /** Columns that are read; all where it is left out. Fewer take less time and memory. */
  readonly columns?: readonly string[] | ((name: string) => boolean)
}

/**
 * Reads a Parquet file, one record a row; of one row group at a time the packed columns and some thousand rows are held in memory.
 *
 * A file that cannot be read, or not to its end, gives an item with `ok: false` in the place of what is lost. Needs the optional
 * packages `hyparquet` and `hyparquet-compressors`.
 *
 * @throws {FramingError} `missing-peer` where they are not installed.
 * @example
 * for await (const item of readParquet('archive.parquet', { columns: ['id', 'text'] })) if (item.ok) console.log(item.value)
 */
export async function* readParquet(
  path: string,
  { columns, required = [], check, meter }: ParquetOptions = {},
): AsyncGenerator<PlacedRecord, void, undefined> {
  const name = 'hyparquet hyparquet-compressors'
  const { parquetMetadataAsync, parquetReadObjects, parquetSchema } = await import('hyparquet').catch(
    missingPeer(name, 'reads Parquet'),
  )
  const { compressors } = await import('hyparquet-compressors').catch(missingPeer(name, 'unpacks Parquet'))
  let handle: FileHandle | undefined
  let row = 0
  try {
    handle = await open(path)
    const file = await bufferOf(handle, meter)
    const metadata = await parquetMetadataAsync(file)
    const known = parquetSchema(metadata).children.map(({ element }) => element.name)
    const missing = required.find((column) => !known.includes(column))
    if (missing !== undefined) return yield failedRecord({ file: path }, missingColumn(missing, known))
    const twice = known.filter((column, i) => known.indexOf(column) !== i)
    if (twice.length > 0) return yield failedRecord({ file: path }, duplicateColumns(twice))
    const fault = check?.(known)
    if (fault) return yield failedRecord({ file: path }, fault)
    const wanted = typeof columns === 'function' ? known.filter(columns) : columns?.filter((column) => known.includes(column))
    let groupEnd = 0
    for (const group of metadata.row_groups) {
      groupEnd += Number(group.num_rows)
      while (row < groupEnd) {
        const range = { rowStart: row, rowEnd: Math.min(groupEnd, row + SLICE) }
        const rows = await parquetReadObjects({ file, metadata, compressors, ...range, ...(wanted && { columns: wanted }) })
        for (const value of rows) {
          const place = { file: path, record: ++row }
          yield { ok: true, id: namePlace(place), value, place, length: lengthOfRow(value) }
        }
        if (row < range.rowEnd) throw new Error(`row group ends at row ${row} instead of ${range.rowEnd}`)
      }
    }
  } catch (error) {
    yield failedRecord(row === 0 ? { file: path } : { file: path, record: row + 1 }, unreadable(error))
  } finally {
    await handle?.close()
  }
}

/** A file as hyparquet reads it, by parts. */
async function bufferOf(
  handle: FileHandle,
  meter: ReadMeter = { bytes: 0 },
): Promise<{ byteLength: number; slice(start: number, end?: number): Promise<ArrayBuffer> }> {
  const { size } = await handle.stat()
  return {
    byteLength: size,
    async slice(start, end = size) {
      const bytes = new Uint8Array(Math.max(0, end - start))
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, start)
      meter.bytes += bytesRead
      return bytes.buffer.slice(0, bytesRead)
    },
  }
}

function lengthOfRow(row: object): number {
  let length = 0
  for (const cell of Object.values(row)) if (typeof cell === 'string') length += cell.length
  return length
}
