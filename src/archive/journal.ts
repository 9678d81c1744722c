import { closeSync, openSync, writeSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { writeWhole } from './part-store.js'

/** A record by its part and its index in it. */
export interface RecordMark {
  readonly part: number
  readonly index: number
}

/**
 * What a run without threads writes down, so that a record that fills the memory of the process, which no code survives, is known when
 * the run is resumed. Only what Node itself reports on such an end counts: a run that was killed blames no record.
 */
export interface Journal {
  /** Records that ended a run before. */
  readonly quarantined: readonly RecordMark[]
  mark(part: number, index: number): void
  /** @param isFinished - whether what was quarantined need not be known any longer */
  close(isFinished: boolean): Promise<void>
}

const WIDTH = 64 // characters of a mark, so that one overwrites the other

/** Opens the journal of a run and draws the conclusion from the one before. */
export async function openJournal(folder: string, name: string): Promise<Journal> {
  const at = (what: string): string => join(resolve(folder), `.${name}.${what}`)
  const quarantined: RecordMark[] = await readJson(at('quarantine'), [])
  const last = await readJson<RecordMark | null>(at('at-work'), null)
  const report = await readJson<unknown>(at('crash'), null)
  if (last !== null && report !== null) {
    quarantined.push(last)
    await writeWhole(at('quarantine'), [Buffer.from(JSON.stringify(quarantined))])
  }
  await rm(at('crash'), { force: true })
  const handle = openSync(at('at-work'), 'w')
  const settings = watchCrash(resolve(folder), `.${name}.crash`)
  return {
    quarantined,
    mark(part, index) {
      writeSync(handle, JSON.stringify({ part, index } satisfies RecordMark).padEnd(WIDTH), 0)
    },
    async close(isFinished) {
      settings.restore()
      closeSync(handle)
      for (const what of ['at-work', 'crash', ...(isFinished ? ['quarantine'] : [])]) await rm(at(what), { force: true })
    },
  }
}

/** Lets Node write a report where it ends for want of memory; other engines have none. */
function watchCrash(directory: string, filename: string): { restore(): void } {
  const { report } = process as { readonly report?: NodeJS.Process['report'] }
  if (!report || !('reportOnFatalError' in report)) return { restore: () => {} }
  const before = { reportOnFatalError: report.reportOnFatalError, directory: report.directory, filename: report.filename }
  Object.assign(report, { reportOnFatalError: true, directory, filename })
  return { restore: () => void Object.assign(report, before) }
}

async function readJson<T>(path: string, otherwise: T): Promise<T> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T
  } catch {
    return otherwise
  }
}
