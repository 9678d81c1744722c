import type { Turn } from '../types.js'
import { classify } from '../vocabulary/index.js'
import { asks } from './asks.js'
import { givesFloor } from './floor.js'

type Draft = Omit<Turn, 'index'>

const LAST_WORDS = 160 // UTF-16 code units at the end of a turn, where a chair gives the floor

/** Mends the roles of single turns in which a speaker does for once what the other side does. */
export function adjustTurnRoles(text: string, drafts: readonly Draft[]): Draft[] {
  return letColleaguesAnswer(text, letChairsAsk(text, drafts))
}

/** A chair who puts a question that is answered asks in that turn, whatever else he does. */
function letChairsAsk(text: string, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, i) => {
    const { role, label, start, end } = draft
    if (role !== 'narrator' || !label || drafts[i + 1]?.role !== 'respondent') return draft
    const before = drafts[i - 1]
    const words = text.slice(label.end, end)
    const isPending = before?.role === 'interviewer' && asks(text.slice(before.label?.end ?? before.start, before.end))
    return !isPending && words.includes('?') && asks(words) && !givesFloor(text.slice(start, end).slice(-LAST_WORDS))
      ? { ...draft, role: 'interviewer' }
      : draft
  })
}

/** A reporter whom the host asks by name answers in that turn, though he asks others elsewhere. */
function letColleaguesAnswer(text: string, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, i) => {
    const before = drafts[i - 1]
    if (draft.role !== 'interviewer' || before?.role !== 'interviewer') return draft
    if (!draft.speaker || !before.speaker || draft.speaker === before.speaker || classify(draft.speaker.toLowerCase()).role)
      return draft
    const question = text.slice(before.label?.end ?? before.start, before.end)
    const called = draft.speaker.split(' ').some((name) => name.length > 2 && isCalled(question, name))
    return called && asks(question) && !asks(text.slice(draft.label?.end ?? draft.start, draft.end))
      ? { ...draft, role: 'respondent' }
      : draft
  })
}

/** Whether a name stands as an address: `Joe, did he say`, `what did he say, Joe?` */
function isCalled(question: string, name: string): boolean {
  const lower = question.toLowerCase()
  for (let at = lower.indexOf(name.toLowerCase()); at >= 0; at = lower.indexOf(name.toLowerCase(), at + 1)) {
    const end = at + name.length
    if (
      /^[,?]/.test(lower.slice(end, end + 1)) &&
      /(?:^|[.?!,]\s|\b(?:and|so|now|but)\s)\W*$/.test(lower.slice(Math.max(0, at - 8), at))
    )
      return true
  }
  return false
}
