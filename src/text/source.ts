import type { Article, Copy, Origin, Span } from '../types.js'
import { checkSpan } from './span.js'

/**
 * Finds where a span of an article stands in the raw source it was read from.
 *
 * A border inside a repair moves to the end of the repaired run of the source.
 *
 * @returns the span in the raw source, in UTF-16 code units; the span itself where the article has no source but its text
 * @throws {FramingError} `invalid-span` where the span lies outside `article.text`.
 * @example
 * const raw = 'Title: Talks\nText:\nThe talks went on.'
 * const article = readArticle(raw)
 * const { start, end } = locateInSource(article, { start: 4, end: 9 })
 * raw.slice(start, end) //=> 'talks'
 */
export function locateInSource(article: Article, span: Span): Span {
  checkSpan(span, article.text)
  if (!article.origin) return span
  const { copies, length } = article.origin
  const start = locate(copies, span.start, length).source
  if (span.end === span.start) return { start, end: start }
  const last = locate(copies, span.end - 1, length)
  return { start, end: Math.max(start, last.copied ? last.source + 1 : last.source) }
}

/** Where a position was copied from; for a repaired character, where the run copied after it starts. */
function locate(copies: readonly Copy[], position: number, sourceLength: number): { source: number; copied: boolean } {
  let low = 0
  let high = copies.length
  while (low < high) {
    const middle = (low + high) >> 1
    const copy = copies[middle] as Copy
    if (copy.start + copy.length <= position) low = middle + 1
    else high = middle
  }
  const copy = copies[low]
  if (!copy) return { source: sourceLength, copied: false }
  if (position < copy.start) return { source: copy.source, copied: false }
  return { source: copy.source + (position - copy.start), copied: true }
}

/** Finds where positions of a source, in ascending order, stand in the text made from it; what was left out moves to what follows. */
function locateInText({ copies }: Origin, textLength: number, positions: readonly number[]): number[] {
  let i = 0
  return positions.map((position) => {
    while (i < copies.length && (copies[i] as Copy).source + (copies[i] as Copy).length <= position) i++
    const copy = copies[i]
    return copy ? copy.start + Math.max(0, position - copy.source) : textLength
  })
}

/** Moves spans of the source to the text; those of which nothing is left are dropped. */
export function placeInText<T extends Span>(origin: Origin, text: string, spans: readonly T[]): T[] {
  const starts = locateInText(
    origin,
    text.length,
    spans.map(({ start }) => start),
  )
  const ends = locateInText(
    origin,
    text.length,
    spans.map(({ end }) => end),
  )
  return spans.flatMap((span, i) => {
    let [start, end] = [starts[i] as number, ends[i] as number]
    while (start < end && text.charCodeAt(start) <= 32) start++
    while (end > start && text.charCodeAt(end - 1) <= 32) end--
    return end > start ? [{ ...span, start, end }] : []
  })
}
