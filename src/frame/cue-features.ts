import type { Cue } from './codebook.js'

/** A distinct cue of a unit. */
export interface FoundCue {
  readonly frame: string
  readonly facet: string
  readonly cue: Cue
  /** How often it stands there. */
  readonly hits: number
}

const STRONG = 0.5 // reliability from which a cue alone says what a coder would say
const MEDIUM = 0.25
const CERTAIN = 0.75 // reliability from which a coder would be surprised not to find the frame
export const MOST_COUNTED = 4 // cues; more say nothing new
const USUAL_LENGTH = 20 // words; a cue in a longer text says less of the whole

/** The name of the feature that counts the cues of a contrast topic, as ln(1 + distinct cues). */
export const contrastFeature = (topic: string): string => `contrast ${topic}`

/** By what the counts of a unit are divided. */
export function unitLength(words: number): number {
  return Math.sqrt(Math.max(1, words / USUAL_LENGTH))
}

/** The tier of a cue by its reliability: a table has one weight a tier, since few labels cannot teach one a cue. */
export function tierOf(reliability: number): 'strong' | 'medium' | 'weak' {
  return reliability >= STRONG ? 'strong' : reliability >= MEDIUM ? 'medium' : 'weak'
}

/** Whether a cue nearly settles the frame by itself. */
export function isCertain(reliability: number): boolean {
  return reliability >= CERTAIN
}

/**
 * What a word table reads from the cues of a unit, by the feature's name, with the indexes of the cues that made it.
 *
 * For each frame and tier the count of distinct cues, capped at 4 and divided by √(words / 20), whether there is one strong cue,
 * two, one that is all but certain, and any strong or medium one; for each facet whether such a cue stands there. Then what the cues say
 * by their number alone, whatever their tier: ln(1 + hits) and ln(1 + distinct cues) of a frame.
 */
export function cueFeatures(found: readonly FoundCue[], words: number): Map<string, { value: number; cues: number[] }> {
  const features = new Map<string, { value: number; cues: number[] }>()
  const length = unitLength(words)
  const groups = new Map<string, number[]>()
  const counts = new Map<string, { hits: number; cues: number[] }>()
  const put = (name: string, index: number): void => {
    const group = groups.get(name)
    if (group) group.push(index)
    else groups.set(name, [index])
  }
  found.forEach(({ frame, facet, cue, hits }, i) => {
    const count = counts.get(frame) ?? { hits: 0, cues: [] }
    count.hits += hits
    count.cues.push(i)
    counts.set(frame, count)
    const tier = tierOf(cue.reliability)
    put(`${frame} ${tier}`, i)
    if (tier === 'weak') return
    if (isCertain(cue.reliability)) put(`${frame} certain`, i)
    put(`${frame} any`, i)
    put(`${frame}.${facet}`, i)
  })
  for (const [name, cues] of groups) {
    const counted = /(?:strong|medium|weak)$/.test(name) && name.includes(' ')
    features.set(name, { value: counted ? Math.min(cues.length, MOST_COUNTED) / length : 1, cues })
    if (!name.endsWith(' strong')) continue
    features.set(`${name} one`, { value: 1, cues })
    if (cues.length > 1) features.set(`${name} two`, { value: 1, cues })
  }
  for (const [frame, { hits, cues }] of counts) {
    features.set(`${frame} hits`, { value: Math.log1p(hits), cues })
    features.set(`${frame} rules`, { value: Math.log1p(cues.length), cues })
  }
  return features
}
