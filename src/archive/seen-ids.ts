import { hashText } from '../text/hash.js'

/** A set of ids in 16 bytes each at most, however long they are: 64-bit hashes, open addressing. */
export interface SeenIds {
  /** @returns whether it is new. Among 3 million ids, one is taken wrongly for another once in four million runs. */
  add(id: string): boolean
}

const FIRST_SIZE = 1 << 16 // slots
const FULL = 0.7 // share of slots from which the set is doubled

export function createSeenIds(): SeenIds {
  let high = new Uint32Array(FIRST_SIZE)
  let low = new Uint32Array(FIRST_SIZE)
  let count = 0

  /** Puts a hash into its slot; false where it is there already. The hash 0 stands for an empty slot, so it is never given. */
  const put = (h: number, l: number): boolean => {
    const mask = low.length - 1
    for (let slot = l & mask; ; slot = (slot + 1) & mask) {
      if (high[slot] === 0 && low[slot] === 0) {
        high[slot] = h
        low[slot] = l
        return true
      }
      if (high[slot] === h && low[slot] === l) return false
    }
  }

  return {
    add(id) {
      if (count >= low.length * FULL) {
        const [oldHigh, oldLow] = [high, low]
        high = new Uint32Array(oldLow.length * 2)
        low = new Uint32Array(oldLow.length * 2)
        oldLow.forEach((l, i) => {
          const h = oldHigh[i] as number
          if (h !== 0 || l !== 0) put(h, l)
        })
      }
      const hash = hashText(id)
      const h = Number.parseInt(hash.slice(0, 8), 16)
      const isNew = put(h, Number.parseInt(hash.slice(8), 16) || (h === 0 ? 1 : 0))
      if (isNew) count++
      return isNew
    },
  }
}
