import type { Span } from '../types.js'
import { findLines, type Line } from './lines.js'

/** Lines of wrapped prose are about this long; a text whose lines mostly end in mid-sentence below it is wrapped. */
const LONGEST_WRAPPED_LINE = 120 // UTF-16 code units
const SHORTEST_WRAPPED_LINE = 40 // UTF-16 code units
const WRAPPED_SHARE = 0.4 // of the lines that have a next one
const FEWEST_LINES = 3

/** A text with blank lines whose lines are nevertheless paragraphs has few of them, as below a title, and lines of several sentences. */
const BREAKS_PER_BLANK_LINE = 4 // single line breaks for each blank line, at least
const SHARE_OF_FULL_LINES = 0.15 // lines of several sentences among all; where a line is a sentence it is 0
const SENTENCES_BORDER = /[a-z\d%)]{3}[.!?]["”’)]{0,2} ["“‘(]?[A-Z]/

const LINE_END = /[.!?…:;]["”’')\]»*_]{0,4}$/

/**
 * Splits a text into paragraphs: sorted, disjoint, without the white space around them.
 *
 * The layout of the whole text decides first. Blank lines are borders where there are any; single line breaks are borders only in
 * a text that is not wrapped and has no blank lines, or so few (one below the title, say) while many lines hold several sentences
 * that its lines must be the paragraphs.
 *
 * @param options.joinLines - whether single line breaks are never borders, as in subtitles; false where it is left out
 * @example
 * splitParagraphs('One.\nStill one.\n\nTwo.').length //=> 2
 */
export function splitParagraphs(text: string, options: { readonly joinLines?: boolean } = {}): Span[] {
  const lines = findLines(text)
  return options.joinLines || (hasBlankLines(lines) && !hasFullLines(text, lines)) || isWrapped(text, lines)
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

function hasBlankLines(lines: readonly Line[]): boolean {
  return lines.some(({ opens }, i) => opens && i > 0)
}

/** Whether the lines between a few blank ones are paragraphs and not sentences. */
function hasFullLines(text: string, lines: readonly Line[]): boolean {
  const blanks = lines.filter(({ opens }, i) => opens && i > 0).length
  if (lines.length - 1 - blanks < BREAKS_PER_BLANK_LINE * blanks) return false
  const full = lines.filter(({ start, end }) => SENTENCES_BORDER.test(text.slice(start, end))).length
  return full / lines.length >= SHARE_OF_FULL_LINES
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
