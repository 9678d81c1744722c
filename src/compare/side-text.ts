import type { AnnotatedText, ScoredText, Span } from '../types.js'

/** The paragraphs of one side as one string, with the way back to their positions. */
export interface SideText {
  readonly text: string
  /** The same with straight apostrophes, of equal length, for matching patterns. */
  readonly plain: string
  /** Gives the span in the article's text of a span of `text`. */
  locate(start: number, end: number): Span & { readonly quote: string }
}

const SEPARATOR = '\n'

export function joinSide(texts: readonly ScoredText[]): SideText {
  const pieces: { at: number; unit: AnnotatedText }[] = []
  let text = ''
  for (const { unit } of texts) {
    if (text !== '') text += SEPARATOR
    pieces.push({ at: text.length, unit })
    text += unit.text.slice(unit.span.start, unit.span.end)
  }
  const pieceAt = (position: number): { at: number; unit: AnnotatedText } => {
    let found = pieces[0] as { at: number; unit: AnnotatedText }
    for (const piece of pieces) if (piece.at <= position) found = piece
    return found
  }
  return {
    text,
    plain: text.replaceAll('’', "'").replaceAll('‘', "'"),
    locate: (start, end) => {
      const { at, unit } = pieceAt(start)
      const from = unit.span.start + start - at
      // A match never goes beyond its paragraph: what is cut off is white space between two of them.
      const to = Math.min(unit.span.end, from + end - start)
      return { start: from, end: to, quote: unit.text.slice(from, to) }
    },
  }
}
