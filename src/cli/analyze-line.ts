import type { Analyzer } from '../analyze/index.js'
import { FramingError } from '../error.js'
import { type RowTables, toRows } from '../present/index.js'
import { type RecordFields, readRecord } from '../read/index.js'
import type { Analysis } from '../types.js'

/** What one line of a stream is analyzed with. */
export interface LineTools {
  readonly analyzer: Pick<Analyzer, 'analyze'>
  /** Which field of a record holds what. */
  readonly fields: RecordFields
  /** Whether the flat rows are wanted instead of the analysis. */
  readonly rows: boolean
}

/** What one line gives where it is a record with a text. */
export type LineResult = { readonly ok: true; readonly id: string } & (
  | Analysis
  | { readonly rows: { readonly [T in keyof RowTables]: readonly RowTables[T][] } }
)

/** What one line gives where it is none. */
export interface LineFailure {
  readonly ok: false
  /** The record's id; null where it has none that can be read. */
  readonly id: string | null
  /** `empty-line`, `line-too-long`, `invalid-json`, `unexpected` for a defect of ours, or the code of a FramingError. */
  readonly error: { readonly code: string; readonly message: string }
  /** From 1, in the stream. */
  readonly line: number
}

/**
 * Analyzes one line of newline-delimited JSON and gives one line for it, whatever it holds; it never throws.
 *
 * @param bytes - the line without its line feed; null where it was too long to be kept
 * @param line - its number in the stream, from 1
 * @param length - bytes of the line
 * @returns JSON without a line feed: a `LineResult` or a `LineFailure`
 */
export function analyzeLine(bytes: Uint8Array | null, line: number, length: number, tools: LineTools): string {
  let id: string | null = null
  try {
    const record = parseRecord(bytes, length)
    id = readId(record, tools.fields)
    const article = readRecord(record, { fields: tools.fields, ...(id !== null && { id }) })
    const analysis = tools.analyzer.analyze(article)
    const content = tools.rows ? { rows: layOut(analysis) } : analysis
    return JSON.stringify({ ok: true, id: article.id, ...content } satisfies LineResult)
  } catch (error) {
    return JSON.stringify({ ok: false, id, error: describe(error), line } satisfies LineFailure)
  }
}

/** Longest line that is read: many times the longest article, and its analysis still fits in one string. */
export const LONGEST_LINE = 16 * 2 ** 20 // bytes

class LineError extends Error {
  constructor(
    readonly code: 'empty-line' | 'line-too-long' | 'invalid-json',
    message: string,
  ) {
    super(message)
  }
}

function parseRecord(bytes: Uint8Array | null, length: number): object {
  if (bytes === null) {
    throw new LineError(
      'line-too-long',
      `Expected a line of at most ${LONGEST_LINE} bytes, got ${length}. It is hardly one article; split it first.`,
    )
  }
  const text = decode(bytes)
  if (text.trim() === '') throw new LineError('empty-line', 'Expected a record, got an empty line. Leave it out.')
  try {
    return JSON.parse(text) as object
  } catch (error) {
    // A parser's message quotes the text; what stands behind its first words is cut, so that a hostile line cannot flood the reader.
    const reason = (error as Error).message.slice(0, LONGEST_REASON)
    throw new LineError('invalid-json', `Expected one JSON object, got a line that is no JSON: ${reason}. Correct it there.`)
  }
}

const LONGEST_REASON = 200 // UTF-16 code units

/** @throws {LineError} where the bytes are not UTF-8, which JSON is by its standard (RFC 8259). A byte order mark is left out. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new LineError('invalid-json', 'Expected UTF-8, got other bytes. Save the file as UTF-8.')
  }
}

/** The record's own id as a string; null where it has none, and a hash of its text will serve. */
function readId(record: unknown, fields: RecordFields): string | null {
  if (typeof record !== 'object' || record === null) return null
  const id = new Map<string, unknown>(Object.entries(record)).get(fields.id ?? 'id')
  if (typeof id === 'string') return id === '' ? null : id
  return typeof id === 'number' ? String(id) : null
}

function layOut(analysis: Analysis): { readonly [T in keyof RowTables]: RowTables[T][] } {
  return {
    articles: toRows(analysis, { table: 'articles' }),
    paragraphs: toRows(analysis, { table: 'paragraphs' }),
    exchanges: toRows(analysis, { table: 'exchanges' }),
    scores: toRows(analysis, { table: 'scores' }),
  }
}

function describe(error: unknown): LineFailure['error'] {
  if (error instanceof FramingError || error instanceof LineError) return { code: error.code, message: error.message }
  return { code: 'unexpected', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
