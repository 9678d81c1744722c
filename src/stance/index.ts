export { addArticleContext } from './article-context.js'
export { IMAGINED_SHARE, labelOf, NEUTRAL_BAND, polarityOf } from './judge.js'
export { createStanceScorer, type ScoreOptions, type StanceScorer, type UnitStance } from './score-stance.js'
