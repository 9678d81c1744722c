import { NAME_RUN } from '../text/name-form.js'
import { classify, type WordKind, wordsOf } from '../vocabulary/index.js'
import { findFactBoxes } from './fact-box.js'
import type { Label } from './label.js'
import { followsStop, makeLabel } from './label.js'
import { isPersonLine, LETTERED, LINE_STOP, LONGEST_LABEL, LONGEST_NAME_LINE, NUMBER, PREFIX } from './label-form.js'
import { bareName, foldName, isSpeakerName } from './label-name.js'
import { SURE_STYLES } from './label-styles.js'
import type { Line } from './lines.js'

const AFTER_COLON = /^[*_\]]{0,4}(?:\s|$|["“‘'([*_\\….—–]|\p{Lu})/u
const LETTER = /^([QA])(?:(\d{0,2})([.):—–]|\s?[-–—](?=\s))|(?=[ \t*_]{1,8}\S)|(?=[*_]{0,3}$))[*_]{0,3}/
const NAME_STAMP =
  /^([^:\n]{1,60}?)[,\s]{0,3}(?:\s[([]\d{1,2}:\d{2}(?::\d{2})?[\])]|\s\d{1,2}:\d{2}(?::\d{2})?(?=\s*$)):?[*_]{0,4}/
const AFTER_STAMP = /^\s{0,3}(?:[([]\d{1,2}:\d{2}(?::\d{2})?[)\]]:?|\d{1,2}:\d{2}(?::\d{2})?(?=\s*$|\s+\p{Lu}))/u
const ABBREVIATED =
  /(?:^|[\s(.])(?:mr|mrs|ms|dr|hon|rt|gen|sen|gov|rep|prof|amb|lt|col|capt|st|jr|sr|sec|usec|asec|smt|km|er|md|pres|maj|brig|sgt|adm|cmdr|rev|fr|atty|engr|insp|supt|sra|dep|asst|min|\p{L})$/iu

/** `Mr Tan Wei asked the Minister for Health`, without a number. */
const ASKED_OFFICE = new RegExp(
  String.raw`^((?:Mr|Mrs|Ms|Miss|Mdm|Dr|Prof|Er|Assoc Prof|Deputy|Hon|Shri|Smt)\.?\s${NAME_RUN}(?:\([^()]{1,60}\)\s?)?)(?=asked the (?:(?:Deputy |Acting )?Prime Minister|(?:Co-ordinating |Coordinating )?Minister|Secretary|Taoiseach|President|Treasurer|Leader|Attorney)\b)`,
  'u',
)
const ASKED = new RegExp(
  String.raw`^(${NAME_RUN}(?:\([^()]{1,60}\)\s?){0,2})(?=asked (?:the|his|her)\b|to ask (?:the|his|her)\b)`,
  'u',
)

/** Finds the labels that a mark of their own sets off, at line starts, in order. */
export function findLabels(text: string, lines: readonly Line[]): Label[] {
  const labels: Label[] = []
  const facts = findFactBoxes(text, lines)
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    if (facts.has(line.start)) continue
    const head = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LABEL))
    const timed = readClock(head, text, lines, i)
    if (timed) {
      labels.push(timed.label)
      i = timed.last
      continue
    }
    if (i === 0 && isTitle(head, line, lines[1])) continue
    const label = readHead(head, line, line.opens || followsStop(text, lines[i - 1]))
    if (label) labels.push(joinBroken(label, text, lines, i))
  }
  return labels
}

/** `Foreign Affairs Council: Remarks by the High Representative`, a first line that ends no sentence, with a blank line or a date below. */
function isTitle(head: string, line: Line, next: Line | undefined): boolean {
  return (
    line.end - line.start < LONGEST_LABEL &&
    next !== undefined &&
    !/[.?!…:;,"”)\]—–-]$/.test(head) &&
    /:\s.*\b(?:remarks|statements?|press|interview|transcript|speech|briefing|conference|by)\b/i.test(head)
  )
}

function readHead(head: string, line: Line, starts: boolean): Label | null {
  const prefix = PREFIX.exec(head)?.[0].length ?? 0
  const body = head.slice(prefix)
  const sure = SURE_STYLES.find(({ needs, pattern }) => needs.test(head) && pattern.test(head))
  if (sure) return makeLabel(head, (sure.pattern.exec(head) as RegExpExecArray)[0].length, sure.name, line, sure.style)
  const numbered = readNumbered(head, line)
  if (numbered !== undefined) return numbered
  const lettered = LETTERED.exec(body)?.[0]
  if (lettered !== undefined && line.end - line.start < LONGEST_NAME_LINE && isPersonLine(body.slice(lettered.length)))
    return null
  const letter = /^A\.M\b/.test(body) ? null : LETTER.exec(body)
  if (letter) {
    const [match, name = '', number = '', mark] = letter
    if (
      (mark !== undefined && (starts || mark === ':' || number !== '')) ||
      (starts && number === '' && (name === 'Q' || /^A(?:\s{2,}|[*_]{2})/.test(body)))
    ) {
      return makeLabel(head, prefix + match.length, name, line, 'letter')
    }
  }
  const colon = findColon(body)
  if (colon > 0) {
    const name = body.slice(0, colon)
    let end = prefix + colon + 1
    while (end < head.length && /[*_\]]/.test(head.charAt(end))) end++
    end += AFTER_STAMP.exec(head.slice(end))?.[0].length ?? 0
    if (isSpeakerName(name)) return makeLabel(head, end, name, line, 'colon')
  }
  const stamped = NAME_STAMP.exec(body)
  if (stamped && isSpeakerName(stamped[1] as string))
    return makeLabel(head, prefix + stamped[0].length, stamped[1] as string, line, 'stamp')
  return null
}

/**
 * A question of a parliament's paper under its number: `Q1. [907412] Lena Marsh (Calder North)`, `2. Mr. Peel asked the Minister`.
 * Null where the line is a name only, which `readLine` reads; undefined where it is none.
 */
function readNumbered(head: string, line: Line): Label | null | undefined {
  const number = NUMBER.exec(head)?.[0]
  if (number === undefined) {
    const unnumbered = line.opens ? ASKED_OFFICE.exec(head)?.[1] : undefined
    return unnumbered !== undefined && isSpeakerName(unnumbered)
      ? makeLabel(head, unnumbered.length, unnumbered, line, 'numbered')
      : undefined
  }
  const rest = head.slice(number.length)
  const asked = ASKED.exec(rest)
  if (asked && isSpeakerName(asked[1] as string))
    return makeLabel(head, number.length + asked[0].length, asked[1] as string, line, 'numbered')
  const colon = findColon(rest)
  const name = colon > 0 ? rest.slice(0, colon) : rest
  if (
    (bareName(name).split(' ').length < 2 && !(colon > 0 && classify(foldName(name)).isUsher)) ||
    !isSpeakerName(name) ||
    classify(foldName(name)).role !== null
  )
    return undefined
  if (colon > 0) return makeLabel(head, number.length + colon + 1, name, line, 'colon')
  return line.end - line.start < LONGEST_LABEL && !LINE_STOP.test(head) ? null : undefined
}

/** The first colon outside brackets that only words of a name precede, or -1. */
function findColon(body: string): number {
  let depth = 0
  for (let i = 0; i < body.length; i++) {
    const c = body.charAt(i)
    if (c === '(' || c === '[') depth++
    else if (c === ')' || c === ']') depth = Math.max(0, depth - 1)
    else if (depth === 0) {
      if (c === ':' || c === '：')
        return AFTER_COLON.test(body.slice(i + 1, i + 6)) && !/\d$/.test(body.slice(0, i).slice(-1))
          ? i
          : i > 0 && AFTER_COLON.test(body.slice(i + 1, i + 6))
            ? i
            : -1
      if (c === '?' || c === '!' || c === '“' || c === '\t' || c === '<' || c === '{' || c === ';') return -1
      if (c === '.' && body.charAt(i + 1) === ' ' && !ABBREVIATED.test(body.slice(0, i))) return -1
    }
  }
  return -1
}

const CLOCK = /^\d{1,2}(?:[:.]\d{2})?(?::\d{2})?\s?(?:[ap]\.?m\.?)?$/i
const MOST_CLOCK_LINES = 4 // between the time and the words: party, office, name, constituency
const LONGEST_CLOCK_LINE = 100 // UTF-16 code units

/**
 * `11:10 a.m.`, then lines of party, office and name, then the words: as the evidence of a committee is printed. The name is in
 * the last of these lines, before what stands above it too.
 */
function readClock(head: string, text: string, lines: readonly Line[], i: number): { label: Label; last: number } | null {
  if (head.length > 12 || !CLOCK.test(head) || !/[:.]|m/i.test(head)) return null
  const rows: string[] = []
  let k = i + 1
  for (; k < lines.length && rows.length < MOST_CLOCK_LINES; k++) {
    const { start, end } = lines[k] as Line
    const row = text.slice(start, Math.min(end, start + LONGEST_CLOCK_LINE + 1))
    if (row.length > LONGEST_CLOCK_LINE || LINE_STOP.test(row) || !/^\p{Lu}/u.test(row)) break
    rows.push(row)
  }
  const words = lines[k]
  const printed = rows.at(-1)
  if (!words || printed === undefined || CLOCK.test(text.slice(words.start, words.end)) || !isSpoken(text, words)) return null
  const party = rows.slice(0, -1).findLast((row) => printed.includes(` ${row} `))
  const name = party === undefined ? printed : printed.slice(0, printed.indexOf(` ${party} `))
  if (!isSpeakerName(name)) return null
  const { start } = lines[i] as Line
  const { end } = lines[k - 1] as Line
  const label = makeLabel(name, name.length, name, { start, end, opens: true }, 'clock')
  return { label: { ...label, end, words: rows.join(' ').toLowerCase(), textStart: words.start }, last: k - 1 }
}

function isSpoken(text: string, { start, end }: Line): boolean {
  return /[.?!…:—–-]["”’)]{0,2}$/.test(text.slice(Math.max(start, end - 4), end)) || end - start > LONGEST_CLOCK_LINE
}

/** Whether a label goes on over a line break: `Presidential Press⏎Secretary`, or a name that stands whole elsewhere. */
function goesOn(first: string, second: string, text: string): boolean {
  const words = first.split(' ').map(foldWord)
  const next = foldWord(second.split(' ')[0] as string)
  const isTitle = (word: string): boolean =>
    word === 'prime' || ['office', 'office-modifier'].some((kind) => wordsOf(kind as WordKind).has(word))
  if (isTitle(words.at(-1) as string) && (isTitle(next) || words.every(isTitle))) return true
  const isName = !words.some((word) => classify(word).isField || wordsOf('function').has(word))
  return isName && second.split(' ').length === 1 && text.includes(`${first} ${second}`)
}

/** Whether a label in the midst of a text may be the second half of one: printed like the line above, and nowhere by itself. */
function looksBroken(first: string, second: string, text: string): boolean {
  return (
    /\p{Ll}/u.test(first) === /\p{Ll}/u.test(second) && !text.includes(`\n\n${second}:`) && !classify(foldName(first)).isField
  )
}

function foldWord(word: string): string {
  return word.toLowerCase().replace(/[.,]+$/, '')
}

/** A label that a line break cuts in two: `Presidential Press⏎Secretary Dmitry Peskov:` */
function joinBroken(label: Label, text: string, lines: readonly Line[], i: number): Label {
  const before = lines[i - 1]
  if (label.opens || label.style !== 'colon' || !before?.opens) return label
  const first = text.slice(before.start, before.end)
  if (first.length > 60 || /[.?!:;,…"”)\]]$/.test(first) || first.split(/\s+/).length > 6) return label
  const name = `${first} ${label.name}`
  if (!goesOn(first, label.name, text) && (i < 2 || !looksBroken(first, label.name, text))) return label
  if (!isSpeakerName(name) || /^(?:The|This|In|On|At|A|An|And|But)\b/.test(first)) return label
  return { ...label, start: before.start, name: bareName(name), key: foldName(name), words: name.toLowerCase(), opens: true }
}
