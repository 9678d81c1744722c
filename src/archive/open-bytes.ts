import { FramingError } from '../error.js'
import { type ReadMeter, readBytes } from './read-bytes.js'
import { unpackGzip } from './unpack-gzip.js'
import { unpackZstd } from './unpack-zstd.js'

const REMEDIES = new Map<string | undefined, string>([
  ['ENOENT', 'There is no such file; check the path.'],
  ['EISDIR', 'This is a folder; read it with readFolder.'],
  ['EACCES', 'You may not read this file; check its permissions.'],
  ['EPERM', 'You may not read this file; check its permissions.'],
  ['cut-off', 'It is cut off; what stands before the cut was read. Fetch it again.'],
])

/**
 * Reads the bytes of a file in pieces, unpacked where its name ends in `.gz` or `.zst`, or where they come through a pipe and begin
 * like packed ones.
 *
 * @throws {FramingError} `unreadable-input` where the file cannot be read or unpacked to its end, `missing-peer` where it is
 * packed by zstd and `fzstd` is not installed; what was unpacked before is given first.
 */
export async function* openBytes(path: string, meter: ReadMeter = { bytes: 0 }): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    const raw = readBytes(path, meter)
    if (/\.gz$/i.test(path)) yield* unpackGzip(raw)
    else if (/\.zst$/i.test(path)) yield* unpackZstd(raw)
    else yield* raw
  } catch (error) {
    meter.signal?.throwIfAborted()
    throw unreadable(error)
  }
}

/** @returns the error in the library's words; one that is in them already as it is */
export function unreadable(error: unknown): FramingError {
  if (error instanceof FramingError) return error
  const { code: own, message } = error as { readonly code?: unknown; readonly message: string }
  const code = typeof own === 'string' ? own : 'damaged bytes' // the packages that unpack have no codes, or numbers
  const remedy =
    REMEDIES.get(code) ??
    (code === 'damaged bytes'
      ? `It is damaged or not what its name says (${message}); what stands before was read. Fetch it again.`
      : `${message}.`)
  return new FramingError('unreadable-input', `Expected a file that can be read to its end, got ${code}. ${remedy}`, {
    cause: error,
  })
}
