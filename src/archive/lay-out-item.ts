import { toRows } from '../present/index.js'
import { analyzeItem, type ItemTools } from './analyze-item.js'
import type { ArchiveItem, ArchiveOutcome } from './archive-item.js'
import { ARCHIVE_TABLES, type ErrorRow } from './archive-tables.js'
import { type EncodedRows, encodeRows, type TableFormat } from './encode-rows.js'
import { signText, type TextSignature } from './min-hash.js'

/** What one record gives: rows of every table, as far as they do not depend on other records. */
export interface LaidOut {
  readonly articles: readonly { readonly row: object; readonly signature: TextSignature | null }[]
  readonly paragraphs: EncodedRows
  readonly scores: EncodedRows
  readonly exchanges: EncodedRows
  readonly errors: readonly Pick<ErrorRow, 'doc_id' | 'code' | 'message'>[]
}

/** Analyzes one record and lays it out as rows; gives one outcome, which is never a failure. */
export async function layOutItem(item: ArchiveItem, tools: ItemTools): Promise<ArchiveOutcome<LaidOut>[]> {
  const { format = 'parquet', signs = false, excel = false } = tools.layout ?? {}
  const outcomes = await analyzeItem(item, tools)
  const analyses = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))
  const encode = (table: 'paragraphs' | 'scores' | 'exchanges'): Promise<EncodedRows> =>
    encodeRows(
      analyses.flatMap((analysis): readonly object[] => toRows(analysis, { table })),
      ARCHIVE_TABLES[table],
      format,
      excel,
    )
  const value: LaidOut = {
    articles: analyses.map((analysis) => ({
      row: toRows(analysis, { table: 'articles' })[0] as object,
      signature: signs ? signText(analysis.article.text) : null,
    })),
    paragraphs: await encode('paragraphs'),
    scores: await encode('scores'),
    exchanges: await encode('exchanges'),
    errors: outcomes.flatMap((outcome) => (outcome.ok ? [] : [{ doc_id: outcome.id, ...outcome.error }])),
  }
  return [{ ok: true, id: outcomes[0]?.id ?? '', value }]
}

/** How rows are laid out. */
export interface Layout {
  readonly format: TableFormat
  /** Whether each article is signed, so that near duplicates can be found. */
  readonly signs: boolean
  /** Whether CSV is written for spreadsheets. */
  readonly excel: boolean
}
