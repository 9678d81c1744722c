import { constants } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { decodeText } from '../archive/index.js'
import { FramingError } from '../error.js'

/** The argument that stands for standard input. */
export const STANDARD_INPUT = '-'

const REMEDIES = new Map<string | undefined, string>([
  ['ENOENT', 'There is no such file; check the path.'],
  ['EISDIR', 'This is a folder; name the files in it, for instance with a wildcard.'],
  ['EACCES', 'You may not read this file; check its permissions.'],
  ['EPERM', 'You may not read this file; check its permissions.'],
  ['ERR_FS_FILE_TOO_LARGE', 'The file is over 2 GB; it is hardly one article.'],
])

/**
 * Reads a file, or standard input for `-`, as text, decoded as `decodeText` does.
 *
 * @throws {FramingError} `unreadable-input`, or `binary-input` where the bytes are no text.
 */
export async function readSource(path: string): Promise<string> {
  return decodeSource(await readBytes(path))
}

/** @throws {FramingError} `unreadable-input` where there are more bytes than a string holds, `binary-input` where they are no text. */
export function decodeSource(bytes: Uint8Array): string {
  if (bytes.length > constants.MAX_STRING_LENGTH) {
    throw new FramingError(
      'unreadable-input',
      `Expected at most ${constants.MAX_STRING_LENGTH} bytes, got ${bytes.length}. It is hardly one article; split it first.`,
    )
  }
  return decodeText(bytes)
}

/** @throws {FramingError} `unreadable-input`. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    if (path !== STANDARD_INPUT) return await readFile(path)
    const chunks: Uint8Array[] = []
    for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
    return Buffer.concat(chunks)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const remedy = REMEDIES.get(code) ?? message
    throw new FramingError('unreadable-input', `Expected a readable file, got ${code ?? 'an error'}. ${remedy}`, { cause: error })
  }
}
