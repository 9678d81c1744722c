export { type Automaton, buildAutomaton } from './automaton.js'
export { inflect } from './inflect.js'
export { matchPatterns, type PatternHit } from './match-patterns.js'
export { type PatternStep, type PatternWord, parsePattern } from './pattern.js'
