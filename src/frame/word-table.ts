import { FramingError } from '../error.js'
import { Flags } from '../text/word-facts.js'
import { knowWord } from './know-word.js'
import { STOP_WORDS } from './stop-words.js'

/**
 * What a codebook has learned from coded paragraphs: one logistic regression a frame over its cues and the words around them.
 *
 * Plain data, so that it is stored, hashed and read like the rest of the codebook. `bench/frames/fit-frames.ts` makes it.
 */
export interface WordTable {
  /** The frames it knows, in the order of the columns of `weights`; another frame of the codebook is scored by its cues alone. */
  readonly frames: readonly string[]
  /** Words and pairs of neighboring words by their base forms, one a line. */
  readonly entries: string
  /** Base64 of one signed byte an entry and frame, entry by entry. */
  readonly weights: string
  /** Base64 of one byte an entry: its inverse document frequency in steps of 1/16. */
  readonly rarity: string
  /** The inverse document frequency of a word or pair that is not listed. */
  readonly unseen: number
  /** Logits that a weight of 1 stands for, by frame. */
  readonly scale: readonly number[]
  /** Logits of a text without any of it, by frame. */
  readonly intercepts: readonly number[]
  /** Logits of each cue feature, by frame; see `cueFeatures`. */
  readonly cues: Readonly<Record<string, readonly number[]>>
  /** Which words are named as evidence; left out for the rules of a paragraph. */
  readonly listing?: Listing
}

/** Which words of a table are named as evidence. */
export interface Listing {
  /** Words a frame. */
  readonly most: number
  /** Logits a word must add. */
  readonly least: number
  /** Logits the named words must add together to make a row without any cue. */
  readonly together: number
  /** Salience from which words alone make a frame present, where it is above the codebook's threshold. */
  readonly present: number
}

/** A word table ready for look-ups. */
export interface DecodedTable {
  readonly table: WordTable
  /** Number of each word that stands in an entry. */
  readonly words: ReadonlyMap<string, number>
  /** Entry of a single word by its number, or -1. */
  readonly single: Int32Array
  /** 1 for a word that tells nothing of a topic, by its number. */
  readonly stops: Uint8Array
  /** What the table knows of a token's word, see `knowWord`. */
  readonly known: Flags
  /** 1 for a word that some pair starts with, by its number. */
  readonly starts: Uint8Array
  /** Entry of a pair by `pairBase` × first + second. */
  readonly pairs: ReadonlyMap<number, number>
  readonly pairBase: number
  readonly weights: Int8Array
  /** Inverse document frequency by entry. */
  readonly rarity: Float64Array
  /** Logits of each cue feature, by frame. */
  readonly cues: ReadonlyMap<string, readonly number[]>
}

const SMALL_BASE = 1 << 15 // words; pairs of that many are small integers, which maps look up fastest
const LARGE_BASE = 1 << 20

const RARITY_STEP = 1 / 16 // of the natural logarithm

/** Reads a stored word table; costs a few milliseconds, so it is done once, when a codebook is compiled. */
export function decodeTable(table: WordTable): DecodedTable {
  const entries = table.entries === '' ? [] : table.entries.split('\n')
  const weights = new Int8Array(decodeBase64(table.weights))
  const steps = decodeBase64(table.rarity)
  if (weights.length !== entries.length * table.frames.length || steps.length !== entries.length) {
    throw new FramingError(
      'invalid-codebook',
      `Expected a word table with ${entries.length} entries for ${table.frames.length} frames, got ${weights.length} weights and ${steps.length} frequencies. Fit it again.`,
    )
  }
  const words = new Map<string, number>()
  const single: number[] = []
  const pairList: [first: number, second: number, entry: number][] = []
  const numberOf = (word: string): number => {
    let number = words.get(word)
    if (number === undefined) {
      number = words.size
      words.set(word, number)
      single.push(-1)
    }
    return number
  }
  entries.forEach((entry, i) => {
    const blank = entry.indexOf(' ')
    if (blank < 0) single[numberOf(entry)] = i
    else pairList.push([numberOf(entry.slice(0, blank)), numberOf(entry.slice(blank + 1)), i])
  })
  for (const word of STOP_WORDS) numberOf(word)
  const stops = new Uint8Array(words.size)
  for (const word of STOP_WORDS) stops[words.get(word) as number] = 1
  const starts = new Uint8Array(words.size)
  const pairBase = words.size <= SMALL_BASE ? SMALL_BASE : LARGE_BASE
  const pairs = new Map<number, number>()
  for (const [first, second, entry] of pairList) {
    starts[first] = 1
    pairs.set(first * pairBase + second, entry)
  }
  return {
    table,
    words,
    single: Int32Array.from(single),
    stops,
    known: new Flags((word) => knowWord(word, words, stops)),
    starts,
    pairs,
    pairBase,
    weights,
    rarity: Float64Array.from(steps, (step) => step * RARITY_STEP),
    cues: new Map(Object.entries(table.cues)),
  }
}

/** Rounds an inverse document frequency to the step it is stored in. */
export function encodeRarity(rarity: number): number {
  return Math.min(255, Math.max(1, Math.round(rarity / RARITY_STEP)))
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Neither `Buffer` nor `atob` exists on every platform this runs on. */
function decodeBase64(text: string): Uint8Array {
  const values = new Uint8Array(128)
  for (let i = 0; i < ALPHABET.length; i++) values[ALPHABET.charCodeAt(i)] = i
  const length = text.endsWith('==') ? text.length - 2 : text.endsWith('=') ? text.length - 1 : text.length
  const bytes = new Uint8Array(Math.floor((length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (let i = 0; i < length; i++) {
    bits = ((bits << 6) | (values[text.charCodeAt(i) & 127] as number)) & 0xffffff
    held += 6
    if (held >= 8) {
      held -= 8
      bytes[at++] = (bits >> held) & 255
    }
  }
  return bytes
}
