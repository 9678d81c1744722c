import type { AnnotatedText, PartOfSpeech, Span, Tokens, Word } from '../types.js'
import { addToHash } from './chunk-table.js'
import { tagPieces } from './tag-pieces.js'
import { answerOf, type ChunkPiece, dropWords, piecesOf, tagMachines, wordOf, wordsOf } from './words.js'

/** wink-nlp takes quadratic time on a run without white space (measured: 3.5 s on 100,000 letters). */
const LONGEST_WINK_RUN = 512 // UTF-16 code units

/** Characters that wink's splitter drops without a trace; a space in their place keeps all positions right. */
const DROPPED_BY_WINK = /(?![\t\n\r ])[\p{Cc}\p{Cf}\p{Cs}\p{Z}]/gu

/** The end of a line inside a paragraph is a space: a wrapped text reads like its unwrapped twin. Blank lines are borders. */
const LINE_END = /(?<!\n[ \t]{0,40})\n(?![ \t]{0,40}(?:\n|$))/g

/** Texts without any of these need no look at single characters. */
const UNCOMMON = /[^\t\n\r -~‘’“”–—…]/

interface Columns {
  word: Word[]
  start: number[]
  end: number[]
  value: string[]
  lower: string[]
  lemma: string[]
  pos: PartOfSpeech[]
  sentence: number[]
}

/**
 * Splits one unit of a text into tokens with parts of speech. What other texts were read before changes nothing.
 *
 * @param text - the text that positions point into
 * @param span - the unit
 * @param sentences - the sentences of the unit, sorted and disjoint
 * @param unspoken - parts that nobody says, sorted and disjoint: they have no tokens
 */
export function annotateText(
  text: string,
  span: Span,
  sentences: readonly Span[],
  unspoken: readonly Span[] = [],
): AnnotatedText {
  dropWords()
  const columns: Columns = { word: [], start: [], end: [], value: [], lower: [], lemma: [], pos: [], sentence: [] }
  let from = span.start
  for (const { start, end } of unspoken) {
    readSpoken(text, { start: from, end: start }, columns)
    from = end
  }
  readSpoken(text, { start: from, end: span.end }, columns)
  numberSentences(columns, sentences)
  return { text, span, sentences, tokens: columns satisfies Tokens }
}

function readSpoken(text: string, span: Span, columns: Columns): void {
  let from = span.start
  for (const run of findLongRuns(text, span)) {
    readStretch(text.slice(from, run.start), from, columns)
    const value = text.slice(run.start, run.end)
    push(columns, run.start, wordOf(value, value.toLowerCase(), 'X'))
    from = run.end
  }
  readStretch(text.slice(from, span.end), from, columns)
}

/** The runs without white space that are too long for wink. */
function findLongRuns(text: string, { start, end }: Span): Span[] {
  const runs: Span[] = []
  let from = start
  for (let i = start; i <= end; i++) {
    const code = i < end ? text.charCodeAt(i) : SPACE
    if (code > SPACE && code !== NO_BREAK_SPACE) continue
    if (i - from > LONGEST_WINK_RUN) runs.push({ start: from, end: i })
    from = i + 1
  }
  return runs
}

const SPACE = 0x20
const NO_BREAK_SPACE = 0xa0
const TAB = 0x09
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/** The pieces of the stretch that is read; kept between stretches for their memory only. */
const pieces: ChunkPiece[] = []
const starts: number[] = []
const found: number[] = []
let tags = new Uint8Array(1 << 10)

function readStretch(stretch: string, offset: number, columns: Columns): void {
  const inLine = stretch.includes('\n') ? stretch.replace(LINE_END, ' ') : stretch
  const clean = UNCOMMON.test(inLine) ? inLine.replace(DROPPED_BY_WINK, (dropped) => ' '.repeat(dropped.length)) : inLine
  splitChunks(clean, offset)
  const length = pieces.length
  if (tags.length < length) tags = new Uint8Array(2 * length)
  for (let i = 0; i < length; i++) tags[i] = (pieces[i] as ChunkPiece).tag
  for (const machine of tagMachines()) tagPieces(machine, pieces, tags, found)
  for (let i = 0; i < length; i++) {
    const piece = pieces[i] as ChunkPiece
    const tag = piece.fixed ? piece.tag : (tags[i] as number)
    const words = piece.isNo && !isNumber(pieces[i + 1]) ? answerOf(piece) : wordsOf(piece, tag)
    let start = starts[i] as number
    for (let k = 0; k < words.length; k++) {
      const word = words[k] as Word
      push(columns, start, word)
      start += word.value.length
    }
  }
}

/** Splits at white space as wink does: blanks part chunks, and tabs and line ends are chunks of their own. */
function splitChunks(text: string, offset: number): void {
  pieces.length = 0
  starts.length = 0
  for (let i = 0; i < text.length; ) {
    const first = text.charCodeAt(i)
    if (first === SPACE) {
      i++
      continue
    }
    const start = i
    const isBreak = isLineBreak(first)
    let hash = addToHash(0, first)
    for (i++; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code === SPACE || isLineBreak(code) !== isBreak) break
      hash = addToHash(hash, code)
    }
    let position = offset + start
    const found = piecesOf(text, start, i, hash)
    for (let k = 0; k < found.length; k++) {
      const piece = found[k] as ChunkPiece
      pieces.push(piece)
      starts.push(position)
      position += piece.value.length
    }
  }
}

function isLineBreak(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN || code === TAB
}

function isNumber(piece: ChunkPiece | undefined): boolean {
  const code = piece?.value.charCodeAt(0) ?? 0
  return code >= 0x30 && code <= 0x39
}

function push(columns: Columns, start: number, word: Word): void {
  columns.word.push(word)
  columns.start.push(start)
  columns.end.push(start + word.value.length)
  columns.value.push(word.value)
  columns.lower.push(word.lower)
  columns.lemma.push(word.lemma)
  columns.pos.push(word.pos)
}

function numberSentences(columns: Columns, sentences: readonly Span[]): void {
  let ordinal = 0
  for (const start of columns.start) {
    while (ordinal + 1 < sentences.length && start >= (sentences[ordinal + 1] as Span).start) ordinal++
    columns.sentence.push(ordinal)
  }
}
