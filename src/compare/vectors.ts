import { describeValue, FramingError } from '../error.js'
import { roundScore } from '../round.js'
import type { ContentWord } from './content-words.js'

/** Word vectors for the similarity of meaning of a question and its answer. */
export interface WordVectors {
  readonly dimensions: number
  /** Row of each word, most frequent word first. */
  readonly rows: ReadonlyMap<string, number>
  /** Row by row: unit vectors, less the mean of all words, in steps of 1/127. */
  readonly values: Int8Array
  /** Weight of each row, in [0, 1]: rare words count more. */
  readonly weights: Float64Array
  /** The weighted mean of a text of average words, taken away from every text. */
  readonly mean: Float64Array
}

const MAGIC = 0x5657464d // `MFWV`, little-endian
const HEADER = 16 // bytes: magic, number of words, dimensions, bytes of the word list, each a uint32, little-endian
const MOST_DIMENSIONS = 4096

/**
 * Reads word vectors from the bytes of a file that `bench/replies/reduce-vectors.ts` wrote.
 *
 * The layout is a header of four little-endian uint32 (the letters `MFWV`, number of words, dimensions, bytes of the word list), the
 * words in UTF-8 with line breaks between, most frequent first, and one signed byte for each word and dimension.
 *
 * Frequencies are not in the file: words are weighed by their rank after Zipf's law.
 *
 * @throws {FramingError} `invalid-vectors` where the bytes are not such a file.
 * @example
 * loadVectors(encodeVectors(['peace', 'war'], 2, Int8Array.of(127, 0, 0, 127))).dimensions //=> 2
 */
export function loadVectors(bytes: Uint8Array): WordVectors {
  if (!(bytes instanceof Uint8Array) || bytes.length < HEADER) {
    throw new FramingError(
      'invalid-vectors',
      `Expected the bytes of a vector file, got ${describeValue(bytes)}. Read the file whole and pass its bytes.`,
    )
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [magic, count, dimensions, listed] = [0, 4, 8, 12].map((at) => view.getUint32(at, true)) as [
    number,
    number,
    number,
    number,
  ]
  const body = HEADER + listed
  if (magic !== MAGIC || dimensions === 0 || dimensions > MOST_DIMENSIONS || bytes.length !== body + count * dimensions) {
    throw new FramingError(
      'invalid-vectors',
      `Expected a vector file of ${body + count * dimensions} bytes that starts with MFWV, got ${bytes.length} bytes. Write it again with the command that reduces vectors.`,
    )
  }
  const words = count === 0 ? [] : new TextDecoder().decode(bytes.subarray(HEADER, body)).split('\n')
  if (words.length !== count) {
    throw new FramingError(
      'invalid-vectors',
      `Expected ${count} words, got ${words.length}. Write the file again with the command that reduces vectors.`,
    )
  }
  // A copy, so that later writes to the caller's bytes change no score; `slice` would share memory where the bytes are Node's Buffer.
  const values = new Int8Array(count * dimensions)
  values.set(bytes.subarray(body))
  const weights = weighRanks(count)
  return {
    dimensions,
    rows: new Map(words.map((word, row) => [word, row])),
    values,
    weights,
    mean: averageText(values, weights, dimensions),
  }
}

/** Writes word vectors as the bytes that `loadVectors` reads; words must be sorted by frequency, most frequent first. */
export function encodeVectors(words: readonly string[], dimensions: number, values: Int8Array): Uint8Array {
  const list = new TextEncoder().encode(words.join('\n'))
  const bytes = new Uint8Array(HEADER + list.length + values.length)
  const view = new DataView(bytes.buffer)
  ;[MAGIC, words.length, dimensions, list.length].forEach((number, i) => {
    view.setUint32(4 * i, number, true)
  })
  bytes.set(list, HEADER)
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.length), HEADER + list.length)
  return bytes
}

/** Squared inverse frequency by rank, from 0 for the most frequent word to 1 for the rarest; frequency after Zipf's law. */
function weighRanks(count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, row) => (Math.log(row + 1) / Math.log(count + 1)) ** 2)
}

/** What the mean of a long text of average words would be: each word by its frequency and its weight. */
function averageText(values: Int8Array, weights: Float64Array, dimensions: number): Float64Array {
  const mean = new Float64Array(dimensions)
  let total = 0
  weights.forEach((weight, row) => {
    const share = weight / (row + 1)
    total += share
    for (let d = 0; d < dimensions; d++) mean[d] = (mean[d] as number) + share * (values[row * dimensions + d] as number)
  })
  return total > 0 ? mean.map((value) => value / total) : mean
}

/**
 * Measures how alike two sides are in meaning: the cosine of their weighted means of word vectors, each content word counted once,
 * less the mean of average words, which would make any two texts alike.
 *
 * @returns in [-1, 1], or null where either side has no known word
 */
export function compareMeaning(
  question: ReadonlyMap<string, ContentWord>,
  answer: ReadonlyMap<string, ContentWord>,
  vectors: WordVectors,
): number | null {
  const [asked, answered] = [averageWords(question, vectors), averageWords(answer, vectors)]
  if (asked === null || answered === null) return null
  let [product, askedSquare, answeredSquare] = [0, 0, 0]
  for (let d = 0; d < vectors.dimensions; d++) {
    const [a, b] = [asked[d] as number, answered[d] as number]
    product += a * b
    askedSquare += a * a
    answeredSquare += b * b
  }
  if (askedSquare === 0 || answeredSquare === 0) return null
  return roundScore(Math.min(1, Math.max(-1, product / Math.sqrt(askedSquare * answeredSquare))))
}

function averageWords(
  words: ReadonlyMap<string, ContentWord>,
  { dimensions, rows, values, weights, mean }: WordVectors,
): Float64Array | null {
  const sum = new Float64Array(dimensions)
  let total = 0
  for (const { word } of words.values()) {
    const row = rows.get(word)
    if (row === undefined) continue
    const weight = weights[row] as number
    total += weight
    for (let d = 0; d < dimensions; d++) sum[d] = (sum[d] as number) + weight * (values[row * dimensions + d] as number)
  }
  return total > 0 ? sum.map((value, d) => value / total - (mean[d] as number)) : null
}
