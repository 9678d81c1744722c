import { describeValue, FramingError } from '../error.js'
import type { Article } from '../types.js'
import { findConversation, isUtterance, readUtterance } from './conversation-forms.js'
import { readMetadata } from './read-metadata.js'
import { describeRecord, type RecordOptions, readRecord } from './read-record.js'
import { readUtterances, type Utterance } from './read-utterances.js'
import { foldName, RECORD_NAMES } from './record-names.js'

/**
 * Reads what a file of JSON, or a table, holds: a record, a conversation in the form of a speech recognizer or a collection of
 * interviews, a list of either, rows that are utterances (ConvoKit, INTERVIEW), or an object around such a list.
 *
 * @param data - as `JSON.parse` gives it
 * @returns the articles in order; rows of one conversation are one article
 * @throws {FramingError} `invalid-argument` where nothing of it can be read.
 */
export function readData(data: unknown, options: RecordOptions = {}): Article[] {
  if (typeof data !== 'object' || data === null) {
    throw new FramingError(
      'invalid-argument',
      `Expected an object or a list of objects, got ${describeValue(data)}. Pass records.`,
    )
  }
  if (Array.isArray(data)) return readRows(data, options)
  if (options.fields?.text === undefined) {
    const found = findConversation(data)
    if (found) return [describe(readUtterances(found.utterances, withId(options, data)), data)]
    const list = hasText(data) ? undefined : findList(data)
    if (list) return readRows(list, options)
    const spoken = hasText(data) ? undefined : joinSegments(data)
    if (spoken !== undefined) return [readRecord({ ...data, text: spoken }, options)]
  }
  return [readRecord(data, options)]
}

/** Reads a list of records or of utterances. */
function readRows(rows: readonly unknown[], options: RecordOptions): Article[] {
  if (isConversationTable(rows)) return readConversations(rows as readonly object[], options)
  return rows.flatMap((row, i) => {
    const own = ownId(row)
    const id = own ?? (options.id === undefined ? undefined : `${options.id}-${i + 1}`)
    const { id: _, ...rest } = options
    return readData(row, { ...rest, ...(id !== undefined && { id }) })
  })
}

/** Columns by which rows of utterances say which conversation they are of. Source: ConvoKit, INTERVIEW, DailyDialog. */
const GROUP_NAMES = [
  'conversationid',
  'conversation',
  'root',
  'episode',
  'episodeid',
  'interviewid',
  'dialogueid',
  'dialogid',
  'transcriptid',
  'callid',
  'videoid',
]

/** Whether rows are the utterances of conversations: each names a speaker, and none has a title or an address of its own. */
export function isConversationTable(rows: readonly unknown[]): boolean {
  const sample = rows.slice(0, SAMPLE)
  return (
    sample.length > 0 &&
    sample.every(isUtterance) &&
    !sample.some((row) => Object.keys(row as object).some((name) => DOCUMENT_NAMES.has(foldName(name)))) &&
    // Speeches of many days are no one conversation.
    (conversationOf(sample[0] as object) !== null || new Set(sample.map((row) => dateOf(row as object))).size === 1)
  )
}

const SAMPLE = 200 // rows that are looked at
const DOCUMENT_NAMES = new Set([...RECORD_NAMES.title.filter((name) => name !== 'name'), ...RECORD_NAMES.url])

function dateOf(row: object): unknown {
  return Object.entries(row).find(([name]) => foldName(name) === 'date')?.[1]
}

/** The id of the conversation that a row is of; null where it says none. */
export function conversationOf(row: object): string | null {
  let found: string | null = null
  let rank = GROUP_NAMES.length
  for (const [name, value] of Object.entries(row)) {
    const at = GROUP_NAMES.indexOf(foldName(name))
    if (at < 0 || at >= rank || (typeof value !== 'string' && typeof value !== 'number')) continue
    found = String(value)
    rank = at
  }
  return found
}

function readConversations(rows: readonly object[], options: RecordOptions): Article[] {
  const groups = groupRows(rows, readUtterance)
  return [...groups].map(([id, utterances]) => {
    const own = groups.size === 1 ? (options.id ?? id) : id
    return readUtterances(utterances, own === null || own === undefined ? {} : { id: own })
  })
}

function groupRows(rows: readonly object[], read: (row: object) => Utterance): Map<string | null, Utterance[]> {
  const groups = new Map<string | null, Utterance[]>()
  for (const row of rows) {
    const id = conversationOf(row)
    const group = groups.get(id)
    if (group) group.push(read(row))
    else groups.set(id, [read(row)])
  }
  return groups
}

/**
 * Reads a corpus of ConvoKit: its utterances, with the speakers' names and the conversations' titles and dates from their tables.
 *
 * @param speakers - `speakers.json`: an object for each speaker's id, whose `name` or `meta.name` is taken
 * @param conversations - `conversations.json`: an object for each conversation's id
 */
export function readConvokit(
  rows: readonly object[],
  speakers: ReadonlyMap<string, unknown>,
  conversations: ReadonlyMap<string, unknown>,
): Article[] {
  const nameOf = (id: string): string => {
    const table = flatten(speakers.get(id))
    const name = table.get('name') ?? table.get('full_name')
    return typeof name === 'string' && name !== '' ? name : id
  }
  const groups = groupRows(rows, (row) => {
    const utterance = readUtterance(row)
    return { ...utterance, speaker: nameOf(String(utterance.speaker ?? '')) }
  })
  return [...groups].map(([id, utterances]) =>
    describe(readUtterances(utterances, id === null ? {} : { id }), Object.fromEntries(flatten(conversations.get(id ?? '')))),
  )
}

/** An object's fields with those of its `meta` beside them. */
function flatten(value: unknown): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map()
  const fields = new Map<string, unknown>(Object.entries(value))
  const meta = fields.get('meta')
  return new Map([...(typeof meta === 'object' && meta !== null ? Object.entries(meta) : []), ...fields])
}

/** Names of the list around which services wrap their results. */
const LISTS = ['articles', 'results', 'data', 'records', 'items', 'docs', 'documents', 'stories', 'news', 'hits', 'rows', 'value']

function findList(data: object): readonly unknown[] | undefined {
  const values = new Map<string, unknown>(Object.entries(data))
  for (const name of LISTS) {
    const value = values.get(name)
    if (Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'object' && each !== null)) return value
  }
  const response = values.get('response')
  return typeof response === 'object' && response !== null && !Array.isArray(response) ? findList(response) : undefined
}

/** The words of a recognizer that names no speakers. */
function joinSegments(data: object): string | undefined {
  const values = new Map<string, unknown>(Object.entries(data))
  for (const name of ['segments', 'transcription', 'utterances']) {
    const list = values.get(name)
    if (!Array.isArray(list) || list.length === 0) continue
    const texts = list.map((segment) => (segment as { readonly text?: unknown } | null)?.text)
    if (texts.every((text) => typeof text === 'string')) return texts.map((text) => (text as string).trim()).join(' ')
  }
  return undefined
}

function hasText(data: object): boolean {
  return Object.entries(data).some(([name, value]) => typeof value === 'string' && RECORD_NAMES.text.includes(foldName(name)))
}

/** What the record around a conversation says of it. */
function describe(article: Article, data: object): Article {
  const issues = [...article.issues]
  const lines = describeRecord(new Map(Object.entries(data))).filter(({ name }) => name !== 'text')
  return { ...article, ...readMetadata({ lines }, issues), issues }
}

function ownId(row: unknown): string | undefined {
  if (typeof row !== 'object' || row === null) return undefined
  const { id } = row as { readonly id?: unknown }
  return (typeof id === 'string' && id !== '') || typeof id === 'number' ? String(id) : undefined
}

function withId(options: RecordOptions, data: object): { readonly id?: string } {
  const id = options.id ?? ownId(data)
  return id === undefined ? {} : { id }
}
