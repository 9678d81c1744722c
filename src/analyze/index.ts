export {
  type AnalyzeOptions,
  type Analyzer,
  type AxisOptions,
  createAnalyzer,
  type StanceOptions,
  type TargetOptions,
} from './analyzer.js'
export { analyze, compareExchange, scoreFrames, scoreStance } from './default-analyzer.js'
export { type FrameGrouping, type FrameSummary, summarizeFrames } from './summarize-frames.js'
export { type StanceGrouping, type StanceSummary, summarizeStances } from './summarize-stances.js'
