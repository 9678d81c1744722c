export { type CompareOptions, compareSides } from './compare-exchange.js'
export { estimateRate, estimateReplyRates, type Rate, type ReplyRates } from './estimate-rates.js'
export { type AgendaItem, type InterviewSummary, type ReplySummary, summarizeInterview } from './summarize-interview.js'
export { encodeVectors, loadVectors, type WordVectors } from './vectors.js'
