import type { FrameEvidence } from '../types.js'

const LEAST_TONE_WEIGHT = 0.05 // so that a cue that says little of the frame still speaks of its tone

/** The mean tone of evidence by its weights; null where none says. */
export function averageTone(evidence: readonly FrameEvidence[]): number | null {
  let sum = 0
  let weights = 0
  for (const { tone, weight } of evidence) {
    if (tone === null) continue
    const counted = Math.max(weight, LEAST_TONE_WEIGHT)
    sum += tone * counted
    weights += counted
  }
  return weights > 0 ? sum / weights : null
}
