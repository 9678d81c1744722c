import { mkdir, open, readFile, rm, stat, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { FramingError } from '../error.js'
import { unwritable } from './part-store.js'

/** Who holds a folder. */
interface Holder {
  readonly host: string
  readonly pid: number
}

const SIGN_OF_LIFE = 10_000 // ms between two touches of the lock
/** Age of the last sign of life from which a run is taken for dead: its number may be another process's, its machine another one. */
const SILENCE = 10 * 60_000 // ms; clocks of machines that share a folder differ by less

const held = new Set<string>() // by this process, whose number alone does not tell its runs apart

/**
 * Takes the lock of a run in a folder.
 *
 * A lock that a crash left behind does not hinder: its process is asked for where it ran here, and elsewhere it must have given a sign
 * of life in the last minutes.
 *
 * @returns what gives it back
 * @throws {FramingError} `changed-archive` where another run holds it, `unwritable-output`.
 */
export async function lockRun(folder: string, name: string): Promise<() => Promise<void>> {
  const path = join(resolve(folder), `.${name}.lock`)
  if (held.has(path)) throw inUse(folder, `this process`)
  held.add(path)
  try {
    await mkdir(dirname(path), { recursive: true })
    await take(path, folder)
  } catch (error) {
    held.delete(path)
    throw unwritable(error, folder)
  }
  const timer = setInterval(() => {
    const now = new Date()
    utimes(path, now, now).catch(() => {})
  }, SIGN_OF_LIFE)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await rm(path, { force: true })
    held.delete(path)
  }
}

async function take(path: string, folder: string): Promise<void> {
  for (;;) {
    try {
      const handle = await open(path, 'wx')
      await handle.writeFile(JSON.stringify({ host: hostname(), pid: process.pid } satisfies Holder))
      return await handle.close()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = await readHolder(path)
    if (await isAlive(path, holder))
      throw inUse(folder, `process ${holder?.pid} on ${holder?.host}; if that is gone, remove ${path}`)
    await rm(path, { force: true })
  }
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder
  } catch {
    return null // it was cut off while it was written, or is gone
  }
}

async function isAlive(path: string, holder: Holder | null): Promise<boolean> {
  const stats = await stat(path).catch(() => null)
  if (stats === null) return false
  const silence = Date.now() - stats.mtimeMs
  if (holder === null) return silence < SIGN_OF_LIFE
  if (silence > SILENCE) return false
  if (holder.host !== hostname()) return true
  if (holder.pid === process.pid) return false // one of an earlier process with our number: ours stand in `held`
  try {
    process.kill(holder.pid, 0)
    const state = await readFile(`/proc/${holder.pid}/stat`, 'utf8').catch(() => '')
    return !/\) [ZX] /.test(state) // it ended, and nobody has asked how
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function inUse(folder: string, holder: string): FramingError {
  return new FramingError(
    'changed-archive',
    `Expected a folder that no other run writes to, got ${folder}, which is written to by ${holder}. Wait for its end, or choose another folder.`,
  )
}
