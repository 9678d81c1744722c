import type { Analysis, Clarity } from '../types.js'
import { toLine } from './printable.js'
import { field } from './terminal-field.js'
import type { TerminalStyle } from './terminal-style.js'
import { nameClarity } from './wording.js'

const CLARITIES: readonly Clarity[] = ['clear_reply', 'ambivalent', 'clear_non_reply']

/** Which frames either side tells, and what the answers did with the questions, in a few lines. */
export function summary(analysis: Analysis, style: TerminalStyle): string[] {
  const { paragraphs, exchanges } = analysis
  if (paragraphs.length === 0) return []
  if (exchanges.length === 0) return field('frames', countFrames(paragraphs, style), style)
  const compared = exchanges.flatMap(({ comparison }) => (comparison ? [comparison] : []))
  const replies = CLARITIES.map(
    (clarity) => [compared.filter(({ reply }) => reply.clarity === clarity).length, nameClarity(clarity)] as const,
  )
  const changes = (['kept', 'introduced', 'dropped'] as const).map(
    (change) => [compared.flatMap(({ frames }) => frames).filter((each) => each.change === change).length, change] as const,
  )
  const ofRole = (role: string): string =>
    countFrames(
      paragraphs.filter((each) => each.role === role),
      style,
    )
  return [
    ...field('questions', ofRole('interviewer'), style),
    ...field('answers', ofRole('respondent'), style),
    ...field('replies', listCounts(replies), style),
    ...field('frames', listCounts(changes), style),
  ]
}

function countFrames(paragraphs: Analysis['paragraphs'], { frames }: TerminalStyle): string {
  const counts = frames.map((frame) => {
    const holds = paragraphs.filter((paragraph) => paragraph.frames.some((score) => score.frame === frame && score.present))
    return [toLine(frame), holds.length] as const
  })
  const found = counts.filter(([, count]) => count > 0).map(([frame, count]) => `${frame} ${count}`)
  return `${found.length > 0 ? found.join(', ') : 'no frame'} of ${paragraphs.length} paragraph${paragraphs.length === 1 ? '' : 's'}`
}

function listCounts(counts: readonly (readonly [number, string])[]): string {
  return counts
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${name} ${count}`)
    .join(', ')
}
