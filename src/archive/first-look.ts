import { FramingError } from '../error.js'
import { foldName, RECORD_NAMES, type RecordFields, type RecordPlace } from '../read/index.js'
import { readItem } from './analyze-item.js'
import type { PlacedRecord } from './archive-item.js'

/** Records that are looked at before anything is written. */
export const FIRST_LOOK = 100

const SHOWN = 20 // fields

/**
 * Looks at the first records of a run.
 *
 * @returns the field of each place: as given, or the one that is taken by its name; places that no record has are absent
 * @throws {FramingError} `missing-field` where no text is found in any of the records, with the fields seen and the likeliest.
 */
export async function lookAtFirst(records: readonly PlacedRecord[], given: RecordFields): Promise<RecordFields> {
  const read = records.flatMap((item) => (item.ok && item.holds !== 'file' ? [item] : []))
  if (read.length === 0) return given
  const lengths = new Map<string, number>() // of the texts in each field, summed
  for (const [name, value] of read.flatMap(({ value }) => Object.entries(value))) {
    lengths.set(name, (lengths.get(name) ?? 0) + (typeof value === 'string' ? value.length : 0))
  }
  if (read.length < records.filter(({ ok }) => ok).length || (await hasText(read, given)))
    return nameFields([...lengths.keys()], given)
  const [longest] = [...lengths].sort(([, a], [, b]) => b - a)
  const seen = [...lengths.keys()].slice(0, SHOWN).join(', ')
  const proposal = longest ? `, perhaps --map ${quoteForShell(`text=${longest[0]}`)}` : ''
  throw new FramingError(
    'missing-field',
    `Expected ${given.text === undefined ? 'a field' : `the field "${given.text}"`} to hold the text, got none in the first ${read.length} records, which have ${seen || 'no fields'}. Name the field that does by --map text=FIELD (fields in a script)${proposal}.`,
  )
}

async function hasText(items: readonly PlacedRecord[], fields: RecordFields): Promise<boolean> {
  for (const item of items) {
    try {
      await readItem(item, item.id, fields)
      return true
    } catch (error) {
      if (!(error instanceof FramingError) || error.code !== 'invalid-argument') return true
    }
  }
  return false
}

/** The field that the reader of records takes for each place, by the names that records have. */
function nameFields(names: readonly string[], given: RecordFields): RecordFields {
  const found = (Object.keys(RECORD_NAMES) as RecordPlace[]).flatMap((place) => {
    const known = RECORD_NAMES[place]
    const ranked = names
      .filter((name) => known.includes(foldName(name)))
      .sort((a, b) => known.indexOf(foldName(a)) - known.indexOf(foldName(b)))
    return ranked[0] === undefined ? [] : [[place, ranked[0]] as const]
  })
  return { ...Object.fromEntries(found), ...given }
}

function quoteForShell(word: string): string {
  return /^[\w=.,:/-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
