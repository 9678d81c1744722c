/** Places tried for a chunk before it goes to the map: a text made to collide costs no more than any other. */
const MOST_TRIES = 16

const FIRST_SLOTS = 1 << 12

/**
 * What is known of chunks of text, found by their place in a text, so that a chunk that is known is never cut out of it.
 *
 * Open addressing by a hash of the characters (31-multiplicative, as Java's).
 */
export class ChunkTable<T> {
  #slots = new Int32Array(FIRST_SLOTS) // indexes into the lists; 0 for free
  #keys: string[] = ['']
  #values: T[] = [undefined as T]
  readonly #crowded = new Map<string, T>()

  /** Number of chunks. */
  get size(): number {
    return this.#keys.length - 1 + this.#crowded.size
  }

  /** @param hash - `addToHash` over the characters, begun with 0 */
  get(text: string, start: number, end: number, hash: number): T | undefined {
    const mask = this.#slots.length - 1
    for (let tries = 0, at = spread(hash) & mask; tries < MOST_TRIES; tries++, at = (at + 1) & mask) {
      const slot = this.#slots[at] as number
      if (slot === 0) return undefined
      const key = this.#keys[slot] as string
      if (key.length === end - start && isAt(key, text, start)) return this.#values[slot]
    }
    return this.#crowded.get(text.slice(start, end))
  }

  /** Enters a chunk that `get` did not find. */
  set(chunk: string, hash: number, value: T): void {
    if (2 * this.#keys.length > this.#slots.length) this.#grow()
    const slot = this.#keys.length
    if (!this.#place(slot, hash)) {
      this.#crowded.set(chunk, value)
      return
    }
    this.#keys.push(chunk)
    this.#values.push(value)
  }

  #place(slot: number, hash: number): boolean {
    const mask = this.#slots.length - 1
    for (let tries = 0, at = spread(hash) & mask; tries < MOST_TRIES; tries++, at = (at + 1) & mask) {
      if (this.#slots[at] !== 0) continue
      this.#slots[at] = slot
      return true
    }
    return false
  }

  #grow(): void {
    const keys = this.#keys
    const values = this.#values
    this.#slots = new Int32Array(2 * this.#slots.length)
    this.#keys = ['']
    this.#values = [undefined as T]
    for (let i = 1; i < keys.length; i++) {
      const key = keys[i] as string
      if (this.#place(this.#keys.length, hashChunk(key))) {
        this.#keys.push(key)
        this.#values.push(values[i] as T)
      } else this.#crowded.set(key, values[i] as T)
    }
  }
}

export function addToHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0
}

function hashChunk(chunk: string): number {
  let hash = 0
  for (let i = 0; i < chunk.length; i++) hash = addToHash(hash, chunk.charCodeAt(i))
  return hash
}

/** Brings the upper bits of a hash down to those that choose a place. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15)
}

function isAt(key: string, text: string, start: number): boolean {
  for (let k = 0; k < key.length; k++) if (key.charCodeAt(k) !== text.charCodeAt(start + k)) return false
  return true
}
