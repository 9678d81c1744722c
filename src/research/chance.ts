import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describeValue, FramingError } from '../error.js'

/** Seeded chance: the same seed gives the same sequence everywhere. */
export interface Chance {
  /** A whole number in [0, most), each as likely. */
  below(most: number): number
}

/**
 * Starts a sequence of chance.
 *
 * @param seed - a whole number, of which 32 bits count
 * @throws {FramingError} `invalid-argument` where it is none.
 */
export function createChance(seed: number): Chance {
  if (!Number.isSafeInteger(seed)) {
    throw new FramingError(
      'invalid-argument',
      `Expected seed to be a whole number, got ${describeValue(seed)}. Write one down and report it.`,
    )
  }
  const generator = xoroshiro128plus(seed | 0)
  return { below: (most) => uniformInt(generator, 0, most - 1) }
}

/** The first `count` of a list in an order of chance; the list itself stays as it is. */
export function drawSome<T>(list: readonly T[], count: number, chance: Chance): T[] {
  const shuffled = [...list]
  for (let i = 0; i < count; i++) {
    const other = i + chance.below(shuffled.length - i)
    const taken = shuffled[other] as T
    shuffled[other] = shuffled[i] as T
    shuffled[i] = taken
  }
  return shuffled.slice(0, count)
}
