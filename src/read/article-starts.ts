import { fieldOf, findHeader } from './header.js'

/** A line that may open an article's header: a known field in the first column. */
const FIELD_LINE = /(?:^|\n)([A-Za-z][A-Za-z0-9 _-]{0,39}?)[ \t]*:[^\n]/g
const LOOK_AHEAD = 8_000 // UTF-16 code units; a header is short

/**
 * Finds where each article of a file starts: at a header block like the file's first one.
 *
 * @returns positions in the source, in order; one or none where the file holds one article
 */
export function findArticleStarts(raw: string): number[] {
  const first = findHeader(raw)
  if (!first) return []
  const names = new Set(first.lines.map(({ name }) => name.toLowerCase()))
  const starts: number[] = []
  let from = 0
  for (const match of raw.matchAll(FIELD_LINE)) {
    const position = match.index + (match[0].startsWith('\n') ? 1 : 0)
    const name = (match[1] as string).toLowerCase()
    if (position < from || fieldOf(name) === 'other' || fieldOf(name) === 'text' || (starts.length > 0 && !names.has(name)))
      continue
    if (starts.length > 0 && !opensBlock(raw, position)) continue
    const header = findHeader(raw.slice(position, position + LOOK_AHEAD))
    if (!header || (!header.closed && first.closed)) continue
    if (starts.length > 0 && header.lines.filter((line) => names.has(line.name.toLowerCase())).length < Math.min(2, names.size))
      continue
    starts.push(position)
    from = position + header.end
  }
  return starts
}

/** Whether a blank line, a rule or the end of a sentence stands before a position. */
function opensBlock(raw: string, position: number): boolean {
  const before = raw.slice(Math.max(0, position - 200), position)
  return /(?:\n[ \t\r]*\n|\n[ \t]*[-=*_#~]{3,}[ \t\r]*\n|[.!?"”’)][ \t\r]*\n)[ \t]*$/.test(before)
}
