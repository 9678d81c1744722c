import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import * as zlib from 'node:zlib'
import { FramingError } from '../error.js'
import { missingPeer } from './missing-peer.js'

const CHUNK = 1 << 20 // bytes read at once

/** Counts the bytes that were read from disk. */
export interface ReadMeter {
  bytes: number
}

const REMEDIES = new Map<string | undefined, string>([
  ['ENOENT', 'There is no such file; check the path.'],
  ['EISDIR', 'This is a folder; read it with readFolder.'],
  ['EACCES', 'You may not read this file; check its permissions.'],
  ['EPERM', 'You may not read this file; check its permissions.'],
  ['Z_BUF_ERROR', 'It is cut off; what stands before the cut was read. Fetch it again.'],
  ['Z_DATA_ERROR', 'It is damaged or not compressed at all; what stands before was read. Fetch it again.'],
])

/**
 * Reads the bytes of a file in pieces, unpacked where its name ends in `.gz` or `.zst`.
 *
 * @throws {FramingError} `unreadable-input` where the file cannot be read or unpacked to its end, `missing-peer` where it is
 * packed by zstd and neither Node nor `fzstd` can unpack that.
 */
export async function* openBytes(path: string, meter: ReadMeter = { bytes: 0 }): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    if (/\.gz$/i.test(path)) yield* unpack(path, zlib.createGunzip({ chunkSize: CHUNK }), meter)
    else if (/\.zst$/i.test(path)) yield* unpackZstd(path, meter)
    else yield* openFile(path, meter)
  } catch (error) {
    throw unreadable(error)
  }
}

/** @returns the error in the library's words; one that is in them already as it is */
export function unreadable(error: unknown): FramingError {
  if (error instanceof FramingError) return error
  const { code: own, message } = error as { readonly code?: unknown; readonly message: string }
  const code = typeof own === 'string' ? own : 'damaged bytes' // the packages that unpack have no codes, or numbers
  const remedy = REMEDIES.get(code) ?? `${message}.`
  return new FramingError('unreadable-input', `Expected a file that can be read to its end, got ${code}. ${remedy}`, {
    cause: error,
  })
}

async function* openFile(path: string, meter: ReadMeter): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    meter.bytes += (chunk as Uint8Array).length
    yield chunk as Uint8Array
  }
}

async function* unpack(
  path: string,
  unpacker: NodeJS.ReadWriteStream,
  meter: ReadMeter,
): AsyncGenerator<Uint8Array, void, undefined> {
  // The callback is there so that an error reaches the reader of the stream and nobody else.
  const unpacked = pipeline(openFile(path, meter), unpacker, () => {})
  for await (const chunk of unpacked) yield chunk as Uint8Array
}

async function* unpackZstd(path: string, meter: ReadMeter): AsyncGenerator<Uint8Array, void, undefined> {
  const { createZstdDecompress } = zlib as { createZstdDecompress?: () => NodeJS.ReadWriteStream } // from Node 22.15
  if (createZstdDecompress) return yield* unpack(path, createZstdDecompress(), meter)
  const { Decompress } = await import('fzstd').catch(missingPeer('fzstd', 'unpacks zstd on this version of Node'))
  const ready: Uint8Array[] = []
  let isWhole = false
  const unpacker = new Decompress((chunk, isLast) => {
    ready.push(chunk)
    isWhole ||= isLast === true
  })
  for await (const chunk of openFile(path, meter)) {
    unpacker.push(chunk)
    yield* ready.splice(0)
  }
  unpacker.push(new Uint8Array(0), true)
  yield* ready.splice(0)
  if (!isWhole) throw Object.assign(new Error('unexpected end of file'), { code: 'Z_BUF_ERROR' })
}
