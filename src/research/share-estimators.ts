import { type Estimate, estimateAround, NO_ESTIMATE, normalReach, studentReach } from './estimate.js'

/** The units of one group of an archive, for one category. */
export interface GroupUnits {
  /** Score of each unit: 1 or 0, or a probability. */
  readonly scores: Float64Array
  /** Number of the document of each unit. */
  readonly documents: Uint32Array
  /** Which of the units are coded. */
  readonly coded: Uint32Array
  /** What was coded, beside `coded`: 1 or 0, or a number. */
  readonly truths: Float64Array
  /** How many units each coded one stands for, beside `coded`; only their proportions count where `drawn` says so. */
  readonly weights: Float64Array
  /** Share of the units of a kind that was drawn, beside `coded`; 0 where it is not known. */
  readonly drawn: Float64Array
  /** Number of the stratum that each coded unit was drawn from. */
  readonly strata: Uint32Array
  /** Whether all coded units stand for as many. */
  readonly isEven: boolean
}

/** An estimate with what each document moves it by: two groups of one archive share documents, so a contrast needs them. */
export interface ClusteredEstimate {
  readonly estimate: Estimate
  readonly pulls: ReadonlyMap<number, number>
  readonly freedom: number
}

/** A share cannot leave 0 and 1; a mean of numbers knows no borders. */
type Range = readonly [number, number]

/**
 * The mean of the scores over all units, plus the weighted mean of what the coded units differ by: unbiased however bad the scores are,
 * since only the drawing of the sample is trusted.
 *
 * Weights are scaled to sum up to the group (Hájek), which for simple and stratified samples changes nothing. The variance is that of the
 * differences around their mean, within strata, between documents, for a sample without replacement, with Student's t on the number of
 * documents. Where all differences are equal, the interval is the rule of three (Hanley & Lippman-Hand 1983, *JAMA* 249, 1743–1745).
 *
 * Sources: Särndal, Swensson & Wretman (1992), *Model Assisted Survey Sampling*, chapters 5 and 6; Egami, Hinck, Stewart & Wei (2023),
 * *Using imperfect surrogates for downstream inference*, NeurIPS.
 *
 * @param useScores - false for the share of the coded units alone
 */
export function estimateByDesign(units: GroupUnits, confidence: number, range: Range, useScores = true): ClusteredEstimate {
  const { scores, coded, truths, weights, drawn } = units
  if (coded.length === 0) return { estimate: NO_ESTIMATE, pulls: new Map(), freedom: 0 }
  const differences = truths.map((truth, k) => truth - (useScores ? (scores[coded[k] as number] as number) : 0))
  const total = sum(weights)
  let weighed = 0
  for (let k = 0; k < coded.length; k++) weighed += (weights[k] as number) * (differences[k] as number)
  const correction = weighed / total
  const estimate = (useScores ? sum(scores) / scores.length : 0) + correction
  const own = Float64Array.from(differences, (difference, k) => ((weights[k] as number) * (difference - correction)) / total)
  const { pulls, freedom } = pullByDocument(own, units)
  let variance = 0
  for (const pull of pulls.values()) variance += pull * pull
  const isWhole = drawn.every((share) => share === 1)
  if (coded.length < 2 && !isWhole) return { estimate: { ...NO_ESTIMATE, estimate }, pulls, freedom }
  const isFlat = differences.every((difference) => Math.abs(difference - (differences[0] as number)) < 1e-12)
  if (isFlat && !isWhole) return { estimate: aroundByThree(estimate, coded.length, range), pulls, freedom }
  const error = Math.sqrt(variance)
  return {
    estimate: estimateAround(estimate, error, error === 0 ? 0 : error * studentReach(confidence, Math.max(1, freedom)), range),
    pulls,
    freedom,
  }
}

/** What each document moves a weighted mean by, within strata, in a sample without replacement. */
function pullByDocument(
  own: Float64Array,
  { coded, documents, strata, drawn }: GroupUnits,
): { readonly pulls: Map<number, number>; readonly freedom: number } {
  const byStratum = new Map<number, number[]>()
  strata.forEach((stratum, k) => {
    const members = byStratum.get(stratum)
    if (members) members.push(k)
    else byStratum.set(stratum, [k])
  })
  const pulls = new Map<number, number>()
  let freedom = 0
  for (const members of byStratum.values()) {
    let mean = 0
    for (const k of members) mean += (own[k] as number) / members.length
    const byDocument = new Map<number, number>()
    for (const k of members) {
      const document = documents[coded[k] as number] as number
      const pull = ((own[k] as number) - mean) * Math.sqrt(1 - (drawn[k] as number))
      byDocument.set(document, (byDocument.get(document) ?? 0) + pull)
    }
    const count = byDocument.size
    freedom += count - 1
    const factor = count > 1 ? Math.sqrt(count / (count - 1)) : 1
    for (const [document, pull] of byDocument) pulls.set(document, (pulls.get(document) ?? 0) + pull * factor)
  }
  return { pulls, freedom }
}

const THREE = 3 // of the rule of three: none in n leaves up to 3 / n, in 95 of 100 samples

function aroundByThree(estimate: number, coded: number, range: Range): Estimate {
  const reach = Math.min(1, THREE / coded)
  return estimateAround(estimate, reach / 2, reach, range)
}

/** A prediction-powered estimate with how far it trusts the scores. */
export interface PoweredEstimate {
  readonly estimate: Estimate
  /** From 0 (the coded units alone) to 1 (all that the scores say); null where nothing is coded. */
  readonly lambda: number | null
  /** Coded units that the coded ones are worth more than by themselves. */
  readonly savedUnits: number | null
}

/**
 * Power-tuned prediction-powered inference: trusts the scores as far as they help, at worst not at all.
 *
 * Where every unit stands for as many and documents have one coded unit each, this is `ppi_mean_ci` of ppi_py digit by digit. Units of one
 * document are alike, so their deviations are summed before they are squared; then Student's t takes the place of the normal distribution.
 * A sample with unequal inclusion probabilities has the design-based interval, with scores of that power.
 *
 * Source: Angelopoulos, Duchi & Zrnic (2023), *PPI++: Efficient prediction-powered inference*, arXiv:2311.01453.
 */
export function estimateByPower(units: GroupUnits, confidence: number, range: Range): PoweredEstimate {
  const { scores, coded, truths, isEven } = units
  const n = coded.length
  if (n === 0) return { estimate: NO_ESTIMATE, lambda: null, savedUnits: null }
  const isCoded = new Uint8Array(scores.length)
  for (const i of coded) isCoded[i] = 1
  // A sample with unequal weights leaves a rest that is unlike the archive, so the archive itself takes its place.
  const rest = Uint32Array.from(scores.keys()).filter((i) => !isEven || isCoded[i] === 0)
  const scale = n / sum(units.weights)
  const weights = units.weights.map((weight) => weight * scale)
  const own = Float64Array.from(coded, (i) => scores[i] as number)
  const others = Float64Array.from(rest, (i) => scores[i] as number)
  const lambda = rest.length === 0 ? 0 : tunePower(own, others, truths, weights)
  const intervalAt = (power: number): Estimate =>
    isEven && rest.length > 0
      ? powerInterval(units, { weights, own, others, rest, lambda: power }, confidence, range)
      : estimateByDesign({ ...units, scores: scores.map((score) => score * power) }, confidence, range).estimate
  const [tuned, alone] = [intervalAt(lambda), intervalAt(0)]
  const [error, errorAlone] = [tuned.standardError, alone.standardError]
  const savedUnits = error && errorAlone ? Math.max(0, Math.round(n * ((errorAlone / error) ** 2 - 1))) : null
  return { estimate: n < 2 ? { ...NO_ESTIMATE, estimate: tuned.estimate } : tuned, lambda, savedUnits }
}

/** The power that makes the variance least, cut to [0, 1]. */
function tunePower(own: Float64Array, others: Float64Array, truths: Float64Array, weights: Float64Array): number {
  const n = own.length
  let center = sum(others) / others.length
  for (let k = 0; k < n; k++) center += ((weights[k] as number) * ((truths[k] as number) - (own[k] as number))) / n
  const told = truths.map((truth, k) => (weights[k] as number) * (truth - center))
  const scored = own.map((score, k) => (weights[k] as number) * (score - center))
  const [toldMean, scoredMean] = [sum(told) / n, sum(scored) / n]
  let covariance = 0
  for (let k = 0; k < n; k++) covariance += (((told[k] as number) - toldMean) * ((scored[k] as number) - scoredMean)) / n
  const count = n + others.length
  const mean = (sum(scored) + sum(others) - others.length * center) / count
  let variance = 0
  for (const score of scored) variance += (score - mean) ** 2 / (count - 1)
  for (const score of others) variance += (score - center - mean) ** 2 / (count - 1)
  const lambda = covariance / ((1 + n / others.length) * variance)
  return Number.isFinite(lambda) ? Math.min(1, Math.max(0, lambda)) : 0
}

interface Powered {
  readonly weights: Float64Array
  readonly own: Float64Array
  readonly others: Float64Array
  readonly rest: Uint32Array
  readonly lambda: number
}

function powerInterval(
  { coded, truths, documents }: GroupUnits,
  { weights, own, others, rest, lambda }: Powered,
  confidence: number,
  range: Range,
): Estimate {
  const n = coded.length
  const N = others.length
  const rectified = truths.map((truth, k) => (weights[k] as number) * (truth - lambda * (own[k] as number)))
  const [rectifiedMean, othersMean] = [sum(rectified) / n, sum(others) / N]
  const pulls = new Map<number, number>()
  const pull = (i: number, by: number): void => {
    const document = documents[i] as number
    pulls.set(document, (pulls.get(document) ?? 0) + by)
  }
  for (let k = 0; k < n; k++) pull(coded[k] as number, ((rectified[k] as number) - rectifiedMean) / n)
  const codedDocuments = pulls.size
  if (lambda > 0) for (let k = 0; k < N; k++) pull(rest[k] as number, (lambda * ((others[k] as number) - othersMean)) / N)
  let variance = 0
  for (const each of pulls.values()) variance += each * each
  const isClustered = codedDocuments < n
  if (isClustered && codedDocuments > 1) variance *= codedDocuments / (codedDocuments - 1)
  const error = Math.sqrt(variance)
  const reach = isClustered ? studentReach(confidence, Math.max(1, codedDocuments - 1)) : normalReach(confidence)
  return estimateAround(lambda * othersMean + rectifiedMean, error, error * reach, range)
}

/** The difference of two estimates of one archive. */
export function contrast(a: ClusteredEstimate, b: ClusteredEstimate, confidence: number, range: Range): Estimate {
  if (a.estimate.low === null || b.estimate.low === null) return NO_ESTIMATE
  let variance = (a.estimate.standardError as number) ** 2 + (b.estimate.standardError as number) ** 2
  const [small, large] = a.pulls.size < b.pulls.size ? [a.pulls, b.pulls] : [b.pulls, a.pulls]
  for (const [document, pull] of small) variance -= 2 * pull * (large.get(document) ?? 0)
  const error = Math.sqrt(Math.max(0, variance))
  const difference = (a.estimate.estimate as number) - (b.estimate.estimate as number)
  return estimateAround(difference, error, error * studentReach(confidence, Math.max(1, a.freedom + b.freedom)), range)
}

function sum(values: Float64Array): number {
  let total = 0
  for (const value of values) total += value
  return total
}
