import { describeValue, FramingError } from '../error.js'
import { type Coding, type CodingValue, documentOf } from './coding.js'
import type { ResearchIssue } from './issue.js'
import { categoryOf, checkCodings, isMissing, presenceOf } from './value.js'

/** What the values of a variable are: a thing that is there or not, names, or numbers. */
export type VariableKind = 'binary' | 'nominal' | 'numeric'

/** One variable with its scores and what was coded of the same units. */
export interface MatchedVariable {
  readonly variable: string
  readonly kind: VariableKind
  /** Scores that have a value, in their order. */
  readonly scores: readonly Coding[]
  /** The gold coding of each score; undefined where the unit was not coded. */
  readonly gold: readonly (Coding | undefined)[]
  /** Gold units that have no score. */
  readonly unscored: readonly string[]
  readonly coded: number
}

/**
 * Puts the gold coding of each unit beside its score.
 *
 * @throws {FramingError} `invalid-coding` where a unit has two different gold values or two scores of one variable, or where no gold unit
 *   has a score.
 */
export function matchScores(gold: readonly Coding[], scores: readonly Coding[], issues: ResearchIssue[]): MatchedVariable[] {
  checkCodings(gold, 'gold')
  checkCodings(scores, 'scores')
  if (gold.length === 0)
    throw new FramingError('invalid-argument', 'Expected gold codings, got none. Code a sample first; see drawSample.')
  if (scores.length === 0)
    throw new FramingError('invalid-argument', 'Expected scores, got none. Make them with codingsFromRows.')
  const goldOf = new Map<string, Map<string, Coding>>()
  for (const coding of gold) {
    if (isMissing(coding.value)) continue
    checkWeight(coding)
    const known = goldOf.get(coding.variable) ?? new Map<string, Coding>()
    goldOf.set(coding.variable, known)
    const other = known.get(coding.unit)
    if (other && categoryOf(other.value as CodingValue & {}) !== categoryOf(coding.value)) {
      throw new FramingError(
        'invalid-coding',
        `Expected one gold value of ${coding.variable} for ${describeValue(coding.unit)}, got ${describeValue(other.value)} and ${describeValue(coding.value)}. Settle the coders first; see settleCodings.`,
      )
    }
    if (!other) known.set(coding.unit, coding)
  }
  if (goldOf.size === 0)
    throw new FramingError('invalid-coding', 'Expected gold codings with values, got missing values only. Fill the sheets first.')
  const scored = new Map<string, Map<string, Coding>>()
  for (const coding of scores) {
    if (isMissing(coding.value)) continue
    const known = scored.get(coding.variable) ?? new Map<string, Coding>()
    scored.set(coding.variable, known)
    if (known.has(coding.unit)) {
      throw new FramingError(
        'invalid-coding',
        `Expected one score of ${coding.variable} for ${describeValue(coding.unit)}, got two. Give the scores of one coder.`,
      )
    }
    known.set(coding.unit, coding)
  }
  const matched = [...goldOf].map(([variable, known]) => matchVariable(variable, known, scored.get(variable)))
  if (matched.every(({ coded }) => coded === 0)) {
    const [unit] = [...(matched[0] as MatchedVariable).unscored]
    throw new FramingError(
      'invalid-coding',
      `Expected scores for the units and variables of gold, got none for ${[...goldOf.keys()].slice(0, 5).join(', ')} (the first gold unit is ${describeValue(unit)}). Name units and variables alike on both sides.`,
    )
  }
  for (const { variable, unscored } of matched) {
    if (unscored.length === 0) continue
    issues.push({
      code: 'unscored-units',
      variable,
      message: `${unscored.length} gold units of ${variable} have no score and are left out. Give codingsFromRows all units that were scored.`,
      units: unscored,
    })
  }
  return matched
}

function matchVariable(
  variable: string,
  known: ReadonlyMap<string, Coding>,
  scored: ReadonlyMap<string, Coding> = new Map(),
): MatchedVariable {
  const scores = [...scored.values()]
  const gold = scores.map(({ unit }) => known.get(unit))
  const unscored = [...known.keys()].filter((unit) => !scored.has(unit))
  return {
    variable,
    kind: kindOf(variable, [...known.values()], scores),
    scores,
    gold,
    unscored,
    coded: known.size - unscored.length,
  }
}

function kindOf(variable: string, gold: readonly Coding[], scores: readonly Coding[]): VariableKind {
  const isBinary = gold.every(({ value }) => presenceOf(value) !== null)
  if (isBinary && scores.every(({ value }) => presenceOf(value) !== null || typeof value === 'number')) return 'binary'
  const isNumber = ({ value }: Coding): boolean => typeof value === 'number'
  if (!gold.every(isNumber) || !scores.every(isNumber)) return 'nominal'
  return [...gold, ...scores].some(({ value }) => !Number.isInteger(value)) && !variable.startsWith('frame:')
    ? 'numeric'
    : 'nominal'
}

/** @throws {FramingError} `invalid-coding` unless the weight is above 0. */
function checkWeight({ unit, variable, weight }: Coding): void {
  if (weight === undefined || (typeof weight === 'number' && weight > 0 && Number.isFinite(weight))) return
  throw new FramingError(
    'invalid-coding',
    `Expected the weight of ${variable} for ${describeValue(unit)} to be above 0, got ${describeValue(weight)}. It is 1 / inclusion probability, which is above 0 too.`,
  )
}

/** 1 or 0 for a binary value, the graded score where there is one. */
export function gradeOf({ value, score }: Coding): number {
  if (score !== undefined) return score
  return presenceOf(value) ?? Number(value)
}

/** Numbers the clusters of units in the order that they come in. */
export function numberClusters(
  units: readonly Coding[],
  cluster: (unit: string) => string = documentOf,
): { readonly of: Uint32Array; readonly count: number } {
  const numbers = new Map<string, number>()
  const of = Uint32Array.from(units, ({ unit }) => {
    const name = cluster(unit)
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, numbers.size)
    return numbers.size - 1
  })
  return { of, count: numbers.size }
}
