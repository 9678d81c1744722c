import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import cumulateT from '@stdlib/stats-base-dists-t-cdf'
import { bisect } from 'simple-statistics'
import { describeValue, FramingError } from '../error.js'

/** A figure with the interval that holds the true one in 95 of 100 samples, or in as many as `confidence` says. */
export interface Estimate {
  /** Null where the data do not say. */
  readonly estimate: number | null
  readonly low: number | null
  readonly high: number | null
  readonly standardError: number | null
  /** Decimals that the sample can carry, 0 to 3: the first digit of the standard error is the last that is worth printing. */
  readonly decimals: number
}

/** A figure that the data do not give. */
export const NO_ESTIMATE: Estimate = { estimate: null, low: null, high: null, standardError: null, decimals: 0 }

const MOST_DECIMALS = 3
const FLAT_DECIMALS = 2 // where no draw differs, which says more of the sample than of the figure
const DEFAULT_CONFIDENCE = 0.95

/** Decimals down to the first digit of the standard error. */
export function decimalsOf(standardError: number): number {
  if (!(standardError > 0)) return FLAT_DECIMALS
  return Math.min(MOST_DECIMALS, Math.max(0, Math.ceil(-Math.log10(standardError) - 1e-9)))
}

/**
 * Prints a figure with its interval, and no decimal more than the sample carries.
 *
 * @returns `0.83 [0.76, 0.89]`; `–` where there is none
 * @example
 * formatEstimate({ estimate: 0.8312, low: 0.7581, high: 0.8904, standardError: 0.034, decimals: 2 }) //=> '0.83 [0.76, 0.89]'
 */
export function formatEstimate({ estimate, low, high, decimals }: Estimate): string {
  if (estimate === null) return '–'
  if (low === null || high === null) return estimate.toFixed(decimals)
  return `${estimate.toFixed(decimals)} [${low.toFixed(decimals)}, ${high.toFixed(decimals)}]`
}

/**
 * Checks the share of samples whose interval shall hold the true figure.
 *
 * @throws {FramingError} `invalid-argument` unless 0 < confidence < 1.
 */
export function checkConfidence(confidence: number = DEFAULT_CONFIDENCE): number {
  if (typeof confidence === 'number' && confidence > 0 && confidence < 1) return confidence
  throw new FramingError(
    'invalid-argument',
    `Expected confidence in (0, 1), got ${describeValue(confidence)}. Leave it out for 0.95.`,
  )
}

/** Standard errors on either side of the estimate, of a normal distribution. */
export function normalReach(confidence: number): number {
  return normalQuantile(0.5 + confidence / 2, 0, 1)
}

const reaches = { most: 1e6, steps: 200, error: 1e-12 } // of the search for a quantile of t

/** Standard errors on either side of the estimate, of Student's t. */
export function studentReach(confidence: number, freedom: number): number {
  const at = 0.5 + confidence / 2
  return bisect((x: number) => cumulateT(x, freedom) - at, 0, freedom < 2 ? reaches.most : 100, reaches.steps, reaches.error)
}

/** A figure with a symmetric interval, both cut at the borders that it cannot leave: the correction of a small sample may overshoot. */
export function estimateAround(
  estimate: number,
  standardError: number,
  reach: number,
  [least, most]: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
): Estimate {
  const cut = (figure: number): number => Math.max(least, Math.min(most, figure))
  return {
    estimate: cut(estimate),
    low: cut(estimate - reach),
    high: cut(estimate + reach),
    standardError,
    decimals: decimalsOf(standardError),
  }
}
