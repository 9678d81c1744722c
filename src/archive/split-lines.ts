/** One line of a stream of bytes, without its line feed. */
export interface ByteLine {
  /** From 1. */
  readonly number: number
  /** Null where the line is longer than allowed; its bytes are not kept. */
  readonly bytes: Uint8Array | null
  /** In bytes, of the whole line. */
  readonly length: number
}

const LINE_FEED = 0x0a
const FIRST_HELD = 64 * 1024 // bytes, what a pipe gives at once

/**
 * Splits a stream of bytes at its line feeds, in memory for one chunk and for a few lines of at most `longest` bytes.
 *
 * A character of several bytes may be cut by the border of two chunks: lines are bytes, and whole. A last line without a line feed is
 * a line; nothing behind the last line feed is none.
 *
 * @param chunks - of any size; they are not kept, and not written into
 * @param longest - bytes; a longer line comes without its bytes
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<ByteLine, void, undefined> {
  let number = 0
  let held = new Uint8Array(FIRST_HELD) // the start of a line that is not over yet, of which `length` bytes are known
  let length = 0
  const hold = (part: Uint8Array): void => {
    const needed = length + part.length
    if (needed <= longest) {
      if (needed > held.length) held = extend(held, Math.max(needed, 2 * held.length))
      held.set(part, length)
    }
    length = needed
  }
  const endLine = (): ByteLine => {
    const line = { number: ++number, bytes: length > longest ? null : held.slice(0, length), length }
    length = 0
    return line
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let stop = chunk.indexOf(LINE_FEED); stop >= 0; stop = chunk.indexOf(LINE_FEED, start)) {
      hold(chunk.subarray(start, stop))
      yield endLine()
      start = stop + 1
    }
    hold(chunk.subarray(start))
  }
  if (length > 0) yield endLine()
}

function extend(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const longer = new Uint8Array(length)
  longer.set(bytes)
  return longer
}
