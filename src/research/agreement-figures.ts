import { FramingError } from '../error.js'
import { openTally, type Tally } from './bootstrap.js'
import type { Coding } from './coding.js'
import type { CodingTable } from './coding-table.js'
import { numberOf } from './value.js'

/** What the values of a variable are: names, an order, distances, or distances with a true zero. */
export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/** Sums kept of each category. Coincidences are Krippendorff's: each pair of a unit counts 1 / (codings − 1). */
const CATEGORY = {
  same: 0, // coincidences of the category with itself
  paired: 1, // its codings in units with two codings or more
  sameOfUnit: 2, // pairs of it with itself, of all pairs of the unit
  shareOfUnit: 3, // its share of the unit's codings, in units with two or more
  share: 4, // its share of the unit's codings, in all units
  both: 5, // units that the two coders both gave it; used where there are two coders
  first: 6, // … that the first gave it
  second: 7, // … that the second gave it
} as const
const WIDTH = Object.keys(CATEGORY).length

/** Sums kept of all categories together. */
const SCALARS = { units: 0, pairable: 1, distance: 2, overlap: 3 } as const
const FIRST = Object.keys(SCALARS).length

const MOST_CATEGORIES = 50 // of which figures of their own are made; a variable with more is a number
const MOST_RATIO_VALUES = 2000 // each value meets each other one

/** What agreement is computed from. */
export interface AgreementSums {
  readonly tally: Tally
  /** Figures in order: percent, kappa, alpha and AC1 of the variable, then the same four of each category. */
  readonly figures: number
  readonly categories: readonly string[]
  readonly measure: (sums: Float64Array, figures: Float64Array) => void
  /** Units with two codings or more. */
  readonly pairable: number
}

/** The order of the figures of a variable and of each category. */
export const FIGURES = ['percent', 'kappa', 'alpha', 'ac1'] as const

/**
 * Sums up what two or more coders say, by document, and tells how agreement is computed from the sums.
 *
 * Sources: Krippendorff (2019), *Content Analysis*, 4th edition, chapter 12; Cohen (1960), *Educational and Psychological Measurement*
 * 20, 37–46; Gwet (2008), *British Journal of Mathematical and Statistical Psychology* 61, 29–48, and for missing values Gwet (2014).
 *
 * @throws {FramingError} `invalid-coding` where a level of numbers meets a value that is none, `invalid-argument` where an order is missing.
 */
export function sumAgreement(
  table: CodingTable,
  level: Level,
  order: readonly string[] | undefined,
  seed: number,
): AgreementSums {
  const { units, starts, category, document, documents, coders } = table
  const { ranked, numbers } = rankCategories(table, level, order)
  const size = ranked.length
  const rank = new Uint32Array(size)
  ranked.forEach((c, at) => {
    rank[c] = at
  })
  const pairs = level === 'ordinal' ? new Map<number, number>() : null // of two categories to a place
  const atPairs = FIRST + size * WIDTH
  if (pairs) numberPairs(table, rank, pairs)
  const tally = openTally(atPairs + (pairs?.size ?? 0), documents, seed)
  const place = (c: number, field: number): number => FIRST + c * WIDTH + field
  const distance = level === 'ratio' ? ratioDistance : squaredDifference
  const counts = new Float64Array(size)
  let pairable = 0
  for (let u = 0; u < units.length; u++) {
    const from = starts[u] as number
    const to = starts[u + 1] as number
    const codings = to - from
    const doc = document[u] as number
    tally.add(doc, SCALARS.units, 1)
    const found: number[] = []
    for (let i = from; i < to; i++) {
      const c = rank[category[i] as number] as number
      if (counts[c] === 0) found.push(c)
      counts[c] = (counts[c] as number) + 1
    }
    for (const c of found) tally.add(doc, place(c, CATEGORY.share), (counts[c] as number) / codings)
    if (codings > 1) {
      pairable++
      tally.add(doc, SCALARS.pairable, 1)
      let apart = 0
      for (const c of found) {
        const count = counts[c] as number
        tally.add(doc, place(c, CATEGORY.paired), count)
        tally.add(doc, place(c, CATEGORY.shareOfUnit), count / codings)
        if (count > 1) {
          tally.add(doc, place(c, CATEGORY.same), (count * (count - 1)) / (codings - 1))
          tally.add(doc, place(c, CATEGORY.sameOfUnit), (count * (count - 1)) / (codings * (codings - 1)))
        }
        for (const k of found) {
          if (k <= c) continue
          const weight = (2 * count * (counts[k] as number)) / (codings - 1)
          if (pairs) tally.add(doc, atPairs + (pairs.get(c * size + k) as number), weight)
          else if (numbers) apart += weight * distance(numbers[c] as number, numbers[k] as number)
        }
      }
      if (apart > 0) tally.add(doc, SCALARS.distance, apart)
      if (coders.length === 2) {
        const first = rank[category[from] as number] as number
        const second = rank[category[from + 1] as number] as number
        tally.add(doc, SCALARS.overlap, 1)
        tally.add(doc, place(first, CATEGORY.first), 1)
        tally.add(doc, place(second, CATEGORY.second), 1)
        if (first === second) tally.add(doc, place(first, CATEGORY.both), 1)
      }
    }
    for (const c of found) counts[c] = 0
  }
  const own = level !== 'interval' && level !== 'ratio' && size >= 2 && size <= MOST_CATEGORIES ? size : 0
  const pairList = pairs === null ? null : [...pairs.keys()].map((key) => [Math.floor(key / size), key % size] as const)
  const ranks = new Float64Array(size)
  const measure = (sums: Float64Array, figures: Float64Array): void => {
    const all = wholeFigures(sums, size)
    const { paired } = all
    let observed = 0
    let expected = 0
    if (level === 'nominal') {
      observed = paired - all.same
      expected = paired * paired - all.squares
    } else if (level === 'ratio') {
      observed = sums[SCALARS.distance] as number
      expected = expectRatio(sums, numbers as Float64Array)
    } else {
      const at = level === 'ordinal' ? midRanks(sums, ranks) : (numbers as Float64Array)
      expected = expectDistance(sums, at, paired)
      observed = sums[SCALARS.distance] as number
      pairList?.forEach(([c, k], p) => {
        const weight = sums[atPairs + p] as number
        if (weight > 0) observed += weight * squaredDifference(at[c] as number, at[k] as number)
      })
    }
    figures[0] = all.pairable > 0 ? all.percent : Number.NaN
    figures[1] = coders.length === 2 ? all.kappa : Number.NaN
    figures[2] = expected > 0 ? 1 - ((paired - 1) * observed) / expected : Number.NaN
    figures[3] = all.pairable > 0 && size > 1 ? chanceCorrect(all.percent, all.spread / (size - 1)) : Number.NaN
    for (let c = 0; c < own; c++) {
      const base = FIGURES.length * (c + 1)
      categoryFigures(sums, c, coders.length === 2, paired, figures, base)
    }
  }
  return {
    tally,
    figures: FIGURES.length * (own + 1),
    categories: own === 0 ? [] : ranked.map((c) => table.categories[c] as string),
    measure,
    pairable,
  }
}

/** Categories in the order that they are shown in and ranked by, with their numbers where the level has distances. */
function rankCategories(
  { variable, categories, values }: CodingTable,
  level: Level,
  order: readonly string[] | undefined,
): { readonly ranked: readonly number[]; readonly numbers: Float64Array | null } {
  const all = categories.map((_, c) => c)
  const coding = { unit: 'a unit', coder: 'a coder', variable } as Coding
  if (level === 'interval' || level === 'ratio') {
    const number = values.map((value) => numberOf(value, coding))
    const ranked = all.sort((a, b) => (number[a] as number) - (number[b] as number))
    if (level === 'ratio' && ranked.length > MOST_RATIO_VALUES) {
      throw new FramingError(
        'invalid-argument',
        `Expected at most ${MOST_RATIO_VALUES} different values of ${variable} for the level ratio, got ${ranked.length}. Round them, or take interval.`,
      )
    }
    const middle = level === 'ratio' ? 0 : (number.reduce((sum, each) => sum + each, 0) || 0) / Math.max(1, number.length)
    return { ranked, numbers: Float64Array.from(ranked, (c) => (number[c] as number) - middle) }
  }
  const isNumeric = values.every((value) => value !== '' && Number.isFinite(Number(value)))
  if (order !== undefined) {
    const unknown = categories.find((category) => !order.includes(category))
    if (unknown === undefined)
      return {
        ranked: all.sort((a, b) => order.indexOf(categories[a] as string) - order.indexOf(categories[b] as string)),
        numbers: null,
      }
    throw new FramingError(
      'invalid-argument',
      `Expected order to name every value of ${variable}, got none for "${unknown}". It has ${order.join(', ')}.`,
    )
  }
  if (isNumeric) return { ranked: all.sort((a, b) => Number(values[a]) - Number(values[b])), numbers: null }
  if (level === 'ordinal') {
    throw new FramingError(
      'invalid-argument',
      `Expected an order for the values of ${variable}, got none: ${categories.slice(0, 5).join(', ')}. Give order: ['low', 'middle', 'high'], or code numbers.`,
    )
  }
  return { ranked: all.sort((a, b) => ((categories[a] as string) < (categories[b] as string) ? -1 : 1)), numbers: null }
}

/** Gives a place to every pair of different categories that a unit has. */
function numberPairs({ units, starts, category }: CodingTable, rank: Uint32Array, pairs: Map<number, number>): void {
  for (let u = 0; u < units.length; u++) {
    const to = starts[u + 1] as number
    for (let i = starts[u] as number; i < to; i++) {
      for (let j = i + 1; j < to; j++) {
        const a = rank[category[i] as number] as number
        const b = rank[category[j] as number] as number
        const key = Math.min(a, b) * rank.length + Math.max(a, b)
        if (a !== b && !pairs.has(key)) pairs.set(key, pairs.size)
      }
    }
  }
}

const squaredDifference = (a: number, b: number): number => (a - b) * (a - b)
const ratioDistance = (a: number, b: number): number => (a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2)
const sumOf = (sums: Float64Array, c: number, field: number): number => sums[FIRST + c * WIDTH + field] as number

/** Agreement beyond what chance gives. */
function chanceCorrect(observed: number, expected: number): number {
  return expected === 1 ? Number.NaN : (observed - expected) / (1 - expected)
}

/** Sums over all categories. */
function wholeFigures(sums: Float64Array, size: number) {
  const units = sums[SCALARS.units] as number
  const pairable = sums[SCALARS.pairable] as number
  const overlap = sums[SCALARS.overlap] as number
  let [paired, same, squares, agreed, spread, both, byChance] = [0, 0, 0, 0, 0, 0, 0]
  for (let c = 0; c < size; c++) {
    const count = sumOf(sums, c, CATEGORY.paired)
    const share = sumOf(sums, c, CATEGORY.share) / units
    paired += count
    squares += count * count
    same += sumOf(sums, c, CATEGORY.same)
    agreed += sumOf(sums, c, CATEGORY.sameOfUnit)
    spread += share * (1 - share)
    both += sumOf(sums, c, CATEGORY.both)
    byChance += sumOf(sums, c, CATEGORY.first) * sumOf(sums, c, CATEGORY.second)
  }
  const kappa = overlap === 0 ? Number.NaN : chanceCorrect(both / overlap, byChance / (overlap * overlap))
  return { pairable, paired, same, squares, percent: agreed / pairable, spread, kappa }
}

/** One category against all others. */
function categoryFigures(
  sums: Float64Array,
  c: number,
  areTwo: boolean,
  paired: number,
  figures: Float64Array,
  at: number,
): void {
  const pairable = sums[SCALARS.pairable] as number
  if (pairable === 0) return
  const percent = (pairable - 2 * sumOf(sums, c, CATEGORY.shareOfUnit) + 2 * sumOf(sums, c, CATEGORY.sameOfUnit)) / pairable
  figures[at] = percent
  const overlap = sums[SCALARS.overlap] as number
  if (areTwo && overlap > 0) {
    const [both, first, second] = [CATEGORY.both, CATEGORY.first, CATEGORY.second].map(
      (field) => sumOf(sums, c, field) / overlap,
    ) as [number, number, number]
    figures[at + 1] = chanceCorrect(1 - first - second + 2 * both, first * second + (1 - first) * (1 - second))
  }
  const count = sumOf(sums, c, CATEGORY.paired)
  const others = paired - count
  if (count > 0 && others > 0) figures[at + 2] = 1 - ((paired - 1) * (count - sumOf(sums, c, CATEGORY.same))) / (count * others)
  const share = sumOf(sums, c, CATEGORY.share) / (sums[SCALARS.units] as number)
  figures[at + 3] = chanceCorrect(percent, 2 * share * (1 - share))
}

/** The middle of the ranks that each category's codings take, around the middle of all. */
function midRanks(sums: Float64Array, ranks: Float64Array): Float64Array {
  let below = 0
  for (let c = 0; c < ranks.length; c++) {
    const count = sumOf(sums, c, CATEGORY.paired)
    ranks[c] = below + count / 2
    below += count
  }
  for (let c = 0; c < ranks.length; c++) ranks[c] = (ranks[c] as number) - below / 2
  return ranks
}

/** Squared distances between all codings, paired at random. */
function expectDistance(sums: Float64Array, at: Float64Array, paired: number): number {
  let [once, twice] = [0, 0]
  for (let c = 0; c < at.length; c++) {
    const count = sumOf(sums, c, CATEGORY.paired)
    const value = at[c] as number
    once += count * value
    twice += count * value * value
  }
  return 2 * (paired * twice - once * once)
}

function expectRatio(sums: Float64Array, numbers: Float64Array): number {
  let expected = 0
  for (let c = 0; c < numbers.length; c++) {
    const count = sumOf(sums, c, CATEGORY.paired)
    if (count === 0) continue
    for (let k = c + 1; k < numbers.length; k++) {
      expected += 2 * count * sumOf(sums, k, CATEGORY.paired) * ratioDistance(numbers[c] as number, numbers[k] as number)
    }
  }
  return expected
}
