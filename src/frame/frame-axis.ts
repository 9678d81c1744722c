import { describeValue, FramingError } from '../error.js'
import { inflect } from '../match/index.js'
import { roundScore } from '../round.js'
import type { AnnotatedText, Evidence, FrameScore, PartOfSpeech } from '../types.js'
import { baseForm, isStopWord } from './word-features.js'

/** An axis of meaning between two ends, in words of the user: `{ id: 'outlook', low: ['threat'], high: ['opportunity'] }`. */
export interface Axis {
  readonly id: string
  /** Words of the end that counts -1, each one word. */
  readonly low: readonly string[]
  /** Words of the end that counts +1, each one word. */
  readonly high: readonly string[]
  /** Bias of the corpus that texts are compared with, in [-1, 1], from which intensity is measured; 0 where it is left out. */
  readonly baseline?: number
}

/** How a unit leans on an axis of meaning, and how much it speaks of it. */
export interface AxisScore {
  /** Id of the axis. */
  readonly axis: string
  /** Mean of what its content words say, in [-1, 1]: low end to high end. */
  readonly bias: number
  /** Mean of their squared distances from the baseline, in [0, 4]: how much the unit speaks of the axis, to whichever end. */
  readonly intensity: number
  /** Content words that were read; those without evidence count 0. */
  readonly words: number
  /** Words that lean to an end, in text order; `weight` is how far, in [-1, 1]. Bias and intensity can be recomputed from them. */
  readonly evidence: readonly Evidence[]
}

/** The frames of a text, and how it leans on the axes that were asked for. */
export interface FramesAndAxes {
  readonly frames: FrameScore[]
  /** One entry for each axis, in the order given; null where no word of the text says anything of it. */
  readonly axes: (AxisScore | null)[]
}

/** Word vectors as plain data; what `loadVectors` gives has this shape. */
export interface VectorTable {
  readonly dimensions: number
  /** Row of each word. */
  readonly rows: ReadonlyMap<string, number>
  /** Row by row. */
  readonly values: ArrayLike<number>
}

const CONTENT: ReadonlySet<PartOfSpeech> = new Set(['NOUN', 'VERB', 'ADJ', 'ADV', 'PROPN'])

/**
 * Scores how a unit leans between two poles given by words.
 *
 * With vectors a content word counts the cosine of its vector with the axis, which is the mean vector of the high words less that of the
 * low ones; words without a vector are not read. Without vectors a word of a pole, in any inflection, counts ±1 and every other content
 * word 0. Words are counted as they stand: "no threat" speaks of threat.
 *
 * Source: Kwak, An, Jing & Ahn (2021), *FrameAxis: characterizing microframe bias and intensity with word embedding*, PeerJ Computer
 * Science 7:e644; the count without vectors, this library.
 *
 * @returns null where no word leans to either end
 * @throws {FramingError} `invalid-argument` where the axis is not one, and `invalid-vectors` where no word of a pole has a vector or
 *   both poles have the same.
 * @example
 * const outlook = { id: 'outlook', low: ['threat', 'risk'], high: ['opportunity', 'benefit'] }
 * scoreFrames('The port is an opportunity.', { axes: [outlook] }).axes[0]?.bias //=> 0.5
 */
export function scoreAxis(unit: AnnotatedText, axis: Axis, vectors?: VectorTable): AxisScore | null {
  const { id, baseline = 0 } = checkAxis(axis)
  const read = vectors ? readByVectors(axis, vectors) : readByWords(axis)
  const poles = new Set([...axis.low, ...axis.high].map((word) => word.toLowerCase()))
  const { text, tokens } = unit
  const evidence: Evidence[] = []
  let words = 0
  let sum = 0
  let squares = 0
  for (let i = 0; i < tokens.lower.length; i++) {
    const base = baseForm(tokens, i)
    if (base === '') continue
    // Words of the poles are always read: "us" and "them" are ends too.
    const named = poles.has(tokens.lower[i] as string)
    if (!named && (!CONTENT.has(tokens.pos[i] as PartOfSpeech) || isStopWord(tokens, i, base))) continue
    const value = read(tokens.lower[i] as string, base)
    if (value === undefined) continue
    words++
    sum += value
    squares += (value - baseline) ** 2
    if (value === 0) continue
    const [start, end] = [tokens.start[i] as number, tokens.end[i] as number]
    evidence.push({ start, end, quote: text.slice(start, end), rule: `${id}/${base}`, weight: value, modifiers: [] })
  }
  if (evidence.length === 0) return null
  return { axis: id, bias: roundScore(sum / words), intensity: roundScore(squares / words), words, evidence }
}

function checkAxis(axis: Axis): Axis {
  if (typeof axis !== 'object' || axis === null) throw invalid('an axis', axis, 'Write { id, low: [words], high: [words] }.')
  const { id, low, high, baseline = 0 } = axis
  if (typeof id !== 'string' || id.trim() === '')
    throw invalid('the id of an axis to be a string that is not empty', id, 'Name it.')
  const of = `of axis ${describeValue(id)}`
  for (const [end, words] of [['low', low] as const, ['high', high] as const]) {
    if (!Array.isArray(words) || words.length === 0)
      throw invalid(`${end} ${of} to name words`, words, 'Give each end at least one.')
    for (const word of words)
      if (typeof word !== 'string' || !/^\S+$/.test(word))
        throw invalid(`${end} ${of} to name single words`, word, 'Give each alone.')
  }
  const lows = new Set(low.map((word) => word.toLowerCase()))
  const both = high.find((word) => lows.has(word.toLowerCase()))
  if (both !== undefined) throw invalid(`the ends ${of} to have no word in common`, both, 'Leave it at one end.')
  if (!(typeof baseline === 'number' && baseline >= -1 && baseline <= 1))
    throw invalid(
      `baseline ${of} to be a number in [-1, 1]`,
      baseline,
      'Give the mean bias of the corpus, or leave it out for 0.',
    )
  return axis
}

function invalid(expected: string, got: unknown, remedy: string): FramingError {
  return new FramingError('invalid-argument', `Expected ${expected}, got ${describeValue(got)}. ${remedy}`)
}

/** What a word counts, by its form and its base form; undefined for a word that is not read. */
type WordReader = (form: string, base: string) => number | undefined

function readByWords({ low, high }: Axis): WordReader {
  const ends = new Map<string, number>()
  for (const [words, value] of [[low, -1] as const, [high, 1] as const]) {
    // A word as given comes before an inflection that another word may share with it.
    for (const word of words) ends.set(word.toLowerCase(), value)
    for (const word of words) for (const form of inflect(word.toLowerCase())) if (!ends.has(form)) ends.set(form, value)
  }
  return (form, base) => ends.get(form) ?? ends.get(base) ?? 0
}

function readByVectors(axis: Axis, vectors: VectorTable): WordReader {
  const low = averageWords(axis, 'low', vectors)
  const direction = averageWords(axis, 'high', vectors).map((value, d) => value - (low[d] as number))
  if (direction.every((value) => value === 0)) {
    throw new FramingError(
      'invalid-vectors',
      `Expected the ends of axis ${describeValue(axis.id)} to have different vectors, got the same. Give words that differ in meaning.`,
    )
  }
  const known = new Map<string, number | undefined>()
  return (form, base) => {
    const word = vectors.rows.has(base) ? base : form
    if (known.has(word)) return known.get(word)
    const row = vectors.rows.get(word)
    const value = row === undefined ? undefined : roundScore(measureCosine(vectors, row, direction))
    known.set(word, value)
    return value
  }
}

/** Mean vector of the words of an end that have one. */
function averageWords(axis: Axis, end: 'low' | 'high', { rows, values, dimensions }: VectorTable): number[] {
  const found = axis[end].flatMap((word) => rows.get(word) ?? rows.get(word.toLowerCase()) ?? [])
  if (found.length === 0) {
    throw new FramingError(
      'invalid-vectors',
      `Expected a vector for a word of the ${end} end of axis ${describeValue(axis.id)}, got none for ${axis[end].length} words. Use words that the vectors list.`,
    )
  }
  return Array.from(
    { length: dimensions },
    (_, d) => found.reduce((sum, row) => sum + (values[row * dimensions + d] as number), 0) / found.length,
  )
}

function measureCosine({ values, dimensions }: VectorTable, row: number, direction: readonly number[]): number {
  let [product, square, length] = [0, 0, 0]
  for (let d = 0; d < dimensions; d++) {
    const a = values[row * dimensions + d] as number
    const b = direction[d] as number
    product += a * b
    square += a * a
    length += b * b
  }
  return square === 0 ? 0 : Math.max(-1, Math.min(1, product / Math.sqrt(square * length)))
}
