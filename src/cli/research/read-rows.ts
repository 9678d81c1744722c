import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readCsv, readJsonLines, readParquet } from '../../archive/index.js'
import { FramingError } from '../../error.js'
import type { TableRow } from '../../research/index.js'
import { readSource } from '../read-source.js'

/** A file or folder of rows. */
export type Row = Readonly<Record<string, unknown>>

const TABLE = /\.(?:csv|tsv|ndjson|jsonl|parquet|parq|pq|json)(?:\.gz|\.zst)?$/i

/** Columns that hold numbers: CSV does not say. */
const NUMBERS: ReadonlySet<string> = new Set([
  'paragraph_id',
  'exchange_id',
  'turn_id',
  'start',
  'end',
  'value',
  'score',
  'weight',
  'inclusionProbability',
  'responsiveness',
])

/** Whether a path names a table by its ending. */
export function isTable(path: string): boolean {
  return TABLE.test(path)
}

/** Whether a path is a folder that `media-framing archive` wrote, with a folder a table. */
export async function isArchiveFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory() && (await readdir(path)).some((name) => name === 'paragraphs' || name === 'scores')
  } catch {
    return false
  }
}

/**
 * Reads all rows of a table file, or of one table of an archive's folder.
 *
 * @param table - which table of the folder
 * @throws {FramingError} `unreadable-input` where a file cannot be read or a row is broken, with its place.
 */
export async function readRows(path: string, table: 'articles' | 'paragraphs' | 'exchanges' | 'scores'): Promise<Row[]> {
  if (!(await isArchiveFolder(path))) return readTable(path)
  const folder = join(path, table)
  const names = await readdir(folder).catch(() => [] as string[])
  const rows: Row[] = []
  for (const name of names.filter((each) => each.startsWith('part-') && isTable(each)).sort())
    for (const row of await readTable(join(folder, name))) rows.push(row)
  return rows
}

async function readTable(path: string): Promise<Row[]> {
  if (/\.json$/i.test(path)) return parseJson(await readSource(path))
  const isCsv = /\.[ct]sv(?:\.gz|\.zst)?$/i.test(path)
  const items = isCsv ? readCsv(path) : /\.(?:parquet|parq|pq)$/i.test(path) ? readParquet(path) : readJsonLines(path)
  const rows: Row[] = []
  for await (const item of items) {
    if (!item.ok) throw new FramingError('unreadable-input', `${item.id}: ${item.error.message}`)
    rows.push(isCsv ? readCells(item.value as TableRow) : (item.value as Row))
  }
  return rows
}

function readCells(row: TableRow): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [
      name,
      cell === '' ? null : NUMBERS.has(name) && Number.isFinite(Number(cell)) ? Number(cell) : cell,
    ]),
  )
}

function parseJson(source: string): Row[] {
  try {
    const data: unknown = JSON.parse(source)
    if (Array.isArray(data)) return data as Row[]
  } catch {
    // said below
  }
  throw new FramingError(
    'unreadable-input',
    'Expected a JSON list of rows, got something else. Write one row a line as .ndjson, or a list.',
  )
}

/** @throws {FramingError} `unreadable-input`. */
export async function readAll(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (cause) {
    throw new FramingError(
      'unreadable-input',
      `Expected a readable file, got ${(cause as NodeJS.ErrnoException).code}. Check the path.`,
      { cause },
    )
  }
}
