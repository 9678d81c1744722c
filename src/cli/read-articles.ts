import { stat } from 'node:fs/promises'
import { pickReader, readCsv, readJsonLines } from '../archive/index.js'
import { detectDocument, readDocument } from '../documents.js'
import { FramingError } from '../error.js'
import { isConversationTable, type RecordFields, readData } from '../read/index.js'
import type { Article } from '../types.js'
import { readConvokitFolder } from './convokit-folder.js'
import { decodeSource, readBytes, readSource, STANDARD_INPUT } from './read-source.js'

/** An article of a file, or why there is none in its place. */
export type ReadOutcome =
  | { readonly ok: true; readonly article: Article }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string }; readonly place: string }

/**
 * Reads the articles of a file: records of JSON lines and CSV one by one, rows that are utterances as conversations, anything else
 * by what it holds. A folder is one that ConvoKit wrote.
 *
 * @throws {FramingError} where the file as a whole cannot be read.
 */
export async function* readFileArticles(file: string, fields: RecordFields): AsyncGenerator<ReadOutcome> {
  const id = file === STANDARD_INPUT ? undefined : file.replaceAll('\\', '/')
  if (isTable(file)) return yield* readTable(file, fields, id)
  const convokit = file === STANDARD_INPUT ? null : await readConvokitFolder(file)
  if (convokit) return yield* convokit.map((article): ReadOutcome => ({ ok: true, article }))
  const bytes = await readBytes(file)
  const own = id === undefined ? {} : { id }
  const articles =
    detectDocument(bytes) === null ? await pickReader(decodeSource(bytes), { fields, ...own }) : await readDocument(bytes, own)
  for (const article of articles) yield { ok: true, article }
}

const JSON_LINES = /\.(?:jsonl|ndjson)(?:\.gz|\.zst)?$/i
const DELIMITED = /\.[ct]sv(?:\.gz|\.zst)?$/i

function isTable(file: string): boolean {
  return JSON_LINES.test(file) || DELIMITED.test(file)
}

/** The file's rows: where the first ones are utterances, all are read before the conversations are; else each by itself. */
async function* readTable(file: string, fields: RecordFields, id: string | undefined): AsyncGenerator<ReadOutcome> {
  await stat(file).catch(() => readSource(file)) // says what is wrong with a file that is not there
  const required = Object.values(fields)
  const items = DELIMITED.test(file) ? readCsv(file, { required }) : readJsonLines(file)
  let held: { place: string; value: object }[] | null = []
  const release = function* (): Generator<ReadOutcome> {
    for (const { place, value } of held ?? []) yield* readOne(value, place, fields)
    held = null
  }
  for await (const item of items) {
    const place = item.id
    if (!item.ok) {
      yield { ok: false, error: item.error, place }
      continue
    }
    if (held === null) {
      yield* readOne(item.value, place, fields)
      continue
    }
    held.push({ place, value: item.value })
    if (held.length === SAMPLE && !isConversationTable(held.map(({ value }) => value))) yield* release()
  }
  if (held === null) return
  const rows = held.map(({ value }) => value)
  if (fields.text !== undefined || !isConversationTable(rows)) return yield* release()
  for (const article of readData(rows, id === undefined ? {} : { id })) yield { ok: true, article }
}

const SAMPLE = 200 // rows from which it is told whether they are utterances

function readOne(value: object, place: string, fields: RecordFields): ReadOutcome[] {
  try {
    return readData(value, { fields, id: idOf(value, fields) ?? place }).map((article) => ({ ok: true, article }))
  } catch (error) {
    if (!(error instanceof FramingError)) throw error
    return [{ ok: false, error, place }]
  }
}

/** The record's own id; null where it has none, and its place in the file will serve. */
function idOf(value: object, fields: RecordFields): string | null {
  const id = new Map<string, unknown>(Object.entries(value)).get(fields.id ?? 'id')
  if (typeof id === 'string' && id !== '') return id
  return typeof id === 'number' || typeof id === 'bigint' ? String(id) : null
}
