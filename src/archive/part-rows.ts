import type { CodebookReference } from '../types.js'
import { VERSION } from '../version.js'
import type { ArchiveOutcome, Place } from './archive-item.js'
import { ARCHIVE_TABLES, TABLE_NAMES, type TableName } from './archive-tables.js'
import { type EncodedRows, encodeRows, joinRows, type TableFormat } from './encode-rows.js'
import type { LaidOut } from './lay-out-item.js'
import type { DuplicateIndex } from './near-duplicates.js'
import type { PartCounts } from './part-store.js'

/** The rows of one part while it is filled. */
export interface PartRows {
  readonly number: number
  /** @returns the first error that the record brought, or null */
  add(outcome: ArchiveOutcome<LaidOut>, place: Place): Promise<string | null>
  finish(): Promise<{ readonly files: Readonly<Record<TableName, readonly Uint8Array[]>>; readonly counts: PartCounts }>
}

export interface PartOptions {
  readonly format: TableFormat
  readonly codebook: CodebookReference
  /** Null where near duplicates are not looked for. */
  readonly duplicates: DuplicateIndex | null
}

/** Starts a part without rows. */
export function startPart(number: number, { format, codebook, duplicates }: PartOptions): PartRows {
  const pieces = new Map<TableName, EncodedRows[]>(TABLE_NAMES.map((table) => [table, []]))
  const put = (table: TableName, rows: EncodedRows): void => void pieces.get(table)?.push(rows)
  let records = 0

  return {
    number,
    async add(outcome, { file, record = null }) {
      records++
      const provenance = { codebook_hash: codebook.hash, lib_version: VERSION }
      const place = { source: file, record }
      const failures = outcome.ok ? outcome.value.errors : [{ doc_id: outcome.id, ...outcome.error }]
      const errors = failures.map(({ doc_id, code, message }) => ({ doc_id, ...place, code, message, ...provenance }))
      put('errors', await encodeRows(errors, ARCHIVE_TABLES.errors, format))
      if (outcome.ok) {
        const articles = outcome.value.articles.map(({ row, signature }) => {
          const { doc_id } = row as { readonly doc_id: string }
          return { ...row, ...place, duplicate_of: signature && duplicates ? duplicates.find(doc_id, signature) : null }
        })
        put('articles', await encodeRows(articles, ARCHIVE_TABLES.articles, format))
        for (const table of ['paragraphs', 'scores', 'exchanges'] as const) put(table, outcome.value[table])
      }
      const [first] = errors
      return first ? `${file}${record === null ? '' : `:${record}`}: ${first.message} (${first.code})` : null
    },
    async finish() {
      const files: [TableName, readonly Uint8Array[]][] = []
      const rows: [TableName, number][] = []
      for (const [table, all] of pieces) {
        files.push([table, await joinRows(all, ARCHIVE_TABLES[table], format)])
        rows.push([table, all.reduce((sum, { count }) => sum + count, 0)])
      }
      return {
        files: Object.fromEntries(files) as Record<TableName, readonly Uint8Array[]>,
        counts: { records, rows: Object.fromEntries(rows) as Record<TableName, number> },
      }
    },
  }
}
