import type { ArticleRow, RowTables } from '../present/index.js'

/** Type of a column: text, a whole number of 32 bits, or a floating-point number. Every column may hold null unless `required`. */
export interface Column {
  readonly name: string
  readonly type: 'string' | 'int32' | 'double'
  readonly required?: true
}

/** One article, with where it stood in the archive. */
export interface ArchivedArticleRow extends ArticleRow {
  /** The input file, as it was named. */
  readonly source: string
  /** Line or row in it, from 1; null where the file is one article. */
  readonly record: number | null
  /** `doc_id` of the first article that this one is a near duplicate of; null where there is none or none was looked for. */
  readonly duplicate_of: string | null
}

/** One record that gave no article, and why. */
export interface ErrorRow {
  /** The record's id, else its place. */
  readonly doc_id: string
  readonly source: string
  readonly record: number | null
  /** Stable code, e.g. `broken-record`, `duplicate-id`. */
  readonly code: string
  /** What was expected, what was there and what to do. */
  readonly message: string
  /** Line of the file that it begins in, from 1; null where the file has no lines. */
  readonly line: number | null
  readonly codebook_hash: string
  readonly lib_version: string
}

/** The tables of an archive, with the row of each. */
export interface ArchiveTables extends Omit<RowTables, 'articles'> {
  readonly articles: ArchivedArticleRow
  readonly errors: ErrorRow
}

export type TableName = keyof ArchiveTables

const text = (name: string): Column => ({ name, type: 'string' })
const whole = (name: string): Column => ({ name, type: 'int32' })
const key = (column: Column): Column => ({ ...column, required: true })
const PROVENANCE = [key(text('codebook_hash')), key(text('lib_version'))]
const DOCUMENT = key(text('doc_id'))

/** The columns of every table, in order: those of `toRows`, and where each article stood. */
export const ARCHIVE_TABLES: { readonly [T in TableName]: readonly Column[] } = {
  articles: [
    DOCUMENT,
    ...['title', 'date', 'outlet', 'author', 'url', 'language', 'categories'].map(text),
    ...['length', 'paragraphs', 'turns', 'exchanges', 'repairs'].map((name) => key(whole(name))),
    text('issues'),
    ...['codebook_id', 'codebook_version'].map((name) => key(text(name))),
    ...PROVENANCE,
    key(text('source')),
    whole('record'),
    text('duplicate_of'),
  ],
  paragraphs: [
    DOCUMENT,
    key(whole('paragraph_id')),
    whole('turn_id'),
    text('speaker'),
    key(text('role')),
    key(whole('start')),
    key(whole('end')),
    key(text('text')),
    ...PROVENANCE,
  ],
  scores: [
    DOCUMENT,
    whole('paragraph_id'),
    whole('exchange_id'),
    text('speaker'),
    key(text('role')),
    key(text('measure')),
    ...['category', 'target', 'holder'].map(text),
    { name: 'value', type: 'double' },
    text('label'),
    whole('start'),
    whole('end'),
    text('quote'),
    ...PROVENANCE,
  ],
  exchanges: [
    DOCUMENT,
    key(whole('exchange_id')),
    key(whole('question_turn_id')),
    whole('answer_turn_id'),
    ...['interviewer', 'respondent'].map(text),
    key(text('question')),
    ...['answer', 'question_form', 'reply_clarity', 'reply_evasion'].map(text),
    { name: 'responsiveness', type: 'double' },
    ...['premise', 'frame_uptake'].map(text),
    { name: 'frame_divergence', type: 'double' },
    ...['frames_kept', 'frames_introduced', 'frames_dropped'].map(text),
    ...PROVENANCE,
  ],
  errors: [DOCUMENT, key(text('source')), whole('record'), key(text('code')), key(text('message')), whole('line'), ...PROVENANCE],
}

export const TABLE_NAMES = Object.keys(ARCHIVE_TABLES) as readonly TableName[]
