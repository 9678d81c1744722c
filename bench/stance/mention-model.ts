import {
  BLOCK_OF_KIND,
  BLOCKS,
  FACET_ZONES,
  limitWindow,
  type MentionFeatures,
  makeFeatures,
  readMention,
  VALENCE_ZONES,
} from '../../src/stance/model/mention-features.js'
import { LEAST_VALENCE, NEGATED_FACET, NEGATED_VALENCE, RARITY_OFFSET } from '../../src/stance/model/score-mention.js'
import { readWords, type WordTable } from '../../src/stance/model/word-columns.js'
import type { MentionExample } from './mention-examples.js'
import { fit, makeMatrix, type Weights } from './optimize.js'

export const FACET_DIRECTIONS = 7 // zones from which the directions of the facets are learned
const PENALTY = 1 / 0.7
const DIRECTION_PENALTY = 1 / 0.05
/** More than there are words, and small enough for kind and three words to fit a double's whole numbers. */
export const LARGEST_NUMBER = 50_000

export function keyOf(kind: number, a: number, b: number, c: number): number {
  return ((kind * LARGEST_NUMBER + a) * LARGEST_NUMBER + b) * LARGEST_NUMBER + c
}

export interface Row {
  readonly keys: Map<number, number>
  readonly valence: Float64Array
  readonly facets: Float64Array
}

/** Everything of one mention that a linear model can weigh. */
export function describe(example: MentionExample, table: WordTable, features: MentionFeatures = makeFeatures()): Row {
  const { unit, first, last } = example
  const { tokens } = unit
  const columns = readWords(unit, table)
  const sentence = tokens.sentence[first]
  let from = first
  let to = last + 1
  while (from > 0 && tokens.sentence[from - 1] === sentence) from--
  while (to < tokens.lower.length && tokens.sentence[to] === sentence) to++
  ;({ from, to } = limitWindow(from, to, first, last))
  readMention(columns, tokens.lower, from, to, first, last, features)
  const keys = new Map<number, number>()
  const divisor = Array.from({ length: BLOCKS }, (_, block) => Math.sqrt(1 + (features.blockCount[block] as number)))
  for (let k = 0; k < features.count; k++) {
    const kind = features.kind[k] as number
    const key = keyOf(kind, features.a[k] as number, features.b[k] as number, features.c[k] as number)
    const block = BLOCK_OF_KIND[kind] as number
    keys.set(key, (keys.get(key) ?? 0) + 1 / (divisor[block] as number))
  }
  const valence = new Float64Array(2 * VALENCE_ZONES)
  const { facetCount } = table
  const facets = new Float64Array(FACET_ZONES * facetCount)
  const norms = new Float64Array(FACET_ZONES).fill(RARITY_OFFSET)
  for (let i = from; i < to; i++) {
    const number = columns.word[i] as number
    if (number === 0) continue
    const negated = columns.negated[i] === 1
    let v = table.valence[number] as number
    if (Math.abs(v) >= LEAST_VALENCE) {
      if (negated) v *= NEGATED_VALENCE
      const zones = features.valenceZones[i - from] as number
      for (let z = 0; z < VALENCE_ZONES; z++) {
        if (!((zones >> z) & 1)) continue
        const share = z >= 17 && z <= 19 ? (features.valenceFade[i - from] as number) : 1
        const at = z * 2 + (v < 0 ? 1 : 0)
        valence[at] = (valence[at] as number) + v * share
      }
    }
    const zones = features.facetZones[i - from] as number
    if (zones === 0) continue
    const rarity = table.rarity[number] as number
    if (rarity === 0) continue
    for (let z = 0; z < FACET_ZONES; z++) {
      if (!((zones >> z) & 1)) continue
      const share = (z === 3 || z === 4 ? (features.facetFade[i - from] as number) : 1) * (negated ? NEGATED_FACET : 1)
      norms[z] = (norms[z] as number) + Math.abs(share) * rarity
      for (let d = 0; d < facetCount; d++) {
        const at = z * facetCount + d
        facets[at] = (facets[at] as number) + share * (table.facets[number * facetCount + d] as number)
      }
    }
  }
  for (let z = 0; z < FACET_ZONES; z++)
    for (let d = 0; d < facetCount; d++) {
      const at = z * facetCount + d
      facets[at] = (facets[at] as number) / Math.sqrt(norms[z] as number)
    }
  return { keys, valence, facets }
}

export interface MentionModel {
  /** Key of a feature → its weights by output, frequency folded in. */
  readonly sparse: Map<number, Float64Array>
  readonly valence: Float64Array[]
  readonly facets: Float64Array[]
  readonly bias: Float64Array
}

const OUTPUTS = 3

const WEIGHT_OF_SET = { news: 1, written: 0.4, coded: 0 }

/** Weights by which each label counts the same within its set, and each set by its size. */
export function balance(examples: readonly Pick<MentionExample, 'set' | 'polarity'>[]): Float64Array {
  const counts = new Map<string, number>()
  const add = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const { set, polarity } of examples) {
    add(set)
    add(`${set} ${polarity}`)
  }
  return Float64Array.from(
    examples,
    ({ set, polarity }) =>
      (WEIGHT_OF_SET[set] * (counts.get(set) as number)) / (3 * (counts.get(`${set} ${polarity}`) as number)),
  )
}

/** The directions of the vectors along which words differ for the task. Returns `count` × dimensions. */
export function learnDirections(
  rows: readonly Row[],
  examples: readonly MentionExample[],
  dimensions: number,
  count: number,
): Float64Array {
  const columns = FACET_DIRECTIONS * dimensions
  const { mean, deviation } = moments(
    rows.map(({ facets }) => facets),
    columns,
  )
  const matrix = makeMatrix(
    rows.map(({ facets }) => ({
      column: Array.from({ length: columns }, (_, c) => c),
      value: Array.from(
        { length: columns },
        (_, c) => (((facets[c] as number) - (mean[c] as number)) / (deviation[c] as number)) * 0.1,
      ),
    })),
    columns,
  )
  const weights = fit({
    matrix,
    wanted: examples.map(({ polarity }) => polarity + 1),
    weight: balance(examples),
    loss: 'softmax',
    outputs: OUTPUTS,
    penalty: () => DIRECTION_PENALTY,
    steps: 60,
  })
  const stacked: Float64Array[] = []
  for (let z = 0; z < FACET_DIRECTIONS; z++) {
    let spread = 0
    for (let d = 0; d < dimensions; d++) spread += (deviation[z * dimensions + d] as number) / dimensions
    for (let k = 0; k < OUTPUTS; k++) {
      stacked.push(
        Float64Array.from({ length: dimensions }, (_, d) => {
          const c = z * dimensions + d
          return ((weights[k * (columns + 1) + c] as number) / (deviation[c] as number)) * spread
        }),
      )
    }
  }
  return principalRows(stacked, dimensions, count)
}

/** The first right singular vectors, by power iteration with deflation. */
function principalRows(rows: readonly Float64Array[], dimensions: number, count: number): Float64Array {
  const found = new Float64Array(count * dimensions)
  const left = rows.map((row) => Float64Array.from(row))
  for (let f = 0; f < count; f++) {
    let vector = Float64Array.from({ length: dimensions }, (_, d) => 1 / (1 + ((d * 7 + f * 3) % 11)))
    for (let step = 0; step < 200; step++) {
      const next = new Float64Array(dimensions)
      for (const row of left) {
        let dot = 0
        for (let d = 0; d < dimensions; d++) dot += (row[d] as number) * (vector[d] as number)
        for (let d = 0; d < dimensions; d++) next[d] = (next[d] as number) + dot * (row[d] as number)
      }
      const norm = Math.sqrt(next.reduce((sum, each) => sum + each * each, 0)) || 1
      vector = next.map((each) => each / norm)
    }
    for (const row of left) {
      let dot = 0
      for (let d = 0; d < dimensions; d++) dot += (row[d] as number) * (vector[d] as number)
      for (let d = 0; d < dimensions; d++) row[d] = (row[d] as number) - dot * (vector[d] as number)
    }
    found.set(vector, f * dimensions)
  }
  return found
}

function moments(rows: readonly ArrayLike<number>[], columns: number): { mean: Float64Array; deviation: Float64Array } {
  const mean = new Float64Array(columns)
  const deviation = new Float64Array(columns)
  for (const row of rows) for (let c = 0; c < columns; c++) mean[c] = (mean[c] as number) + (row[c] as number) / rows.length
  for (const row of rows)
    for (let c = 0; c < columns; c++)
      deviation[c] = (deviation[c] as number) + ((row[c] as number) - (mean[c] as number)) ** 2 / rows.length
  return { mean, deviation: deviation.map((each) => Math.sqrt(each) || 1) }
}

export interface FitOptions {
  readonly sparse: number
  readonly penalty?: number
  readonly extra?: readonly Float64Array[]
}

/** Fits the whole model; keeps the `sparse` features that matter most and fits once more. */
export function fitMentions(
  rows: readonly Row[],
  examples: readonly MentionExample[],
  { sparse, penalty = PENALTY }: FitOptions,
): MentionModel {
  const frequency = new Map<number, number>()
  for (const { keys } of rows) for (const key of keys.keys()) frequency.set(key, (frequency.get(key) ?? 0) + 1)
  const kept = [...frequency].filter(([, count]) => count >= 2).map(([key]) => key)
  kept.sort((a, b) => a - b)
  const whole = fitColumns(rows, examples, kept, frequency, penalty)
  if (kept.length <= sparse) return whole.model
  const size = new Map<number, number>()
  for (const { keys } of rows) for (const [key, value] of keys) size.set(key, (size.get(key) ?? 0) + value * value)
  const importance = kept.map((key) => {
    const weights = whole.model.sparse.get(key) as Float64Array
    return { key, value: Math.max(...weights.map(Math.abs)) * Math.sqrt((size.get(key) as number) / rows.length) }
  })
  importance.sort((a, b) => b.value - a.value || a.key - b.key)
  const chosen = importance.slice(0, sparse).map(({ key }) => key)
  chosen.sort((a, b) => a - b)
  return fitColumns(rows, examples, chosen, frequency, penalty).model
}

function fitColumns(
  rows: readonly Row[],
  examples: readonly MentionExample[],
  keys: readonly number[],
  frequency: ReadonlyMap<number, number>,
  penalty: number,
): { model: MentionModel; weights: Weights } {
  const column = new Map(keys.map((key, i) => [key, i]))
  const idf = keys.map((key) => Math.log((1 + rows.length) / (1 + (frequency.get(key) as number))) + 1)
  const scale = new Float64Array(BLOCKS)
  const counts = new Float64Array(BLOCKS)
  keys.forEach((key, i) => {
    const block = blockOf(key)
    scale[block] = (scale[block] as number) + (idf[i] as number) ** 2
    counts[block] = (counts[block] as number) + 1
  })
  const factor = keys.map((key, i) => {
    const block = blockOf(key)
    return (idf[i] as number) / (0.8 * Math.sqrt((scale[block] as number) / (counts[block] as number)))
  })
  const valenceSize = 2 * VALENCE_ZONES
  const facetSize = rows[0]?.facets.length ?? 0
  const root = new Float64Array(valenceSize)
  for (const { valence } of rows)
    for (let c = 0; c < valenceSize; c++) root[c] = (root[c] as number) + (valence[c] as number) ** 2 / rows.length
  const valenceScale = root.map((each) => 0.1 / (Math.sqrt(each) || 1))
  const { mean, deviation } = moments(
    rows.map(({ facets }) => facets),
    facetSize,
  )
  const columns = keys.length + valenceSize + facetSize
  const matrix = makeMatrix(
    rows.map((row) => {
      const at: number[] = []
      const value: number[] = []
      for (const [key, share] of row.keys) {
        const c = column.get(key)
        if (c === undefined) continue
        at.push(c)
        value.push(share * (factor[c] as number))
      }
      for (let c = 0; c < valenceSize; c++) {
        if (row.valence[c] === 0) continue
        at.push(keys.length + c)
        value.push((row.valence[c] as number) * (valenceScale[c] as number))
      }
      for (let c = 0; c < facetSize; c++) {
        at.push(keys.length + valenceSize + c)
        value.push((((row.facets[c] as number) - (mean[c] as number)) / (deviation[c] as number)) * 0.05)
      }
      return { column: at, value }
    }),
    columns,
  )
  const weights = fit({
    matrix,
    wanted: examples.map(({ polarity }) => polarity + 1),
    weight: balance(examples),
    loss: 'softmax',
    outputs: OUTPUTS,
    penalty: () => penalty,
  })
  const stride = columns + 1
  const centred = (c: number): Float64Array => {
    const each = Float64Array.from({ length: OUTPUTS }, (_, k) => weights[k * stride + c] as number)
    const middle = each.reduce((sum, value) => sum + value, 0) / OUTPUTS
    return each.map((value) => value - middle)
  }
  const sparse = new Map<number, Float64Array>()
  keys.forEach((key, i) => {
    sparse.set(
      key,
      centred(i).map((value) => value * (factor[i] as number)),
    )
  })
  const valence = Array.from({ length: valenceSize }, (_, c) =>
    centred(keys.length + c).map((value) => value * (valenceScale[c] as number)),
  )
  const facets = Array.from({ length: facetSize }, (_, c) =>
    centred(keys.length + valenceSize + c).map((value) => (value * 0.05) / (deviation[c] as number)),
  )
  const bias = centred(columns)
  facets.forEach((each, c) => {
    for (let k = 0; k < OUTPUTS; k++) bias[k] = (bias[k] as number) - (each[k] as number) * (mean[c] as number)
  })
  return { model: { sparse, valence, facets, bias }, weights }
}

export function blockOf(key: number): number {
  const kind = Math.floor(key / LARGEST_NUMBER ** 3)
  return BLOCK_OF_KIND[kind] as number
}

/** Logits of against, neutral and favor. */
export function apply({ sparse, valence, facets, bias }: MentionModel, row: Row): Float64Array {
  const scores = Float64Array.from(bias)
  const add = (weights: Float64Array | undefined, share: number): void => {
    if (weights) for (let k = 0; k < OUTPUTS; k++) scores[k] = (scores[k] as number) + (weights[k] as number) * share
  }
  for (const [key, share] of row.keys) add(sparse.get(key), share)
  for (let c = 0; c < valence.length; c++) add(valence[c], row.valence[c] as number)
  for (let c = 0; c < facets.length; c++) add(facets[c], row.facets[c] as number)
  return scores
}
