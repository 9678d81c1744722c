import { FramingError } from './error.js'

/**
 * Says that an optional package is not installed. It stands at the import itself, `await import('x').catch(missingPeer('x', …))`, since
 * bundlers leave an import alone that may fail only where they see its `catch`.
 *
 * @throws {FramingError} `missing-peer`, always.
 */
export function missingPeer(name: string, purpose: string): (cause: unknown) => never {
  return (cause) => {
    throw new FramingError(
      'missing-peer',
      `Expected the package that ${purpose}, got none. Install it with: npm install ${name}`,
      { cause },
    )
  }
}
