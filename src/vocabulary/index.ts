export { classify, type NameClass, STATED } from './classify.js'
export type { VocabularyRow, WordKind } from './words.js'
export { VOCABULARY } from './words.js'
export { isKnownWord, wordsOf } from './words-of.js'
