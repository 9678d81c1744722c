import { describeValue, FramingError } from '../error.js'
import { type Coding, type CodingValue, documentOf } from './coding.js'
import { categoryOf, checkCodings, isMissing } from './value.js'

/** The codings of one variable in columns, one place a coding that has a value. */
export interface CodingTable {
  readonly variable: string
  /** Coders in the order of their names. */
  readonly coders: readonly string[]
  /** Units in the order of their first coding, those whose values are all missing left out. */
  readonly units: readonly string[]
  /** Categories in the order of their first coding. */
  readonly categories: readonly string[]
  /** The first value of each category, as it was coded. */
  readonly values: readonly Exclude<CodingValue, null>[]
  /** Where the codings of each unit begin in `coder` and `category`; one more than there are units. */
  readonly starts: Uint32Array
  readonly coder: Uint32Array
  readonly category: Uint32Array
  /** Number of the document of each unit. */
  readonly document: Uint32Array
  readonly documents: number
  /** Units that coders named, with those whose values are all missing. */
  readonly named: number
}

interface Draft {
  readonly units: Map<string, number>
  readonly coders: Map<string, number>
  readonly categories: Map<string, number>
  readonly values: Exclude<CodingValue, null>[]
  readonly unit: number[]
  readonly coder: number[]
  readonly category: number[]
  readonly named: Set<string>
}

/**
 * Sorts codings into one table a variable, in the order of the variables' first coding.
 *
 * @param cluster - names what a unit belongs to; units of one cluster are alike
 * @throws {FramingError} `invalid-coding` where one coder has two values for the same variable of a unit, or a coding has no shape.
 */
export function tabulate(codings: readonly Coding[], cluster: (unit: string) => string = documentOf): CodingTable[] {
  checkCodings(codings, 'codings')
  const drafts = new Map<string, Draft>()
  for (let i = 0; i < codings.length; i++) {
    const { unit, coder, variable, value } = codings[i] as Coding
    let draft = drafts.get(variable)
    if (!draft) {
      draft = {
        units: new Map(),
        coders: new Map(),
        categories: new Map(),
        values: [],
        unit: [],
        coder: [],
        category: [],
        named: new Set(),
      }
      drafts.set(variable, draft)
    }
    const coderIndex = indexOf(draft.coders, coder)
    if (isMissing(value)) {
      draft.named.add(unit)
      continue
    }
    const known = draft.categories.size
    const category = indexOf(draft.categories, categoryOf(value))
    if (category === known) draft.values.push(value)
    draft.unit.push(indexOf(draft.units, unit))
    draft.coder.push(coderIndex)
    draft.category.push(category)
  }
  return [...drafts].map(([variable, draft]) => layOut(variable, draft, cluster))
}

function indexOf(indexes: Map<string, number>, name: string): number {
  const known = indexes.get(name)
  if (known !== undefined) return known
  indexes.set(name, indexes.size)
  return indexes.size - 1
}

function layOut(variable: string, draft: Draft, cluster: (unit: string) => string): CodingTable {
  const units = [...draft.units.keys()]
  const names = [...draft.coders.keys()]
  const coders = [...names].sort()
  const rank = Uint32Array.from(names, (name) => coders.indexOf(name))
  const starts = new Uint32Array(units.length + 1)
  for (const unit of draft.unit) starts[unit + 1] = (starts[unit + 1] as number) + 1
  for (let u = 0; u < units.length; u++) starts[u + 1] = (starts[u + 1] as number) + (starts[u] as number)
  const next = starts.slice()
  const coder = new Uint32Array(draft.unit.length)
  const category = new Uint32Array(draft.unit.length)
  for (let i = 0; i < draft.unit.length; i++) {
    const unit = draft.unit[i] as number
    const who = rank[draft.coder[i] as number] as number
    const from = starts[unit] as number
    let at = next[unit] as number
    for (let other = from; other < at; other++) {
      if (coder[other] === who) throw codedTwice(variable, units[unit] as string, coders[who] as string)
    }
    next[unit] = at + 1
    for (; at > from && (coder[at - 1] as number) > who; at--) {
      coder[at] = coder[at - 1] as number
      category[at] = category[at - 1] as number
    }
    coder[at] = who
    category[at] = draft.category[i] as number
  }
  const clusters = new Map<string, number>()
  const document = Uint32Array.from(units, (unit) => indexOf(clusters, cluster(unit)))
  let named = units.length
  for (const unit of draft.named) if (!draft.units.has(unit)) named++
  return {
    variable,
    coders,
    units,
    categories: [...draft.categories.keys()],
    values: draft.values,
    starts,
    coder,
    category,
    document,
    documents: clusters.size,
    named,
  }
}

function codedTwice(variable: string, unit: string, coder: string): FramingError {
  return new FramingError(
    'invalid-coding',
    `Expected one value of ${describeValue(variable)} for ${describeValue(unit)} by ${describeValue(coder)}, got two. Leave one out, or name two coders.`,
  )
}
