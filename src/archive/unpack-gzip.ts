import { Z_BUF_ERROR, Z_OK, Z_STREAM_END, Z_SYNC_FLUSH, ZStream, zlibInflate, zlibInflateInit2, zlibInflateReset } from 'pako'
import { cutOff, damaged } from './unpack-failed.js'

const CHUNK = 1 << 18 // bytes unpacked at once
const GZIP_WINDOW = 15 + 16 // zlib's own sign for the widest window in a gzip wrapper, whose checksum and length are compared

/**
 * Unpacks all members of a gzip file (RFC 1952); zeros between and behind them are padding.
 *
 * One implementation for every engine: those of Node, Deno and Bun keep different amounts of what stands before a damage.
 *
 * @throws where it is cut off or damaged, after everything before was given
 */
export async function* unpackGzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const stream = new ZStream()
  zlibInflateInit2(stream, GZIP_WINDOW)
  let isInside = false // of a member
  for await (const chunk of chunks) {
    stream.input = chunk
    stream.next_in = 0
    stream.avail_in = chunk.length
    for (;;) {
      if (!isInside) {
        while (stream.avail_in > 0 && chunk[stream.next_in] === 0) {
          stream.next_in++
          stream.avail_in--
        }
        if (stream.avail_in === 0) break
        zlibInflateReset(stream)
        isInside = true
      }
      stream.output = new Uint8Array(CHUNK)
      stream.next_out = 0
      stream.avail_out = CHUNK
      const status = zlibInflate(stream, Z_SYNC_FLUSH)
      if (stream.next_out > 0) yield stream.output.subarray(0, stream.next_out)
      if (status === Z_STREAM_END) isInside = false
      else if (status === Z_BUF_ERROR) break
      else if (status !== Z_OK) throw damaged(stream.msg || `zlib status ${status}`)
      else if (stream.avail_in === 0 && stream.avail_out > 0) break
    }
  }
  if (isInside) throw cutOff()
}
