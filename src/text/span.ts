import { describeValue, FramingError } from '../error.js'
import type { Span } from '../types.js'

/**
 * Checks that a span lies within a text and splits no surrogate pair.
 *
 * @throws {FramingError} `invalid-span` where it does not.
 */
export function checkSpan(span: Span, text: string): Span {
  const { start, end } = span ?? {}
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > text.length) {
    throw new FramingError(
      'invalid-span',
      `Expected a span within [0, ${text.length}), got [${describeValue(start)}, ${describeValue(end)}). Spans are only valid for the text they were made from.`,
    )
  }
  if (splitsSurrogatePair(text, start) || splitsSurrogatePair(text, end)) {
    throw new FramingError(
      'invalid-span',
      `Expected a span between characters, got [${start}, ${end}) which cuts a surrogate pair. Move it by one code unit.`,
    )
  }
  return span
}

function splitsSurrogatePair(text: string, position: number): boolean {
  if (position <= 0 || position >= text.length) return false
  const before = text.charCodeAt(position - 1)
  const after = text.charCodeAt(position)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
