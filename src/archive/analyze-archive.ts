import { availableParallelism } from 'node:os'
import type { AnalyzeOptions } from '../analyze/index.js'
import { describeValue, FramingError } from '../error.js'
import type { RecordFields } from '../read/index.js'
import type { Analysis } from '../types.js'
import { analyzeItem } from './analyze-item.js'
import type { ArchiveItem, ArchiveOutcome } from './archive-item.js'
import { type ItemWork, runItems } from './run-items.js'
import { makeSetup } from './worker-setup.js'

export interface ArchiveOptions extends AnalyzeOptions {
  /** Which field of a record holds what, as in `readRecord`. */
  readonly fields?: RecordFields
  /** Worker threads; as many as the machine has cores where it is left out, 0 for none. Each takes some 150 MB. */
  readonly workers?: number
  /** Seconds that one item may take on a worker thread before it is an outcome with `ok: false`; 60 where it is left out, 0 for no limit. */
  readonly recordTimeout?: number
  /** Ends the work: the iteration throws the signal's reason. */
  readonly signal?: AbortSignal
}

const MOST_WORKERS = 256

const ANALYZE: ItemWork<ArchiveOutcome<Analysis>> = { name: 'analyzeBatch', here: analyzeItem }

/**
 * Analyzes a stream of articles on worker threads and gives one outcome each, in the order of the source.
 *
 * An item is an article that a reader made, a record with fields, or what `readJsonLines`, `readCsv`, `readParquet` or `readFolder`
 * gives; a file with several articles gives an outcome for each. One that fails is an outcome with `ok: false`, never an exception.
 * The source is read no faster than the outcomes are taken. Results do not depend on the number of workers.
 *
 * @throws {FramingError} `invalid-argument`, `invalid-codebook` or `invalid-target` with the first step of the iteration.
 * @example
 * const ids = []
 * for await (const { id, ok } of analyzeArchive([{ id: 'a', text: 'Both sides agreed.' }, { id: 'b' }], { workers: 0 })) ids.push(id, ok)
 * ids //=> ['a', true, 'b', false]
 */
export async function* analyzeArchive(
  source: Iterable<ArchiveItem> | AsyncIterable<ArchiveItem>,
  options: ArchiveOptions = {},
): AsyncGenerator<ArchiveOutcome<Analysis>, void, undefined> {
  const { fields = {}, workers, recordTimeout, signal, ...rest } = checkOptions(source, options)
  const limits = { workers: checkWorkers(workers), recordTimeout: checkTimeout(recordTimeout) }
  yield* runItems(source, ANALYZE, { setup: makeSetup(rest, fields), ...limits, signal })
}

const RECORD_TIMEOUT = 60 // seconds; the longest interviews take less than one

/** @throws {FramingError} `invalid-argument` where it is no number of seconds. */
export function checkTimeout(seconds: number = RECORD_TIMEOUT): number {
  if (Number.isFinite(seconds) && seconds >= 0) return seconds
  throw new FramingError(
    'invalid-argument',
    `Expected recordTimeout to be a number of seconds, got ${describeValue(seconds)}. Leave it out for ${RECORD_TIMEOUT}, or give 0 for no limit.`,
  )
}

/** @throws {FramingError} `invalid-argument` where it is no number of threads. */
export function checkWorkers(workers: number | undefined): number {
  if (workers === undefined) return availableParallelism()
  if (Number.isInteger(workers) && workers >= 0 && workers <= MOST_WORKERS) return workers
  throw new FramingError(
    'invalid-argument',
    `Expected workers to be a whole number from 0 to ${MOST_WORKERS}, got ${describeValue(workers)}. Leave it out for one a core.`,
  )
}

function checkOptions(source: unknown, options: ArchiveOptions): ArchiveOptions {
  const isStream = typeof source === 'object' && source !== null && (Symbol.iterator in source || Symbol.asyncIterator in source)
  if (!isStream) {
    throw new FramingError(
      'invalid-argument',
      `Expected an iterable of articles or records, got ${describeValue(source)}. Pass an array, a generator or a reader of an archive.`,
    )
  }
  if (typeof options === 'object' && options !== null) return options
  throw new FramingError(
    'invalid-argument',
    `Expected options to be an object, got ${describeValue(options)}. Leave them out or pass { workers }.`,
  )
}
