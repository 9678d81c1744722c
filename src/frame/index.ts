export { type Codebook, type Cue, defineCodebook, type Facet, type Frame, reference } from './codebook.js'
export { codebooks } from './codebooks/index.js'
export { type CompiledCodebook, compileCodebook } from './compile-codebook.js'
export { scoreUnitFrames } from './score-frames.js'
