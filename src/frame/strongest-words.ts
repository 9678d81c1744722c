import type { PatternHit } from '../match/index.js'
import type { AnnotatedText, PartOfSpeech } from '../types.js'
import type { PatternEntry } from './compile-codebook.js'
import type { WordFeatures } from './word-features.js'
import type { Listing } from './word-table.js'

/** How much more a word must say of its frame than of any other to be named for it. */
const DISTINCT = 1.5

/** "Cooperation" leans to all frames and is a reason for none. */
function isDistinct(entry: number, column: number, weights: Int8Array, scale: readonly number[]): boolean {
  const at = entry * scale.length
  const own = (weights[at + column] as number) * (scale[column] as number)
  for (let c = 0; c < scale.length; c++) {
    if (c !== column && (weights[at + c] as number) * (scale[c] as number) * DISTINCT > own) return false
  }
  return true
}

/** The few words that say most for a frame, strongest first. */
export function findStrongest(
  { entries, values, firsts, lasts }: WordFeatures,
  column: number,
  unit: AnnotatedText,
  taken: readonly PatternHit[],
  weights: Int8Array,
  scale: readonly number[],
  { most, least }: Listing,
): { at: number; weight: number }[] {
  const columns = scale.length
  const own = scale[column] as number
  const strongest: { at: number; weight: number }[] = []
  for (let k = 0; k < entries.length; k++) {
    const entry = entries[k] as number
    const weight = (values[k] as number) * (weights[entry * columns + column] as number) * own
    if (weight < least || weight <= (strongest[most - 1]?.weight ?? 0)) continue
    const first = firsts[k] as number
    const last = lasts[k] as number
    if (!isDistinct(entry, column, weights, scale) || !isReason(first, last, unit) || isInside(first, last, taken)) continue
    let place = strongest.length
    while (place > 0 && (strongest[place - 1]?.weight as number) < weight) place--
    strongest.splice(place, 0, { at: k, weight })
    if (strongest.length > most) strongest.pop()
  }
  return strongest
}

/** A name or a function word is no reason a coder would give: it stands in `rest`. */
function isReason(first: number, last: number, { tokens }: AnnotatedText): boolean {
  return (
    REASONS.has(tokens.pos[last] as PartOfSpeech) &&
    tokens.pos[first] !== 'PROPN' &&
    tokens.sentence[first] === tokens.sentence[last]
  )
}

/** What a frame's exclusions matched: `emotional investment` is no reason for investment. */
export function findExclusions(hits: readonly PatternHit[], frame: number, entries: readonly PatternEntry[]): PatternHit[] {
  return hits.filter(({ entry }) => entries[entry]?.cue === null && entries[entry]?.frame === frame)
}

/** A word of a cue that is listed already, or of an exclusion. */
function isInside(first: number, last: number, taken: readonly PatternHit[]): boolean {
  for (const hit of taken) if (hit.first <= first && hit.last >= last) return true
  return false
}

const REASONS: ReadonlySet<PartOfSpeech> = new Set(['NOUN', 'VERB', 'ADJ'])
