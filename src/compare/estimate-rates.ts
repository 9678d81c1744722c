import { describeValue, FramingError } from '../error.js'
import { roundScore } from '../round.js'
import type { Analysis, Clarity, Evasion } from '../types.js'

/** A share with the interval that holds the true one 95 times in 100. */
export interface Rate {
  readonly count: number
  readonly total: number
  /** In [0, 1]; null where the total is 0. */
  readonly rate: number | null
  readonly low: number
  readonly high: number
}

/** How an archive's questions are replied to. */
export interface ReplyRates {
  /** Exchanges that a reply can be told of. */
  readonly exchanges: number
  readonly clarity: Readonly<Record<Clarity, Rate>>
  readonly evasion: Readonly<Record<Evasion, Rate>>
  /** Shares of the exchanges with a frame in the question whose answer keeps at least one, and of those whose answer drops all. */
  readonly framesKept: Rate
  readonly framesDropped: Rate
}

const STANDARD_ERRORS = 1.959964 // of a normal distribution, on both sides of 95 %

/**
 * Estimates a share with its 95 % interval.
 *
 * Exchanges of one interview are alike, so for few interviews the true interval is wider. Source: Wilson (1927), Journal of the
 * American Statistical Association 22(158): it stays inside [0, 1] and holds for small numbers too.
 *
 * @param count - how often it happened
 * @param total - how often it could have; with 0 the rate is null and the interval [0, 1]
 * @throws {FramingError} `invalid-argument` unless 0 <= count <= total, both whole numbers.
 * @example
 * estimateRate(8, 10).low.toFixed(2) //=> '0.49'
 */
export function estimateRate(count: number, total: number): Rate {
  if (!Number.isSafeInteger(count) || !Number.isSafeInteger(total) || count < 0 || count > total) {
    throw new FramingError(
      'invalid-argument',
      `Expected whole numbers with 0 <= count <= total, got ${describeValue(count)} of ${describeValue(total)}. Count the cases before their total.`,
    )
  }
  if (total === 0) return { count, total, rate: null, low: 0, high: 1 }
  const rate = count / total
  const square = STANDARD_ERRORS ** 2 / total
  const center = (rate + square / 2) / (1 + square)
  const reach = (STANDARD_ERRORS / (1 + square)) * Math.sqrt((rate * (1 - rate)) / total + square / (4 * total))
  return {
    count,
    total,
    rate: roundScore(rate),
    low: roundScore(Math.max(0, center - reach)),
    high: roundScore(Math.min(1, center + reach)),
  }
}

/**
 * Estimates how an archive's questions are replied to, and how often answers keep a frame of the question.
 *
 * @param analyses - read once, one at a time, so that an archive may be streamed
 * @param speaker - only what this speaker answers; everybody where it is left out
 * @example
 * estimateReplyRates([analyze('Q: Will you sign the treaty?\n\nA: No. We will not sign it.')]).exchanges //=> 1
 */
export function estimateReplyRates(analyses: Iterable<Analysis>, speaker?: string): ReplyRates {
  const clarity: Record<Clarity, number> = { clear_reply: 0, ambivalent: 0, clear_non_reply: 0 }
  const evasion: Record<Evasion, number> = {
    explicit: 0,
    implicit: 0,
    general: 0,
    partial: 0,
    dodging: 0,
    deflection: 0,
    declining: 0,
    claims_ignorance: 0,
    clarification: 0,
  }
  let [told, framed, kept] = [0, 0, 0]
  for (const { turns, exchanges } of analyses) {
    for (const { answers, comparison } of exchanges) {
      if (!comparison || (speaker !== undefined && turns[answers[0] ?? -1]?.speaker !== speaker)) continue
      const { reply, frames } = comparison
      if (reply.clarity && reply.evasion) {
        told++
        clarity[reply.clarity]++
        evasion[reply.evasion]++
      }
      if (!frames.some(({ change }) => change !== 'introduced')) continue
      framed++
      if (frames.some(({ change }) => change === 'kept')) kept++
    }
  }
  return {
    exchanges: told,
    clarity: mapRates(clarity, told),
    evasion: mapRates(evasion, told),
    framesKept: estimateRate(kept, framed),
    framesDropped: estimateRate(framed - kept, framed),
  }
}

function mapRates<K extends string>(counts: Readonly<Record<K, number>>, total: number): Record<K, Rate> {
  return Object.fromEntries(
    (Object.entries(counts) as [K, number][]).map(([label, count]) => [label, estimateRate(count, total)]),
  ) as Record<K, Rate>
}
