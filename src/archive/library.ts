/** What `media-framing/archive` offers. */
export { type ArchiveOptions, analyzeArchive } from './analyze-archive.js'
export type { ArchiveItem, ArchiveOutcome, Place, PlacedRecord } from './archive-item.js'
