import { describeValue, FramingError } from '../error.js'

const MOST_SLIPS = 2 // letters left out, added, changed or swapped, up to which a key is taken for a misspelling

/**
 * Refuses a record with a key that nothing reads: it is a misspelling, or stands in the wrong place, and its value would be lost.
 *
 * @param path - names the entry in the error
 * @throws {FramingError} `invalid-codebook`, with the nearest known key where the key looks like a misspelling.
 */
export function checkKeys(record: Readonly<Record<string, unknown>>, known: readonly string[], path: string): void {
  for (const key of Object.keys(record)) {
    if (known.includes(key)) continue
    const meant = findNearest(key, known)
    const remedy = meant === null ? 'Leave it out, or put what it says into a note of a cue.' : `Write ${meant}.`
    throw new FramingError(
      'invalid-codebook',
      `Expected ${path} to have no keys but ${known.join(', ')}, got ${describeValue(key)}. ${remedy}`,
    )
  }
}

function findNearest(key: string, known: readonly string[]): string | null {
  let [nearest, fewest]: [string | null, number] = [null, MOST_SLIPS + 1]
  for (const each of known) {
    // In a short word two slips leave nothing to know it by.
    const most = each.length <= 4 ? 1 : MOST_SLIPS
    const slips = countSlips(key.toLowerCase(), each.toLowerCase(), most)
    if (slips > most || slips >= fewest) continue
    nearest = each
    fewest = slips
  }
  return nearest
}

/**
 * Counts the letters to leave out, add, change or swap with their neighbor to make one word of another; `most + 1` where it is more.
 *
 * Source: optimal string alignment, Damerau (1964), *A technique for computer detection and correction of spelling errors*.
 */
function countSlips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let slips = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, (above[j - 1] as number) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) slips = Math.min(slips, (before[j - 2] as number) + 1)
      row.push(slips)
    }
    before = above
    above = row
  }
  return Math.min(above[b.length] as number, most + 1)
}
