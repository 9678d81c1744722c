import type { Span } from '../types.js'
import { trimHeadings } from './epilogue.js'
import type { Line } from './lines.js'
import { splitParagraphs } from './paragraphs.js'
import { isProse } from './prose.js'

/** Words before the first turn that has a mark of its own. */
export interface Prologue extends Span {
  /** Where the one who answers opens with a statement; the end where the editors only introduce. */
  readonly statement: number
}

const PRESSER =
  /\b(?:press (?:conference|briefing|availability|statement|point|remarks)|briefing|doorste?p|remarks|news conference)\b/i
const ANNOUNCES =
  /\b(?:I|we|we’ve|we've|my|our)\b|\bwill (?:pay|visit|hold|attend|host|chair|travel|meet|lead|convene|take place)\b/i
/** Editors tell of the talk itself. */
const INTRODUCES =
  /\b(?:our (?:reporter|correspondent|editor)|(?:spoke|speaks|talked|sat down|met|conversation|interview(?:ed)?) (?:to|with|by)|following is|transcript|asked (?:him|her|them)|editor|edited)\b/i

/** `Members present: …`, `Subjects: …` */
const HEADER_FIELD = /^[\W_]*\p{Lu}[\p{L} ]{0,30}:\s/u
const GREETING =
  /^[\W_]{0,3}(?:good (?:morning|afternoon|evening|day)|hello|hi\b|welcome|thank you|thanks|ladies and gentlemen|dear (?:colleagues|friends)|well,|ok(?:ay)?,|all right|colleagues)/i

/**
 * Finds the prose before a position: from the first paragraph on that is more than a title, a place or a time.
 *
 * @returns null where there is none
 */
export function findPrologue(text: string, lines: readonly Line[], to: number): Prologue | null {
  const before = splitParagraphs(text).filter(({ start }) => start < to)
  const first = before.findIndex(({ start, end }) => {
    const words = text.slice(start, Math.min(end, to))
    if (HEADER_FIELD.test(words)) return false
    return isProse(words) || (GREETING.test(words) && /[.!?]\s*$/.test(words))
  })
  if (first < 0) return null
  const { start } = before[first] as Span
  const end = trimHeadings(text, lines, start, to)
  const isPresser = PRESSER.test(text.slice(0, start)) || PRESSER.test(text.slice(start, (before[first] as Span).end))
  const states = isPresser
    ? before.slice(first).find((paragraph) => {
        const words = text.slice(paragraph.start, paragraph.end)
        return GREETING.test(words) || (ANNOUNCES.test(words) && !INTRODUCES.test(words))
      })
    : undefined
  return { start, end, statement: states && states.start < end ? states.start : end }
}
