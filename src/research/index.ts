/** The entry `media-framing/research`: from scores to a figure that can be published. */
export { type Coding, type CodingValue, documentOf } from './coding.js'
