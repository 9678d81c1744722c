import { readFileSync } from 'node:fs'
import language from 'sentiment/languages/en/index.js'
import type { Embeddings } from './embeddings.js'
import { makeRandom } from './random.js'

const KERNEL_WIDTH = 1.5 // of the radial kernel on unit vectors; chosen with the recipe's held-out words
const RIDGE = 0.5
const LEXICON_RANK = 150_000
const NEUTRAL_RANK = 12_000 // random words among the most frequent ones stand for words without valence
const NEUTRAL_WORDS = 4_000
const EXTENDED_RANK = 60_000
const STEPS = 60 // of the conjugate gradient

/** Reads AFINN-165 and VADER's list: the mean of both in [-1, 1]. */
export function readValences(vaderPath: string): Map<string, number> {
  const sums = new Map<string, { sum: number; count: number }>()
  const add = (word: string, value: number): void => {
    const known = sums.get(word) ?? { sum: 0, count: 0 }
    sums.set(word, { sum: known.sum + value, count: known.count + 1 })
  }
  for (const [word, value] of Object.entries(language.labels)) if (/^[a-z'-]+$/.test(word)) add(word, value / 5)
  for (const line of readFileSync(vaderPath, 'utf8').split('\n')) {
    const [word, value] = line.split('\t')
    if (word && /^[a-z'-]+$/.test(word)) add(word, Number(value) / 4)
  }
  return new Map([...sums].map(([word, { sum, count }]) => [word, sum / count]))
}

/** Extends the lists to the most frequent words by kernel ridge regression on word vectors. */
export function extendValences(lexicon: ReadonlyMap<string, number>, embeddings: Embeddings, seed: number): Map<string, number> {
  const { ranks, words, vectors, dimensions } = embeddings
  const random = makeRandom(seed)
  const known: { rank: number; value: number }[] = []
  for (const [word, value] of lexicon) {
    const rank = ranks.get(word)
    if (rank !== undefined && rank < LEXICON_RANK) known.push({ rank, value })
  }
  const taken = new Set<number>()
  while (taken.size < NEUTRAL_WORDS) {
    const rank = Math.floor(random() * NEUTRAL_RANK)
    if (!taken.has(rank) && !lexicon.has(words[rank] as string)) taken.add(rank)
  }
  for (const rank of taken) known.push({ rank, value: 0 })
  const n = known.length
  const rows = new Float32Array(n * dimensions)
  known.forEach(({ rank }, i) => {
    rows.set(vectors.subarray(rank * dimensions, (rank + 1) * dimensions), i * dimensions)
  })
  const kernel = (a: Float32Array, i: number, b: Float32Array, j: number): number => {
    let dot = 0
    for (let k = 0; k < dimensions; k++) dot += (a[i + k] as number) * (b[j + k] as number)
    return Math.exp(-KERNEL_WIDTH * (2 - 2 * dot))
  }
  const matrix = new Float32Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const value = kernel(rows, i * dimensions, rows, j * dimensions)
      matrix[i * n + j] = value
      matrix[j * n + i] = value
    }
  }
  const alpha = solve(
    matrix,
    Float64Array.from(known, ({ value }) => value),
    RIDGE,
  )
  const extended = new Map<string, number>()
  for (let rank = 0; rank < Math.min(EXTENDED_RANK, words.length); rank++) {
    let sum = 0
    for (let i = 0; i < n; i++) sum += (alpha[i] as number) * kernel(vectors, rank * dimensions, rows, i * dimensions)
    extended.set(words[rank] as string, sum)
  }
  for (const [word, value] of lexicon) extended.set(word, value)
  return extended
}

/** Conjugate gradient for (A + ridge·1) x = b. */
function solve(matrix: Float32Array, b: Float64Array, ridge: number): Float64Array {
  const n = b.length
  const x = new Float64Array(n)
  const r = Float64Array.from(b)
  const p = Float64Array.from(b)
  const q = new Float64Array(n)
  let rr = r.reduce((sum, value) => sum + value * value, 0)
  for (let step = 0; step < STEPS; step++) {
    let pq = 0
    for (let i = 0; i < n; i++) {
      let sum = ridge * (p[i] as number)
      for (let j = 0; j < n; j++) sum += (matrix[i * n + j] as number) * (p[j] as number)
      q[i] = sum
      pq += sum * (p[i] as number)
    }
    const size = rr / pq
    let next = 0
    for (let i = 0; i < n; i++) {
      x[i] = (x[i] as number) + size * (p[i] as number)
      r[i] = (r[i] as number) - size * (q[i] as number)
      next += (r[i] as number) ** 2
    }
    if (next < 1e-10 * n) break
    for (let i = 0; i < n; i++) p[i] = (r[i] as number) + (next / rr) * (p[i] as number)
    rr = next
  }
  return x
}
