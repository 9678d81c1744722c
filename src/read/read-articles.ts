import { hashText } from '../text/hash.js'
import type { Article } from '../types.js'
import { findArticleStarts } from './article-starts.js'
import { checkSource, readArticle } from './read-article.js'
import { openExport, readExports } from './read-export.js'
import type { ReadOptions } from './read-options.js'

const RULE_AT_END = /\n[ \t]*[-=*_#~]{3,}\s*$/

/**
 * Reads every article of a file that holds several, each behind a header block of its own.
 *
 * @param raw - the decoded source
 * @returns the articles in order, each with positions in its own part of the source; one where the file holds one
 * @throws {FramingError} `invalid-argument`, `binary-input` or `html-input`, like `readArticle`.
 * @example
 * readArticles('Title: A\nDate: 2024-01-01\nText: One.\n\nTitle: B\nDate: 2024-01-02\nText: Two.').length //=> 2
 */
export function readArticles(raw: string, options: ReadOptions = {}): Article[] {
  checkSource(raw)
  const exported = openExport(raw)
  if (exported) return readExports(raw, exported, options)
  const starts = findArticleStarts(raw)
  if (starts.length < 2) return [readArticle(raw, options)]
  return starts.map((start, i) => {
    const part = raw.slice(i === 0 ? 0 : start, starts[i + 1] ?? raw.length).replace(RULE_AT_END, '\n')
    return readArticle(part, { ...options, id: options.id === undefined ? hashText(part) : `${options.id}-${i + 1}` })
  })
}
