import type { AnnotatedText, PartOfSpeech, Span, Tokens } from '../types.js'
import { readWithWink } from './wink.js'

/** wink-nlp takes quadratic time on a run without white space (measured: 3.5 s on 100,000 letters). */
const LONGEST_WINK_RUN = 512 // UTF-16 code units

/** Characters that wink's splitter drops without a trace; a space in their place keeps all positions right. */
const DROPPED_BY_WINK = /(?![\t\n\r ])[\p{Cc}\p{Cf}\p{Cs}\p{Z}]/gu

/** The end of a line inside a paragraph is a space: a wrapped text reads like its unwrapped twin. Blank lines are borders. */
const LINE_END = /(?<!\n[ \t]{0,40})\n(?![ \t]{0,40}(?:\n|$))/g

/** Texts without any of these need no look at single characters. */
const UNCOMMON = /[^\t\n\r -~‘’“”–—…]/

interface Columns {
  start: number[]
  end: number[]
  value: string[]
  lower: string[]
  lemma: string[]
  pos: PartOfSpeech[]
  sentence: number[]
}

/**
 * Splits one unit of a text into tokens with parts of speech.
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
  const columns: Columns = { start: [], end: [], value: [], lower: [], lemma: [], pos: [], sentence: [] }
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
    push(columns, run.start, text.slice(run.start, run.end), text.slice(run.start, run.end).toLowerCase(), 'X')
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

function readStretch(stretch: string, offset: number, columns: Columns): void {
  if (stretch.trim() === '') return
  const inLine = stretch.includes('\n') ? stretch.replace(LINE_END, ' ') : stretch
  const clean = UNCOMMON.test(inLine) ? inLine.replace(DROPPED_BY_WINK, (dropped) => ' '.repeat(dropped.length)) : inLine
  const { value, spaces, lemma, pos } = readWithWink(clean)
  let position = offset
  for (let i = 0; i < value.length; i++) {
    const form = value[i] as string
    position += (spaces[i] as string).length
    if (endsInPossessive(form)) {
      // `Kazakhstan's` is one token for wink; its possessive is a token of its own here, as in `it's`.
      const owner = form.slice(0, -2)
      push(columns, position, owner, stripPossessive(lemma[i] as string), pos[i] as PartOfSpeech)
      push(columns, position + owner.length, form.slice(-2), "'s", 'PART')
    } else if (isAnswerNo(form) && !isNumber(value[i + 1])) {
      // For wink `No.` is short for number; before anything else it is an answer and its stop.
      push(columns, position, form.slice(0, -1), 'no', 'INTJ')
      push(columns, position + form.length - 1, '.', '.', 'PUNCT')
    } else {
      push(columns, position, form, lemma[i] as string, pos[i] as PartOfSpeech)
    }
    position += form.length
  }
}

function isAnswerNo(form: string): boolean {
  return form.length === 3 && (form === 'No.' || form === 'no.' || form === 'NO.')
}

function isNumber(form: string | undefined): boolean {
  const code = form?.charCodeAt(0) ?? 0
  return code >= 0x30 && code <= 0x39
}

function endsInPossessive(form: string): boolean {
  const last = form.length - 1
  if (last < 2 || (form.charAt(last) !== 's' && form.charAt(last) !== 'S')) return false
  const mark = form.charAt(last - 1)
  return mark === "'" || mark === '’'
}

function stripPossessive(lemma: string): string {
  return endsInPossessive(lemma) ? lemma.slice(0, -2) : lemma
}

function push(columns: Columns, start: number, value: string, lemma: string, pos: PartOfSpeech): void {
  const lower = value.toLowerCase()
  columns.start.push(start)
  columns.end.push(start + value.length)
  columns.value.push(value)
  columns.lower.push(lower.includes('’') ? lower.replaceAll('’', "'") : lower)
  columns.lemma.push(lemma)
  columns.pos.push(pos)
}

function numberSentences(columns: Columns, sentences: readonly Span[]): void {
  let ordinal = 0
  for (const start of columns.start) {
    while (ordinal + 1 < sentences.length && start >= (sentences[ordinal + 1] as Span).start) ordinal++
    columns.sentence.push(ordinal)
  }
}
