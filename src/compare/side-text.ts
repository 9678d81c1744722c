import type { AnnotatedText, ScoredText, Span } from '../types.js'

/** The paragraphs of one side as one string, with its words and the way back to the article's positions. */
export interface SideText {
  readonly text: string
  /** The same with straight apostrophes, of equal length, for matching patterns. */
  readonly plain: string
  /** Sentences in order; a sentence glued to the one before it (`again.And`) stands on its own. */
  readonly sentences: readonly Span[]
  /** The tokens as columns of equal length; positions in `text`. */
  readonly words: SideWords
  /** The paragraphs with the index of their first word in `words`. */
  readonly pieces: readonly SidePiece[]
  /** Whether the first sentence has no verb, as an elliptic reply has (`In March.`). */
  readonly opensBare: boolean
  /** Gives the span in the article's text of a span of `text`. */
  locate(start: number, end: number): Span & { readonly quote: string }
}

export interface SideWords {
  readonly start: readonly number[]
  readonly end: readonly number[]
  /** In lower case with straight apostrophes. */
  readonly lower: readonly string[]
  /** Ordinal of the sentence in `sentences`. */
  readonly sentence: readonly number[]
}

/** A paragraph of a side. */
export interface SidePiece {
  readonly at: number
  /** Index of its first word in the side's words. */
  readonly firstWord: number
  readonly unit: AnnotatedText
}

const SEPARATOR = '\n'
const SHORTEST_GLUED_WORD = 2 // letters before the stop, so that initials (`J.Smith`) are not taken apart

/** Joins the paragraphs of one side. */
export function joinSide(texts: readonly ScoredText[]): SideText {
  return joinUnits(texts.map(({ unit }) => unit))
}

export function joinUnits(units: readonly AnnotatedText[]): SideText {
  const pieces: { at: number; firstWord: number; unit: AnnotatedText }[] = []
  let text = ''
  for (const unit of units) {
    if (text !== '') text += SEPARATOR
    pieces.push({ at: text.length, firstWord: 0, unit })
    text += unit.text.slice(unit.span.start, unit.span.end)
  }
  const words: { start: number[]; end: number[]; lower: string[]; sentence: number[] } = {
    start: [],
    end: [],
    lower: [],
    sentence: [],
  }
  const sentences: { start: number; end: number }[] = []
  for (const piece of pieces) {
    const { at, unit } = piece
    piece.firstWord = words.start.length
    const { start, end, lower, sentence } = unit.tokens
    const shift = at - unit.span.start
    let before = -1 // the sentence of the token before, in its unit
    for (let i = 0; i < start.length; i++) {
      const from = (start[i] as number) + shift
      const to = (end[i] as number) + shift
      const known = sentences.at(-1)
      if (
        known === undefined ||
        sentence[i] !== before ||
        (i > 1 && isGlued(text, from, lower[i - 1] as string, lower[i - 2] as string))
      ) {
        sentences.push({ start: from, end: to })
      } else known.end = to
      before = sentence[i] as number
      words.start.push(from)
      words.end.push(to)
      words.lower.push(lower[i] as string)
      words.sentence.push(sentences.length - 1)
    }
  }
  return {
    text,
    plain: text.replaceAll('’', "'").replaceAll('‘', "'"),
    sentences,
    words,
    pieces,
    opensBare: isBare(units[0]),
    locate: (start, end) => {
      const { at, unit } = pieceAt(pieces, start)
      const from = Math.min(unit.span.end, unit.span.start + start - at)
      // A match never goes beyond its paragraph: what is cut off is white space between two of them.
      const to = Math.min(unit.span.end, from + end - start)
      // A cue may need the space behind its last word, and a sentence holds its line end; neither is evidence.
      const quote = unit.text.slice(from, to)
      const begin = from + (quote.length - quote.trimStart().length)
      return { start: begin, end: begin + quote.trim().length, quote: quote.trim() }
    },
  }
}

function isBare(unit: AnnotatedText | undefined): boolean {
  if (unit === undefined) return false
  const { pos, sentence } = unit.tokens
  for (let i = 0; i < pos.length && sentence[i] === sentence[0]; i++) if (pos[i] === 'VERB' || pos[i] === 'AUX') return false
  return pos.length > 0
}

/** Whether a capital follows a stop without a space between, the way joined paragraphs do. */
function isGlued(text: string, from: number, stop: string, word: string): boolean {
  if (stop !== '.' && stop !== '?' && stop !== '!') return false
  const letter = text.charCodeAt(from)
  return letter >= 65 && letter <= 90 && text.charCodeAt(from - 1) === stop.charCodeAt(0) && word.length >= SHORTEST_GLUED_WORD
}

function pieceAt(pieces: readonly SidePiece[], position: number): SidePiece {
  let [low, high] = [0, pieces.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle] as SidePiece).at <= position) low = middle
    else high = middle - 1
  }
  return pieces[low] as SidePiece
}
