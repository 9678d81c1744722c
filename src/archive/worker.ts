/** What a worker thread runs: one function for each kind of work. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Analysis } from '../types.js'
import { analyzeItem, type ItemTools } from './analyze-item.js'
import type { ArchiveItem, ArchiveOutcome } from './archive-item.js'
import type { SentError, ThreadState } from './thread-pool.js'
import { makeTools, type WorkerSetup } from './worker-setup.js'
import { type PartJob, type PartWatch, writePart } from './write-part.js'

const { setup, state } = workerData as { readonly setup: WorkerSetup; readonly state: ThreadState }
let tools: ItemTools | undefined // compiled once a thread, with the first task
let hearAnswer: (value: unknown) => void = () => {}

/** Said after each item, so that the other side knows which is at work. */
function onDone(count: number): void {
  Atomics.store(state, 0, count)
}

async function analyzeBatch(items: readonly ArchiveItem[], own: ItemTools): Promise<ArchiveOutcome<Analysis>[][]> {
  const outcomes: ArchiveOutcome<Analysis>[][] = []
  for (const item of items) {
    outcomes.push(await analyzeItem(item, own))
    onDone(outcomes.length)
  }
  return outcomes
}

const watch: PartWatch = {
  onRecord: async (done) => onDone(done),
  ask: (question) =>
    new Promise((resolve) => {
      hearAnswer = resolve as (value: unknown) => void
      parentPort?.postMessage({ type: 'question', question })
    }),
}

const WORKS: Readonly<Record<string, (payload: never, own: ItemTools) => Promise<unknown>>> = {
  analyzeBatch,
  writePart: (job: PartJob, own) => writePart(job, own, watch),
}

async function work(name: string, payload: unknown): Promise<void> {
  try {
    tools ??= makeTools(setup)
    const value = await WORKS[name]?.(payload as never, tools)
    parentPort?.postMessage({ type: 'done', value })
  } catch (error) {
    const { name, message, stack, code } = error as Error & { readonly code?: unknown }
    const sent: SentError = { name, message: code === undefined ? (stack ?? message) : message, code }
    parentPort?.postMessage({ type: 'failed', error: sent })
  }
}

parentPort?.on(
  'message',
  (message: { readonly type: 'task' | 'answer'; readonly name: string; readonly payload: unknown; readonly value: unknown }) => {
    if (message.type === 'answer') hearAnswer(message.value)
    else void work(message.name, message.payload)
  },
)
parentPort?.postMessage({ type: 'ready' })
