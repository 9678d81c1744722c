import type { Word } from '../types.js'

let nextId = 0

/** The smallest id of the words that are kept; tables by id begin there. */
let firstId = 0

/** An id for a new word. Ids go on: a word that somebody still holds is never taken for another. */
export function takeWordId(): number {
  return nextId++
}

/** Number of words since `dropWordFacts`. */
export function countWordIds(): number {
  return nextId - firstId
}

/** Forgets what all stages know of the words so far; who asks again finds it out anew. */
export function dropWordFacts(): void {
  firstId = nextId
}

const UNKNOWN = -0x80000000
const FIRST_SIZE = 1 << 10

/**
 * What one stage knows of a word by itself, as a number: bits, or an index of a table. Found out at the first use and an array look-up
 * afterwards, so that a loop over tokens looks nothing up by string.
 *
 * @example
 * const CAPITAL = new Flags(({ value }) => Number(/^\p{Lu}/u.test(value)))
 */
export class Flags {
  readonly #find: (word: Word) => number
  #table = new Int32Array(FIRST_SIZE).fill(UNKNOWN)
  #firstId = firstId

  /** @param find - a function of the word alone; any 32-bit integer but the smallest */
  constructor(find: (word: Word) => number) {
    this.#find = find
  }

  of(word: Word): number {
    const known = this.#firstId === firstId ? this.#table[word.id - firstId] : undefined
    return known !== undefined && known !== UNKNOWN ? known : this.#add(word)
  }

  #add(word: Word): number {
    if (this.#firstId !== firstId) {
      this.#firstId = firstId
      this.#table = new Int32Array(FIRST_SIZE).fill(UNKNOWN)
    }
    const found = this.#find(word)
    const at = word.id - firstId
    if (at < 0) return found // a word that is kept no more
    if (at >= this.#table.length) {
      const grown = new Int32Array(2 ** Math.ceil(Math.log2(at + 1))).fill(UNKNOWN)
      grown.set(this.#table)
      this.#table = grown
    }
    this.#table[at] = found
    return found
  }
}

/** What one stage knows of a word by itself, as a record; as `Flags`. */
export class Facts<T extends object | string> {
  readonly #find: (word: Word) => T
  #table: (T | undefined)[] = []
  #firstId = firstId

  /** @param find - a function of the word alone */
  constructor(find: (word: Word) => T) {
    this.#find = find
  }

  /** Forgets all, where what is found out may have changed. */
  clear(): void {
    this.#table = []
  }

  of(word: Word): T {
    const known = this.#firstId === firstId ? this.#table[word.id - firstId] : undefined
    return known ?? this.#add(word)
  }

  #add(word: Word): T {
    if (this.#firstId !== firstId) {
      this.#firstId = firstId
      this.#table = []
    }
    const found = this.#find(word)
    const at = word.id - firstId
    if (at < 0) return found // a word that is kept no more
    while (this.#table.length <= at) this.#table.push(undefined) // no holes: an array with holes is slow
    this.#table[at] = found
    return found
  }
}
