import { parse } from 'yaml'
import { FramingError } from '../error.js'
import { type Codebook, defineCodebook } from '../frame/index.js'
import { readSource } from './read-source.js'

/**
 * Reads a codebook of one's own from a JSON or YAML file.
 *
 * @throws {FramingError} `invalid-codebook` where it is neither or does not have the shape, `unreadable-input` where it cannot be read.
 */
export async function loadCodebook(path: string): Promise<Codebook> {
  const source = await readSource(path)
  return defineCodebook(parseData(source) as Parameters<typeof defineCodebook>[0])
}

function parseData(source: string): unknown {
  try {
    // JSON is YAML, but YAML's parser refuses long JSON keys and its messages say little of JSON's mistakes.
    return /^\s*[{[]/.test(source) ? JSON.parse(source) : parse(source)
  } catch (error) {
    const reason = (error as Error).message.split('\n')[0]?.replace(/[:.]$/, '')
    throw new FramingError(
      'invalid-codebook',
      `Expected JSON or YAML, got a file that is neither: ${reason}. Correct it there.`,
      {
        cause: error,
      },
    )
  }
}
