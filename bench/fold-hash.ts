/**
 * Hashes an id, to put it in a fold. Kept as it was when the shipped tables were fitted, so that the fits give the same bytes.
 *
 * Source: FNV-1a (Fowler, Noll, Vo), run twice over UTF-16 code units.
 */
export function hashText(text: string): string {
  let high = 0x811c9dc5 | 0 // FNV-1a 32-bit offset basis
  let low = 0xcbf29ce4 | 0 // upper half of the 64-bit offset basis, as a second start
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    high = Math.imul(high ^ unit, 0x01000193) // FNV 32-bit prime
    low = Math.imul(low ^ (unit + i), 0x01000193)
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
