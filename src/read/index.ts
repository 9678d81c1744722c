export { type ReadOptions, readArticle } from './read-article.js'
export { readArticles } from './read-articles.js'
export { type RecordFields, type RecordOptions, readRecord } from './read-record.js'
export { readUtterances, type Utterance } from './read-utterances.js'
