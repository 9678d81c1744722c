import { ROLE } from './lexicon/roles.js'
import { FARTHEST, firstOfMention, type Reading, roleOf } from './reading.js'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const LONGEST_SUBJECT = 14 // tokens from a verb back to its subject's name
const MOST_JUMPS = 3 // clauses and coordinated verbs that are gone back over

/** Whoever these belong to acts by them: `the government of Chad`. */
const ACTING = set(
  'government governments army armies forces troops police people president leader leaders leadership minister ministers authorities officials ' +
    'rulers parliament regime navy court courts administration side state republic kingdom',
)
/** The caller turns what is said of these. */
const CRITICS = set(
  'critics opponents detractors accusers enemies lifting removal easing abolition end ending suspension cancellation',
)
const RELATIVE = set('who which that')
const COORDINATING = set('and but or yet then')

/**
 * The token of the name that is the subject of a verb: in its own clause, before a relative clause, or that of the verb it is
 * joined to by `and`. -1 where the subject is no name: `Critics of Chad lied` says nothing of Chad. Source: this library.
 */
export function findSubject(reading: Reading, verb: number): number {
  const head = findSubjectHead(reading, verb)
  if (head < 0 || reading.mentionAt[head]) return head
  return ownerOf(reading, head)
}

/** The last token of what is the subject of a verb, name or not; -1 where none is found. */
export function findSubjectHead(reading: Reading, verb: number, jumps = 0): number {
  const { tokens, columns, mentionAt } = reading
  const { lower, pos, sentence } = tokens
  const ordinal = sentence[verb]
  const inside = (i: number): boolean => i >= 0 && sentence[i] === ordinal && verb - i <= LONGEST_SUBJECT
  let i = verb - 1
  // `refuses to condemn`: the first verb of the chain has the subject.
  while (inside(i - 1) && lower[i] === 'to' && (pos[i - 1] === 'VERB' || pos[i - 1] === 'ADJ')) i -= 2
  while (inside(i) && (pos[i] === 'ADV' || pos[i] === 'AUX' || pos[i] === 'PART') && !mentionAt[i]) i--
  if (inside(i) && COORDINATING.has(lower[i] as string)) return jumps < MOST_JUMPS ? subjectBefore(reading, i, jumps) : -1
  while (inside(i)) {
    const form = lower[i] as string
    if (mentionAt[i]) {
      let before = firstOfMention(reading, i) - 1
      while (before >= 0 && sentence[before] === ordinal && (pos[before] === 'DET' || pos[before] === 'ADJ')) before--
      if (
        before < 0 ||
        sentence[before] !== ordinal ||
        pos[before] !== 'ADP' ||
        roleOf(reading, before) & (ROLE.condition | ROLE.closesClause)
      )
        return i
      if (lower[before] === 'of' && (ACTING.has(lower[before - 1] ?? '') || CRITICS.has(lower[before - 1] ?? ''))) return i
      i = before - 1
      continue
    }
    if (columns.clause[i] !== columns.clause[verb] || pos[i] === 'PUNCT')
      return jumps < MOST_JUMPS ? subjectBefore(reading, i, jumps) : -1
    if (RELATIVE.has(form)) return antecedentOf(reading, i)
    // `the general hailed`: behind an article, an adjective before the verb is a noun, whatever its tag says.
    if (pos[i] === 'ADJ' && i === verb - 1 && pos[i - 1] === 'DET' && sentence[i - 1] === ordinal) return i
    if (pos[i] === 'NOUN' || pos[i] === 'PROPN' || pos[i] === 'PRON') {
      // `the workers of the mine`: the noun before the preposition is the subject.
      const prep = startOfPhrase(reading, i)
      if (prep < 0) return i
      i = prep - 1
      continue
    }
    if (COORDINATING.has(form) && pos[i] === 'CCONJ') return jumps < MOST_JUMPS ? subjectBefore(reading, i, jumps) : -1
    i--
  }
  return -1
}

/** The preposition that a noun depends on, or -1: `of` in `of the old mine`. */
function startOfPhrase({ tokens }: Reading, noun: number): number {
  const { pos, sentence, lower } = tokens
  let i = noun - 1
  while (
    i >= 0 &&
    noun - i <= FARTHEST &&
    sentence[i] === sentence[noun] &&
    (pos[i] === 'DET' || pos[i] === 'ADJ' || pos[i] === 'NOUN' || pos[i] === 'PROPN' || pos[i] === 'NUM' || lower[i] === "'s")
  )
    i--
  return i > 0 && sentence[i] === sentence[noun] && pos[i] === 'ADP' && pos[i - 1] !== 'PUNCT' && pos[i - 1] !== 'VERB' ? i : -1
}

/** `Chad's army`, `Chadian troops`: the name right before a noun; -1 where there is none. */
function ownerOf(reading: Reading, noun: number): number {
  const { tokens, mentionAt } = reading
  const { lower, pos, sentence } = tokens
  let i = noun - 1
  while (
    i >= 0 &&
    noun - i <= FARTHEST &&
    sentence[i] === sentence[noun] &&
    !mentionAt[i] &&
    (pos[i] === 'ADJ' || pos[i] === 'NOUN' || pos[i] === 'PROPN')
  )
    i--
  if (i >= 0 && sentence[i] === sentence[noun] && lower[i] === "'s") i--
  if (i < 0 || sentence[i] !== sentence[noun] || !mentionAt[i]) return -1
  const first = firstOfMention(reading, i)
  return pos[first - 1] === 'ADP' && sentence[first - 1] === sentence[noun] ? -1 : i
}

/** `Chad, which`: the name right before a relative pronoun. */
function antecedentOf({ tokens, mentionAt }: Reading, pronoun: number): number {
  const { lower, sentence } = tokens
  const at = lower[pronoun - 1] === ',' ? pronoun - 2 : pronoun - 1
  return at >= 0 && sentence[at] === sentence[pronoun] && mentionAt[at] ? at : -1
}

/** The subject of the nearest verb before a border that a joined verb or the rest of an interrupted clause goes on with. */
function subjectBefore(reading: Reading, border: number, jumps: number): number {
  const { tokens, columns, mentionAt } = reading
  const { lower, pos, sentence } = tokens
  for (let i = border - 1; i >= 0 && border - i <= FARTHEST && sentence[i] === sentence[border]; i--) {
    if (pos[i] !== 'VERB' && pos[i] !== 'AUX') continue
    // A relative clause is over: what it belongs to goes on.
    for (let k = i - 1; k >= 0 && i - k <= FARTHEST && columns.clause[k] === columns.clause[i]; k--)
      if (RELATIVE.has(lower[k] as string) && (lower[k] !== 'that' || mentionAt[k - 1])) return antecedentOf(reading, k)
    return findSubjectHead(reading, i, jumps + 1)
  }
  // No verb before it: an apposition, `Chad, long a friend, betrayed`.
  const { clause } = columns
  let i = border - 1
  while (i >= 0 && border - i <= FARTHEST && sentence[i] === sentence[border] && clause[i] === clause[border - 1]) i--
  const at = lower[i] === ',' ? i - 1 : i
  return at >= 0 && sentence[at] === sentence[border] && mentionAt[at] ? at : -1
}
