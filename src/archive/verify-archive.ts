import { join } from 'node:path'
import { FramingError } from '../error.js'
import { TABLE_NAMES, type TableName } from './archive-tables.js'
import type { TableFormat } from './encode-rows.js'
import { listManifests, type Manifest, type RunCounts, readManifest } from './manifest.js'
import type { SourceCount } from './part-content.js'
import { openPartStore, type PartEntry } from './part-store.js'
import { readCsv } from './read-csv.js'
import { readJsonLines } from './read-json-lines.js'
import { readParquet } from './read-parquet.js'
import { createSeenIds } from './seen-ids.js'

/** What a check of a folder found. */
export interface Verification {
  readonly parts: number
  readonly records: number
  readonly articles: number
  readonly errors: number
  /** What is wrong, each in a sentence; empty where all is well. */
  readonly faults: readonly string[]
  /** Shards of the run that do not stand here, such as `2/3`: they may stand in another folder, or were never run. */
  readonly absentShards: readonly string[]
}

/**
 * Checks a folder that `runArchive` wrote: whether each file is as it was written, each table has as many rows as was counted, each
 * article's id is there once, and of every input as many records were read as there are articles and errors.
 *
 * @throws {FramingError} `unreadable-input` where the folder holds no run.
 */
export async function verifyArchive(folder: string): Promise<Verification> {
  const names = await listManifests(folder)
  const manifests: Manifest[] = []
  for (const name of names) manifests.push((await readManifest(folder, name)) as Manifest)
  const [first] = manifests
  if (!first) {
    throw new FramingError(
      'unreadable-input',
      `Expected a folder that holds a run, got ${folder} without a run.json. Check the path.`,
    )
  }
  const format = first.options.format as TableFormat
  const store = openPartStore(folder, format)
  const faults: string[] = manifests.flatMap(({ status, changed = [] }, i) => [
    ...(status === 'finished' ? [] : [`${names[i]} is ${status}`]),
    ...changed.map((path) => `${path} changed while it was read`),
  ])
  const entries: PartEntry[] = []
  for (const part of await store.list()) {
    const entry = await store.readEntry(part)
    if (!entry) faults.push(`part ${part} has no entry`)
    else {
      entries.push(entry)
      if (entry.run !== first.run) faults.push(`part ${part} is of another run`)
      const damage = await store.findDamage(entry)
      if (damage !== null) faults.push(damage)
    }
  }
  const stated = manifests.reduce((sum, { counts }) => sum + (counts?.parts ?? 0), 0)
  if (stated !== entries.length) faults.push(`${entries.length} parts are there, ${stated} were written`)
  const found = await countTables(entries, format, { folder, tables: TABLE_NAMES })
  faults.push(
    ...found.faults,
    ...compareSources(sumSources(manifests.flatMap(({ counts }) => counts?.sources ?? [])), found.sources),
  )
  const { records, articles, errors } = sumParts(entries)
  return { parts: entries.length, records, articles, errors, faults, absentShards: listAbsentShards(manifests) }
}

function listAbsentShards(manifests: readonly Manifest[]): string[] {
  const shards = manifests.map(({ options }) => options.shard as { readonly index: number; readonly count: number })
  const here = new Set(shards.map(({ index }) => index))
  const count = shards[0]?.count ?? 1
  return Array.from({ length: count }, (_, i) => i + 1).flatMap((index) => (here.has(index) ? [] : [`${index}/${count}`]))
}

/** What the tables hold, read back. */
export interface FoundRows {
  readonly sources: readonly SourceCount[]
  readonly faults: readonly string[]
}

/** Reads tables back and counts their rows, by part and by input. */
export async function countTables(
  entries: readonly PartEntry[],
  format: TableFormat,
  { folder, tables }: { readonly folder: string; readonly tables: readonly TableName[] },
): Promise<FoundRows> {
  const sources = new Map<string, { source: string; read: number; articles: number; errors: number }>()
  const faults: string[] = []
  const ids = createSeenIds()
  for (const { part, rows } of entries) {
    for (const table of tables) {
      const path = join(folder, table, `part-${String(part).padStart(5, '0')}.${format}`)
      let count = 0
      for await (const item of readTable(path, format)) {
        if (!item.ok) {
          faults.push(`${path}: ${item.error.message}`)
          break
        }
        count++
        if (table !== 'articles' && table !== 'errors') continue
        const { source, doc_id } = item.value as { readonly source: string; readonly doc_id: string }
        const sum = sources.get(source) ?? { source, read: 0, articles: 0, errors: 0 }
        sources.set(source, sum)
        sum.read++
        sum[table]++
        if (table === 'articles' && !ids.add(doc_id))
          faults.push(`the id ${JSON.stringify(doc_id)} is there twice, again in ${path}`)
      }
      if (count !== rows[table]) faults.push(`${path} has ${count} rows, ${rows[table]} were written`)
    }
  }
  return { sources: [...sources.values()], faults }
}

function readTable(path: string, format: TableFormat): ReturnType<typeof readJsonLines> {
  if (format === 'ndjson') return readJsonLines(path)
  return format === 'csv' ? readCsv(path) : readParquet(path, { columns: ['doc_id', 'source'] })
}

/** @returns what does not agree, each in a sentence */
export function compareSources(stated: readonly SourceCount[], found: readonly SourceCount[]): string[] {
  const tables = new Map(found.map((count) => [count.source, count]))
  return stated.flatMap(({ source, read, articles, errors }) => {
    const { articles: rows = 0, errors: failed = 0 } = tables.get(source) ?? {}
    const isRight = read === articles + errors && articles === rows && errors === failed
    return isRight ? [] : [`${source}: ${read} records read, ${rows} articles and ${failed} errors in the tables`]
  })
}

/** Adds up what came of each input, in the order in which they first appear. */
export function sumSources(counts: readonly SourceCount[]): SourceCount[] {
  const sums = new Map<string, { source: string; read: number; articles: number; errors: number }>()
  for (const { source, read, articles, errors } of counts) {
    const sum = sums.get(source) ?? { source, read: 0, articles: 0, errors: 0 }
    sums.set(source, sum)
    sum.read += read
    sum.articles += articles
    sum.errors += errors
  }
  return [...sums.values()]
}

export function sumParts(entries: readonly PartEntry[]): RunCounts {
  const rows = TABLE_NAMES.map((table) => [table, entries.reduce((sum, entry) => sum + entry.rows[table], 0)] as const)
  return {
    parts: entries.length,
    records: entries.reduce((sum, { records }) => sum + records, 0),
    ...(Object.fromEntries(rows) as Record<TableName, number>),
    sources: sumSources(entries.flatMap(({ sources }) => sources)),
  }
}
