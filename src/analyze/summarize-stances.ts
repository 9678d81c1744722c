import { describeValue, FramingError } from '../error.js'
import { roundScore } from '../round.js'
import type { Analysis, StanceLabel } from '../types.js'

/** Whether the stances towards a target are kept apart by whose they are. */
export type StanceGrouping = 'holder' | 'article'

/** All stances of an article towards one target. */
export interface StanceSummary {
  readonly target: string
  /** Whose stances; null for those of all holders together. */
  readonly holder: string | null
  /** Number of rows with each label. */
  readonly labels: Readonly<Record<StanceLabel, number>>
  /** Mean polarity of the rows by their certainty, from -1 (against) to +1 (in favor); 0 where all are wholly uncertain. */
  readonly polarity: number
  /** Indexes of the paragraphs whose rows are summed up: their evidence is the evidence of this row. */
  readonly paragraphs: readonly number[]
}

const GROUPINGS: ReadonlySet<string> = new Set<StanceGrouping>(['holder', 'article'])

/**
 * Sums up the stances of an article by target, and by holder unless told otherwise: what a speaker, the author or a quoted source
 * thinks of each.
 *
 * It adds nothing to the rows of the paragraphs. Source: this library.
 *
 * @param analysis - as `analyze` gives it
 * @param options.by - `holder` (where it is left out) for one row a target and holder, `article` for one row a target
 * @returns the rows with most paragraphs first, else in reading order
 * @throws {FramingError} `invalid-argument` where `by` is something else
 * @example
 * summarizeStances(analyze('We firmly oppose the tariffs.'))[0]?.labels.against //=> 1
 */
export function summarizeStances(analysis: Analysis, options: { readonly by?: StanceGrouping } = {}): StanceSummary[] {
  const { by = 'holder' } = options
  if (!GROUPINGS.has(by)) {
    throw new FramingError(
      'invalid-argument',
      `Expected by to be holder or article, got ${describeValue(by)}. Leave it out to keep holders apart.`,
    )
  }
  interface Sum {
    readonly target: string
    readonly holder: string | null
    readonly labels: Record<StanceLabel, number>
    polarity: number
    certainty: number
    readonly paragraphs: number[]
  }
  const sums = new Map<string, Sum>()
  for (const { index, stances } of analysis.paragraphs) {
    for (const { target, holder, label, polarity, certainty } of stances) {
      const key = JSON.stringify(by === 'holder' ? [target, holder] : [target])
      let sum = sums.get(key)
      if (!sum) {
        const labels = { favor: 0, against: 0, mixed: 0, neutral: 0 }
        sum = { target, holder: by === 'holder' ? holder : null, labels, polarity: 0, certainty: 0, paragraphs: [] }
        sums.set(key, sum)
      }
      sum.labels[label]++
      sum.polarity += polarity * certainty
      sum.certainty += certainty
      if (sum.paragraphs.at(-1) !== index) sum.paragraphs.push(index)
    }
  }
  return [...sums.values()]
    .sort((a, b) => b.paragraphs.length - a.paragraphs.length)
    .map(({ target, holder, labels, polarity, certainty, paragraphs }) => ({
      target,
      holder,
      labels,
      polarity: certainty > 0 ? roundScore(polarity / certainty) : 0,
      paragraphs,
    }))
}
