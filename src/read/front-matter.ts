import { parseDocument } from 'yaml'
import type { Header, HeaderLine } from './header.js'
import { fieldOf, splitValues } from './header.js'

const OPENING = /^[\s\ufeff]*(---|\+\+\+)[ \t]*\r?\n/
const LONGEST = 20_000 // UTF-16 code units; a longer block between rules is text
const MOST_ANCHORS = 20 // of the block; a text's fields need none
const ENTRY = /^([A-Za-z][\w -]{0,60}?)[ \t]*[:=][ \t]*(.*)$/

/** Reads the block of YAML (`---`) or TOML (`+++`) at the top of a Markdown file; null where there is none. */
export function findFrontMatter(raw: string): Header | null {
  const opening = OPENING.exec(raw.slice(0, LONGEST))
  if (!opening) return null
  const from = opening[0].length
  const closing = (opening[1] === '---' ? /\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/ : /\r?\n\+\+\+[ \t]*(?:\r?\n|$)/).exec(
    raw.slice(from - 1, from + LONGEST),
  )
  if (!closing) return null
  const block = raw.slice(from, Math.max(from, from - 1 + closing.index))
  const entries = (opening[1] === '---' ? parseBlock(block) : null) ?? splitBlock(block)
  const lines = entries.flatMap(([name, value]): HeaderLine[] => {
    const field = fieldOf(name)
    const values = listText(value)
    const list = field === 'category' ? values : [values.join(field === 'author' ? ', ' : '; ')]
    return list.filter((each) => each !== '').flatMap((each) => splitValues(field, name, each))
  })
  return lines.length > 0 ? { lines, end: from - 1 + closing.index + closing[0].length, closed: true } : null
}

/** Every scalar stays as it is written: a date is read by our own rules. Null where the block is no map of YAML. */
function parseBlock(block: string): [string, unknown][] | null {
  if ((block.match(/[&*]\w/g)?.length ?? 0) > MOST_ANCHORS) return null
  const document = parseDocument(block, { schema: 'failsafe', strict: false, uniqueKeys: false, logLevel: 'silent' })
  if (document.errors.length > 0) return null
  const data: unknown = document.toJS({ maxAliasCount: MOST_ANCHORS })
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.entries(data) : null
}

/** What generators write by hand is often no YAML (`title: Talks: the end`): a name and a value on each line. */
function splitBlock(block: string): [string, unknown][] {
  return block.split(/\r?\n/).flatMap((line): [string, unknown][] => {
    const [, name, value = ''] = ENTRY.exec(line) ?? []
    return name === undefined ? [] : [[name, value.trim().replace(/^(["'])(.*)\1$/s, '$2')]]
  })
}

/** The strings of a value: itself, the members of a list, the name of a map. */
function listText(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.replace(/\s+/g, ' ').trim()]
  if (depth >= DEEPEST || typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((each) => listText(each, depth + 1))
  const fields = new Map<string, unknown>(Object.entries(value))
  return listText(fields.get('name') ?? fields.get('title') ?? fields.get('main'), depth + 1)
}

const DEEPEST = 4 // levels of lists and maps
