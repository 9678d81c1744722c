import { buildAutomaton, matchPatterns } from '../match/index.js'
import { REPLY_CUES, type ReplyCue, type ReplyCueKind, spellOut } from './reply-cues.js'
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

const PATTERNS = REPLY_CUES.flatMap((cue) => cue.patterns.flatMap(spellOut).map((pattern) => ({ cue, pattern })))
const AUTOMATON = buildAutomaton(PATTERNS.map(({ pattern }) => pattern))
const ORDER: ReadonlyMap<ReplyCue, number> = new Map(REPLY_CUES.map((cue, i) => [cue, i]))

// Each question of a turn is judged by all hits, so that their number must not grow with the answer.
const MOST_HITS = 60 // of one kind; a real answer has fewer

/** Finds the cues of a side in text order; of several ways to say one thing from one word on, the longest. */
export function findReplyCues({ words, pieces }: SideText): CueHits {
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
  for (const { firstWord, unit } of pieces) {
    const found = new Map<string, { cue: ReplyCue; first: number; last: number }>()
    for (const { entry, first, last } of matchPatterns(unit, AUTOMATON)) {
      const { cue } = PATTERNS[entry] as (typeof PATTERNS)[number]
      const key = `${first} ${cue.kind}/${cue.id}`
      const known = found.get(key)
      if (known === undefined || known.last < last) found.set(key, { cue, first, last })
    }
    const sorted = [...found.values()].sort(
      (a, b) => a.first - b.first || (ORDER.get(a.cue) as number) - (ORDER.get(b.cue) as number),
    )
    for (const { cue, first, last } of sorted) {
      const list = hits[cue.kind]
      if (list.length >= MOST_HITS) continue
      list.push({
        kind: cue.kind,
        id: cue.id,
        start: words.start[firstWord + first] as number,
        end: words.end[firstWord + last] as number,
        sentence: words.sentence[firstWord + first] as number,
      })
    }
  }
  return hits
}
