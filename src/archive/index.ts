export { decodeText } from '../text/decode-text.js'
export { type ArchiveOptions, analyzeArchive } from './analyze-archive.js'
export {
  type ArchiveItem,
  type ArchiveOutcome,
  describeFailure,
  escapeSurrogates,
  type Place,
  type PlacedRecord,
} from './archive-item.js'
export { ARCHIVE_TABLES, type Column } from './archive-tables.js'
export { encodeRows, joinRows, TABLE_FORMATS, type TableFormat } from './encode-rows.js'
export { LONGEST_RECORD } from './failed-record.js'
export type { RunCounts } from './manifest.js'
export { checkApart, realPath } from './open-folder.js'
export { parseJson } from './parse-json.js'
export { pickReader } from './pick-reader.js'
export { readCsv } from './read-csv.js'
export { listFolder } from './read-folder.js'
export { isPipe } from './read-input.js'
export { readJsonLines } from './read-json-lines.js'
export { readParquet } from './read-parquet.js'
export { type RunArchiveOptions, type RunPlan, runArchive } from './run-archive.js'
export { type RawRecord, splitRecords } from './split-records.js'
export { type Verification, verifyArchive } from './verify-archive.js'
export type { MostErrors, Progress } from './write-parts.js'
