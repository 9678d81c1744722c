import { FramingError } from '../error.js'

/**
 * Waits for an optional package.
 *
 * @throws {FramingError} `missing-peer` where it is not installed.
 */
export async function loadPeer<T>(module: Promise<T>, name: string, purpose: string): Promise<T> {
  try {
    return await module
  } catch (cause) {
    throw new FramingError(
      'missing-peer',
      `Expected the package that ${purpose}, got none. Install it with: npm install ${name}`,
      { cause },
    )
  }
}
