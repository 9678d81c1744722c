import { dirname, resolve } from 'node:path'
import { parse } from 'yaml'
import { describeValue, FramingError } from '../error.js'
import { type Codebook, type CodebookOverlay, codebooks, defineCodebook, extendCodebook } from '../frame/index.js'
import { readSource, STANDARD_INPUT } from './read-source.js'

const MOST_BASES = 10 // overlays laid over each other; more is a circle

/**
 * Gives the codebook of a name that the library ships, or reads one of your own from a JSON or YAML file.
 *
 * A file with `extends` is an overlay: over a codebook of the library by its name, or over another file, whose path counts from this one's
 * folder.
 *
 * @throws {FramingError} `invalid-codebook` where it is neither or does not have the shape, `unreadable-input` where it cannot be read.
 */
export async function loadCodebook(nameOrPath: string): Promise<Codebook> {
  return loadOver(nameOrPath, 0)
}

async function loadOver(nameOrPath: string, depth: number): Promise<Codebook> {
  const shipped = findShipped(nameOrPath)
  if (shipped) return shipped
  const data = parseData(await readKnown(nameOrPath))
  if (typeof data !== 'object' || data === null || !('extends' in data))
    return defineCodebook(data as Parameters<typeof defineCodebook>[0])
  const { extends: base, ...overlay } = data
  if (typeof base !== 'string' || base === '' || depth >= MOST_BASES) {
    const got = depth >= MOST_BASES ? `${MOST_BASES} files that extend each other` : describeValue(base)
    throw new FramingError(
      'invalid-codebook',
      `Expected extends to name a codebook, got ${got}. Write one of ${shippedNames()}, or the path of a file.`,
    )
  }
  const place = findShipped(base) || nameOrPath === STANDARD_INPUT ? base : resolve(dirname(nameOrPath), base)
  return extendCodebook(await loadOver(place, depth + 1), overlay as CodebookOverlay)
}

function findShipped(name: string): Codebook | undefined {
  return Object.hasOwn(codebooks, name) ? codebooks[name as keyof typeof codebooks] : undefined
}

function shippedNames(): string {
  return Object.keys(codebooks).join(', ')
}

/** What is no file may be meant for the name of one of ours. */
async function readKnown(path: string): Promise<string> {
  try {
    return await readSource(path)
  } catch (cause) {
    if (!(cause instanceof FramingError) || /[./\\]/.test(path)) throw cause
    throw new FramingError(
      cause.code,
      `Expected a codebook of the library (${shippedNames()}) or a file, got "${path}". Correct the name.`,
      { cause },
    )
  }
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
