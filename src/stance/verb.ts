import { ROLE } from './lexicon/roles.js'
import { type Reading, roleOf } from './reading.js'

const INDEFINITE_REACH = 3 // tokens before the verb

const SELF_REACH = 10 // tokens from the speaker to a verb

/** `Nobody should punish them`: the doer is nobody in particular. */
export function isIndefinite(reading: Reading, verb: number): boolean {
  for (let i = verb - 1; i >= Math.max(0, verb - INDEFINITE_REACH); i--) if (roleOf(reading, i) & ROLE.indefinite) return true
  return false
}

/** Wink reads `Poland backs Ukraine` as three nouns: a verb's form between two mentions is a verb. */
export function isUsedAsVerb(reading: Reading, i: number): boolean {
  const { tokens, mentionAt } = reading
  const { pos, lower, sentence } = tokens
  const tag = pos[i]
  if (tag === 'ADJ' && lower[i + 1] === 'by' && isPassive(reading, i)) return true
  // `a fifth failed season`: a participle before a noun describes it.
  const isAttributive = pos[i - 1] === 'DET' || pos[i - 1] === 'ADJ' || pos[i - 1] === 'NUM'
  if (isAttributive && pos[i + 1] === 'NOUN' && PARTICIPLE.test(lower[i] as string)) return false
  // `go back to`, `walked it back`: an adverb, whatever its tag says.
  if (lower[i] === 'back' && (AFTER_ADVERB.has(lower[i + 1] ?? '') || !BEFORE_VERB.has(lower[i - 1] ?? ''))) return false
  if (lower[i] === 'like' || lower[i] === 'likes' || lower[i] === 'liked') return isLiking(reading, i)
  if (tag === 'VERB' || tag === 'AUX') return true
  // `We back the treaty`: for wink an adverb.
  if ((lower[i] === 'back' || lower[i] === 'backs') && hasNeighbors(reading, i)) return true
  // `the council honored Minister Ortiz`: wink takes some past forms for nouns.
  const before = pos[i - 1]
  const after = pos[i + 1]
  if (
    (lower[i] as string).endsWith('ed') &&
    (before === 'NOUN' || before === 'PROPN' || before === 'PRON' || SUBJECTS.has(lower[i - 1] as string)) &&
    (after === 'DET' || after === 'PROPN' || mentionAt[i + 1]) &&
    sentence[i - 1] === sentence[i + 1]
  )
    return true
  // `We do NOT support it`: behind `do not` stands a verb, whatever its tag says.
  const denies = lower[i - 1] === 'not' || lower[i - 1] === "n't" || lower[i - 1] === 'never'
  if (denies && roleOf(reading, i - 2) & ROLE.polarOpener && !(roleOf(reading, i - 2) & ROLE.passive)) return true
  if (mentionAt[i - 1] && mentionAt[i + 1] && sentence[i - 1] === sentence[i + 1]) return true
  return (
    tag === 'NOUN' &&
    mentionAt[i - 1] !== undefined &&
    (lower[i] as string).endsWith('s') &&
    pos[i + 1] !== 'PUNCT' &&
    pos[i + 1] !== 'ADP'
  )
}

/** `We like Norway`, `Many people like it`, not `Countries like Norway trade` nor `We would like to go`. */
export function isLiking({ tokens, mentionAt, columns }: Reading, i: number): boolean {
  const { lower, pos, sentence } = tokens
  if (lower[i] !== 'like' && lower[i] !== 'likes' && lower[i] !== 'liked') return false
  const next = lower[i + 1] ?? ''
  if (sentence[i + 1] !== sentence[i] || next === 'to' || next === 'that' || next === 'this' || WISHING.has(lower[i - 1] ?? ''))
    return false
  if (pos[i] === 'VERB') return !SEEMING.has(tokens.lemma[i - 1] ?? '')
  if (i === 0 || sentence[i - 1] !== sentence[i]) return false
  const subject = pos[i - 1] === 'NOUN' || pos[i - 1] === 'PROPN' || pos[i - 1] === 'PRON'
  if (!subject || KINDS.has(lower[i - 1] as string) || !(mentionAt[i + 1] || pos[i + 1] === 'DET' || pos[i + 1] === 'PROPN'))
    return false
  // Another verb in the clause has the subject.
  for (let k = i - 1; k >= 0 && i - k <= LIKING_REACH && columns.clause[k] === columns.clause[i]; k--)
    if (pos[k] === 'VERB' || pos[k] === 'AUX') return false
  for (let k = i + 1; k < lower.length && k - i <= LIKING_REACH && columns.clause[k] === columns.clause[i]; k++)
    if (pos[k] === 'VERB' || pos[k] === 'AUX') return false
  return true
}

/** What a name is an example of: `countries like Norway`. */
const KINDS: ReadonlySet<string> = new Set(
  'countries country nations nation states state places things thing companies powers economies members allies neighbors leaders cities partners bodies organizations men women'.split(
    ' ',
  ),
)
const LIKING_REACH = 12 // tokens of the clause on either side that are read for another verb
const WISHING: ReadonlySet<string> = new Set(['would', "'d", 'should', 'd'])
const SEEMING: ReadonlySet<string> = new Set(['look', 'sound', 'seem', 'feel', 'taste', 'smell', 'act', 'behave', 'be'])

/** Whether somebody stands before a form and a name or an article behind it. */
function hasNeighbors({ tokens, mentionAt }: Reading, i: number): boolean {
  const { pos, lower, sentence } = tokens
  if (sentence[i - 1] !== sentence[i] || sentence[i + 1] !== sentence[i]) return false
  const before = pos[i - 1] === 'PRON' || pos[i - 1] === 'PROPN' || pos[i - 1] === 'NOUN' || mentionAt[i - 1] !== undefined
  return before && (mentionAt[i + 1] !== undefined || pos[i + 1] === 'DET') && lower[i + 1] !== 'no'
}

const SUBJECTS: ReadonlySet<string> = new Set(['who', 'which', 'that'])
const AFTER_ADVERB: ReadonlySet<string> = new Set([
  'to',
  'from',
  'and',
  'in',
  'into',
  'on',
  'at',
  'down',
  'off',
  'away',
  '-',
  ',',
  '.',
  'up',
  'home',
])
const BEFORE_VERB: ReadonlySet<string> = new Set(
  "to will would can could should may might must do does did not n't we they i you always never also fully strongly firmly".split(
    ' ',
  ),
)

const PARTICIPLE = /(?:ed|en|wn|ught|ept|eld|lt|nt)$/

export function isPassive(reading: Reading, verb: number): boolean {
  const { lower, pos } = reading.tokens
  if (!PARTICIPLE.test(lower[verb] as string)) return false
  for (let i = verb - 1; i >= Math.max(0, verb - 3); i--) {
    if (roleOf(reading, i) & ROLE.passive) return true
    if (pos[i] !== 'ADV' && pos[i] !== 'PART') return false
  }
  return false
}

export function hasSelf(reading: Reading, verb: number): boolean {
  const { clause } = reading.columns
  for (let i = verb - 1; i >= Math.max(0, verb - SELF_REACH) && clause[i] === clause[verb]; i--) {
    if (roleOf(reading, i) & ROLE.selfSubject) return true
  }
  return false
}

/** `prevent these sanctions from hurting us`: the harm is denied, not that the sanctions do harm. */
export function isPrevented({ columns, bases, before }: Reading, verb: number): boolean {
  const negation = columns.negator[verb] as number
  return (
    negation >= 0 &&
    ((bases[negation]?.roles ?? 0) & ROLE.preventer) !== 0 &&
    bases[verb]?.entry?.kind === 'conduct' &&
    (before[verb] as number) > negation
  )
}
