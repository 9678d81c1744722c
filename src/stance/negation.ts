import type { Reading } from './reading.js'
import { isPrevented } from './verb.js'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const NEGATED = -0.75 // a denied judgment is weaker than its opposite
const PRAISED = 1.25 // `no small achievement` says more than `an achievement`
const COUNTERFACTUAL = -0.75 // `could have been better` finds fault, and less than `bad`

/** `no small achievement`: what is denied is the smallness. */
const DIMINISHERS = set('small mean little minor slight ordinary average easy')
const COMPARATIVES = set('more better greater')
/** Forms that judge against what is or was; the second group says that it is worse. */
const ABOVE = set('better fairer wiser smarter quicker faster clearer kinder stronger more')
const BELOW = set('worse')
const WISHED = set('could should might')
const WISH_REACH = 9 // tokens between the modal and the comparison
const MISSED_REACH = 40 // tokens from `without` to what would have been
const SHORT_REACH = 4 // tokens between `short of` and what is fallen short of

const ENDINGS = set('end stop halt cease prevent avoid')
const OWNED = set("its their his her your 's this such")
const DENYING_OBJECTS = set('neither no nobody nothing none')

/** The negation that a cue stands in. */
export interface Negation {
  /** The token that negates, or -1 where none does. */
  readonly token: number
  /** What the cue's polarity is multiplied by. */
  readonly factor: number
}

const NONE: Negation = { token: -1, factor: 1 }

/** Reads what negation makes of a cue, understatement included. Source: this library. */
export function readNegation(reading: Reading, first: number, last: number, isVerb: boolean): Negation {
  const { tokens, columns } = reading
  const { lower } = tokens
  const token = columns.negator[first] as number
  // `We oppose neither the treaty nor …`, `They supported no sanctions`: the object denies the verb.
  if (token < 0 && isVerb && DENYING_OBJECTS.has(lower[last + 1] ?? '')) return { token: last + 1, factor: NEGATED }
  if (token < 0 || (isVerb && isPrevented(reading, first))) return readUnmet(reading, first, last)
  const next = lower[token + 1] ?? ''
  // `ends its brutal war`: what is ended was brutal.
  if (ENDINGS.has(tokens.lemma[token] as string) && tokens.pos[first] === 'ADJ' && tokens.pos[last + 1] === 'NOUN') return NONE
  // `must stop its aggression`: whoever it is has to stop it because it is one.
  if (ENDINGS.has(tokens.lemma[token] as string) && !isVerb && OWNED.has(lower[first - 1] ?? '')) return NONE
  if (lower[token] === 'without' && isMissed(reading, token)) return { token, factor: 1 }
  // `could not thank them enough`
  if (isVerb && (lower[token] === 'not' || lower[token] === "n't" || lower[token] === 'cannot') && hasEnough(reading, last))
    return { token, factor: PRAISED }
  if (lower[token] === 'no' && DIMINISHERS.has(next) && first > token + 1) return { token, factor: PRAISED }
  // `hardly a more reliable friend`, `could not be better`: a denied comparison is the strongest praise.
  for (let i = token + 1; i < last; i++) if (COMPARATIVES.has(lower[i] as string)) return { token, factor: 1 }
  // `Nothing could be worse than the tariffs`
  if (DENYING_OBJECTS.has(lower[token] as string) && (ABOVE.has(lower[last] as string) || BELOW.has(lower[last] as string)))
    return { token, factor: 1 }
  return { token, factor: NEGATED }
}

const ENOUGH_REACH = 6 // tokens behind the verb

function hasEnough({ tokens }: Reading, last: number): boolean {
  const { lower, sentence } = tokens
  for (let i = last + 1; i - last <= ENOUGH_REACH && sentence[i] === sentence[last]; i++) if (lower[i] === 'enough') return true
  return false
}

/** `Without their help the talks would have failed`: what was not wanting is praised. */
function isMissed({ tokens }: Reading, without: number): boolean {
  const { lower, sentence } = tokens
  for (let i = without + 1; i < lower.length && i - without <= MISSED_REACH && sentence[i] === sentence[without]; i++)
    if ((lower[i] === 'would' || lower[i] === 'could') && (lower[i + 1] === 'have' || lower[i + 1] === 'not')) return true
  return false
}

/** `could have been better`, `short of sincere`: what is said did not come to be. */
function readUnmet({ tokens, columns }: Reading, first: number, last: number): Negation {
  const { lower, sentence } = tokens
  const { clause } = columns
  const form = lower[first] as string
  const compared = ABOVE.has(form) || BELOW.has(form) || (first > 0 && ABOVE.has(lower[first - 1] as string))
  for (let i = first - 1; i >= 0 && sentence[i] === sentence[first] && first - i <= WISH_REACH; i--) {
    if (first - i <= SHORT_REACH && lower[i] === 'of' && lower[i - 1] === 'short' && lower[i - 2] !== 'nothing')
      return { token: i, factor: NEGATED }
    const wishes = compared && clause[i] === clause[last] && WISHED.has(lower[i] as string)
    if (wishes && (lower[i + 1] === 'have' || lower[i + 1] === 'be')) return { token: i, factor: COUNTERFACTUAL }
  }
  return NONE
}
