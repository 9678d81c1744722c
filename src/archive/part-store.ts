import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FramingError } from '../error.js'
import { TABLE_NAMES, type TableName } from './archive-tables.js'
import type { TableFormat } from './encode-rows.js'

/** What a part that is done holds. */
export interface PartCounts {
  /** Records of the input that the part covers, good or bad. */
  readonly records: number
  /** Rows of each table. */
  readonly rows: Readonly<Record<TableName, number>>
}

/** The entry of a part that is done; its file's appearance is what makes the part count. */
interface PartEntry extends PartCounts {
  readonly part: number
  /** Bytes of each table's file. */
  readonly bytes: Readonly<Record<TableName, number>>
}

/** The numbered parts of an archive's tables in a folder. */
export interface PartStore {
  /** @returns what the part holds, or null where it is not there whole */
  find(part: number): Promise<PartCounts | null>
  /**
   * Writes all files of a part and then its entry, so that the part is there whole or not at all.
   *
   * @throws {FramingError} `unwritable-output`, with nothing of the part left behind where that can be helped.
   */
  write(part: number, files: Readonly<Record<TableName, readonly Uint8Array[]>>, counts: PartCounts): Promise<void>
  /** Removes whatever stands of a part. */
  remove(part: number): Promise<void>
  /** Numbers of the parts of which anything stands, an unfinished file too. */
  list(): Promise<number[]>
}

const ENTRIES = '_parts' // the underscore hides it from engines that read whole folders

export function openPartStore(folder: string, format: TableFormat): PartStore {
  const nameOf = (part: number): string => `part-${String(part).padStart(5, '0')}`
  const fileOf = (table: TableName, part: number): string => join(folder, table, `${nameOf(part)}.${format}`)
  const entryOf = (part: number): string => join(folder, ENTRIES, `${nameOf(part)}.json`)
  const allFiles = (part: number): string[] =>
    [entryOf(part), ...TABLE_NAMES.map((table) => fileOf(table, part))].flatMap((file) => [file, temporary(file)])

  /** The entry goes first: without it the tables' files do not count. */
  async function remove(part: number): Promise<void> {
    for (const file of allFiles(part)) await rm(file, { force: true })
  }

  async function find(part: number): Promise<PartCounts | null> {
    try {
      const { bytes, records, rows } = JSON.parse(await readFile(entryOf(part), 'utf8')) as PartEntry
      for (const table of TABLE_NAMES) if ((await stat(fileOf(table, part))).size !== bytes[table]) return null
      return { records, rows }
    } catch {
      return null // whatever is wrong with it, it is not there whole
    }
  }

  return {
    find,
    remove,
    async list() {
      const names = await Promise.all([ENTRIES, ...TABLE_NAMES].map((each) => readdir(join(folder, each)).catch(() => [])))
      const numbers = names.flat().flatMap((name) => /^\.?part-(\d+)\./.exec(name)?.[1] ?? [])
      return [...new Set(numbers.map(Number))].sort((a, b) => a - b)
    },
    async write(part, files, { records, rows }) {
      try {
        for (const each of [ENTRIES, ...TABLE_NAMES]) await mkdir(join(folder, each), { recursive: true })
        const sizes: [TableName, number][] = []
        for (const table of TABLE_NAMES) {
          await writeWhole(fileOf(table, part), files[table])
          sizes.push([table, files[table].reduce((sum, { length }) => sum + length, 0)])
        }
        for (const table of TABLE_NAMES) await syncFolder(join(folder, table)) // the entry must not reach the disk before them
        const entry: PartEntry = { part, records, rows, bytes: Object.fromEntries(sizes) as Record<TableName, number> }
        await writeWhole(entryOf(part), [Buffer.from(`${JSON.stringify(entry)}\n`)])
        await syncFolder(join(folder, ENTRIES))
      } catch (error) {
        await remove(part).catch(() => {})
        throw unwritable(error, folder)
      }
    },
  }
}

/** Writes a file under another name, waits until it is on the disk and gives it its name. */
export async function writeWhole(path: string, chunks: readonly Uint8Array[]): Promise<void> {
  const handle = await open(temporary(path), 'w')
  try {
    for (const chunk of chunks) await handle.writeFile(chunk)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(temporary(path), path)
}

/** The name has a leading dot, so that no wildcard and no engine takes it for a table. */
function temporary(path: string): string {
  return path.replace(/[^\\/]+$/, '.$&.tmp')
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return // a folder cannot be opened there
  const handle = await open(path)
  await handle.sync().finally(() => handle.close())
}

const REMEDIES = new Map<string | undefined, string>([
  ['ENOSPC', 'The disk is full; free some space'],
  ['EDQUOT', 'Your quota is used up; free some space'],
  ['EFBIG', 'The system allows no file of that size; raise the limit'],
  ['EACCES', 'You may not write there; check its permissions'],
  ['EROFS', 'The disk can only be read; choose another folder'],
])

export function unwritable(error: unknown, folder: string): FramingError {
  if (error instanceof FramingError) return error
  const { code, message } = error as NodeJS.ErrnoException
  const remedy = REMEDIES.get(code) ?? message
  return new FramingError(
    'unwritable-output',
    `Expected to write to ${folder}, got ${code ?? 'an error'}. ${remedy}, then go on with --resume; all parts that were written are whole.`,
    { cause: error },
  )
}
