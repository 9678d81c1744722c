import type { EditedText } from '../text/edit.js'
import { repairText } from '../text/repair.js'
import { locateInSource, placeInText } from '../text/source.js'
import { checkSpan } from '../text/span.js'
import type { Article, Span } from '../types.js'

/** A text that a caller gave by itself, repaired as an article's is. */
export interface BareText extends EditedText {
  /** As it was given: positions of results are in it. */
  readonly raw: string
}

/** Repairs a text that is no article, so that the same damaged words give the same scores by every door. */
export function readBare(raw: string): BareText {
  return { raw, ...repairText(raw, { start: 0, end: raw.length }) }
}

/** @throws {FramingError} `invalid-span` where a span of the given text lies outside of it. */
export function enterBare({ raw, text, origin, repairs }: BareText, span: Span): Span {
  if (repairs.length === 0) return span
  checkSpan(span, raw)
  return placeInText(origin, text, [span])[0] ?? { start: text.length, end: text.length }
}

/**
 * Moves the spans of a result to the texts as they were given: every quote is again its slice.
 *
 * A span belongs to the first of the texts that has its quote at its place.
 */
export function leaveBare<T>(result: T, texts: readonly BareText[]): T {
  const damaged = texts.filter(({ repairs }) => repairs.length > 0)
  return damaged.length === 0 ? result : (move(result, texts) as T)
}

function move(value: unknown, texts: readonly BareText[]): unknown {
  if (Array.isArray(value)) return value.map((each) => move(each, texts))
  if (typeof value !== 'object' || value === null) return value
  const [asked, answered = asked] = texts
  const sides = new Map([
    ['asked', asked],
    ['answered', answered],
  ])
  const moved = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const side = sides.get(key)
      return [key, move(inner, side ? [side] : texts)]
    }),
  )
  const { start, end, quote } = value as { readonly start?: unknown; readonly end?: unknown; readonly quote?: unknown }
  if (typeof start !== 'number' || typeof end !== 'number') return moved
  const home = texts.length === 1 ? texts[0] : texts.find(({ text }) => text.slice(start, end) === quote)
  if (!home) return moved
  const span = locateInSource(home as unknown as Article, { start, end })
  return { ...moved, ...span, ...(typeof quote === 'string' && { quote: home.raw.slice(span.start, span.end) }) }
}
