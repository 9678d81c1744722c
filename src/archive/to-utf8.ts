import { TextDecoder } from 'node:util'

/** Gives the bytes of a text in UTF-8 where they say by their first two that they are UTF-16, and as they are otherwise, without a byte order mark. */
export async function* toUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder()
  let decoder: TextDecoder | null = null
  let head: Uint8Array | null = new Uint8Array(0) // until three bytes are there, which is as long as a mark can be
  for await (const chunk of chunks) {
    if (head === null) {
      yield decoder ? encoder.encode(decoder.decode(chunk, { stream: true })) : chunk
      continue
    }
    head = Buffer.concat([head, chunk])
    if (head.length < MARK.length) continue
    decoder = decoderOf(head)
    const rest = decoder === null && MARK.every((byte, i) => head?.[i] === byte) ? head.subarray(MARK.length) : head
    head = null
    if (rest.length > 0) yield decoder ? encoder.encode(decoder.decode(rest, { stream: true })) : rest
  }
  if (head !== null && head.length > 0) yield head
  const rest = decoder?.decode() ?? ''
  if (rest !== '') yield encoder.encode(rest)
}

const MARK = [0xef, 0xbb, 0xbf] as const // of UTF-8

function decoderOf([first, second]: Uint8Array): TextDecoder | null {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le')
  return first === 0xfe && second === 0xff ? new TextDecoder('utf-16be') : null
}
