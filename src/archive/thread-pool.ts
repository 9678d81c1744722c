import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { FramingError, type FramingErrorCode } from '../error.js'
import type { WorkerSetup } from './worker-setup.js'

/** A work for a thread: the name of a function of `worker.ts`, and what it is given. */
export interface ThreadTask {
  readonly name: string
  readonly payload: unknown
  /** Told when the thread asks something while it works; what it gives is the thread's answer. */
  readonly onQuestion?: (question: unknown) => Promise<unknown>
}

/** Threads that run the functions of `worker.ts`; each is started when there is work for it. */
export interface ThreadPool {
  /** @throws {ThreadEnded} where the thread ended or was ended; {PoolFailed}; what the task throws */
  run<R>(task: ThreadTask): Promise<R>
  /** How many items the tasks at work have done. */
  progress(): ReadonlyMap<ThreadTask, number>
  close(): Promise<void>
}

/** A thread ended in the middle of a task. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded'
  constructor(
    readonly reason: 'out-of-memory' | 'record-timeout' | 'unexpected',
    /** The item of the task that was at work, from 0. */
    readonly item: number,
    message: string,
  ) {
    super(message)
  }
}

/** A thread could not even be started; no item is at fault. */
export class PoolFailed extends Error {
  override readonly name = 'PoolFailed'
}

/** What a thread and this side share: the items that the task at hand has done. */
export type ThreadState = Int32Array

/** So that a thread collects its garbage before it asks for more memory; what lives through an article is a few MB. */
const YOUNG_GENERATION = 16 // MB
/** A thread keeps some 70 MB (wink's model, codebook, weights); the longest record takes a few hundred more. */
const OLD_GENERATION = 1024 // MB
const LOOK = 500 // ms between two looks at how far the threads are

interface Thread {
  readonly worker: Worker
  readonly state: ThreadState
  job: Job | null
  isReady: boolean
  /** Items done when last looked at, and since when. */
  seen: { readonly done: number; readonly since: number }
}

interface Job {
  readonly task: ThreadTask
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

type Message =
  | { readonly type: 'ready' }
  | { readonly type: 'question'; readonly question: unknown }
  | { readonly type: 'done'; readonly value: unknown }
  | { readonly type: 'failed'; readonly error: SentError }

export interface PoolOptions {
  readonly most: number
  readonly setup: WorkerSetup
  /** Seconds that one item may take before its thread is ended; 0 for no limit. */
  readonly recordTimeout: number
  /** Asked before a further thread is started than the first. */
  readonly mayStart?: (running: number) => boolean
}

/** Opens a pool of at most `most` threads; all are ended by `close`. */
export function openThreadPool({ most, setup, recordTimeout, mayStart = () => true }: PoolOptions): ThreadPool {
  const threads = new Set<Thread>()
  const waiting: Job[] = []
  let failure: PoolFailed | null = null
  let isClosed = false

  const start = (): void => {
    const state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
    const worker = new Worker(locateWorker(), {
      workerData: { setup, state },
      // Flags are handed down, but for `node --input-type=module -e`, whose flag a file refuses.
      ...(process.execArgv.some((flag) => flag.startsWith('--input-type')) && { execArgv: [] }),
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION, maxOldGenerationSizeMb: OLD_GENERATION },
    })
    const thread: Thread = { worker, state, job: null, isReady: false, seen: { done: 0, since: Date.now() } }
    threads.add(thread)
    worker.on('message', (message: Message) => receive(thread, message))
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'unexpected'
      end(thread, reason, error.stack ?? error.message)
    })
    worker.on('exit', () => end(thread, 'unexpected', 'The thread ended by itself.'))
  }

  const end = (thread: Thread, reason: ThreadEnded['reason'], message: string): void => {
    if (!threads.delete(thread) || isClosed) return
    if (!thread.isReady && reason === 'unexpected') {
      failure = new PoolFailed(`A worker thread could not be started: ${message}`)
      for (const { reject } of waiting.splice(0)) reject(failure)
    }
    const { job } = thread
    thread.job = null
    job?.reject(failure ?? new ThreadEnded(reason, Atomics.load(thread.state, 0), message))
    dispatch()
  }

  const receive = (thread: Thread, message: Message): void => {
    if (message.type === 'ready') thread.isReady = true
    else if (message.type === 'question') answer(thread, message.question)
    else {
      const { job } = thread
      thread.job = null
      if (message.type === 'done') job?.resolve(message.value)
      else job?.reject(receiveError(message.error))
      dispatch()
    }
  }

  const answer = (thread: Thread, question: unknown): void => {
    const { job } = thread
    job?.task.onQuestion?.(question).then(
      (value) => thread.worker.postMessage({ type: 'answer', value }),
      (error: Error) => job.reject(error),
    )
  }

  const dispatch = (): void => {
    while (waiting.length > 0) {
      const idle = [...threads].find(({ job }) => job === null)
      if (!idle) {
        if (threads.size >= most || (threads.size > 0 && !mayStart(threads.size))) return
        start()
        continue
      }
      const job = waiting.shift() as Job
      Atomics.store(idle.state, 0, 0)
      idle.seen = { done: 0, since: Date.now() }
      idle.job = job
      try {
        idle.worker.postMessage({ type: 'task', name: job.task.name, payload: job.task.payload })
      } catch (error) {
        idle.job = null // it holds what cannot be sent
        job.reject(error as Error)
      }
    }
  }

  const look = (): void => {
    for (const thread of threads) {
      const done = Atomics.load(thread.state, 0)
      if (thread.job === null || !thread.isReady || done !== thread.seen.done) thread.seen = { done, since: Date.now() }
      else if (recordTimeout > 0 && Date.now() - thread.seen.since > recordTimeout * 1000) {
        end(thread, 'record-timeout', `No end after ${recordTimeout} s.`)
        void thread.worker.terminate()
      }
    }
  }
  const timer = setInterval(look, LOOK)
  timer.unref()

  return {
    run: <R>(task: ThreadTask) =>
      new Promise<R>((resolve, reject) => {
        if (failure) return reject(failure)
        waiting.push({ task, resolve: resolve as (value: unknown) => void, reject })
        dispatch()
      }),
    progress: () => new Map([...threads].flatMap(({ job, state }) => (job ? [[job.task, Atomics.load(state, 0)]] : []))),
    async close() {
      isClosed = true
      clearInterval(timer)
      await Promise.all([...threads].map(({ worker }) => worker.terminate()))
    },
  }
}

/** An error as it is sent, since the copy of one loses its code. */
export interface SentError {
  readonly name: string
  readonly message: string
  readonly code: unknown
}

function receiveError({ name, message, code }: SentError): Error {
  if (name === 'FramingError') return new FramingError(code as FramingErrorCode, message)
  return Object.assign(new Error(message), { code })
}

/** The worker's file stands beside the bundle. */
function locateWorker(): URL {
  const built = new URL('./archive-worker.js', import.meta.url)
  return existsSync(built) ? built : new URL('./worker-from-source.js', import.meta.url)
}
