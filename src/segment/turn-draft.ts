import type { Span, SpeakerRole, Turn } from '../types.js'
import { endsAsking } from './asks.js'
import type { Line } from './lines.js'
import { findPrologue } from './prologue.js'

/** A turn before its place in the article is known. */
export type TurnDraft = Omit<Turn, 'index'>

/** Share of the turns of a side, at least, that the other side must answer. */
export const ANSWERED_SHARE = 0.6

/** Makes a turn without the white space at its end. */
export function makeTurn(
  text: string,
  start: number,
  end: number,
  role: SpeakerRole,
  speaker: string | null = null,
  label: Span | null = null,
): TurnDraft {
  let to = end
  while (to > start && text.charCodeAt(to - 1) <= 32) to--
  return { start, end: to, speaker, role, label: label && { start: label.start, end: label.end } }
}

/** Whether a paragraph asks. */
export function isQuestion(paragraph: string): boolean {
  return (
    /\?["”’)*_\s]{0,6}$/.test(paragraph.slice(-12)) ||
    (paragraph.length < 600 && endsAsking(paragraph) && paragraph.includes('?'))
  )
}

/** Puts the prose before the first turn in front: the editors' introduction, or a statement before the questions. */
export function withPrologue(text: string, lines: readonly Line[], drafts: readonly TurnDraft[]): TurnDraft[] {
  const first = drafts[0]
  const prologue = first && findPrologue(text, lines, first.start)
  if (!prologue) return [...drafts]
  const { start, end, statement } = prologue
  return [
    ...(statement > start ? [makeTurn(text, start, statement, 'narrator')] : []),
    ...(statement < end ? [makeTurn(text, statement, end, 'respondent')] : []),
    ...drafts,
  ]
}
