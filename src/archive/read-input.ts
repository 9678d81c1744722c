import { stat } from 'node:fs/promises'
import type { RecordFields } from '../read/index.js'
import type { PlacedRecord } from './archive-item.js'
import { openByteQueue } from './byte-queue.js'
import { failedRecord } from './failed-record.js'
import { formatOfBytes, formatOfName, type InputFormat, packingOf } from './input-format.js'
import { unreadable } from './open-bytes.js'
import { type ReadMeter, readBytes, STANDARD_INPUT } from './read-bytes.js'
import { readCsv } from './read-csv.js'
import { readTextFile } from './read-folder.js'
import { readJson } from './read-json.js'
import { readJsonLines } from './read-json-lines.js'
import { readParquet } from './read-parquet.js'
import { findMissingColumn, isRecordColumn, isTextName } from './record-columns.js'
import { unpackGzip } from './unpack-gzip.js'
import { unpackZstd } from './unpack-zstd.js'

const HEAD = 1 << 12 // bytes that the format of a pipe is told from

export interface InputOptions {
  readonly meter: ReadMeter
  /** Which field holds what; columns that are named must be there. Absent where the fields are not known yet: all are read. */
  readonly fields?: RecordFields
}

/** Reads an input by what its name says, or, where it is a pipe, its beginning: JSON lines, JSON, CSV, Parquet, or text. */
export async function* readInput(path: string, options: InputOptions): AsyncGenerator<PlacedRecord, void, undefined> {
  if (await isPipe(path)) yield* readPipe(path, options)
  else yield* readAs(formatOfName(path), path, options)
}

/** Whether an input can be read only once: standard input, a named pipe, what a shell gives for `<(…)`. */
export async function isPipe(path: string): Promise<boolean> {
  if (path === STANDARD_INPUT) return true
  const stats = await stat(path).catch(() => null)
  return stats !== null && !stats.isFile() && !stats.isDirectory()
}

async function* readPipe(path: string, options: InputOptions): AsyncGenerator<PlacedRecord, void, undefined> {
  const { meter } = options
  const raw = openByteQueue(readBytes(path, meter))
  try {
    const packing = packingOf(await raw.peek(4))
    const unpacked = packing === 'gzip' ? unpackGzip(raw.rest()) : packing === 'zstd' ? unpackZstd(raw.rest()) : raw.rest()
    const queue = openByteQueue(unpacked)
    const head = await queue.peek(HEAD).catch(() => new Uint8Array(0)) // what is wrong is said when it is read
    const format = formatOfBytes(head, (name) => name === options.fields?.text || isTextName(name))
    if (format === 'parquet') {
      const message = 'Expected records that can be read once, got Parquet through a pipe. Save it as a file first.'
      return yield failedRecord({ file: path }, { code: 'unreadable-input', message })
    }
    yield* readAs(format, path, { ...options, bytes: queue.rest() })
  } catch (error) {
    meter.signal?.throwIfAborted()
    yield failedRecord({ file: path }, unreadable(error))
  } finally {
    await raw.close()
  }
}

function readAs(
  format: InputFormat,
  path: string,
  { meter, fields, bytes }: InputOptions & { readonly bytes?: AsyncIterable<Uint8Array> },
): AsyncIterable<PlacedRecord> {
  const check = fields && ((columns: readonly string[]) => findMissingColumn(columns, fields))
  const columns = fields && ((name: string) => isRecordColumn(name, fields))
  const from = { meter, ...(bytes && { bytes }) }
  if (format === 'jsonl') return readJsonLines(path, from)
  if (format === 'json') return readJson(path, from)
  if (format === 'csv' || format === 'tsv') return readCsv(path, { ...from, ...(check && { check }) })
  if (format === 'parquet') return readParquet(path, { ...(columns && { columns }), ...(check && { check }), meter })
  return readOne(path, from)
}

async function* readOne(
  path: string,
  options: Parameters<typeof readTextFile>[1],
): AsyncGenerator<PlacedRecord, void, undefined> {
  yield await readTextFile(path, options)
}
