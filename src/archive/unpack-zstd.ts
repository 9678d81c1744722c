import type { Decompress as Unpacker } from 'fzstd'
import xxhash, { type XXHashAPI } from 'xxhash-wasm'
import { missingPeer } from '../missing-peer.js'
import { type ByteQueue, openByteQueue } from './byte-queue.js'
import { cutOff, damaged } from './unpack-failed.js'

const FRAME = 0xfd2fb528
const SKIPPABLE = 0x184d2a50 // to 0x184d2a5f
const LARGEST_WINDOW = 128 * 2 ** 20 // bytes; that of the zstd command, too
const RAW_BLOCK_LIMIT = 128 * 2 ** 10 // bytes

/** What the header of a frame says of it. */
interface FrameHeader {
  readonly bytes: Uint8Array
  readonly hasChecksum: boolean
  /** Bytes of the unpacked content; null where it does not say. */
  readonly content: bigint | null
}

/**
 * Unpacks all frames of a zstd file (RFC 8878), skips those that are to be skipped, and compares checksums and lengths.
 *
 * One implementation for every engine: Node unpacks only the first frame, and before 22.15 none. The frames are walked here, since
 * `fzstd`, which unpacks their blocks, compares no checksum.
 *
 * @throws where it is cut off or damaged, after all whole blocks before were given; {FramingError} `missing-peer` without `fzstd`.
 */
export async function* unpackZstd(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const { Decompress } = await import('fzstd').catch(missingPeer('fzstd', 'unpacks zstd'))
  const queue = openByteQueue(chunks)
  try {
    yield* unpackFrames(queue, Decompress, (await xxhash()).create64)
  } finally {
    await queue.close()
  }
}

async function* unpackFrames(
  queue: ByteQueue,
  Decompress: typeof Unpacker,
  startHash: XXHashAPI['create64'],
): AsyncGenerator<Uint8Array, void, undefined> {
  const take = async (length: number): Promise<Uint8Array> => (await queue.take(length)) ?? cutHere()
  while (!(await queue.isEmpty())) {
    const magic = numberOf(await take(4))
    if ((magic & 0xfffffff0) >>> 0 === SKIPPABLE) {
      if (!(await queue.skip(numberOf(await take(4))))) throw cutOff()
      continue
    }
    if (magic !== FRAME) throw damaged('no zstd frame')
    const header = await readHeader(take)
    const ready: Uint8Array[] = []
    const decompress = new Decompress((chunk) => void ready.push(chunk))
    const hash = startHash()
    let length = 0n
    const drain = function* (): Generator<Uint8Array> {
      for (const chunk of ready.splice(0)) {
        if (chunk.length === 0) continue
        if (header.hasChecksum) hash.update(chunk)
        length += BigInt(chunk.length)
        yield chunk
      }
    }
    decompress.push(header.bytes)
    for (let isLast = false; !isLast; ) {
      const head = await take(3)
      const word = numberOf(head)
      isLast = (word & 1) === 1
      const isRepeat = ((word >> 1) & 3) === 1
      if (word >> 3 > RAW_BLOCK_LIMIT) throw damaged('a block over its limit')
      const body = await take(isRepeat ? 1 : word >> 3)
      decompress.push(Buffer.concat([head, body]))
      yield* drain()
    }
    const checksum = header.hasChecksum ? await take(4) : new Uint8Array(0)
    decompress.push(checksum, true)
    yield* drain()
    if (header.content !== null && header.content !== length) throw damaged('a frame of another length than it says')
    if (header.hasChecksum && Number(hash.digest() & 0xffffffffn) !== numberOf(checksum)) throw damaged('another checksum')
  }
}

/** Source: RFC 8878, 3.1.1.1. */
async function readHeader(take: (length: number) => Promise<Uint8Array>): Promise<FrameHeader> {
  const start = await take(1)
  const descriptor = start[0] as number
  const isSingle = (descriptor & 0x20) !== 0
  const window = isSingle ? new Uint8Array(0) : await take(1)
  const dictionary = await take([0, 1, 2, 4][descriptor & 3] as number)
  const contentSize = descriptor >> 6 === 0 ? (isSingle ? 1 : 0) : 1 << (descriptor >> 6)
  const size = await take(contentSize)
  if (dictionary.some((byte) => byte !== 0)) throw damaged('a frame that needs a dictionary')
  const content = contentSize === 0 ? null : bigintOf(size) + (contentSize === 2 ? 256n : 0n)
  const [exponent = 0] = window
  const windowSize = isSingle ? Number(content) : 2 ** (10 + (exponent >> 3)) * (1 + (exponent & 7) / 8)
  if (windowSize > LARGEST_WINDOW) throw damaged(`a window of ${windowSize} bytes, over ${LARGEST_WINDOW}`)
  const magic = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd)
  return { bytes: Buffer.concat([magic, start, window, dictionary, size]), hasChecksum: (descriptor & 4) !== 0, content }
}

function cutHere(): never {
  throw cutOff()
}

/** A whole number of up to four bytes, the lowest first. */
function numberOf(bytes: Uint8Array): number {
  return Number(bigintOf(bytes))
}

function bigintOf(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n)
}
