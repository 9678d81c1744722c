import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { detectDocument } from '../documents.js'
import { decodeText } from '../text/decode-text.js'
import type { PlacedRecord } from './archive-item.js'
import { failedRecord, LONGEST_RECORD, tooLong } from './failed-record.js'
import { openBytes, unreadable } from './open-bytes.js'
import type { ReaderOptions } from './read-json-lines.js'

const TEXT_FILE = /\.(?:txt|text|md|markdown|html?|srt|vtt|json|rtf|docx|pdf|zip)(?:\.gz|\.zst)?$/i

/**
 * Reads the texts of a folder and of the folders in it: `.txt`, `.md`, `.html`, `.srt`, `.vtt`, `.json`, `.rtf`, `.docx`, `.pdf` and `.zip` files, packed by gzip or
 * zstd or not. Other files and those whose name starts with a dot are left out.
 *
 * The order is that of the paths, code unit by code unit, on every machine. The id of an article is the path inside the folder.
 *
 * @example
 * for await (const { ok, id } of readFolder('interviews')) console.log(ok, id)
 */
export async function* readFolder(path: string, options: ReaderOptions = {}): AsyncGenerator<PlacedRecord, void, undefined> {
  let files: string[]
  try {
    files = await listFolder(path)
  } catch (error) {
    return yield failedRecord({ file: path }, unreadable(error))
  }
  for (const file of files) yield await readTextFile(join(path, file), { ...options, id: file })
}

/** Paths of the text files of a folder, inside it, in the order of their code units. */
export async function listFolder(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && TEXT_FILE.test(entry.name) && !entry.name.startsWith('.'))
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort((a, b) => (a < b ? -1 : 1))
}

/** Reads a file that is one text, or holds several articles. */
export async function readTextFile(
  path: string,
  { id = path, meter, bytes }: ReaderOptions & { readonly id?: string } = {},
): Promise<PlacedRecord> {
  const place = { file: path }
  try {
    const parts: Uint8Array[] = []
    let length = 0
    for await (const part of bytes ?? openBytes(path, meter)) {
      length += part.length
      if (length > LONGEST_RECORD) return tooLong(place, bytes ? length : Math.max(length, (await stat(path)).size))
      parts.push(part)
    }
    const whole = Buffer.concat(parts)
    const value = detectDocument(whole) === null ? { text: decodeText(whole) } : { bytes: new Uint8Array(whole) }
    return { ok: true, id, value, place, length, holds: 'file' }
  } catch (error) {
    meter?.signal?.throwIfAborted()
    return failedRecord(place, unreadable(error))
  }
}
