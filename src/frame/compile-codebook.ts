import type { PartOfSpeech } from '../types.js'
import type { Codebook, Cue } from './codebook.js'
import { inflect } from './inflect.js'
import { type PatternStep, type PatternWord, parsePattern } from './pattern.js'
import { type DecodedTable, decodeTable } from './word-table.js'

/** A node of the automaton; cues end here. */
export interface PatternNode {
  readonly next: Map<number, PatternNode>
  readonly gaps: { readonly most: number; readonly node: PatternNode }[]
  /** Indexes into `entries`. */
  readonly ends: number[]
}

/** What a path through the automaton stands for: a cue, or an exclusion of a frame. */
export interface PatternEntry {
  readonly frame: number
  /** Null for an exclusion. */
  readonly cue: Cue | null
  readonly facet: string
  /** Id for evidence: `security.terrorism/suicide bomb`. */
  readonly rule: string
}

/** A codebook with its patterns as one automaton over word numbers. */
export interface CompiledCodebook {
  readonly codebook: Codebook
  readonly root: PatternNode
  readonly entries: readonly PatternEntry[]
  /** Word numbers by lower-case form. */
  readonly forms: ReadonlyMap<string, readonly number[]>
  /** Word numbers by the form as written in capitals. */
  readonly capitals: ReadonlyMap<string, readonly number[]>
  /** Word numbers by the first letters of a word, and the longest and shortest of them. */
  readonly prefixes: ReadonlyMap<string, readonly number[]>
  readonly prefixLengths: readonly number[]
  /** Part of speech that a word number asks for; a number without an entry takes any. */
  readonly tags: ReadonlyMap<number, PartOfSpeech>
  /** Word numbers that match every word of a part of speech. */
  readonly anyOf: ReadonlyMap<PartOfSpeech, readonly number[]>
  /** What the cues of a frame say of tone by themselves, on average over its facets; no entry where none says. */
  readonly leans: ReadonlyMap<string, number>
  /** What the codebook has learned; null where it has no word table. */
  readonly table: DecodedTable | null
}

/**
 * Compiles a codebook into one automaton, so that matching costs the same for ten cues and ten thousand.
 *
 * Every word of a pattern is entered in all its forms; matching then takes one look-up a token and walks only where words match.
 */
export function compileCodebook(codebook: Codebook): CompiledCodebook {
  const words = new Map<string, number>()
  const forms = new Map<string, number[]>()
  const capitals = new Map<string, number[]>()
  const prefixes = new Map<string, number[]>()
  const entries: PatternEntry[] = []
  const root = makeNode()

  const tags = new Map<number, PartOfSpeech>()
  const anyOf = new Map<PartOfSpeech, number[]>()
  const numberOf = ({ kind, word, pos }: PatternWord): number => {
    const key = `${kind} ${pos ?? ''} ${word}`
    const known = words.get(key)
    if (known !== undefined) return known
    const number = words.size
    words.set(key, number)
    if (pos !== null) tags.set(number, pos)
    if (kind === 'any') add(anyOf, pos as PartOfSpeech, number)
    else if (kind === 'form') for (const form of new Set(inflect(word))) add(forms, form, number)
    else add(kind === 'exact' ? forms : kind === 'capitals' ? capitals : prefixes, word, number)
    return number
  }
  const enter = (pattern: string, entry: PatternEntry): void => {
    const index = entries.push(entry) - 1
    for (const steps of parsePattern(pattern)) {
      for (const node of extend([root], steps, numberOf)) if (!node.ends.includes(index)) node.ends.push(index)
    }
  }

  codebook.frames.forEach(({ id, facets, exclusions }, frame) => {
    for (const facet of facets) {
      for (const cue of facet.cues) enter(cue.pattern, { frame, cue, facet: facet.id, rule: `${id}.${facet.id}/${cue.pattern}` })
    }
    for (const pattern of exclusions) enter(pattern, { frame, cue: null, facet: '', rule: `${id}/not ${pattern}` })
  })
  const prefixLengths = [...new Set([...prefixes.keys()].map(({ length }) => length))].sort((a, b) => a - b)
  return {
    codebook,
    root,
    entries,
    forms,
    capitals,
    prefixes,
    prefixLengths,
    tags,
    anyOf,
    leans: averageLeans(codebook),
    table: codebook.table ? decodeTable(codebook.table) : null,
  }
}

function averageLeans({ frames }: Codebook): Map<string, number> {
  const leans = new Map<string, number>()
  for (const { id, facets } of frames) {
    const tones = facets.flatMap(({ cues }) => cues.find(({ tone }) => tone !== undefined)?.tone ?? [])
    if (tones.length > 0) leans.set(id, tones.reduce((sum, tone) => sum + tone, 0) / tones.length)
  }
  return leans
}

function extend(
  from: readonly PatternNode[],
  steps: readonly PatternStep[],
  numberOf: (word: PatternWord) => number,
): PatternNode[] {
  let nodes = [...from]
  for (const step of steps) {
    if (step.kind === 'gap') {
      nodes = nodes.map((node) => {
        const known = node.gaps.find(({ most }) => most === step.most)
        if (known) return known.node
        const gap = { most: step.most, node: makeNode() }
        node.gaps.push(gap)
        return gap.node
      })
      continue
    }
    const reached = new Set<PatternNode>(step.optional ? nodes : [])
    for (const node of nodes) {
      for (const word of step.words) {
        const number = numberOf(word)
        let next = node.next.get(number)
        if (!next) {
          next = makeNode()
          node.next.set(number, next)
        }
        reached.add(next)
      }
    }
    nodes = [...reached]
  }
  return nodes
}

function makeNode(): PatternNode {
  return { next: new Map(), gaps: [], ends: [] }
}

function add<K>(map: Map<K, number[]>, key: K, number: number): void {
  const numbers = map.get(key)
  if (numbers) numbers.push(number)
  else map.set(key, [number])
}
