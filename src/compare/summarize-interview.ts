import { roundScore } from '../round.js'
import type { Analysis, Clarity, Evasion, SpeakerRole } from '../types.js'

/** Who put a frame on the agenda of an interview. */
export interface AgendaItem {
  readonly frame: string
  /** Who spoke the first paragraph told in the frame; null where nobody is named. */
  readonly speaker: string | null
  readonly role: SpeakerRole
  /** Index of that paragraph. */
  readonly paragraph: number
  /** Indexes of the exchanges whose question is told in the frame. */
  readonly asked: readonly number[]
  /** Indexes of the exchanges whose answer is told in the frame. */
  readonly answered: readonly number[]
}

/** How one speaker replies in an interview. */
export interface ReplySummary {
  /** Null where nobody is named. */
  readonly speaker: string | null
  /** Exchanges that this speaker answers and that a reply can be told of. */
  readonly questions: number
  readonly clarity: Readonly<Record<Clarity, number>>
  /** Only the labels that occur, most frequent first. */
  readonly evasion: readonly { readonly label: Evasion; readonly count: number }[]
  /** Share of clear replies, in [0, 1]. */
  readonly answered: number
  /** Share of ambivalent replies and clear non-replies, in [0, 1]. */
  readonly evaded: number
  /** Mean responsiveness, in [0, 1]. */
  readonly responsiveness: number
}

export interface InterviewSummary {
  /** In the order in which the frames come up. */
  readonly agenda: readonly AgendaItem[]
  /** In the order in which the speakers first answer. */
  readonly replies: readonly ReplySummary[]
}

/**
 * Sums up a whole interview: who set which frame on the agenda, and how much of what was asked each speaker answered or evaded, and
 * how.
 *
 * A frame is set by whoever speaks the first paragraph told in it, the narrator's paragraphs left out. Exchanges without an answer
 * or without a question count nowhere. Source: this library.
 *
 * @param analysis - as `analyze` gives it
 * @example
 * summarizeInterview(analyze('Q: Will you sign the treaty?\n\nA: No. We will not sign it.')).replies[0]?.questions //=> 1
 */
export function summarizeInterview(analysis: Analysis): InterviewSummary {
  return { agenda: listAgenda(analysis), replies: summarizeReplies(analysis) }
}

function listAgenda({ paragraphs, exchanges }: Analysis): AgendaItem[] {
  const agenda = new Map<string, { speaker: string | null; role: SpeakerRole; paragraph: number }>()
  for (const { index, speaker, role, turn, frames } of paragraphs) {
    if (role === 'narrator' || turn === null) continue
    for (const { frame, present } of frames)
      if (present && !agenda.has(frame)) agenda.set(frame, { speaker, role, paragraph: index })
  }
  const [asked, answered] = [new Map<string, number[]>(), new Map<string, number[]>()]
  for (const { index, comparison } of exchanges) {
    for (const { frame, change } of comparison?.frames ?? []) {
      if (change !== 'introduced') append(asked, frame, index)
      if (change !== 'dropped') append(answered, frame, index)
    }
  }
  return [...agenda].map(([frame, first]) => ({
    frame,
    ...first,
    asked: asked.get(frame) ?? [],
    answered: answered.get(frame) ?? [],
  }))
}

function append(lists: Map<string, number[]>, key: string, value: number): void {
  const known = lists.get(key)
  if (known) known.push(value)
  else lists.set(key, [value])
}

function summarizeReplies({ turns, exchanges }: Analysis): ReplySummary[] {
  const groups = new Map<string | null, { clarity: Record<Clarity, number>; evasion: Map<Evasion, number>; sum: number }>()
  for (const { answers, comparison } of exchanges) {
    const [first] = answers
    const reply = comparison?.reply
    if (first === undefined || !reply?.clarity || !reply.evasion) continue
    const speaker = turns[first]?.speaker ?? null
    const group = groups.get(speaker) ?? {
      clarity: { clear_reply: 0, ambivalent: 0, clear_non_reply: 0 },
      evasion: new Map(),
      sum: 0,
    }
    group.clarity[reply.clarity]++
    group.evasion.set(reply.evasion, (group.evasion.get(reply.evasion) ?? 0) + 1)
    group.sum += reply.responsiveness ?? 0
    groups.set(speaker, group)
  }
  return [...groups].map(([speaker, { clarity, evasion, sum }]) => {
    const questions = clarity.clear_reply + clarity.ambivalent + clarity.clear_non_reply
    return {
      speaker,
      questions,
      clarity,
      evasion: [...evasion].map(([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count),
      answered: roundScore(clarity.clear_reply / questions),
      evaded: roundScore(1 - clarity.clear_reply / questions),
      responsiveness: roundScore(sum / questions),
    }
  })
}
