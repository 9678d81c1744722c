import type { Header, HeaderLine } from './header.js'
import { fieldOf, splitValues } from './header.js'

const OPENING = /^[\s\ufeff]*---[ \t]*\r?\n/
const CLOSING = /\r?\n---[ \t]*(?:\r?\n|$)/
const LONGEST = 20_000 // UTF-16 code units; a longer block between rules is text
const ENTRY = /^([A-Za-z][\w -]{0,60}?)[ \t]*:(?:[ \t]+(.*))?$/

/** Reads the YAML block at the top of a Markdown file, as far as scalars and lists of scalars go; null where there is none. */
export function findFrontMatter(raw: string): Header | null {
  const opening = OPENING.exec(raw)
  if (!opening) return null
  const from = opening[0].length
  const closing = CLOSING.exec(raw.slice(from - 1, from + LONGEST))
  if (!closing) return null
  const block = raw.slice(from, Math.max(from, from - 1 + closing.index))
  const lines: HeaderLine[] = []
  let open: { name: string; value: string } | null = null
  const close = (): void => {
    if (!open) return
    const field = fieldOf(open.name)
    lines.push(...splitValues(field, open.name, readScalar(open.value)))
    open = null
  }
  for (const line of block.split(/\r?\n/)) {
    const entry = /^\s/.test(line) ? null : ENTRY.exec(line)
    if (entry) {
      close()
      open = { name: entry[1] as string, value: (entry[2] ?? '').trim() }
    } else if (open && line.trim() !== '') open = extend(open, line.trim())
  }
  close()
  return lines.length > 0 ? { lines, end: from - 1 + closing.index + closing[0].length, closed: true } : null
}

function extend({ name, value }: { name: string; value: string }, line: string): { name: string; value: string } {
  if (/^- /.test(line)) return { name, value: `${value}${value === '' ? '' : '; '}${readScalar(line.slice(2).trim())}` }
  // A backslash at the line end of a quoted scalar swallows the break; one at the start keeps the space.
  if (value.endsWith('\\')) return { name, value: `${value.slice(0, -1)}${line.replace(/^\\ /, ' ')}` }
  return { name, value: `${value.replace(/^[>|][+-]?$/, '')} ${line}`.trim() }
}

function readScalar(value: string): string {
  if (/^'.*'$/s.test(value)) return value.slice(1, -1).replaceAll("''", "'")
  if (/^\[.*\]$/s.test(value))
    return value
      .slice(1, -1)
      .split(',')
      .map((item) => readScalar(item.trim()))
      .join('; ')
  if (!/^".*"$/s.test(value)) return value
  return value
    .slice(1, -1)
    .replace(/\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(.))/g, (_, unicode?: string, byte?: string, character?: string) => {
      if (unicode ?? byte) return String.fromCharCode(Number.parseInt((unicode ?? byte) as string, 16))
      return character === '_' || character === 'n' || character === 't' ? ' ' : (character as string)
    })
}
