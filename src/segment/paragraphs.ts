import type { Span } from '../types.js'
import { findLines, type Line } from './lines.js'

/** Lines of wrapped prose are about this long; a text whose lines mostly end in mid-sentence below it is wrapped. */
const LONGEST_WRAPPED_LINE = 120 // UTF-16 code units
const SHORTEST_WRAPPED_LINE = 40 // UTF-16 code units
const WRAPPED_SHARE = 0.4 // of the lines that have a next one
const FEWEST_LINES = 3

const LINE_END = /[.!?…:;]["”’')\]»*_]{0,4}$/

/**
 * Splits a text into paragraphs: sorted, disjoint, without the white space around them.
 *
 * The layout of the whole text decides first. Blank lines are borders where there are any; single line breaks are borders only in
 * a text that has no blank lines and is not wrapped.
 *
 * @param options.joinLines - whether single line breaks are never borders, as in subtitles; false where it is left out
 * @example
 * splitParagraphs('One.\nStill one.\n\nTwo.').length //=> 2
 */
export function splitParagraphs(text: string, options: { readonly joinLines?: boolean } = {}): Span[] {
  const lines = findLines(text)
  const hasBlankLines = lines.some(({ opens }, i) => opens && i > 0)
  return hasBlankLines || options.joinLines || isWrapped(text, lines)
    ? joinLines(lines)
    : lines.map(({ start, end }) => ({ start, end }))
}

/** The runs of lines between blank ones. */
function joinLines(lines: readonly Line[]): Span[] {
  const paragraphs: { start: number; end: number }[] = []
  for (const { start, end, opens } of lines) {
    const last = paragraphs.at(-1)
    if (last && !opens) last.end = end
    else paragraphs.push({ start, end })
  }
  return paragraphs
}

function isWrapped(text: string, lines: readonly Span[]): boolean {
  if (lines.length < FEWEST_LINES) return false
  const inner = lines.slice(0, -1)
  const cut = inner.filter(({ start, end }) => {
    const length = end - start
    return (
      length >= SHORTEST_WRAPPED_LINE &&
      length <= LONGEST_WRAPPED_LINE &&
      !LINE_END.test(text.slice(Math.max(start, end - 6), end))
    )
  })
  return cut.length / inner.length >= WRAPPED_SHARE
}
