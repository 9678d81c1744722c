import { FramingError } from '../error.js'
import { foldName, RECORD_NAMES, type RecordFields } from '../read/index.js'
import type { Article, Outcome } from '../types.js'

/** Where in an archive a record stands. */
export interface Place {
  /** Path of the file as it was named. */
  readonly file: string
  /** Line of a line-based file, or row of a table without its header, from 1; absent where the file is one record. */
  readonly record?: number
  /** Line of the file that the record begins in, from 1; absent where it has no lines. */
  readonly line?: number
}

/** One record as a reader of an archive gives it: an object with fields, or why there is none. */
export type PlacedRecord = Outcome<object> & {
  readonly place: Place
  /** Length of the source in bytes or UTF-16 code units, by which a batch is measured. */
  readonly length: number
  /** `file`: the field `text` holds a whole file, with its header and perhaps several articles. */
  readonly holds?: 'file'
}

/** One item of an archive: an article, a record with fields, or what a reader gives. */
export type ArchiveItem = Article | PlacedRecord | object

/** What came of one article of an archive, with its place where the reader knew it. */
export type ArchiveOutcome<T> = Outcome<T> & { readonly place?: Place }

export function isPlaced(item: unknown): item is PlacedRecord {
  return typeof item === 'object' && item !== null && 'ok' in item && 'place' in item && typeof item.ok === 'boolean'
}

/** The place as a person reads it: `archive.jsonl:17`. */
export function namePlace({ file, record }: Place): string {
  return record === undefined ? file : `${file}:${record}`
}

/** What stands in an outcome for an error: a defect of ours keeps its stack, so that it can be reported. */
export function describeFailure(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof FramingError) return { code: error.code, message: error.message }
  const { reason, code } = (error ?? {}) as { readonly reason?: unknown; readonly code?: unknown }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return describeEnd('out-of-memory')
  if (reason === 'out-of-memory' || reason === 'record-timeout') return describeEnd(reason)
  return { code: 'unexpected', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

/** What is said of a record in the middle of which its thread was ended. */
export function describeEnd(reason: 'out-of-memory' | 'record-timeout'): { readonly code: string; readonly message: string } {
  const message =
    reason === 'out-of-memory'
      ? 'Expected an article that a thread has room for, got one that filled its memory. Split it into its parts.'
      : 'Expected an article that is read within the time limit for a record, got one that takes longer. Split it, or allow more by --record-timeout (recordTimeout in a script).'
  return { code: reason, message }
}

/** The item's own id, else its place; null where it has neither, and a hash of its text will serve. */
export function idOf(item: ArchiveItem, fields: RecordFields): string | null {
  if (!isPlaced(item)) return ownId(item, fields)
  if (!item.ok) return item.id
  return item.holds === 'file' ? item.id : (ownId(item.value, fields) ?? item.id)
}

function ownId(record: object, fields: RecordFields): string | null {
  const values = new Map<string, unknown>(Object.entries(record ?? {}))
  const names = fields.id === undefined ? [...values.keys()].filter(isIdName).sort(byIdName) : [fields.id]
  for (const name of names) {
    const id = values.get(name)
    if (typeof id === 'string' && id !== '') return escapeSurrogates(id)
    if (typeof id === 'number' || typeof id === 'bigint') return String(id)
  }
  return null
}

function isIdName(name: string): boolean {
  return RECORD_NAMES.id.includes(foldName(name))
}

function byIdName(a: string, b: string): number {
  return RECORD_NAMES.id.indexOf(foldName(a)) - RECORD_NAMES.id.indexOf(foldName(b))
}

/** Halves of characters have no form in UTF-8: written as `\\ud800`, an id is the same in every format, and no two fall together. */
export function escapeSurrogates(id: string): string {
  return id.replace(LONE_SURROGATE, (half) => `\\u${half.charCodeAt(0).toString(16)}`)
}

const LONE_SURROGATE = /\p{Surrogate}/gu

/** The length that batches are measured by: what the reader says, else the text's. */
export function lengthOf(item: ArchiveItem): number {
  if (isPlaced(item)) return item.length
  const { text } = (item ?? {}) as { readonly text?: unknown }
  return typeof text === 'string' ? text.length : 0
}
