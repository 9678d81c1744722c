import type { Span } from '../../types.js'

/** One line of a source: positions of its words, without the white space around them. */
export interface SourceLine extends Span {
  readonly words: string
  /** How far the words stand from the left margin; archives center outlet and date. */
  readonly indent: number
  /** Where the next line starts. */
  readonly next: number
}

const LONGEST_FIELD_LINE = 4_000 // UTF-16 code units; what is longer is text, of which only the start is looked at

/** The lines of a source in order, blank ones too. */
export function listLines(raw: string): SourceLine[] {
  const lines: SourceLine[] = []
  let position = 0
  while (position < raw.length) {
    const newline = raw.indexOf('\n', position)
    const next = newline < 0 ? raw.length : newline + 1
    let start = position
    let end = newline < 0 ? raw.length : newline
    while (start < end && isBlank(raw.charCodeAt(start))) start++
    while (end > start && isBlank(raw.charCodeAt(end - 1))) end--
    lines.push({ start, end, next, indent: start - position, words: raw.slice(start, Math.min(end, start + LONGEST_FIELD_LINE)) })
    position = next
  }
  return lines
}

function isBlank(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0xfeff || code === 0x200b
}

/** The span from the first to the last line that has words; null where none has. */
export function spanOf(lines: readonly SourceLine[]): Span | null {
  const inked = lines.filter(({ words }) => words !== '')
  const [first] = inked
  return first ? { start: first.start, end: (inked.at(-1) as SourceLine).end } : null
}

/** The words of lines as one line. */
export function joinWords(lines: readonly SourceLine[]): string {
  return lines
    .map(({ words }) => words)
    .filter((words) => words !== '')
    .join(' ')
    .replace(/\s+/g, ' ')
}

/** Groups lines into blocks with a blank line between. */
export function groupBlocks(lines: readonly SourceLine[]): SourceLine[][] {
  const blocks: SourceLine[][] = []
  let open: SourceLine[] = []
  for (const line of lines) {
    if (line.words !== '') open.push(line)
    else if (open.length > 0) {
      blocks.push(open)
      open = []
    }
  }
  if (open.length > 0) blocks.push(open)
  return blocks
}
