import erfc from '@stdlib/math-base-special-erfc'
import { describeValue, FramingError } from '../error.js'
import { type CountOptions, countByGroup, type WordCounts, type WordSource } from './count-words.js'

/** How two corpora are compared. */
export interface WordOptions extends CountOptions {
  /** A column of the rows (`outlet`, `month`, `speaker`): the two are compared within each of its values. Units of analyses have such columns. */
  readonly by?: string
  /** Times a term must stand in both together; 1 where it is left out. What is left out counts in no total. */
  readonly minCount?: number
  /**
   * How often each term is taken to have stood there beforehand: as often as in both corpora together (`informative`, where it is left
   * out), as often as in counts of a background corpus, or so many times each.
   */
  readonly prior?: 'informative' | number | WordCounts
  /** Of G² and chi² for small counts, by quanteda's names: `default` where it is left out, which corrects by Yates where it must. */
  readonly correction?: 'default' | 'yates' | 'williams' | 'none'
}

/** How one term stands in two corpora. Figures above 0 speak for the first, below 0 for the second. */
export interface WordComparison {
  /** Null where all is one group. */
  readonly group: string | null
  /** One word or several with single spaces, in lower case. */
  readonly term: string
  readonly countA: number
  readonly countB: number
  /** Log of the odds ratio, pulled to the prior. */
  readonly logOdds: number
  readonly standardError: number
  /** `logOdds` in standard errors: beyond ±1.96 it is hardly chance. */
  readonly z: number
  /** Log-likelihood ratio, signed, with the chance of one as large where nothing differs. */
  readonly g2: number
  readonly pG2: number
  /** Pearson's chi², signed, with its chance. */
  readonly chi2: number
  readonly pChi2: number
  /** Log to the base 2 of the ratio of shares, 0.5 in the place of no count (Hardie 2014): 1 is twice as often. */
  readonly logRatio: number
  /** Ratio of odds without a prior; infinite where one corpus lacks the term. */
  readonly oddsRatio: number
  /** How much more often it stands in the first, in percent (%DIFF, Gabrielatos & Marchi 2011); infinite where the second lacks it. */
  readonly percentDifference: number
}

/**
 * Compares the words of two corpora, such as questions and answers, two outlets, two speakers, paragraphs with a frame and without.
 *
 * Sources: Monroe, Colaresi & Quinn (2008), *Fightin' words*, Political Analysis 16, 372–403; Dunning (1993), Computational Linguistics 19,
 * 61–74, as `textstat_keyness` of quanteda has it (measures `lr` and `chi2`).
 *
 * @param a - texts, analyses, rows with a text, or counts
 * @param b - the same of what it is compared with
 * @returns a row a term that either has, by group, then by falling z
 * @throws {FramingError} `invalid-argument` where a source is none of these or has no words, and where an option is impossible.
 * @example
 * const [first] = compareWords(['The port opened.', 'The port closed.'], ['The court closed.'], { stopWords: 'english' })
 * first.term //=> 'port'
 */
export function compareWords(a: WordSource, b: WordSource, options: WordOptions = {}): WordComparison[] {
  const { by, minCount = 1, prior = 'informative', correction = 'default' } = options ?? {}
  checkOptions(minCount, prior, correction)
  const first = countByGroup(a, by, options)
  const second = countByGroup(b, by, options)
  if (sumOf(first) === 0) throw noWords('the first')
  if (sumOf(second) === 0) throw noWords('the second')
  const groups = [...new Set([...first.keys(), ...second.keys()])].sort()
  const background = typeof prior === 'object' ? new Map(prior instanceof Map ? prior : Object.entries(prior)) : null
  return groups.flatMap((group) => {
    const countsA = first.get(group) ?? new Map<string, number>()
    const countsB = second.get(group) ?? new Map<string, number>()
    const terms = [...new Set([...countsA.keys(), ...countsB.keys()])].filter(
      (term) => (countsA.get(term) ?? 0) + (countsB.get(term) ?? 0) >= minCount,
    )
    const priorOf = (term: string): number => {
      if (typeof prior === 'number') return prior
      return background ? (background.get(term) ?? 0) : (countsA.get(term) ?? 0) + (countsB.get(term) ?? 0)
    }
    const totals = { a: 0, b: 0, prior: 0 }
    for (const term of terms) {
      totals.a += countsA.get(term) ?? 0
      totals.b += countsB.get(term) ?? 0
      totals.prior += priorOf(term)
    }
    return terms
      .map((term): WordComparison => {
        const [countA, countB] = [countsA.get(term) ?? 0, countsB.get(term) ?? 0]
        const table = { a: countA, b: countB, c: totals.a - countA, d: totals.b - countB }
        const odds = weighOdds(table, priorOf(term), totals.prior)
        const g2 = likelihoodRatio(table, correction)
        const chi2 = chiSquared(table, correction)
        const shareA = countA / totals.a
        const shareB = countB / totals.b
        return {
          group: by === undefined ? null : group,
          term,
          countA,
          countB,
          ...odds,
          g2,
          pG2: tailOf(g2),
          chi2,
          pChi2: tailOf(chi2),
          logRatio: Math.log2(Math.max(countA, NO_COUNT) / totals.a / (Math.max(countB, NO_COUNT) / totals.b)),
          oddsRatio: (table.a * table.d) / (table.b * table.c),
          percentDifference: ((shareA - shareB) * 100) / shareB,
        }
      })
      .sort((one, other) => other.z - one.z || (one.term < other.term ? -1 : 1))
  })
}

const NO_COUNT = 0.5 // stands for no count in a ratio

interface Table {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
}

/** The log-odds ratio with a Dirichlet prior, equations 15, 16, 19 and 20 of Monroe, Colaresi & Quinn (2008). */
function weighOdds(
  { a, b, c, d }: Table,
  prior: number,
  priors: number,
): Pick<WordComparison, 'logOdds' | 'standardError' | 'z'> {
  const logOdds = Math.log((a + prior) / (c + priors - prior)) - Math.log((b + prior) / (d + priors - prior))
  const standardError = Math.sqrt(1 / (a + prior) + 1 / (b + prior))
  return { logOdds, standardError, z: logOdds / standardError }
}

const EPSILON = 1e-9 // quanteda's, inside each logarithm

/** Signed by whether the first corpus has more than its part. */
function signOf({ a, b, c, d }: Table): number {
  return a > ((a + b) * (a + c)) / (a + b + c + d) ? 1 : -1
}

/** What Yates' correction takes from each cell: only where an expected count is under 5. */
function yates({ a, b, c, d }: Table): number {
  const n = a + b + c + d
  const least = Math.min((a + b) * (a + c), (a + b) * (b + d), (a + c) * (c + d), (c + d) * (b + d)) / n
  return Math.abs(a * d - b * c) >= n / 2 && least < 5 ? 0.5 : 0
}

function williams({ a, b, c, d }: Table): number {
  if (a * b * c * d === 0) return 1
  const n = a + b + c + d
  return 1 + ((n / (a + b) + n / (c + d) - 1) * (n / (a + c) + n / (b + d) - 1)) / (6 * n)
}

function chiSquared(table: Table, correction: string): number {
  const { a, b, c, d } = table
  const n = a + b + c + d
  const delta = correction === 'default' || correction === 'yates' ? yates(table) : 0
  const factor = correction === 'williams' ? williams(table) : 1
  const over = (a + b) * (c + d) * (a + c) * (b + d)
  return over === 0 ? 0 : (factor * signOf(table) * n * (Math.abs(a * d - b * c) - n * delta) ** 2) / over
}

function likelihoodRatio(table: Table, correction: string): number {
  const shift =
    correction === 'default' || correction === 'yates' ? yates(table) * (table.a * table.d - table.b * table.c > 0 ? -1 : 1) : 0
  const [a, b, c, d] = [table.a + shift, table.b - shift, table.c - shift, table.d + shift]
  const n = a + b + c + d
  const part = (cell: number, row: number, column: number): number =>
    cell === 0 ? 0 : cell * Math.log(cell / ((row * column) / n) + EPSILON)
  const sum = part(a, a + b, a + c) + part(b, a + b, b + d) + part(c, a + c, c + d) + part(d, b + d, c + d)
  const ratio = 2 * signOf(table) * sum
  return correction === 'williams' ? ratio / williams(table) : ratio
}

/** The chance of a chi² with one degree of freedom as large as this one. */
function tailOf(statistic: number): number {
  return erfc(Math.sqrt(Math.abs(statistic) / 2))
}

function sumOf(groups: ReadonlyMap<string, ReadonlyMap<string, number>>): number {
  let sum = 0
  for (const counts of groups.values()) for (const count of counts.values()) sum += count
  return sum
}

function noWords(which: string): FramingError {
  return new FramingError(
    'invalid-argument',
    `Expected words in ${which} corpus, got none. Check what was selected, and the stop words.`,
  )
}

function checkOptions(minCount: unknown, prior: unknown, correction: unknown): void {
  const say = (expected: string, got: unknown): FramingError =>
    new FramingError('invalid-argument', `Expected ${expected}, got ${describeValue(got)}. Leave it out for the default.`)
  if (!(typeof minCount === 'number' && minCount >= 1)) throw say('minCount of 1 or more', minCount)
  if (typeof prior === 'number' ? !(prior > 0 && Number.isFinite(prior)) : prior !== 'informative' && typeof prior !== 'object')
    throw say('prior to be informative, counts or a number above 0', prior)
  if (!['default', 'yates', 'williams', 'none'].includes(correction as string))
    throw say('correction to be default, yates, williams or none', correction)
}
