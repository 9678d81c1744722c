export { type ReadOptions, readArticle } from './read-article.js'
