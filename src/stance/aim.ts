import { findActor } from './attribution.js'
import type { Clauses } from './clauses.js'
import type { Aim, Cue } from './cue.js'
import { ROLE } from './lexicon/roles.js'
import { type Reading, roleOf } from './reading.js'

/** How sure a cue is about a mention: less the farther off, and least in another clause; from how often NewsMTSC's readers agree. */
const NEAR = 2 // tokens
const CLOSE = 5 // tokens
const CLOSE_SHARE = 0.85
const FAR_SHARE = 0.6
const OTHER_CLAUSE_SHARE = 0.3

const LONGEST_REACH = 14 // tokens from a judgment to the mention it judges
const OBJECT_REACH = 10 // tokens from a verb to its object
const ENDING_REACH = 4 // tokens before the mention
const INDEFINITE_REACH = 3 // tokens before the verb

function shareAt(distance: number, sameClause: boolean): number {
  if (!sameClause) return OTHER_CLAUSE_SHARE
  return distance <= NEAR ? 1 : distance <= CLOSE ? CLOSE_SHARE : FAR_SHARE
}

/** `A criticized B` is A's stance against B; `B was criticized` judges B; `A threatens` judges A. */
export function aimVerb(reading: Reading, verb: number, last: number): Pick<Cue, 'about' | 'holder'> {
  const { tokens, columns, mentionAt, before, after } = reading
  const { clause } = columns
  const subjectAt = before[verb] as number
  const subject =
    subjectAt >= 0 && clause[subjectAt] === clause[verb] && verb - subjectAt <= OBJECT_REACH ? mentionAt[subjectAt] : undefined
  const objectAt = last + 1 < after.length ? (after[last + 1] as number) : -1
  const near = objectAt >= 0 && tokens.sentence[objectAt] === tokens.sentence[verb] && objectAt - last <= OBJECT_REACH
  const object = near && (clause[objectAt] as number) <= (clause[verb] as number) + 1 ? mentionAt[objectAt] : undefined
  const toSubject = { about: subject ? [{ mention: subject, share: shareAt(verb - subjectAt, true) }] : NOTHING, holder: null }
  if (isPassive(reading, verb)) {
    const agent = object && tokens.lower[last + 1] === 'by' ? object : undefined
    return agent && agent.kind !== 'topic' ? { ...toSubject, holder: agent.name } : toSubject
  }
  // `is encouraging`, `benefits`: without an object, the subject is what is judged.
  if (!object && roleOf(reading, verb - 1) & ROLE.passive && (tokens.lower[verb] as string).endsWith('ing')) return toSubject
  const self = hasSelf(reading, verb)
  const isDoer = last === verb && ((reading.bases[verb]?.roles ?? 0) & ROLE.doer) !== 0
  if (isDoer && !(object && !subject && (self || isIndefinite(reading, verb)))) return toSubject
  if (!object) return { about: NOTHING, holder: null }
  const reach = shareAt(objectAt - last, clause[objectAt] === clause[verb])
  const share = endsIt(reading, last, objectAt) ? -reach : reach
  const isTopic = subject && (subject.kind === 'topic' || subject.kind === 'project')
  return { about: [{ mention: object, share }], holder: self || isTopic ? null : findActor(reading, verb) }
}

const NOTHING: readonly Aim[] = []

/** A judgment is about the nearest mention, rather of its own clause. */
export function aimJudgment({ tokens, columns, mentionAt, before, after }: Reading, at: number, clauses: Clauses): Cue['about'] {
  const { clause } = columns
  const own = clause[at] as number
  const closed = clauses.closed[own] as boolean
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (let side = 0; side < 2; side++) {
    const near = (side === 0 ? before[at] : after[at]) as number
    if (near < 0 || tokens.sentence[near] !== tokens.sentence[at]) continue
    const distance = Math.abs(near - at)
    const same = clause[near] === own
    if (distance > LONGEST_REACH || (closed && !same)) continue
    const cost = distance + (same ? 0 : LONGEST_REACH)
    if (cost >= least) continue
    least = cost
    best = near
  }
  const mention = best < 0 ? undefined : mentionAt[best]
  return mention ? [{ mention, share: shareAt(Math.abs(best - at), clause[best] === own) }] : NOTHING
}

/** `welcome the lifting of sanctions`: who is for the end of a thing is against it. */
function endsIt(reading: Reading, cue: number, mention: number): boolean {
  const { lower, sentence } = reading.tokens
  for (let i = mention - 1; i > cue && mention - i <= ENDING_REACH && sentence[i] === sentence[mention]; i--) {
    if (roleOf(reading, i) & ROLE.ending && (lower[i + 1] === 'of' || lower[i + 1] === 'from' || lower[i + 1] === 'to'))
      return true
  }
  return lower[mention + 1] === 'relief'
}

/** `Nobody should punish them`: the doer is nobody in particular. */
function isIndefinite(reading: Reading, verb: number): boolean {
  for (let i = verb - 1; i >= Math.max(0, verb - INDEFINITE_REACH); i--) if (roleOf(reading, i) & ROLE.indefinite) return true
  return false
}

/** Wink reads `Poland backs Ukraine` as three nouns: a verb's form between two mentions is a verb. */
export function isUsedAsVerb({ tokens, mentionAt }: Reading, i: number): boolean {
  const { pos, lower, sentence } = tokens
  const tag = pos[i]
  if (tag === 'VERB' || tag === 'AUX') return true
  if (mentionAt[i - 1] && mentionAt[i + 1] && sentence[i - 1] === sentence[i + 1]) return true
  return (
    tag === 'NOUN' &&
    mentionAt[i - 1] !== undefined &&
    (lower[i] as string).endsWith('s') &&
    pos[i + 1] !== 'PUNCT' &&
    pos[i + 1] !== 'ADP'
  )
}

const PARTICIPLE = /(?:ed|en|wn|ught|ept|eld|lt|nt)$/

function isPassive(reading: Reading, verb: number): boolean {
  const { lower, pos } = reading.tokens
  if (!PARTICIPLE.test(lower[verb] as string)) return false
  for (let i = verb - 1; i >= Math.max(0, verb - 3); i--) {
    if (roleOf(reading, i) & ROLE.passive) return true
    if (pos[i] !== 'ADV' && pos[i] !== 'PART') return false
  }
  return false
}

function hasSelf(reading: Reading, verb: number): boolean {
  const { clause } = reading.columns
  for (let i = verb - 1; i >= Math.max(0, verb - OBJECT_REACH) && clause[i] === clause[verb]; i--) {
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
    ((bases[verb]?.roles ?? 0) & ROLE.doer) !== 0 &&
    (before[verb] as number) > negation
  )
}
