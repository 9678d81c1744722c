import type { AnnotatedText, Word } from '../types.js'
import type { Automaton, PatternNode, PatternToken } from './automaton.js'

/** A stretch of tokens that a pattern matched. */
export interface PatternHit {
  /** Index of the pattern. */
  readonly entry: number
  /** First and last token, both inclusive. */
  readonly first: number
  readonly last: number
}

/** The tokens of a unit that patterns see, with the word numbers each of them has. */
interface Walk {
  readonly positions: readonly number[]
  readonly numbers: readonly (readonly number[])[]
  readonly sentence: readonly number[]
  readonly hits: PatternHit[]
  /** Last position that the node behind a gap was tried at from the present start; only for gaps that follow another gap. */
  readonly tried: Map<PatternNode, number>
}

/**
 * Hits of a unit beyond one a token, from which each start keeps only the longest hit of each pattern. No ordinary text has as many; in a
 * line of one word a pattern with gaps would have dozens from every word, and their number is what all later work depends on.
 */
const AMPLE = 1000

/**
 * Finds every match of every pattern, in one pass over the tokens of a unit, in order of their first tokens.
 *
 * From a start, each node is entered once at each position, so that gaps in a row cost what they reach and not the number of ways there.
 */
export function matchPatterns({ tokens }: AnnotatedText, automaton: Automaton): PatternHit[] {
  const positions: number[] = []
  const numbers: (readonly number[])[] = []
  const starts: (readonly PatternNode[])[] = []
  let any = false // whether a pattern can start somewhere
  for (let i = 0; i < tokens.word.length; i++) {
    const parts = automaton.words.of(tokens.word[i] as Word)
    for (let k = 0; k < parts.length; k++) {
      const part = parts[k] as PatternToken
      positions.push(i)
      numbers.push(part.numbers)
      starts.push(part.starts)
      any ||= part.starts.length > 0
    }
  }
  const walk: Walk = { positions, numbers, sentence: tokens.sentence, hits: [], tried: new Map() }
  if (!any) return walk.hits
  const most = positions.length + AMPLE
  let from = 0 // first hit of the present start
  for (let at = 0; at < positions.length; at++) {
    const here = starts[at] as readonly PatternNode[]
    if (here.length === 0) continue
    if (walk.tried.size > 0) walk.tried.clear()
    for (let k = 0; k < here.length; k++) follow(walk, here[k] as PatternNode, at + 1, positions[at] as number, false)
    if (walk.hits.length > most) keepLongest(walk.hits, from)
    from = walk.hits.length
  }
  return walk.hits
}

/** Notes what ends at a node and walks on from it. */
function follow(walk: Walk, node: PatternNode, at: number, first: number, behindGap: boolean): void {
  const last = walk.positions[at - 1] as number
  for (let k = 0; k < node.ends.length; k++) walk.hits.push({ entry: node.ends[k] as number, first, last })
  if (node.next) step(walk, node, at, first, last, behindGap)
  for (let k = 0; k < node.nots.length; k++) {
    const { words, node: next } = node.nots[k] as PatternNode['nots'][number]
    if (!hasAny(walk, at, last, words)) follow(walk, next, at, first, behindGap)
  }
  for (let k = 0; k < node.gaps.length; k++) {
    const { most, node: next } = node.gaps[k] as PatternNode['gaps'][number]
    // The automaton is a tree and a gap is tried from left to right, so the windows of a gap behind a gap come in order too.
    const from = behindGap ? Math.max(at, (walk.tried.get(next) ?? -1) + 1) : at
    if (behindGap) walk.tried.set(next, at + most)
    for (let to = from; to <= at + most; to++) if (!step(walk, next, to, first, last, true)) break
  }
}

/** Takes one token from a node; false where the sentence is over. */
function step(walk: Walk, node: PatternNode, at: number, first: number, last: number, behindGap: boolean): boolean {
  const position = walk.positions[at]
  if (position === undefined || walk.sentence[position] !== walk.sentence[last]) return false
  if (!node.next) return true
  const here = walk.numbers[at] as readonly number[]
  for (let k = 0; k < here.length; k++) {
    const next = node.next.get(here[k] as number)
    if (next) follow(walk, next, at + 1, first, behindGap)
  }
  return true
}

/** Whether the token at a position, if the sentence has one there, has any of the word numbers. */
function hasAny(walk: Walk, at: number, last: number, words: readonly number[]): boolean {
  const position = walk.positions[at]
  if (position === undefined || walk.sentence[position] !== walk.sentence[last]) return false
  return (walk.numbers[at] as readonly number[]).some((number) => words.includes(number))
}

/** Of the hits from an index on, leaves the longest of each entry. */
function keepLongest(hits: PatternHit[], from: number): void {
  if (hits.length - from < 2) return
  const longest = new Map<number, PatternHit>()
  for (let k = from; k < hits.length; k++) {
    const hit = hits[k] as PatternHit
    const known = longest.get(hit.entry)
    if (known === undefined || hit.last > known.last) longest.set(hit.entry, hit)
  }
  hits.length = from
  for (const hit of longest.values()) hits.push(hit)
}
