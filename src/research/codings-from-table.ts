import { describeValue, FramingError } from '../error.js'
import type { Coding, CodingValue } from './coding.js'
import { unitIdOf } from './unit.js'
import { categoryOf, isMissing, presenceOf } from './value.js'

/** A row of a table that somebody coded. */
export type TableRow = Readonly<Record<string, unknown>>

/** Which columns of a table hold what, and what may stand there. */
export interface TableOptions {
  /** Column of the unit; `unit` where it is left out, else `doc_id` with `paragraph_id` or `exchange_id`. */
  readonly unit?: string
  /** Column of the coder, `coder` where it is left out; or, in a wide table without one, see `name`. */
  readonly coder?: string
  /** Name of the coder of all rows, where no column says. */
  readonly name?: string
  /** Long table: column of the variable, `variable` where it is left out. Wide by coders: the variable itself. */
  readonly variable?: string
  /** Long table: column of the value, `value` where it is left out. */
  readonly value?: string
  /** Column of the weight, `weight` where it is left out; rows may lack it. */
  readonly weight?: string
  /** Wide table, one column a variable: those columns, or each column with its variable. */
  readonly variables?: readonly string[] | Readonly<Record<string, string>>
  /** Wide table, one column a coder: those columns. */
  readonly coders?: readonly string[]
  /** Values that mean that nothing was coded, beside blanks. */
  readonly missing?: readonly CodingValue[]
  /** Units that there are: any other one is an error. */
  readonly units?: Iterable<string | object>
  /** Values that each variable may have, by its name: any other one is an error. */
  readonly values?: Readonly<Record<string, readonly CodingValue[]>>
  /** Called with each odd row, which is then left out; without it the first ones are thrown. */
  readonly onError?: (error: RowError) => void
}

/** A row that gave no coding, and why. */
export interface RowError {
  /** Place of the row in the table, from 1. */
  readonly row: number
  readonly code:
    | 'missing-unit'
    | 'missing-coder'
    | 'missing-variable'
    | 'unknown-unit'
    | 'unknown-value'
    | 'second-value'
    | 'invalid-weight'
    | 'broken-row'
  /** What was expected, what was there and what to do. */
  readonly message: string
}

const SHOWN_ERRORS = 5 // of many odd rows, in the message of one error

/** Columns that describe a unit and are no variables of a coder. */
const ABOUT_UNIT: ReadonlySet<string> = new Set([
  'unit',
  'coder',
  'weight',
  'text',
  'question',
  'answer',
  'id',
  'doc_id',
  'paragraph_id',
  'exchange_id',
  'turn_id',
  'speaker',
  'role',
  'start',
  'end',
  'outlet',
  'author',
  'date',
  'month',
  'title',
  'inclusionProbability',
  'stratum',
  'note',
  'comment',
  'codebook_hash',
  'lib_version',
])

/**
 * Makes codings from a table that anybody coded: long (a row a value), wide by variable (a row a unit and coder) or wide by coder (a row
 * a unit).
 *
 * A table with `coders` is wide by coder; one with `variables`, or without a column of values, is wide by variable; any other is long.
 * Numbers in text become numbers; of `frame:` variables, yes and no, present and absent, true and false become 1 and 0. Blanks are missing
 * values and stay as codings with null.
 *
 * @param rows - in any order; the place of a row in messages counts from 1
 * @throws {FramingError} `invalid-coding` where rows name no unit, an unknown one, an unknown value or a second value of one coder,
 *   with the places of the first; `invalid-argument` where a column is missing.
 * @example
 * codingsFromTable([{ unit: 'a/0', anna: 'yes', ben: 'no' }], { coders: ['anna', 'ben'], variable: 'frame:trade' })
 * //=> [{ unit: 'a/0', coder: 'anna', variable: 'frame:trade', value: 1 }, { unit: 'a/0', coder: 'ben', variable: 'frame:trade', value: 0 }]
 */
export function codingsFromTable(rows: Iterable<TableRow>, options: TableOptions = {}): Coding[] {
  const list = checkRows(rows)
  const errors: RowError[] = []
  const report = options.onError ?? ((error: RowError) => errors.push(error))
  const codings: Coding[] = []
  const seen = new Map<string, number>()
  const known = options.units && namesOf(options.units)
  const allowed = new Map(
    Object.entries(options.values ?? {}).map(([variable, values]) => [
      variable,
      new Set(values.map((value) => (value === null ? '' : categoryOf(value)))),
    ]),
  )
  const cellsOf = chooseLayout(list, options)
  for (const [i, row] of list.entries()) {
    const place = i + 1
    const odd = (code: RowError['code'], message: string): void => report({ row: place, code, message })
    const unit = options.unit === undefined ? unitIdOf(row) : nameOf(row[options.unit])
    if (unit === null) {
      odd('missing-unit', `Expected row ${place} to name a unit, got none. Fill its column.`)
      continue
    }
    if (known && !known.has(unit)) {
      odd('unknown-unit', `Expected row ${place} to name a unit of the sample, got ${describeValue(unit)}. Correct its name.`)
      continue
    }
    const weight = weightOf(row, options.weight)
    if (Number.isNaN(weight)) {
      odd(
        'invalid-weight',
        `Expected row ${place} to have a weight above 0 or an inclusionProbability in (0, 1], got neither. Correct it.`,
      )
      continue
    }
    for (const { coder, variable, value } of cellsOf(row, place, odd)) {
      const coding = {
        unit,
        coder,
        variable,
        value: readValue(value, variable, options.missing),
        ...(weight !== undefined && { weight }),
      }
      const values = allowed.get(variable)
      if (coding.value !== null && values && !values.has(categoryOf(coding.value))) {
        odd(
          'unknown-value',
          `Expected row ${place} to have for ${variable} one of ${[...values].join(', ')}, got ${describeValue(value)}. Correct it.`,
        )
        continue
      }
      const key = JSON.stringify([unit, coder, variable])
      const before = seen.get(key)
      if (before !== undefined) {
        odd(
          'second-value',
          `Expected one value of ${variable} for ${unit} by ${coder}, got a second in row ${place} after row ${before}. Leave one out.`,
        )
        continue
      }
      seen.set(key, place)
      codings.push(coding)
    }
  }
  throwErrors(errors)
  return codings
}

/**
 * Throws odd rows as one error.
 *
 * @throws {FramingError} `invalid-coding` where there are any.
 */
export function throwErrors(errors: readonly RowError[]): void {
  if (errors.length === 0) return
  const shown = errors.slice(0, SHOWN_ERRORS).map(({ message }) => message)
  const more = errors.length > SHOWN_ERRORS ? [`… and ${errors.length - SHOWN_ERRORS} more rows.`] : []
  throw new FramingError('invalid-coding', [...shown, ...more].join('\n'))
}

interface Cell {
  readonly coder: string
  readonly variable: string
  readonly value: unknown
}

type Odd = (code: RowError['code'], message: string) => void

/** How the cells of a row become codings, by what the options and the columns say. */
function chooseLayout(rows: readonly TableRow[], options: TableOptions): (row: TableRow, place: number, odd: Odd) => Cell[] {
  const {
    coder: coderColumn = 'coder',
    name,
    variable: variableColumn = 'variable',
    value: valueColumn = 'value',
    coders,
    variables,
  } = options
  const columns = new Set(rows.flatMap((row) => Object.keys(row)))
  const check = (column: string): string => {
    if (rows.length === 0 || columns.has(column)) return column
    throw new FramingError(
      'invalid-argument',
      `Expected a column "${column}", got ${[...columns].slice(0, 20).join(', ')}. Name the column in the options.`,
    )
  }
  const coderOf = (row: TableRow, place: number, odd: Odd): string | null => {
    const coder = nameOf(row[coderColumn]) ?? name ?? null
    if (coder === null)
      odd(
        'missing-coder',
        `Expected row ${place} to name a coder, got none. Fill the column ${coderColumn}, or give options.name.`,
      )
    return coder
  }
  if (coders) {
    for (const coder of coders) check(coder)
    return (row) => coders.map((coder) => ({ coder, variable: options.variable ?? 'value', value: row[coder] }))
  }
  if (name === undefined && rows.length > 0) check(coderColumn)
  if (variables || !columns.has(valueColumn)) {
    const named: readonly (readonly [string, string])[] = Array.isArray(variables)
      ? (variables as readonly string[]).map((column) => [column, column] as const)
      : variables
        ? Object.entries(variables as Readonly<Record<string, string>>)
        : [...columns]
            .filter(
              (column) =>
                !ABOUT_UNIT.has(column) && column !== options.unit && column !== coderColumn && column !== options.weight,
            )
            .map((column) => [column, column] as const)
    if (rows.length > 0 && named.length === 0) check(valueColumn)
    for (const [column] of named) check(column)
    return (row, place, odd) => {
      const coder = coderOf(row, place, odd)
      return coder === null ? [] : named.map(([column, variable]) => ({ coder, variable, value: row[column] }))
    }
  }
  const isConstant = options.variable !== undefined && !columns.has(options.variable)
  if (!isConstant) check(variableColumn)
  return (row, place, odd) => {
    const coder = coderOf(row, place, odd)
    if (coder === null) return []
    const variable = isConstant ? (options.variable as string) : nameOf(row[variableColumn])
    if (variable !== null) return [{ coder, variable, value: row[valueColumn] }]
    odd('missing-variable', `Expected row ${place} to name a variable, got none. Fill the column ${variableColumn}.`)
    return []
  }
}

function nameOf(value: unknown): string | null {
  return isMissing(value) ? null : String(value).trim()
}

/** The weight of a row, which its inclusion probability says too; undefined where it has neither, NaN where it is impossible. */
function weightOf(row: TableRow, column = 'weight'): number | undefined {
  const { inclusionProbability: probability } = row
  if (!isMissing(row[column])) return positive(Number(row[column]))
  if (isMissing(probability)) return undefined
  return Number(probability) <= 1 ? 1 / positive(Number(probability)) : Number.NaN
}

const positive = (value: number): number => (value > 0 && Number.isFinite(value) ? value : Number.NaN)

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i

/** What a cell says: null where it says nothing, a number where it spells one. */
function readValue(cell: unknown, variable: string, missing: readonly CodingValue[] = []): CodingValue {
  if (isMissing(cell)) return null
  const value =
    typeof cell === 'bigint'
      ? Number(cell)
      : typeof cell === 'object'
        ? JSON.stringify(cell)
        : (cell as Exclude<CodingValue, null>)
  const text = String(value).trim()
  if (missing.some((each) => each !== null && String(each) === text)) return null
  if (variable.startsWith('frame:')) {
    const presence = presenceOf(value)
    if (presence !== null) return presence
  }
  return typeof value === 'string' ? (NUMBER.test(text) ? Number(text) : text) : value
}

function namesOf(units: Iterable<string | object>): Set<string> {
  return new Set([...units].flatMap((each) => (typeof each === 'string' ? each : (unitIdOf(each as TableRow) ?? []))))
}

function checkRows(rows: Iterable<TableRow>): TableRow[] {
  if (typeof rows !== 'object' || rows === null || !(Symbol.iterator in rows)) {
    throw new FramingError(
      'invalid-argument',
      `Expected rows to be a list of records, got ${describeValue(rows)}. Read a sheet with readSheet.`,
    )
  }
  const list = [...rows]
  list.forEach((row, i) => {
    if (typeof row === 'object' && row !== null) return
    throw new FramingError(
      'invalid-argument',
      `Expected rows[${i}] to be a record, got ${describeValue(row)}. Read a sheet with readSheet.`,
    )
  })
  return list
}
