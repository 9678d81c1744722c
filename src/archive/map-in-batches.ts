/** How a stream is worked on in batches. */
export interface BatchOptions<T, R> {
  /** Works on one batch; gives the results of its items, in their order. */
  readonly run: (batch: readonly T[]) => Promise<readonly R[]>
  /** Most items of a batch. */
  readonly size: number
  /** Length of a batch from which it is closed, in the unit of `lengthOf`. */
  readonly length: number
  readonly lengthOf: (item: T) => number
  /** Most batches that are worked on or wait to be read. */
  readonly inFlight: number
  readonly signal?: AbortSignal | undefined
}

/**
 * Maps a stream in batches, several at a time, and gives the results in the order of the source.
 *
 * The source is read only as far as batches are taken, so that a slow reader of the results slows it down. A batch is not held back
 * to be filled while the source has nothing more to give.
 *
 * @throws the signal's reason once it is aborted, and what the source or `run` throws.
 */
export async function* mapInBatches<T, R>(
  source: Iterable<T> | AsyncIterable<T>,
  { run, size, length, lengthOf, inFlight, signal }: BatchOptions<T, R>,
): AsyncGenerator<R, void, undefined> {
  const iterator = iterate(source)
  const running: Promise<readonly R[]>[] = [] // in the order of the source
  let batch: T[] = []
  let collected = 0
  let pending: Promise<Step<T>> | null = null
  let isDone = false
  let failure: { readonly error: unknown } | null = null // of the source; what it gave before comes first

  const dispatch = (): void => {
    if (batch.length === 0) return
    const results = run(batch)
    results.catch(() => {}) // its turn to be awaited comes later
    running.push(results)
    batch = []
    collected = 0
  }

  try {
    for (;;) {
      signal?.throwIfAborted()
      while (!isDone && running.length < inFlight) {
        pending ??= nextOf(iterator)
        const next = await firstOf([pending, nextTurn()], signal)
        if (next === undefined) {
          dispatch()
          break
        }
        pending = null
        if (!('value' in next)) {
          isDone = true
          failure = next.failure
          dispatch()
          break
        }
        batch.push(next.value)
        collected += lengthOf(next.value)
        if (batch.length >= size || collected >= length) dispatch()
      }
      const [first] = running
      if (first === undefined) {
        if (failure) throw failure.error
        if (isDone) return
        await firstOf([pending as Promise<unknown>], signal)
        continue
      }
      const waitsForMore = pending !== null && running.length < inFlight
      const results = await firstOf(waitsForMore ? [first, (pending as Promise<unknown>).then(() => null)] : [first], signal)
      if (results === null) continue
      running.shift()
      yield* results
    }
  } finally {
    // A source that waits for its next item cannot be asked to end before it has come: it is left to end by itself.
    const closing = Promise.resolve(iterator.return?.()).catch(() => {})
    if (pending === null) await closing
    await Promise.allSettled(running)
  }
}

function iterate<T>(source: Iterable<T> | AsyncIterable<T>): { next(): Promise<IteratorResult<T>>; return?(): Promise<unknown> } {
  if (Symbol.asyncIterator in source) {
    const iterator = source[Symbol.asyncIterator]()
    return { next: () => iterator.next(), return: async () => iterator.return?.() }
  }
  const iterator = source[Symbol.iterator]()
  return { next: async () => iterator.next(), return: async () => iterator.return?.() }
}

type Step<T> = { readonly value: T } | { readonly failure: { readonly error: unknown } | null }

async function nextOf<T>(iterator: { next(): Promise<IteratorResult<T>> }): Promise<Step<T>> {
  try {
    const result = await iterator.next()
    return result.done ? { failure: null } : { value: result.value }
  } catch (error) {
    return { failure: { error } }
  }
}

function nextTurn(): Promise<undefined> {
  return new Promise((resolve) => setImmediate(resolve, undefined))
}

/** The first of several promises; rejects with the signal's reason once it is aborted. `Promise.race` would hold on to the signal. */
function firstOf<A>(promises: readonly Promise<A>[], signal: AbortSignal | undefined): Promise<A> {
  if (signal === undefined) return Promise.race(promises)
  return new Promise<A>((resolve, reject) => {
    const abort = (): void => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    Promise.race(promises)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort))
  })
}
