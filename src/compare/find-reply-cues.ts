import { REPLY_CUES, type ReplyCue, type ReplyCueKind } from './reply-cues.js'
import type { SideText } from './side-text.js'

/** One place of the answer where a cue stands; positions in the side's text. */
export interface CueHit {
  readonly kind: ReplyCueKind
  readonly id: string
  readonly start: number
  readonly end: number
  /** Ordinal of its sentence. */
  readonly sentence: number
}

export type CueHits = Readonly<Record<ReplyCueKind, readonly CueHit[]>>

/** The parts a contraction is split into: `can't` is `ca` and `n't`, while `i'm` stays one token. */
const CONTRACTED = ["'m", "'re", "'ve", "'d", "'ll", "'s"]

interface CueGroup {
  readonly cues: readonly ReplyCue[]
  /** Whether any of them stands here, in one try. */
  readonly any: RegExp
}

const CUES_BY_WORD: ReadonlyMap<string, CueGroup> = groupCues()

const LONGEST_FIRST_WORD = 30 // letters; a bit of LENGTHS each
const LETTERS = 32 // a cue's first letter, by the low five bits of its code
/** Lengths of the first words of cues, one bit each, by their first letter: most words are ruled out without a look-up. */
const LENGTHS = measureFirstWords()

function measureFirstWords(): Uint32Array {
  const lengths = new Uint32Array(LETTERS)
  for (const word of CUES_BY_WORD.keys()) {
    const letter = word.charCodeAt(0) % LETTERS
    lengths[letter] = (lengths[letter] as number) | (1 << word.length)
  }
  return lengths
}

function groupCues(): Map<string, CueGroup> {
  const groups = new Map<string, CueGroup>()
  for (const [word, cues] of indexCues())
    groups.set(word, { cues, any: new RegExp(cues.map(({ pattern }) => `(?:${pattern.source})`).join('|'), 'iy') })
  return groups
}

function indexCues(): Map<string, ReplyCue[]> {
  const byWord = new Map<string, ReplyCue[]>()
  for (const cue of REPLY_CUES) {
    for (const word of cue.first) {
      for (const key of [word, ...CONTRACTED.map((ending) => word + ending)]) {
        const known = byWord.get(key)
        if (known) known.push(cue)
        else byWord.set(key, [cue])
      }
    }
  }
  return byWord
}

// Each question of a turn is judged by all hits, so that their number must not grow with the answer.
const MOST_HITS = 60 // of one kind; a real answer has fewer

/** Finds the cues of a side in text order, in one pass over its words. */
export function findReplyCues({ plain, words }: SideText): CueHits {
  const hits: Record<ReplyCueKind, CueHit[]> = {
    declining: [],
    ignorance: [],
    clarification: [],
    yes: [],
    no: [],
    soft: [],
    deflection: [],
    generality: [],
    challenge: [],
    acceptance: [],
  }
  const { start, lower, sentence } = words
  for (let i = 0; i < start.length; i++) {
    const word = lower[i] as string
    if (word.length > LONGEST_FIRST_WORD || (((LENGTHS[word.charCodeAt(0) % LETTERS] as number) >> word.length) & 1) === 0)
      continue
    const group = CUES_BY_WORD.get(word)
    if (group === undefined) continue
    const at = start[i] as number
    group.any.lastIndex = at
    if (!group.any.test(plain)) continue
    for (const { kind, id, pattern } of group.cues) {
      pattern.lastIndex = at
      if (hits[kind].length >= MOST_HITS || !pattern.test(plain)) continue
      hits[kind].push({ kind, id, start: at, end: pattern.lastIndex, sentence: sentence[i] as number })
    }
  }
  return hits
}
