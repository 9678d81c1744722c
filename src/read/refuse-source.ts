import { FramingError } from '../error.js'
import { hasMarks } from './markdown.js'

const HTML_START = /^[\s\ufeff]*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<\?xml)/i
const BLOCK_TAG = /<(?:p|div|article|section|span|br|h[1-6]|script|meta|table)\b[^<>]{0,500}>/gi

/** This share of NUL and other control characters makes a source binary. */
const BINARY_SHARE = 0.02
const UNDECODABLE_SHARE = 0.1 // of U+FFFD; an old file of the wrong encoding has up to 0.03
const SAMPLE = 20_000 // UTF-16 code units that the format is judged on

const READ_DOCUMENT = "Read its bytes with readDocument(bytes) from 'media-framing/documents', or extract the text first."

/** The first characters of files that hold a text in a form of their own, and what they are. */
const SIGNATURES: readonly { readonly name: string; readonly start: string; readonly remedy: string }[] = [
  { name: 'RTF', start: '{\\rtf', remedy: READ_DOCUMENT },
  { name: 'a PDF file', start: '%PDF-', remedy: READ_DOCUMENT },
  { name: 'a DOCX or zip file', start: 'PK\u0003\u0004', remedy: READ_DOCUMENT },
  { name: 'a Word file of before 2007', start: '\u00d0\u00cf\u0011\u00e0', remedy: 'Save it as DOCX first.' },
  { name: 'a Word file of before 2007', start: '\ufffd\ufffd\u0011\ufffd', remedy: 'Save it as DOCX first.' },
]

/**
 * Refuses a source that is no text: RTF, PDF, DOCX, other binary data, a web page.
 *
 * @throws {FramingError} `binary-input` or `html-input`.
 */
export function refuseWhatIsNoText(raw: string): void {
  refuseBinary(raw)
  if (!isPage(raw)) return
  throw new FramingError('html-input', "Expected text, got an HTML page. Read it with readHtml(html) from 'media-framing/html'.")
}

/** @throws {FramingError} `binary-input` where a source is RTF, PDF, DOCX or other binary data. */
export function refuseBinary(raw: string): void {
  const sample = raw.slice(0, SAMPLE)
  const opening = sample.slice(0, 100).trimStart() // white space or a byte-order mark may stand before
  for (const { name, start, remedy } of SIGNATURES) {
    if (opening.startsWith(start)) throw new FramingError('binary-input', `Expected text, got ${name}. ${remedy}`)
  }
  const controls = sample.match(/(?![\t\n\r\v\f\u0080-\u009f])\p{Cc}/gu)?.length ?? 0
  const lost = sample.match(/\ufffd/g)?.length ?? 0
  if ((controls > sample.length * BINARY_SHARE && controls > 4) || lost > sample.length * UNDECODABLE_SHARE) {
    throw new FramingError(
      'binary-input',
      `Expected text, got a source with ${controls + lost} control or undecodable characters in its first ${sample.length}. Extract the text first, or decode the file with its own encoding.`,
    )
  }
}

/** Whether a source is a web page, or a part of one. */
export function isPage(raw: string): boolean {
  const sample = raw.slice(0, SAMPLE)
  return HTML_START.test(sample.slice(0, 1000)) || ((sample.match(BLOCK_TAG)?.length ?? 0) >= FEWEST_TAGS && !hasMarks(sample))
}

const FEWEST_TAGS = 6 // block elements in the sample; a text that speaks of HTML has fewer
