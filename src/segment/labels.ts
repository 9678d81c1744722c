import type { Span } from '../types.js'
import { bareName, foldName, isSpeakerName } from './label-name.js'
import type { Line } from './lines.js'
import { isUsher, leaningOf, statedRole } from './role-words.js'

/** How a label is set off from the words of its turn. */
export type LabelStyle =
  | 'colon'
  | 'letter'
  | 'numbered'
  | 'stamp'
  | 'bracket'
  | 'bold'
  | 'line'
  | 'period'
  | 'dash'
  | 'caps'
  | 'initials'
  | 'lower'
  | 'inline'
  | 'damaged'

/** A printed label that may name the speaker of a turn. */
export interface Label extends Span {
  /** The words that name the speaker, without brackets, stars and colon. */
  readonly name: string
  /** The name folded for comparing: no honorific, no case, no dots. */
  readonly key: string
  /** The office folded, where the label prints it before the name of who holds it. */
  readonly office?: string
  /** All words of the label in lower case, brackets included. */
  readonly words: string
  /** Where the words of the turn begin. */
  readonly textStart: number
  readonly style: LabelStyle
  /** Whether the label opens a paragraph. */
  readonly opens: boolean
}

const LONGEST_LABEL = 160 // UTF-16 code units
const STAMP = String.raw`[[(<]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:\s?[-–—>]{1,3}\s?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)?[\])>]?`

/** Marks before a name: markup, arrows of captions, a list number, a time stamp. */
const PREFIX = new RegExp(
  String.raw`^(?:[*_>#\s\\]|[-•–—]\s|[–—](?=[QA][.:]\s)){0,8}(?:\d{1,3}[.)]\s{1,3})?(?:${STAMP}[\s–—-]{0,6})?[*_[]{0,4}`,
)
const AFTER_COLON = /^[*_\]]{0,4}(?:\s|$|["“‘'([*_\\….—–]|\p{Lu})/u
const LETTER = /^([QA])(?:(\d{0,2})([.):—–]|\s?[-–—](?=\s))|(?=[ \t*_]{1,8}\S)|(?=[*_]{0,3}$))[*_]{0,3}/
const NAME_STAMP =
  /^([^:\n]{1,60}?)[,\s]{0,3}(?:\s[([]\d{1,2}:\d{2}(?::\d{2})?[\])]|\s\d{1,2}:\d{2}(?::\d{2})?(?=\s*$)):?[*_]{0,4}/
const AFTER_STAMP = /^\s{0,3}[([]\d{1,2}:\d{2}(?::\d{2})?[)\]]:?/
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
const LINE_STOP = /[.?!:;,…"”]$/
const ABBREVIATED =
  /(?:^|[\s(.])(?:mr|mrs|ms|dr|hon|rt|gen|sen|gov|rep|prof|amb|lt|col|capt|st|jr|sr|sec|usec|asec|pres|maj|brig|sgt|adm|cmdr|rev|fr|atty|engr|insp|supt|sra|dep|asst|min|\p{L})$/iu

const NUMBER = /^(?:[QTS]?\d{1,4}[.)]|[QTS]\d{1,3}|\*\d{1,4}[.)]?)\s{1,3}(?:[[(]\d{3,8}[\])]\s{1,3})?/
/** `Mr Tan Wei asked the Minister for Health`, without a number. */
const ASKED_OFFICE =
  /^((?:Mr|Mrs|Ms|Miss|Mdm|Dr|Prof|Er|Assoc Prof|Deputy|Hon\.?|Shri|Smt\.?)\.?\s(?:\p{Lu}[\p{L}.'’-]{0,24}\s){1,6}(?:\([^()]{1,60}\)\s?)?)(?=asked the (?:(?:Deputy |Acting )?Prime Minister|(?:Co-ordinating |Coordinating )?Minister|Secretary|Taoiseach|President|Treasurer|Leader|Attorney)\b)/u
const ASKED =
  /^((?:[\p{Lu}][\p{L}.'’-]{0,24}\s){1,7}?(?:\([^()]{1,60}\)\s?){0,2})(?=asked (?:the|his|her)\b|to ask (?:the|his|her)\b)/u

/** Finds the labels that a mark of their own sets off, at line starts, in order. */
export function findLabels(text: string, lines: readonly Line[]): Label[] {
  const labels: Label[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    const head = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LABEL))
    const label = readHead(head, line, line.opens || followsStop(text, lines[i - 1]))
    if (label) labels.push(joinBroken(label, text, lines, i))
  }
  return labels
}

/** Whether the line before ends a sentence or is a running head in capitals, so that this one may start a turn. */
export function followsStop(text: string, before: Line | undefined): boolean {
  if (!before) return true
  if (/[.?!…:;)\]"”’*_—–-]$/.test(text.slice(Math.max(before.start, before.end - 1), before.end))) return true
  return before.end - before.start <= LONGEST_RUNNING_HEAD && !/\p{Ll}/u.test(text.slice(before.start, before.end))
}

const LONGEST_RUNNING_HEAD = 80 // UTF-16 code units

function readHead(head: string, line: Line, starts: boolean): Label | null {
  const prefix = PREFIX.exec(head)?.[0].length ?? 0
  const body = head.slice(prefix)
  const numbered = readNumbered(head, line)
  if (numbered !== undefined) return numbered
  const lettered = LETTERED.exec(body)?.[0]
  if (lettered !== undefined && line.end - line.start < LONGEST_NAME_LINE && isPersonLine(body.slice(lettered.length)))
    return null
  const letter = /^A\.M\b/.test(body) ? null : LETTER.exec(body)
  if (letter) {
    const [match, name = '', number = '', mark] = letter
    if (
      (mark !== undefined && (starts || mark === ':')) ||
      (starts && number === '' && (name === 'Q' || /^A(?:\s{2,}|[*_]{2})/.test(body)))
    ) {
      return make(head, prefix + match.length, name, line, 'letter')
    }
  }
  const colon = findColon(body)
  if (colon > 0) {
    const name = body.slice(0, colon)
    let end = prefix + colon + 1
    while (end < head.length && /[*_\]]/.test(head.charAt(end))) end++
    end += AFTER_STAMP.exec(head.slice(end))?.[0].length ?? 0
    if (isSpeakerName(name)) return make(head, end, name, line, 'colon')
  }
  const stamped = NAME_STAMP.exec(body)
  if (stamped && isSpeakerName(stamped[1] as string))
    return make(head, prefix + stamped[0].length, stamped[1] as string, line, 'stamp')
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
      ? make(head, unnumbered.length, unnumbered, line, 'numbered')
      : undefined
  }
  const rest = head.slice(number.length)
  const asked = ASKED.exec(rest)
  if (asked && isSpeakerName(asked[1] as string))
    return make(head, number.length + asked[0].length, asked[1] as string, line, 'numbered')
  const colon = findColon(rest)
  const name = colon > 0 ? rest.slice(0, colon) : rest
  if (
    (bareName(name).split(' ').length < 2 && !(colon > 0 && isUsher(foldName(name)))) ||
    !isSpeakerName(name) ||
    statedRole(foldName(name)) !== null
  )
    return undefined
  if (colon > 0) return make(head, number.length + colon + 1, name, line, 'colon')
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

function make(head: string, length: number, name: string, line: Line, style: LabelStyle): Label {
  let textStart = line.start + length
  for (let i = length; i < head.length && /\s/.test(head.charAt(i)); i++) textStart++
  const office = foldName(name)
  const holder = findHolder(head.slice(0, length), office)
  return {
    start: line.start,
    end: line.start + length,
    name: bareName(holder ?? name),
    key: foldName(holder ?? name),
    ...(holder !== null && { office }),
    words: holder !== null && statedRole(office) !== null ? office : name.toLowerCase().replace(/\sto the\s.*$/, ''),
    textStart,
    style,
    opens: line.opens,
  }
}

const HOLDER =
  /\((?:the )?((?:(?:mr|mrs|ms|miss|dr|prof|hon|rt|shri|shrimati|smt|sir|deputy|senator)\.?\s){1,3}\p{L}[^()]{1,40}|\p{Lu}[\p{L}.'’-]*(?:\s\p{L}[\p{L}.'’-]*){1,4})\)[\s:*_.]*$/iu
/** Words of places and parties, which stand in the same brackets. */
const NO_HOLDER =
  /\b(?:north|south|east|west|upper|lower|central|party|labou?r|city|county|news|agency|tv|radio|media|times|post|interpret\w+|translat\w+|continuing|off)\b/i

/** Who holds the office that a label prints: `The Prime Minister (Judith Amaro)`; null where it prints no office or no name. */
function findHolder(label: string, office: string): string | null {
  const isPart = leaningOf(office) < 0 || (statedRole(office) !== null && office.length > 1)
  if (!label.includes('(') || !isPart) return null
  const holder = HOLDER.exec(label)?.[1]
  return holder !== undefined && !NO_HOLDER.test(holder) && isSpeakerName(holder) ? holder : null
}

/** A label that a line break cuts in two: `Presidential Press⏎Secretary Dmitry Peskov:` */
function joinBroken(label: Label, text: string, lines: readonly Line[], i: number): Label {
  const before = lines[i - 1]
  if (label.opens || label.style !== 'colon' || !before?.opens) return label
  const first = text.slice(before.start, before.end)
  if (first.length > 60 || /[.?!:;,…"”)\]]$/.test(first) || first.split(/\s+/).length > 6) return label
  const name = `${first} ${label.name}`
  if (!isSpeakerName(name) || /^(?:The|This|In|On|At|A|An|And|But)\b/.test(first)) return label
  return { ...label, start: before.start, name: bareName(name), key: foldName(name), words: name.toLowerCase(), opens: true }
}

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
  return make(head, length + (/^[:.]?/.exec(head.slice(length))?.[0].length ?? 0), name, line, 'bold')
}

const LONGEST_BOLD = 90 // UTF-16 code units
const LONGEST_NAME_LINE = 120 // UTF-16 code units

/** Whether a line is a name of two words or more and nothing else. */
function isPersonLine(words: string): boolean {
  const name = bareName(words)
  return name.includes(' ') && !LINE_STOP.test(words) && isSpeakerName(name)
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
      ? make(head, bold[0].length, bold[2] as string, line, style)
      : null
  }
  const match = (style === 'dash' ? DASH_STOP.exec(head) : null) ?? WEAK[style]?.exec(head)
  if (!match) return null
  const name = match[1] as string
  if (style === 'initials') return make(head, match[0].trimEnd().length, name, line, style)
  const capital = style === 'lower' ? name.replace(/(?<![\p{L}.'’-])\p{Ll}/gu, (letter) => letter.toUpperCase()) : name
  if (!isSpeakerName(capital) || name.split(/\s+/).length > (style === 'dash' ? MOST_TITLED_WORDS : MOST_WEAK_WORDS)) return null
  return make(head, match[0].trimEnd().length, name, line, style)
}

const OFFICE_LINE =
  /\b(?:officer|ceo|cfo|coo|analyst|director|president|minister|bank|securities|capital|inc|corp|head|chair|manager|partners|research|mp|llc|group|secretary|spokes\w+|editor|correspondent|reporter)\b/i

/** `The Prime Minister was asked—` below the heading of a question time. */
const WAS_ASKED = /^The [^.?!]{4,80} (?:was|were) asked[\s—–:-]{0,3}$/

/** `Priya Vance - Chief Financial Officer` in a list of who takes part. */
const LISTED = /^(?:\p{Lu}[\p{L}.'’-]*\s){1,4}(?:--|[–—-])\s/u
/** `Q - Dana Whitlock`, a line of its own */
const LETTERED = /^([QA])\s?(?:--|[–—-])\s(?=\p{Lu})/u

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
  if (!next || !(line.opens || followsStop(text, before) || NUMBER.test(head) || isUsher(foldName(person)))) return null
  if (before && LISTED.test(head) && LISTED.test(text.slice(before.start, before.end))) return null
  const below = text.slice(next.start, Math.min(next.end, next.start + 121))
  if (/^\p{Ll}/u.test(below)) return null
  let length = head.length
  if (below.length <= 120 && !LINE_STOP.test(below) && isSpeakerName(below.replace(/[*_]/g, ''))) {
    // A second line right below is the speaker's office, or this is a list of names.
    if (next.opens || !OFFICE_LINE.test(below) || LISTED.test(below)) return null
    length = next.end - start
  }
  const label = make(head, head.length, person, line, 'line')
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

/** Ends of sentences behind which a label may stand, in a text that does not start a line for each turn. */
const INLINE_COLON = /[\p{L}\d.)\]]\s?:(?=\s)/gu
const LONGEST_INLINE = 90 // UTF-16 code units of a label inside a line
const STOPS = /[.?!…;)\]”"’—–-]["”’)\]]{0,2}\s+(?=\p{Lu})/gu
const TITLE_STOP = /\b(?:mr|mrs|ms|dr|hon|rt|prof|gen|sen|gov|rep|st|\p{Lu})\.\s+$/iu

/** `Q.` and `A.` behind the end of a sentence. */
const INLINE_LETTER = /[.?!…:]["”’)\]]{0,2}[ \t]{1,3}(?=([QA])[.:][ \t]{1,3}["“‘(]?\p{Lu})/gu

/** Finds labels in the middle of lines. */
export function findInlineLabels(text: string): Label[] {
  const labels: Label[] = []
  for (const match of text.matchAll(INLINE_LETTER)) {
    const start = match.index + match[0].length
    labels.push(make(`${match[1]}. `, 2, match[1] as string, { start, end: start + 2, opens: false }, 'inline'))
  }
  for (const { 0: match, index } of text.matchAll(INLINE_COLON)) {
    const colon = index + match.length - 1
    const near = text.slice(Math.max(0, colon - LONGEST_INLINE), colon)
    const part = near.slice(near.lastIndexOf('\n') + 1)
    const from = colon - part.length
    const starts = Array.from(part.matchAll(STOPS), (stop) => stop.index + stop[0].length)
    for (let k = starts.length - 1; k >= 0; k--) {
      const offset = starts[k] as number
      if (k > 0 && TITLE_STOP.test(part.slice(0, offset))) continue
      const name = part.slice(offset)
      if (isSpeakerName(name)) {
        const start = from + offset
        labels.push(make(`${name}: `, name.length + 1, name, { start, end: colon + 1, opens: false }, 'inline'))
      }
      break
    }
  }
  return labels.sort((a, b) => a.start - b.start)
}

const INTERJECTION = /^((?:\p{Lu}[\p{L}.'’-]{0,24}\s|(?:members?|senators?|deputies)\s){1,5})(?=interject(?:ing|ed)\W{0,4}$)/u

/** Finds lines such as `Opposition members interjecting—` that stand between two turns and belong to neither. */
export function findInterjections(text: string, lines: readonly Line[], starts: ReadonlySet<number>): Label[] {
  return lines.flatMap((line, i) => {
    const next = lines[i + 1]
    if (line.end - line.start > LONGEST_LABEL || (next && !starts.has(next.start))) return []
    const match = INTERJECTION.exec(text.slice(line.start, line.end))
    if (!match) return []
    const [whole, name = ''] = match
    return [make(whole, name.trimEnd().length, name.trimEnd(), line, 'line')]
  })
}
