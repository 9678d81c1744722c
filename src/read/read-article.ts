import { describeValue, FramingError } from '../error.js'
import { hashText } from '../text/hash.js'
import type { Article, Issue } from '../types.js'
import { findArticleStarts } from './article-starts.js'
import { findFrontMatter } from './front-matter.js'
import { findHeader } from './header.js'
import { type Body, readBody, trimPart } from './read-body.js'
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
  const isTimed = findTimedText(raw) !== null
  const frontMatter = isTimed ? null : findFrontMatter(raw)
  const header = isTimed ? null : (frontMatter ?? findHeader(raw))
  const part = trimPart(raw, header?.end ?? 0)
  const body = readBody(raw, part, isTimed || header === null ? {} : { isMarkdown: frontMatter !== null })
  const issues: Issue[] = []
  const metadata = header ? readMetadata(header, issues) : {}
  if (header !== null && findArticleStarts(raw).length > 1) issues.push(SEVERAL_ARTICLES)
  issues.push(...reviewText(body.edited, header !== null))
  const title =
    metadata.title ?? (header && !frontMatter ? undefined : findTitle(body, raw.slice(part.start, part.start + LONGEST_TITLE)))
  const { text, origin, repairs } = body.edited
  return {
    id: options.id ?? hashText(raw),
    text,
    format: body.format === 'plain-text' && header ? 'archive-text' : body.format,
    ...metadata,
    ...(title !== undefined && { title }),
    origin,
    repairs,
    ...(body.blocks && { blocks: body.blocks }),
    ...(body.bold && { bold: body.bold }),
    issues,
  }
}

/** A heading above the text is the title; it stays in the text, where the source has it. */
function findTitle({ edited: { text }, blocks = [] }: Body, opening: string): string | undefined {
  const at = blocks.findIndex(({ kind }) => kind === 'heading')
  const heading = blocks[at]
  if (heading && at < LATEST_TITLE) return text.slice(heading.start, Math.min(heading.end, heading.start + LONGEST_TITLE))
  return /^#{1,2} +([^\n]{1,300}?)[ \t#]*(?:\n|$)/.exec(opening)?.[1]
}

const LATEST_TITLE = 2 // blocks; a byline may stand above the title
