import { describeValue, FramingError } from '../error.js'
import { STOP_WORDS } from '../frame/index.js'
import type { Analysis } from '../types.js'
import { textOfRow, unitsOf } from './unit.js'
import { cellOf, UNKNOWN_GROUP } from './unit-groups.js'

/** Counts by term, where they were made elsewhere. */
export type WordCounts = Readonly<Record<string, number>> | ReadonlyMap<string, number>

/** Texts to count the words of: one or many texts, analyses, rows with a text, or counts. */
export type WordSource = string | Iterable<string | Analysis | object> | WordCounts

/** What of texts is counted. */
export interface CountOptions {
  /** Words of a term: 1, 2, …, or several such as `[1, 2]`; 1 where it is left out. */
  readonly ngrams?: number | readonly number[]
  /** Words that are left out before terms are made: `english` for function words, or a list; none where it is left out. */
  readonly stopWords?: 'none' | 'english' | Iterable<string>
}

/** Letters and digits, with apostrophes and hyphens inside a word. */
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu
const MOST_WORDS = 5 // of a term

/** The words of a text in lower case, with straight apostrophes. */
export function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(WORD) ?? []).map((word) => word.replaceAll('’', "'"))
}

/** Counts the terms of a source by group; one group where no column is asked for. */
export function countByGroup(
  source: WordSource,
  by: string | undefined,
  options: CountOptions,
): Map<string, Map<string, number>> {
  const groups = new Map<string, Map<string, number>>()
  const count = makeCounter(options)
  for (const { text, group } of listTexts(source, by)) {
    const counts = groups.get(group) ?? new Map<string, number>()
    groups.set(group, counts)
    if (typeof text === 'string') count(text, counts)
    else for (const [term, amount] of text) counts.set(term, (counts.get(term) ?? 0) + checkCount(term, amount))
  }
  return groups
}

function makeCounter({ ngrams = 1, stopWords = 'none' }: CountOptions): (text: string, counts: Map<string, number>) => void {
  const lengths = typeof ngrams === 'number' ? [ngrams] : [...ngrams]
  if (lengths.length === 0 || lengths.some((length) => !Number.isInteger(length) || length < 1 || length > MOST_WORDS)) {
    throw new FramingError(
      'invalid-argument',
      `Expected ngrams of 1 to ${MOST_WORDS} words, got ${lengths.join(', ') || 'none'}. Write 1, 2 or [1, 2].`,
    )
  }
  const left =
    stopWords === 'none'
      ? new Set<string>()
      : stopWords === 'english'
        ? STOP_WORDS
        : new Set([...stopWords].map((word) => word.toLowerCase()))
  return (text, counts) => {
    const words = wordsOf(text).filter((word) => !left.has(word))
    for (const length of lengths) {
      for (let i = 0; i + length <= words.length; i++) {
        const term = length === 1 ? (words[i] as string) : words.slice(i, i + length).join(' ')
        counts.set(term, (counts.get(term) ?? 0) + 1)
      }
    }
  }
}

interface Counted {
  readonly text: string | Iterable<readonly [string, number]>
  readonly group: string
}

function* listTexts(source: WordSource, by: string | undefined): Generator<Counted> {
  if (typeof source === 'string') yield { text: source, group: by === undefined ? '' : UNKNOWN_GROUP }
  else if (source instanceof Map)
    yield { text: source as ReadonlyMap<string, number>, group: by === undefined ? '' : UNKNOWN_GROUP }
  else if (typeof source === 'object' && source !== null && Symbol.iterator in source) {
    for (const each of source as Iterable<unknown>) yield* textsOfItem(each, by)
  } else if (isAnalysis(source)) yield* textsOfItem(source, by)
  else if (typeof source === 'object' && source !== null)
    yield { text: Object.entries(source as Readonly<Record<string, number>>), group: by === undefined ? '' : UNKNOWN_GROUP }
  else throw invalid(source)
}

function* textsOfItem(item: unknown, by: string | undefined): Generator<Counted> {
  const rows = typeof item === 'string' ? [{ text: item }] : isAnalysis(item) ? unitsOf([item]) : [item]
  for (const row of rows as readonly Readonly<Record<string, unknown>>[]) {
    const text = typeof row === 'object' && row !== null ? textOfRow(row) : null
    if (text === null) throw invalid(row)
    yield { text, group: by === undefined ? '' : (cellOf(row, by) ?? UNKNOWN_GROUP) }
  }
}

function isAnalysis(value: unknown): value is Analysis {
  return typeof value === 'object' && value !== null && 'article' in value && 'paragraphs' in value
}

function checkCount(term: string, count: unknown): number {
  if (typeof count === 'number' && count >= 0 && Number.isFinite(count)) return count
  throw new FramingError(
    'invalid-argument',
    `Expected the count of ${describeValue(term)} to be 0 or more, got ${describeValue(count)}. Give counts or texts.`,
  )
}

function invalid(got: unknown): FramingError {
  return new FramingError(
    'invalid-argument',
    `Expected texts, analyses, rows with a text or counts, got ${describeValue(got)}. Give one of these.`,
  )
}
