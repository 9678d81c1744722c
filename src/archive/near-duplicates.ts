import { describeValue, FramingError } from '../error.js'
import { BANDS, bucketOf, HASHES, resemblanceOf, signText, type TextSignature } from './min-hash.js'

export interface DuplicateOptions {
  /** Estimated resemblance from which a text counts as a copy, in (0, 1]; 0.4 where it is left out. */
  readonly threshold?: number
  /** How many texts that are no copies are remembered before the oldest is forgotten, from 1 to 2^24; 131,072 where it is left out. */
  readonly capacity?: number
}

/** What a run of texts is searched for copies with. */
export interface DuplicateIndex {
  /**
   * Looks one text up and remembers it if it is new.
   *
   * @param text - the text, or its signature by `signText`, which a worker may have made
   * @returns the id of the first text seen that this one is a copy of; null where it is a copy of none
   */
  find(id: string, text: string | TextSignature): string | null
}

/** Below it, short notices of one form (dividends, bond issues) are taken for copies: see bench/archive/duplicates.ts. */
const THRESHOLD = 0.4 // estimated resemblance
const CAPACITY = 131_072 // texts, 58 MB
const MOST_TEXTS = 2 ** 24 // 7 GB
/** Boilerplate that a whole archive shares must not make it slow. */
const LONGEST_CHAIN = 64 // texts looked at in one bucket, the newest first

/**
 * Makes an empty index that finds near duplicates, such as wire copy with a new lead, a cut tail or changed names.
 *
 * A text is a copy where the estimated share of three-word shingles that both texts have of those that either has reaches the
 * threshold; the most alike of several wins, then the first seen. Copies are not remembered themselves, so a chain of small changes does
 * not drift away from the first text. A text without words is never a copy.
 *
 * Memory does not grow with the number of texts: 444 bytes (604 at most, where `capacity` is no power of two) and the id for each text
 * up to `capacity`; then the oldest is forgotten, and a copy that comes later is taken as new. Texts are told apart in the order they
 * come in: nothing else, such as the size of batches, changes what is found. A run that is resumed must first look up what came
 * before.
 *
 * Source: Broder (1997), On the resemblance and containment of documents (shingles, MinHash); Leskovec, Rajaraman & Ullman, Mining of
 * Massive Datasets, ch. 3 (bands); Li & König (2010), b-Bit Minwise Hashing (one byte kept of each minimum); the buckets are chained
 * as Deflate's window is.
 *
 * @throws {FramingError} `invalid-argument` where an option is outside its range, or a text is neither a string nor a signature.
 * @example
 * const duplicates = createDuplicateIndex()
 * duplicates.find('a', 'Both sides agreed to cut tariffs on steel from May.') //=> null
 * duplicates.find('b', 'BOTH SIDES agreed to cut tariffs on steel from May!') //=> 'a'
 */
export function createDuplicateIndex(options: DuplicateOptions = {}): DuplicateIndex {
  const threshold = checkNumber('threshold', options.threshold ?? THRESHOLD, (value) => value > 0 && value <= 1, 'within (0, 1]')
  const capacity = checkNumber(
    'capacity',
    options.capacity ?? CAPACITY,
    (value) => Number.isInteger(value) && value >= 1 && value <= MOST_TEXTS,
    `a whole number from 1 to ${MOST_TEXTS}`,
  )
  const buckets = 2 ** Math.ceil(Math.log2(capacity)) // of each band
  // Positions count the remembered texts from 1, so that 0 means none; a text of position p stands in slot p % capacity.
  const heads = new Uint32Array(BANDS * buckets) // position of the newest text in each bucket
  const older = new Uint32Array(BANDS * capacity) // position of the next older text in the same bucket
  const bytes = new Uint8Array(HASHES * capacity) // lowest byte of each minimum
  const ids = new Map<number, string>() // by position
  const seenBy = new Uint32Array(capacity) // number of the look-up that last compared the slot
  let newest = 0
  let lookups = 0

  function findBest(signature: TextSignature): number {
    const oldest = Math.max(1, newest - capacity + 1)
    lookups = (lookups + 1) >>> 0
    let best = 0
    let bestResemblance = threshold
    for (let band = 0; band < BANDS; band++) {
      let position = heads[band * buckets + bucketOf(signature, band, buckets)] as number
      for (let steps = 0; position >= oldest && steps < LONGEST_CHAIN; steps++) {
        const slot = position % capacity
        if (seenBy[slot] !== lookups) {
          seenBy[slot] = lookups
          const resemblance = resemblanceOf(signature, bytes, slot * HASHES)
          if (resemblance > bestResemblance || (resemblance === bestResemblance && (best === 0 || position < best))) {
            best = position
            bestResemblance = resemblance
          }
        }
        position = older[band * capacity + slot] as number
      }
    }
    return best
  }

  function remember(id: string, signature: TextSignature): void {
    ids.delete(newest + 1 - capacity)
    newest++
    const slot = newest % capacity
    bytes.set(signature, slot * HASHES) // a byte array keeps the lowest byte
    for (let band = 0; band < BANDS; band++) {
      const bucket = band * buckets + bucketOf(signature, band, buckets)
      older[band * capacity + slot] = heads[bucket] as number
      heads[bucket] = newest
    }
    // A copy of its own: an id cut from a longer string would keep all of that string in memory.
    ids.set(newest, JSON.parse(JSON.stringify(id)) as string)
  }

  return {
    find(id, text) {
      const signature = checkSignature(typeof text === 'string' ? signText(text) : text)
      if (signature.length === 0) return null
      const best = findBest(signature)
      if (best > 0) return ids.get(best) as string
      remember(id, signature)
      return null
    },
  }
}

function checkNumber(name: string, value: unknown, isRight: (value: number) => boolean, range: string): number {
  if (typeof value === 'number' && isRight(value)) return value
  throw new FramingError(
    'invalid-argument',
    `Expected ${name} to be ${range}, got ${describeValue(value)}. Leave it out for the default.`,
  )
}

function checkSignature(value: unknown): TextSignature {
  if (value instanceof Uint32Array && (value.length === 0 || value.length === HASHES)) return value
  throw new FramingError(
    'invalid-argument',
    `Expected a text or its signature, got ${describeValue(value)}. Make one with signText(text).`,
  )
}
