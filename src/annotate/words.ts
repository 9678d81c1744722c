import { countWordIds, dropWordFacts, takeWordId } from '../text/word-facts.js'
import type { PartOfSpeech, Word } from '../types.js'
import { ChunkTable } from './chunk-table.js'
import { loadWink, type Piece, readTagMachines, type TagMachine, type WinkReader } from './wink.js'

/**
 * Chunks and words that are kept. English news meets about 200,000 chunks in 8 million tokens; they take about 60 MB. What is dropped is
 * read anew when it is next met: that costs time and changes no result.
 */
const MOST_KEPT = 200_000
/** UTF-16 code units of the chunks and words that are kept: a text of long ones may not take more than one of short ones. */
const MOST_UNITS = 16_000_000

/** A token of a chunk, with the words that it becomes by part of speech. */
export interface ChunkPiece extends Piece {
  /** One word, or two where the possessive is a token of its own. */
  readonly words: (readonly Word[] | undefined)[]
  /** For wink `No.` is short for number; before anything but one it is an answer and its stop. */
  readonly isNo: boolean
}

/** All that is remembered from one text to the next: what follows from a chunk alone. */
interface Vocabulary {
  readonly wink: WinkReader
  readonly chunks: ChunkTable<readonly ChunkPiece[]>
  readonly words: Map<string, Word>
  units: number
}

let vocabulary: Vocabulary | undefined
let machines: readonly TagMachine[] | undefined
let mostKept = MOST_KEPT
function load(): Vocabulary {
  vocabulary ??= { wink: loadWink(), chunks: new ChunkTable(), words: new Map(), units: 0 }
  return vocabulary
}

/** wink's machines that give parts of speech; they hold nothing of what was read. */
export function tagMachines(): readonly TagMachine[] {
  machines ??= readTagMachines()
  return machines
}

/** The tokens of the chunk at `[start, end)` of a text, the same whatever was read before. */
export function piecesOf(text: string, start: number, end: number, hash: number): readonly ChunkPiece[] {
  const { chunks, wink } = load()
  const known = chunks.get(text, start, end, hash)
  if (known) return known
  const chunk = text.slice(start, end)
  const pieces = wink.readChunk(chunk).map((piece): ChunkPiece => ({ ...piece, words: [], isNo: isNo(piece.value) }))
  ;(vocabulary as Vocabulary).units += chunk.length
  chunks.set(chunk, hash, pieces)
  return pieces
}

/** The word or words that a token of a chunk is as a part of speech. */
export function wordsOf(piece: ChunkPiece, tag: number): readonly Word[] {
  const known = piece.words[tag]
  if (known) return known
  const { wink } = load()
  const { value } = piece
  const pos = wink.nameOf(tag)
  const lemma = wink.lemmaOf(piece, tag)
  const words = endsInPossessive(value)
    ? // `Kazakhstan's` is one token for wink; its possessive is a token of its own here, as in `it's`.
      [wordOf(value.slice(0, -2), stripPossessive(lemma), pos), wordOf(value.slice(-2), "'s", 'PART')]
    : /^I['’]m$/i.test(value)
      ? // `I'm` is one token for wink, and a name.
        [wordOf(value.slice(0, 1), 'i', 'PRON'), wordOf(value.slice(1), 'be', 'AUX')]
      : [wordOf(value, lemma, pos)]
  piece.words[tag] = words
  return words
}

/** The answer and its stop that `No.` is before anything but a number. */
export function answerOf({ value }: ChunkPiece): readonly [answer: Word, stop: Word] {
  return [wordOf(value.slice(0, -1), 'no', 'INTJ'), wordOf('.', '.', 'PUNCT')]
}

function isNo(form: string): boolean {
  return form === 'No.' || form === 'no.' || form === 'NO.'
}

/** The one record of a form with its lemma and part of speech. */
export function wordOf(value: string, lemma: string, pos: PartOfSpeech): Word {
  const { words } = load()
  const key = `${pos} ${value} ${lemma}` // neither a part of speech nor a form holds a blank
  const known = words.get(key)
  if (known) return known
  ;(vocabulary as Vocabulary).units += key.length
  const lower = value.toLowerCase()
  const word: Word = { id: takeWordId(), value, lower: lower.includes('’') ? lower.replaceAll('’', "'") : lower, lemma, pos }
  words.set(key, word)
  return word
}

/**
 * Drops what is kept, once that is too much. Asked between two units, so that the words of one unit are of one time.
 */
export function dropWords(): void {
  if (!vocabulary) return
  if (vocabulary.chunks.size < mostKept && countWordIds() < mostKept && vocabulary.units < MOST_UNITS) return
  vocabulary = undefined
  dropWordFacts()
}

/** For tests: how many chunks and words are kept at most. */
export function keepAtMost(most: number = MOST_KEPT): void {
  mostKept = most
}

/** For tests: how many chunks and words are kept. */
export function countKept(): number {
  return vocabulary ? vocabulary.chunks.size + vocabulary.words.size : 0
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
