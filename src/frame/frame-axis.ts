import { describeValue, FramingError } from '../error.js'
import type { AnnotatedText, PartOfSpeech } from '../types.js'
import { inflect } from './inflect.js'
import { baseForm, isStopWord } from './word-features.js'

/** Two ends of an axis of meaning, in words of the user: `{ low: ['threat'], high: ['opportunity'] }`. */
export interface Poles {
  readonly id: string
  /** Base forms of the end that counts -1. */
  readonly low: readonly string[]
  /** Base forms of the end that counts +1. */
  readonly high: readonly string[]
  /** Word vectors by base form, all of one length; without them only the words of the poles themselves count. */
  readonly vectors?: (word: string) => ArrayLike<number> | undefined
}

/** How a unit leans on an axis of meaning, and how much it speaks of it. */
export interface AxisScore {
  readonly axis: string
  /** Mean over the content words of the cosine with the axis, in [-1, 1]: low end to high end. */
  readonly bias: number
  /** Mean over the content words of the squared distance from `center`, in [0, 4]: how much the unit speaks of the axis at all. */
  readonly intensity: number
  /** Content words that were read. */
  readonly words: number
}

const CONTENT: ReadonlySet<PartOfSpeech> = new Set(['NOUN', 'VERB', 'ADJ', 'ADV', 'PROPN'])

/**
 * Scores how a unit leans between two poles given by words.
 *
 * Source: Kwak, An, Jing & Ahn (2021), *FrameAxis: characterizing microframe bias and intensity with word embedding*. The axis is the
 * mean vector of the high words minus that of the low ones. Without vectors a word of a pole counts ±1 and every other word 0.
 *
 * @param center - bias of the corpus the unit is compared with, from which intensity is measured; 0 where it is left out
 * @returns null where the unit has no content word that can be read
 * @throws {FramingError} `invalid-argument` where a pole is empty, and `invalid-vectors` where no word of a pole has a vector.
 */
export function scoreAxis(unit: AnnotatedText, poles: Poles, center = 0): AxisScore | null {
  const read = createReader(poles)
  const { tokens } = unit
  const values: number[] = []
  for (let i = 0; i < tokens.lower.length; i++) {
    if (!CONTENT.has(tokens.pos[i] as PartOfSpeech)) continue
    const base = baseForm(tokens, i)
    if (base === '' || isStopWord(tokens, i, base)) continue
    const value = read(base)
    if (value !== undefined) values.push(value)
  }
  if (values.length === 0) return null
  const bias = values.reduce((sum, value) => sum + value, 0) / values.length
  const intensity = values.reduce((sum, value) => sum + (value - center) ** 2, 0) / values.length
  return { axis: poles.id, bias, intensity, words: values.length }
}

function createReader({ id, low, high, vectors }: Poles): (word: string) => number | undefined {
  for (const [name, words] of [['low', low] as const, ['high', high] as const]) {
    if (Array.isArray(words) && words.length > 0) continue
    throw new FramingError(
      'invalid-argument',
      `Expected ${name} of axis ${describeValue(id)} to name words, got ${describeValue(words)}. Give each end at least one.`,
    )
  }
  if (!vectors) {
    const ends = new Map<string, number>()
    for (const word of low) for (const form of inflect(word)) ends.set(form, -1)
    for (const word of high) for (const form of inflect(word)) ends.set(form, 1)
    return (word) => ends.get(word) ?? 0
  }
  const lowMean = meanVector(id, 'low', low, vectors)
  const axis = meanVector(id, 'high', high, vectors).map((value, d) => value - (lowMean[d] as number))
  const known = new Map<string, number | undefined>()
  return (word) => {
    if (known.has(word)) return known.get(word)
    const vector = vectors(word)
    const value = vector ? cosine(vector, axis) : undefined
    known.set(word, value)
    return value
  }
}

function meanVector(id: string, end: string, words: readonly string[], vectors: NonNullable<Poles['vectors']>): number[] {
  const found = words.flatMap((word) => {
    const vector = vectors(word)
    return vector ? [Array.from(vector)] : []
  })
  const [first] = found
  if (!first || found.some(({ length }) => length !== first.length)) {
    throw new FramingError(
      'invalid-vectors',
      `Expected vectors of one length for words of the ${end} end of axis ${describeValue(id)}, got ${found.length} of ${words.length}. Use words that the vectors list.`,
    )
  }
  return first.map((_, d) => found.reduce((sum, vector) => sum + (vector[d] as number), 0) / found.length)
}

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [dot, aa, bb] = [0, 0, 0]
  for (let d = 0; d < b.length; d++) {
    const x = a[d] as number
    const y = b[d] as number
    dot += x * y
    aa += x * x
    bb += y * y
  }
  return aa === 0 || bb === 0 ? 0 : dot / Math.sqrt(aa * bb)
}
