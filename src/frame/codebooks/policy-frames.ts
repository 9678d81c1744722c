import type { Codebook } from '../codebook.js'
import stored from './policy-frames.json'
import table from './policy-frames-table.json'
import { readStored } from './stored-codebook.js'

/**
 * The fourteen named frames of the Policy Frames Codebook, for whole articles.
 *
 * Source: Boydstun, Card, Gross, Resnik & Smith (2014), *Tracking the development of media frames within and across policy issues*;
 * cues are this library's, weights are fitted by `bench/frames/fit-policy.ts`. Four frames are marked `learnable: false`: out of fold their F1
 * is 0.10 or less on the 288 articles, so their absence says nothing.
 */
export function createPolicyFrames(): Codebook {
  return readStored(stored, table)
}
