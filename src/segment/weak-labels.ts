import { FULL_NAME } from '../text/name-form.js'
import type { Span } from '../types.js'
import { classify } from '../vocabulary/index.js'
import { followsStop, type Label, type LabelStyle, makeLabel } from './label.js'
import { LETTERED, LINE_STOP, LONGEST_LABEL, LONGEST_NAME_LINE, NUMBER, PREFIX } from './label-form.js'
import { bareName, foldName, isSpeakerName } from './label-name.js'
import type { Line } from './lines.js'

const BRACKET = /^[[(]([^\])\n]{1,60})[\])][:.]?[*_]{0,3}(?=\s|$)/
const BOLD = /^\s{0,8}[>\s]{0,3}(\*\*\*?|__)([^*_\n]{1,90}?)\1(?=\s|$|[:,-])[:.]?/
const PERIOD =
  /^((?:(?:Mr|Mrs|Ms|Dr|Gen|Sen|Gov|Rep|Hon|Amb|Prof|MR|MRS|MS|DR|GEN|SEN|GOV|REP|HON)\. |(?:The |\p{Lu}[\p{L}'’-]{0,20} )){0,4}\p{Lu}[\p{L}'’-]{0,24})\.(?:\s{1,3}|—)(?=[\p{Lu}"“([—…])/u
const DASH = /^([^–—:.?!,;\n]{1,60}?)\s?(?:--|[–—]|\s-)\s+(?=\S)/
const CAPS =
  /^((?:[\p{Lu}\d][\p{Lu}\d.'’-]{0,20}\s){0,4}?[\p{Lu}\d][\p{Lu}\d'’-]{2,20})\s{1,4}(?=["“(]?\p{Lu}(?:\p{Ll}|['’]|\s))/u
/** `J.   `, `P.M.   ` of a typescript. */
const INITIALS = /^((?:\p{Lu}\.\s?){1,3}|\p{Lu}{1,3})[.,;:]{0,2}\s{1,12}(?=["“(\p{Lu}—-])/u
/** `peel: I do not know` where all labels are in lower case. */
const LOWER = /^[>*_\s]{0,4}(\p{Ll}[\p{L}.'’-]{0,20}(?: [\p{L}][\p{L}.'’-]{0,20}){0,2}):[*_]{0,3}(?=\s|$)/u
/** `Lena Marsh (Ref). – Madam President`, `Judith Amaro, Member of the Commission. – I thank` */
const DASH_STOP = /^([^–—:?!;\n]{2,90}?)\.\s?(?:--|[–—])\s+(?=\S)/
const LONGEST_BOLD = 90 // UTF-16 code units
/** Finds labels of one weaker style, which mean something only where they return. */
export function findWeakLabels(text: string, lines: readonly Line[], style: LabelStyle, bold: readonly Span[] = []): Label[] {
  const labels: Label[] = []
  let b = 0
  lines.forEach((line, i) => {
    const head = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LABEL))
    while (b < bold.length && (bold[b] as Span).start < line.start) b++
    const run = bold[b]
    const label =
      style === 'line'
        ? readLine(head, line, lines, i, text)
        : style === 'bold' && run?.start === line.start
          ? readBold(head, line, run.end - run.start)
          : readWeak(head, line, style)
    if (label) labels.push(label)
  })
  return labels
}

/** A label that markup sets in bold before the words of the turn. */
function readBold(head: string, line: Line, length: number): Label | null {
  const name = head.slice(0, length)
  if (length > LONGEST_BOLD || /[?.!]$/.test(name) || !/^(?:$|[\s:,-])/.test(head.slice(length)) || !isSpeakerName(name))
    return null
  return makeLabel(head, length + (/^[:.]?/.exec(head.slice(length))?.[0].length ?? 0), name, line, 'bold')
}

const MOST_WEAK_WORDS = 5 // of a name without a colon
const MOST_TITLED_WORDS = 10 // of a name with its office before a dash
const WEAK: Partial<Record<LabelStyle, RegExp>> = {
  bracket: BRACKET,
  period: PERIOD,
  dash: DASH,
  caps: CAPS,
  initials: INITIALS,
  lower: LOWER,
}

function readWeak(head: string, line: Line, style: LabelStyle): Label | null {
  if (style === 'bold') {
    const bold = BOLD.exec(head)
    return bold && !/[?.!]$/.test(bold[2] as string) && isSpeakerName(bold[2] as string)
      ? makeLabel(head, bold[0].length, bold[2] as string, line, style)
      : null
  }
  const match = (style === 'dash' ? DASH_STOP.exec(head) : null) ?? WEAK[style]?.exec(head)
  if (!match) return null
  const name = match[1] as string
  if (style === 'initials') return makeLabel(head, match[0].trimEnd().length, name, line, style)
  const capital = style === 'lower' ? name.replace(/(?<![\p{L}.'’-])\p{Ll}/gu, (letter) => letter.toUpperCase()) : name
  if (!isSpeakerName(capital) || name.split(/\s+/).length > (style === 'dash' ? MOST_TITLED_WORDS : MOST_WEAK_WORDS)) return null
  return makeLabel(head, match[0].trimEnd().length, name, line, style)
}

const OFFICE_LINE =
  /\b(?:officer|ceo|cfo|coo|analyst|director|president|minister|bank|securities|capital|inc|corp|head|chair|manager|partners|research|mp|llc|group|secretary|spokes\w+|editor|correspondent|reporter)\b/i

/** `The Prime Minister was asked—` below the heading of a question time. */
const WAS_ASKED = /^The [^.?!]{4,80} (?:was|were) asked[\s—–:-]{0,3}$/

/** `Priya Vance - Chief Financial Officer` in a list of who takes part. */
const LISTED = new RegExp(String.raw`^${FULL_NAME}(?:\s(?:--|[–—-])|,)\s`, 'u')

/** A line of its own that is a name, with its words below. */
function readLine(head: string, line: Line, lines: readonly Line[], i: number, text: string): Label | null {
  const { start, end } = line
  if (end - start > LONGEST_NAME_LINE || LINE_STOP.test(head) || head.length < 2) return null
  const prefix = PREFIX.exec(head)?.[0].length ?? 0
  const letter = LETTERED.exec(head.slice(prefix))
  const name = head.slice(NUMBER.exec(head)?.[0].length ?? prefix + (letter?.[0].length ?? 0))
  const person = bareName(name.replace(/[*_]/g, '')).split(/\s(?:--|[–—|-])\s|,\s|\s\|\s/)[0] as string
  if (!isSpeakerName(person) || person.split(/\s+/).length > 6) return null
  const next = lines[i + 1]
  if (next && WAS_ASKED.test(text.slice(next.start, Math.min(next.end, next.start + 120)))) return null
  const before = lines[i - 1]
  if (!next || !(line.opens || followsStop(text, before) || NUMBER.test(head) || classify(foldName(person)).isUsher)) return null
  if (before && LISTED.test(head) && LISTED.test(text.slice(before.start, before.end))) return null
  const below = text.slice(next.start, Math.min(next.end, next.start + 121))
  if (/^\p{Ll}/u.test(below)) return null
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
