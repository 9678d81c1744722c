export { splitParagraphs } from './paragraphs.js'
export { segmentArticle } from './segment-article.js'
export { splitSentences } from './sentences.js'
export { findStageCues } from './stage-cues.js'
