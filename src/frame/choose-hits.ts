import type { PatternHit } from '../match/index.js'
import type { PatternEntry } from './compile-codebook.js'

/** Of overlapping hits of a frame the more reliable one stays, then the longer one; hits inside an exclusion go. */
export function chooseHits(hits: readonly PatternHit[], entries: readonly PatternEntry[]): PatternHit[] {
  if (hits.length === 1) return entries[hits[0]?.entry as number]?.cue ? [...hits] : []
  const reliability = ({ entry }: PatternHit): number => entries[entry]?.cue?.reliability ?? 0
  const candidates = dropExcluded(hits, entries).sort(
    (a, b) => reliability(b) - reliability(a) || b.last - b.first - (a.last - a.first) || a.first - b.first || a.entry - b.entry,
  )
  if (candidates.length <= 1) return candidates
  const taken = new Set<number>()
  const kept: PatternHit[] = []
  for (const hit of candidates) {
    let free = true
    for (let i = hit.first; i <= hit.last && free; i++) free = !taken.has(i)
    if (!free) continue
    for (let i = hit.first; i <= hit.last; i++) taken.add(i)
    kept.push(hit)
  }
  return kept.sort((a, b) => a.first - b.first)
}

function dropExcluded(hits: readonly PatternHit[], entries: readonly PatternEntry[]): PatternHit[] {
  const kept: PatternHit[] = []
  let excludedTo = -1 // last token of the exclusions that began so far; hits come in order of their first token
  for (let i = 0; i < hits.length; ) {
    const { first } = hits[i] as PatternHit
    let next = i
    for (; next < hits.length && hits[next]?.first === first; next++) {
      const { entry, last } = hits[next] as PatternHit
      if (entries[entry]?.cue === null) excludedTo = Math.max(excludedTo, last)
    }
    for (; i < next; i++) {
      const hit = hits[i] as PatternHit
      if (entries[hit.entry]?.cue !== null && hit.last > excludedTo) kept.push(hit)
    }
  }
  return kept
}
