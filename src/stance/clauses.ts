import type { Tokens } from '../types.js'
import { ROLE } from './lexicon/roles.js'
import { type Reading, roleOf } from './reading.js'

/** What stands over whole clauses, by the clause's ordinal; -1 where nothing does. */
export interface Clauses {
  /** The first hedge of each clause. */
  readonly hedge: readonly number[]
  /** The token that makes each clause one of an imagined case. */
  readonly conditional: readonly number[]
  /** Whether all of it is only imagined: under a condition, or asked. `It would be a mistake` is a judgment, and less certain. */
  readonly imagined: readonly boolean[]
  /** Whether each clause sets itself against the main one. */
  readonly closed: readonly boolean[]
}

/** The first hedge and conditional of each clause, and whether it sets itself against the main one. */
export function describeClauses(reading: Reading): Clauses {
  const { tokens, columns } = reading
  const { clause, kind } = columns
  const length = tokens.lower.length
  const count = length === 0 ? 0 : (clause[length - 1] as number) + 1
  const hedge = new Array<number>(count).fill(-1)
  const conditional = new Array<number>(count).fill(-1)
  const closed = new Array<boolean>(count).fill(false)
  const imagined = new Array<boolean>(count).fill(false)
  const cases = findImagined(reading)
  let conditionalSentence = -1
  let conditionalAt = -1
  for (let i = 0; i < length; i++) {
    const ordinal = clause[i] as number
    const sentence = tokens.sentence[i] as number
    const startsSentence = i === 0 || tokens.sentence[i - 1] !== sentence
    const role = roleOf(reading, i)
    if (startsSentence && cases[sentence] !== undefined) {
      conditionalSentence = sentence
      conditionalAt = cases[sentence] as number
    }
    if (role !== 0) {
      if (role & ROLE.closesClause && (startsSentence || clause[i - 1] !== ordinal)) closed[ordinal] = true
      // `If …`, `Should it harm us, …`, `… would …`: the whole sentence speaks of an imagined case.
      const opens = role & ROLE.condition && (tokens.lower[i] === 'whether' || tokens.lower[i - 1] !== 'even')
      if (opens || (startsSentence && role & ROLE.inversion && tokens.lower[i + 1] !== "n't")) {
        conditionalSentence = sentence
        conditionalAt = i
      }
    }
    if (conditionalSentence === sentence) {
      imagined[ordinal] = true
      if ((conditional[ordinal] as number) < 0) conditional[ordinal] = conditionalAt
    } else if (kind[i] === 'conditional' && (conditional[ordinal] as number) < 0 && !isWish(tokens, i)) conditional[ordinal] = i
    if (kind[i] === 'hedge' && (hedge[ordinal] as number) < 0) hedge[ordinal] = i
  }
  return { hedge, conditional, imagined, closed }
}

/**
 * Sentences that only imagine: a condition after a main clause with a modal, `We would … if …`. Gives the token that says so, by
 * sentence; what is only asked is found in `asked.ts`.
 */
function findImagined(reading: Reading): (number | undefined)[] {
  const { lower, sentence } = reading.tokens
  const found: (number | undefined)[] = []
  let modal = -1
  for (let i = 0; i < lower.length; i++) {
    const ordinal = sentence[i] as number
    const role = roleOf(reading, i)
    if (i === 0 || sentence[i - 1] !== ordinal) modal = -1
    if (role & ROLE.modal) modal = i
    if (role & ROLE.condition && modal >= 0 && lower[i] !== 'whether' && lower[i - 1] !== 'even') found[ordinal] ??= i
  }
  return found
}

const WISHES = new Set('like say also emphasize note stress add call describe argue'.split(' '))

/** `I would like to thank`, `I would say` are courtesies, no conditions; `should` is advice. */
function isWish({ lower }: Tokens, i: number): boolean {
  const form = lower[i]
  return form === 'should' || form === 'whether' || (form === 'would' && WISHES.has(lower[i + 1] ?? ''))
}
