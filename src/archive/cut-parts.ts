import { createHash } from 'node:crypto'
import type { RecordFields } from '../read/index.js'
import { idOf, lengthOf, namePlace, type PlacedRecord } from './archive-item.js'
import { failedRecord } from './failed-record.js'
import type { RecordSource } from './record-source.js'
import { createSeenIds } from './seen-ids.js'

/** The records of a part, read and not yet analyzed. */
export interface CutPart {
  readonly number: number
  readonly items: readonly PlacedRecord[]
  /** Length of them all, as their readers measure. */
  readonly length: number
  /** Bytes of the inputs that were read when it was whole. */
  readonly bytes: number
  /** Hash of the ids and lengths of its records. */
  readonly read: string
}

/** A part is closed at this length of its records, so that its rows fit into memory however long articles are. */
export const PART_LENGTH = 4_000_000 // bytes or UTF-16 code units, as its reader measures

/**
 * Cuts the records of all inputs into parts. Which records a part covers depends on the inputs alone, so that every shard, every
 * resumed run and any number of workers come to the same parts. A second record of one id is one that failed.
 */
export async function* cutParts(
  source: RecordSource,
  fields: RecordFields,
  partRecords: number,
): AsyncGenerator<CutPart, void, undefined> {
  const seen = createSeenIds()
  let number = 0
  let items: PlacedRecord[] = []
  let length = 0
  let hash = createHash('sha256')
  for await (const read of source.records()) {
    if (items.length >= partRecords || length >= PART_LENGTH) {
      yield { number: number++, items, length, bytes: source.bytes(), read: hash.digest('hex') }
      items = []
      length = 0
      hash = createHash('sha256')
    }
    const id = idOf(read, fields)
    items.push(refuseSecond(read, id, seen))
    length += lengthOf(read)
    hash.update(JSON.stringify([id, lengthOf(read)]))
  }
  if (items.length > 0) yield { number, items, length, bytes: source.bytes(), read: hash.digest('hex') }
}

function refuseSecond(item: PlacedRecord, id: string | null, seen: ReturnType<typeof createSeenIds>): PlacedRecord {
  if (!item.ok || id === null || seen.add(id)) return item
  const message = `Expected an id that no earlier record has, got ${JSON.stringify(id)} again at ${namePlace(item.place)}. Give it one of its own; the first record was analyzed.`
  return { ...failedRecord(item.place, { code: 'duplicate-id', message }), id }
}
