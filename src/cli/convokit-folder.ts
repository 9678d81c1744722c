import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readJsonLines } from '../archive/index.js'
import { readConvokit } from '../read/index.js'
import type { Article } from '../types.js'

/** Reads a folder that ConvoKit wrote, with the names of its speakers and what its conversations are; null where it is none. */
export async function readConvokitFolder(folder: string): Promise<Article[] | null> {
  const stats = await stat(folder).catch(() => null)
  if (!stats?.isDirectory()) return null
  const utterances = join(folder, 'utterances.jsonl')
  if (!(await stat(utterances).catch(() => null))?.isFile()) return null
  const rows: object[] = []
  for await (const item of readJsonLines(utterances)) if (item.ok) rows.push(item.value)
  const [speakers, conversations] = await Promise.all([
    readTable(join(folder, 'speakers.json')),
    readTable(join(folder, 'conversations.json')),
  ])
  return readConvokit(rows, speakers, conversations)
}

/** An object of objects by id; empty where the file is missing or is none. */
async function readTable(path: string): Promise<ReadonlyMap<string, unknown>> {
  try {
    const data: unknown = JSON.parse(await readFile(path, 'utf8'))
    return new Map(Object.entries(data as object))
  } catch {
    return new Map()
  }
}
