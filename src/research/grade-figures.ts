import { estimateRate } from '../compare/index.js'
import { type Estimate, estimateAround, NO_ESTIMATE } from './estimate.js'

/** Units of a thing that is there or not, each with its graded score. */
export interface GradedUnits {
  /** Scores in [0, 1]. */
  readonly grades: Float64Array
  /** 1 where the gold coding says that it is there, else 0. */
  readonly truths: Uint8Array
  readonly weights: Float64Array
  /** Number of the document of each unit. */
  readonly documents: Uint32Array
}

/** Units whose scores lie in one tenth. */
export interface CalibrationBin {
  readonly low: number
  readonly high: number
  readonly units: number
  /** Mean score of the units. */
  readonly score: number
  /** Share of the units in which it is there, with the interval of Wilson (1927) by the number of units. */
  readonly observed: number
  readonly observedLow: number
  readonly observedHigh: number
}

/** How far scores are the shares that they claim to be. */
export interface Calibration {
  /** Expected calibration error: the distance between score and share, averaged over units; 0 to 1. */
  readonly error: number
  /** Mean squared distance of score and truth; 0 to 1. */
  readonly brier: number
  /** Tenths of the scores that have units, from low to high. */
  readonly curve: readonly CalibrationBin[]
}

/** What a user wants of a threshold: at least this recall, at least this precision, the best F-beta, or the least cost of errors. */
export type TradeOff =
  | { readonly recall: number }
  | { readonly precision: number }
  | { readonly beta: number }
  | { readonly falsePositive: number; readonly falseNegative: number }

/** The threshold that a trade-off asks for: what is scored so or higher counts as there. */
export interface Threshold {
  readonly value: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

const BINS = 10

/**
 * Area under the ROC curve: the chance that a unit with it has a higher score than one without, ties counted half.
 *
 * The interval is that of DeLong, DeLong & Clarke-Pearson (1988), *Biometrics* 44, 837–845, with the documents as clusters (Obuchowski
 * 1997, *Biometrics* 53, 567–578).
 */
export function measureAuc({ grades, truths, weights, documents }: GradedUnits, documentCount: number, reach: number): Estimate {
  const order = orderDescending(grades)
  let [positive, negative] = [0, 0]
  for (let i = 0; i < grades.length; i++) {
    if (truths[i]) positive += weights[i] as number
    else negative += weights[i] as number
  }
  if (positive === 0 || negative === 0) return NO_ESTIMATE
  // For each unit the share of the other side that it is ranked right against.
  const right = new Float64Array(grades.length)
  let [above, below] = [0, negative] // weight of positives above, of negatives below
  let wins = 0
  for (let from = 0; from < order.length; ) {
    let to = from
    let [here, there] = [0, 0]
    for (; to < order.length && grades[order[to] as number] === grades[order[from] as number]; to++) {
      const i = order[to] as number
      if (truths[i]) here += weights[i] as number
      else there += weights[i] as number
    }
    below -= there
    for (; from < to; from++) {
      const i = order[from] as number
      right[i] = truths[i] ? (below + there / 2) / negative : (above + here / 2) / positive
      if (truths[i]) wins += (weights[i] as number) * (right[i] as number)
    }
    above += here
  }
  const area = wins / positive
  const pulls = new Float64Array(documentCount)
  for (let i = 0; i < grades.length; i++) {
    const d = documents[i] as number
    pulls[d] = (pulls[d] as number) + ((weights[i] as number) * ((right[i] as number) - area)) / (truths[i] ? positive : negative)
  }
  const variance = pulls.reduce((sum, pull) => sum + pull * pull, 0)
  return estimateAround(area, Math.sqrt(variance), reach * Math.sqrt(variance), [0, 1])
}

function orderDescending(grades: Float64Array): Uint32Array {
  return Uint32Array.from(grades, (_, i) => i).sort((a, b) => (grades[b] as number) - (grades[a] as number))
}

/**
 * Compares scores with the shares observed at them, in tenths of equal width.
 *
 * Source: Naeini, Cooper & Hauskrecht (2015), *AAAI*; the Brier score, Brier (1950), *Monthly Weather Review* 78, 1–3.
 */
export function measureCalibration({ grades, truths, weights }: GradedUnits): Calibration {
  const bins = Array.from({ length: BINS }, () => ({ units: 0, there: 0, weight: 0, scores: 0, truths: 0 }))
  let [all, squares] = [0, 0]
  for (let i = 0; i < grades.length; i++) {
    const [grade, truth, weight] = [grades[i] as number, truths[i] as number, weights[i] as number]
    const bin = bins[binOf(grade)] as (typeof bins)[number]
    bin.units++
    bin.there += truth
    bin.weight += weight
    bin.scores += weight * grade
    bin.truths += weight * truth
    all += weight
    squares += weight * (grade - truth) ** 2
  }
  let error = 0
  const curve = bins.flatMap(({ units, there, weight, scores, truths: told }, b): CalibrationBin[] => {
    if (units === 0) return []
    const [score, observed] = [scores / weight, told / weight]
    error += (weight / all) * Math.abs(score - observed)
    const { low, high } = estimateRate(there, units)
    return [{ low: b / BINS, high: (b + 1) / BINS, units, score, observed, observedLow: low, observedHigh: high }]
  })
  return { error, brier: squares / all, curve }
}

/** The tenth that a score lies in; one on a border belongs to the lower, as with scikit-learn's calibration_curve. */
function binOf(grade: number): number {
  let bin = 0
  while (bin < BINS - 1 && grade > (bin + 1) / BINS) bin++
  return bin
}

/** The threshold among the scores that a trade-off asks for; null where none fulfills it. It is chosen on the sample, so its figures flatter. */
export function chooseThreshold({ grades, truths, weights }: GradedUnits, tradeOff: TradeOff): Threshold | null {
  const order = orderDescending(grades)
  const positive = grades.reduce((sum, _, i) => sum + (truths[i] as number) * (weights[i] as number), 0)
  if (positive === 0) return null
  let best: { readonly threshold: Threshold; readonly merit: number } | null = null
  let [hits, chosen] = [0, 0]
  for (let from = 0; from < order.length; ) {
    const value = grades[order[from] as number] as number
    for (; from < order.length && grades[order[from] as number] === value; from++) {
      const i = order[from] as number
      chosen += weights[i] as number
      hits += (truths[i] as number) * (weights[i] as number)
    }
    const [precision, recall] = [hits / chosen, hits / positive]
    const merit = meritOf({ precision, recall, falsePositives: chosen - hits, falseNegatives: positive - hits }, tradeOff)
    if (merit === null || (best !== null && merit <= best.merit)) continue
    best = { threshold: { value, precision, recall, f1: (2 * hits) / (chosen + positive) }, merit }
  }
  return best?.threshold ?? null
}

interface Errors {
  readonly precision: number
  readonly recall: number
  readonly falsePositives: number
  readonly falseNegatives: number
}

function meritOf({ precision, recall, falsePositives, falseNegatives }: Errors, tradeOff: TradeOff): number | null {
  if ('recall' in tradeOff) return recall >= tradeOff.recall ? precision : null
  if ('precision' in tradeOff) return precision >= tradeOff.precision ? recall : null
  if ('beta' in tradeOff) {
    const square = tradeOff.beta ** 2
    return precision + recall === 0 ? 0 : ((1 + square) * precision * recall) / (square * precision + recall)
  }
  return -(tradeOff.falsePositive * falsePositives + tradeOff.falseNegative * falseNegatives)
}
