import { describeValue, FramingError } from '../error.js'
import { hashText } from '../text/hash.js'
import { repairPieces, repairText } from '../text/repair.js'
import { placeInText } from '../text/source.js'
import type { Article, Issue } from '../types.js'
import { findArticleStarts } from './article-starts.js'
import { findFrontMatter } from './front-matter.js'
import { findHeader } from './header.js'
import { findMarkdown, looksLikeMarkdown } from './markdown.js'
import { openExport, readExport } from './read-export.js'
import { readMetadata } from './read-metadata.js'
import type { ReadOptions } from './read-options.js'
import { refuseWhatIsNoText } from './refuse-source.js'
import { reviewText, SEVERAL_ARTICLES } from './review-text.js'
import { findTimedText } from './timed-text.js'

const LONGEST_TITLE = 400 // UTF-16 code units looked at

/**
 * Reads a press text as an archive delivered it: header lines, then the text, repaired where the archive damaged it.
 *
 * The text is fixed from here on. Every repair is listed and every span can be shown in the raw source (`locateInSource`). An
 * empty text, a header without a body or a text that is not English gives an article with an issue.
 *
 * What LexisNexis, Nexis Uni, Factiva, ProQuest and Mediargus export is known, in English, German, French, Spanish and Dutch:
 * their fields become the article's, and nothing of them stands in the text.
 *
 * @param raw - the decoded source
 * @throws {FramingError} `invalid-argument` where `raw` is not a string, `binary-input` where it is no text, `html-input` where it
 * is a web page.
 * @example
 * const article = readArticle('Title: Talks resume\nDate: 21 June 2022\nText:\nThe talks resumed.')
 * article.date //=> '2022-06-21'
 */
export function readArticle(raw: string, options: ReadOptions = {}): Article {
  checkSource(raw)
  const exported = openExport(raw)
  if (exported) return readExport(raw, exported, options)
  refuseWhatIsNoText(raw)
  return readPlain(raw, options)
}

/** @throws {FramingError} `invalid-argument` where a source is not a string. */
export function checkSource(raw: unknown): asserts raw is string {
  if (typeof raw === 'string') return
  throw new FramingError(
    'invalid-argument',
    `Expected the raw source to be a string, got ${describeValue(raw)}. Decode bytes with TextDecoder first.`,
  )
}

/** Reads a source that no vendor exported and that is no page. */
function readPlain(raw: string, options: ReadOptions): Article {
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
  const edited = kept ? repairPieces(raw, kept) : repairText(raw, body)
  const issues: Issue[] = []
  const metadata = header ? readMetadata(header, issues) : {}
  if (timed === null && header !== null && findArticleStarts(raw).length > 1) issues.push(SEVERAL_ARTICLES)
  issues.push(...reviewText(edited, header !== null))
  const title = metadata.title ?? (header ? undefined : findTitle(raw.slice(body.start, body.start + LONGEST_TITLE)))
  return {
    id: options.id ?? hashText(raw),
    text: edited.text,
    format: timed ? 'transcript' : markdown ? 'markdown' : header ? 'archive-text' : 'plain-text',
    ...metadata,
    ...(title !== undefined && { title }),
    origin: edited.origin,
    repairs: edited.repairs,
    ...(markdown && {
      blocks: placeInText(edited.origin, edited.text, markdown.blocks),
      bold: placeInText(edited.origin, edited.text, markdown.bold),
    }),
    issues,
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

/** A heading in the first line is the title; it stays in the text, where the source has it. */
function findTitle(text: string): string | undefined {
  return /^#{1,2} +([^\n]{1,300}?)[ \t#]*(?:\n|$)/.exec(text)?.[1]
}
