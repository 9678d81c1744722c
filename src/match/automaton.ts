import { Facts } from '../text/word-facts.js'
import type { PartOfSpeech } from '../types.js'
import { findNumbers } from './find-numbers.js'
import { inflect } from './inflect.js'
import { type PatternStep, type PatternWord, parsePattern } from './pattern.js'

/** A node of the automaton; patterns end here. */
export interface PatternNode {
  /** Null where no word goes on from here: most nodes end a pattern. */
  readonly next: ReadonlyMap<number, PatternNode> | null
  readonly gaps: readonly { readonly most: number; readonly node: PatternNode }[]
  /** Where to go on from here without a token, if the next one has none of the word numbers. */
  readonly nots: readonly { readonly words: readonly number[]; readonly node: PatternNode }[]
  /** Indexes of the patterns that end here. */
  readonly ends: readonly number[]
}

/** A node while it is made. */
interface DraftNode {
  next: Map<number, DraftNode> | null
  gaps: { readonly most: number; readonly node: DraftNode }[]
  nots: { readonly words: readonly number[]; readonly node: DraftNode }[]
  ends: number[]
  /** Where the gap before this node begins; null where none is before it. */
  readonly behind: { readonly node: DraftNode; readonly most: number } | null
}

/** What patterns see of a token. */
export interface PatternToken {
  /** Numbers of the pattern words that it is. */
  readonly numbers: readonly number[]
  /** Where patterns go on that begin with it. */
  readonly starts: readonly PatternNode[]
}

/** Patterns as one automaton over word numbers. */
export interface Automaton {
  /** The tokens that patterns see in a word; to be asked for the words of a text in their order. */
  readonly words: Facts<readonly PatternToken[]>
}

/**
 * Enters patterns into one automaton, so that matching costs the same for ten patterns and ten thousand.
 *
 * Every word of a pattern is entered in all its forms; matching then takes one look-up a token and walks only where words match.
 *
 * @param patterns - in the language of `parsePattern`; a hit names a pattern by its index
 * @throws {FramingError} `invalid-codebook`; a pattern of plain words is read when its first word is first met.
 */
export function buildAutomaton(patterns: readonly string[]): Automaton {
  const words = new Map<string, number>()
  const forms = new Map<string, number[]>()
  const exacts = new Map<string, number[]>()
  const capitals = new Map<string, number[]>()
  const prefixes = new Map<number, Map<string, number[]>>()
  const root = makeNode()

  const tags = new Map<number, PartOfSpeech>()
  const anyOf = new Map<PartOfSpeech, number[]>()
  const plain = new Map<string, number>() // words in any inflection and part of speech, nearly all
  let count = 0
  const numberOf = ({ kind, word, pos }: PatternWord): number => {
    const isPlain = kind === 'form' && pos === null
    const key = isPlain ? word : `${kind} ${pos ?? ''} ${word}`
    const table = isPlain ? plain : words
    const known = table.get(key)
    if (known !== undefined) return known
    const number = count++
    table.set(key, number)
    if (pos !== null) tags.set(number, pos)
    if (kind === 'any') add(anyOf, pos as PartOfSpeech, number)
    else if (kind === 'form') for (const form of inflect(word)) add(forms, form, number)
    else if (kind === 'prefix') {
      const starts = prefixes.get(word.length) ?? new Map<string, number[]>()
      prefixes.set(word.length, starts)
      add(starts, word, number)
    } else add(kind === 'exact' ? exacts : capitals, word, number)
    return number
  }
  const enterNow = (pattern: string, index: number): void => {
    for (const steps of parsePattern(pattern)) {
      for (const reached of extend(root, steps, numberOf)) {
        const node = reached.behind?.node ?? reached // a gap that only an optional word follows may as well not be there
        if (node.ends === NO_ENDS) node.ends = [index]
        else if (!node.ends.includes(index)) node.ends.push(index)
      }
    }
  }
  const waiting: ({ readonly pattern: string; readonly index: number }[] | undefined)[] = [] // by the number of their first word
  const enter = (pattern: string, index: number): void => {
    if (!STARTS_PLAINLY.test(pattern)) {
      enterNow(pattern, index)
      return
    }
    const blank = pattern.indexOf(' ')
    for (const word of (blank < 0 ? pattern : pattern.slice(0, blank)).split('/')) {
      const number = numberOf({ kind: 'form', word, pos: null })
      const others = waiting[number]
      if (others) others.push({ pattern, index })
      else waiting[number] = [{ pattern, index }]
    }
  }
  // Few texts meet more than a few of thousands of patterns, and a first result should not wait for the rest: those that begin with a word
  // are entered when it is first met, before the words behind it are looked up, so that it changes no result.
  const open = (word: number): boolean => {
    const patterns = waiting[word]
    if (!patterns) return false
    waiting[word] = undefined
    for (const { pattern, index } of patterns) enterNow(pattern, index)
    known.clear() // what was known of words that these patterns have
    return true
  }

  patterns.forEach(enter)
  const index = { forms, exacts, capitals, prefixes, tags, anyOf }
  const known = new Facts<readonly PatternToken[]>((word) => {
    let parts = findNumbers(word, index)
    // A pattern that begins with the word may have it again, in another way: `trade ~2 =trade`.
    while (parts.flat().filter(open).length > 0) parts = findNumbers(word, index)
    return parts.map((numbers) => ({ numbers, starts: numbers.flatMap((number) => root.next?.get(number) ?? []) }))
  })
  return { words: known }
}

/** Plain words and gaps; the first word is one that every way to match the pattern begins with. */
const STARTS_PLAINLY = /^[a-z]+(?:\/[a-z]+)*(?: (?:~\d|[a-z]+(?:\/[a-z]+)*))*$/

function extend(root: DraftNode, steps: readonly PatternStep[], numberOf: (word: PatternWord) => number): DraftNode[] {
  let nodes = [root]
  for (const step of steps) {
    if (step.kind === 'gap') {
      nodes = nodes.map((node) => {
        if (node === root) return node // before the first word there is nothing to skip
        // Where an optional word between two gaps is left out, they are one.
        const from = node.behind?.node ?? node
        const most = step.most + (node.behind?.most ?? 0)
        const known = from.gaps.find((gap) => gap.most === most)
        if (known) return known.node
        const gap = { most, node: makeNode({ node: from, most }) }
        if (from.gaps === NO_GAPS) from.gaps = [gap]
        else from.gaps.push(gap)
        return gap.node
      })
      continue
    }
    if (step.kind === 'not') {
      const words = step.words.map(numberOf)
      nodes = nodes.map((node) => forbid(node, words))
      continue
    }
    const reached: DraftNode[] = step.optional ? [...nodes] : []
    for (const word of step.words) {
      const number = numberOf(word)
      for (const node of nodes) {
        node.next ??= new Map()
        let next = node.next.get(number)
        if (!next) {
          next = makeNode()
          node.next.set(number, next)
        }
        if (!step.optional || !reached.includes(next)) reached.push(next)
      }
    }
    nodes = reached
  }
  return nodes
}

/** The node behind one that words may not follow. */
function forbid(node: DraftNode, words: readonly number[]): DraftNode {
  const known = node.nots.find((not) => not.words.length === words.length && not.words.every((word, k) => word === words[k]))
  if (known) return known.node
  const not = { words, node: makeNode() }
  if (node.nots === NO_NOTS) node.nots = [not]
  else node.nots.push(not)
  return not.node
}

const NO_GAPS: DraftNode['gaps'] = []
const NO_NOTS: DraftNode['nots'] = []
const NO_ENDS: number[] = []

/** Nodes share their empty lists until they need their own: there are thousands. */
function makeNode(behind: DraftNode['behind'] = null): DraftNode {
  return { next: null, gaps: NO_GAPS, nots: NO_NOTS, ends: NO_ENDS, behind }
}

function add<K>(map: Map<K, number[]>, key: K, number: number): void {
  const numbers = map.get(key)
  if (numbers) numbers.push(number)
  else map.set(key, [number])
}
