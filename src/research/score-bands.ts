import { describeValue, FramingError } from '../error.js'
import type { Coding } from './coding.js'
import { gradeOf } from './match-scores.js'
import type { ResearchUnit } from './unit.js'

const DEFAULT_CUTS = [0.2, 0.5, 0.8] // near the threshold coders differ most; above and below it errors are rare

/**
 * Makes strata of the library's own scores, so that rare frames are coded often enough: hand the result to `drawSample` as `strata`.
 *
 * A unit belongs to the band of its highest score among the variables.
 *
 * @param scores - codings with graded scores, as `codingsFromRows` makes them
 * @param options - `variables`: whose scores count, `frame:…` of any name where it is left out; `cuts`: borders of the bands, rising
 * @returns the band of a unit, such as `0.5-0.8`; a unit without a score is in the lowest
 * @throws {FramingError} `invalid-argument` where cuts do not rise or no score has such a variable.
 * @example
 * const bandOf = scoreBands([{ unit: 'a/0', coder: 'model', variable: 'frame:trade', value: 1, score: 0.93 }])
 * bandOf({ unit: 'a/0' }) //=> '0.8-1'
 */
export function scoreBands(
  scores: readonly Coding[],
  { variables, cuts = DEFAULT_CUTS }: { readonly variables?: readonly string[]; readonly cuts?: readonly number[] } = {},
): (unit: ResearchUnit) => string {
  if (
    !Array.isArray(cuts) ||
    cuts.length === 0 ||
    cuts.some((cut, i) => !(cut > ((cuts[i - 1] as number | undefined) ?? Number.NEGATIVE_INFINITY)))
  ) {
    throw new FramingError(
      'invalid-argument',
      `Expected cuts to be numbers that rise, got ${describeValue(cuts)}. Leave them out for ${DEFAULT_CUTS.join(', ')}.`,
    )
  }
  const counts = (variable: string): boolean => (variables ? variables.includes(variable) : variable.startsWith('frame:'))
  const highest = new Map<string, number>()
  for (const coding of scores) {
    if (!counts(coding.variable)) continue
    const grade = gradeOf(coding)
    if (grade > (highest.get(coding.unit) ?? Number.NEGATIVE_INFINITY)) highest.set(coding.unit, grade)
  }
  if (highest.size === 0) {
    throw new FramingError(
      'invalid-argument',
      `Expected scores of ${variables?.join(', ') ?? 'frames'}, got none. Name variables that the scores have.`,
    )
  }
  const borders = [0, ...cuts, 1]
  return ({ unit }) => {
    const grade = highest.get(unit) ?? 0
    const band = cuts.filter((cut) => grade >= cut).length
    return `${borders[band]}-${borders[band + 1]}`
  }
}
