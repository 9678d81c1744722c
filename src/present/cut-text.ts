import type { Span } from '../types.js'
import type { ShownScore } from './shown-scores.js'

/** One piece of evidence in its paragraph: its score, and its place among that score's evidence. */
export interface Mark extends Span {
  readonly score: number
  readonly item: number
}

/** A stretch of text with the evidence that covers all of it, the longest first; none where it is no evidence. */
export interface Piece extends Span {
  readonly marks: readonly Mark[]
}

/** Cuts a paragraph at every border of evidence, which may overlap. The pieces make the paragraph again. */
export function cutText(paragraph: Span, scores: readonly Pick<ShownScore, 'evidence'>[]): Piece[] {
  const marks = scores
    .flatMap(({ evidence }, score) => evidence.map(({ start, end }, item): Mark => ({ start, end, score, item })))
    .filter(({ start, end }) => start >= paragraph.start && end <= paragraph.end && start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end || a.score - b.score)
  const pieces: Piece[] = []
  let open: Mark[] = []
  let next = 0
  for (let position = paragraph.start; position < paragraph.end; ) {
    open = open.filter(({ end }) => end > position)
    while (next < marks.length && (marks[next] as Mark).start <= position) open.push(marks[next++] as Mark)
    const border = Math.min(paragraph.end, marks[next]?.start ?? paragraph.end, ...open.map(({ end }) => end))
    pieces.push({ start: position, end: border, marks: [...open] })
    position = border
  }
  return pieces
}
