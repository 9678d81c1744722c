import { describeValue, FramingError } from '../error.js'
import { checkSpan } from '../text/span.js'
import type { Span } from '../types.js'

/**
 * Checks that a position names a target: within the text, between characters, and not blank.
 *
 * @throws {FramingError} `invalid-target` where it does not; `cause` is the error of the span, where it is none.
 */
export function checkTarget(target: unknown, text: string): Span {
  if (typeof target !== 'object' || target === null) {
    throw new FramingError(
      'invalid-target',
      `Expected target to be a position { start, end }, got ${describeValue(target)}. Pass a name in targets: [name] instead.`,
    )
  }
  let span: Span
  try {
    span = checkSpan(target as Span, text)
  } catch (cause) {
    if (!(cause instanceof FramingError)) throw cause
    throw new FramingError('invalid-target', cause.message.replace('Expected a span', 'Expected a target'), { cause })
  }
  const { start, end } = span
  if (text.slice(start, end).trim() === '') {
    throw new FramingError(
      'invalid-target',
      `Expected a target of at least one character that is not blank, got [${start}, ${end}). Give the span of the words that name it.`,
    )
  }
  return span
}
