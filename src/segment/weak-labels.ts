import { FULL_NAME } from '../text/name-form.js'
import type { Span } from '../types.js'
import { classify } from '../vocabulary/index.js'
import { followsStop, type Label, makeLabel } from './label.js'
import { LETTERED, LINE_STOP, LONGEST_LABEL, LONGEST_NAME_LINE, NUMBER, PREFIX } from './label-form.js'
import { bareName, foldName, isSpeakerName } from './label-name.js'
import { type LabelStyle, type LabelStyleRow, WEAK_STYLES } from './label-styles.js'
import type { Line } from './lines.js'

const BOLD = /^\s{0,8}[>\s]{0,3}(\*\*\*?|__)([^*_\n]{1,90}?)\1(?=\s|$|[:,-])[:.]?/
const LONGEST_BOLD = 90 // UTF-16 code units

/** Finds labels of the weaker styles, which mean something only where they return: one walk for all of them. */
export function findWeakLabels(text: string, lines: readonly Line[], bold: readonly Span[] = []): Map<LabelStyle, Label[]> {
  const found = new Map<LabelStyle, Label[]>()
  const keep = (label: Label | null): boolean => {
    if (!label) return false
    const own = found.get(label.style)
    if (own) own.push(label)
    else found.set(label.style, [label])
    return true
  }
  let b = 0
  lines.forEach((line, i) => {
    const head = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LABEL))
    while (b < bold.length && (bold[b] as Span).start < line.start) b++
    const run = bold[b]
    keep(readLine(head, line, lines, i, text))
    keep(run?.start === line.start ? readBold(head, line, run.end - run.start) : readStarred(head, line))
    let last: LabelStyle | null = null
    for (const row of WEAK_STYLES) {
      if (row.style === last || !row.needs.test(head)) continue
      if (keep(readWeak(head, line, row))) last = row.style
    }
  })
  return found
}

/** A label that markup sets in bold before the words of the turn. */
function readBold(head: string, line: Line, length: number): Label | null {
  const name = head.slice(0, length)
  if (length > LONGEST_BOLD || /[?.!]$/.test(name) || !/^(?:$|[\s:,-])/.test(head.slice(length)) || !isSpeakerName(name))
    return null
  return makeLabel(head, length + (/^[:.]?/.exec(head.slice(length))?.[0].length ?? 0), name, line, 'bold')
}

function readStarred(head: string, line: Line): Label | null {
  if (!head.includes('**') && !head.includes('__')) return null
  const bold = BOLD.exec(head)
  return bold && !/[?.!]$/.test(bold[2] as string) && isSpeakerName(bold[2] as string)
    ? makeLabel(head, bold[0].length, bold[2] as string, line, 'bold')
    : null
}

function readWeak(head: string, line: Line, { style, pattern, mostWords }: LabelStyleRow): Label | null {
  const match = pattern.exec(head)
  if (!match) return null
  const name = match[1] as string
  if (style !== 'initials') {
    const capital = style === 'lower' ? name.replace(/(?<![\p{L}.'’-])\p{Ll}/gu, (letter) => letter.toUpperCase()) : name
    if (name.split(/\s+/).length > mostWords || !isSpeakerName(capital)) return null
  }
  return makeLabel(head, match[0].trimEnd().length, name, line, style)
}

const LONGEST_USHER = 50 // UTF-16 code units of a line that names a chair
const OFFICE_LINE =
  /\b(?:officer|ceo|cfo|coo|analyst|director|president|minister|bank|securities|capital|inc|corp|head|chair|manager|partners|research|mp|llc|group|secretary|spokes\w+|editor|correspondent|reporter)\b/i

/** `The Prime Minister was asked—` below the heading of a question time. */
const WAS_ASKED = /^The [^.?!]{4,80} (?:was|were) asked[\s—–:-]{0,3}$/

/** `Priya Vance - Chief Financial Officer` in a list of who takes part. */
const LISTED = new RegExp(String.raw`^${FULL_NAME}(?:\s(?:--|[–—-])|,)\s`, 'u')

/** Nine words without a mark behind which a line may say less than it seems: no name is as long, and most lines of news are so. */
const LONG = /^\s*(?:(?!to\s)[^\s()[\],|*_\\–—-]+\s+){9}(?!to\s)[^\s()[\],|*_\\–—-]/

/** A line of its own that is a name, with its words below. */
function readLine(head: string, line: Line, lines: readonly Line[], i: number, text: string): Label | null {
  const { start, end } = line
  if (end - start > LONGEST_NAME_LINE || LINE_STOP.test(head) || head.length < 2 || LONG.test(head)) return null
  // Cheap questions first: most lines are prose.
  const next = lines[i + 1]
  if (!next || /^\p{Ll}/u.test(head) || /^\p{Ll}/u.test(text.slice(next.start, next.start + 2))) return null
  const before = lines[i - 1]
  const starts = line.opens || followsStop(text, before) || NUMBER.test(head)
  if (!starts && head.length > LONGEST_USHER) return null
  const prefix = PREFIX.exec(head)?.[0].length ?? 0
  const letter = LETTERED.exec(head.slice(prefix))
  const name = head.slice(NUMBER.exec(head)?.[0].length ?? prefix + (letter?.[0].length ?? 0))
  const person = bareName(name.replace(/[*_]/g, '')).split(/\s(?:--|[–—|-])\s|,\s|\s\|\s/)[0] as string
  if (person.split(/\s+/).length > 6 || !isSpeakerName(person)) return null
  if (WAS_ASKED.test(text.slice(next.start, Math.min(next.end, next.start + 120)))) return null
  if (!starts && !classify(foldName(person)).isUsher) return null
  if (before && LISTED.test(head) && LISTED.test(text.slice(before.start, before.end))) return null
  const below = text.slice(next.start, Math.min(next.end, next.start + 121))
  // A line in capitals below a name in capitals goes on with a title: `PRIME MINISTER⏎FOR PRESS 17 JULY 1979`.
  if (!/\p{Ll}/u.test(head) && /\p{Lu}{3}/u.test(below) && !/\p{Ll}/u.test(below) && below.length > 8) return null
  let length = head.length
  if (below.length <= 120 && !LINE_STOP.test(below) && isSpeakerName(below.replace(/[*_]/g, ''))) {
    // A second line right below is the speaker's office, or this is a list of names.
    if (next.opens || !OFFICE_LINE.test(below) || LISTED.test(below)) return null
    length = next.end - start
  }
  const label = makeLabel(head, head.length, person, line, 'line')
  const bottom = start + length
  let textStart = bottom
  while (textStart < text.length && text.charCodeAt(textStart) <= 32) textStart++
  return {
    ...label,
    end: bottom,
    words: letter ? (letter[1] as string).toLowerCase() : `${head} ${length > head.length ? below : ''}`.toLowerCase(),
    textStart,
  }
}
