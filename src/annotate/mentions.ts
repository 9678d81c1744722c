import type { AnnotatedText, Mention, MentionKind, Target } from '../types.js'
import { buildNameIndex, type NameEntry, type NameIndex, splitName } from './name-index.js'
import { addReferences, type Carried } from './references.js'

/** Titles that stand before a person's name. */
const TITLES = new Set(
  (
    'president minister premier chancellor ambassador secretary senator governor mayor king queen prince princess general colonel captain admiral ' +
    'judge justice professor mr mrs ms miss dr sir lady lord director chairman chairwoman chair spokesman spokeswoman spokesperson leader ceo pope ' +
    'councilor representative congressman congresswoman attorney commissioner envoy'
  ).split(' '),
)

/** Last words of names of organizations. */
const ORGANIZATION_WORDS = new Set(
  (
    'organization organisation bank council union ministry parliament company corporation corp inc ltd group committee agency commission authority ' +
    'university institute foundation association party court police army department office bureau fund alliance league federation academy times post ' +
    'news journal assembly senate congress cabinet administration board chamber society conference forum initiative'
  ).split(' '),
)

/** Capitalized at the start of a sentence, never part of a name that is looked for. */
const DETERMINERS = new Set(
  'the a an this that these those our their its his her my your some many most all both no in on at for by with as if when while but and like'.split(
    ' ',
  ),
)

const MOST_NAME_TOKENS = 6

/** The index of the names that come with the library, made at the first call: it never changes. */
let ownNames: NameIndex | undefined

/**
 * Finds who and what is mentioned: countries by name, capital, people or seat of power, blocs, organizations, people, projects and
 * topics, each under one canonical name.
 *
 * A surname alone is resolved to the person named in full before it, in the same unit or an earlier one.
 *
 * @param units - the units of one article in reading order
 * @returns one list for each unit, in text order
 */
export function findMentions(
  units: readonly AnnotatedText[],
  options: { readonly targets?: readonly Target[] } = {},
): Mention[][] {
  ownNames ??= buildNameIndex()
  const { targets } = options
  // The caller's names come first: where both match, theirs is the canonical one.
  const indexes = targets && targets.length > 0 ? [buildNameIndex(targets), ownNames] : [ownNames]
  const persons = new Map<string, string>() // surname in lower case → full name
  const renamed = targets ? nameAsGiven(targets, ownNames) : NONE
  const givenPersons = new Set<string>()
  for (const target of targets ?? []) {
    const name = typeof target === 'string' ? target : target.name
    if (!looksLikePerson(name, ownNames)) continue
    givenPersons.add(name)
    const words = name.split(' ')
    for (const word of [words[0], words.at(-1)]) if (word) persons.set(word.toLowerCase(), name)
  }
  const isPerson = ({ kind, name }: Mention): boolean => kind === 'person' || givenPersons.has(name)
  const carried: Carried = { person: null, named: [] }
  const learned = new Map<string, MentionKind>() // unknown names → what they were read as
  return units.map((unit) => {
    const { mentions, strange } = findUnitMentions(unit, indexes, persons, renamed, learned)
    return addReferences(unit, mentions, strange, isPerson, carried)
  })
}

/** Which of the caller's targets are read as persons, by name. */
export function listPersons(targets: readonly Target[]): Set<string> {
  ownNames ??= buildNameIndex()
  const own = ownNames
  return new Set(
    targets.map((each) => (typeof each === 'string' ? each : each.name)).filter((name) => looksLikePerson(name, own)),
  )
}

/** A given name of two to four capitalized words that is no known place or body. */
function looksLikePerson(name: string, own: NameIndex): boolean {
  const words = name.trim().split(/\s+/)
  if (words.length < 2 || words.length > 4 || !words.every((word) => /^\p{Lu}/u.test(word))) return false
  if (ORGANIZATION_WORDS.has((words.at(-1) as string).toLowerCase()) || DETERMINERS.has((words[0] as string).toLowerCase()))
    return false
  return !own.get((words[0] as string).toLowerCase())?.some((entry) => entry.tokens.length === words.length)
}

const NONE: ReadonlyMap<string, string> = new Map()

/** `Turkey`, given as a target, is `Ankara` and `Turkish` too: canonical names by the caller's own. */
function nameAsGiven(targets: readonly Target[], own: NameIndex): Map<string, string> {
  const renamed = new Map<string, string>()
  for (const target of targets) {
    const name = typeof target === 'string' ? target : target.name
    for (const alias of typeof target === 'string' ? [target] : [name, ...(target.aliases ?? [])]) {
      // `the United States` is what the index has as `United States`.
      const tokens = splitName(alias.replace(/^the /i, ''))
      const lower = tokens.map((token) => token.toLowerCase())
      const entry = own
        .get(lower[0] ?? '')
        ?.find(
          (each) =>
            each.tokens.length === tokens.length && each.tokens.every((token, k) => token === tokens[k] || token === lower[k]),
        )
      if (entry && !renamed.has(entry.name)) renamed.set(entry.name, name)
    }
  }
  return renamed
}

function findUnitMentions(
  unit: AnnotatedText,
  indexes: readonly NameIndex[],
  persons: Map<string, string>,
  renamed: ReadonlyMap<string, string>,
  learned: Map<string, MentionKind>,
): { mentions: Mention[]; strange: number[] } {
  const { tokens } = unit
  const mentions: Mention[] = []
  const strange: number[] = []
  let strangeEnd = -1
  const add = (name: string, kind: MentionKind, first: number, last: number): void => {
    const start = tokens.start[first] as number
    const end = tokens.end[last] as number
    const given = renamed.get(name)
    mentions.push({
      name: given ?? name,
      kind: given === undefined ? kind : 'given',
      start,
      end,
      quote: unit.text.slice(start, end),
      by: 'name',
    })
  }
  for (let i = 0; i < tokens.value.length; i++) {
    const known = findName(unit, i, indexes)
    if (known) {
      const last = i + known.tokens.length - 1
      if (!isPartOfOtherName(unit, i, last)) {
        add(known.name, known.kind, i, last)
        i = last
        continue
      }
    }
    if (!isCapitalized(unit, i) || DETERMINERS.has(tokens.lower[i] as string)) continue
    const run = readName(unit, i)
    const lastWord = (tokens.lower[run] as string).replace(/\.$/, '')
    if (run > i && ORGANIZATION_WORDS.has(lastWord)) {
      add(unit.text.slice(tokens.start[i], tokens.end[run]), 'organization', i, run)
      i = run
      continue
    }
    const person = readPerson(unit, i, run, persons)
    if (!person) {
      const opens = i === 0 || tokens.sentence[i - 1] !== tokens.sentence[i]
      if (i > strangeEnd && (!opens || run > i)) strange.push(i)
      const kind = i > strangeEnd ? readStrangeName(unit, i, run, opens, learned) : null
      if (kind) {
        add(unit.text.slice(tokens.start[i], tokens.end[run]), kind, i, run)
        i = run
      }
      strangeEnd = Math.max(strangeEnd, run)
      continue
    }
    add(person.name, 'person', person.first, run)
    i = run
  }
  return { mentions, strange }
}

function findName(unit: AnnotatedText, at: number, indexes: readonly NameIndex[]): NameEntry | undefined {
  const first = unit.tokens.lower[at] as string
  for (const index of indexes) {
    const entries = index.get(first)
    if (!entries) continue
    for (const entry of entries) if (matches(unit, at, entry)) return entry
  }
  return undefined
}

function matches(unit: AnnotatedText, at: number, entry: NameEntry): boolean {
  const { value, lower } = unit.tokens
  if (entry.capitals && !isCapitalized(unit, at) && entry.tokens[0] !== value[at]) return false
  for (let k = 0; k < entry.tokens.length; k++) {
    const wanted = entry.tokens[k] as string
    // A name in capitals is stored so, and must be written so: `US`, not `us`.
    if (wanted !== value[at + k] && (entry.exact[k] || wanted !== lower[at + k])) return false
  }
  return true
}

/** Words that make another name of a known one: `China Daily`, `Latin America`. */
const NAME_BEFORE = new Set(['latin', 'north', 'south', 'central', 'inner', 'new', 'equatorial'])
const NAME_AFTER = new Set(['times', 'post', 'daily', 'journal', 'street', 'airlines', 'airways'])

function isPartOfOtherName(unit: AnnotatedText, first: number, last: number): boolean {
  const { lower } = unit.tokens
  if (NAME_AFTER.has(lower[last + 1] ?? '') && isCapitalized(unit, last + 1)) return true
  return NAME_BEFORE.has(lower[first - 1] ?? '') && isCapitalized(unit, first - 1)
}

const NON_ASCII = 0x80
const UPPER_A = 0x41
const UPPER_Z = 0x5a

function isCapitalized({ tokens }: AnnotatedText, i: number): boolean {
  const value = tokens.value[i]
  if (value === undefined) return false
  const first = value.charCodeAt(0)
  return first < NON_ASCII ? first >= UPPER_A && first <= UPPER_Z : /^\p{Lu}/u.test(value)
}

const AFTER_STATE = new Set(
  'government people parliament economy president army border borders citizens leader leaders minister ministers'.split(' '),
)
/** Capitalized words that name no actor. */
const NO_ACTOR = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ' +
    'english french spanish arabic mandarin christmas easter ramadan internet god earth north south east west i ii iii covid-19 covid q a mr mrs ms dr'
  ).split(' '),
)

/**
 * The kind of a capitalized name that nothing is known of: a country where the words around say so, otherwise unknown (null).
 * A name that was read as a country once is one at the start of a sentence too.
 */
function readStrangeName(
  { tokens }: AnnotatedText,
  first: number,
  last: number,
  opens: boolean,
  learned: Map<string, MentionKind>,
): MentionKind | null {
  const { lower, pos } = tokens
  if (last > first || NO_ACTOR.has(lower[first] as string) || (lower[first] as string).length < 4) return null
  const name = tokens.value[first] as string
  const known = learned.get(name)
  if (known) return known
  if (opens || pos[first] !== 'PROPN') return null
  const isState = lower[last + 1] === "'s" && AFTER_STATE.has(lower[last + 2] ?? '')
  // `in Boston` may be a city; `the people of Velmara` and `between Velmara and …` are states.
  const before = lower[first - 1] ?? ''
  const isPair = before === 'and' && learned.has(tokens.value[first - 2] ?? '')
  const isPlace = before === 'between' || isPair || (before === 'of' && AFTER_STATE.has(lower[first - 2] ?? ''))
  if (!isState && !isPlace) return null
  learned.set(name, 'country')
  return 'country'
}

/** The last token of the run of capitalized words that starts here. */
function readName(unit: AnnotatedText, first: number): number {
  const { tokens } = unit
  let last = first
  for (let i = first + 1; i < tokens.value.length && i - first < MOST_NAME_TOKENS; i++) {
    if (tokens.sentence[i] !== tokens.sentence[first]) break
    if (isCapitalized(unit, i)) last = i
    else if (tokens.value[i] === '-' && isCapitalized(unit, i + 1) && tokens.end[i - 1] === tokens.start[i]) last = i + 1
    else if (
      !(
        /^(?:of|and|for|de|al|bin|van|von|the)$/.test(tokens.lower[i] as string) &&
        isCapitalized(unit, i + 1) &&
        /^(?:of|de|al|bin|van|von)$/.test(tokens.lower[i] as string)
      )
    )
      break
  }
  return last
}

const LONGEST_TITLE = 4 // words
const PAGEANTS: ReadonlySet<string> = new Set(['universe', 'world', 'earth', 'international', 'america', 'usa'])

function readPerson(
  { text, tokens }: AnnotatedText,
  first: number,
  last: number,
  persons: Map<string, string>,
): { name: string; first: number } | null {
  let nameStart = first
  while (nameStart < last && TITLES.has((tokens.lower[nameStart] as string).replace(/\.$/, ''))) nameStart++
  // `Interior Minister Luc Moreau`, `Miss Universe Dora Salas`: what a title is of belongs to it.
  for (let i = nameStart; i < last && i - first < LONGEST_TITLE; i++)
    if (i > first && TITLES.has((tokens.lower[i] as string).replace(/\.$/, ''))) nameStart = i + 1
  if (tokens.lower[first] === 'miss' && last - nameStart >= 2 && PAGEANTS.has(tokens.lower[nameStart] as string)) nameStart++
  // `Ambassador of Kazakhstan`: the title belongs to an office, no name follows.
  if (!/^\p{Lu}/u.test(tokens.value[nameStart] as string) || / of /.test(text.slice(tokens.start[nameStart], tokens.end[last])))
    return null
  const titled = nameStart > first || TITLES.has((tokens.lower[first - 1] ?? '').replace(/\.$/, ''))
  const surname = tokens.lower[last] as string
  const known = persons.get(surname)
  if (nameStart === last) {
    if (known !== undefined) return { name: known, first: nameStart }
    if (!titled || TITLES.has(surname)) return null
    const name = tokens.value[last] as string
    persons.set(surname, name)
    return { name, first: nameStart }
  }
  if (known !== undefined && !titled) return { name: known, first: nameStart }
  if (!titled && !speaks(tokens.lower[last + 1])) return null
  const name = text.slice(tokens.start[nameStart], tokens.end[last])
  persons.set(surname, name)
  const [family] = name.toLowerCase().split(' ')
  // Chinese, Korean and Hungarian names put the family name first: `Xi Jinping` is `Xi` later on.
  if (family !== undefined && !persons.has(family)) persons.set(family, name)
  return { name, first: nameStart }
}

const SPEECH_VERBS = new Set('said says told added warned noted argued believes stressed'.split(' '))

function speaks(lower: string | undefined): boolean {
  return lower !== undefined && SPEECH_VERBS.has(lower)
}
