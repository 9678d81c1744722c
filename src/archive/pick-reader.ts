import { FramingError } from '../error.js'
import { type RecordOptions, readArticles, readData } from '../read/index.js'
import type { Article } from '../types.js'

/**
 * Reads what a file holds with the reader that suits it: JSON as `readData` does; a web page is read as one; anything else is text,
 * of one article or several.
 *
 * @throws {FramingError} where the reader does.
 */
export async function pickReader(raw: string, options: RecordOptions): Promise<Article[]> {
  const data = parseJson(raw)
  return data === undefined ? readText(raw, options) : readData(data, options)
}

/** Text, or a web page where the text's reader says that it is one: the libraries for pages are loaded only then. */
async function readText(raw: string, { id }: RecordOptions): Promise<Article[]> {
  const own = id === undefined ? {} : { id }
  try {
    return readArticles(raw, own)
  } catch (error) {
    if (!(error instanceof FramingError) || error.code !== 'html-input') throw error
    const { readHtml } = await import('../html.js')
    return [readHtml(raw, own)]
  }
}

/**
 * An object or a list of objects, also where each stands on a line of its own; undefined where the source only looks like it
 * (`[Applause]`).
 *
 * @throws {FramingError} `unreadable-input` where the source is JSON that breaks off: it is never read as prose.
 */
function parseJson(raw: string): object | undefined {
  if (!/^\s*(?:\{\s*"|\[\s*\{\s*")/.test(raw.slice(0, 1000))) return undefined
  try {
    return JSON.parse(raw) as object
  } catch (error) {
    const lines = parseLines(raw)
    if (lines) return lines
    if (!/^\s*\[?\s*\{\s*"[^"]{0,80}"\s*:/.test(raw.slice(0, 1000))) return undefined
    const reason = (error as Error).message.slice(0, LONGEST_REASON)
    throw new FramingError('unreadable-input', `Expected JSON, got a source that cannot be parsed: ${reason}. Correct it.`, {
      cause: error,
    })
  }
}

const LONGEST_REASON = 200 // UTF-16 code units; a parser's message quotes the source

function parseLines(raw: string): object[] | undefined {
  try {
    return raw.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as object]))
  } catch {
    return undefined
  }
}
