import { FramingError } from '../error.js'
import type { RecordFields } from '../read/index.js'
import type { PlacedRecord } from './archive-item.js'
import { chooseFields } from './field-names.js'

/** Records that are looked at before anything is written. */
export const FIRST_LOOK = 100

const SHOWN = 20 // fields

/**
 * Chooses the fields of a run by its first records: what is mapped, and for the rest the common names.
 *
 * @throws {FramingError} `missing-field` where none of the records has the text's field, with the fields seen and the likeliest.
 */
export function lookAtFirst(records: readonly PlacedRecord[], given: RecordFields): RecordFields {
  const read = records.flatMap((item) => (item.ok && item.holds !== 'file' ? [item.value] : []))
  if (read.length === 0) return given
  const lengths = new Map<string, number>() // of the texts in each field, summed
  for (const [name, value] of read.flatMap((record) => Object.entries(record))) {
    lengths.set(name, (lengths.get(name) ?? 0) + (typeof value === 'string' ? value.length : 0))
  }
  const fields = chooseFields(given, new Set(lengths.keys()))
  const field = fields.text ?? 'text'
  if (lengths.has(field) || records.some((item) => item.ok && item.holds === 'file')) return fields
  const [longest] = [...lengths].sort(([, a], [, b]) => b - a)
  const seen = [...lengths.keys()].slice(0, SHOWN).join(', ')
  const proposal = longest ? `, perhaps --map ${quoteForShell(`text=${longest[0]}`)}` : ''
  throw new FramingError(
    'missing-field',
    `Expected the field "${field}" to hold the text, got none in the first ${read.length} records, which have ${seen || 'no fields'}. Name the field that does by --map text=FIELD (fields in a script)${proposal}.`,
  )
}

function quoteForShell(word: string): string {
  return /^[\w=.,:/-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
