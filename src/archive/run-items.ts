import type { ItemTools } from './analyze-item.js'
import { type ArchiveItem, type ArchiveOutcome, describeFailure, idOf, isPlaced, lengthOf } from './archive-item.js'
import { mapInBatches } from './map-in-batches.js'
import { openThreadPool, PoolFailed, type ThreadPool } from './thread-pool.js'
import { makeTools, type WorkerSetup } from './worker-setup.js'

const BATCH_ITEMS = 8 // articles; fewer and the messages cost, more and the threads end at different times
const BATCH_LENGTH = 500_000 // UTF-16 code units, so that long articles do not pile up
const BATCHES_PER_WORKER = 2 // one in work, one waiting, so that no thread idles

/** What is done with each item: on this thread by a function, or on a worker's by the name of one. */
export interface ItemWork<T> {
  /** Name of the function of `worker.ts` that does a batch of it. */
  readonly name: string
  readonly here: (item: ArchiveItem, tools: ItemTools) => Promise<T[]>
}

export interface RunOptions {
  readonly setup: WorkerSetup
  /** 0 for none: the work is done on this thread. */
  readonly workers: number
  /** Seconds that one item may take on a thread; 0 for no limit. */
  readonly recordTimeout: number
  readonly signal?: AbortSignal | undefined
}

/** Does a work on every item and gives its outcomes in the order of the items, as many as each has. */
export async function* runItems<T extends ArchiveOutcome<unknown>>(
  source: Iterable<ArchiveItem> | AsyncIterable<ArchiveItem>,
  work: ItemWork<T>,
  { setup, workers, recordTimeout, signal }: RunOptions,
): AsyncGenerator<T, void, undefined> {
  const tools = makeTools(setup) // throws here, not in a worker, where the caller made a mistake
  const pool = workers > 0 ? openThreadPool({ most: workers, setup, recordTimeout }) : null
  const run = pool
    ? (batch: readonly ArchiveItem[]) => runInPool(pool, work.name, batch, setup) as Promise<T[][]>
    : (batch: readonly ArchiveItem[]) => Promise.all(batch.map((item) => work.here(item, tools)))
  try {
    const batches = mapInBatches(source, {
      run,
      size: BATCH_ITEMS,
      length: BATCH_LENGTH,
      lengthOf,
      inFlight: Math.max(1, workers * BATCHES_PER_WORKER),
      signal,
    })
    for await (const outcomes of batches) yield* outcomes
  } finally {
    await pool?.close()
  }
}

/** A batch that brings its thread down, or cannot be sent, is done again one by one, so that only the item at fault fails. */
async function runInPool(
  pool: ThreadPool,
  name: string,
  batch: readonly ArchiveItem[],
  setup: WorkerSetup,
): Promise<ArchiveOutcome<unknown>[][]> {
  try {
    return await pool.run({ name, payload: batch })
  } catch (error) {
    if (error instanceof PoolFailed) throw error
    const [item] = batch
    if (batch.length > 1) {
      const outcomes: ArchiveOutcome<unknown>[][] = []
      for (const each of batch) outcomes.push(...(await runInPool(pool, name, [each], setup)))
      return outcomes
    }
    const place = isPlaced(item) ? { place: item.place } : {}
    return [[{ ok: false, id: idOf(item as ArchiveItem, setup.fields) ?? '', error: describeFailure(error), ...place }]]
  }
}
