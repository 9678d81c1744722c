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
export { type ReadOptions, readArticle } from './read/index.js'
export { segmentArticle } from './segment/index.js'
