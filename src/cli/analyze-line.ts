import type { Analyzer } from '../analyze/index.js'
import { decodeText, describeFailure, escapeSurrogates, LONGEST_RECORD, parseJson, type RawRecord } from '../archive/index.js'
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
  /** `empty-line`, `record-too-long`, `broken-record`, `unexpected` for a defect of ours, or the code of a FramingError. */
  readonly error: { readonly code: string; readonly message: string }
  /** From 1, in the stream. */
  readonly line: number
}

/**
 * Analyzes one line of newline-delimited JSON and gives one line for it, whatever it holds; it never throws.
 *
 * @param raw - the line without its line feed; only its length where it was too long to be kept
 * @param line - its number in the stream, from 1
 * @returns JSON without a line feed: a `LineResult` or a `LineFailure`
 */
export function analyzeLine(raw: RawRecord, line: number, tools: LineTools): string {
  let id: string | null = null
  try {
    const record = parseRecord(raw)
    id = readId(record, tools.fields)
    const article = readRecord(record, { fields: tools.fields, ...(id !== null && { id }) })
    const analysis = tools.analyzer.analyze(article)
    const content = tools.rows ? { rows: layOut(analysis) } : analysis
    return JSON.stringify({ ok: true, id: article.id, ...content } satisfies LineResult)
  } catch (error) {
    return JSON.stringify({ ok: false, id, error: describe(error), line } satisfies LineFailure)
  }
}

/** What an archive's reader says of such a line, too. */
class LineError extends Error {
  constructor(
    readonly code: 'empty-line' | 'record-too-long' | 'broken-record',
    message: string,
  ) {
    super(message)
  }
}

function parseRecord(raw: RawRecord): object {
  if ('length' in raw) {
    throw new LineError(
      'record-too-long',
      `Expected a record of at most ${LONGEST_RECORD} bytes, got ${raw.length}. It is hardly one article; split it first.`,
    )
  }
  const text = decodeText(raw.bytes)
  if (text.trim() === '') throw new LineError('empty-line', 'Expected a record, got an empty line. Leave it out.')
  try {
    return parseJson(text) as object
  } catch (error) {
    const reason = (error as Error).message.slice(0, LONGEST_REASON)
    throw new LineError('broken-record', `Expected one JSON object on the line, got no JSON: ${reason}. Correct the line.`)
  }
}

const LONGEST_REASON = 200 // UTF-16 code units; a parser's message quotes the line

/** The record's own id as a string; null where it has none, and a hash of its text will serve. */
function readId(record: unknown, fields: RecordFields): string | null {
  if (typeof record !== 'object' || record === null) return null
  const id = new Map<string, unknown>(Object.entries(record)).get(fields.id ?? 'id')
  if (typeof id === 'string') return id === '' ? null : escapeSurrogates(id)
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
  return error instanceof LineError ? { code: error.code, message: error.message } : describeFailure(error)
}
