import { FramingError } from '../error.js'
import { type ReadOptions, readArticles, readRecord, readUtterances, type Utterance } from '../read/index.js'
import type { Article } from '../types.js'

/**
 * Reads what a file holds with the reader that suits it: JSON is a record, a list of records or a list of utterances; a web page
 * is read as one; anything else is text, of one article or several.
 *
 * @throws {FramingError} where the reader does.
 */
export async function pickReader(raw: string, options: ReadOptions): Promise<Article[]> {
  const data = parseJson(raw)
  if (data === undefined) return readText(raw, options)
  if (!Array.isArray(data)) return [readRecord(data, options)]
  if (data.length > 0 && data.every(isUtterance)) return [readUtterances(data, options)]
  return data.map((record, i) => readRecord(record, options.id === undefined ? {} : { id: `${options.id}-${i + 1}` }))
}

/** Text, or a web page where the text's reader says that it is one: the libraries for pages are loaded only then. */
async function readText(raw: string, options: ReadOptions): Promise<Article[]> {
  try {
    return readArticles(raw, options)
  } catch (error) {
    if (!(error instanceof FramingError) || error.code !== 'html-input') throw error
    const { readHtml } = await import('../html.js')
    return [readHtml(raw, options)]
  }
}

/** An object or a list of objects; undefined where the source is no JSON, or only looks like it (`[Applause]`). */
function parseJson(raw: string): object | undefined {
  if (!/^\s*(?:\{\s*"|\[\s*\{\s*")/.test(raw.slice(0, 1000))) return undefined
  try {
    return JSON.parse(raw) as object
  } catch {
    return undefined
  }
}

/** A list whose members name a speaker is a conversation; whether each has a text, its reader checks. */
function isUtterance(value: unknown): value is Utterance {
  return typeof value === 'object' && value !== null && 'speaker' in value
}
