import { describeValue, FramingError } from '../error.js'
import type { Analysis } from '../types.js'
import { createChance, drawSome } from './chance.js'
import { type ResearchUnit, type UnitKind, unitsOf } from './unit.js'
import { cellOf, UNKNOWN_GROUP } from './unit-groups.js'

/** How much of each stratum is drawn: in proportion to its units, the same of each, or so many of each by its name. */
export type Allocation = 'proportional' | 'equal' | Readonly<Record<string, number>>

/** Names the stratum or the cluster of a unit: by a column, several columns or a function. */
export type UnitKey = string | readonly string[] | ((unit: ResearchUnit) => string)

/** How a sample is drawn. */
export interface SampleOptions {
  /** Units to draw, those of `certainty` among them; with `clusters`, the number of clusters. */
  readonly size: number
  /** Each stratum is drawn from by itself; `scoreBands` makes strata of the library's own scores. */
  readonly strata?: UnitKey
  /** `proportional` where it is left out. */
  readonly allocation?: Allocation
  /** Whole clusters are drawn, such as all units of a document: `doc_id`. */
  readonly clusters?: UnitKey
  /** Units that are taken in any case: their names, or a function; their inclusion probability is 1. */
  readonly certainty?: Iterable<string> | ((unit: ResearchUnit) => boolean)
  /** A whole number; the same one draws the same sample. */
  readonly seed: number
  /** Names of the coders; the units are shared out among them. */
  readonly coders?: readonly string[]
  /** Share of the units that all coders get, in [0, 1]; 1 where it is left out. */
  readonly overlap?: number
  /** What a unit of an analysis is; a paragraph where it is left out. */
  readonly kind?: UnitKind
}

/** A drawn unit with all its columns. */
export interface SampledUnit extends ResearchUnit {
  /** Null without strata. */
  readonly stratum: string | null
  /** How likely it was to be drawn, in (0, 1]; 1 / weight. */
  readonly inclusionProbability: number
  /** How many units it stands for. */
  readonly weight: number
  /** Who codes it; nobody is named where no coders were given. */
  readonly coders: readonly string[]
}

/**
 * Draws a random sample to code, with the inclusion probability of each unit.
 *
 * A stratum that has fewer units than it should give gives all of them, and the others give more. The sample stands in an order of chance,
 * so that coders do not see strata, and the first of it are a sample, too.
 *
 * @param units - analyses, rows of the tables `paragraphs` or `exchanges`, rows with a `unit`, or names
 * @returns the drawn units; each is shared out to the coders it names
 * @throws {FramingError} `invalid-argument` where the size is more than there are units, or less than strata or certain units need; and where
 *   a unit has no name, a name comes twice, or an option is impossible.
 * @example
 * const units = Array.from({ length: 100 }, (_, i) => ({ unit: `a${i}/0`, outlet: i < 20 ? 'Herald' : 'Ledger' }))
 * const sample = drawSample(units, { size: 10, strata: 'outlet', allocation: 'equal', seed: 1 })
 * sample.filter(({ outlet }) => outlet === 'Herald').map(({ inclusionProbability }) => inclusionProbability) //=> [ 0.25, 0.25, 0.25, 0.25, 0.25 ]
 */
export function drawSample(units: Iterable<Analysis | object | string>, options: SampleOptions): SampledUnit[] {
  const {
    size,
    strata,
    allocation = 'proportional',
    clusters,
    certainty,
    seed,
    coders = [],
    overlap = 1,
    kind = 'paragraph',
  } = options ?? {}
  const all = unitsOf(units as Iterable<object>, kind)
  checkSize(size, 'size')
  if (!(typeof overlap === 'number' && overlap >= 0 && overlap <= 1))
    throw invalid('overlap in [0, 1]', overlap, 'It is the share of units that all coders get.')
  if (!Array.isArray(coders) || new Set(coders).size < coders.length)
    throw invalid('coders to be a list of different names', coders, 'Name each once.')
  const chance = createChance(seed)
  const isCertain = readCertainty(certainty, all)
  const certain = all.filter(isCertain)
  const open = all.filter((unit) => !isCertain(unit))
  const stratumOf = strata === undefined ? () => null : keyOf(strata, all)
  const clusterOf = clusters === undefined ? null : keyOf(clusters, all)
  const left = size - (clusterOf ? new Set(certain.map(clusterOf)).size : certain.length)
  if (left < 0)
    throw invalid(`size to be at least the ${certain.length} certain units`, size, 'Raise it, or take fewer for certain.')
  const groups = groupBy(open, (unit) => stratumOf(unit) ?? '')
  const drawn: SampledUnit[] = certain.map((unit) => ({
    ...unit,
    stratum: stratumOf(unit),
    inclusionProbability: 1,
    weight: 1,
    coders: [],
  }))
  const counts = new Map(
    [...groups].map(([name, members]) => [name, clusterOf ? groupBy(members, clusterOf).size : members.length]),
  )
  const takes = allocate(counts, left, allocation, strata !== undefined)
  for (const [name, members] of groups) {
    const count = counts.get(name) as number
    const take = takes.get(name) as number
    if (take === 0) continue
    const parts = clusterOf ? [...groupBy(members, clusterOf).values()] : members.map((unit) => [unit])
    const about = {
      stratum: strata === undefined ? null : name,
      inclusionProbability: take / count,
      weight: count / take,
      coders: [],
    }
    for (const part of drawSome(parts, take, chance)) for (const unit of part) drawn.push({ ...unit, ...about })
  }
  const shuffled = drawSome(drawn, drawn.length, chance)
  return coders.length === 0 ? shuffled : shareOut(shuffled, coders, overlap)
}

function checkSize(size: unknown, name: string): void {
  if (Number.isSafeInteger(size) && (size as number) >= 1) return
  throw invalid(`${name} to be a whole number of 1 or more`, size, 'Some 100 units a variable are a beginning.')
}

function readCertainty(certainty: SampleOptions['certainty'], all: readonly ResearchUnit[]): (unit: ResearchUnit) => boolean {
  if (certainty === undefined) return () => false
  if (typeof certainty === 'function') return certainty
  const names = new Set(certainty)
  const known = new Set(all.map(({ unit }) => unit))
  for (const name of names) if (!known.has(name)) throw invalid('certainty to name units', name, 'Correct the name.')
  return ({ unit }) => names.has(unit)
}

function keyOf(key: UnitKey, all: readonly ResearchUnit[]): (unit: ResearchUnit) => string {
  if (typeof key === 'function') return (unit) => String(key(unit))
  const columns = typeof key === 'string' ? [key] : key
  for (const column of columns) {
    if (all.length > 0 && !all.some((unit) => cellOf(unit, column) !== null)) {
      throw invalid(`units with a column "${column}"`, Object.keys(all[0] as object).join(', '), 'Name a column that they have.')
    }
  }
  return (unit) => columns.map((column) => cellOf(unit, column) ?? UNKNOWN_GROUP).join(' · ')
}

function groupBy(units: readonly ResearchUnit[], key: (unit: ResearchUnit) => string): Map<string, ResearchUnit[]> {
  const groups = new Map<string, ResearchUnit[]>()
  for (const unit of units) {
    const name = key(unit)
    const members = groups.get(name)
    if (members) members.push(unit)
    else groups.set(name, [unit])
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** How many of each stratum are taken: never more than it has, at least one of each where that is asked for by strata. */
function allocate(
  counts: ReadonlyMap<string, number>,
  size: number,
  allocation: Allocation,
  isStratified: boolean,
): Map<string, number> {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (typeof allocation === 'object') return allocateByName(counts, allocation)
  if (allocation !== 'proportional' && allocation !== 'equal')
    throw invalid('allocation to be proportional, equal or numbers by stratum', allocation, 'Leave it out for proportional.')
  if (size > total) throw invalid(`size to be at most the ${total} units or clusters that there are`, size, 'Lower it.')
  if (isStratified && size < counts.size) {
    throw invalid(
      `size to be at least the number of strata, ${counts.size}`,
      size,
      'A stratum that gives no unit says nothing of its units. Raise it, or make fewer strata.',
    )
  }
  const takes = new Map([...counts.keys()].map((name) => [name, Math.min(1, size)]))
  if (!isStratified) return new Map([...counts.keys()].map((name) => [name, size]))
  for (let taken = counts.size; taken < size; taken++) {
    // The next unit goes to the stratum that lags most behind what it should give (Sainte-Laguë, by largest quotient).
    let next: string | null = null
    let most = -1
    for (const [name, count] of counts) {
      const take = takes.get(name) as number
      const quotient = (allocation === 'equal' ? 1 : count) / (2 * take + 1)
      if (take < count && quotient > most) [next, most] = [name, quotient]
    }
    takes.set(next as string, (takes.get(next as string) as number) + 1)
  }
  return takes
}

function allocateByName(counts: ReadonlyMap<string, number>, allocation: Readonly<Record<string, number>>): Map<string, number> {
  return new Map(
    [...counts].map(([name, count]) => {
      const take = Object.hasOwn(allocation, name) ? allocation[name] : undefined
      checkSize(take, `allocation of ${describeValue(name)}`)
      if ((take as number) > count)
        throw invalid(`allocation of ${describeValue(name)} to be at most its ${count} units`, take, 'Lower it.')
      return [name, take as number]
    }),
  )
}

/** All coders get the first units; the rest goes to one each, in turn. */
function shareOut(units: readonly SampledUnit[], coders: readonly string[], overlap: number): SampledUnit[] {
  const shared = Math.round(overlap * units.length)
  return units.map((unit, i) => ({
    ...unit,
    coders: i < shared ? [...coders] : [coders[(i - shared) % coders.length] as string],
  }))
}

function invalid(expected: string, got: unknown, remedy: string): FramingError {
  return new FramingError('invalid-argument', `Expected ${expected}, got ${describeValue(got)}. ${remedy}`)
}
