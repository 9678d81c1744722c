import type { Span } from '../types.js'

/** One line that is not blank, without the white space around it. */
export interface Line extends Span {
  /** Whether a blank line or the start of the text is before it. */
  readonly opens: boolean
}

/** The lines of a text that are not blank. */
export function findLines(text: string): Line[] {
  const lines: Line[] = []
  let position = 0
  let opens = true
  while (position <= text.length) {
    const newline = text.indexOf('\n', position)
    const next = newline < 0 ? text.length : newline
    let start = position
    let end = next
    while (start < end && text.charCodeAt(start) <= 32) start++
    while (end > start && text.charCodeAt(end - 1) <= 32) end--
    if (end > start) {
      lines.push({ start, end, opens })
      opens = false
    } else opens = true
    position = next + 1
  }
  return lines
}
