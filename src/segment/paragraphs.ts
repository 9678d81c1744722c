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
  if (options.joinLines) return joinLines(lines)
  const indented = findIndented(text, lines)
  if (indented.size > 0) return joinLines(lines.map((line) => (indented.has(line) ? { ...line, opens: true } : line)))
  if ((hasBlankLines(lines) && !hasFullLines(text, lines)) || isWrapped(text, lines)) return joinLines(lines)
  return joinLines(lines.map((line, i) => ({ ...line, opens: line.opens || !goesOn(text, lines[i - 1], line) })))
}

/** A line that goes on in lower case, or after a comma or a small word, is the rest of the one before. */
function goesOn(text: string, before: Line | undefined, line: Line): boolean {
  if (!before) return false
  const end = text.slice(Math.max(before.start, before.end - LONGEST_END), before.end)
  if (LINE_END.test(end)) return false
  return /^\p{Ll}{2}/u.test(text.slice(line.start, line.start + 4)) || OPEN_END.test(end)
}

const LONGEST_END = 16 // UTF-16 code units of a line's end that are looked at
const OPEN_END = /,$|(?:^|\s)(?:the|a|an|of|to|and|or|in|on|for|with|by|at|from|as|that|than)$/

/** In a wrapped text the first line of each paragraph may stand further in than the lines below it: these lines; none where it is otherwise. */
function findIndented(text: string, lines: readonly Line[]): ReadonlySet<Line> {
  const indented = new Set(lines.filter(({ start }) => start > 0 && text.charCodeAt(start - 1) !== 10))
  const flush = lines.length - indented.size
  if (indented.size === 0 || flush < indented.size) return NO_LINES
  let whole = 0 // indented lines after the end of a sentence
  let cut = 0 // flush lines after a line that ends amid a sentence
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1]
    if (!before) continue
    const ends = line.opens || LINE_END.test(text.slice(Math.max(before.start, before.end - 6), before.end))
    if (indented.has(line) && ends) whole++
    if (!indented.has(line) && !ends) cut++
  }
  return whole >= indented.size * FIRST_LINE_SHARE && cut >= flush * WRAPPED_SHARE ? indented : NO_LINES
}

const NO_LINES: ReadonlySet<Line> = new Set()
const FIRST_LINE_SHARE = 0.8 // of the indented lines; a quotation or a list of names stands further in, too

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
