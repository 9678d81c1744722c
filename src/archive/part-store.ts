import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { FramingError } from '../error.js'
import { TABLE_NAMES, type TableName } from './archive-tables.js'
import type { TableFormat } from './encode-rows.js'
import type { PartContent } from './part-content.js'
import { writeSynced } from './write-synced.js'

/** The entry of a part that is done; its file's appearance is what makes the part count. */
export interface PartEntry extends PartContent {
  readonly part: number
  /** Hash of what the run does: parts of one folder are of one run. */
  readonly run: string
  /** Hash of the ids and lengths of its records, by which a pipe is known again. */
  readonly read: string
}

/** The numbered parts of an archive's tables in a folder. */
export interface PartStore {
  /** Where the tables' files of a part are written before they get their names. */
  temporaryFiles(part: number, attempt: number): Readonly<Record<TableName, string>>
  /**
   * Gives a part's files their names, and then writes its entry, so that the part is there whole or not at all.
   *
   * @throws {FramingError} `unwritable-output`, with nothing of the part left behind where that can be helped.
   */
  commit(entry: PartEntry, files: Readonly<Record<TableName, string>>): Promise<void>
  /** The entry of a part; null where there is none that can be read. */
  readEntry(part: number): Promise<PartEntry | null>
  /** What is wrong with the files of a part: they are hashed. Null where they are as its entry says. */
  findDamage(entry: PartEntry): Promise<string | null>
  /** Removes whatever stands of a part. */
  remove(part: number): Promise<void>
  /** Numbers of the parts of which anything stands, an unfinished file too. */
  list(): Promise<number[]>
  /** Endings of the table files that are there. */
  formats(): Promise<ReadonlySet<string>>
}

export const ENTRIES = '_parts' // the underscore hides it from engines that read whole folders

export function openPartStore(folder: string, format: TableFormat): PartStore {
  const nameOf = (part: number): string => `part-${String(part).padStart(5, '0')}`
  const fileOf = (table: TableName, part: number): string => join(folder, table, `${nameOf(part)}.${format}`)
  const entryOf = (part: number): string => join(folder, ENTRIES, `${nameOf(part)}.json`)
  const namesIn = (table: string): Promise<string[]> => readdir(join(folder, table)).catch(() => [])

  /** The entry goes first: without it the tables' files do not count. */
  async function remove(part: number): Promise<void> {
    for (const table of [ENTRIES, ...TABLE_NAMES]) {
      for (const name of await namesIn(table)) if (numberOf(name) === part) await rm(join(folder, table, name), { force: true })
    }
  }

  return {
    remove,
    temporaryFiles: (part, attempt) =>
      Object.fromEntries(TABLE_NAMES.map((table) => [table, temporary(fileOf(table, part), attempt)])) as Record<
        TableName,
        string
      >,
    async commit(entry, files) {
      try {
        for (const table of TABLE_NAMES) await rename(files[table], fileOf(table, entry.part))
        for (const table of TABLE_NAMES) await syncFolder(join(folder, table)) // the entry must not reach the disk before them
        await writeWhole(entryOf(entry.part), [Buffer.from(`${JSON.stringify(entry)}\n`)])
      } catch (error) {
        await remove(entry.part).catch(() => {})
        throw unwritable(error, folder)
      }
    },
    async readEntry(part) {
      try {
        return JSON.parse(await readFile(entryOf(part), 'utf8')) as PartEntry
      } catch {
        return null // whatever is wrong with it, the part is not there whole
      }
    },
    async findDamage({ part, bytes, sha256 }) {
      for (const table of TABLE_NAMES) {
        const file = fileOf(table, part)
        const stats = await stat(file).catch(() => null)
        if (stats === null) return `${file} is missing`
        if (stats.size !== bytes?.[table]) return `${file} has ${stats.size} bytes instead of ${bytes?.[table]}`
        if ((await hashFile(file)) !== sha256?.[table]) return `${file} has other contents than were written`
      }
      return null
    },
    async list() {
      const names = await Promise.all([ENTRIES, ...TABLE_NAMES].map(namesIn))
      const numbers = new Set(names.flat().flatMap((name) => numberOf(name) ?? []))
      return [...numbers].sort((a, b) => a - b)
    },
    async formats() {
      const names = await Promise.all(TABLE_NAMES.map(namesIn))
      return new Set(names.flat().flatMap((name) => /^part-\d+\.([a-z]+)$/.exec(name)?.[1] ?? []))
    },
  }
}

function numberOf(name: string): number | undefined {
  const digits = /^\.?part-(\d+)\./.exec(name)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

/** Writes a file under a name of this process, waits until it is on the disk and gives it its own. */
export async function writeWhole(path: string, chunks: readonly Uint8Array[]): Promise<void> {
  const draft = temporary(path, process.pid)
  try {
    await writeSynced(draft, chunks)
    await rename(draft, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    throw error
  }
}

/** The name has a leading dot, so that no wildcard and no engine takes it for a table. */
function temporary(path: string, number: number): string {
  return join(dirname(path), `.${basename(path)}.${number}.tmp`)
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return // a folder cannot be opened there
  await mkdir(path, { recursive: true })
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
