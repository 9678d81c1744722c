import { mean, sampleCorrelation } from 'simple-statistics'
import { describeValue, FramingError } from '../error.js'
import { type BootstrapOptions, bootstrapFigures, checkDraws, DEFAULT_SEED, openTally } from './bootstrap.js'
import { type Coding, documentOf } from './coding.js'
import { checkConfidence, type Estimate, NO_ESTIMATE, normalReach } from './estimate.js'
import {
  type Calibration,
  chooseThreshold,
  type GradedUnits,
  measureAuc,
  measureCalibration,
  type Threshold,
  type TradeOff,
} from './grade-figures.js'
import type { ResearchIssue } from './issue.js'
import { gradeOf, type MatchedVariable, matchScores, numberClusters, type VariableKind } from './match-scores.js'
import { categoryOf, presenceOf } from './value.js'

/** How scores are validated. */
export interface ValidationOptions extends BootstrapOptions {
  /** Score from which something counts as there, where the scores are numbers without a label; 0.5 where it is left out. */
  readonly threshold?: number
  /** What the threshold in the result is chosen for; the best F1 where it is left out. */
  readonly tradeOff?: TradeOff
  /** What a unit belongs to, whose units are alike; its document where it is left out. */
  readonly cluster?: (unit: string) => string
}

/** How well one category is found. */
export interface CategoryValidation {
  readonly category: string
  /** Gold units that have it. */
  readonly gold: number
  /** Units that the scores give it. */
  readonly predicted: number
  readonly precision: Estimate
  readonly recall: Estimate
  readonly f1: Estimate
}

/** How often a gold value got which label. */
export interface ConfusionCell {
  readonly gold: string
  readonly predicted: string
  readonly count: number
}

/** How well the scores of one variable agree with the gold codings. */
export interface VariableValidation {
  readonly variable: string
  readonly kind: VariableKind
  /** Gold units with a score. */
  readonly units: number
  readonly documents: number
  readonly accuracy: Estimate
  /** Of what is there, for a thing that is there or not; else the mean over categories. */
  readonly precision: Estimate
  readonly recall: Estimate
  readonly f1: Estimate
  /** Mean F1 over the categories. */
  readonly macroF1: Estimate
  readonly categories: readonly CategoryValidation[]
  /** In the order of the categories, gold first; cells without units are left out. */
  readonly confusion: readonly ConfusionCell[]
  /** Null figures unless the variable is there or not and scores are graded. */
  readonly auc: Estimate
  readonly calibration: Calibration | null
  readonly threshold: Threshold | null
  /** For numbers only: correlation, mean error (score − gold) and mean absolute error. */
  readonly numbers: { readonly correlation: number | null; readonly meanError: number; readonly meanAbsoluteError: number } | null
}

/** What `validateScores` gives. */
export interface Validation {
  readonly variables: readonly VariableValidation[]
  readonly issues: readonly ResearchIssue[]
}

const FEW_CODED = 10 // gold units of a category below which its recall says little
const DEFAULT_THRESHOLD = 0.5

/**
 * Validates scores against a coded sample: precision, recall and F1 by category, AUC, calibration, confusion, and the threshold that a
 * trade-off asks for.
 *
 * Gold weights (1 / inclusion probability) count, so that a sample drawn by score bands gives the figures of the archive. Intervals are
 * percentiles over draws of documents. Estimates carry the number of decimals that the sample bears; `formatEstimate` prints no more.
 *
 * @param gold - one value a unit and variable; settle several coders by `settleCodings` first
 * @param scores - of one coder: labels, labels with a graded `score`, or numbers in [0, 1] that are cut at `threshold`
 * @throws {FramingError} `invalid-coding` where a unit has two gold values or scores, a weight is not above 0, or no gold unit has a score;
 *   `invalid-argument` where there are none, and where options are impossible.
 * @example
 * const code = (coder, values) => values.map((value, i) => ({ unit: `a${i}/0`, coder, variable: 'frame:trade', value }))
 * validateScores(code('gold', [1, 1, 0, 0]), code('model', [0.9, 0.6, 0.7, 0.1])).variables[0].recall.estimate //=> 1
 */
export function validateScores(gold: readonly Coding[], scores: readonly Coding[], options: ValidationOptions = {}): Validation {
  const { threshold = DEFAULT_THRESHOLD, tradeOff = { beta: 1 }, cluster = documentOf } = options
  if (!(typeof threshold === 'number' && threshold >= 0 && threshold <= 1)) {
    throw new FramingError(
      'invalid-argument',
      `Expected threshold in [0, 1], got ${describeValue(threshold)}. Leave it out for 0.5.`,
    )
  }
  checkTradeOff(tradeOff)
  const drawing = {
    draws: checkDraws(options.draws),
    seed: options.seed ?? DEFAULT_SEED,
    confidence: checkConfidence(options.confidence),
  }
  const issues: ResearchIssue[] = []
  const variables = matchScores(gold, scores, issues).map((matched) => {
    const pairs = matched.scores.flatMap((score, i) => {
      const coded = matched.gold[i]
      return coded === undefined ? [] : [{ score, coded }]
    })
    return validateVariable(matched, pairs, { threshold, tradeOff, cluster, drawing }, issues)
  })
  return { variables, issues }
}

function checkTradeOff(tradeOff: TradeOff): void {
  const numbers = Object.values(Object(tradeOff))
  if (numbers.length > 0 && numbers.every((each) => typeof each === 'number' && each >= 0)) return
  throw new FramingError(
    'invalid-argument',
    `Expected tradeOff to be such as { recall: 0.9 }, got ${describeValue(tradeOff)}. Leave it out for the best F1.`,
  )
}

interface Settings {
  readonly threshold: number
  readonly tradeOff: TradeOff
  readonly cluster: (unit: string) => string
  readonly drawing: Required<BootstrapOptions>
}

interface Pair {
  readonly score: Coding
  readonly coded: Coding
}

function validateVariable(
  { variable, kind }: MatchedVariable,
  pairs: readonly Pair[],
  settings: Settings,
  issues: ResearchIssue[],
): VariableValidation {
  const { threshold, tradeOff, cluster, drawing } = settings
  const clusters = numberClusters(
    pairs.map(({ coded }) => coded),
    cluster,
  )
  const about = { variable, kind, units: pairs.length, documents: clusters.count }
  if (kind === 'numeric' || pairs.length === 0)
    return { ...about, ...NO_LABELS, numbers: pairs.length === 0 ? null : compareNumbers(pairs) }
  const labelOf = (coding: Coding): string => {
    if (kind === 'nominal') return categoryOf(coding.value as string)
    const isGraded = coding.score === undefined && typeof coding.value === 'number'
    return String(isGraded ? Number((coding.value as number) >= threshold) : presenceOf(coding.value))
  }
  const truths = pairs.map(({ coded }) =>
    kind === 'binary' ? String(presenceOf(coded.value)) : categoryOf(coded.value as string),
  )
  const labels = pairs.map(({ score }) => labelOf(score))
  const categories = kind === 'binary' ? ['0', '1'] : [...new Set([...truths, ...labels])].sort()
  const at = new Map(categories.map((category, c) => [category, c]))
  const counts = Array.from({ length: categories.length ** 2 }, () => 0)
  const tally = openTally(2 + WIDTH * categories.length, clusters.count, drawing.seed)
  pairs.forEach(({ coded: { weight = 1 } }, i) => {
    const [truth, label] = [at.get(truths[i] as string) as number, at.get(labels[i] as string) as number]
    const document = clusters.of[i] as number
    const cell = truth * categories.length + label
    counts[cell] = (counts[cell] as number) + 1
    tally.add(document, 0, weight)
    tally.add(document, 2 + WIDTH * truth + 1, weight)
    tally.add(document, 2 + WIDTH * label + 2, weight)
    if (truth !== label) return
    tally.add(document, 1, weight)
    tally.add(document, 2 + WIDTH * truth, weight)
  })
  const figures = bootstrapFigures(
    tally,
    HEAD + 3 * categories.length,
    clusters.count,
    (sums, into) => fillFigures(sums, into, categories.length, kind),
    drawing,
  )
  const [accuracy, precision, recall, f1, macroF1] = figures as [Estimate, Estimate, Estimate, Estimate, Estimate]
  const rowSum = (c: number): number => categories.reduce((sum, _, k) => sum + (counts[c * categories.length + k] as number), 0)
  const columnSum = (c: number): number =>
    categories.reduce((sum, _, k) => sum + (counts[k * categories.length + c] as number), 0)
  const own = categories.map((category, c): CategoryValidation => {
    const [ownPrecision, ownRecall, ownF1] = figures.slice(HEAD + 3 * c) as [Estimate, Estimate, Estimate]
    return { category, gold: rowSum(c), predicted: columnSum(c), precision: ownPrecision, recall: ownRecall, f1: ownF1 }
  })
  for (const { category, gold } of own) {
    if (gold >= FEW_CODED) continue
    issues.push({
      code: 'few-coded',
      variable,
      message: `Only ${gold} gold units have ${variable} = ${category}: its figures say little. Draw more of them by score bands.`,
    })
  }
  const confusion = counts.flatMap((count, cell) =>
    count === 0
      ? []
      : [
          {
            gold: categories[Math.floor(cell / categories.length)] as string,
            predicted: categories[cell % categories.length] as string,
            count,
          },
        ],
  )
  const graded = kind === 'binary' ? gradeUnits(pairs, clusters.of) : null
  if (graded && new Set(truths).size < 2) {
    issues.push({
      code: 'one-category',
      variable,
      message: `All gold units of ${variable} are ${truths[0]}: AUC and thresholds cannot be told. Code units that differ.`,
    })
  }
  return {
    ...about,
    accuracy,
    precision,
    recall,
    f1,
    macroF1,
    categories: own,
    confusion,
    auc: graded ? measureAuc(graded, clusters.count, normalReach(drawing.confidence)) : NO_ESTIMATE,
    calibration: graded?.grades.every((grade) => grade >= 0 && grade <= 1) ? measureCalibration(graded) : null,
    threshold: graded ? chooseThreshold(graded, tradeOff) : null,
    numbers: null,
  }
}

const WIDTH = 3 // sums a category: found, gold, predicted
const HEAD = 5 // figures before those of the categories

const NO_LABELS = {
  accuracy: NO_ESTIMATE,
  precision: NO_ESTIMATE,
  recall: NO_ESTIMATE,
  f1: NO_ESTIMATE,
  macroF1: NO_ESTIMATE,
  categories: [],
  confusion: [],
  auc: NO_ESTIMATE,
  calibration: null,
  threshold: null,
}

/** Accuracy, precision, recall, F1, macro-F1, then precision, recall and F1 of each category. */
function fillFigures(sums: Float64Array, into: Float64Array, categories: number, kind: VariableKind): void {
  into[0] = (sums[1] as number) / (sums[0] as number)
  const means = [0, 0, 0]
  const told = [0, 0, 0]
  for (let c = 0; c < categories; c++) {
    const [found, gold, predicted] = sums.subarray(2 + WIDTH * c, 2 + WIDTH * (c + 1)) as unknown as [number, number, number]
    const own = [
      predicted > 0 ? found / predicted : Number.NaN,
      gold > 0 ? found / gold : Number.NaN,
      gold + predicted > 0 ? (2 * found) / (gold + predicted) : Number.NaN,
    ]
    own.forEach((figure, f) => {
      into[HEAD + 3 * c + f] = figure
      if (Number.isNaN(figure)) return
      means[f] = (means[f] as number) + figure
      told[f] = (told[f] as number) + 1
    })
  }
  for (let f = 0; f < 3; f++) {
    const average = (means[f] as number) / (told[f] as number)
    into[1 + f] = kind === 'binary' ? (into[HEAD + 3 + f] as number) : average
    if (f === 2) into[4] = average
  }
}

function gradeUnits(pairs: readonly Pair[], documents: Uint32Array): GradedUnits {
  return {
    grades: Float64Array.from(pairs, ({ score }) => gradeOf(score)),
    truths: Uint8Array.from(pairs, ({ coded }) => presenceOf(coded.value) as number),
    weights: Float64Array.from(pairs, ({ coded }) => coded.weight ?? 1),
    documents,
  }
}

function compareNumbers(pairs: readonly Pair[]): VariableValidation['numbers'] {
  const gold = pairs.map(({ coded }) => Number(coded.value))
  const scores = pairs.map(({ score }) => Number(score.value))
  const errors = scores.map((score, i) => score - (gold[i] as number))
  const varies = (values: readonly number[]): boolean => values.some((value) => value !== values[0])
  return {
    correlation: varies(gold) && varies(scores) ? sampleCorrelation(gold, scores) : null,
    meanError: mean(errors),
    meanAbsoluteError: mean(errors.map(Math.abs)),
  }
}
