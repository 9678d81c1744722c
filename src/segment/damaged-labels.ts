import { classify } from '../vocabulary/index.js'
import { isMisprint } from './identities.js'
import { followsStop, type Label } from './label.js'
import { foldName } from './label-name.js'
import type { Line } from './lines.js'

const MOST_KEYS = 40 // known labels that a damaged one is compared with
const LONGEST_DAMAGED = 40 // UTF-16 code units before the mark
const SHORTEST_TITLE = 8 // UTF-16 code units of a running head's second line
const SHORTEST_FUZZY = 4 // letters

const MARKED = /^[*_\s.,'`|~-]{0,3}([\p{L}\d][\p{L}\d .'’|!/()-]{0,38}?)\s?([:;.,•=]|\s?[!|])\s?(?=\s|\p{Lu}|["“]|$)/u
const CAPITAL_RUN =
  /^[*_\s.,'`|~-]{0,3}((?:[\p{Lu}\d|!][\p{Lu}\d.'’|!]*\s{1,2}){0,2}[\p{Lu}\d|!]{2,}[.:;,]?)(?=\s+["“(]?\p{Lu}(?:\p{Ll}|['’\s]))/u
const INITIALS = /^((?:\p{Lu}\.){2,4})[:;,]?(?=\s)/u
/** `d.   ` of a typescript. */
const TYPED = /^([\p{L}\d\]](?:\.\s?\p{L})?)[.,;:]{1,2}\s{1,12}(?=["“(]?\p{Lu})/u
const BARE_LETTER = /^([B-HJ-Z])(?=\s+["“]?\p{Lu}\p{Ll})/u

/** Finds labels that printing or scanning damaged: `J;` for `J:`, `PRIM4E MINISTER`, a bare `P`, where the whole label is known. */
export function findDamagedLabels(text: string, lines: readonly Line[], known: readonly Label[]): Label[] {
  const counts = new Map<string, { count: number; capitals: number }>()
  const taken = new Set<number>()
  for (const { key, name, start } of known) {
    taken.add(start)
    const own = counts.get(key) ?? { count: 0, capitals: 0 }
    counts.set(key, { count: own.count + 1, capitals: own.capitals + (/\p{Ll}/u.test(name) ? 0 : 1) })
  }
  const keys = [...counts]
    .filter(([key, { count }]) => count > 1 || classify(key).isPlainPart)
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, MOST_KEYS)
  const capitals = keys.filter(([, own]) => own.capitals > own.count / 2).map(([key]) => key)
  if (keys.length === 0) return []
  const mostlyCapitals = capitals.length >= keys.length / 2
  const memo = new Map<string, string | null>()
  const nearest = (name: string): string | null => {
    const folded = foldName(
      name
        .replace(/[[\]{}~^]/g, '')
        .replaceAll('|', 'I')
        .replaceAll('!', 'I'),
    ).replace(/[\d]+/g, (digits) => (/\p{L}/u.test(name) ? digits : ''))
    const cached = memo.get(folded)
    if (cached !== undefined) return cached
    let found: string | null = keys.some(([key]) => key === folded) ? folded : null
    if (!found && /^[a-z]{2,4}$/.test(folded)) found = keys.find(([key]) => initialsOf(key) === folded)?.[0] ?? null
    if (!found && folded.length >= SHORTEST_FUZZY)
      found = keys.find(([key]) => key.length >= SHORTEST_FUZZY && isMisprint(folded, key))?.[0] ?? null
    memo.set(folded, found)
    return found
  }
  const labels: Label[] = []
  const firstStart = known[0]?.start ?? 0
  const inBlanks = known.filter(({ opens }) => opens).length > known.length * 0.8
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    if (taken.has(line.start)) continue
    const head = text.slice(line.start, Math.min(line.end, line.start + LONGEST_DAMAGED + 20))
    const previous = lines[i - 1]
    const afterStop = line.opens || followsStop(text, previous)
    if (!afterStop) continue
    const isBefore = line.start < firstStart // a title above the first label is printed as one, but without its mark
    if (isBefore && !/^[^:;]{1,40}[:;]/.test(head)) continue
    const next = lines[i + 1]
    const below = next ? text.slice(next.start, Math.min(next.end, next.start + LONGEST_DAMAGED)) : ''
    // A running head goes on in capitals: `PRIME MINISTER⏎DOORSTOP, WEST QUAY`.
    if (!/\p{Ll}/u.test(head) && below.length > SHORTEST_TITLE && /\p{Lu}{3}/u.test(below) && !/\p{Ll}/u.test(below)) continue
    const found = readDamaged(head, nearest, capitals, mostlyCapitals && !isBefore, line.opens || !inBlanks)
    if (!found) continue
    let textStart = line.start + found.length
    while (textStart < line.end && text.charCodeAt(textStart) <= 32) textStart++
    const { start, opens } = line
    labels.push({
      start,
      end: start + found.length,
      name: found.name,
      key: found.key,
      words: found.name.toLowerCase(),
      textStart,
      style: 'damaged',
      opens,
    })
  }
  return labels
}

function readDamaged(
  head: string,
  nearest: (name: string) => string | null,
  capitals: readonly string[],
  mostlyCapitals: boolean,
  atBorder: boolean,
): { name: string; key: string; length: number } | null {
  const initials = INITIALS.exec(head)
  if (initials) {
    const name = (initials[1] as string).replaceAll('.', '')
    const key = nearest(name)
    if (key && capitals.includes(key)) return { name, key, length: initials[0].length }
  }
  const typed = TYPED.exec(head)
  if (typed) {
    const name = typed[1] as string
    const key = capitals.find(
      (known) => known.length <= 2 && isMisreadInitial(name.replace(/[.\s]/g, ''), known, /\s{2}$/.test(typed[0])),
    )
    if (key) return { name, key, length: typed[0].trimEnd().length }
  }
  const marked = MARKED.exec(head)
  if (marked) {
    const [match, name = '', mark = ''] = marked
    const key = nearest(name) ?? (/[:;]/.test(mark) ? startingWith(name, capitals) : null)
    const isCapital = !/\p{Ll}/u.test(name)
    if (key && (/[:;]/.test(mark) || (isCapital && capitals.includes(key) && (name.length > 1 || name !== 'I')))) {
      return { name, key, length: match.trimEnd().length }
    }
  }
  if (!mostlyCapitals || !atBorder) return null
  if (/^[B-HJ-PR-Z]$/.test(head)) {
    const key = startingWith(head, capitals)
    if (key) return { name: head, key, length: 1 }
  }
  if (/^[^\p{Ll}]{3,40}$/u.test(head)) {
    const name = head.replace(/[^\p{L}\d]+$/u, '')
    const key = nearest(name)
    if (key && capitals.includes(key)) return { name, key, length: head.length }
  }
  const run = CAPITAL_RUN.exec(head)
  if (run) {
    const name = (run[1] as string).replace(/[.:;,]$/, '')
    const key = nearest(name)
    if (key && capitals.includes(key)) return { name, key, length: run[0].length }
  }
  const letter = BARE_LETTER.exec(head)
  if (letter) {
    const name = letter[1] as string
    const key = startingWith(name, capitals)
    if (key) return { name, key, length: 1 }
  }
  return null
}

/** `pm` of `prime minister`. */
function initialsOf(key: string): string {
  return key
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
}

/** Whether the letters of a typescript's label stand for known initials: `d` for `J`, `P.N.` for `P.M.` before a wide gap. */
function isMisreadInitial(letters: string, known: string, isWide: boolean): boolean {
  if (known === 'q') return /^[0OGC]$/.test(letters)
  if (known.length === 1) return known === 'j' && (isWide ? /^[dDjIl1\]T3Ui]$/ : /^[dj\]]$/).test(letters)
  if (letters.length !== 2 || !isWide) return false
  const lower = letters.toLowerCase()
  return lower.charAt(0) === known.charAt(0) || lower.charAt(1) === known.charAt(1)
}

/** A bare `P` is what a scan left of `PRIME MINISTER`, where no other label starts so. */
function startingWith(name: string, capitals: readonly string[]): string | null {
  if (!/^[B-HJ-PR-Z]$/.test(name)) return null
  const starting = capitals.filter((key) => key.startsWith(name.toLowerCase()))
  return starting.length === 1 ? (starting[0] as string) : null
}
