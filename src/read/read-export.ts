import { composeEdits, type EditedText, type Piece } from '../text/edit.js'
import { hashText } from '../text/hash.js'
import { repairPieces, repairText } from '../text/repair.js'
import type { Article, Issue } from '../types.js'
import type { ExportedArticle } from './exports/exported-article.js'
import { findExported } from './exports/find-exported.js'
import { takePageLines } from './page-lines.js'
import { readMetadata } from './read-metadata.js'
import type { ReadOptions } from './read-options.js'
import { isPage } from './refuse-source.js'
import { reviewText, SEVERAL_ARTICLES } from './review-text.js'

/** What an archive's web site exported: its articles, and the source as lines. */
export interface OpenExport {
  readonly articles: readonly ExportedArticle[]
  /** The text that the articles' positions point into, and the way back to the page it was taken from. */
  readonly page: EditedText | null
}

/** Marks of vendors in the pages they export. */
const PAGE_SIGN = /\d (?:of|von|de|sur|van) \d{1,6} DO[CK]UMENT|class=["']article [a-z]{2}Article|End of Document|<DOCFULL>/i

/** Opens a source that a vendor exported, as text or as a web page; null where it is none. */
export function openExport(raw: string): OpenExport | null {
  if (!isPage(raw)) {
    const found = findExported(raw)
    return found && { articles: found.articles, page: null }
  }
  if (!PAGE_SIGN.test(raw)) return null
  const page = takePageLines(raw)
  const found = findExported(page.text)
  return found && { articles: found.articles, page }
}

/** Reads each article of an export; positions in the source are those in the whole of it. */
export function readExports(raw: string, opened: OpenExport, options: ReadOptions): Article[] {
  const lines = opened.page?.text ?? raw
  return opened.articles.map((article, i) => {
    const part = lines.slice(article.start, article.end)
    const id = options.id === undefined ? hashText(part) : opened.articles.length === 1 ? options.id : `${options.id}-${i + 1}`
    return readOne(raw, opened.page, article.body, article.lines, id, [])
  })
}

/** Reads an export as one article: the first one's fields and the texts of all. */
export function readExport(raw: string, opened: OpenExport, options: ReadOptions): Article {
  const { articles, page } = opened
  const id = options.id ?? hashText(raw)
  const body = articles.flatMap((article) => article.body)
  return readOne(raw, page, body, articles[0]?.lines ?? [], id, articles.length > 1 ? [SEVERAL_ARTICLES] : [])
}

function readOne(
  raw: string,
  page: EditedText | null,
  body: ExportedArticle['body'],
  lines: ExportedArticle['lines'],
  id: string,
  found: readonly Issue[],
): Article {
  const source = page?.text ?? raw
  const [first] = body
  const repaired =
    body.length === 1 && first
      ? repairText(source, first)
      : repairPieces(
          source,
          body.flatMap((span, i): Piece[] =>
            i === 0 ? [span] : [{ start: span.start, end: span.start, instead: '\n\n' }, span],
          ),
        )
  const edited = page ? composeEdits(page, repaired) : repaired
  const issues: Issue[] = [...found]
  const metadata = readMetadata({ lines }, issues)
  issues.push(...reviewText(edited, true))
  return {
    id,
    text: edited.text,
    format: 'archive-text',
    ...metadata,
    origin: edited.origin,
    repairs: edited.repairs,
    issues,
  }
}
