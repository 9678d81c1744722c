import type { Exchange, Issue, Turn } from '../types.js'
import { asks } from './asks.js'

/** Who connects callers: what is said behind their words answers no earlier question. */
const OPERATOR = /^(?:the )?(?:conference )?(?:operator|coordinator)$/i

/**
 * Pairs each turn that asks with the turns that answer it.
 *
 * A remark of the interviewer between two answers belongs to no exchange and does not end one; question turns that follow each
 * other without an answer between them are one question where the same speaker asks, and an unanswered one otherwise.
 */
export function pairExchanges(text: string, turns: readonly Turn[]): { exchanges: Exchange[]; issues: Issue[] } {
  const exchanges: { index: number; question: number; answers: number[] }[] = []
  const issues: Issue[] = []
  let open = false
  for (const turn of turns) {
    if (turn.role === 'interviewer' && asks(text.slice(turn.label?.end ?? turn.start, turn.end))) {
      exchanges.push({ index: exchanges.length, question: turn.index, answers: [] })
      open = true
    } else if (turn.role === 'respondent') {
      if (open) exchanges.at(-1)?.answers.push(turn.index)
    } else if (OPERATOR.test(turn.speaker ?? '')) open = false // the next caller has the floor
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
