import { type Codebook, defineCodebook } from '../codebook.js'
import stored from './diplomacy-press.json'
import table from './diplomacy-press-table.json'
import leans from './diplomacy-press-tone.json'

/** Security, trade, sanctions and investment in international press. */
export function createDiplomacyPress(): Codebook {
  // What the cues of a facet say of tone by themselves; `bench/frames/fit-tone.ts` measures it.
  const tones = new Map(
    Object.entries(leans).flatMap(([frame, facets]) => Object.entries(facets).map(([id, tone]) => [`${frame} ${id}`, tone])),
  )
  return defineCodebook({
    ...stored,
    table,
    frames: stored.frames.map((frame) => ({
      ...frame,
      facets: frame.facets.map(({ id, cues }) => ({
        id,
        cues: cues.map(([pattern, reliability]) => ({
          pattern: pattern as string,
          reliability: reliability as number,
          ...(tones.has(`${frame.id} ${id}`) && { tone: tones.get(`${frame.id} ${id}`) as number }),
        })),
      })),
    })),
  })
}
