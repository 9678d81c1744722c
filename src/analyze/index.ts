export { type AnalyzeOptions, type Analyzer, createAnalyzer, type StanceOptions, type TargetOptions } from './analyzer.js'
export { analyze, compareExchange, scoreFrames, scoreStance } from './default-analyzer.js'
