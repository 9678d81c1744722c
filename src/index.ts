export {
  type AnalyzeOptions,
  type Analyzer,
  analyze,
  compareExchange,
  createAnalyzer,
  type FrameGrouping,
  type FrameSummary,
  type StanceGrouping,
  type StanceOptions,
  type StanceSummary,
  scoreFrames,
  scoreStance,
  summarizeFrames,
  summarizeStances,
  type TargetOptions,
} from './analyze/index.js'
export {
  type AgendaItem,
  encodeVectors,
  estimateRate,
  estimateReplyRates,
  type InterviewSummary,
  loadVectors,
  type Rate,
  type ReplyRates,
  type ReplySummary,
  summarizeInterview,
  type WordVectors,
} from './compare/index.js'
export { FramingError, type FramingErrorCode } from './error.js'
export {
  type Codebook,
  type CodebookFinding,
  type CodebookOverlay,
  type CodebookReview,
  type CorpusUnit,
  type Cue,
  type CueUse,
  calibrate,
  codebookSchema,
  codebooks,
  type Dictionary,
  type DictionaryLoss,
  type DictionaryOptions,
  defineCodebook,
  exportDictionary,
  extendCodebook,
  type Facet,
  type Frame,
  type FrameOverlay,
  importDictionary,
  type LabeledRow,
  lintCodebook,
} from './frame/index.js'
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
