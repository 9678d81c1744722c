import type { Aim } from './cue.js'
import { FARTHEST, type Reading } from './reading.js'
import { findSubject } from './subject.js'

/** Forms of `be` and its like between a subject and what it is said to be. */
const COPULA: ReadonlySet<string> = new Set(
  "is are was were be been being am 'm 's 're remains remain remained becomes become became seems seem seemed looks look looked proves prove proved".split(
    ' ',
  ),
)

const COPULA_REACH = 7 // tokens from the copula to the judgment

/** `Chad is a loyal partner of France`: the token of the subject that the judgment is predicated of, or -1. */
export function findPredicated(reading: Reading, at: number): number {
  const { tokens, columns, mentionAt } = reading
  const { lower, pos, sentence } = tokens
  for (let i = at - 1; i >= 0 && at - i <= COPULA_REACH && sentence[i] === sentence[at]; i--) {
    if (columns.clause[i] !== columns.clause[at] || mentionAt[i] || pos[i] === 'VERB') return -1
    if (COPULA.has(lower[i] as string) && (pos[i] === 'AUX' || pos[i] === 'VERB' || lower[i] === "'s"))
      return findSubject(reading, i)
  }
  return -1
}

const ATTRIBUTE_REACH = 5 // tokens from a copula to an adjective that it may be the predicate of

const RELATIVES: ReadonlySet<string> = new Set(['which', 'who', 'whom', 'whose'])

const OWNERS: ReadonlySet<string> = new Set(['its', 'their', 'his', 'her'])

/** Whether a judgment is taken for granted, whatever case is imagined: `unless Chad ends its brutal crackdown, which we condemn`. */
export function isPresupposed(reading: Reading, first: number, isVerb: boolean, about: readonly Aim[]): boolean {
  const { tokens, columns, mentionAt } = reading
  const { lower, pos } = tokens
  const { clause } = columns
  let i = first
  while (i > 0 && first - i < FARTHEST && clause[i - 1] === clause[first]) i--
  if (RELATIVES.has(lower[i] as string)) return true
  if (/^(?:keep|keeps|kept|stop|stops|stopped|continue|continues|ceases?|ceased)$/.test(lower[first - 1] ?? '')) return true
  if (isVerb) return false
  if (lower[first - 1] === 'as' && lower[first + 1] === 'as') return true
  if (OWNERS.has(lower[first - 1] ?? '')) return true
  const copula = findCopula(reading, first)
  if (copula >= 0) {
    // `The plan would be madness`: a thing that is weighed is judged by what it would be.
    const mention = about[0]?.mention
    return (
      mention !== undefined && (mention.kind === 'topic' || mention.kind === 'project' || /^(?:the )?\p{Ll}/u.test(mention.name))
    )
  }
  return pos[first] === 'ADJ' && (pos[first + 1] === 'NOUN' || mentionAt[first + 1] !== undefined)
}

/** The nearest form of `be` or its like before a judgment in its clause, or -1. */
export function findCopula({ tokens, columns }: Reading, at: number): number {
  for (let i = at - 1; i >= 0 && at - i <= ATTRIBUTE_REACH && columns.clause[i] === columns.clause[at]; i--)
    if (COPULA.has(tokens.lower[i] as string)) return i
  return -1
}
