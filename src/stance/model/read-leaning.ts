import type { StanceModel } from './stance-model.js'
import { CONTENT, FIRST_WORD, NAME, PUNCTUATION, type WordColumns } from './word-columns.js'

/** Sums of valence that the model weighs, each for favorable and unfavorable words. */
export const LEANING_SUMS = 10
const NEGATED_VALENCE = -0.6
const NEGATED_WORD = -0.5
const LEAST_VALENCE = 0.03
const STRONG_VALENCE = 0.3
const CLOSING = 7 // tokens at the end of a text, where its point often stands
const BOOSTED = 1.3
const BOOSTERS = new Set('very highly deeply extremely so too particularly especially most more truly really'.split(' '))

/** Visits each token that says something of the leaning of its text, with the sums it belongs to as bits. */
export function visitLeaning(
  { length, word, kind, negated, quoted }: WordColumns,
  lower: readonly string[],
  valence: Float32Array,
  visit: (token: number, word: number, share: number, valence: number, sums: number) => void,
): void {
  for (let i = 0; i < length; i++) {
    const number = word[i] as number
    if (number < FIRST_WORD || kind[i] === NAME) continue
    if (kind[i] === PUNCTUATION) {
      visit(i, number, 1, 0, 0)
      continue
    }
    const denied = negated[i] === 1
    let own = valence[number] as number
    if (Math.abs(own) < LEAST_VALENCE) own = 0
    else {
      if (denied) own *= NEGATED_VALENCE
      if (i > 0 && BOOSTERS.has(lower[i - 1] as string)) own *= BOOSTED
    }
    const side = own > 0 ? 0 : 1
    let sums = 0
    if (own !== 0) {
      sums = 1 << side
      if (Math.abs(own) > STRONG_VALENCE) sums |= 1 << (2 + side)
      if (i >= length - CLOSING) sums |= 1 << (4 + side)
      if (quoted[i] === 1) sums |= 1 << (6 + side)
      if (denied) sums |= 1 << (8 + side)
    }
    visit(i, number, denied ? NEGATED_WORD : 1, own, sums)
  }
}

/**
 * How much a text takes sides at all, in standard deviations from the usual: its words summed up, denied ones turned. News is below 0,
 * argument above.
 */
export function readSidedness({ table, sidednessBias }: StanceModel, columns: WordColumns, lower: readonly string[]): number {
  let sum = 0
  visitLeaning(columns, lower, table.valence, (_, word, share) => {
    sum += (table.sidedness[word] as number) * share
  })
  return sidednessBias + sum / leaningDivisor(columns)
}

const USUAL_NEUTRALITY = 1 // logits
const NEUTRALITY_RANGE = 1.2 // of its logarithm, between texts that do nothing but take sides and texts that tell nothing but news

/**
 * Logits for neutral of a text of this sidedness, in (0.30, 3.33). Source: this library; chosen in five folds, where a wider range
 * labels paragraphs better and orders editorial sentences worse.
 */
export function neutralityOf(sidedness: number): number {
  return USUAL_NEUTRALITY * Math.exp(-NEUTRALITY_RANGE * Math.tanh(sidedness / 2))
}

/** What everything in a text is divided by: the root of its number of content words, and one more. */
export function leaningDivisor({ length, kind }: WordColumns): number {
  let content = 1
  for (let i = 0; i < length; i++) if (kind[i] === CONTENT) content++
  return Math.sqrt(content)
}

/** What each token adds to the leaning of its text, written over `into` where that is long enough: negative for criticism. */
export function readLeaning(
  model: StanceModel,
  columns: WordColumns,
  lower: readonly string[],
  into: Float64Array,
): Float64Array {
  const { table, leaningSums } = model
  const added = into.length < columns.length ? new Float64Array(columns.length) : into.fill(0, 0, columns.length)
  const divisor = leaningDivisor(columns)
  visitLeaning(columns, lower, table.valence, (token, word, share, valence, sums) => {
    let sum = (table.leaning[word] as number) * share
    for (let left = sums; left !== 0; left &= left - 1) sum += valence * (leaningSums[31 - Math.clz32(left & -left)] as number)
    added[token] = sum / divisor
  })
  return added
}
