import { FramingError } from '../error.js'
import { WINDOWS_1252 } from './mojibake.js'

/**
 * Decodes the bytes of a text file.
 *
 * Bytes that are not UTF-8 are read as UTF-16 where they say so, otherwise as Windows-1252, which older archives use.
 *
 * @throws {FramingError} `binary-input` where the bytes hold NULs and are not UTF-16.
 */
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
