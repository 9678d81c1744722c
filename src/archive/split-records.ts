/** One record of a text file as bytes, or its length where it is over the limit. */
export type RawRecord = { readonly bytes: Uint8Array } | { readonly length: number }

const LINE_FEED = 0x0a
const QUOTE = 0x22

/**
 * Splits a stream of bytes at line feeds, or, where `quoted`, at those that stand outside double quotes, as in CSV.
 *
 * Memory is bounded: of a record longer than `most` bytes only the length is given. A quote that is never closed ends there, and the
 * next line is a record again.
 */
export async function* splitRecords(
  chunks: AsyncIterable<Uint8Array>,
  { most, quoted = false }: { readonly most: number; readonly quoted?: boolean },
): AsyncGenerator<RawRecord, void, undefined> {
  let parts: Uint8Array[] = [] // of the record that is not yet whole
  let held = 0 // bytes in parts
  let length = 0 // of the record so far, held or not
  let isQuoted = false

  const extend = (part: Uint8Array): void => {
    length += part.length
    if (length > most) {
      parts = []
      held = 0
      isQuoted = false
    } else if (part.length > 0) {
      parts.push(part)
      held += part.length
    }
  }
  const finish = (): RawRecord => {
    const record =
      length > most ? { length } : { bytes: parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts, held) }
    parts = []
    held = 0
    length = 0
    isQuoted = false
    return record
  }

  for await (const chunk of chunks) {
    let start = 0
    let from = 0 // where the next line feed is looked for
    for (;;) {
      const end = chunk.indexOf(LINE_FEED, from)
      const until = end < 0 ? chunk.length : end
      if (quoted && length <= most && hasOddQuotes(chunk, from, until)) isQuoted = !isQuoted
      if (end < 0) break
      from = end + 1
      if (isQuoted && length + from - start <= most) continue
      extend(chunk.subarray(start, end))
      start = from
      yield finish()
    }
    // A copy, which slice of a Buffer is not: the rest of a record must not keep the whole chunk.
    extend(new Uint8Array(chunk.subarray(start)))
  }
  if (length > 0) yield finish()
}

function hasOddQuotes(bytes: Uint8Array, start: number, end: number): boolean {
  let isOdd = false
  for (let i = bytes.indexOf(QUOTE, start); i >= 0 && i < end; i = bytes.indexOf(QUOTE, i + 1)) isOdd = !isOdd
  return isOdd
}
