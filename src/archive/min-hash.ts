/** The MinHash signature of a text: one minimum a hash function; empty for a text without words. Can be sent between workers. */
export type TextSignature = Uint32Array

/** Minima of one band; with three, two texts of resemblance 0.4 meet in at least one of the bands 93 times in 100. */
export const ROWS = 3
export const BANDS = 40
/** Minima of a signature; the standard error of an estimated resemblance is at most 0.046 (√(0.25 / 120)). */
export const HASHES = ROWS * BANDS

const SHINGLE = 3 // words; more of them let a changed name cost too much, fewer make texts on one topic alike
const BYTE_VALUES = 256 // of the lowest byte that is kept of a minimum: two unequal minima share it once in so many

const FNV_OFFSET = 0x811c9dc5 // FNV-1a 32-bit offset basis
const FNV_PRIME = 0x01000193 // FNV 32-bit prime
const GOLDEN = 0x9e3779b9 // 2^32 / golden ratio: steps by it are spread evenly

/** The hash functions x → a·x + b (mod 2^32), with odd a. Source: Carter & Wegman (1979), Universal classes of hash functions. */
const FACTORS = Uint32Array.from({ length: HASHES }, (_, i) => mix(Math.imul(2 * i + 1, GOLDEN)) | 1)
const TERMS = Uint32Array.from({ length: HASHES }, (_, i) => mix(Math.imul(2 * i + 2, GOLDEN)))

/**
 * Makes the MinHash signature of a text: the least hash of its shingles, for each of 120 hash functions.
 *
 * A shingle is three neighboring words; a text of fewer words is one shingle. Case, punctuation and white space do not count; a
 * character of a script that writes no spaces is a word. Linear in the length of the text.
 *
 * Source: Broder (1997), On the resemblance and containment of documents.
 *
 * @example
 * signText('Both sides agreed.').join() === signText('BOTH SIDES, agreed').join() //=> true
 */
export function signText(text: string): TextSignature {
  const minima = new Uint32Array(HASHES).fill(0xffffffff)
  const words = new Int32Array(SHINGLE) // hashes of the last words, as a ring
  let count = 0
  const endWord = (hash: number): void => {
    words[count++ % SHINGLE] = hash
    if (count >= SHINGLE) lower(minima, hashShingle(words, count, SHINGLE))
  }
  let hash = FNV_OFFSET
  let inWord = false
  const folded = text.toLowerCase()
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i)
    if (isWordCharacter(code)) {
      hash = Math.imul(hash ^ code, FNV_PRIME)
      inWord = true
      if (code < FIRST_UNSPACED) continue
    }
    if (inWord) endWord(hash)
    hash = FNV_OFFSET
    inWord = false
  }
  if (inWord) endWord(hash)
  if (count === 0) return new Uint32Array(0)
  if (count < SHINGLE) lower(minima, hashShingle(words, count, count))
  return minima
}

const FIRST_UNSPACED = 0x2e80 // CJK radicals; from here on hardly any script puts spaces between words

function isWordCharacter(code: number): boolean {
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a)
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba // ª µ º; the rest of Latin-1's first half are signs
  const isSign =
    (code >= 0x2000 && code <= 0x2bff) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xfe00 && code <= 0xfe6f) ||
    code >= 0xfeff
  return !isSign && code !== 0xd7 && code !== 0xf7 // × ÷
}

/** Hash of the last `length` words, in their order. */
function hashShingle(words: Int32Array, count: number, length: number): number {
  let hash = length
  for (let i = count - length; i < count; i++) hash = Math.imul(hash ^ (words[i % SHINGLE] as number), FNV_PRIME) + GOLDEN
  return mix(hash)
}

/** Lowers each minimum to the shingle's hash by its own function. */
function lower(minima: Uint32Array, shingle: number): void {
  for (let i = 0; i < HASHES; i++) {
    const hash = (Math.imul(FACTORS[i] as number, shingle) + (TERMS[i] as number)) >>> 0
    if (hash < (minima[i] as number)) minima[i] = hash
  }
}

/** Spreads the bits of a hash. Source: the finalizer of MurmurHash3 (Appleby), in the public domain. */
function mix(hash: number): number {
  let mixed = hash
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** @returns the bucket of a band, in [0, buckets) */
export function bucketOf(signature: TextSignature, band: number, buckets: number): number {
  let hash = FNV_OFFSET
  for (let i = band * ROWS; i < (band + 1) * ROWS; i++) hash = Math.imul(hash ^ (signature[i] as number), FNV_PRIME)
  return mix(hash) % buckets
}

/** Estimates the resemblance of a text to one of which the lowest byte of each minimum was kept at `offset` of `bytes`. */
export function resemblanceOf(signature: TextSignature, bytes: Uint8Array, offset: number): number {
  let same = 0
  for (let i = 0; i < HASHES; i++) if (((signature[i] as number) & (BYTE_VALUES - 1)) === bytes[offset + i]) same++
  return Math.max(0, (same / HASHES - 1 / BYTE_VALUES) / (1 - 1 / BYTE_VALUES))
}
