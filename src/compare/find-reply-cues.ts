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

const CUES_BY_WORD: ReadonlyMap<string, readonly ReplyCue[]> = indexCues()

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

/** Finds all cues of a side in text order, in one pass over its words. */
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
    const cues = CUES_BY_WORD.get(lower[i] as string)
    if (cues === undefined) continue
    const at = start[i] as number
    for (const { kind, id, pattern } of cues) {
      pattern.lastIndex = at
      if (!pattern.test(plain)) continue
      hits[kind].push({ kind, id, start: at, end: pattern.lastIndex, sentence: sentence[i] as number })
    }
  }
  return hits
}
