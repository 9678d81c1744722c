import { keepResults } from '../text/keep-results.js'
import type { SpeakerRole } from '../types.js'
import type { WordKind } from './words.js'
import { isKnownWord, wordsOf } from './words-of.js'

/** What the words of a name or a label say of the one who bears it. */
export interface NameClass {
  /** The part in a talk that the words state by themselves; null where they state none. */
  readonly role: Exclude<SpeakerRole, 'unknown'> | null
  /** Gives others the floor, or speaks for another: a chair, an operator, an interpreter. */
  readonly isUsher: boolean
  readonly isInterpreter: boolean
  /** Leads a talk, and may ask or only hand on the questions of others. */
  readonly isModerator: boolean
  /** Cries that the record gives to no one person. */
  readonly isChorus: boolean
  /** The field of a header or a standing word of a page, which never speaks. */
  readonly isField: boolean
  /** Speaks for the asking side (positive) or the answering side (negative): ±4 where the words state it, less where they hint at it. */
  readonly leaning: number
  /** Holds a word for a part in a talk, an office or an outlet. */
  readonly namesPart: boolean
  /** Is the common word for a part or an office and nothing else, so that a label that nearly is the same is its misprint. */
  readonly isPlainPart: boolean
}

/** A side that the words state outweighs all that the conversation tells, in units of the scores of `segment/roles.ts`. */
export const STATED = 4
/** An office or an outlet weighs as much as a habit of asking; same units. */
const HINTED = 1.2

const MOST_KEPT = 4000 // names whose class is kept for the next look-up; the same label returns hundreds of times
const LONGEST_PHRASE = 3 // words of a phrase of the vocabulary inside a longer name

/**
 * Says what the words of a name state: who asks, who answers, who holds an office or writes for an outlet.
 *
 * @param name - in lower case, folded: without dots and honorifics
 * @example
 * classify('unidentified reporter').role // 'interviewer'
 */
export const classify = keepResults(read, MOST_KEPT)

function read(printed: string): NameClass {
  const name = printed.replaceAll('’', "'")
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  if (!words.some((word) => isKnownWord(word) || /\d/.test(word))) return NOTHING
  const role = roleOf(name)
  const isUsher = is('usher', withoutLeading(name, USHER_LEADS))
  const isChorus = readChorus(name)
  const leaning = leaningOf(role, words)
  return {
    role,
    isUsher,
    isInterpreter: is('interpreter', unnumbered(name.replace(/^the /, ''))),
    isModerator: is('moderator', unnumbered(name)) || holds(words, 'investor relations'),
    isChorus,
    isField: is('field', name) || is('field', name.replace(/^the /, '')),
    leaning,
    namesPart: role !== null || isUsher || isChorus || leaning !== 0,
    isPlainPart: name.length >= SHORTEST_PLAIN && PLAIN_KINDS.some((kind) => is(kind, withoutModifier(name))),
  }
}

/** The class of a name that holds no word of the vocabulary. */
const NOTHING: NameClass = {
  role: null,
  isUsher: false,
  isInterpreter: false,
  isModerator: false,
  isChorus: false,
  isField: false,
  leaning: 0,
  namesPart: false,
  isPlainPart: false,
}

function is(kind: WordKind, phrase: string): boolean {
  return wordsOf(kind).has(phrase)
}

/** Words by which a record says that it does not know who speaks. */
const UNNAMED = /^(?:unidentified|unknown|unnamed) (?=\p{L})/u
/** `reporter 2`, `journalist #3`, `analyst two`, `speaker b` */
const NUMBER = / ?#?(?:\d{1,2}|one|two|three|four|five|six|[a-d])$/

function unnumbered(name: string): string {
  const plain = name.replace(NUMBER, '')
  return plain === '' ? name : plain
}

function roleOf(name: string): NameClass['role'] {
  if (is('narrator', name)) return 'narrator'
  const part = name.replace(/ \(?translat.*$/, '')
  if (/^question from /.test(part)) return 'interviewer'
  const plain = is('asker', part) ? part : unnumbered(part)
  if (is('asker', plain) || is('moderator', plain)) return 'interviewer'
  const unnamed = plain.replace(UNNAMED, '')
  if (unnamed !== plain && (is('asker', unnamed) || unnamed === 'speaker')) return 'interviewer'
  return is('answerer', part) || is('answerer', part.replace(/ ?\d{1,2}$/, '')) ? 'respondent' : null
}

const USHER_LEADS: ReadonlySet<string> = new Set(['deputy', 'acting', 'temporary', 'lord', 'assistant'])
const CHORUS_LEADS: ReadonlySet<string> = new Set(
  'some several many an a other government opposition coalition labour conservative unidentified unknown hon honorable honourable'.split(
    ' ',
  ),
)

function withoutLeading(name: string, leads: ReadonlySet<string>): string {
  let rest = name
  for (;;) {
    const space = rest.search(/[ -]/)
    if (space < 0 || !leads.has(rest.slice(0, space))) return rest
    rest = rest.slice(space + 1)
  }
}

/** `some hon members`, `opposition senators`, `a voice`, `unidentified male 2`; one member is a chorus only without a name. */
function readChorus(name: string): boolean {
  const plain = name.replace(/ opposite$/, '').replace(/ ?#?\d{1,2}$/, '')
  return is('chorus', plain) || is('chorus', withoutLeading(plain, CHORUS_LEADS))
}

function leaningOf(role: NameClass['role'], words: readonly string[]): number {
  if (role === 'interviewer') return STATED
  if (role === 'respondent') return -STATED
  if (holds(words, 'press secretary') || holds(words, 'press officer')) return -HINTED / 2
  if (holdsAny(words, 'corporate') || isChiefOfficer(words)) return -2 * HINTED
  if (holdsAny(words, 'press')) return HINTED
  if (holdsAny(words, 'office')) return -HINTED
  return holdsAny(words, 'finance') ? HINTED : 0
}

/** `chief sustainability officer` */
function isChiefOfficer(words: readonly string[]): boolean {
  const chief = words.indexOf('chief')
  return chief >= 0 && words.indexOf('officer', chief + 2) >= 0
}

const SHORTEST_PLAIN = 5 // letters; a shorter word is too near to a surname
const PLAIN_KINDS: readonly WordKind[] = ['office', 'asker', 'answerer', 'usher', 'moderator']

/** `foreign minister` is a `minister`. */
function withoutModifier(name: string): string {
  const space = name.indexOf(' ')
  return space > 0 && is('office-modifier', name.slice(0, space)) && !is('office', name) ? name.slice(space + 1) : name
}

function holds(words: readonly string[], phrase: string): boolean {
  return ` ${words.join(' ')} `.includes(` ${phrase} `)
}

/** Whether a word or a phrase of a kind stands anywhere in a name. */
function holdsAny(words: readonly string[], kind: WordKind): boolean {
  const known = wordsOf(kind)
  return words.some((word, i) => {
    let phrase = word
    for (let size = 1; ; size++) {
      if (known.has(phrase)) return true
      const next = words[i + size]
      if (next === undefined || size === LONGEST_PHRASE) return false
      phrase = `${phrase} ${next}`
    }
  })
}
