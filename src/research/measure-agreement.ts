import { describeValue, FramingError } from '../error.js'
import { FIGURES, type Level, sumAgreement } from './agreement-figures.js'
import { type BootstrapOptions, bootstrapFigures, checkDraws, DEFAULT_SEED } from './bootstrap.js'
import { type Coding, type CodingValue, documentOf } from './coding.js'
import { type CodingTable, tabulate } from './coding-table.js'
import { checkConfidence, type Estimate, NO_ESTIMATE } from './estimate.js'
import type { ResearchIssue } from './issue.js'
import { textsOf, type UnitTexts } from './unit-texts.js'

/** How agreement is measured. */
export interface AgreementOptions extends BootstrapOptions {
  /** Of all variables, or of each by its name; `nominal` where it is left out. */
  readonly level?: Level | Readonly<Record<string, Level>>
  /** The values of ordinal variables from low to high, where they are no numbers; of all, or of each by its name. */
  readonly order?: readonly string[] | Readonly<Record<string, readonly string[]>>
  /** The texts of the units, for the table of disagreements. */
  readonly texts?: UnitTexts
  /** What a unit belongs to, whose units are alike; its document where it is left out. */
  readonly cluster?: (unit: string) => string
}

/** The four measures of agreement. Null figures where the data do not say. */
export interface AgreementFigures {
  /** Share of pairs of codings of a unit that agree, averaged over units. */
  readonly percent: Estimate
  /** Cohen's kappa; null unless there are two coders. */
  readonly kappa: Estimate
  /** Krippendorff's alpha at the level of the variable; of a category, nominal. */
  readonly alpha: Estimate
  /** Gwet's AC1, which a rare category does not pull to 0. */
  readonly ac1: Estimate
}

/** One category against all others. */
export interface CategoryAgreement extends AgreementFigures {
  readonly category: string
  /** Codings that have it. */
  readonly codings: number
}

/** Two of several coders. */
export interface PairAgreement {
  readonly coders: readonly [string, string]
  /** Units that both coded. */
  readonly units: number
  readonly percent: number | null
  readonly kappa: number | null
}

/** How far coders agree on one variable. */
export interface VariableAgreement extends AgreementFigures {
  readonly variable: string
  readonly level: Level
  /** By name. */
  readonly coders: readonly string[]
  /** Units with a value. */
  readonly units: number
  /** Units with values of two coders or more: all that agreement is told from, but for AC1's chance. */
  readonly pairable: number
  readonly documents: number
  /** In order of the values; empty where the level is of numbers or there are more than fifty. */
  readonly categories: readonly CategoryAgreement[]
  /** Each two coders where there are more than two. */
  readonly pairs: readonly PairAgreement[]
}

/** A unit that coders do not agree on. */
export interface Disagreement {
  readonly unit: string
  readonly variable: string
  /** The value of each coder that has one. */
  readonly values: Readonly<Record<string, CodingValue>>
  /** Null where no texts were given. */
  readonly text: string | null
}

/** What `measureAgreement` gives. */
export interface Agreement {
  /** In the order of the first coding of each. */
  readonly variables: readonly VariableAgreement[]
  /** By variable, then in the order of units. */
  readonly disagreements: readonly Disagreement[]
  readonly issues: readonly ResearchIssue[]
}

const LEVELS: readonly unknown[] = ['nominal', 'ordinal', 'interval', 'ratio'] satisfies Level[]
const NO_FIGURES: AgreementFigures = { percent: NO_ESTIMATE, kappa: NO_ESTIMATE, alpha: NO_ESTIMATE, ac1: NO_ESTIMATE }

/**
 * Measures how far coders agree, variable by variable and category by category, each figure with an interval.
 *
 * A coder is whoever has a name: students, this library, another model. Missing values are left out, not counted as agreement.
 * Intervals are percentiles over draws of documents, since units of one document are alike. What cannot be told (one coder, no unit
 * that two coded, one category) has null figures and an issue that says why. Weights are not used.
 *
 * @param codings - one value of a variable a coder and unit
 * @throws {FramingError} `invalid-coding` where one coder has two values for one unit or a number is none, `invalid-argument` where there
 *   are no codings at all, and where level, order, draws, seed or confidence are none.
 * @example
 * const code = (coder, values) => values.map((value, i) => ({ unit: `a/${i}`, coder, variable: 'frame:trade', value }))
 * const { variables } = measureAgreement([...code('anna', [1, 1, 0, 0]), ...code('ben', [1, 0, 0, 0])], { level: 'nominal' })
 * variables[0].percent.estimate //=> 0.75
 */
export function measureAgreement(codings: readonly Coding[], options: AgreementOptions = {}): Agreement {
  const { level = 'nominal', order, texts, cluster = documentOf } = options
  const drawing = {
    draws: checkDraws(options.draws),
    seed: options.seed ?? DEFAULT_SEED,
    confidence: checkConfidence(options.confidence),
  }
  const tables = tabulate(codings, cluster)
  if (tables.length === 0) {
    throw new FramingError(
      'invalid-argument',
      'Expected codings of two coders, got none. Make them with codingsFromRows or codingsFromTable.',
    )
  }
  const textOf = textsOf(texts)
  const issues: ResearchIssue[] = []
  const variables = tables.map((table) => {
    const levelHere = checkLevel(typeof level === 'string' ? level : (level[table.variable] ?? 'nominal'))
    const orderHere = Array.isArray(order)
      ? order
      : (order as Readonly<Record<string, readonly string[]>> | undefined)?.[table.variable]
    return agreementOf(table, levelHere, orderHere, drawing, issues)
  })
  return { variables, disagreements: tables.flatMap((table) => listDisagreements(table, textOf)), issues }
}

function checkLevel(level: unknown): Level {
  if (LEVELS.includes(level)) return level as Level
  throw new FramingError(
    'invalid-argument',
    `Expected level to be ${LEVELS.join(', ')}, got ${describeValue(level)}. Leave it out for nominal.`,
  )
}

function agreementOf(
  table: CodingTable,
  level: Level,
  order: readonly string[] | undefined,
  drawing: Required<BootstrapOptions>,
  issues: ResearchIssue[],
): VariableAgreement {
  const { variable, coders, units, categories, documents } = table
  const { tally, figures, categories: own, measure, pairable } = sumAgreement(table, level, order, drawing.seed)
  const issue = reasonForNone(table, pairable)
  if (issue) issues.push(issue)
  const named = { variable, level, coders, units: units.length, pairable, documents }
  if (pairable === 0) return { ...named, ...NO_FIGURES, categories: [], pairs: [] }
  if (documents < FEW_DOCUMENTS) {
    issues.push({
      code: 'few-documents',
      variable,
      message: `Intervals of ${variable} come from ${documents} documents, fewer than ${FEW_DOCUMENTS}: they are too narrow. Code units of more documents.`,
    })
  }
  const estimates = bootstrapFigures(tally, figures, documents, measure, drawing)
  const at = (from: number): AgreementFigures =>
    Object.fromEntries(FIGURES.map((name, f) => [name, estimates[from + f] as Estimate])) as unknown as AgreementFigures
  const counts = new Float64Array(categories.length)
  for (const c of table.category) counts[c] = (counts[c] as number) + 1
  return {
    ...named,
    ...at(0),
    categories: own.map((category, c) => ({
      category,
      codings: counts[categories.indexOf(category)] as number,
      ...at(FIGURES.length * (c + 1)),
    })),
    pairs: coders.length > 2 ? pairsOf(table) : [],
  }
}

const FEW_DOCUMENTS = 10 // below it a draw of documents says little of how others would differ

function reasonForNone({ variable, coders, units, categories }: CodingTable, pairable: number): ResearchIssue | null {
  const say = (code: ResearchIssue['code'], message: string): ResearchIssue => ({ code, variable, message })
  if (units.length === 0) return say('all-missing', `All values of ${variable} are missing. Fill the sheets first.`)
  if (coders.length < 2)
    return say('one-coder', `Only ${coders[0]} coded ${variable}. Let a second coder code some of the same units.`)
  if (pairable === 0) return say('no-overlap', `No unit has ${variable} of two coders. Draw the sample with an overlap.`)
  if (categories.length === 1) {
    return say(
      'one-category',
      `All codings of ${variable} are ${categories[0]}: agreement beyond chance cannot be told. Code units that differ.`,
    )
  }
  return null
}

function listDisagreements(
  { variable, coders, units, values, starts, coder, category }: CodingTable,
  textOf: (unit: string) => string | null,
): Disagreement[] {
  const found: Disagreement[] = []
  for (let u = 0; u < units.length; u++) {
    const from = starts[u] as number
    const to = starts[u + 1] as number
    let differ = false
    for (let i = from + 1; i < to; i++) differ ||= category[i] !== category[from]
    if (!differ) continue
    const unit = units[u] as string
    const said: [string, CodingValue][] = []
    for (let i = from; i < to; i++)
      said.push([coders[coder[i] as number] as string, values[category[i] as number] as CodingValue])
    found.push({ unit, variable, values: Object.fromEntries(said), text: textOf(unit) })
  }
  return found
}

/** Percent and kappa of each two coders, without intervals. */
function pairsOf({ coders, units, starts, coder, category, categories }: CodingTable): PairAgreement[] {
  const pairs = new Map<number, { readonly first: Float64Array; readonly second: Float64Array; units: number; same: number }>()
  for (let u = 0; u < units.length; u++) {
    const to = starts[u + 1] as number
    for (let i = starts[u] as number; i < to; i++) {
      for (let j = i + 1; j < to; j++) {
        const key = (coder[i] as number) * coders.length + (coder[j] as number)
        const pair = pairs.get(key) ?? {
          first: new Float64Array(categories.length),
          second: new Float64Array(categories.length),
          units: 0,
          same: 0,
        }
        pairs.set(key, pair)
        const [a, b] = [category[i] as number, category[j] as number]
        pair.units++
        pair.first[a] = (pair.first[a] as number) + 1
        pair.second[b] = (pair.second[b] as number) + 1
        if (a === b) pair.same++
      }
    }
  }
  return coders.flatMap((one, a) =>
    coders.slice(a + 1).map((other, rest): PairAgreement => {
      const pair = pairs.get(a * coders.length + a + 1 + rest)
      if (!pair) return { coders: [one, other], units: 0, percent: null, kappa: null }
      const percent = pair.same / pair.units
      const chance = pair.first.reduce((sum, count, c) => sum + (count * (pair.second[c] as number)) / pair.units ** 2, 0)
      return { coders: [one, other], units: pair.units, percent, kappa: chance === 1 ? null : (percent - chance) / (1 - chance) }
    }),
  )
}
