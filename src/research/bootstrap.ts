import { quantileSorted, sampleStandardDeviation } from 'simple-statistics'
import { describeValue, FramingError } from '../error.js'
import { createChance } from './chance.js'
import { decimalsOf, type Estimate, NO_ESTIMATE } from './estimate.js'

/** How intervals are made by drawing documents again. */
export interface BootstrapOptions {
  /** Draws of documents with replacement; 1,000 where it is left out, 0 for no intervals. */
  readonly draws?: number
  /** 1 where it is left out. */
  readonly seed?: number
  /** Share of samples whose interval shall hold the true figure; 0.95 where it is left out. */
  readonly confidence?: number
}

export const DEFAULT_DRAWS = 1000
export const DEFAULT_SEED = 1

/**
 * Documents beyond which they are put into that many groups by chance, and the groups are drawn: the variance between random groups
 * estimates the same, and a million units cost what five thousand do.
 *
 * Source: Wolter (2007), *Introduction to Variance Estimation*, chapter 2, the method of random groups.
 */
const MOST_GROUPS = 5000

/** Sums that each document adds to: what is computed from the sums of all is computed from those of every draw. */
export interface Tally {
  add(document: number, index: number, amount: number): void
  /** Sums over all documents, then over each draw; the array is the same one each time. */
  sums(): Float64Array
  draw(draws: number, seed: number, visit: (sums: Float64Array) => void): void
}

/**
 * Opens sums of a fixed number, kept apart by document.
 *
 * @param size - how many sums there are
 * @param documents - how many documents there are
 * @param seed - puts documents into groups where they are many
 */
export function openTally(size: number, documents: number, seed: number): Tally {
  const groups = Math.min(documents, MOST_GROUPS)
  const chance = createChance(seed)
  const groupOf = documents <= MOST_GROUPS ? null : Uint32Array.from({ length: documents }, () => chance.below(groups))
  const parts: Map<number, number>[] = Array.from({ length: groups }, () => new Map())
  const total = new Float64Array(size)
  return {
    add(document, index, amount) {
      const part = parts[groupOf === null ? document : (groupOf[document] as number)] as Map<number, number>
      part.set(index, (part.get(index) ?? 0) + amount)
      total[index] = (total[index] as number) + amount
    },
    sums: () => total,
    draw(draws, drawSeed, visit) {
      const starts = new Uint32Array(groups + 1)
      parts.forEach((part, g) => {
        starts[g + 1] = (starts[g] as number) + part.size
      })
      const indexes = new Uint32Array(starts[groups] as number)
      const amounts = new Float64Array(starts[groups] as number)
      parts.forEach((part, g) => {
        let at = starts[g] as number
        for (const [index, amount] of part) {
          indexes[at] = index
          amounts[at++] = amount
        }
      })
      const again = createChance(drawSeed)
      const sums = new Float64Array(size)
      for (let draw = 0; draw < draws; draw++) {
        sums.fill(0)
        for (let i = 0; i < groups; i++) {
          const g = again.below(groups)
          const end = starts[g + 1] as number
          for (let at = starts[g] as number; at < end; at++) {
            const index = indexes[at] as number
            sums[index] = (sums[index] as number) + (amounts[at] as number)
          }
        }
        visit(sums)
      }
    },
  }
}

/**
 * Figures of all documents with percentile intervals over draws of documents.
 *
 * Draws that a figure cannot be told from (such as one category only) are left out of its interval.
 *
 * @param measure - writes each figure into its place; NaN where the sums do not say
 * @returns one estimate a figure; without an interval where there are no draws or one document
 */
export function bootstrapFigures(
  tally: Tally,
  figures: number,
  documents: number,
  measure: (sums: Float64Array, figures: Float64Array) => void,
  { draws, seed, confidence }: Required<BootstrapOptions>,
): Estimate[] {
  const own = new Float64Array(figures).fill(Number.NaN)
  measure(tally.sums(), own)
  const drawn = Array.from({ length: figures }, () => new Float64Array(documents > 1 ? draws : 0))
  if (documents > 1) {
    let at = 0
    const again = new Float64Array(figures)
    tally.draw(draws, seed, (sums) => {
      again.fill(Number.NaN)
      measure(sums, again)
      for (let f = 0; f < figures; f++) (drawn[f] as Float64Array)[at] = again[f] as number
      at++
    })
  }
  return drawn.map((all, f) => {
    const estimate = own[f] as number
    if (Number.isNaN(estimate)) return NO_ESTIMATE
    const told = [...all].filter((figure) => !Number.isNaN(figure)).sort((a, b) => a - b)
    if (told.length < 2) return { estimate, low: null, high: null, standardError: null, decimals: 2 }
    const standardError = sampleStandardDeviation(told)
    const tail = (1 - confidence) / 2
    return {
      estimate,
      low: quantileSorted(told, tail),
      high: quantileSorted(told, 1 - tail),
      standardError,
      decimals: decimalsOf(standardError),
    }
  })
}

/** @throws {FramingError} `invalid-argument` unless it is a whole number of 0 or more. */
export function checkDraws(draws: number = DEFAULT_DRAWS): number {
  if (Number.isSafeInteger(draws) && draws >= 0) return draws
  throw new FramingError(
    'invalid-argument',
    `Expected draws to be a whole number, got ${describeValue(draws)}. Leave it out for 1,000.`,
  )
}
