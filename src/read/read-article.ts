import { describeValue, FramingError } from '../error.js'
import { hashText } from '../text/hash.js'
import { repairPieces, repairText } from '../text/repair.js'
import { placeInText } from '../text/source.js'
import type { Article, Issue } from '../types.js'
import { findArticleStarts } from './article-starts.js'
import { readDate } from './dates.js'
import { findFrontMatter } from './front-matter.js'
import { findHeader, type Header, type HeaderField, isPlaceholder } from './header.js'
import { looksEnglish } from './language.js'
import { findMarkdown, looksLikeMarkdown } from './markdown.js'
import { findTimedText } from './timed-text.js'

export interface ReadOptions {
  /** The article's id; a hash of the raw source where it is left out. */
  readonly id?: string
}

const HTML_START = /^[\s\ufeff]*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<\?xml)/i
const BLOCK_TAG = /<(?:p|div|article|section|span|br|h[1-6]|script|meta|table)\b[^<>]{0,500}>/gi

/** This share of NUL and other control characters makes a source binary. */
const BINARY_SHARE = 0.02
const UNDECODABLE_SHARE = 0.1 // of U+FFFD; an old file of the wrong encoding has up to 0.03
const SAMPLE = 20_000 // UTF-16 code units that the format is judged on
const LONGEST_TITLE = 400 // UTF-16 code units looked at
const LANGUAGE_SAMPLE = 4_000 // UTF-16 code units, some 650 words: plenty to tell English

/**
 * Reads a press text as an archive delivered it: header lines, then the text, repaired where the archive damaged it.
 *
 * The text is fixed from here on. Every repair is listed and every span can be shown in the raw source (`locateInSource`). An
 * empty text, a header without a body or a text that is not English gives an article with an issue.
 *
 * @param raw - the decoded source
 * @throws {FramingError} `invalid-argument` where `raw` is not a string, `binary-input` where it is no text, `html-input` where it
 * is a web page.
 * @example
 * const article = readArticle('Title: Talks resume\nDate: 21 June 2022\nText:\nThe talks resumed.')
 * article.date //=> '2022-06-21'
 */
export function readArticle(raw: string, options: ReadOptions = {}): Article {
  if (typeof raw !== 'string') {
    throw new FramingError(
      'invalid-argument',
      `Expected the raw source to be a string, got ${describeValue(raw)}. Decode bytes with TextDecoder first.`,
    )
  }
  refuseWhatIsNoText(raw)
  const timed = findTimedText(raw)
  const frontMatter = timed ? null : findFrontMatter(raw)
  const header = timed ? null : (frontMatter ?? findHeader(raw))
  const start = header?.end ?? 0
  const body = trimmed(raw, start)
  const markdown =
    timed === null &&
    (frontMatter !== null || header === null) &&
    (frontMatter !== null || looksLikeMarkdown(raw.slice(body.start, body.end)))
      ? findMarkdown(raw, body)
      : null
  const kept = timed?.kept ?? markdown?.kept
  const { text, origin, repairs } = kept ? repairPieces(raw, kept) : repairText(raw, body)
  const issues: Issue[] = []
  const metadata = header ? readMetadata(header, issues) : {}
  if (timed === null && header !== null && findArticleStarts(raw).length > 1) {
    issues.push({ code: 'several-articles', message: 'The source holds several articles; readArticles reads each by itself.' })
  }
  if (text === '') {
    issues.push(
      header
        ? { code: 'no-body', message: 'The header is followed by no text.' }
        : { code: 'empty-text', message: 'The source holds no text.' },
    )
  } else if (!looksEnglish(text.slice(0, LANGUAGE_SAMPLE))) {
    issues.push({ code: 'not-english', message: 'The text does not look like English; codebooks and lexicons are English.' })
  }
  if (repairs.some(({ kind }) => kind === 'lone-surrogate')) {
    issues.push({ code: 'lone-surrogate', message: 'The source holds halves of surrogate pairs; each was replaced by U+FFFD.' })
  }
  const format = timed ? 'transcript' : markdown ? 'markdown' : header ? 'archive-text' : 'plain-text'
  const title = metadata.title ?? (header ? undefined : findTitle(raw.slice(body.start, body.start + LONGEST_TITLE)))
  return {
    id: options.id ?? hashText(raw),
    text,
    format,
    ...metadata,
    ...(title !== undefined && { title }),
    origin,
    repairs,
    ...(markdown && {
      blocks: placeInText(origin, text, markdown.blocks),
      bold: placeInText(origin, text, markdown.bold),
    }),
    issues,
  }
}

export function refuseWhatIsNoText(raw: string): void {
  const sample = raw.slice(0, SAMPLE)
  const controls = sample.match(/(?![\t\n\r\v\f\u0080-\u009f])\p{Cc}/gu)?.length ?? 0
  const lost = sample.match(/\ufffd/g)?.length ?? 0
  if ((controls > sample.length * BINARY_SHARE && controls > 4) || lost > sample.length * UNDECODABLE_SHARE) {
    throw new FramingError(
      'binary-input',
      `Expected text, got a source with ${controls + lost} control or undecodable characters in its first ${sample.length}. Extract the text first, or decode the file with its own encoding.`,
    )
  }
  const isPage = HTML_START.test(sample.slice(0, 1000)) || (sample.match(BLOCK_TAG)?.length ?? 0) >= 6
  if (isPage) {
    throw new FramingError(
      'html-input',
      "Expected text, got an HTML page. Read it with readHtml(html) from 'media-framing/html'.",
    )
  }
}

function trimmed(raw: string, from: number): { start: number; end: number } {
  const BLANK = /[\s\ufeff\u200b]/
  let start = from
  let end = raw.length
  while (start < end && BLANK.test(raw.charAt(start))) start++
  while (end > start && BLANK.test(raw.charAt(end - 1))) end--
  return { start, end }
}

export type Metadata = Partial<
  Pick<Article, 'title' | 'date' | 'outlet' | 'author' | 'categories' | 'url' | 'language' | 'headers'>
>

export function readMetadata({ lines }: Pick<Header, 'lines'>, issues: Issue[]): Metadata {
  const present = lines.filter(({ value }) => !isPlaceholder(value))
  const first = (field: HeaderField): string | undefined => present.find((line) => line.field === field)?.value
  const categories = present
    .filter(({ field }) => field === 'category')
    .map(({ value }) => repairText(value, { start: 0, end: value.length }).text)
  const rawDate = first('date')
  const date = rawDate === undefined ? undefined : readDate(rawDate)
  if (date && !date.certain) {
    issues.push({
      code: 'ambiguous-date',
      message: `The date "${date.date}" cannot be read with certainty and is kept as printed.`,
    })
  }
  const others = present.filter(({ field }) => field === 'other' || field === 'id')
  const named = (['title', 'author', 'outlet', 'url', 'language'] as const).flatMap((field) => {
    const value = first(field)
    return value === undefined ? [] : [[field, repairText(value, { start: 0, end: value.length }).text] as const]
  })
  return {
    ...Object.fromEntries(named),
    ...(date && { date: date.date }),
    ...(categories.length > 0 && { categories }),
    ...(others.length > 0 && { headers: Object.fromEntries(others.map(({ name, value }) => [name, value])) }),
  }
}

/** A heading in the first line is the title; it stays in the text, where the source has it. */
function findTitle(text: string): string | undefined {
  return /^#{1,2} +([^\n]{1,300}?)[ \t#]*(?:\n|$)/.exec(text)?.[1]
}
