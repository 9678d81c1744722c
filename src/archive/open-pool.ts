import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { WorkerSetup } from './worker-setup.js'

/** Worker threads that run the functions of `worker.ts`. */
export interface WorkerPool {
  /** @throws what the task throws, or an error where its thread ended. */
  run<R>(task: unknown, name: string): Promise<R>
  close(): Promise<void>
}

/** A thread could not even be started; no item is at fault. */
export class PoolFailed extends Error {
  override readonly name = 'PoolFailed'
}

/** So that a thread collects its garbage before it asks for more memory; what lives through an article is a few MB. */
const YOUNG_GENERATION = 16 // MB
/** A thread keeps some 70 MB (wink's model, codebook, weights); the longest record takes a few hundred more. */
const OLD_GENERATION = 1024 // MB

/** Starts `workers` threads. */
export async function openPool(workers: number, setup: WorkerSetup): Promise<WorkerPool> {
  const { Tinypool } = await import('tinypool')
  const pool = new Tinypool({
    filename: locateWorker(),
    // Flags are handed down, but for `node --input-type=module -e`, whose flag a file refuses.
    ...(process.execArgv.some((flag) => flag.startsWith('--input-type')) && { execArgv: [] }),
    minThreads: workers,
    maxThreads: workers,
    isolateWorkers: false,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION, maxOldGenerationSizeMb: OLD_GENERATION },
    workerData: setup,
    // Waiting by Atomics blocks Deno's threads for good, and they may not ask the environment whether they should.
    ...('Deno' in globalThis && { useAtomics: false, env: { PISCINA_DISABLE_ATOMICS: '1' } }),
  })
  let failure: PoolFailed | null = null
  const waiting = new Set<(error: Error) => void>()
  pool.on('error', (cause: Error) => {
    failure ??= new PoolFailed(`A worker thread could not be started: ${cause.message}`, { cause })
    for (const reject of waiting) reject(failure)
  })
  return {
    run: <R>(task: unknown, name: string) =>
      new Promise<R>((resolve, reject) => {
        if (failure) return reject(failure)
        waiting.add(reject)
        pool
          .run(task, { name })
          .then(resolve, reject)
          .finally(() => waiting.delete(reject))
      }),
    close: () => pool.destroy(),
  }
}

/** The worker's file stands beside the bundle. */
function locateWorker(): string {
  const built = fileURLToPath(new URL('./archive-worker.js', import.meta.url))
  return existsSync(built) ? built : fileURLToPath(new URL('./worker-from-source.js', import.meta.url))
}
