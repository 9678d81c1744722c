import { describeValue, FramingError } from './error.js'
import { missingPeer } from './missing-peer.js'
import { type ReadOptions, readArticles, takeRtfText } from './read/index.js'
import { decodeText } from './text/decode-text.js'
import type { Article } from './types.js'

/**
 * Reads a document as it was downloaded: DOCX, RTF, PDF, or a zip of any of these and of plain texts. What LexisNexis, Nexis Uni,
 * Factiva and ProQuest export in these forms gives each article with its fields.
 *
 * The kind is told from the first bytes. Positions in the source are those in the document's plain text. Needs the optional packages
 * `mammoth` for DOCX, `unpdf` for PDF; RTF needs none.
 *
 * @param bytes - of the whole file
 * @returns the articles in order, those of a zip in the order of its files' names
 * @throws {FramingError} `invalid-argument` where no bytes are given, `missing-peer` where a package is not installed,
 * `binary-input` where the bytes are none of these or the document cannot be opened.
 * @example
 * const articles = await readDocument(new TextEncoder().encode('{\\rtf1 The talks failed.\\par}'))
 * articles[0]?.text //=> 'The talks failed.'
 */
export async function readDocument(bytes: Uint8Array, options: ReadOptions = {}): Promise<Article[]> {
  if (!(bytes instanceof Uint8Array)) {
    throw new FramingError('invalid-argument', `Expected bytes, got ${describeValue(bytes)}. Pass a Uint8Array of the file.`)
  }
  return readBytes(bytes, options, DEEPEST)
}

const DEEPEST = 2 // zips inside a zip

/** Which kind of document bytes are; null where they are none that is known here. */
export function detectDocument(bytes: Uint8Array): 'rtf' | 'pdf' | 'zip' | null {
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, LONGEST_OPENING))
  if (/^(?:\u00ef\u00bb\u00bf)?\s*\{\\rtf/.test(opening)) return 'rtf'
  if (opening.includes('%PDF-')) return 'pdf'
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4 ? 'zip' : null
}

const LONGEST_OPENING = 1024 // bytes in which a PDF says that it is one

async function readBytes(bytes: Uint8Array, options: ReadOptions, depth: number): Promise<Article[]> {
  switch (detectDocument(bytes)) {
    case 'rtf':
      return readArticles(takeRtfText(new TextDecoder('latin1').decode(bytes)), options)
    case 'pdf':
      return readArticles(await takePdfText(bytes), options)
    case 'zip':
      return readZip(bytes, options, depth)
    default:
      return readArticles(decodeText(bytes), options)
  }
}

async function takePdfText(bytes: Uint8Array): Promise<string> {
  const { extractText, getDocumentProxy } = await import('unpdf').catch(missingPeer('unpdf', 'reads PDF'))
  try {
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }), { mergePages: false })
    return (Array.isArray(text) ? text : [text]).join('\n\n')
  } catch (cause) {
    throw new FramingError(
      'binary-input',
      `Expected a PDF that can be opened, got: ${(cause as Error).message}. Save it again.`,
      { cause },
    )
  }
}

async function takeDocxText(bytes: Uint8Array): Promise<string> {
  const mammoth = await import('mammoth').catch(missingPeer('mammoth', 'reads DOCX'))
  const { extractRawText } = 'extractRawText' in mammoth ? mammoth : (mammoth as { default: typeof mammoth }).default
  try {
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
    // Node's build takes a buffer, the browser's an array buffer; each ignores the other's field.
    const { value } = await extractRawText({ arrayBuffer: buffer, buffer: toBuffer(bytes) } as never)
    return value
  } catch (cause) {
    throw new FramingError('binary-input', `Expected a DOCX file, got: ${(cause as Error).message}. Save it again.`, { cause })
  }
}

function toBuffer(bytes: Uint8Array): unknown {
  const { Buffer: Node } = globalThis as { readonly Buffer?: { from(bytes: Uint8Array): unknown } }
  return Node?.from(bytes)
}

const LARGEST_ZIP = 512 * 2 ** 20 // bytes unpacked; a zip of articles has some megabytes
const TEXT_FILE = /\.(?:txt|text|md|markdown|rtf|docx|pdf|zip|html?|srt|vtt)$/i

async function readZip(bytes: Uint8Array, options: ReadOptions, depth: number): Promise<Article[]> {
  const { unzipSync } = await import('fflate').catch(missingPeer('fflate', 'unpacks zip'))
  let files: Record<string, Uint8Array>
  let unpacked = 0
  let isDocx = false
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        isDocx ||= name === 'word/document.xml'
        if (isDocx || !TEXT_FILE.test(name) || /(?:^|\/)(?:__MACOSX\/|\.)/.test(name)) return false
        unpacked += originalSize
        return unpacked <= LARGEST_ZIP
      },
    })
  } catch (cause) {
    throw new FramingError(
      'binary-input',
      `Expected a zip that can be unpacked, got: ${(cause as Error).message}. Fetch it again.`,
      { cause },
    )
  }
  if (isDocx) return readArticles(await takeDocxText(bytes), options)
  if (unpacked > LARGEST_ZIP) {
    throw new FramingError(
      'binary-input',
      `Expected a zip of at most ${LARGEST_ZIP} bytes unpacked, got ${unpacked}. Unpack it first.`,
    )
  }
  const names = Object.keys(files).sort((a, b) => (a < b ? -1 : 1))
  if (names.length === 0 || depth === 0) {
    throw new FramingError(
      'binary-input',
      'Expected a zip with texts or documents in it, got none. Unpack it and name the files.',
    )
  }
  const articles: Article[] = []
  for (const name of names) {
    const id = options.id === undefined ? {} : { id: `${options.id}/${name}` }
    articles.push(...(await readBytes(files[name] as Uint8Array, id, depth - 1)))
  }
  return articles
}

export type { ReadOptions } from './read/index.js'
