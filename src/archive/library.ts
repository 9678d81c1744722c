/** What `media-framing/archive` offers. */
export { type ArchiveOptions, analyzeArchive } from './analyze-archive.js'
export type { ArchiveItem, ArchiveOutcome, Place, PlacedRecord } from './archive-item.js'
export type { ArchivedArticleRow, ArchiveTables, ErrorRow, TableName } from './archive-tables.js'
export type { TableFormat } from './encode-rows.js'
export type { RunCounts } from './manifest.js'
export { signText, type TextSignature } from './min-hash.js'
export { createDuplicateIndex, type DuplicateIndex, type DuplicateOptions } from './near-duplicates.js'
export type { SourceCount } from './part-content.js'
export {
  type CountedArticle,
  type CountedScore,
  countScores,
  estimateShares,
  type LabelCount,
  mergeCounts,
  type PooledCounts,
  type PooledShares,
  type TermCount,
} from './pooled-counts.js'
export { readCsv, type TableOptions } from './read-csv.js'
export { readFolder } from './read-folder.js'
export { readJsonLines } from './read-json-lines.js'
export { type ParquetOptions, readParquet } from './read-parquet.js'
export { type RunArchiveOptions, type RunPlan, runArchive } from './run-archive.js'
export { type Verification, verifyArchive } from './verify-archive.js'
export type { MostErrors, Progress } from './write-parts.js'
