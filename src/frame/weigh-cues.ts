import type { PatternHit } from '../match/index.js'
import type { Codebook } from './codebook.js'
import type { PatternEntry } from './compile-codebook.js'
import { isCertain, MOST_COUNTED, tierOf, unitLength } from './cue-features.js'
import type { WordTable } from './word-table.js'

type Weights = readonly number[] | undefined

/** The weights of a table for the cue features of one frame, so that scoring spells no names; see `cueFeatures`. */
export interface CueWeights {
  readonly strong: Weights
  readonly medium: Weights
  readonly weak: Weights
  readonly one: Weights
  readonly two: Weights
  readonly certain: Weights
  readonly any: Weights
  readonly hits: Weights
  readonly rules: Weights
  readonly facets: ReadonlyMap<string, readonly number[]>
}

/** Collects the weights of each frame of a codebook. */
export function collectCueWeights({ frames }: Codebook, table: WordTable): CueWeights[] {
  const cues = new Map(Object.entries(table.cues))
  return frames.map(({ id, facets }) => ({
    strong: cues.get(`${id} strong`),
    medium: cues.get(`${id} medium`),
    weak: cues.get(`${id} weak`),
    one: cues.get(`${id} strong one`),
    two: cues.get(`${id} strong two`),
    certain: cues.get(`${id} certain`),
    any: cues.get(`${id} any`),
    hits: cues.get(`${id} hits`),
    rules: cues.get(`${id} rules`),
    facets: new Map(
      facets.flatMap((facet): [string, readonly number[]][] => {
        const weights = cues.get(`${id}.${facet.id}`)
        return weights ? [[facet.id, weights]] : []
      }),
    ),
  }))
}

/**
 * Weighs the cues of one frame: adds what they say of every frame to `sums`, and divides what they say of their own among them.
 *
 * @param own - column of the frame
 * @param sums - logits by column, added to
 * @returns the logits of one hit of each distinct cue for its own frame, by the index of its entry
 */
export function weighCues(
  kept: readonly PatternHit[],
  all: readonly PatternEntry[],
  weights: CueWeights,
  own: number,
  words: number,
  sums: number[],
): Map<number, number> {
  const shares = new Map<number, number>() // hits of each distinct cue, at first
  const facets = new Map<string, number>() // strong and medium cues
  let strong = 0
  let medium = 0
  let certain = 0
  for (const { entry } of kept) {
    const hits = shares.get(entry)
    shares.set(entry, (hits ?? 0) + 1)
    if (hits !== undefined) continue
    const { cue, facet } = all[entry] as PatternEntry
    const tier = tierOf(cue?.reliability ?? 0)
    if (tier === 'weak') continue
    facets.set(facet, (facets.get(facet) ?? 0) + 1)
    if (tier === 'strong') strong++
    else medium++
    if (isCertain(cue?.reliability ?? 0)) certain++
  }
  const weak = shares.size - strong - medium
  const length = unitLength(words)
  /** Adds a feature and gives what each of the cues that made it says for its own frame. */
  const put = (cues: number, value: number, row: Weights): number => {
    if (cues === 0 || !row) return 0
    for (let c = 0; c < sums.length; c++) sums[c] = (sums[c] as number) + value * (row[c] as number)
    return (value * (row[own] ?? 0)) / cues
  }
  const count = (cues: number, row: Weights): number => put(cues, Math.min(cues, MOST_COUNTED) / length, row)
  const perStrong = count(strong, weights.strong) + put(strong, 1, weights.one) + (strong > 1 ? put(strong, 1, weights.two) : 0)
  const perMedium = count(medium, weights.medium)
  const perWeak = count(weak, weights.weak)
  const perCertain = put(certain, 1, weights.certain)
  const perAny = put(strong + medium, 1, weights.any)
  const perRule =
    put(shares.size, Math.log1p(kept.length), weights.hits) + put(shares.size, Math.log1p(shares.size), weights.rules)
  const perFacet = new Map<string, number>()
  for (const [facet, cues] of facets) perFacet.set(facet, put(cues, 1, weights.facets.get(facet)))
  for (const [entry, hits] of shares) {
    const { cue, facet } = all[entry] as PatternEntry
    const tier = tierOf(cue?.reliability ?? 0)
    const logit =
      tier === 'weak' ? perWeak : perAny + (tier === 'strong' ? perStrong : perMedium) + (perFacet.get(facet) as number)
    const extra = isCertain(cue?.reliability ?? 0) ? perCertain : 0
    shares.set(entry, (logit + extra + perRule) / hits)
  }
  return shares
}
