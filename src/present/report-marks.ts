import type { Evidence, ParagraphAnalysis, Span } from '../types.js'
import { escapeHtml } from './html.js'

/** One score of a paragraph as the report shows it. */
export interface ShownScore {
  /** `security`, `stance`, or the target of a stance. */
  readonly name: string
  readonly kind: 'frame' | 'stance'
  /** Position among the frames, which decides the color; -1 for a stance. */
  readonly color: number
  readonly value: number
  readonly label: string
  /** Whether a frame reaches its threshold; always true for a stance. */
  readonly present: boolean
  readonly evidence: readonly Evidence[]
}

/** One piece of evidence in its paragraph: score and place in that score. */
interface Mark extends Span {
  readonly score: number
  readonly item: number
}

/**
 * The words of a paragraph with the evidence of its scores marked in place.
 *
 * Evidence may overlap: the text is cut at every border, and each piece links to the first evidence that covers it. Words that
 * speak only for frames under their threshold are links without a line, so that the page shows what counts.
 */
export function markText(text: string, paragraph: ParagraphAnalysis, scores: readonly ShownScore[], prefix: string): string {
  const marks = scores
    .flatMap(({ evidence }, score) => evidence.map(({ start, end }, item): Mark => ({ start, end, score, item })))
    .filter(({ start, end }) => start >= paragraph.start && end <= paragraph.end && start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end || a.score - b.score)
  let html = ''
  let position = paragraph.start
  let open: Mark[] = []
  let next = 0
  while (position < paragraph.end) {
    open = open.filter(({ end }) => end > position)
    while (next < marks.length && (marks[next] as Mark).start <= position) open.push(marks[next++] as Mark)
    const border = Math.min(paragraph.end, marks[next]?.start ?? paragraph.end, ...open.map(({ end }) => end))
    const piece = escapeHtml(text.slice(position, border))
    html += open.length === 0 ? piece : link(piece, open, scores, prefix)
    position = border
  }
  return html
}

function link(piece: string, marks: readonly Mark[], scores: readonly ShownScore[], prefix: string): string {
  const [first] = marks as [Mark]
  const { color = -1 } = scores[first.score] ?? {}
  const isLow = marks.every(({ score }) => scores[score]?.present === false)
  const of = [...new Set(marks.map(({ score }) => score))].join(' ')
  return `<a class="m ${colorClass(color)}${isLow ? ' low' : ''}" href="#e${prefix}-${first.score}-${first.item}" data-s="${of}">${piece}</a>`
}

/** The class that gives a frame its color everywhere; stances share one. */
export function colorClass(color: number): string {
  return color < 0 ? 'st' : `f${color}`
}
