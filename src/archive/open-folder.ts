import { realpath } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { FramingError } from '../error.js'
import { checkSameRun, listManifests, type Manifest, type RunIdentity, readManifest } from './manifest.js'
import type { PartEntry, PartStore } from './part-store.js'

export interface FolderOptions {
  readonly out: string
  /** Name of the run's own manifest. */
  readonly name: string
  readonly identity: RunIdentity
  /** Hash of the identity. */
  readonly run: string
  readonly shard: { readonly index: number; readonly count: number }
  readonly resume: boolean
  readonly store: PartStore
}

/**
 * Looks whether a folder may be written to: it is empty, or holds what is to be resumed, or other shards of the same run.
 *
 * @returns the run's own manifest, if it was begun before
 * @throws {FramingError} `changed-archive` that names what stands there instead.
 */
export async function checkFolder({ out, name, identity, run, shard, resume, store }: FolderOptions): Promise<Manifest | null> {
  const before = await readManifest(out, name)
  if (before && !resume) {
    throw new FramingError(
      'changed-archive',
      `Expected a folder without a run, got one in ${out} that is ${before.status}. Go on with --resume, or choose another folder.`,
    )
  }
  for (const other of await listManifests(out)) {
    const manifest = other === name ? before : await readManifest(out, other)
    if (!manifest) continue
    // Shards of one run differ in their number only.
    const theirs = manifest.options.shard as { readonly count: number } | undefined
    const isShard = other !== name && theirs?.count === shard.count && shard.count > 1
    const options = { ...manifest.options, ...(isShard && { shard: identity.options.shard }) }
    checkSameRun({ ...manifest, options }, identity, { folder: out, name: other })
  }
  for (const part of await store.list()) {
    const entry = await store.readEntry(part)
    if (entry ? entry.run === run : before !== null || part % shard.count !== shard.index) continue
    throw new FramingError(
      'changed-archive',
      `Expected ${out} to hold parts of this run only, got part ${part} of ${entry ? 'another one' : 'an unknown one'}. Choose another folder.`,
    )
  }
  return before
}

/**
 * Keeps the parts that are whole, and removes what stands of others.
 *
 * @param inOrder - whether a part counts only where all before it do
 */
export async function keepWholeParts(
  store: PartStore,
  { shard, inOrder }: { readonly shard: FolderOptions['shard']; readonly inOrder: boolean },
): Promise<Map<number, PartEntry>> {
  const done = new Map<number, PartEntry>()
  let isBroken = false
  let next = shard.index
  for (const part of await store.list()) {
    if (part % shard.count !== shard.index) continue
    isBroken ||= inOrder && part !== next
    next = part + shard.count
    const entry = isBroken ? null : await store.readEntry(part)
    if (entry && (await store.findDamage(entry)) === null) done.set(part, entry)
    else {
      isBroken ||= inOrder
      await store.remove(part)
    }
  }
  return done
}

/**
 * Sees to it that no input is written over.
 *
 * @throws {FramingError} `invalid-argument` where an input stands in the folder that is written to.
 */
export async function checkApart(inputs: readonly string[], out: string): Promise<void> {
  const folder = await realPath(out)
  for (const input of inputs) {
    const path = await realPath(input)
    if (path !== folder && !path.startsWith(folder.endsWith(sep) ? folder : folder + sep)) continue
    throw new FramingError(
      'invalid-argument',
      `Expected inputs that do not stand in the folder that is written to, got ${input} in ${out}. Choose another folder.`,
    )
  }
}

/** The path without links, as far as it exists. */
export async function realPath(path: string): Promise<string> {
  const full = resolve(path)
  try {
    return await realpath(full)
  } catch {
    const parent = dirname(full)
    return parent === full ? full : join(await realPath(parent), full.slice(parent.length).replace(/^[\\/]/, ''))
  }
}
