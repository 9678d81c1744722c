import { FULL_NAME } from '../text/name-form.js'
import type { SpeakerRole } from '../types.js'
import { classify, wordsOf } from '../vocabulary/index.js'
import { foldName } from './label-name.js'
import type { Line } from './lines.js'

/** Who is who, as lines above a transcript say: `Interviewer: Lena Marsh (LM). Interviewee: Runa Elsner (RE).` */
export interface Legend {
  /** Starts of the lines, which are no turns. */
  readonly starts: ReadonlySet<number>
  /** Names by the folded label that stands for them: a part, a whole name, a surname, initials. */
  readonly names: ReadonlyMap<string, string>
  /** Roles by the same labels. */
  readonly roles: ReadonlyMap<string, SpeakerRole>
}

const MOST_LINES = 20 // a legend stands above the transcript
const LONGEST_LINE = 300 // UTF-16 code units
const PART_BORDER = /[.;|]\s+(?=\p{Lu}[\p{L} ]{1,24}:\s)/u
const PART = new RegExp(
  String.raw`^([\p{Lu}][\p{L} ]{0,24}):\s+(${FULL_NAME})(?:,\s[^.?!:()]{2,80})?(?:\s?\(([^()]{1,40})\))?(?:,\s[^.?!:()]{2,80})?[^\p{L}\d?!]{0,5}$`,
  'u',
)
/** `Interviewers: Mr. John Stirling, Mr. Neil Hargreaves` */
const LIST =
  /^((?:interviewer|journalist|reporter|host|panel(?:l?ist)?|guest|participant|respondent|interviewee|moderator)s?)\s?:\s+(.{5,200})$/i
const PERSON = new RegExp(String.raw`^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir)\.?\s)?${FULL_NAME}\.?(?:\s\([^()]{1,40}\))?$`, 'u')
/** `BK = Bram Kolter` */
const EQUATION = new RegExp(String.raw`^(\p{Lu}{2,4})\s?[=–—-]\s?(${FULL_NAME})\.?$`, 'u')
/** Words of address, with which a turn may begin. */
const ADDRESS =
  /\b(?:mr|mrs|ms|miss|sir|madam|prime|minister|president|secretary|good|thank|thanks|yes|no|hello|welcome|dear|dr|professor)\b/i
const ANSWERER =
  /^(?:interviewee|respondent|guest|speaker|participant|panell?ist|expert|subject|narrator|also present|(?:also )?with)s?$/i

/** Finds the lines above a transcript that say who speaks. */
export function findLegend(text: string, lines: readonly Line[]): Legend {
  const starts = new Set<number>()
  const names = new Map<string, string>()
  const roles = new Map<string, SpeakerRole>()
  for (const { start, end } of lines.slice(0, MOST_LINES)) {
    if (end - start > LONGEST_LINE) continue
    const short = EQUATION.exec(text.slice(start, end))
    if (short && initialsOf(short[2] as string) === short[1]) {
      starts.add(start)
      names.set(foldName(short[1]), short[2] as string)
      continue
    }
    const parts = text
      .slice(start, end)
      .replace(/^[*_\s]+|[*_]+(?=:)|(?<=:)[*_]+/g, '')
      .split(PART_BORDER)
      .map((part) => PART.exec(part))
    if (!parts.every((part) => part !== null && isEntry(part))) {
      const list = LIST.exec(text.slice(start, end))
      const people = list?.[2]?.split(/,\s+(?:and\s)?|;\s+|\sand\s|\s&\s/) ?? []
      if (people.length < 2 || !people.every((person) => PERSON.test(person.trim()))) continue
      starts.add(start)
      const role = classify(foldName((list as RegExpExecArray)[1] as string).replace(/s$/, '')).role
      for (const person of people) {
        const key = foldName(person)
        if (role !== null && !roles.has(key)) roles.set(key, role)
        if (role !== null && !roles.has(lastOf(key))) roles.set(lastOf(key), role)
      }
      continue
    }
    starts.add(start)
    for (const part of parts) {
      const [, label = '', name = '', short] = part as RegExpExecArray
      const role = ANSWERER.test(label)
        ? 'respondent'
        : classify(foldName(label)).isModerator
          ? null
          : classify(foldName(label)).role
      const keys = [label, name, short, initialsOf(name), name.slice(name.lastIndexOf(' ') + 1)]
      for (const key of keys) {
        if (key === undefined || names.has(foldName(key))) continue
        names.set(foldName(key), name)
        if (role !== null) roles.set(foldName(key), role)
      }
    }
  }
  return { starts, names, roles }
}

/** Whether a part names somebody: a part in the talk or the initials of the name before the colon. */
function isEntry([, label = '', name = '']: RegExpExecArray): boolean {
  if (ADDRESS.test(name) || wordsOf('function').has(name.slice(0, name.indexOf(' ')).toLowerCase())) return false
  return (
    label === initialsOf(name) ||
    ANSWERER.test(label) ||
    classify(foldName(label)).role !== null ||
    classify(foldName(label)).isModerator
  )
}

function lastOf(key: string): string {
  return key.slice(key.lastIndexOf(' ') + 1)
}

function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join('')
}
