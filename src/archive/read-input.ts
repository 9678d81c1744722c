import type { RecordFields } from '../read/index.js'
import type { PlacedRecord } from './archive-item.js'
import type { ReadMeter } from './read-bytes.js'
import { readCsv } from './read-csv.js'
import { readTextFile } from './read-folder.js'
import { readJsonLines } from './read-json-lines.js'
import { readParquet } from './read-parquet.js'

const FIELDS = ['id', 'text', 'title', 'date', 'outlet', 'author', 'categories', 'url', 'language'] as const

/** Reads an input by what its name says: JSON lines, CSV, Parquet, or one text that may hold several articles. */
export async function* readInput(
  path: string,
  fields: RecordFields,
  meter: ReadMeter,
): AsyncGenerator<PlacedRecord, void, undefined> {
  const columns = FIELDS.map((field) => fields[field] ?? field)
  const required = [fields.text ?? 'text', ...Object.values(fields)]
  const packed = /(?:\.gz|\.zst)?$/i
  const name = path.replace(packed, '').toLowerCase()
  if (/\.(?:jsonl|ndjson)$/.test(name)) yield* readJsonLines(path, { meter })
  else if (/\.[ct]sv$/.test(name)) yield* readCsv(path, { required, meter })
  else if (/\.(?:parquet|parq|pq)$/.test(name)) yield* readParquet(path, { columns, required, meter })
  else yield await readTextFile(path, { meter })
}
