import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findMentions } from '../../src/annotate/mentions.js'
import { annotateText } from '../../src/annotate/tokens.js'
import { findVoices, type Voices } from '../../src/annotate/voices/find-voices.js'
import { splitSentences } from '../../src/segment/sentences.js'
import type { Cue } from '../../src/stance/cue.js'
import { findCues } from '../../src/stance/find-cues.js'
import { makeLexicon } from '../../src/stance/lexicon/lexicon.js'
import { readGenre } from '../../src/stance/model/read-genre.js'
import { TONE_SUMS, toneDivisor, visitTone } from '../../src/stance/model/read-tone.js'
import { readWords, type WordLookup } from '../../src/stance/model/word-columns.js'
import { LEAST_SIDE, toneKeys, toneSize } from '../../src/stance/score-overall.js'
import type { AnnotatedText } from '../../src/types.js'
import { readPool } from '../frames/rows.js'
import { fit, makeMatrix } from './optimize.js'

/** A text with how favorable readers found it, -1 to 1. */
export interface ToneExample {
  readonly set: 'nyt' | 'press' | 'own' | 'mtsc'
  readonly group: string
  readonly wanted: number
  /** `mixed` paragraphs are no example of any side. */
  readonly label: string
  readonly unit: AnnotatedText
  readonly cues: readonly Cue[]
}

/** How much an example of each set counts; the editorials' ratings are means of 20 raters, the others one coder's or of one target. */
const WEIGHT_OF_SET = { nyt: 1, press: 0.5, own: 0.5, mtsc: 0.1 }
const PENALTY = 9
const SUM_SCALE = 0.2
const FACET_SCALE = 0.05
const WORD_SCALE = 0.15
const CUE_SCALE = 0.07

export function readToneExamples(data: string): ToneExample[] {
  const lines = <T>(path: string): T[] =>
    readFileSync(join(data, path), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as T)
  const lexicon = makeLexicon()
  const annotate = (text: string): Pick<ToneExample, 'unit' | 'cues'> => {
    const unit = annotateText(text, { start: 0, end: text.length }, splitSentences(text))
    const [mentions = []] = findMentions([unit])
    return { unit, cues: findCues(unit, mentions, lexicon, findVoices([unit], [mentions])[0] as Voices).cues }
  }
  const examples: ToneExample[] = []
  for (const { article, rating, sentence } of lines<{ article: string; rating: number; sentence: string }>(
    'nyt-editorials/dev.jsonl',
  ))
    examples.push({ set: 'nyt', group: `nyt-${article}`, wanted: rating / 4, label: '', ...annotate(sentence) })
  for (const { id, stance, text } of lines<{ id: string; stance: string; text: string }>('press-frames/dev.jsonl')) {
    const wanted = stance === 'favor' ? 1 : stance === 'against' ? -1 : 0
    examples.push({ set: 'press', group: id, wanted, label: stance, ...annotate(text) })
  }
  // 600 paragraphs of the same sources, coded by us as press-frames is; their texts stay in the data folder.
  const codings = new Map(
    Object.entries<string>(JSON.parse(readFileSync(join(import.meta.dirname, 'paragraph-codings.json'), 'utf8'))),
  )
  for (const [id, text] of readPool(codings)) {
    const label = codings.get(id) as string
    const wanted = label === 'favor' ? 1 : label === 'against' ? -1 : 0
    examples.push({ set: 'own', group: `own-${id}`, wanted, label, ...annotate(text) })
  }
  const sentences = new Map<string, { group: string; sum: number; count: number }>()
  for (const { id, sentence, polarity } of lines<{ id: string; sentence: string; polarity: number }>('newsmtsc/train.jsonl')) {
    const known = sentences.get(sentence) ?? { group: id.split('_').slice(0, 2).join('_'), sum: 0, count: 0 }
    sentences.set(sentence, { ...known, sum: known.sum + polarity, count: known.count + 1 })
  }
  for (const [sentence, { group, sum, count }] of sentences)
    examples.push({ set: 'mtsc', group, wanted: sum / count, label: '', ...annotate(sentence) })
  return examples
}

export interface ToneVocabulary extends WordLookup {
  readonly valence: Float32Array
  /** Vectors by word number, rarity multiplied in. */
  readonly vectors: Float32Array
  readonly dimensions: number
}

export interface ToneRow {
  readonly words: Map<number, number>
  readonly sums: Float64Array
  readonly vector: Float64Array
  /** By `toneKeys`. */
  readonly cues: ReadonlyMap<string, number>
  readonly genre: Float64Array
}

export function describeTone(
  { unit, cues }: ToneExample,
  { numbers, flags, valence, vectors, dimensions }: ToneVocabulary,
): ToneRow {
  const columns = readWords(unit.tokens, { numbers, flags })
  const words = new Map<number, number>()
  const sums = new Float64Array(TONE_SUMS)
  const vector = new Float64Array(dimensions)
  const divisor = toneDivisor(columns)
  visitTone(columns, unit.tokens.lower, valence, (_, word, share, own, bits) => {
    words.set(word, (words.get(word) ?? 0) + share / divisor)
    for (let k = 0; k < TONE_SUMS; k++) if ((bits >> k) & 1) sums[k] = (sums[k] as number) + own / divisor
    for (let d = 0; d < dimensions; d++)
      vector[d] = (vector[d] as number) + ((vectors[word * dimensions + d] as number) * share) / divisor
  })
  const byKey = new Map<string, number>()
  for (const cue of cues) for (const key of toneKeys(cue)) byKey.set(key, (byKey.get(key) ?? 0) + toneSize(cue) / divisor)
  return { words, sums, vector, cues: byKey, genre: readGenre(columns, unit.tokens.lower) }
}

export interface ToneModel {
  /** By word number: its own weight and its vector's together. */
  readonly tone: Float64Array
  readonly sums: Float64Array
  readonly cues: ReadonlyMap<string, number>
  readonly bias: number
}

/** Fits ridge regression; a word's own weight and the weights of its vector become one number. */
export function fitTone(rows: readonly ToneRow[], examples: readonly ToneExample[], vocabulary: ToneVocabulary): ToneModel {
  const { dimensions, vectors } = vocabulary
  const frequency = new Map<number, number>()
  for (const { words } of rows) for (const word of words.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  const kept = [...frequency].filter(([, count]) => count >= 2).map(([word]) => word)
  kept.sort((a, b) => a - b)
  const column = new Map(kept.map((word, i) => [word, i]))
  const idf = kept.map((word) => (Math.log(rows.length / (frequency.get(word) as number)) + 1) * WORD_SCALE)
  const root = (values: (row: ToneRow) => Float64Array, size: number, scale: number): Float64Array => {
    const squares = new Float64Array(size)
    let count = 0
    rows.forEach((row, i) => {
      if ((examples[i] as ToneExample).set !== 'nyt') return
      count++
      values(row).forEach((each, k) => {
        squares[k] = (squares[k] as number) + each * each
      })
    })
    return squares.map((each) => scale / (Math.sqrt(each / count) || 1))
  }
  const sumScale = root((row) => row.sums, TONE_SUMS, SUM_SCALE)
  const vectorScale = root((row) => row.vector, dimensions, FACET_SCALE)
  const cueKeys = [...new Set(rows.flatMap(({ cues }) => [...cues.keys()]))].sort()
  const cueScale = root((row) => Float64Array.from(cueKeys, (key) => row.cues.get(key) ?? 0), cueKeys.length, CUE_SCALE)
  const firstCue = kept.length + TONE_SUMS + dimensions
  const columns = firstCue + cueKeys.length
  const weights = fit({
    matrix: makeMatrix(
      rows.map(({ words, sums, vector, cues }) => {
        const at: number[] = []
        const value: number[] = []
        for (const [word, share] of words) {
          const c = column.get(word)
          if (c === undefined) continue
          at.push(c)
          value.push(share * (idf[c] as number))
        }
        sums.forEach((sum, k) => {
          at.push(kept.length + k)
          value.push(sum * (sumScale[k] as number))
        })
        vector.forEach((each, d) => {
          at.push(kept.length + TONE_SUMS + d)
          value.push(each * (vectorScale[d] as number))
        })
        cueKeys.forEach((key, k) => {
          const size = cues.get(key)
          if (size === undefined) return
          at.push(firstCue + k)
          value.push(size * (cueScale[k] as number))
        })
        return { column: at, value }
      }),
      columns,
    ),
    wanted: examples.map(({ wanted }) => wanted),
    weight: examples.map(({ set, label }) => (label === 'mixed' ? 0 : WEIGHT_OF_SET[set])),
    loss: 'square',
    outputs: 1,
    penalty: () => PENALTY,
  })
  const tone = new Float64Array(vectors.length / dimensions)
  for (let word = 0; word < tone.length; word++) {
    let sum = 0
    for (let d = 0; d < dimensions; d++)
      sum +=
        (vectors[word * dimensions + d] as number) * (weights[kept.length + TONE_SUMS + d] as number) * (vectorScale[d] as number)
    const c = column.get(word)
    tone[word] = sum + (c === undefined ? 0 : (weights[c] as number) * (idf[c] as number))
  }
  return {
    tone,
    sums: Float64Array.from({ length: TONE_SUMS }, (_, k) => (weights[kept.length + k] as number) * (sumScale[k] as number)),
    cues: new Map(cueKeys.map((key, k) => [key, (weights[firstCue + k] as number) * (cueScale[k] as number)])),
    bias: weights[columns] as number,
  }
}

export function applyTone({ tone, sums, cues, bias }: ToneModel, row: ToneRow): number {
  let score = bias
  for (const [word, share] of row.words) score += (tone[word] as number) * share
  for (const [key, size] of row.cues) score += (cues.get(key) ?? 0) * size
  row.sums.forEach((sum, k) => {
    score += sum * (sums[k] as number)
  })
  return score
}

/** From which tone on a text takes a side: a constant, then a weight for each of `readGenre`'s numbers. */
export interface Sides {
  readonly favorFrom: number[]
  readonly againstFrom: number[]
}

const SIDE_PENALTY = 1
const TONE_SCALE = 5 // brings tones, mostly within ±0.3, near 1

/**
 * Fits which label a tone means in which kind of text, on texts whose tone was scored by a fit that had not seen them: multinomial
 * logistic regression on the tone, its size and the genre, turned into thresholds.
 */
export function fitSides(rows: readonly ToneRow[], examples: readonly ToneExample[], scores: ArrayLike<number>): Sides {
  const chosen = examples
    .map((_, i) => i)
    .filter((i) => {
      const { set, label } = examples[i] as ToneExample
      return (set === 'press' || set === 'own') && label !== 'mixed'
    })
  const size = (rows[0] as ToneRow).genre.length
  const genre = (i: number, k: number): number => (rows[i] as ToneRow).genre[k] as number
  const mean = Array.from({ length: size }, (_, k) => chosen.reduce((sum, i) => sum + genre(i, k), 0) / chosen.length)
  const deviation = mean.map((middle, k) =>
    Math.sqrt(chosen.reduce((sum, i) => sum + (genre(i, k) - middle) ** 2, 0) / chosen.length),
  )
  const columns = 2 + size
  const wanted = chosen.map((i) => Math.sign((examples[i] as ToneExample).wanted) + 1)
  const counts = [0, 1, 2].map((label) => wanted.filter((each) => each === label).length)
  const weights = fit({
    matrix: makeMatrix(
      chosen.map((i) => {
        const tone = TONE_SCALE * (scores[i] as number)
        return {
          column: Array.from({ length: columns }, (_, c) => c),
          value: [tone, Math.abs(tone), ...mean.map((middle, k) => (genre(i, k) - middle) / (deviation[k] || 1))],
        }
      }),
      columns,
    ),
    wanted,
    weight: wanted.map((label) => chosen.length / (3 * (counts[label] as number))),
    loss: 'softmax',
    outputs: 3,
    penalty: () => SIDE_PENALTY,
  })
  const of = (label: number, c: number): number => weights[label * (columns + 1) + c] as number
  const thresholds = (side: 0 | 2): number[] => {
    const sign = side === 2 ? 1 : -1
    const slope = TONE_SCALE * (sign * (of(side, 0) - of(1, 0)) + of(side, 1) - of(1, 1))
    const each = mean.map((_, k) => (of(side, 2 + k) - of(1, 2 + k)) / (deviation[k] || 1))
    const constant = of(side, columns) - of(1, columns) - each.reduce((sum, weight, k) => sum + weight * (mean[k] as number), 0)
    return [constant, ...each].map((value) => (-sign * value) / slope)
  }
  return { favorFrom: thresholds(2), againstFrom: thresholds(0) }
}

/** The label of a tone in its kind of text: 1, 0 or -1. */
export function sideOf({ favorFrom, againstFrom }: Sides, { genre }: ToneRow, tone: number): number {
  const weigh = ([constant = 0, ...weights]: readonly number[]): number =>
    weights.reduce((sum, weight, k) => sum + weight * (genre[k] as number), constant)
  return tone >= Math.max(LEAST_SIDE, weigh(favorFrom)) ? 1 : tone <= Math.min(-LEAST_SIDE, weigh(againstFrom)) ? -1 : 0
}
