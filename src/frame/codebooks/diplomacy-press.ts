import { type Codebook, freezeCodebook } from '../codebook.js'
import contrasts from './contrasts.json'
import stored from './diplomacy-press.json'
import table from './diplomacy-press-table.json'
import leans from './diplomacy-press-tone.json'

/** Security, trade, sanctions and investment in international press. */
export function createDiplomacyPress(): Codebook {
  // What the cues of a facet say of tone by themselves; `bench/frames/fit-tone.ts` measures it.
  const tones = new Map(
    Object.entries(leans).flatMap(([frame, facets]) =>
      Object.entries(facets).map(([id, tone]): [string, number] => [`${frame} ${id}`, tone]),
    ),
  )
  return freezeCodebook({
    id: stored.id,
    version: stored.version,
    threshold: stored.threshold,
    frames: stored.frames.map(({ id, definition, facets, exclusions }) => ({
      id,
      definition,
      facets: facets.map((facet) => {
        const tone = tones.get(`${id} ${facet.id}`)
        return {
          id: facet.id,
          cues: facet.cues.map(([pattern, reliability, , note]) => ({
            pattern: pattern as string,
            reliability: reliability as number,
            ...(tone !== undefined && { tone }),
            ...(note !== undefined && { note: note as string }),
          })),
        }
      }),
      exclusions: [...exclusions],
    })),
    contrasts: contrasts.topics,
    anchors: contrasts.anchors,
    table,
  })
}
