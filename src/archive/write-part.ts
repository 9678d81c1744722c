import { createHash } from 'node:crypto'
import type { CodebookReference } from '../types.js'
import { VERSION } from '../version.js'
import type { ItemTools } from './analyze-item.js'
import { idOf, namePlace, type PlacedRecord } from './archive-item.js'
import { ARCHIVE_TABLES, type ErrorRow, TABLE_NAMES, type TableName } from './archive-tables.js'
import { type EncodedRows, encodeRows, joinRows, type TableFormat } from './encode-rows.js'
import { type LaidOut, layOutItem } from './lay-out-item.js'
import type { TextSignature } from './min-hash.js'
import type { PartContent, SourceCount } from './part-content.js'
import { writeSynced } from './write-synced.js'

/** What is to be done for one part; can be sent to a thread. */
export interface PartJob {
  readonly items: readonly PlacedRecord[]
  /** Records that are not to be read, by their index: why. */
  readonly faults: readonly { readonly index: number; readonly error: { readonly code: string; readonly message: string } }[]
  /** Where each table's file is written; it gets its name afterwards. */
  readonly files: Readonly<Record<TableName, string>>
  readonly format: TableFormat
  /** Whether CSV is written for spreadsheets. */
  readonly excel: boolean
  readonly codebook: CodebookReference
  /** Whether nothing is to be written where a record fails. */
  readonly strict: boolean
}

export interface PartResult {
  readonly content: PartContent
  /** The first error with its place, as a person reads it; null where there is none. */
  readonly firstError: string | null
}

/** How the other side is kept informed, and asked. */
export interface PartWatch {
  /** Told before each record is read: how many are done. */
  onRecord(done: number): Promise<void>
  /** Of which earlier article each is a near duplicate. */
  ask(articles: readonly SignedArticle[]): Promise<readonly (string | null)[]>
}

export interface SignedArticle {
  readonly id: string
  readonly signature: TextSignature
}

/** Analyzes the records of a part, lays them out and writes its files; all of it is done where it is called, on whatever thread. */
export async function writePart(job: PartJob, tools: ItemTools, watch: PartWatch): Promise<PartResult> {
  const { format, excel, codebook } = job
  const provenance = { codebook_hash: codebook.hash, lib_version: VERSION }
  const faults = new Map(job.faults.map(({ index, error }) => [index, error]))
  const pieces = new Map<TableName, EncodedRows[]>(TABLE_NAMES.map((table) => [table, []]))
  const articles: { readonly row: object; readonly signature: TextSignature | null }[] = []
  const errors: ErrorRow[] = []
  const sources = new Map<string, SourceCount>()

  for (const [index, item] of job.items.entries()) {
    await watch.onRecord(index)
    const fault = faults.get(index)
    const { file, record = null, line = null } = item.place
    const place = { source: file, record }
    const laid: LaidOut | null = fault ? null : await layOut(item, tools)
    const failures = laid?.errors ?? [
      { doc_id: idOf(item, tools.fields) ?? namePlace(item.place), ...(fault as { code: string; message: string }) },
    ]
    for (const { doc_id, code, message } of failures) errors.push({ doc_id, ...place, code, message, line, ...provenance })
    for (const { row, signature } of laid?.articles ?? []) articles.push({ row: { ...row, ...place }, signature })
    if (laid) for (const table of ['paragraphs', 'scores', 'exchanges'] as const) pieces.get(table)?.push(laid[table])
    const before = sources.get(file) ?? { source: file, read: 0, articles: 0, errors: 0 }
    const found = { articles: laid?.articles.length ?? 0, errors: failures.length }
    // A text or a record that holds several articles counts as so many; nothing that was read gives nothing.
    const read = Math.max(1, found.articles + found.errors)
    sources.set(file, {
      source: file,
      read: before.read + read,
      articles: before.articles + found.articles,
      errors: before.errors + found.errors,
    })
  }
  await watch.onRecord(job.items.length)
  const [first] = errors
  const firstError = first
    ? `${namePlace({ file: first.source, ...(first.record !== null && { record: first.record }) })}: ${first.message} (${first.code})`
    : null
  const duplicates = tools.layout?.signs
    ? await watch.ask(
        articles.map(({ row, signature }) => ({ id: (row as { doc_id: string }).doc_id, signature: signature as TextSignature })),
      )
    : []
  const rows = articles.map(({ row }, i) => ({ ...row, duplicate_of: duplicates[i] ?? null }))
  pieces.get('articles')?.push(await encodeRows(rows, ARCHIVE_TABLES.articles, format, excel))
  pieces.get('errors')?.push(await encodeRows(errors, ARCHIVE_TABLES.errors, format, excel))

  const isWritten = !(job.strict && errors.length > 0)
  const counts: [TableName, number][] = []
  const sizes: [TableName, number][] = []
  const hashes: [TableName, string][] = []
  for (const table of TABLE_NAMES) {
    const all = pieces.get(table) ?? []
    pieces.delete(table) // what is written needs no room any longer
    counts.push([table, all.reduce((sum, { count }) => sum + count, 0)])
    const chunks = await joinRows(all, ARCHIVE_TABLES[table], format, excel)
    const hash = createHash('sha256')
    for (const chunk of chunks) hash.update(chunk)
    hashes.push([table, hash.digest('hex')])
    sizes.push([table, chunks.reduce((sum, { length }) => sum + length, 0)])
    if (isWritten) await writeSynced(job.files[table], chunks)
  }
  const content: PartContent = {
    records: job.items.length,
    rows: recordOf(counts),
    bytes: recordOf(sizes),
    sha256: recordOf(hashes),
    sources: [...sources.values()],
  }
  return { content, firstError }
}

async function layOut(item: PlacedRecord, tools: ItemTools): Promise<LaidOut> {
  const [outcome] = await layOutItem(item, tools)
  if (outcome?.ok) return outcome.value
  throw new Error('Expected a record to be laid out, whatever it holds.')
}

function recordOf<T>(entries: readonly (readonly [TableName, T])[]): Readonly<Record<TableName, T>> {
  return Object.fromEntries(entries) as Record<TableName, T>
}
