export {
  type AnalyzeOptions,
  type Analyzer,
  analyze,
  compareExchange,
  createAnalyzer,
  type StanceOptions,
  scoreFrames,
  scoreStance,
  type TargetOptions,
} from './analyze/index.js'
export { FramingError, type FramingErrorCode } from './error.js'
export { type Codebook, type Cue, codebooks, defineCodebook, type Facet, type Frame } from './frame/index.js'
export { type ArticleRow, type ExchangeRow, type ParagraphRow, type RowTables, type ScoreRow, toRows } from './present/index.js'
export {
  type ReadOptions,
  type RecordFields,
  type RecordOptions,
  readArticle,
  readArticles,
  readRecord,
  readUtterances,
  type Utterance,
} from './read/index.js'
export { segmentArticle } from './segment/index.js'
export { locateInSource } from './text/source.js'
export type * from './types.js'
