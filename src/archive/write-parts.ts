import { FramingError } from '../error.js'
import { readItem } from './analyze-item.js'
import type { ArchiveOutcome } from './archive-item.js'
import { idOf, namePlace, type Place, type PlacedRecord } from './archive-item.js'
import { failedRecord } from './failed-record.js'
import { type LaidOut, layOutItem } from './lay-out-item.js'
import { createDuplicateIndex, type DuplicateIndex } from './near-duplicates.js'
import { type PartOptions, type PartRows, startPart } from './part-rows.js'
import type { PartStore } from './part-store.js'
import type { ReadMeter } from './read-bytes.js'
import { readInput } from './read-input.js'
import { type ItemWork, runItems } from './run-items.js'
import { createSeenIds } from './seen-ids.js'
import type { WorkerSetup } from './worker-setup.js'

/** How far a run has come. */
export interface Progress {
  /** Records that were worked on in this run, good or bad. */
  readonly records: number
  readonly errors: number
  /** Bytes of the inputs read so far, as they stand on the disk. */
  readonly bytes: number
}

export interface PartsOptions extends Omit<PartOptions, 'duplicates'> {
  readonly inputs: readonly string[]
  readonly setup: WorkerSetup
  readonly workers: number
  /** The parts with this number, from 0, modulo `count` are written. */
  readonly shard: { readonly index: number; readonly count: number }
  readonly store: PartStore
  /** Parts that are there and whole. */
  readonly done: ReadonlySet<number>
  readonly partRecords: number
  readonly dedupe: boolean
  readonly strict: boolean
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/** A part is closed at this length of its records, so that its rows fit into memory however long articles are. */
export const PART_LENGTH = 4_000_000 // bytes or UTF-16 code units, as its reader measures

const LAY_OUT: ItemWork<ArchiveOutcome<LaidOut>> = { name: 'layOutBatch', here: layOutItem }

/**
 * Reads all inputs and writes the parts that are ours and not done.
 *
 * Which records a part covers depends on the inputs alone, so that every shard, every resumed run and any number of workers come to
 * the same parts.
 */
export async function writeParts(options: PartsOptions): Promise<void> {
  const { setup, workers, store, strict, signal, onProgress } = options
  const duplicates = options.dedupe ? createDuplicateIndex() : null
  const meter: ReadMeter = { bytes: 0 }
  const sent: { readonly part: number; readonly place: Place }[] = [] // what waits for its outcome, in order
  let part: PartRows | null = null
  let records = 0
  let errors = 0

  const source = numberRecords(options, meter, duplicates, (number, place) => sent.push({ part: number, place }))
  for await (const outcome of runItems(source, LAY_OUT, { setup, workers, signal })) {
    const { part: number, place } = sent.shift() as (typeof sent)[number]
    if (part && part.number !== number) {
      await finish(part, store)
      part = null
    }
    part ??= startPart(number, { ...options, duplicates })
    const error = await part.add(outcome, place)
    records++
    if (error !== null) errors++
    if (error !== null && strict) throw new FramingError('unreadable-input', `${error} Stopped, as --strict asks.`)
    onProgress?.({ records, errors, bytes: meter.bytes })
  }
  if (part) await finish(part, store)
}

async function finish(part: PartRows, store: PartStore): Promise<void> {
  const { files, counts } = await part.finish()
  await store.write(part.number, files, counts)
}

/** The records of the parts that are to be written, told of before each; those of other parts are read and counted all the same. */
async function* numberRecords(
  { inputs, setup, shard, done, partRecords }: PartsOptions,
  meter: ReadMeter,
  duplicates: DuplicateIndex | null,
  onRecord: (part: number, place: Place) => void,
): AsyncGenerator<PlacedRecord, void, undefined> {
  const seen = createSeenIds()
  let part = 0
  let records = 0
  let length = 0
  for (const path of inputs) {
    for await (const read of readInput(path, setup.fields, meter)) {
      if (records >= partRecords || length >= PART_LENGTH) {
        part++
        records = 0
        length = 0
      }
      records++
      length += read.length
      const item = refuseSecond(read, idOf(read, setup.fields), seen)
      if (part % shard.count !== shard.index) continue
      if (done.has(part)) {
        if (duplicates) await rememberTexts(item, setup, duplicates)
        continue
      }
      onRecord(part, item.place)
      yield item
    }
  }
}

function refuseSecond(item: PlacedRecord, id: string | null, seen: ReturnType<typeof createSeenIds>): PlacedRecord {
  if (!item.ok || id === null || seen.add(id)) return item
  const message = `Expected an id that no earlier record has, got ${JSON.stringify(id)} again at ${namePlace(item.place)}. Give it one of its own; the first record was analyzed.`
  return { ...failedRecord(item.place, { code: 'duplicate-id', message }), id }
}

/** What is done is looked up once more, so that later copies of it are found in a resumed run, too. */
async function rememberTexts(item: PlacedRecord, { fields }: WorkerSetup, duplicates: DuplicateIndex): Promise<void> {
  if (!item.ok) return
  const articles = await readItem(item, idOf(item, fields), fields).catch(() => [])
  for (const { id, text } of articles) duplicates.find(id, text)
}
