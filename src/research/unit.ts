import { describeValue, FramingError } from '../error.js'
import { toRows } from '../present/index.js'
import type { Analysis } from '../types.js'

/** A unit that can be drawn and coded: its name, and whatever columns it came with. */
export interface ResearchUnit {
  /** `doc_id/paragraph_id`, `doc_id/exchange_id`, or a name of one's own. */
  readonly unit: string
  readonly [column: string]: unknown
}

/** What a unit is: one paragraph, or one question with its answer. */
export type UnitKind = 'paragraph' | 'exchange'

type Row = Readonly<Record<string, unknown>>

/** The name of the unit that a row is about: its `unit`, else its document with its paragraph or exchange; null where it has none. */
export function unitIdOf({ unit, doc_id: doc, paragraph_id: paragraph, exchange_id: exchange, id }: Row): string | null {
  if (typeof unit === 'string' && unit !== '') return unit
  if (doc !== undefined && doc !== null) {
    const index = isIndex(paragraph) ? paragraph : isIndex(exchange) ? exchange : null
    return index === null ? String(doc) : `${doc}/${index}`
  }
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null
}

function isIndex(value: unknown): boolean {
  return value !== null && value !== undefined && value !== ''
}

/** The text of a row: its `text`, else its question with its answer; null where it has neither. */
export function textOfRow({ text, question, answer }: Row): string | null {
  if (typeof text === 'string') return text
  if (typeof question !== 'string') return null
  return typeof answer === 'string' ? `${question}\n\n${answer}` : question
}

/**
 * Makes units from analyses, from rows of the tables `paragraphs` or `exchanges`, or from rows of one's own with a `unit` (or `id`).
 *
 * Units of analyses also have their article's `outlet`, `author`, `date` and `month`.
 *
 * @param source - analyses or rows, each with its columns
 * @param kind - what a unit of an analysis is; exchanges without an answer are left out, since there is nothing to code
 * @throws {FramingError} `invalid-argument` where a row has no name or two have the same.
 * @example
 * unitsOf([analyze('Both sides agreed to cut tariffs.')])[0]?.text //=> 'Both sides agreed to cut tariffs.'
 */
export function unitsOf(source: Iterable<Analysis | object>, kind: UnitKind = 'paragraph'): ResearchUnit[] {
  const units: ResearchUnit[] = []
  const seen = new Set<string>()
  let place = 0
  for (const each of checkIterable(source)) {
    const rows = isAnalysis(each) ? rowsOf(each, kind) : [each as Row]
    for (const row of rows) {
      const unit = typeof row === 'string' ? row : unitIdOf(Object(row) as Row)
      if (unit === null)
        throw invalid(`units[${place}] to have a unit, an id, or a doc_id with a paragraph_id or exchange_id`, row)
      if (seen.has(unit)) throw invalid('each unit once', unit)
      seen.add(unit)
      units.push(typeof row === 'string' ? { unit } : { ...row, unit })
    }
    place++
  }
  return units
}

function checkIterable(source: unknown): Iterable<unknown> {
  if (typeof source === 'object' && source !== null && Symbol.iterator in source) return source as Iterable<unknown>
  throw invalid('units to be a list of analyses or rows', source)
}

function isAnalysis(value: unknown): value is Analysis {
  return typeof value === 'object' && value !== null && 'article' in value && 'paragraphs' in value && 'exchanges' in value
}

function rowsOf(analysis: Analysis, kind: UnitKind): Row[] {
  const { outlet = null, author = null, date = null } = analysis.article
  const about = { outlet, author, date, month: date?.slice(0, 7) ?? null }
  if (kind === 'paragraph') return toRows(analysis, { table: 'paragraphs' }).map((row) => ({ ...row, ...about }))
  return toRows(analysis, { table: 'exchanges' })
    .filter(({ answer }) => answer !== null)
    .map((row) => ({ ...row, ...about, speaker: row.respondent, text: textOfRow({ ...row }) }))
}

function invalid(expected: string, got: unknown): FramingError {
  return new FramingError('invalid-argument', `Expected ${expected}, got ${describeValue(got)}. See ResearchUnit for the shape.`)
}
