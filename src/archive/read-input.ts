import { stat } from 'node:fs/promises'
import type { RecordFields } from '../read/index.js'
import type { PlacedRecord } from './archive-item.js'
import { readCsv } from './read-csv.js'
import { readFolder, readTextFile } from './read-folder.js'
import { readJsonLines } from './read-json-lines.js'
import { readParquet } from './read-parquet.js'

const FIELDS = ['id', 'text', 'title', 'date', 'outlet', 'author', 'categories', 'url', 'language'] as const

/** Reads an input by what its name says: JSON lines, CSV, Parquet, a folder of texts, or one text. */
export async function* readInput(path: string, fields: RecordFields = {}): AsyncGenerator<PlacedRecord, void, undefined> {
  const columns = FIELDS.map((field) => fields[field] ?? field)
  const required = [fields.text ?? 'text', ...Object.values(fields)]
  const packed = /(?:\.gz|\.zst)?$/i
  const name = path.replace(packed, '').toLowerCase()
  if (/\.(?:jsonl|ndjson)$/.test(name)) yield* readJsonLines(path)
  else if (/\.[ct]sv$/.test(name)) yield* readCsv(path, { required })
  else if (/\.(?:parquet|parq|pq)$/.test(name)) yield* readParquet(path, { columns, required })
  else if (await isFolder(path)) yield* readFolder(path)
  else yield await readTextFile(path)
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
}
