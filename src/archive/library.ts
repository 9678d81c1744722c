/** What `media-framing/archive` offers. */
export { type ArchiveOptions, analyzeArchive } from './analyze-archive.js'
export type { ArchiveItem, ArchiveOutcome, Place, PlacedRecord } from './archive-item.js'
export { readCsv, type TableOptions } from './read-csv.js'
export { readFolder } from './read-folder.js'
export { readJsonLines } from './read-json-lines.js'
export { type ParquetOptions, readParquet } from './read-parquet.js'
