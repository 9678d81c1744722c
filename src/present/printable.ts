import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'

/** Characters that move the cursor, color the screen or turn the direction of what follows. */
const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/gu

/** Makes the words of a text safe for one line of a terminal: whatever is not printable becomes one space. */
export function toLine(text: string): string {
  return text.replace(UNPRINTABLE, ' ').replace(/ {2,}/g, ' ').trim()
}

const PLAIN = /^[ -~]*$/ // printable ASCII, one column each; measuring graphemes takes a hundred times as long

/** Columns that a string takes on a terminal; escape codes take none. */
export function displayWidth(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text)
}

/** Fills up with spaces on the right. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

/** Cuts plain text to a width, with `…` for what is left out. */
export function truncate(text: string, width: number): string {
  if (width <= 0) return ''
  // No character takes less than a tenth of a column on average, so that measuring stays linear in the width.
  const head = text.length > width * 10 ? text.slice(0, width * 10) : text
  if (head.length === text.length && displayWidth(text) <= width) return text
  let cut = ''
  let used = 1 // column of the ellipsis
  for (const character of head) {
    used += displayWidth(character)
    if (used > width) break
    cut += character
  }
  return `${cut.trimEnd()}…`
}

/** Breaks text into lines of a width, each but the first after an indent. */
export function wrap(text: string, width: number, indent = 0): string[] {
  if (text.length <= width && PLAIN.test(text)) return [text]
  const lines = wrapAnsi(text, Math.max(1, width - indent), { hard: true }).split('\n')
  return lines.map((line, i) => (i === 0 ? line : ' '.repeat(indent) + line))
}
