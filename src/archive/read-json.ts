import { describeValue } from '../error.js'
import { isConversationTable } from '../read/index.js'
import type { PlacedRecord } from './archive-item.js'
import { failedRecord } from './failed-record.js'
import { parseJson } from './parse-json.js'
import { readTextFile } from './read-folder.js'
import type { ReaderOptions } from './read-json-lines.js'

/**
 * Reads a file of JSON: one record, a list of records, or a list of utterances, which is one conversation.
 *
 * A record without an id of its own is called after the file; a member of a list, with its number from 1.
 */
export async function* readJson(path: string, options: ReaderOptions = {}): AsyncGenerator<PlacedRecord, void, undefined> {
  const file = await readTextFile(path, options)
  if (!file.ok) return yield file
  const { text } = file.value as { readonly text?: string }
  if (text === undefined) return yield file // a document of another kind under this name
  let data: unknown
  try {
    data = parseJson(text)
  } catch (error) {
    const message = `Expected JSON, got none: ${(error as Error).message.slice(0, LONGEST_REASON)}. Correct the file.`
    return yield failedRecord({ file: path }, { code: 'broken-record', message })
  }
  const members: readonly unknown[] = Array.isArray(data) ? data : [data]
  if (Array.isArray(data) && isConversationTable(data)) return yield file
  for (const [i, value] of members.entries()) {
    const place = Array.isArray(data) ? { file: path, record: i + 1 } : { file: path }
    const id = Array.isArray(data) ? `${path}-${i + 1}` : path
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      yield { ok: true, id, value, place, length: Math.ceil(file.length / members.length) }
    } else {
      const message = `Expected an object for each article, got ${describeValue(value)}. Give each the fields of a record.`
      yield { ...failedRecord(place, { code: 'broken-record', message }), id }
    }
  }
}

const LONGEST_REASON = 200 // UTF-16 code units; a parser's message quotes the text
