export { annotateText } from './tokens.js'
