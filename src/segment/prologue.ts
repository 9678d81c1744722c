import type { Span } from '../types.js'
import { trimHeadings } from './epilogue.js'
import type { Line } from './lines.js'
import { splitParagraphs } from './paragraphs.js'
import { isProse } from './prose.js'

/** Words before the first turn that has a mark of its own. */
export interface Prologue extends Span {
  /** True where the one who answers opens with a statement, false where the editors introduce. */
  readonly isStatement: boolean
}

const PRESSER =
  /\b(?:press (?:conference|briefing|availability|statement|point|remarks)|briefing|doorste?p|remarks|news conference)\b/i
const ANNOUNCES =
  /\b(?:I|we|we’ve|we've|my|our)\b|\bwill (?:pay|visit|hold|attend|host|chair|travel|meet|lead|convene|take place)\b/i
/** Editors tell of the talk itself. */
const INTRODUCES =
  /\b(?:our (?:reporter|correspondent|editor)|(?:spoke|speaks|talked|sat down|met|conversation|interview(?:ed)?) (?:to|with|by)|following is|transcript|asked (?:him|her|them)|editor|edited)\b/i

/**
 * Finds the prose before a position: from the first paragraph on that is more than a title, a place or a time.
 *
 * @returns null where there is none
 */
export function findPrologue(text: string, lines: readonly Line[], to: number): Prologue | null {
  const before = splitParagraphs(text).filter(({ start }) => start < to)
  const first = before.find(({ start, end }) => isProse(text.slice(start, Math.min(end, to))))
  if (!first) return null
  const { start } = first
  const end = trimHeadings(text, lines, start, to)
  const words = text.slice(start, end)
  const isStatement = PRESSER.test(text.slice(0, start)) && ANNOUNCES.test(words) && !INTRODUCES.test(words)
  return { start, end, isStatement }
}
