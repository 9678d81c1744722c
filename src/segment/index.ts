export { splitParagraphs } from './paragraphs.js'
export { segmentArticle } from './segment-article.js'
export { splitSentences } from './sentences.js'
