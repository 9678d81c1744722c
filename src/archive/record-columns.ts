import { foldName, RECORD_NAMES, type RecordFields, SUMMARY_NAMES } from '../read/index.js'
import { type Fault, missingColumn } from './table-faults.js'

const TEXT_NAMES: ReadonlySet<string> = new Set([...RECORD_NAMES.text, ...SUMMARY_NAMES])
const KNOWN_NAMES: ReadonlySet<string> = new Set([...Object.values(RECORD_NAMES).flat(), ...SUMMARY_NAMES])

/** Whether a field may hold the text of an article, by its name. */
export function isTextName(name: string): boolean {
  return TEXT_NAMES.has(foldName(name))
}

/** Whether a column is read: it has a known name or is mapped. */
export function isRecordColumn(name: string, fields: RecordFields): boolean {
  return KNOWN_NAMES.has(foldName(name)) || Object.values(fields).includes(name)
}

/** What a table lacks: a column that is mapped, or any that may hold the text. */
export function findMissingColumn(columns: readonly string[], fields: RecordFields): Fault | null {
  const missing = Object.values(fields).find((name) => !columns.includes(name))
  if (missing !== undefined) return missingColumn(missing, columns)
  return fields.text === undefined && !columns.some(isTextName) ? missingColumn('text', columns) : null
}
