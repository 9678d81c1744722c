import type { AnnotatedText, PartOfSpeech, Tokens } from '../types.js'
import type { Automaton, PatternNode } from './automaton.js'

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
  const { root, forms } = automaton
  const positions: number[] = []
  const numbers: (readonly number[])[] = []
  const { lower, lemma, value } = tokens
  const asksLittle = asksCapitalsOnly(automaton)
  let known = 0 // tokens that some pattern has
  for (let i = 0; i < lower.length; i++) {
    const form = lower[i] as string
    if (isTransparent(form)) continue
    let found = forms.get(form)
    const base = lemma[i] // null for a few forms
    // Every form of a pattern word is in `forms`, so the lemma only adds what an irregular form lacks.
    if (base && base !== form) found = join(found, forms.get(base))
    if (!asksLittle || startsInCapital(value[i] as string)) found = addOthers(found, form, i, tokens, automaton)
    if (found === undefined) {
      // A few prefixes stay one token with their word: `anti-tank`, `counter-terrorism`. Patterns take them as two words.
      if (form.length > LONGEST_SINGLE && form.includes('-')) {
        for (const part of form.split('-')) {
          if (part === '') continue
          const inside = addOthers(forms.get(part), part, i, tokens, automaton)
          if (inside !== undefined) {
            known++
            open(inside, automaton)
          }
          positions.push(i)
          numbers.push(inside ?? NONE)
        }
        continue
      }
      positions.push(i)
      numbers.push(NONE)
      continue
    }
    known++
    open(found, automaton)
    positions.push(i)
    numbers.push(found)
  }
  const walk: Walk = { positions, numbers, sentence: tokens.sentence, hits: [], tried: new Map() }
  if (known === 0) return walk.hits
  const most = positions.length + AMPLE
  let from = 0 // first hit of the present start
  for (let at = 0; at < positions.length; at++) {
    const here = numbers[at] as readonly number[]
    if (walk.tried.size > 0) walk.tried.clear()
    for (let k = 0; k < here.length; k++) {
      const node = root.next?.get(here[k] as number)
      if (node) follow(walk, node, at + 1, positions[at] as number, false)
    }
    if (walk.hits.length > most) keepLongest(walk.hits, from)
    from = walk.hits.length
  }
  return walk.hits
}

function open(numbers: readonly number[], automaton: Automaton): void {
  for (let k = 0; k < numbers.length; k++) automaton.open(numbers[k] as number)
}

/** Whether all that the patterns ask for are words in any inflection and words in capitals, as with most. */
function asksCapitalsOnly({ exacts, prefixLengths, anyOf, tags }: Automaton): boolean {
  return exacts.size === 0 && prefixLengths.length === 0 && anyOf.size === 0 && tags.size === 0
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

/** Hyphens and quotation marks stand between words without parting them: `US-led`, `"smart" sanctions`. */
function isTransparent(token: string): boolean {
  return (
    token.length === 1 && (token === '-' || token === '–' || token === '"' || token === '“' || token === '”' || token === '‑')
  )
}

/** Whether a token begins with a letter that has a lower case; cheap for the many that begin with a small Latin letter. */
function startsInCapital(value: string): boolean {
  const code = value.charCodeAt(0)
  return !(code >= 0x61 && code <= 0x7a)
}

const LONGEST_SINGLE = 5 // letters of a token that cannot hold a prefix, a hyphen and a word worth finding

const NONE: readonly number[] = []

/** Word numbers by exact form, capitals, prefix and part of speech, less those whose part of speech differs. */
function addOthers(
  numbers: readonly number[] | undefined,
  form: string,
  i: number,
  tokens: Tokens,
  { exacts, capitals, prefixes, prefixLengths, tags, anyOf }: Automaton,
): readonly number[] | undefined {
  let found = numbers
  if (exacts.size > 0) found = join(found, exacts.get(form))
  if (capitals.size > 0) {
    const value = tokens.value[i] as string
    if (startsInCapital(value)) found = join(found, capitals.get(value))
  }
  for (const length of prefixLengths) {
    if (length > form.length) break
    found = join(found, prefixes.get(form.slice(0, length)))
  }
  const pos = tokens.pos[i] as PartOfSpeech
  if (anyOf.size > 0) found = join(found, anyOf.get(pos))
  return tags.size > 0 && found ? found.filter((number) => (tags.get(number) ?? pos) === pos) : found
}

function join(a: readonly number[] | undefined, b: readonly number[] | undefined): readonly number[] | undefined {
  if (b === undefined || a === b) return a
  if (a === undefined) return b
  let joined: number[] | undefined
  for (let k = 0; k < b.length; k++) {
    const number = b[k] as number
    if (a.includes(number)) continue
    joined ??= a.slice()
    joined.push(number)
  }
  return joined ?? a
}
