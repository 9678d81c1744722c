/** The entry `media-framing/research`: from scores to a figure that can be published. */
export type { Level } from './agreement-figures.js'
export type { BootstrapOptions } from './bootstrap.js'
export { type Coding, type CodingValue, documentOf } from './coding.js'
export { type CodedRow, codingsFromRows, type RowOptions } from './codings-from-rows.js'
export { codingsFromTable, type RowError, type TableOptions, type TableRow } from './codings-from-table.js'
export { compareWords, type WordComparison, type WordOptions } from './compare-words.js'
export { type ConvokitCorpus, convokitCorpus } from './convokit-corpus.js'
export type { CountOptions, WordCounts, WordSource } from './count-words.js'
export { type Allocation, drawSample, type SampledUnit, type SampleOptions, type UnitKey } from './draw-sample.js'
export { type Estimate, formatEstimate } from './estimate.js'
export {
  estimateShares,
  type ShareContrast,
  type ShareEstimate,
  type ShareEstimates,
  type ShareOptions,
} from './estimate-shares.js'
export {
  type CalibrationGain,
  type CalibrationOptions,
  type CalibrationReport,
  evaluateCalibration,
  type LabeledUnit,
} from './evaluate-calibration.js'
export { evidenceSpans } from './evidence.js'
export { type ContextLine, type ContextOptions, findInContext } from './find-in-context.js'
export type { Calibration, CalibrationBin, Threshold, TradeOff } from './grade-figures.js'
export { type InstrumentOptions, type Question, questionsOf } from './instrument.js'
export type { ResearchIssue } from './issue.js'
export {
  codingsFromLabelStudio,
  type EvidenceSpan,
  type LabelStudioReading,
  type LabelStudioResult,
  type LabelStudioTask,
  labelStudioConfig,
  labelStudioTasks,
} from './label-studio.js'
export type { VariableKind } from './match-scores.js'
export {
  type Agreement,
  type AgreementFigures,
  type AgreementOptions,
  type CategoryAgreement,
  type Disagreement,
  measureAgreement,
  type PairAgreement,
  type VariableAgreement,
} from './measure-agreement.js'
export { type QdaCode, readQdc, writeQdc } from './qda-codes.js'
export { type QdaProject, readQdpx } from './read-qdpx.js'
export { renderContext } from './render-context.js'
export { scoreBands } from './score-bands.js'
export { type SettledCodings, settleCodings } from './settle-codings.js'
export { type ReadCodings, readSheet, type SheetOptions, type SheetReading, writeSheet } from './sheet.js'
export { type ResearchUnit, type UnitKind, unitsOf } from './unit.js'
export type { Grouping } from './unit-groups.js'
export type { UnitTexts } from './unit-texts.js'
export {
  type CategoryValidation,
  type ConfusionCell,
  type Validation,
  type ValidationOptions,
  type VariableValidation,
  validateScores,
} from './validate-scores.js'
export { type QdaOptions, writeQdpx } from './write-qdpx.js'
