import { describeValue, FramingError } from '../error.js'
import { type Coding, documentOf } from './coding.js'
import { checkConfidence, type Estimate } from './estimate.js'
import type { ResearchIssue } from './issue.js'
import { gradeOf, type MatchedVariable, matchScores, numberClusters } from './match-scores.js'
import { type ClusteredEstimate, contrast, estimateByDesign, estimateByPower, type GroupUnits } from './share-estimators.js'
import { type Grouping, groupsOf } from './unit-groups.js'
import { categoryOf, presenceOf } from './value.js'

/** How shares are estimated. */
export interface ShareOptions {
  /** The group of each unit: a column of `units` or of the scores (`outlet`, `month`, `speaker`), or by unit as a function, Map or record. */
  readonly by?: Grouping
  /** Rows that say what the columns of a unit or of its document are: units, or rows of the tables `paragraphs`, `exchanges` or `articles`. */
  readonly units?: readonly object[]
  /** What `drawSample` gave: its inclusion probabilities and strata. Where it is left out, weights of the gold codings, else all alike. */
  readonly sample?: readonly { readonly unit: string; readonly inclusionProbability: number; readonly stratum?: string | null }[]
  /** Share of samples whose interval shall hold the true figure; 0.95 where it is left out. */
  readonly confidence?: number
  /** What a unit belongs to, whose units are alike; its document where it is left out. */
  readonly cluster?: (unit: string) => string
}

/** The share of one category in one group of the archive. The estimate itself is the design-based one. */
export interface ShareEstimate extends Estimate {
  readonly variable: string
  /** `1` for a thing that is there or not; null for the mean of a number. */
  readonly category: string | null
  /** Null where the whole archive is one group. */
  readonly group: string | null
  /** Scored units of the group. */
  readonly units: number
  /** Those of them that are coded. */
  readonly coded: number
  /** What the scores alone say: the share of units that they give the category. */
  readonly naive: number
  /** What the coded units alone say. */
  readonly goldOnly: Estimate
  /** Scores corrected by the coded units: valid whatever the scores are. */
  readonly designBased: Estimate
  /** Scores trusted as far as they help (PPI++). */
  readonly predictionPowered: Estimate
  /** How far those are trusted, 0 to 1. */
  readonly lambda: number | null
  /** Coded units more that would be needed without the scores. */
  readonly savedUnits: number | null
}

/** How far two groups differ. The estimate is the design-based one, first minus second. */
export interface ShareContrast extends Estimate {
  readonly variable: string
  readonly category: string | null
  readonly groups: readonly [string, string]
}

/** What `estimateShares` gives. */
export interface ShareEstimates {
  /** By variable, category and group, each in the order of their names. */
  readonly shares: readonly ShareEstimate[]
  readonly contrasts: readonly ShareContrast[]
  readonly issues: readonly ResearchIssue[]
}

const FEW_CODED = 10 // units below which an interval is a guess
const MOST_CONTRASTED = 30 // groups; more give contrasts by the thousand

/**
 * Estimates the share of each category in the whole archive, from the scores of all units corrected by the coded ones.
 *
 * @param scores - one coding a unit and variable, for every unit of the archive: labels, numbers in [0, 1], or labels with a graded `score`
 * @param gold - codings of a random sample of the same units; `weight` is 1 / inclusion probability, left out where all are alike
 * @returns shares with naive, gold-only, design-based and prediction-powered figures; a group without coded units has a naive share only
 * @throws {FramingError} `invalid-coding` where a unit has two scores or gold values, a weight or inclusion probability is impossible, or no
 *   gold unit has a score; `invalid-argument` where there are none.
 * @example
 * const code = (coder, values) => values.map((value, i) => ({ unit: `a${i}/0`, coder, variable: 'frame:trade', value }))
 * const scores = code('model', [1, 1, 1, 0, 0, 1, 0, 1])
 * estimateShares(scores, code('gold', [1, 1, 0, 0])).shares[0].naive //=> 0.625
 */
export function estimateShares(scores: readonly Coding[], gold: readonly Coding[], options: ShareOptions = {}): ShareEstimates {
  const { by, cluster = documentOf } = options
  const confidence = checkConfidence(options.confidence)
  const sample = readSample(options.sample)
  const issues: ResearchIssue[] = []
  const groupOf = by === undefined ? null : groupsOf(by, options.units)
  const shares: ShareEstimate[] = []
  const contrasts: ShareContrast[] = []
  for (const matched of matchScores(gold, scores, issues)) {
    const columns = layOut(matched, sample, cluster)
    const groups = splitGroups(matched.scores, groupOf)
    if (groups.length > MOST_CONTRASTED) {
      issues.push({
        code: 'many-groups',
        variable: matched.variable,
        message: `${groups.length} groups are too many to contrast each two of them. Take fewer for contrasts.`,
      })
    }
    for (const category of categoriesOf(matched)) {
      const found = groups.map(([group, members]) => estimateGroup(matched, columns, category, group, members, confidence))
      shares.push(...found.map(({ share }) => share))
      if (groupOf && groups.length <= MOST_CONTRASTED) contrasts.push(...contrastAll(found, confidence))
    }
    for (const [group, members] of groups) warnOfFew(matched, group, members, issues)
  }
  return { shares, contrasts, issues }
}

/** The columns of a variable that do not depend on category and group. */
interface Columns {
  readonly documents: Uint32Array
  /** By unit; 0 where it is not coded. */
  readonly weights: Float64Array
  readonly drawn: Float64Array
  readonly strata: Uint32Array
  readonly isEven: boolean
}

function layOut({ scores, gold, coded }: MatchedVariable, sample: Sample | null, cluster: (unit: string) => string): Columns {
  const weights = new Float64Array(scores.length)
  const drawn = new Float64Array(scores.length)
  const strata = new Uint32Array(scores.length)
  let [least, most, isShare] = [Number.POSITIVE_INFINITY, 0, true]
  let weighs = false
  gold.forEach((coding, i) => {
    if (!coding) return
    const place = sample?.get(coding.unit)
    const weight = place?.weight ?? coding.weight
    weighs ||= weight !== undefined
    weights[i] = weight ?? 1
    strata[i] = place?.stratum ?? 0
    least = Math.min(least, weights[i] as number)
    most = Math.max(most, weights[i] as number)
    isShare &&= (weights[i] as number) >= 1
  })
  const even = coded / scores.length
  gold.forEach((coding, i) => {
    // Weights below 1 are no inverse probabilities but proportions; then nothing is known of how much was drawn.
    if (coding) drawn[i] = weighs ? (isShare ? 1 / (weights[i] as number) : 0) : even
  })
  return { documents: numberClusters(scores, cluster).of, weights, drawn, strata, isEven: most <= least * (1 + 1e-9) }
}

function categoriesOf({ kind, scores, gold }: MatchedVariable): (string | null)[] {
  if (kind === 'binary') return ['1']
  if (kind === 'numeric') return [null]
  const names = new Set(scores.map(({ value }) => categoryOf(value as string)))
  for (const coding of gold) if (coding) names.add(categoryOf(coding.value as string))
  return [...names].sort()
}

function splitGroups(scores: readonly Coding[], groupOf: ((coding: Coding) => string) | null): [string | null, number[]][] {
  if (groupOf === null) return [[null, scores.map((_, i) => i)]]
  const groups = new Map<string, number[]>()
  scores.forEach((coding, i) => {
    const group = groupOf(coding)
    const members = groups.get(group)
    if (members) members.push(i)
    else groups.set(group, [i])
  })
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

interface GroupEstimate {
  readonly share: ShareEstimate
  readonly clustered: ClusteredEstimate
}

function estimateGroup(
  { variable, kind, scores, gold }: MatchedVariable,
  { documents, weights, drawn, strata, isEven }: Columns,
  category: string | null,
  group: string | null,
  members: readonly number[],
  confidence: number,
): GroupEstimate {
  const grade = (coding: Coding): number =>
    kind === 'nominal' ? Number(categoryOf(coding.value as string) === category) : gradeOf(coding)
  const label = (coding: Coding): number =>
    kind === 'binary' ? (presenceOf(coding.value) ?? Number(coding.value)) : grade(coding)
  const truth = (coding: Coding): number => (kind === 'binary' ? (presenceOf(coding.value) as number) : grade(coding))
  const coded = members.flatMap((i, at) => (gold[i] ? [at] : []))
  const pick = (column: Float64Array): Float64Array => Float64Array.from(coded, (at) => column[members[at] as number] as number)
  const units: GroupUnits = {
    scores: Float64Array.from(members, (i) => grade(scores[i] as Coding)),
    documents: Uint32Array.from(members, (i) => documents[i] as number),
    coded: Uint32Array.from(coded),
    truths: Float64Array.from(coded, (at) => truth(gold[members[at] as number] as Coding)),
    weights: pick(weights),
    drawn: pick(drawn),
    strata: Uint32Array.from(coded, (at) => strata[members[at] as number] as number),
    isEven,
  }
  const range = kind === 'numeric' ? EVERYTHING : SHARE
  const clustered = estimateByDesign(units, confidence, range)
  const powered = estimateByPower(units, confidence, range)
  let naive = 0
  for (const i of members) naive += label(scores[i] as Coding)
  const share: ShareEstimate = {
    variable,
    category,
    group,
    ...clustered.estimate,
    units: members.length,
    coded: coded.length,
    naive: naive / members.length,
    goldOnly: estimateByDesign(units, confidence, range, false).estimate,
    designBased: clustered.estimate,
    predictionPowered: powered.estimate,
    lambda: powered.lambda,
    savedUnits: powered.savedUnits,
  }
  return { share, clustered }
}

const SHARE = [0, 1] as const
const EVERYTHING = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const
const CONTRAST = [-1, 1] as const

function contrastAll(found: readonly GroupEstimate[], confidence: number): ShareContrast[] {
  return found.flatMap((a, i) =>
    found.slice(i + 1).map((b): ShareContrast => {
      const { variable, category } = a.share
      const range = category === null ? EVERYTHING : CONTRAST
      return {
        variable,
        category,
        groups: [a.share.group as string, b.share.group as string],
        ...contrast(a.clustered, b.clustered, confidence, range),
      }
    }),
  )
}

function warnOfFew(
  { variable, gold }: MatchedVariable,
  group: string | null,
  members: readonly number[],
  issues: ResearchIssue[],
): void {
  const coded = members.filter((i) => gold[i]).length
  const where = group === null ? 'the archive' : `the group ${group}`
  if (coded >= FEW_CODED) return
  issues.push(
    coded === 0
      ? {
          code: 'uncoded-group',
          variable,
          message: `No unit of ${where} is coded for ${variable}: its share cannot be corrected. Draw the sample with this column as strata.`,
        }
      : {
          code: 'few-coded',
          variable,
          message: `Only ${coded} units of ${where} are coded for ${variable}: its interval is a guess. Code at least ${FEW_CODED}.`,
        },
  )
}

type Sample = ReadonlyMap<string, { readonly weight: number; readonly stratum: number }>

function readSample(sample: ShareOptions['sample']): Sample | null {
  if (sample === undefined) return null
  const strata = new Map<string, number>()
  const places = new Map<string, { readonly weight: number; readonly stratum: number }>()
  for (const { unit, inclusionProbability: probability, stratum } of sample) {
    if (!(typeof probability === 'number' && probability > 0 && probability <= 1)) {
      throw new FramingError(
        'invalid-coding',
        `Expected the inclusion probability of ${describeValue(unit)} in (0, 1], got ${describeValue(probability)}. A unit that could not be drawn says nothing of the others.`,
      )
    }
    const name = stratum ?? ''
    if (!strata.has(name)) strata.set(name, strata.size)
    places.set(unit, { weight: 1 / probability, stratum: strata.get(name) as number })
  }
  return places
}
