import type { PatternHit } from '../match/index.js'
import type { CompiledCodebook, PatternEntry } from './compile-codebook.js'
import { tierOf } from './cue-features.js'

/** What the contrast topics of a codebook say of a unit. */
export interface Contrasts {
  /** Distinct cues found, by the index of the topic. */
  readonly cues: ReadonlyMap<number, number>
  /** 1 for a token whose word a ruling topic takes in its own sense. */
  readonly voided: Uint8Array
  /** Whether any token is. */
  readonly any: boolean
}

/**
 * Finds the contrast topics of a unit and the words that one of them takes in its own sense: `sanction` among players and referees.
 *
 * A topic rules a unit where it has more distinct cues than the frames have without the words that it takes, anchors counted with them; one
 * cue is enough where there are none.
 *
 * Source: the collocations of Yarowsky (1995), *Unsupervised word sense disambiguation rivaling supervised methods*: words nearby tell the
 * sense, and a text keeps to one.
 *
 * @param groups - the cues of each frame
 * @returns null where the codebook has no contrast topics, or the unit has none
 */
export function findContrasts(
  hits: readonly PatternHit[],
  groups: readonly (readonly PatternHit[])[],
  { entries }: CompiledCodebook,
  tokens: number,
): Contrasts | null {
  const found = new Map<number, Set<number>>()
  for (const { entry } of hits) {
    const { contrast } = entries[entry] as PatternEntry
    if (contrast < 0) continue
    const cues = found.get(contrast)
    if (cues) cues.add(entry)
    else found.set(contrast, new Set([entry]))
  }
  if (found.size === 0) return null
  const taken = new Uint32Array(tokens) // topics that a token's word has another sense in, as bits
  for (const { entry, first, last } of hits) {
    const { senses } = entries[entry] as PatternEntry
    if (senses === 0) continue
    for (let i = first; i <= last; i++) taken[i] = (taken[i] as number) | senses
  }
  let ruling = 0
  for (const [topic, cues] of found) {
    const bit = 1 << topic
    if (cues.size > countUndoubted(hits, groups, entries, taken, bit)) ruling |= bit
  }
  const voided = Uint8Array.from(taken, (senses) => ((senses & ruling) !== 0 ? 1 : 0))
  return { cues: new Map([...found].map(([topic, cues]) => [topic, cues.size])), voided, any: voided.includes(1) }
}

/** Distinct strong and medium cues of all frames, and anchors, without a word that the topic takes. */
function countUndoubted(
  hits: readonly PatternHit[],
  groups: readonly (readonly PatternHit[])[],
  entries: readonly PatternEntry[],
  taken: Uint32Array,
  bit: number,
): number {
  const sure = new Set<number>()
  for (const group of groups) {
    for (const hit of group) {
      if (tierOf(entries[hit.entry]?.cue?.reliability ?? 0) !== 'weak' && !has(hit, taken, bit)) sure.add(hit.entry)
    }
  }
  for (const hit of hits) if (entries[hit.entry]?.anchor && !has(hit, taken, bit)) sure.add(hit.entry)
  return sure.size
}

function has({ first, last }: PatternHit, taken: Uint32Array, bit: number): boolean {
  for (let i = first; i <= last; i++) if (((taken[i] as number) & bit) !== 0) return true
  return false
}

/** Whether a cue rests on a word in another sense. */
export function isVoided({ first, last }: PatternHit, { voided }: Contrasts): boolean {
  for (let i = first; i <= last; i++) if (voided[i] === 1) return true
  return false
}
