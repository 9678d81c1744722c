import type { TableName } from './archive-tables.js'

/** What came of the records of one input file. */
export interface SourceCount {
  /** The input file, as it was named. */
  readonly source: string
  /** Records read, one that holds several articles as so many: as many as articles and errors together. */
  readonly read: number
  readonly articles: number
  readonly errors: number
}

/** What a part holds. */
export interface PartContent {
  /** Records of the input that the part covers, good or bad. */
  readonly records: number
  /** Rows of each table. */
  readonly rows: Readonly<Record<TableName, number>>
  /** Bytes of each table's file. */
  readonly bytes: Readonly<Record<TableName, number>>
  /** Hash of each table's file. */
  readonly sha256: Readonly<Record<TableName, string>>
  readonly sources: readonly SourceCount[]
}
