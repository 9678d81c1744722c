import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findMentions } from '../../src/annotate/mentions.js'
import { annotateText } from '../../src/annotate/tokens.js'
import { findVoices, type Voices } from '../../src/annotate/voices/find-voices.js'
import { splitSentences } from '../../src/segment/sentences.js'
import type { Cue } from '../../src/stance/cue.js'
import { findCues } from '../../src/stance/find-cues.js'
import { polarityOf } from '../../src/stance/judge.js'
import { makeLexicon } from '../../src/stance/lexicon/lexicon.js'
import { LEANING_SUMS, leaningDivisor, neutralityOf, visitLeaning } from '../../src/stance/model/read-leaning.js'
import { readWords, type WordLookup } from '../../src/stance/model/word-columns.js'
import { LEANING_LOGITS, leaningKeys, leaningSize } from '../../src/stance/score-overall.js'
import type { AnnotatedText } from '../../src/types.js'
import { readPool } from '../frames/rows.js'
import { fit, makeMatrix } from './optimize.js'

/** A text with how favorable readers found it, -1 to 1. */
export interface LeaningExample {
  readonly set: 'nyt' | 'press' | 'own' | 'mtsc'
  readonly group: string
  readonly wanted: number
  /** `mixed` paragraphs are no example of any side. */
  readonly label: string
  /** Of PerSenT, which states no licence: no shipped weight is fitted on it. */
  readonly isOnlyMeasured?: boolean
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

export function readLeaningExamples(data: string): LeaningExample[] {
  const lines = <T>(path: string): T[] =>
    readFileSync(join(data, path), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as T)
  const lexicon = makeLexicon()
  const annotate = (text: string): Pick<LeaningExample, 'unit' | 'cues'> => {
    const unit = annotateText(text, { start: 0, end: text.length }, splitSentences(text))
    const [mentions = []] = findMentions([unit])
    return { unit, cues: findCues(unit, mentions, lexicon, findVoices([unit], [mentions])[0] as Voices).cues }
  }
  const examples: LeaningExample[] = []
  for (const { article, rating, sentence } of lines<{ article: string; rating: number; sentence: string }>(
    'nyt-editorials/dev.jsonl',
  ))
    examples.push({ set: 'nyt', group: `nyt-${article}`, wanted: rating / 4, label: '', ...annotate(sentence) })
  for (const { id, source, stance, text } of lines<{ id: string; source: string; stance: string; text: string }>(
    'press-frames/dev.jsonl',
  )) {
    const wanted = stance === 'favor' ? 1 : stance === 'against' ? -1 : 0
    examples.push({ set: 'press', group: id, wanted, label: stance, isOnlyMeasured: source === 'persent', ...annotate(text) })
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

export interface LeaningVocabulary extends WordLookup {
  readonly valence: Float32Array
  /** Vectors by word number, rarity multiplied in. */
  readonly vectors: Float32Array
  readonly dimensions: number
}

export interface LeaningRow {
  readonly words: Map<number, number>
  readonly sums: Float64Array
  readonly vector: Float64Array
  /** By `leaningKeys`. */
  readonly cues: ReadonlyMap<string, number>
}

export function describeLeaning(
  { unit, cues }: LeaningExample,
  { numbers, flags, numberOf, valence, vectors, dimensions }: LeaningVocabulary,
): LeaningRow {
  const columns = readWords(unit, { numbers, flags, numberOf })
  const words = new Map<number, number>()
  const sums = new Float64Array(LEANING_SUMS)
  const vector = new Float64Array(dimensions)
  const divisor = leaningDivisor(columns)
  visitLeaning(columns, unit.tokens.lower, valence, (_, word, share, own, bits) => {
    words.set(word, (words.get(word) ?? 0) + share / divisor)
    for (let k = 0; k < LEANING_SUMS; k++) if ((bits >> k) & 1) sums[k] = (sums[k] as number) + own / divisor
    for (let d = 0; d < dimensions; d++)
      vector[d] = (vector[d] as number) + ((vectors[word * dimensions + d] as number) * share) / divisor
  })
  const byKey = new Map<string, number>()
  for (const cue of cues) for (const key of leaningKeys(cue)) byKey.set(key, (byKey.get(key) ?? 0) + leaningSize(cue) / divisor)
  return { words, sums, vector, cues: byKey }
}

export interface LeaningModel {
  /** By word number: its own weight and its vector's together. */
  readonly leaning: Float64Array
  readonly sums: Float64Array
  readonly cues: ReadonlyMap<string, number>
  readonly bias: number
}

/** What is fitted of a text: its words and their vectors, and for the leaning the sums and cues too. */
interface WordFit {
  readonly word: Float64Array
  readonly sums: Float64Array
  readonly cues: ReadonlyMap<string, number>
  readonly bias: number
}

/** Fits ridge regression; a word's own weight and the weights of its vector become one number. */
function fitWords(
  rows: readonly LeaningRow[],
  isScale: (i: number) => boolean,
  wanted: readonly number[],
  weight: readonly number[],
  { dimensions, vectors }: LeaningVocabulary,
  penalty: number,
  wordsOnly: boolean,
): WordFit {
  const frequency = new Map<number, number>()
  rows.forEach(({ words }, i) => {
    if (weight[i] === 0) return
    for (const word of words.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  })
  const kept = [...frequency].filter(([, count]) => count >= 2).map(([word]) => word)
  kept.sort((a, b) => a - b)
  const column = new Map(kept.map((word, i) => [word, i]))
  const idf = kept.map((word) => (Math.log(rows.length / (frequency.get(word) as number)) + 1) * WORD_SCALE)
  const root = (values: (row: LeaningRow) => Float64Array, size: number, scale: number): Float64Array => {
    const squares = new Float64Array(size)
    let count = 0
    rows.forEach((row, i) => {
      if (!isScale(i)) return
      count++
      values(row).forEach((each, k) => {
        squares[k] = (squares[k] as number) + each * each
      })
    })
    return squares.map((each) => scale / (Math.sqrt(each / count) || 1))
  }
  const sumCount = wordsOnly ? 0 : LEANING_SUMS
  const sumScale = root((row) => row.sums, LEANING_SUMS, SUM_SCALE)
  const vectorScale = root((row) => row.vector, dimensions, FACET_SCALE)
  const cueKeys = wordsOnly ? [] : [...new Set(rows.flatMap(({ cues }) => [...cues.keys()]))].sort()
  const cueScale = root((row) => Float64Array.from(cueKeys, (key) => row.cues.get(key) ?? 0), cueKeys.length, CUE_SCALE)
  const firstVector = kept.length + sumCount
  const firstCue = firstVector + dimensions
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
        for (let k = 0; k < sumCount; k++) {
          at.push(kept.length + k)
          value.push((sums[k] as number) * (sumScale[k] as number))
        }
        vector.forEach((each, d) => {
          at.push(firstVector + d)
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
    wanted,
    weight,
    loss: 'square',
    outputs: 1,
    penalty: () => penalty,
  })
  const word = new Float64Array(vectors.length / dimensions)
  for (let number = 0; number < word.length; number++) {
    let sum = 0
    for (let d = 0; d < dimensions; d++)
      sum += (vectors[number * dimensions + d] as number) * (weights[firstVector + d] as number) * (vectorScale[d] as number)
    const c = column.get(number)
    word[number] = sum + (c === undefined ? 0 : (weights[c] as number) * (idf[c] as number))
  }
  return {
    word,
    sums: Float64Array.from({ length: sumCount }, (_, k) => (weights[kept.length + k] as number) * (sumScale[k] as number)),
    cues: new Map(cueKeys.map((key, k) => [key, (weights[firstCue + k] as number) * (cueScale[k] as number)])),
    bias: weights[columns] as number,
  }
}

/** Fits how favorable a text is, on the ratings of all sets. */
export function fitLeaning(
  rows: readonly LeaningRow[],
  examples: readonly LeaningExample[],
  vocabulary: LeaningVocabulary,
): LeaningModel {
  const { word, ...rest } = fitWords(
    rows,
    (i) => examples[i]?.set === 'nyt',
    examples.map(({ wanted }) => wanted),
    examples.map(({ set, label }) => (label === 'mixed' ? 0 : WEIGHT_OF_SET[set])),
    vocabulary,
    PENALTY,
    false,
  )
  return { leaning: word, ...rest }
}

const SIDEDNESS_PENALTY = 3

/** How much a text takes sides: by word number, in standard deviations over the coded paragraphs. */
export interface Sidedness {
  readonly word: Float64Array
  readonly bias: number
}

/** Fits whether a paragraph takes a side at all, on the paragraphs coded for it. */
export function fitSidedness(
  rows: readonly LeaningRow[],
  examples: readonly LeaningExample[],
  vocabulary: LeaningVocabulary,
): Sidedness {
  const chosen = examples.map((_, i) => i).filter((i) => isParagraph(examples[i] as LeaningExample))
  const own = chosen.map((i) => rows[i] as LeaningRow)
  const { word, bias } = fitWords(
    own,
    () => true,
    chosen.map((i) => (examples[i]?.wanted === 0 ? 0 : 1)),
    chosen.map(() => 1),
    vocabulary,
    SIDEDNESS_PENALTY,
    true,
  )
  const scores = own.map((row) => applySidedness({ word, bias }, row))
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  const deviation = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length)
  return { word: word.map((each) => each / deviation), bias: (bias - mean) / deviation }
}

/** Paragraphs whose stance was coded, `mixed` ones aside. */
export function isParagraph({ set, label }: LeaningExample): boolean {
  return (set === 'press' || set === 'own') && label !== 'mixed'
}

export function applySidedness({ word, bias }: Sidedness, row: LeaningRow): number {
  let score = bias
  for (const [number, share] of row.words) score += (word[number] as number) * share
  return score
}

export function applyLeaning({ leaning, sums, cues, bias }: LeaningModel, row: LeaningRow): number {
  let score = bias
  for (const [word, share] of row.words) score += (leaning[word] as number) * share
  for (const [key, size] of row.cues) score += (cues.get(key) ?? 0) * size
  row.sums.forEach((sum, k) => {
    score += sum * (sums[k] as number)
  })
  return score
}

/** The polarity of a text, as `scoreOverall` gives it. */
export function polarityOfText(model: LeaningModel, sidedness: Sidedness, row: LeaningRow): number {
  return polarityOf(LEANING_LOGITS * applyLeaning(model, row), neutralityOf(applySidedness(sidedness, row)))
}
