import type { AnalyzeOptions } from '../analyze/index.js'
import { describeValue, FramingError } from '../error.js'
import type { RecordFields } from '../read/index.js'
import { VERSION } from '../version.js'
import { checkWorkers } from './analyze-archive.js'
import { TABLE_NAMES, type TableName } from './archive-tables.js'
import { checkFormat, type TableFormat } from './encode-rows.js'
import { checkSameRun, describeInput, type Manifest, type RunCounts, readManifest, writeManifest } from './manifest.js'
import { openPartStore, type PartStore } from './part-store.js'
import { makeSetup, makeTools } from './worker-setup.js'
import { type PartsOptions, type Progress, writeParts } from './write-parts.js'

export interface RunArchiveOptions extends Pick<AnalyzeOptions, 'codebook' | 'targets'> {
  /** Folder that the tables are written to. */
  readonly out: string
  /** `parquet` where it is left out. */
  readonly format?: TableFormat
  /** Which field of a record holds what, as in `readRecord`. */
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
  /** Most records of a part; 1000 where it is left out. */
  readonly partRecords?: number
  readonly signal?: AbortSignal
  /** Told before the work begins: bytes of all inputs. */
  readonly onStart?: (plan: { readonly bytes: number; readonly inputs: number; readonly doneParts: number }) => void
  readonly onProgress?: (progress: Progress) => void
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
 * `missing-peer`; with `strict` also `unreadable-input`.
 * @example
 * const { articles, errors } = await runArchive(['archive.jsonl.gz'], { out: 'tables', format: 'ndjson' })
 */
export async function runArchive(inputs: readonly string[], options: RunArchiveOptions): Promise<RunCounts> {
  const { out, fields = {}, dedupe = false, strict = false, resume = false } = options
  const format = checkFormat(options.format ?? 'parquet')
  const shard = checkShard(options.shard ?? { index: 1, count: 1 })
  const partRecords = checkPartRecords(options.partRecords ?? PART_RECORDS)
  const workers = checkWorkers(options.workers)
  const { codebook: own, targets } = options
  const setup = {
    ...makeSetup({ ...(own && { codebook: own }), ...(targets && { targets }) }, fields),
    layout: { format, signs: dedupe },
  }
  const { codebook } = makeTools(setup).analyzer.analyze('')
  const files = []
  for (const path of inputs) files.push(await describeInput(path))
  const identity = {
    lib_version: VERSION,
    codebook,
    options: { format, fields, targets: targets ?? [], shard, dedupe, part_records: partRecords },
    inputs: files,
  }
  const name = shard.count === 1 ? 'run.json' : `run.shard-${shard.index}-of-${shard.count}.json`
  const before = await readManifest(out, name)
  if (before && !resume) {
    throw new FramingError(
      'changed-archive',
      `Expected a folder without a run, got one in ${out} that is ${before.status}. Go on with --resume, or choose another folder.`,
    )
  }
  if (before) checkSameRun(before, identity)
  const store = openPartStore(out, format)
  const place = { index: shard.index - 1, count: shard.count }
  const done = await keepWholeParts(store, place)
  if (!before) await writeManifest(out, name, { status: 'running', ...identity, counts: null })
  options.onStart?.({
    bytes: files.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0),
    inputs: files.length,
    doneParts: done.size,
  })
  const parts: PartsOptions = {
    inputs,
    setup,
    workers,
    shard: place,
    store,
    done,
    partRecords,
    dedupe,
    strict,
    format,
    codebook,
    signal: options.signal,
    onProgress: options.onProgress,
  }
  if (before?.status !== 'finished' || done.size !== before.counts?.parts) await writeParts(parts)
  const counts = await countRows(store, place)
  const manifest: Manifest = { status: 'finished', ...identity, counts }
  await writeManifest(out, name, manifest)
  return counts
}

type Shard = PartsOptions['shard']

async function ownParts(store: PartStore, { index, count }: Shard): Promise<number[]> {
  return (await store.list()).filter((part) => part % count === index)
}

/** Keeps the parts from the first on that are whole, and removes what stands of others. */
async function keepWholeParts(store: PartStore, shard: Shard): Promise<Set<number>> {
  const done = new Set<number>()
  for (let part = shard.index; (await store.find(part)) !== null; part += shard.count) done.add(part)
  for (const part of await ownParts(store, shard)) if (!done.has(part)) await store.remove(part)
  return done
}

async function countRows(store: PartStore, shard: Shard): Promise<RunCounts> {
  const sums = new Map<TableName, number>(TABLE_NAMES.map((table) => [table, 0]))
  let parts = 0
  let records = 0
  for (const part of await ownParts(store, shard)) {
    const counts = await store.find(part)
    if (!counts) continue
    parts++
    records += counts.records
    for (const table of TABLE_NAMES) sums.set(table, (sums.get(table) ?? 0) + counts.rows[table])
  }
  return { parts, records, ...(Object.fromEntries(sums) as Record<TableName, number>) }
}

function checkShard(shard: { readonly index: number; readonly count: number }): {
  readonly index: number
  readonly count: number
} {
  const { index, count } = shard
  if (Number.isInteger(count) && Number.isInteger(index) && count >= 1 && index >= 1 && index <= count) return { index, count }
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
