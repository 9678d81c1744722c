import type { AnnotatedText, PartOfSpeech, Span, Tokens } from '../types.js'
import { readWithWink } from './wink.js'

/** wink-nlp takes quadratic time on a run without white space (measured: 3.5 s on 100,000 letters). */
const LONGEST_WINK_RUN = 512 // UTF-16 code units

const LONG_RUN = new RegExp(`\\S{${LONGEST_WINK_RUN + 1},}`, 'g')

/** Characters that wink's splitter drops without a trace; a space in their place keeps all positions right. */
const DROPPED_BY_WINK = /(?![\t\n\r ])[\p{Cc}\p{Cf}\p{Cs}\p{Z}]/gu

/** `Kazakhstan's` is one token for wink; its possessive is a token of its own here, as in `it's`. */
const POSSESSIVE = /^(.+)(['’][sS])$/

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
 */
export function annotateText(text: string, span: Span, sentences: readonly Span[]): AnnotatedText {
  const columns: Columns = { start: [], end: [], value: [], lower: [], lemma: [], pos: [], sentence: [] }
  const unit = text.slice(span.start, span.end)
  let from = 0
  for (const run of unit.matchAll(LONG_RUN)) {
    readStretch(unit.slice(from, run.index), span.start + from, columns)
    push(columns, span.start + run.index, run[0], run[0].toLowerCase(), 'X')
    from = run.index + run[0].length
  }
  readStretch(unit.slice(from), span.start + from, columns)
  numberSentences(columns, sentences)
  return { text, span, sentences, tokens: columns satisfies Tokens }
}

function readStretch(stretch: string, offset: number, columns: Columns): void {
  if (stretch.trim() === '') return
  const { value, spaces, lemma, pos } = readWithWink(stretch.replace(DROPPED_BY_WINK, (dropped) => ' '.repeat(dropped.length)))
  let position = 0
  for (let i = 0; i < value.length; i++) {
    const form = value[i] as string
    position += (spaces[i] as string).length
    const start = offset + position
    position += form.length
    const possessive = form.length > 2 ? POSSESSIVE.exec(form) : null
    if (possessive) {
      const [, owner, clitic] = possessive as unknown as [string, string, string]
      const ownerLemma = (lemma[i] as string).replace(POSSESSIVE, '$1')
      push(columns, start, owner, ownerLemma, pos[i] as PartOfSpeech)
      push(columns, start + owner.length, clitic, "'s", 'PART')
    } else {
      push(columns, start, form, lemma[i] as string, pos[i] as PartOfSpeech)
    }
  }
}

function push(columns: Columns, start: number, value: string, lemma: string, pos: PartOfSpeech): void {
  columns.start.push(start)
  columns.end.push(start + value.length)
  columns.value.push(value)
  columns.lower.push(value.toLowerCase().replaceAll('’', "'"))
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
