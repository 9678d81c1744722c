export { addArticleContext } from './article-context.js'
export { createStanceScorer, type ScoreOptions, type StanceScorer, type UnitStance } from './score-stance.js'
