import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FramingError } from '../error.js'
import type { CodebookReference } from '../types.js'
import type { TableName } from './archive-tables.js'
import type { InputFile } from './input-file.js'
import type { SourceCount } from './part-content.js'
import { unwritable, writeWhole } from './part-store.js'

/** What a run does: two runs of which all of this is the same write the same bytes. */
export interface RunIdentity {
  readonly lib_version: string
  readonly codebook: CodebookReference
  readonly options: Readonly<Record<string, unknown>>
  readonly inputs: readonly InputFile[]
}

/** `run.json`: what was done with what, without times, so that it does not depend on the machine. */
export interface Manifest extends RunIdentity {
  /** `failed`: the inputs were others at the end than at the beginning. */
  readonly status: 'running' | 'finished' | 'failed'
  /** Hash of what the run does, which each of its parts bears. */
  readonly run: string
  /** Null until the run is finished. */
  readonly counts: RunCounts | null
  /** Inputs that changed while they were read; their rows are not to be trusted. */
  readonly changed?: readonly string[]
}

export interface RunCounts extends Readonly<Record<TableName, number>> {
  readonly parts: number
  /** Records read, good or bad. */
  readonly records: number
  /** What came of the records of each input, in their order: read = articles + errors. */
  readonly sources: readonly SourceCount[]
}

/** Hash of what a run does, by which its parts are known; shards of one run have the same. */
export function hashIdentity({ options, inputs, ...rest }: RunIdentity): string {
  const { shard: _, ...common } = options // the shards of a run write to one folder
  return createHash('sha256')
    .update(JSON.stringify({ ...rest, options: common, inputs }))
    .digest('hex')
    .slice(0, HASH_LENGTH)
}

const HASH_LENGTH = 32 // hexadecimal digits

/** Names of the manifests in a folder: one for each shard, or one for all. */
export async function listManifests(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => /^run(?:\.shard-\d+-of-\d+)?\.json$/.test(name)).sort()
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
export function checkSameRun(
  before: RunIdentity,
  now: RunIdentity,
  { folder, name }: { readonly folder: string; readonly name: string },
): void {
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
    `Expected ${folder} to hold the run that is asked for, got another one in ${name}: ${shown}. Give the same options and inputs, or choose another folder.`,
  )
}

const SHOWN = 5 // differences

function differingInputs(before: readonly InputFile[], now: readonly InputFile[]): string[] {
  const today = new Map(now.map((input) => [input.path, input]))
  const known = new Set(before.map(({ path }) => path))
  const changes = before.flatMap(({ path, sha256 }) => {
    const input = today.get(path)
    if (!input) return [`input ${path} is missing`]
    return input.sha256 === sha256 || input.pipe ? [] : [`input ${path} has changed`]
  })
  const added = now.flatMap(({ path }) => (known.has(path) ? [] : [`input ${path} is new`]))
  const order = before.map(({ path }) => path).join('\n') !== now.map(({ path }) => path).join('\n')
  return changes.length + added.length > 0 || !order ? [...changes, ...added] : ['the inputs are in another order']
}
