import { describeValue, FramingError } from '../error.js'
import { hashText } from '../text/hash.js'
import { repairText } from '../text/repair.js'
import type { Article } from '../types.js'
import { fieldOf, type HeaderLine, splitValues } from './header.js'
import { readArticle } from './read-article.js'
import { readMetadata } from './read-metadata.js'
import type { ReadOptions } from './read-options.js'

/** Which field of a record holds what; a field that is left out has the same name as here. */
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

const PLACES = ['title', 'date', 'outlet', 'author', 'categories', 'url', 'language'] as const

/**
 * Reads a press text from a record, such as a row of a table or a JSON object.
 *
 * The text is repaired like that of `readArticle`; positions are found again in the record's text field.
 *
 * @param record - any object; values that are no strings, numbers, dates or lists of them are left out
 * @throws {FramingError} `invalid-argument` where `record` is no object or its text field holds no string.
 * @example
 * readRecord({ headline: 'Talks', body: 'They talked.' }, { fields: { text: 'body', title: 'headline' } }).title //=> 'Talks'
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
  const textField = fields.text ?? 'text'
  const raw = values.get(textField)
  if (typeof raw !== 'string') {
    throw new FramingError(
      'invalid-argument',
      `Expected field "${textField}" to hold the text, got ${describeValue(raw)}. Name the field with options.fields.text.`,
    )
  }
  const lines = PLACES.flatMap((place): HeaderLine[] => {
    const name = fields[place] ?? place
    const field = fieldOf(place)
    return listValues(values.get(name)).flatMap((value) => splitValues(field, name, value))
  })
  const own = values.get(fields.id ?? 'id')
  const issues = [...readBare(raw).issues]
  const metadata = readMetadata({ lines }, issues)
  const article = readBare(raw)
  return {
    ...article,
    id: id ?? (typeof own === 'string' || typeof own === 'number' ? String(own) : hashText(raw)),
    format: 'record',
    ...metadata,
    issues,
  }
}

/** The text field as an article; it has no header, whatever its first lines look like. */
function readBare(raw: string): Article {
  const plain = readArticle(raw)
  if (plain.format !== 'archive-text') return plain
  const { text, origin, repairs } = repairText(raw, { start: 0, end: raw.length })
  return { id: plain.id, text, format: 'record', origin, repairs, issues: plain.issues.filter(({ code }) => code !== 'no-body') }
}

function listValues(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
  if (typeof value === 'number') return [String(value)]
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? [] : [value.toISOString().slice(0, 10)]
  return Array.isArray(value) ? value.flatMap(listValues) : []
}
