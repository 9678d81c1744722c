import type { Tokens } from '../types.js'
import { ROLE } from './lexicon/roles.js'
import { type Reading, roleOf } from './reading.js'

export const LONGEST_SUBJECT = 8 // tokens between a source and its verb of speech

export const LONGEST_SOURCE = 6 // tokens of a description

/** Stands for the text's own voice, so that no name can be taken for it. */
export const SELF_SOURCE = Symbol('the speaker')

/** Whose words something is; null where that is not said. */
export type Source = string | typeof SELF_SOURCE | null

/** Who is named or described right before a verb, from a token backwards. */
export function sourceBefore(reading: Reading, from: number): Source {
  const { unit, mentionAt } = reading
  const { lower, pos, sentence } = unit.tokens
  const ordinal = sentence[from + 1]
  for (let i = from; i >= 0 && from - i < LONGEST_SUBJECT && sentence[i] === ordinal; i--) {
    const role = roleOf(reading, i)
    if (role & ROLE.self) return SELF_SOURCE
    if (lower[i] === 'it' && !mentionAt[i]) return subjectOfSentence(reading, i, ordinal as number)
    const mention = mentionAt[i]
    if (mention) {
      if (mention.kind === 'topic') return null
      return describeOfPlace(reading, i) ?? mention.name
    }
    if (role & ROLE.thirdPerson) return lower[i] === 'who' ? null : nameOfPronoun(reading, i)
    const tag = pos[i]
    if (lower[i] === 'few' && lower[i - 1] !== 'a') return null // hardly anybody holds what hardly anybody says
    // `the mission chief said`: an adjective at the end of a description is a noun, whatever its tag says.
    const isNoun = tag === 'ADJ' && (pos[i - 1] === 'NOUN' || pos[i - 1] === 'DET') && sentence[i - 1] === ordinal
    if (tag === 'NOUN' || tag === 'PROPN' || (isNoun && !(role & ROLE.somebody)))
      return describeOfPlace(reading, i) ?? describe(reading, i)
    if (tag === 'ADV' || tag === 'AUX' || tag === 'PART') continue
    if ((tag === 'ADJ' || tag === 'DET' || tag === 'PRON' || tag === 'NUM') && role & ROLE.somebody)
      return unit.text.slice(unit.tokens.start[i], unit.tokens.end[i])
    return null
  }
  return null
}

/** Who is named or described from a token on: `by the auditors`. */
export function sourceFrom(reading: Reading, first: number): string | null {
  const { unit, mentionAt } = reading
  const { lower, pos, sentence } = unit.tokens
  let last = -1
  for (let i = first; i < lower.length && i - first < LONGEST_SOURCE && sentence[i] === sentence[first]; i++) {
    const mention = mentionAt[i]
    if (mention && mention.kind !== 'topic') return describeFrom(reading, first, i) ?? mention.name
    if (roleOf(reading, i) & ROLE.self) return null
    const tag = pos[i]
    if (tag === 'NOUN' || tag === 'PROPN') last = i
    // `trade unions`: wink takes the first for a verb.
    else if (tag !== 'DET' && tag !== 'ADJ' && !(lower[i] === 'of' && last >= 0) && !(tag === 'VERB' && pos[i + 1] === 'NOUN'))
      break
  }
  return last < 0 ? null : unit.text.slice(unit.tokens.start[first], unit.tokens.end[last])
}

/** `Swedish intelligence`, `the fund's director`: a name with the noun that it belongs to; null where the name stands alone. */
function describeFrom({ unit, mentionAt }: Reading, first: number, at: number): string | null {
  const { lower, pos, start, end, sentence } = unit.tokens
  let last = at
  while (mentionAt[last + 1] === mentionAt[at]) last++
  let i = last + 1
  if (lower[i] === "'s") i++
  while (sentence[i] === sentence[at] && pos[i] === 'ADJ') i++
  if (pos[i] !== 'NOUN' || sentence[i] !== sentence[at] || mentionAt[i]) return null
  while (pos[i + 1] === 'NOUN' && sentence[i + 1] === sentence[at]) i++
  return unit.text.slice(start[first], end[i])
}

/** `Many farmers in Iowa`: people of a place, whose words they are. */
function describeOfPlace(reading: Reading, last: number): string | null {
  const { unit, mentionAt } = reading
  const { lower, pos, start, end, sentence } = unit.tokens
  let i = last
  if (mentionAt[last]) while (i > 0 && mentionAt[i - 1] === mentionAt[last]) i--
  else if (pos[last] !== 'PROPN') return null
  if (lower[i - 1] === 'the') i--
  const isPlace = lower[i - 1] === 'in' || lower[i - 1] === 'from' || lower[i - 1] === 'across'
  if (
    !isPlace ||
    i < 2 ||
    (pos[i - 2] !== 'NOUN' && pos[i - 2] !== 'PROPN' && !(roleOf(reading, i - 2) & ROLE.somebody)) ||
    mentionAt[i - 2] ||
    sentence[i - 2] !== sentence[last]
  )
    return null
  let first = i - 2
  while (first > 0 && i - first < LONGEST_SOURCE && sentence[first - 1] === sentence[last] && isOfPhrase(unit.tokens, first - 1))
    first--
  return unit.text.slice(start[first], end[last])
}

/** The words of a noun with what stands before it: `some Western politicians`, `the fund's director`. */
export function describe({ unit, mentionAt }: Reading, noun: number): string {
  const { text, tokens } = unit
  const { lower, sentence } = tokens
  let first = noun
  while (first > 0 && noun - first < LONGEST_SOURCE && sentence[first - 1] === sentence[noun]) {
    if (isOfPhrase(tokens, first - 1)) first--
    else if (lower[first - 1] === "'s" && first > 1 && (mentionAt[first - 2] || isOfPhrase(tokens, first - 2))) first -= 2
    else break
  }
  return text.slice(tokens.start[first], tokens.end[noun])
}

const LONGEST_OPENING = 24 // tokens of a sentence that may hold its subject

const PLURAL_PRONOUNS: ReadonlySet<string> = new Set(['they', 'them'])

/** Whom `they` or `he` means as a holder: whoever is the subject of the sentence before; the pronoun itself where nobody is. */
function nameOfPronoun(reading: Reading, pronoun: number): string {
  const { unit, tokens } = reading
  const ordinal = tokens.sentence[pronoun] as number
  return (
    subjectOfSentence(reading, pronoun, ordinal) ??
    subjectOfSentence(reading, pronoun, ordinal - 1) ??
    unit.text.slice(tokens.start[pronoun], tokens.end[pronoun])
  )
}

/** What a sentence opens with that a pronoun can stand for: `they` for a plural, `it` for a singular; null where nothing does. */
export function subjectOfSentence(reading: Reading, pronoun: number, ordinal: number): string | null {
  const { tokens, bounds, mentionAt } = reading
  const { lower, pos } = tokens
  if (ordinal < 0) return null
  const isPlural = PLURAL_PRONOUNS.has(lower[pronoun] as string)
  const from = bounds[ordinal] ?? 0
  const to = Math.min(pronoun, from + LONGEST_OPENING, bounds[ordinal + 1] ?? lower.length)
  for (let i = from; i < to; i++) {
    if (pos[i] === 'VERB' || pos[i] === 'AUX') break
    const mention = mentionAt[i]
    if (mention && !isPlural && mention.kind === 'person') return mention.name
    const opens = pos[i] === 'PROPN' && i === from && !mention // `Employers`: a capital because it opens the sentence
    if ((pos[i] !== 'NOUN' && !opens) || pos[i + 1] === 'NOUN' || (pos[i - 1] === 'ADP' && i > from)) continue
    if (/(?:s|men|people|police)$/.test(lower[i] as string) === isPlural) return describe(reading, i)
  }
  return null
}

function isOfPhrase({ pos, lower }: Tokens, i: number): boolean {
  const tag = pos[i]
  return tag === 'ADJ' || tag === 'DET' || tag === 'NOUN' || tag === 'PROPN' || tag === 'NUM' || lower[i] === 'of'
}
