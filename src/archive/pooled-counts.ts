import { estimateRate, type Rate } from '../compare/index.js'
import { describeValue, FramingError } from '../error.js'

/** What is read of a row of the table `scores`. */
export interface CountedScore {
  readonly measure: string
  readonly category: string | null
  readonly label: string | null
  readonly quote: string | null
  readonly codebook_hash: string
  readonly lib_version: string
}

/** What is read of a row of the table `articles`. */
export interface CountedArticle {
  readonly paragraphs: number
  readonly exchanges: number
  readonly codebook_hash: string
  readonly lib_version: string
}

/** How often a measure had a label, for one category. */
export interface LabelCount {
  readonly measure: string
  readonly category: string | null
  readonly label: string
  readonly count: number
}

/** How often words were the strongest evidence of a measure, for one category. */
export interface TermCount {
  readonly measure: string
  readonly category: string | null
  /** In lower case, with single spaces. */
  readonly term: string
  readonly count: number
}

/** Whole numbers counted over a part of an archive, as plain JSON that can be sent, stored and merged. */
export interface PooledCounts {
  readonly articles: number
  readonly paragraphs: number
  readonly exchanges: number
  /** In the order of measure, category and label. */
  readonly labels: readonly LabelCount[]
  /** In the order of measure, category and term. */
  readonly terms: readonly TermCount[]
  /** What all rows were scored with; null where there was no row. */
  readonly codebook_hash: string | null
  readonly lib_version: string | null
}

/** Shares of a whole archive, with the intervals that `estimateRate` gives. */
export interface PooledShares {
  /** For each frame with a score, the share of all paragraphs in which it is present. */
  readonly frames: readonly (Rate & { readonly frame: string })[]
  /** For each label, its share of all labels that the measure had for the category. */
  readonly labels: readonly (Rate & Omit<LabelCount, 'count'>)[]
}

/**
 * Counts the rows of one part of an archive.
 *
 * Rows of a measure without a label are counted by their words only. The order of rows does not matter.
 *
 * @param rows - `scores` and `articles`, as `toRows` and the archive's tables have them; each is read once
 * @throws {FramingError} `invalid-argument` where rows were scored with different codebooks or versions.
 * @example
 * const analysis = analyze('Both sides agreed to cut tariffs.')
 * countScores({ scores: toRows(analysis), articles: toRows(analysis, { table: 'articles' }) }).paragraphs //=> 1
 */
export function countScores({
  scores = [],
  articles = [],
}: {
  readonly scores?: Iterable<CountedScore>
  readonly articles?: Iterable<CountedArticle>
}): PooledCounts {
  const labels = createTally()
  const terms = createTally()
  const totals = { articles: 0, paragraphs: 0, exchanges: 0 }
  let origin = NO_ORIGIN
  for (const row of articles) {
    origin = mergeOrigins(origin, row)
    totals.articles++
    totals.paragraphs += row.paragraphs
    totals.exchanges += row.exchanges
  }
  for (const row of scores) {
    origin = mergeOrigins(origin, row)
    const { measure, category, label, quote } = row
    if (label !== null) labels.add([measure, category, label], 1)
    if (quote !== null) terms.add([measure, category, quote.toLowerCase().trim().replace(/\s+/g, ' ')], 1)
  }
  return { ...totals, ...list(labels, terms), codebook_hash: origin.codebook_hash, lib_version: origin.lib_version }
}

/**
 * Merges the counts of two parts into those of both: exactly, in any order and any grouping.
 *
 * @throws {FramingError} `invalid-argument` where the parts were scored with different codebooks or versions.
 * @example
 * const half = countScores({ articles: toRows(analyze('No.'), { table: 'articles' }) })
 * mergeCounts(half, half).articles //=> 2
 */
export function mergeCounts(a: PooledCounts, b: PooledCounts): PooledCounts {
  const origin = mergeOrigins(a, b)
  const labels = createTally()
  const terms = createTally()
  for (const part of [a, b]) {
    for (const { measure, category, label, count } of part.labels) labels.add([measure, category, label], count)
    for (const { measure, category, term, count } of part.terms) terms.add([measure, category, term], count)
  }
  return {
    articles: a.articles + b.articles,
    paragraphs: a.paragraphs + b.paragraphs,
    exchanges: a.exchanges + b.exchanges,
    ...list(labels, terms),
    codebook_hash: origin.codebook_hash,
    lib_version: origin.lib_version,
  }
}

/**
 * Estimates the shares of a whole archive from its merged counts, each with its 95 % interval.
 *
 * Shares are made here, at the end, since shares of parts cannot be merged. Paragraphs of one article are alike, so for few articles the true
 * intervals are wider.
 *
 * @throws {FramingError} `invalid-argument` where frames were counted without their articles.
 * @example
 * const analysis = analyze('Both sides agreed to cut tariffs.')
 * const counts = countScores({ scores: toRows(analysis), articles: toRows(analysis, { table: 'articles' }) })
 * estimateShares(counts).frames[0]?.rate //=> 1
 */
export function estimateShares({ labels, paragraphs }: PooledCounts): PooledShares {
  const totals = createTally()
  const present = new Map<string, number>()
  for (const { measure, category, label, count } of labels) {
    totals.add([measure, category, ''], count)
    if (measure !== 'frame_salience' || category === null) continue
    present.set(category, (present.get(category) ?? 0) + (label === 'present' ? count : 0))
  }
  return {
    frames: [...present].map(([frame, count]) => ({ frame, ...estimateRate(count, paragraphs) })),
    labels: labels.map(({ measure, category, label, count }) => ({
      measure,
      category,
      label,
      ...estimateRate(count, totals.get([measure, category, ''])),
    })),
  }
}

type Key = readonly [measure: string, category: string | null, words: string]

/** Counts by a key of three parts, whatever characters they hold. */
function createTally() {
  const counts = new Map<string, { readonly key: Key; count: number }>()
  return {
    add(key: Key, count: number): void {
      const name = JSON.stringify(key)
      const known = counts.get(name)
      if (known) known.count += count
      else counts.set(name, { key, count })
    },
    get: (key: Key): number => counts.get(JSON.stringify(key))?.count ?? 0,
    sorted: (): { readonly key: Key; readonly count: number }[] => [...counts.values()].sort((a, b) => compareKeys(a.key, b.key)),
  }
}

/** By code units, the same everywhere; no category comes first. */
function compareKeys(a: Key, b: Key): number {
  for (const i of [0, 1, 2] as const) {
    const [one, other] = [a[i], b[i]]
    if (one === other) continue
    if (one === null) return -1
    return other !== null && one < other ? -1 : 1
  }
  return 0
}

function list(
  labels: ReturnType<typeof createTally>,
  terms: ReturnType<typeof createTally>,
): Pick<PooledCounts, 'labels' | 'terms'> {
  return {
    labels: labels.sorted().map(({ key: [measure, category, label], count }) => ({ measure, category, label, count })),
    terms: terms.sorted().map(({ key: [measure, category, term], count }) => ({ measure, category, term, count })),
  }
}

type Origin = Pick<PooledCounts, 'codebook_hash' | 'lib_version'>

const NO_ORIGIN: Origin = { codebook_hash: null, lib_version: null }

/** Counts of different codebooks are counts of different things. */
function mergeOrigins(a: Origin, b: Origin): Origin {
  if (a.codebook_hash === null) return b
  if (b.codebook_hash === null || (a.codebook_hash === b.codebook_hash && a.lib_version === b.lib_version)) return a
  const [one, other] = [a, b].map(({ codebook_hash, lib_version }) => `${describeValue(codebook_hash)} of ${lib_version}`)
  throw new FramingError(
    'invalid-argument',
    `Expected counts of one codebook and one version, got ${one} and ${other}. Analyze all parts with the same.`,
  )
}
