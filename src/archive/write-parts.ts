import { FramingError } from '../error.js'
import type { RecordFields } from '../read/index.js'
import type { CodebookReference } from '../types.js'
import { type ItemTools, readItem } from './analyze-item.js'
import { describeEnd, idOf } from './archive-item.js'
import { type CutPart, cutParts } from './cut-parts.js'
import type { TableFormat } from './encode-rows.js'
import type { Journal } from './journal.js'
import { createDuplicateIndex, type DuplicateIndex } from './near-duplicates.js'
import { type PartEntry, type PartStore, unwritable } from './part-store.js'
import type { RecordSource } from './record-source.js'
import { openThreadPool, ThreadEnded, type ThreadPool, type ThreadTask } from './thread-pool.js'
import { makeTools, type WorkerSetup } from './worker-setup.js'
import { type PartJob, type PartResult, type PartWatch, type SignedArticle, writePart } from './write-part.js'

/** How far a run has come. */
export interface Progress {
  /** Records that were worked on in this run, good or bad. */
  readonly records: number
  /** Errors of the parts that were written in this run. */
  readonly errors: number
  /** Bytes of the inputs whose records are done, as they stand on the disk. */
  readonly bytes: number
}

/** Most errors that a run may have: a number, or a share of its records. */
export type MostErrors = { readonly count: number } | { readonly share: number }

export interface PartsOptions {
  readonly source: RecordSource
  readonly fields: RecordFields
  readonly setup: WorkerSetup
  readonly workers: number
  readonly recordTimeout: number
  /** The parts with this number, from 0, modulo `count` are written. */
  readonly shard: { readonly index: number; readonly count: number }
  readonly store: PartStore
  /** Entries of the parts that are there and whole. */
  readonly done: ReadonlyMap<number, PartEntry>
  readonly run: string
  readonly out: string
  readonly format: TableFormat
  readonly excel: boolean
  readonly codebook: CodebookReference
  readonly partRecords: number
  readonly dedupe: boolean
  readonly strict: boolean
  readonly maxErrors: MostErrors | null
  /** Kept where the work is done on this thread. */
  readonly journal: Journal | null
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

const LOOK = 250 // ms between two reports of progress
const PER_THREAD = 1_000_000 // bytes of records from which a further thread pays for its start
const LEAST_JUDGED = 100 // records from which a share of errors is judged

/**
 * Reads all inputs and writes the parts that are ours and not done: each is handed to a thread as it was read, which analyzes,
 * encodes and writes it; this one gives the files their names.
 *
 * @returns how many records of each input were read for our parts; a text, which may hold several articles, is not counted
 */
export async function writeParts(options: PartsOptions): Promise<ReadonlyMap<string, number>> {
  const { source, fields, shard, done, dedupe, workers, signal } = options
  const run = openRun(options)
  const read = new Map<string, number>()
  const duplicates = dedupe ? createDuplicateIndex() : null
  let turn = Promise.resolve() // near duplicates are looked for in the order of the parts
  let before = 0 // bytes read for the parts before
  try {
    for await (const part of cutParts(source, fields, options.partRecords)) {
      signal?.throwIfAborted()
      const bytes = part.bytes - before
      before = part.bytes
      if (part.number % shard.count !== shard.index) continue
      for (const item of part.items) {
        if (!(item.ok && item.holds === 'file')) read.set(item.place.file, (read.get(item.place.file) ?? 0) + 1)
      }
      const entry = done.get(part.number)
      const waits = turn
      if (entry) {
        checkSame(entry, part)
        if (duplicates) turn = waits.then(() => rememberTexts(part, fields, duplicates))
        run.skip(bytes)
        continue
      }
      let answered: Promise<readonly (string | null)[]> | null = null
      const ask = (articles: readonly SignedArticle[]): Promise<readonly (string | null)[]> => {
        answered ??= waits.then(() => articles.map(({ id, signature }) => duplicates?.find(id, signature) ?? null))
        return answered
      }
      const written = run.write(part, bytes, ask)
      if (duplicates) turn = written.asked
      await run.waitForRoom(workers + 1)
    }
    await run.waitForRoom(1)
    return read
  } finally {
    await run.close()
  }
}

/** A part that was done before must be made of the same records; of a pipe nothing else is known. */
function checkSame(entry: PartEntry, part: CutPart): void {
  if (entry.read === part.read) return
  throw new FramingError(
    'changed-archive',
    `Expected the records of part ${part.number} to be those that it was made of, got others. Give the same input, or choose another folder.`,
  )
}

/** What is done is looked up once more, so that later copies of it are found in a resumed run, too. */
async function rememberTexts(part: CutPart, fields: RecordFields, duplicates: DuplicateIndex): Promise<void> {
  for (const item of part.items) {
    if (!item.ok) continue
    const articles = await readItem(item, idOf(item, fields), fields).catch(() => [])
    for (const { id, text } of articles) duplicates.find(id, text)
  }
}

interface Run {
  write(part: CutPart, bytes: number, ask: PartWatch['ask']): { readonly asked: Promise<void> }
  skip(bytes: number): void
  /** Waits until fewer parts are at work; throws what stopped the run. */
  waitForRoom(most: number): Promise<void>
  close(): Promise<void>
}

function openRun(options: PartsOptions): Run {
  const { setup, workers, recordTimeout, store, journal, strict, signal, onProgress } = options
  let started = 0 // bytes of the records that were handed out
  const mayStart = (running: number): boolean => started >= running * PER_THREAD
  const pool = workers > 0 ? openThreadPool({ most: workers, setup, recordTimeout, mayStart }) : null
  const tools = pool ? null : makeTools(setup)
  const atWork = new Map<ThreadTask | CutPart, { readonly records: number; readonly bytes: number; done: number }>()
  const total = { records: 0, errors: 0, bytes: 0 }
  const known = { records: 0, errors: 0 } // of the whole folder, for the most errors allowed
  for (const { records, rows } of options.done.values()) add(known, { records, errors: rows.errors })
  let stopped: { readonly error: unknown } | null = null
  let inOrder: Promise<void> = Promise.resolve()
  const running = new Set<Promise<void>>()
  const unfinished = new Set<number>() // parts of which files may stand that have no entry
  let wake = (): void => {}

  const report = (): void => {
    for (const [task, done] of pool?.progress() ?? []) {
      const part = atWork.get(task)
      if (part) part.done = done
    }
    const parts = [...atWork.values()]
    const sum = (of: (part: (typeof parts)[number]) => number): number => parts.reduce((all, part) => all + of(part), 0)
    onProgress?.({
      records: total.records + sum(({ done }) => done),
      errors: total.errors,
      bytes: Math.round(total.bytes + sum(({ done, records, bytes }) => (bytes * done) / records)),
    })
  }
  const timer = setInterval(report, LOOK)
  timer.unref()
  const stop = (error: unknown): void => {
    stopped ??= { error }
    wake()
  }
  const abort = (): void => stop(signal?.reason)
  signal?.addEventListener('abort', abort, { once: true })

  async function writeOne(part: CutPart, bytes: number, ask: PartWatch['ask']): Promise<PartResult> {
    const faults = (journal?.quarantined ?? [])
      .filter((mark) => mark.part === part.number)
      .map(({ index }) => ({ index, error: describeEnd('out-of-memory') }))
    unfinished.add(part.number)
    for (let attempt = 0; ; attempt++) {
      const job = makeJob(options, part, [...faults], attempt)
      const state = { records: part.items.length, bytes, done: 0 }
      try {
        const result = pool ? await onThread(pool, job, ask, state) : await here(part, job, ask, state)
        if (!(strict && result.firstError !== null)) {
          const { number, read } = part
          await store.commit({ part: number, run: options.run, read, ...result.content }, job.files)
        }
        unfinished.delete(part.number)
        return result
      } catch (error) {
        if (!(error instanceof ThreadEnded) || error.item >= part.items.length) throw error
        const why = error.reason === 'unexpected' ? { code: 'unexpected', message: error.message } : describeEnd(error.reason)
        faults.push({ index: error.item, error: why })
      }
    }
  }

  async function onThread(
    threads: ThreadPool,
    job: PartJob,
    ask: PartWatch['ask'],
    state: { records: number; bytes: number; done: number },
  ): Promise<PartResult> {
    const task: ThreadTask = {
      name: 'writePart',
      payload: job,
      onQuestion: (articles) => ask(articles as readonly SignedArticle[]),
    }
    atWork.set(task, state)
    try {
      return await threads.run<PartResult>(task)
    } finally {
      atWork.delete(task)
    }
  }

  async function here(
    part: CutPart,
    job: PartJob,
    ask: PartWatch['ask'],
    state: { records: number; bytes: number; done: number },
  ): Promise<PartResult> {
    atWork.set(part, state)
    const onRecord = async (done: number): Promise<void> => {
      journal?.mark(part.number, done)
      state.done = done
      report()
      await new Promise((resolve) => setImmediate(resolve)) // so that a signal is heard
      signal?.throwIfAborted()
    }
    try {
      return await writePart(job, tools as ItemTools, { onRecord, ask })
    } finally {
      atWork.delete(part)
    }
  }

  /** Judges the parts in their order, whichever is whole first. */
  function judge(part: CutPart, bytes: number, { content, firstError }: PartResult): void {
    add(total, { records: part.items.length, errors: content.rows.errors })
    total.bytes += bytes
    add(known, { records: part.items.length, errors: content.rows.errors })
    report()
    if (strict && firstError !== null) throw new FramingError('unreadable-input', `${firstError} Stopped, as --strict asks.`)
    checkErrors(known, options.maxErrors)
  }

  return {
    write(part, bytes, ask) {
      started += part.length
      let hasAsked = (): void => {}
      const asked = new Promise<void>((resolve) => {
        hasAsked = resolve
      })
      const result = writeOne(part, bytes, async (articles) => {
        const answer = await ask(articles)
        hasAsked()
        return answer
      })
      result.catch(() => {})
      const settled = result.then(
        () => {},
        () => {},
      )
      running.add(settled)
      inOrder = inOrder.then(async () => judge(part, bytes, await result))
      inOrder.catch((error) => stop(asWritten(error, options.out)))
      void settled.then(() => {
        running.delete(settled)
        wake()
      })
      return { asked }
    },
    skip(bytes) {
      total.bytes += bytes
    },
    async waitForRoom(most) {
      while (stopped === null && running.size >= most) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      if (running.size === 0) await inOrder.catch((error) => stop(asWritten(error, options.out)))
      const end = stopped as { readonly error: unknown } | null
      if (end) throw end.error
    },
    async close() {
      clearInterval(timer)
      signal?.removeEventListener('abort', abort)
      await pool?.close()
      for (const part of unfinished) await store.remove(part).catch(() => {})
    },
  }
}

function add(sum: { records: number; errors: number }, more: { readonly records: number; readonly errors: number }): void {
  sum.records += more.records
  sum.errors += more.errors
}

function makeJob(options: PartsOptions, part: CutPart, faults: PartJob['faults'], attempt: number): PartJob {
  const { format, excel, codebook, strict, store } = options
  return { items: part.items, faults, files: store.temporaryFiles(part.number, attempt), format, excel, codebook, strict }
}

function checkErrors({ records, errors }: { readonly records: number; readonly errors: number }, most: MostErrors | null): void {
  if (most === null) return
  const isOver = 'count' in most ? errors > most.count : records >= LEAST_JUDGED && errors > most.share * records
  if (!isOver) return
  const allowed = 'count' in most ? `${most.count} errors` : `${100 * most.share} % errors`
  throw new FramingError(
    'too-many-errors',
    `Expected at most ${allowed}, got ${errors} in ${records} records. See the table errors; go on with --resume and a larger --max-errors (maxErrors in a script).`,
  )
}

/** What the system says while files are written is said in the library's words. */
function asWritten(error: unknown, out: string): unknown {
  const { code } = (error ?? {}) as { readonly code?: unknown }
  return !(error instanceof FramingError) && typeof code === 'string' && /^E[A-Z]+$/.test(code) ? unwritable(error, out) : error
}
