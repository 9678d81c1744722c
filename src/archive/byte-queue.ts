/** A stream of bytes from which a number of them can be taken. */
export interface ByteQueue {
  /** The next bytes; null where fewer are left, which then are taken all the same. */
  take(length: number): Promise<Uint8Array | null>
  /** Leaves bytes out without holding them. @returns false where fewer are left */
  skip(length: number): Promise<boolean>
  isEmpty(): Promise<boolean>
  /** The next bytes without taking them; fewer at the end. */
  peek(length: number): Promise<Uint8Array>
  /** What was not taken, as it comes. */
  rest(): AsyncGenerator<Uint8Array, void, undefined>
  /** Lets the stream end before its end. */
  close(): Promise<void>
}

export function openByteQueue(chunks: AsyncIterable<Uint8Array>): ByteQueue {
  const iterator = chunks[Symbol.asyncIterator]()
  let held: Uint8Array = new Uint8Array(0)

  /** Gets the next piece; false at the end. */
  const more = async (): Promise<boolean> => {
    const next = await iterator.next()
    if (next.done) return false
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value])
    return true
  }

  return {
    async take(length) {
      while (held.length < length) if (!(await more())) return null
      const taken = held.subarray(0, length)
      held = held.subarray(length)
      return taken
    },
    async skip(length) {
      let left = length
      while (held.length < left) {
        left -= held.length
        held = new Uint8Array(0)
        if (!(await more())) return false
      }
      held = held.subarray(left)
      return true
    },
    async isEmpty() {
      while (held.length === 0) if (!(await more())) return true
      return false
    },
    async peek(length) {
      while (held.length < length && (await more()));
      return held.subarray(0, length)
    },
    async *rest() {
      try {
        if (held.length > 0) yield held
        held = new Uint8Array(0)
        while (await more()) {
          yield held
          held = new Uint8Array(0)
        }
      } finally {
        await iterator.return?.()
      }
    },
    async close() {
      await iterator.return?.()
    },
  }
}
