import type { Span } from '../types.js'

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
  const lines = splitLines(text)
  const filled = lines.filter(({ start, end }) => end > start)
  if (filled.length < lines.length && hasInnerBlank(lines)) return joinRuns(lines)
  if (options.joinLines || isWrapped(text, filled)) return joinRuns(lines)
  return filled
}

/** The lines of a text without the white space around them; a blank line is an empty span. */
function splitLines(text: string): Span[] {
  const lines: Span[] = []
  let position = 0
  while (position <= text.length) {
    const newline = text.indexOf('\n', position)
    const next = newline < 0 ? text.length : newline
    let start = position
    let end = next
    while (start < end && text.charCodeAt(start) <= 32) start++
    while (end > start && text.charCodeAt(end - 1) <= 32) end--
    lines.push({ start, end })
    position = next + 1
  }
  return lines
}

function hasInnerBlank(lines: readonly Span[]): boolean {
  const first = lines.findIndex(({ start, end }) => end > start)
  const last = lines.findLastIndex(({ start, end }) => end > start)
  for (let i = first + 1; i < last; i++) {
    const line = lines[i] as Span
    if (line.end === line.start) return true
  }
  return false
}

function joinRuns(lines: readonly Span[]): Span[] {
  const paragraphs: Span[] = []
  let open: { start: number; end: number } | null = null
  for (const { start, end } of lines) {
    if (end === start) open = null
    else if (open) open.end = end
    else {
      open = { start, end }
      paragraphs.push(open)
    }
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
