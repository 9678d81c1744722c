import type { Exchange, Issue, Turn } from '../types.js'
import { asks, isCutOff } from './asks.js'
import { isBackchannel, opensProgram } from './backchannel.js'
import { givesFloor } from './floor.js'

interface Draft {
  readonly index: number
  readonly question: number
  readonly answers: number[]
}

/**
 * Pairs each turn that asks with the turns that answer it.
 *
 * Questions that follow each other without an answer between them are answered together: each has the answer. One that was cut off
 * by the next has none. A remark of the interviewer between two answers belongs to no exchange and does not end one; a chair who
 * gives the floor to somebody else does.
 */
export function pairExchanges(text: string, turns: readonly Turn[]): { exchanges: Exchange[]; issues: Issue[] } {
  const exchanges: Draft[] = []
  const issues: Issue[] = []
  let waiting: Draft[] = []
  let cutOff = false
  const names = namesIn(turns)
  for (const turn of turns) {
    const { index, role, start, end, label } = turn
    const isAnswered = waiting.some(({ answers }) => answers.length > 0)
    const words = role === 'interviewer' || role === 'narrator' ? text.slice(label?.end ?? start, end) : ''
    if (
      role === 'interviewer' &&
      (asks(words) ||
        isLostQuestion(words, text, turns[index + 1]) ||
        ((isAnswered || waiting.length === 0) && isRemarkAnswered(words, text, turns[index + 1], names)))
    ) {
      const exchange = { index: exchanges.length, question: index, answers: [] }
      exchanges.push(exchange)
      if (isAnswered) waiting = []
      else if (cutOff) waiting = waiting.slice(0, -1)
      waiting = [...waiting.slice(1 - MOST_WAITING), exchange]
      cutOff = isCutOff(words)
    } else if (role === 'respondent') {
      for (const { answers } of waiting) answers.push(index)
    } else if (role === 'narrator' && isAnswered && givesFloor(words) && !RESTORES_ORDER.test(words)) waiting = []
  }
  for (const { question, answers } of exchanges) {
    if (answers.length > 0) continue
    const { start, end } = turns[question] as Turn
    issues.push({
      code: 'unanswered-question',
      message: `Nobody answers the question of turn ${question}.`,
      span: { start, end },
    })
  }
  return { exchanges, issues }
}

const LOST = /^[\s([]*(?:\p{L}+ ){0,3}(?:inaudible|indistinct|unclear|off[- ]mi(?:c|ke|crophone))(?: \p{L}+){0,3}[\s)\].]*$/iu
const NOT_HEARD =
  /\b(?:hear|heard|understand|repeat|say (?:that|it) again|pardon|beg your|what was (?:that|the))\b|^\W*(?:sorry|what)\b/i

/** A question that the record lost, `(inaudible)`, where what follows answers and does not ask for it again. */
function isLostQuestion(words: string, text: string, next: Turn | undefined): boolean {
  return (
    LOST.test(words.slice(0, 120)) &&
    words.length < 120 &&
    next?.role === 'respondent' &&
    !NOT_HEARD.test(text.slice(next.label?.end ?? next.start, next.end).slice(0, 120))
  )
}

/** A remark that puts something to the one who answers: no question in form, and yet what follows answers it. */
function isRemarkAnswered(words: string, text: string, next: Turn | undefined, names: ReadonlySet<string>): boolean {
  return (
    next?.role === 'respondent' &&
    !isBackchannel(words, names) &&
    !givesFloor(words) &&
    !opensProgram(words) &&
    !isBackchannel(text.slice(next.label?.end ?? next.start, next.end), names)
  )
}

/** Words of the names of those who speak, by which they are addressed. */
function namesIn(turns: readonly Turn[]): Set<string> {
  return new Set(turns.flatMap(({ speaker }) => speaker?.toLowerCase().replaceAll('.', '').split(' ') ?? []))
}

const MOST_WAITING = 4 // questions that one answer takes together; of more, the first are forgotten

/** Words by which a chair lets the one who answers go on. */
const RESTORES_ORDER =
  /^\W{0,3}order\b|\b(?:continue|resume|without interruption|uninterrupted|still has the floor|let (?:him|her|them))\b/i
