import type { AnalyzeOptions } from '../analyze/index.js'
import { describeValue, FramingError } from '../error.js'
import type { RecordFields } from '../read/index.js'
import { VERSION } from '../version.js'
import { checkTimeout, checkWorkers } from './analyze-archive.js'
import { checkFormat, type TableFormat } from './encode-rows.js'
import { FIRST_LOOK, lookAtFirst } from './first-look.js'
import { openJournal } from './journal.js'
import { hashIdentity, type RunCounts, type RunIdentity, writeManifest } from './manifest.js'
import { checkApart, checkFolder, type FolderOptions, keepWholeParts } from './open-folder.js'
import { openPartStore, type PartEntry } from './part-store.js'
import { openRecordSource, type RecordSource } from './record-source.js'
import { lockRun } from './run-lock.js'
import { compareSources, countTables, sumParts } from './verify-archive.js'
import { makeSetup, makeTools } from './worker-setup.js'
import { type MostErrors, type PartsOptions, type Progress, writeParts } from './write-parts.js'

export interface RunArchiveOptions extends Pick<AnalyzeOptions, 'codebook' | 'targets'> {
  /** Folder that the tables are written to. */
  readonly out: string
  /** `parquet` where it is left out. */
  readonly format?: TableFormat
  /** CSV for spreadsheets: a byte order mark, and no cell that would be taken for a formula. */
  readonly excel?: boolean
  /** Which field of a record holds what, as in `readRecord`; what is left out is looked for under common names (`body`, `headline`). */
  readonly fields?: RecordFields
  /** Worker threads; one a core where it is left out, 0 for none. */
  readonly workers?: number
  /** Write every `count`-th part only, beginning with the `index`-th, from 1; all shards together are the whole run. */
  readonly shard?: { readonly index: number; readonly count: number }
  /** Go on with a run that was broken off; without it a folder that holds a run is refused. */
  readonly resume?: boolean
  /** Mark near duplicates in `duplicate_of`; each shard looks among its own articles. */
  readonly dedupe?: boolean
  /** Stop at the first record that fails. */
  readonly strict?: boolean
  /** Stop where more records fail than this; a share is judged from 100 records on. */
  readonly maxErrors?: MostErrors
  /** Seconds that one record may take on a worker thread before it is an error; 60 where it is left out, 0 for no limit. */
  readonly recordTimeout?: number
  /** Most records of a part; 1000 where it is left out. */
  readonly partRecords?: number
  readonly signal?: AbortSignal
  /** Told before the work begins: bytes of all inputs, and which field is taken for what. */
  readonly onStart?: (plan: RunPlan) => void
  readonly onProgress?: (progress: Progress) => void
}

/** What a run is about to do. */
export interface RunPlan {
  readonly bytes: number
  readonly inputs: number
  readonly doneParts: number
  readonly fields: RecordFields
}

const PART_RECORDS = 1000

/**
 * Analyzes files of an archive and writes the tables `articles`, `paragraphs`, `scores`, `exchanges` and `errors` in numbered parts.
 *
 * Formats are told from the names: `.jsonl`, `.ndjson`, `.csv`, `.tsv`, `.parquet`, anything else is text; `.gz` and `.zst` are
 * unpacked. A part is written whole or not at all, and a run that was broken off at any moment and resumed writes the same bytes as
 * one that was not, with any number of workers. Records that fail stand in `errors` with their place and cause. `run.json` says what
 * was done with what.
 *
 * @param inputs - paths of files, in the order that they are read in
 * @throws {FramingError} `invalid-argument`; `changed-archive` where the folder holds another run; `unwritable-output`;
 * `missing-peer`; `missing-field` where none of the first 100 records has the text's field; `changed-input` where an input changed while
 * it was read; `lost-records` for a defect of ours; with `strict` `unreadable-input`, with `maxErrors` `too-many-errors`.
 * @example
 * const { articles, errors } = await runArchive(['archive.jsonl.gz'], { out: 'tables', format: 'ndjson' })
 */
export async function runArchive(inputs: readonly string[], options: RunArchiveOptions): Promise<RunCounts> {
  const checked = checkRun(inputs, options)
  await checkApart(inputs, options.out)
  const source = await openRecordSource(inputs, options.signal)
  try {
    const first = await source.peek(FIRST_LOOK)
    options.signal?.throwIfAborted()
    const taken = await lookAtFirst(first, checked.fields)
    source.setFields(checked.fields)
    return await writeRun(source, { ...checked, taken }, options)
  } finally {
    await source.close()
  }
}

interface CheckedRun
  extends Pick<PartsOptions, 'format' | 'excel' | 'partRecords' | 'workers' | 'recordTimeout' | 'maxErrors' | 'shard'> {
  readonly dedupe: boolean
  readonly strict: boolean
  readonly fields: RecordFields
}

/** @throws {FramingError} `invalid-argument` */
function checkRun(inputs: readonly string[], options: RunArchiveOptions): CheckedRun {
  if (!Array.isArray(inputs)) {
    throw new FramingError('invalid-argument', `Expected a list of paths, got ${describeValue(inputs)}. Pass an array.`)
  }
  const twice = inputs.find((path, i) => inputs.indexOf(path) !== i)
  if (twice !== undefined) {
    throw new FramingError('invalid-argument', `Expected each input once, got ${JSON.stringify(twice)} twice. Leave one out.`)
  }
  const { dedupe = false, strict = false, excel = false, maxErrors = null, fields = {} } = options
  const format = checkFormat(options.format ?? 'parquet')
  if (excel && format !== 'csv') {
    throw new FramingError(
      'invalid-argument',
      `Expected the format csv for spreadsheets, got ${format}. Give --format csv with --excel (format and excel in a script).`,
    )
  }
  return {
    format,
    excel,
    dedupe,
    strict,
    maxErrors,
    fields,
    shard: checkShard(options.shard ?? { index: 1, count: 1 }),
    partRecords: checkPartRecords(options.partRecords ?? PART_RECORDS),
    workers: checkWorkers(options.workers),
    recordTimeout: checkTimeout(options.recordTimeout),
  }
}

async function writeRun(
  source: RecordSource,
  { taken, ...checked }: CheckedRun & { readonly taken: RecordFields },
  options: RunArchiveOptions,
): Promise<RunCounts> {
  const { out, codebook: own, targets, resume = false } = options
  const { format, excel, fields, dedupe, shard, partRecords, workers } = checked
  const setup = {
    ...makeSetup({ ...(own && { codebook: own }), ...(targets && { targets }) }, fields),
    layout: { format, signs: dedupe, excel },
  }
  const { codebook } = makeTools(setup).analyzer.analyze('')
  const identity = {
    lib_version: VERSION,
    codebook,
    options: {
      format,
      ...(excel && { excel }),
      fields,
      targets: targets ?? [],
      shard: { index: shard.index + 1, count: shard.count },
      dedupe,
      part_records: partRecords,
    },
    inputs: source.inputs,
  }
  const run = hashIdentity(identity)
  const name = shard.count === 1 ? 'run.json' : `run.shard-${shard.index + 1}-of-${shard.count}.json`
  const store = openPartStore(out, format)
  const folder = { out, name, identity, run, shard, resume, store }
  await checkFolder(folder) // before anything is written
  const unlock = await lockRun(out, name)
  try {
    const before = await checkFolder(folder) // nobody else can have begun since
    if (!before) await writeManifest(out, name, { status: 'running', run, ...identity, counts: null })
    const done = await keepWholeParts(store, { shard, inOrder: dedupe })
    const bytes = source.inputs.reduce((sum, input) => sum + (input.bytes ?? 0), 0)
    options.onStart?.({ bytes, inputs: source.inputs.length, doneParts: done.size, fields: taken })
    const journal = workers === 0 ? await openJournal(out, name) : null
    let isFinished = false
    try {
      if (before?.status === 'finished' && done.size === before.counts?.parts && before.inputs.every(({ pipe }) => !pipe)) {
        isFinished = true
        return before.counts
      }
      const { onProgress, signal } = options
      const parts = { ...checked, source, setup, store, done, run, out, codebook, journal, onProgress, signal }
      const read = await writeParts(parts)
      const counts = await closeRun(source, { folder, read, format, identity, run })
      isFinished = true
      return counts
    } finally {
      await journal?.close(isFinished)
    }
  } finally {
    await unlock()
  }
}

interface ClosedRun {
  readonly folder: FolderOptions
  readonly read: ReadonlyMap<string, number>
  readonly format: TableFormat
  readonly identity: RunIdentity
  readonly run: string
}

/** Checks that every record that was read stands in the tables, and that the inputs were what they had been; then the run is finished. */
async function closeRun(source: RecordSource, { folder, read, format, identity, run }: ClosedRun): Promise<RunCounts> {
  const { out, name, store, shard } = folder
  const entries: PartEntry[] = []
  for (const part of await store.list()) {
    const entry = part % shard.count === shard.index ? await store.readEntry(part) : null
    if (entry) entries.push(entry)
  }
  const sums = sumParts(entries)
  const order = new Map(source.inputs.map(({ path }, i) => [path, i]))
  const counts = { ...sums, sources: [...sums.sources].sort((a, b) => (order.get(a.source) ?? 0) - (order.get(b.source) ?? 0)) }
  const { inputs, changed } = await source.described()
  const manifest = { run, ...identity, inputs, counts }
  if (changed.length > 0) {
    await writeManifest(out, name, { status: 'failed', ...manifest, changed })
    throw new FramingError(
      'changed-input',
      `Expected inputs that stay as they are while they are read, got others in ${changed.join(', ')}. Run again into another folder.`,
    )
  }
  const tables = await countTables(entries, format, { folder: out, tables: ['articles', 'errors'] })
  // A record that holds several articles counts as so many.
  const lost = counts.sources.filter((count) => (read.get(count.source) ?? 0) > count.read)
  const faults = [
    ...tables.faults,
    ...compareSources(counts.sources, tables.sources),
    ...lost.map((count) => `${count.source}: ${read.get(count.source)} records read, ${count.read} in the parts`),
  ]
  if (faults.length > 0) {
    await writeManifest(out, name, { status: 'failed', ...manifest })
    throw new FramingError(
      'lost-records',
      `Expected as many articles and errors as records, got others: ${faults.slice(0, SHOWN).join('; ')}. Please report it.`,
    )
  }
  await writeManifest(out, name, { status: 'finished', ...manifest })
  return counts
}

const SHOWN = 5 // faults

function checkShard(shard: { readonly index: number; readonly count: number }): {
  readonly index: number
  readonly count: number
} {
  const { index, count } = shard
  const isRight = Number.isInteger(count) && Number.isInteger(index) && count >= 1 && index >= 1 && index <= count
  if (isRight) return { index: index - 1, count }
  throw new FramingError(
    'invalid-argument',
    `Expected a shard such as 1/4, got ${describeValue(index)}/${describeValue(count)}. Count shards from 1.`,
  )
}

function checkPartRecords(count: number): number {
  if (Number.isInteger(count) && count >= 1) return count
  throw new FramingError(
    'invalid-argument',
    `Expected at least 1 record a part, got ${describeValue(count)}. Leave it out for 1000.`,
  )
}
