import { annotateText } from '../annotate/index.js'
import { describeValue, FramingError } from '../error.js'
import { buildAutomaton, matchPatterns, parsePattern } from '../match/index.js'
import { splitSentences } from '../segment/index.js'
import type { Analysis } from '../types.js'
import { unitIdOf, unitsOf } from './unit.js'

/** One place where a pattern matches, with the words around it. */
export interface ContextLine {
  readonly doc_id: string
  readonly paragraph_id: number | null
  readonly turn_id: number | null
  readonly speaker: string | null
  readonly role: string | null
  /** The words before, always of the same paragraph. */
  readonly left: string
  /** The words that match. */
  readonly keyword: string
  /** The words behind. */
  readonly right: string
  /** Position of the keyword in the article's text: `text.slice(start, end)` is the keyword. */
  readonly start: number
  readonly end: number
  /** The pattern that matched. */
  readonly pattern: string
}

/** How lines are made and ordered. */
export interface ContextOptions {
  /** Words on either side; 10 where it is left out. */
  readonly window?: number
  /** `place` (where it is left out), or by the words behind, before or of the keyword; or by speaker. */
  readonly sort?: 'place' | 'left' | 'right' | 'keyword' | 'speaker'
}

const DEFAULT_WINDOW = 10 // words

/**
 * Finds a pattern of the codebook language in context: a concordance.
 *
 * `impose sanction` finds "imposed sanctions"; see `parsePattern` of the codebook for `a/b`, `word*`, `=form`, `CAPITALS`, `word:NOUN`,
 * `~3` and `&`. Of the matches that begin at one word the longest is kept.
 *
 * @param analyses - analyses, or rows of the table `paragraphs`
 * @param pattern - one pattern or several
 * @returns a line a match, in the order of articles and text unless `sort` says otherwise
 * @throws {FramingError} `invalid-codebook` where a pattern is none, `invalid-argument` where an option is impossible or a row has no text.
 * @example
 * const [line] = findInContext([analyze('Both sides agreed to cut tariffs on wheat.')], 'cut tariff')
 * [line.left, line.keyword, line.right] //=> [ 'Both sides agreed to', 'cut tariffs', 'on wheat.' ]
 */
export function findInContext(
  analyses: Iterable<Analysis | object>,
  pattern: string | readonly string[],
  options: ContextOptions = {},
): ContextLine[] {
  const { window = DEFAULT_WINDOW, sort = 'place' } = options ?? {}
  if (!Number.isSafeInteger(window) || window < 0) throw invalid('window to be a whole number of words', window)
  if (!Object.hasOwn(ORDERS, sort)) throw invalid(`sort to be ${Object.keys(ORDERS).join(', ')}`, sort)
  const patterns = typeof pattern === 'string' ? [pattern] : pattern
  if (!Array.isArray(patterns) || patterns.length === 0) throw invalid('pattern to be a pattern or a list of some', pattern)
  for (const each of patterns) {
    if (typeof each !== 'string') throw invalid('pattern to be text', each)
    parsePattern(each)
  }
  const automaton = buildAutomaton(patterns)
  const source = 'article' in analyses && 'paragraphs' in analyses ? [analyses as unknown as Analysis] : analyses
  const lines = unitsOf(source).flatMap((unit) => {
    const { text, start } = unit
    if (typeof text !== 'string') throw invalid(`unit ${unit.unit} to have a text`, text)
    const annotated = annotateText(text, { start: 0, end: text.length }, splitSentences(text))
    const { tokens } = annotated
    const from = typeof start === 'number' ? start : 0
    const longest = new Map<number, { readonly entry: number; readonly last: number }>()
    for (const { entry, first, last } of matchPatterns(annotated, automaton)) {
      const known = longest.get(first)
      if (!known || last > known.last) longest.set(first, { entry, last })
    }
    return [...longest]
      .sort(([a], [b]) => a - b)
      .map(([first, { entry, last }]): ContextLine => {
        const [begin, end] = [tokens.start[first] as number, tokens.end[last] as number]
        const before = window === 0 ? begin : (tokens.start[Math.max(0, first - window)] as number)
        const behind = tokens.end[Math.min(tokens.end.length - 1, last + window)] as number
        return {
          doc_id: docOf(unit),
          paragraph_id: numberOrNull(unit.paragraph_id),
          turn_id: numberOrNull(unit.turn_id),
          speaker: textOrNull(unit.speaker),
          role: textOrNull(unit.role),
          left: text.slice(before, begin).trim(),
          keyword: text.slice(begin, end),
          right: text.slice(end, behind).trim(),
          start: from + begin,
          end: from + end,
          pattern: patterns[entry] as string,
        }
      })
  })
  const order = ORDERS[sort]
  return order
    ? lines
        .map((line) => ({ line, key: order(line) }))
        .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
        .map(({ line }) => line)
    : lines
}

/** What lines are sorted by; null for the order of the texts. */
const ORDERS: Readonly<Record<NonNullable<ContextOptions['sort']>, ((line: ContextLine) => string) | null>> = {
  place: null,
  left: ({ left }) => left.toLowerCase().split(/\s+/).reverse().join(' '),
  right: ({ right }) => right.toLowerCase(),
  keyword: ({ keyword }) => keyword.toLowerCase(),
  speaker: ({ speaker }) => speaker ?? '',
}

function docOf(unit: { readonly unit: string; readonly doc_id?: unknown }): string {
  return typeof unit.doc_id === 'string' ? unit.doc_id : (unitIdOf(unit) as string)
}

const numberOrNull = (value: unknown): number | null =>
  value === null || value === undefined || value === '' ? null : Number(value)
const textOrNull = (value: unknown): string | null =>
  value === null || value === undefined || value === '' ? null : String(value)

function invalid(expected: string, got: unknown): FramingError {
  return new FramingError('invalid-argument', `Expected ${expected}, got ${describeValue(got)}. Leave it out for the default.`)
}
