import { decodeDigits, decodeNumber, NUMBER_LENGTH } from './digits.js'
import { EXTRA_WORDS, FIRST_WORD, makeLookup, type WordTable } from './word-columns.js'

/** The learned weights as they are stored; `bench/stance/fit-stance.ts` makes them. */
export interface StoredModel {
  /** The words it knows, sorted, one a line. */
  readonly words: string
  /** One digit a word, and what a digit of 1 stands for. */
  readonly valence: string
  readonly valenceScale: number
  readonly rarity: string
  readonly rarityScale: number
  /** `facetCount` digits a word. */
  readonly facets: string
  readonly facetScale: number
  readonly facetCount: number
  readonly leaning: string
  readonly leaningScale: number
  readonly sidedness: string
  readonly sidednessScale: number
  /** Kind and word numbers of each feature: see `keyLength`. */
  readonly features: string
  /** Two digits a feature: direction and neutrality. */
  readonly weights: string
  readonly weightScale: number
  /** Direction and neutrality of each number, in turn. */
  readonly mentionValence: readonly number[]
  readonly mentionFacets: readonly number[]
  readonly mentionBias: readonly [number, number]
  /** Weights of what `readTone` sums up. */
  readonly leaningSums: readonly number[]
  readonly leaningBias: number
  /** Weights of cues in the leaning of their text, by the keys of `leaningKeys`. */
  readonly leaningCues: Readonly<Record<string, number>>
  readonly sidednessBias: number
}

/** Weights ready for use. */
export interface StanceModel {
  readonly table: WordTable
  readonly features: FeatureIndex
  /** Direction and neutrality of each feature, in turn. */
  readonly weights: Float32Array
  readonly mentionValence: Float64Array
  readonly mentionFacets: Float64Array
  readonly mentionBias: readonly [number, number]
  readonly leaningSums: readonly number[]
  readonly leaningBias: number
  readonly leaningCues: Readonly<Record<string, number>>
  readonly sidednessBias: number
}

/** Kinds with two words, with three; all others have one. */
const TWO_WORDS = new Set([2, 4, 7, 9, 35])
const THREE_WORDS = new Set([5, 8])
const KIND_OFFSET = 35 // the character of kind 0

export function wordsOfKind(kind: number): number {
  return TWO_WORDS.has(kind) ? 2 : THREE_WORDS.has(kind) ? 3 : 1
}

export function encodeKind(kind: number): string {
  return String.fromCharCode(KIND_OFFSET + kind)
}

/** A hash table of features by kind and word numbers, with open addresses. */
export interface FeatureIndex {
  readonly mask: number
  readonly kinds: Int32Array
  readonly a: Int32Array
  readonly b: Int32Array
  readonly c: Int32Array
  /** Number of the feature plus 1; 0 where the place is free. */
  readonly at: Int32Array
}

function hash(kind: number, a: number, b: number, c: number): number {
  let mixed = Math.imul(kind + 0x51ed, 0x9e3779b1) ^ Math.imul(a + 1, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) ^ Math.imul(b + 1, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0x297a2d39) ^ Math.imul(c + 1, 0x27d4eb2f)
  return mixed ^ (mixed >>> 16)
}

/** Number of a feature, or -1. */
export function findFeature(index: FeatureIndex, kind: number, a: number, b: number, c: number): number {
  const { mask } = index
  let place = hash(kind, a, b, c) & mask
  for (;;) {
    const at = index.at[place] as number
    if (at === 0) return -1
    if (index.a[place] === a && index.kinds[place] === kind && index.b[place] === b && index.c[place] === c) return at - 1
    place = (place + 1) & mask
  }
}

/** Reads the stored weights; takes some milliseconds, so that it is put off until the first score. */
export function decodeModel(stored: StoredModel): StanceModel {
  const words = stored.words.split('\n')
  const numbers = new Map<string, number>()
  for (let i = 0; i < words.length; i++) numbers.set(words[i] as string, i + FIRST_WORD)
  return {
    table: {
      ...makeLookup(numbers),
      valence: pad(decodeDigits(stored.valence, stored.valenceScale), 1),
      rarity: pad(decodeDigits(stored.rarity, stored.rarityScale), 1),
      facets: pad(decodeDigits(stored.facets, stored.facetScale), stored.facetCount),
      facetCount: stored.facetCount,
      leaning: pad(decodeDigits(stored.leaning, stored.leaningScale), 1),
      sidedness: pad(decodeDigits(stored.sidedness, stored.sidednessScale), 1),
    },
    features: indexFeatures(stored.features),
    weights: decodeDigits(stored.weights, stored.weightScale),
    mentionValence: Float64Array.from(stored.mentionValence),
    mentionFacets: Float64Array.from(stored.mentionFacets),
    mentionBias: stored.mentionBias,
    leaningSums: stored.leaningSums,
    leaningBias: stored.leaningBias,
    leaningCues: stored.leaningCues,
    sidednessBias: stored.sidednessBias,
  }
}

/** Room for the reserved numbers before the first word, and for the words of a class behind the last. */
function pad(values: Float32Array, width: number): Float32Array {
  const padded = new Float32Array(values.length + (FIRST_WORD + EXTRA_WORDS) * width)
  padded.set(values, FIRST_WORD * width)
  return padded
}

function indexFeatures(text: string): FeatureIndex {
  let count = 0
  for (let at = 0; at < text.length; count++) at += 1 + NUMBER_LENGTH * wordsOfKind(text.charCodeAt(at) - KIND_OFFSET)
  let size = 1024
  while (size < 3 * count) size *= 2
  const index = {
    mask: size - 1,
    kinds: new Int32Array(size),
    a: new Int32Array(size),
    b: new Int32Array(size),
    c: new Int32Array(size),
    at: new Int32Array(size),
  }
  let from = 0
  for (let number = 0; number < count; number++) {
    const kind = text.charCodeAt(from) - KIND_OFFSET
    const width = wordsOfKind(kind)
    const a = decodeNumber(text, from + 1)
    const b = width > 1 ? decodeNumber(text, from + 1 + NUMBER_LENGTH) : 0
    const c = width > 2 ? decodeNumber(text, from + 1 + 2 * NUMBER_LENGTH) : 0
    let place = hash(kind, a, b, c) & index.mask
    while (index.at[place] !== 0) place = (place + 1) & index.mask
    index.kinds[place] = kind
    index.a[place] = a
    index.b[place] = b
    index.c[place] = c
    index.at[place] = number + 1
    from += 1 + NUMBER_LENGTH * width
  }
  return index
}
