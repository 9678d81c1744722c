import type { SpeakerRole } from '../types.js'
import type { Label } from './labels.js'

/** Labels that state a role. */
const INTERVIEWER_LABEL =
  /^(?:q|question|questions|interviewer|host|anchor|presenter|reporter|journalist|correspondent|moderator|editor|press|media|audience member|participant|student)(?: \d{1,2})?$/
const RESPONDENT_LABEL = /^(?:a|answer|interviewee|guest|spokesperson|spokesman|spokeswoman)(?: \d{1,2})?$/
const NARRATOR_LABEL =
  /^(?:editor'?s? note|editors' note|editor'|note from the editor|introduction|intro|narrator|voice ?over|announcer|foreword|preface)$/

const MOST_NAME_WORDS = 6

/** The role that a label states by its own words, or null. */
export function statedRole(key: string): SpeakerRole | null {
  if (NARRATOR_LABEL.test(key.replaceAll('’', "'"))) return 'narrator'
  if (INTERVIEWER_LABEL.test(key)) return 'interviewer'
  return RESPONDENT_LABEL.test(key) ? 'respondent' : null
}

/**
 * Gives each label of a conversation the fullest name that the text has for it: `Global Times (GT)` for `GT`, `Shakhrat Nuryshev`
 * for `Nuryshev`. Labels that state only a role keep their words.
 *
 * @param preface - title, author, outlet and text in which full names are looked for
 * @returns names by label key
 */
export function resolveSpeakers(labels: readonly Label[], preface: string): Map<string, string> {
  const names = new Map<string, string>()
  for (const { key, name } of labels) {
    if (names.has(key)) continue
    const bare = name.replace(/\s*\([^)]*\)\s*$/, '').replace(/^(?:Mr|Mrs|Ms|Miss|Dr|MR|MRS|MS|DR)\.?\s+/, '')
    names.set(key, expandBracket(bare, preface) ?? expandSurname(bare, preface) ?? bare)
  }
  return names
}

/** `the Global Times (GT)`: the capitalized words before the bracketed label. */
function expandBracket(label: string, preface: string): string | null {
  const at = preface.indexOf(`(${label})`)
  if (at < 0) return null
  const words = preface
    .slice(Math.max(0, at - 120), at)
    .trimEnd()
    .split(/\s+/)
  const name: string[] = []
  while (name.length < MOST_NAME_WORDS) {
    const word = words.pop()
    if (word === undefined || /[,;.:!?)]$/.test(word)) break
    if (!/^\p{Lu}/u.test(word) && !(name.length > 0 && /^(?:of|and|for|de|al|bin|van|von)$/.test(word))) break
    name.unshift(word)
  }
  while (/^(?:of|and|for|The|A|An)$/.test(name[0] ?? '')) name.shift()
  const isAcronym = /^\p{Lu}{2,}$/u.test(label)
  const trimmed = isAcronym ? trimToInitials(name, label) : name
  return trimmed.length > 0 ? trimmed.join(' ') : null
}

/** The shortest run at the end whose capitals spell the acronym; the whole run where none does. */
function trimToInitials(words: readonly string[], acronym: string): readonly string[] {
  for (let from = words.length - 1; from >= 0; from--) {
    const initials = words
      .slice(from)
      .map((word) => (/^\p{Lu}/u.test(word) ? word.charAt(0) : ''))
      .join('')
    if (initials === acronym) return words.slice(from)
  }
  return words
}

/** `Shakhrat Nuryshev` where the label is `Nuryshev`: the commonest full name that ends in it. */
function expandSurname(label: string, preface: string): string | null {
  if (!/^\p{Lu}[\p{L}'’-]+$/u.test(label) || statedRole(label.toLowerCase()) !== null) return null
  const isCapitals = label.length > 1 && label === label.toUpperCase()
  const surname = isCapitals ? `${label.charAt(0)}${label.slice(1).toLowerCase()}` : label
  const counts = new Map<string, number>()
  for (const form of new Set([label, surname])) {
    for (let at = preface.indexOf(form); at >= 0; at = preface.indexOf(form, at + form.length)) {
      if (/[\p{L}\p{N}]/u.test(preface.charAt(at + form.length))) continue
      const before = /((?:\p{Lu}[\p{L}'’.-]*\s){1,3})$/u.exec(preface.slice(Math.max(0, at - 60), at))?.[1]
      const given =
        before
          ?.trim()
          .split(/\s+/)
          .filter((word) => !TITLES.has(word.toLowerCase().replace(/\.$/, ''))) ?? []
      if (given.length === 0 || given.some((word) => /[.]$/.test(word) && word.length > 3)) continue
      const full = `${given.join(' ')} ${surname}`
      counts.set(full, (counts.get(full) ?? 0) + 1)
    }
  }
  let best: string | null = null
  for (const [name, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = name
  return best
}

const TITLES = new Set(
  (
    'mr mrs ms miss dr prof professor sir president prime minister ambassador foreign secretary chancellor king queen prince princess general ' +
    'colonel captain senator governor chairman chairwoman director deputy vice state councilor the his her excellency reporter correspondent ' +
    'spokesperson spokesman spokeswoman interviewer minister editor author and with by for kazakh chinese'
  ).split(' '),
)

export interface SpeakerRecord {
  /** Number of turns. */
  turns: number
  /** Number of turns that ask. */
  asking: number
  /** Number of turns that follow a turn that asks, of another speaker. */
  following: number
}

const ASKING_SHARE = 0.5 // of a speaker's turns

/** Decides each speaker's role from the whole conversation: what a label states, then who asks and who follows. */
export function decideRoles(records: ReadonlyMap<string, SpeakerRecord>): Map<string, SpeakerRole> {
  const roles = new Map<string, SpeakerRole>()
  for (const [key, { turns, asking, following }] of records) {
    const stated = statedRole(key)
    if (stated) roles.set(key, stated)
    else if (asking / turns >= ASKING_SHARE && asking >= following / 2) roles.set(key, 'interviewer')
    else roles.set(key, following > 0 ? 'respondent' : 'unknown')
  }
  const has = (role: SpeakerRole): boolean => [...roles.values()].includes(role)
  if (!has('respondent')) {
    // Everybody asks: the one who asks least answers, as in an interview full of counter-questions.
    const others = [...records].filter(([key]) => statedRole(key) === null)
    const [least] = others.sort(([, a], [, b]) => a.asking / a.turns - b.asking / b.turns)
    if (least && others.length > 1) roles.set(least[0], 'respondent')
  }
  return roles
}
