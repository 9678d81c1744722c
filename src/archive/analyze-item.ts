import type { Analyzer } from '../analyze/index.js'
import { readDocument } from '../documents.js'
import { describeValue, FramingError } from '../error.js'
import { type RecordFields, readData } from '../read/index.js'
import type { Analysis, Article } from '../types.js'
import { type ArchiveItem, type ArchiveOutcome, describeFailure, idOf, isPlaced, type PlacedRecord } from './archive-item.js'
import type { Layout } from './lay-out-item.js'
import { pickReader } from './pick-reader.js'

/** What an item is analyzed with. */
export interface ItemTools {
  readonly analyzer: Analyzer
  readonly fields: RecordFields
  /** Where the work is to lay out rows. */
  readonly layout?: Layout
}

/** Analyzes one item; one that fails is an outcome like any other. A file may hold several articles. */
export async function analyzeItem(item: ArchiveItem, { analyzer, fields }: ItemTools): Promise<ArchiveOutcome<Analysis>[]> {
  const place = isPlaced(item) ? { place: item.place } : {}
  const id = idOf(item, fields)
  try {
    if (isPlaced(item) && !item.ok) return [{ ok: false, id: item.id, error: item.error, ...place }]
    const articles = await readItem(item, id, fields)
    // A list without a member would leave no trace.
    if (articles.length === 0) throw new FramingError('invalid-argument', 'Expected an article, got none. Leave the record out.')
    return articles.map((article) => analyzeOne(article, analyzer, place))
  } catch (error) {
    return [{ ok: false, id: id ?? '', error: describeFailure(error), ...place }]
  }
}

function analyzeOne(
  article: Article,
  analyzer: Analyzer,
  place: Pick<ArchiveOutcome<Analysis>, 'place'>,
): ArchiveOutcome<Analysis> {
  try {
    return { ok: true, id: article.id, value: analyzer.analyze(article), ...place }
  } catch (error) {
    return { ok: false, id: article.id, error: describeFailure(error), ...place }
  }
}

/** @throws {FramingError} where the item has no text that can be read. */
export async function readItem(item: ArchiveItem, id: string | null, fields: RecordFields): Promise<Article[]> {
  if (typeof item !== 'object' || item === null) {
    throw new FramingError(
      'invalid-argument',
      `Expected an article or a record, got ${describeValue(item)}. Pass one object each.`,
    )
  }
  const own = id === null ? {} : { id }
  if (!isPlaced(item)) return isArticle(item) ? [item] : readData(item, { fields, ...own })
  const { value, holds } = item as PlacedRecord & { readonly ok: true }
  if (holds === 'file') {
    const { bytes, text } = value as { readonly bytes?: Uint8Array; readonly text: string }
    return bytes ? readDocument(bytes, own) : pickReader(text, own)
  }
  return readData(value, { fields, ...own })
}

function isArticle(item: object): item is Article {
  return 'repairs' in item && 'issues' in item
}
