import { describeValue, FramingError } from '../error.js'
import { type Coding, documentOf } from './coding.js'
import { unitIdOf } from './unit.js'

/** The group of each unit: a column, or by unit as a function, Map or record. */
export type Grouping =
  | string
  | ((unit: string) => string | null | undefined)
  | ReadonlyMap<string, string>
  | Readonly<Record<string, string>>

type Row = Readonly<Record<string, unknown>>

/** The group of a unit of which nothing is known. */
export const UNKNOWN_GROUP = 'unknown'

/** A cell of a row; the month is told from the date where there is no such column. */
export function cellOf(row: Row, column: string): string | null {
  const cell = row[column]
  if (cell !== undefined && cell !== null && cell !== '') return String(cell)
  return column === 'month' && typeof row.date === 'string' ? row.date.slice(0, 'YYYY-MM'.length) : null
}

/**
 * Tells the group of a coding.
 *
 * @param units - rows by unit, or by document where they have no unit; looked up where the coding itself does not have the column
 * @throws {FramingError} `invalid-argument` where the grouping is none of these.
 */
export function groupsOf(by: Grouping, units: readonly object[] = []): (coding: Coding) => string {
  if (typeof by === 'function') return ({ unit }) => by(unit) ?? UNKNOWN_GROUP
  if (by instanceof Map) return ({ unit }) => (by as ReadonlyMap<string, string>).get(unit) ?? UNKNOWN_GROUP
  if (typeof by === 'string') {
    const rows = new Map<string, Row>()
    for (const row of units as readonly Row[]) {
      const unit = unitIdOf(row)
      if (unit !== null) rows.set(unit, row)
    }
    return (coding) => {
      for (const row of [coding as unknown as Row, rows.get(coding.unit), rows.get(documentOf(coding.unit))]) {
        const cell = row && cellOf(row, by)
        if (cell !== null && cell !== undefined) return cell
      }
      return UNKNOWN_GROUP
    }
  }
  if (typeof by === 'object' && by !== null) {
    return ({ unit }) => (Object.hasOwn(by, unit) ? String((by as Readonly<Record<string, string>>)[unit]) : UNKNOWN_GROUP)
  }
  throw new FramingError(
    'invalid-argument',
    `Expected by to be a column, a function or a Map by unit, got ${describeValue(by)}. Leave it out for the whole archive.`,
  )
}
