import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FramingError } from '../error.js'
import type { CodebookReference } from '../types.js'
import type { TableName } from './archive-tables.js'
import { unreadable } from './open-bytes.js'
import { unwritable, writeWhole } from './part-store.js'

/** One input file; without bytes and hash where it could not be read. */
export interface InputFile {
  readonly path: string
  readonly bytes: number | null
  readonly sha256: string | null
}

/** What a run does: two runs of which all of this is the same write the same bytes. */
export interface RunIdentity {
  readonly lib_version: string
  readonly codebook: CodebookReference
  readonly options: Readonly<Record<string, unknown>>
  readonly inputs: readonly InputFile[]
}

/** `run.json`: what was done with what, without times, so that it does not depend on the machine. */
export interface Manifest extends RunIdentity {
  readonly status: 'running' | 'finished'
  /** Null until the run is finished. */
  readonly counts: RunCounts | null
}

export interface RunCounts extends Readonly<Record<TableName, number>> {
  readonly parts: number
  /** Records read, good or bad. */
  readonly records: number
}

/** Hashes a file as it stands on the disk, packed or not. */
export async function describeInput(path: string): Promise<InputFile> {
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      hash.update(chunk as Uint8Array)
      bytes += (chunk as Uint8Array).length
    }
    return { path, bytes, sha256: hash.digest('hex') }
  } catch (error) {
    unreadable(error) // why it cannot be read stands among the errors
    return { path, bytes: null, sha256: null }
  }
}

export async function readManifest(folder: string, name: string): Promise<Manifest | null> {
  const path = join(folder, name)
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Manifest
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new FramingError(
      'changed-archive',
      `Expected ${path} to be the manifest of a run, got another file. Choose another folder.`,
      {
        cause: error,
      },
    )
  }
}

export async function writeManifest(folder: string, name: string, manifest: Manifest): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await writeWhole(join(folder, name), [Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)])
  } catch (error) {
    throw unwritable(error, folder)
  }
}

/** @throws {FramingError} `changed-archive` where the run in the folder was another one. */
export function checkSameRun(before: Manifest, now: RunIdentity): void {
  const differences = [
    ...(before.lib_version === now.lib_version ? [] : [`version ${before.lib_version} then, ${now.lib_version} now`]),
    ...(before.codebook.hash === now.codebook.hash
      ? []
      : [`codebook ${before.codebook.id} then, ${now.codebook.id} now, with other contents`]),
    ...[...new Set([...Object.keys(before.options), ...Object.keys(now.options)])]
      .map((name) => [name, JSON.stringify(before.options[name]), JSON.stringify(now.options[name])])
      .flatMap(([name, then, today]) => (then === today ? [] : [`${name} ${then ?? 'none'} then, ${today ?? 'none'} now`])),
    ...differingInputs(before.inputs, now.inputs),
  ]
  if (differences.length === 0) return
  const shown = differences.slice(0, SHOWN).join('; ')
  throw new FramingError(
    'changed-archive',
    `Expected the run that is to be resumed, got another one: ${shown}. Give the same options and inputs, or choose another folder.`,
  )
}

const SHOWN = 5 // differences

function differingInputs(before: readonly InputFile[], now: readonly InputFile[]): string[] {
  const today = new Map(now.map((input) => [input.path, input]))
  const known = new Set(before.map(({ path }) => path))
  const changes = before.flatMap(({ path, sha256 }) => {
    const input = today.get(path)
    if (!input) return [`input ${path} is missing`]
    return input.sha256 === sha256 ? [] : [`input ${path} has changed`]
  })
  const added = now.flatMap(({ path }) => (known.has(path) ? [] : [`input ${path} is new`]))
  const order = before.map(({ path }) => path).join('\n') !== now.map(({ path }) => path).join('\n')
  return changes.length + added.length > 0 || !order ? [...changes, ...added] : ['the inputs are in another order']
}
