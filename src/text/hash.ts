const FNV_OFFSET = 0x811c9dc5 | 0 // FNV-1a 32-bit offset basis
const FNV_SECOND_OFFSET = 0xcbf29ce4 | 0 // upper half of the 64-bit offset basis, as a second start
const FNV_PRIME = 0x01000193 // FNV 32-bit prime

/**
 * Hashes a text to 16 hexadecimal digits, the same everywhere.
 *
 * Source: FNV-1a (Fowler, Noll, Vo), run twice from different starts over pairs of UTF-16 code units; for identity, not for security.
 */
export function hashText(text: string): string {
  let high = FNV_OFFSET
  let low = FNV_SECOND_OFFSET
  for (let i = 0; i < text.length; i += 2) {
    const pair = text.charCodeAt(i) | (i + 1 < text.length ? text.charCodeAt(i + 1) << 16 : 0)
    high = Math.imul(high ^ pair, FNV_PRIME)
    low = Math.imul(low ^ pair ^ (high >>> 15), FNV_PRIME)
  }
  high = Math.imul(high ^ text.length, FNV_PRIME)
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
