import { constants } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { FramingError } from '../error.js'
import { WINDOWS_1252 } from '../text/mojibake.js'

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
 * Reads a file, or standard input for `-`, as text.
 *
 * Bytes that are not UTF-8 are read as UTF-16 where they say so, otherwise as Windows-1252, which older archives use.
 *
 * @throws {FramingError} `unreadable-input`, or `binary-input` where the bytes are no text.
 */
export async function readSource(path: string): Promise<string> {
  const bytes = await readBytes(path)
  if (bytes.length > constants.MAX_STRING_LENGTH) {
    throw new FramingError(
      'unreadable-input',
      `Expected at most ${constants.MAX_STRING_LENGTH} bytes, got ${bytes.length}. It is hardly one article; split it first.`,
    )
  }
  return decodeText(bytes)
}

async function readBytes(path: string): Promise<Uint8Array> {
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

/** @throws {FramingError} `binary-input` where the bytes hold NULs and are not UTF-16. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) {
    throw new FramingError(
      'binary-input',
      'Expected text, got bytes with NULs in them. Extract the text first, or save it as UTF-8.',
    )
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Node 20 decodes windows-1252 as Latin-1, so what stands at 0x80 to 0x9F is put right here.
    return new TextDecoder('latin1')
      .decode(bytes)
      .replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80))
  }
}
