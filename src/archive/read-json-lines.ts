import { describeValue, FramingError } from '../error.js'
import { decodeText } from '../text/decode-text.js'
import { namePlace, type PlacedRecord } from './archive-item.js'
import { failedRecord, LONGEST_RECORD, tooLong } from './failed-record.js'
import { openBytes, unreadable } from './open-bytes.js'
import { parseJson } from './parse-json.js'
import type { ReadMeter } from './read-bytes.js'
import { splitRecords } from './split-records.js'

export interface ReaderOptions {
  /** Counts up while the file is read, for a progress bar. */
  readonly meter?: ReadMeter
  /** Bytes to read in place of those of the path, unpacked. */
  readonly bytes?: AsyncIterable<Uint8Array>
}

/**
 * Reads a file of JSON lines (NDJSON), packed by gzip (`.gz`) or zstd (`.zst`) or not, one record a line.
 *
 * A line that is no object, or is longer than 8 MB, is an item with `ok: false` and its place, and so is what keeps the file from
 * being read to its end; the rest goes on. Blank lines are left out.
 *
 * @example
 * for await (const { ok, place } of readJsonLines('archive.jsonl.gz')) if (!ok) console.log(place.record)
 */
export async function* readJsonLines(
  path: string,
  { meter, bytes }: ReaderOptions = {},
): AsyncGenerator<PlacedRecord, void, undefined> {
  let record = 0
  try {
    for await (const raw of splitRecords(bytes ?? openBytes(path, meter), { most: LONGEST_RECORD })) {
      const place = { file: path, record: ++record, line: record }
      if ('length' in raw) yield tooLong(place, raw.length)
      else if (!isBlank(raw.bytes)) yield readLine(raw.bytes, place)
    }
  } catch (error) {
    meter?.signal?.throwIfAborted()
    yield failedRecord(record === 0 ? { file: path } : { file: path, record: record + 1 }, unreadable(error))
  }
}

function readLine(bytes: Uint8Array, place: PlacedRecord['place']): PlacedRecord {
  let value: unknown
  try {
    value = parseJson(decodeText(bytes))
  } catch (error) {
    if (error instanceof FramingError) return failedRecord(place, error)
    const reason = (error as Error).message.slice(0, LONGEST_REASON)
    return failedRecord(place, {
      code: 'broken-record',
      message: `Expected one JSON object on the line, got no JSON: ${reason}. Correct the line.`,
    })
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return { ok: true, id: namePlace(place), value, place, length: bytes.length }
  }
  return failedRecord(place, {
    code: 'broken-record',
    message: `Expected one JSON object on the line, got ${describeValue(value)}. Put each article on a line of its own.`,
  })
}

const LONGEST_REASON = 200 // UTF-16 code units; a parser's message quotes the line

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09)
}
