import { describeValue, FramingError } from '../error.js'
import { composeEdits } from '../text/edit.js'
import { hashText } from '../text/hash.js'
import { repairText } from '../text/repair.js'
import type { Article, Issue } from '../types.js'
import { type HeaderField, type HeaderLine, splitValues } from './header.js'
import { takePageLines } from './page-lines.js'
import { type Body, readBody, trimPart } from './read-body.js'
import { readMetadata } from './read-metadata.js'
import type { ReadOptions } from './read-options.js'
import { foldName, RECORD_NAMES, type RecordPlace, SUMMARY_NAMES } from './record-names.js'
import { isPage, refuseBinary } from './refuse-source.js'
import { reviewText } from './review-text.js'

/** Which field of a record holds what; one that is left out is found by the names that collections use. */
export interface RecordFields {
  readonly text?: string
  readonly title?: string
  readonly date?: string
  readonly outlet?: string
  readonly author?: string
  readonly categories?: string
  readonly url?: string
  readonly language?: string
  readonly id?: string
}

export interface RecordOptions extends ReadOptions {
  readonly fields?: RecordFields
}

/**
 * Reads a press text from a record, such as a row of a table or a JSON object.
 *
 * The fields of news-please, Article-Bias-Prediction, CC-News, GDELT, Media Cloud, NewsAPI and schema.org are found by their own
 * names; `options.fields` names others. The text is repaired like that of `readArticle`; it has no header, whatever its first lines
 * look like, and one of HTML is read by its paragraphs. Positions in the source are those in the record's text field.
 *
 * @param record - any object; values that are no strings, numbers, dates, lists of them or objects with a name are left out
 * @throws {FramingError} `invalid-argument` where `record` is no object or has no text; `binary-input` where the text is none.
 * @example
 * readRecord({ headline: 'Talks', when: '2024-03-01', body: 'They talked.' }, { fields: { date: 'when' } }).date //=> '2024-03-01'
 */
export function readRecord(record: object, options: RecordOptions = {}): Article {
  if (record === null || typeof record !== 'object' || Array.isArray(record)) {
    throw new FramingError(
      'invalid-argument',
      `Expected a record, got ${describeValue(record)}. Pass one object for each article.`,
    )
  }
  const { fields = {}, id } = options
  const values = new Map<string, unknown>(Object.entries(record))
  const { raw, isSummary } = findText(values, fields.text)
  const lines = describeRecord(values, fields)
  const own = listValues(findValue(values, 'id', fields.id))[0]
  const body = readRecordBody(raw)
  const issues: Issue[] = []
  const metadata = readMetadata({ lines }, issues)
  if (isSummary) issues.push({ code: 'summary-only', message: 'The record has no text; its summary is read instead.' })
  issues.push(...reviewText(body.edited, false))
  const { text, origin, repairs } = body.edited
  return {
    id: id ?? own ?? hashText(raw),
    text,
    format: body.format === 'plain-text' ? 'record' : body.format,
    ...metadata,
    origin,
    repairs,
    ...(body.blocks && { blocks: body.blocks }),
    ...(body.bold && { bold: body.bold }),
    issues,
  }
}

/** The fields of a record that describe its text, whatever names they have. */
export function describeRecord(values: ReadonlyMap<string, unknown>, fields: RecordFields = {}): HeaderLine[] {
  return PLACES.flatMap(([place, field]): HeaderLine[] => {
    const found = listValues(findValue(values, place, fields[place]))
    const list = field === 'author' && found.length > 1 ? [found.join(', ')] : found
    return list.flatMap((value) => splitValues(field, place, value))
  })
}

const PLACES: readonly (readonly [RecordPlace, HeaderField])[] = [
  ['title', 'title'],
  ['date', 'date'],
  ['outlet', 'outlet'],
  ['author', 'author'],
  ['categories', 'category'],
  ['url', 'url'],
  ['language', 'language'],
]

/** The value of a place: under the caller's name for it, else under the first known name that has one. */
function findValue(values: ReadonlyMap<string, unknown>, place: RecordPlace, own: string | undefined): unknown {
  if (own !== undefined) return values.get(own)
  return findNamed(values, RECORD_NAMES[place], (value) => listValues(value).length > 0)
}

function findNamed(values: ReadonlyMap<string, unknown>, names: readonly string[], holds: (value: unknown) => boolean): unknown {
  let best: unknown
  let rank = names.length
  for (const [name, value] of values) {
    const at = names.indexOf(foldName(name))
    if (at < 0 || at >= rank || !holds(value)) continue
    best = value
    rank = at
  }
  return best
}

function findText(values: ReadonlyMap<string, unknown>, own: string | undefined): { raw: string; isSummary: boolean } {
  if (own !== undefined) {
    const raw = values.get(own)
    if (typeof raw === 'string') return { raw, isSummary: false }
    throw missingText(`field "${own}"`, raw)
  }
  const isText = (value: unknown): boolean => typeof value === 'string' || isLines(value)
  // A text that is there but empty is an empty text; only a collection without any has its summaries read.
  const found =
    findNamed(values, RECORD_NAMES.text, (value) => isText(value) && textOf(value) !== '') ??
    findNamed(values, RECORD_NAMES.text, isText)
  if (found !== undefined) return { raw: textOf(found), isSummary: false }
  const isKept = [...values.keys()].some((name) => RECORD_NAMES.text.includes(foldName(name)))
  const summary = isKept
    ? undefined
    : findNamed(values, SUMMARY_NAMES, (value) => typeof value === 'string' && value.trim() !== '')
  if (typeof summary === 'string') return { raw: summary, isSummary: true }
  throw missingText('a field such as "text", "body" or "content"', values.get('text'))
}

function missingText(where: string, got: unknown): FramingError {
  return new FramingError(
    'invalid-argument',
    `Expected ${where} to hold the text, got ${describeValue(got)}. Name the field with options.fields.text.`,
  )
}

/** A text kept as a list of its paragraphs. */
function isLines(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((line) => typeof line === 'string')
}

function textOf(value: unknown): string {
  return isLines(value) ? value.join('\n\n') : (value as string)
}

/** Two closed paragraphs make a text one of HTML, which needs no document around it here. */
const HTML_PARAGRAPHS = /<\/?p\b[^<>]{0,200}>[\s\S]{1,100000}?<\/?(?:p|div)\b[^<>]{0,200}>/i

function readRecordBody(raw: string): Body {
  if (isPage(raw) || (/^\s*<[a-z]/i.test(raw) && HTML_PARAGRAPHS.test(raw.slice(0, SAMPLE)))) {
    const page = takePageLines(raw)
    return { edited: composeEdits(page, repairText(page.text, { start: 0, end: page.text.length })), format: 'plain-text' }
  }
  refuseBinary(raw)
  return readBody(raw, trimPart(raw, 0))
}

const SAMPLE = 20_000 // UTF-16 code units

/** Strings of a value: itself, a number's digits, a date's day, the members of a list, the name of an object. */
function listValues(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
  if (typeof value === 'number' || typeof value === 'bigint') return Number.isNaN(value) ? [] : [String(value)]
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? [] : [value.toISOString().slice(0, 10)]
  if (typeof value !== 'object' || value === null || depth >= DEEPEST) return []
  if (Array.isArray(value)) return value.flatMap((each) => listValues(each, depth + 1))
  const inner = new Map<string, unknown>(Object.entries(value))
  return listValues(inner.get('name') ?? inner.get('title') ?? inner.get('label'), depth + 1)
}

const DEEPEST = 4 // levels of lists and objects; what lies deeper is no value of a field
