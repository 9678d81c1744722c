import { type Codebook, freezeCodebook } from '../codebook.js'
import type { WordTable } from '../word-table.js'

/** A codebook as the files of this folder store it: cues as pattern, reliability, the tier their author gave, and a note where one is needed. */
interface StoredCodebook {
  readonly id: string
  readonly version: string
  readonly threshold: number
  readonly frames: readonly {
    readonly id: string
    readonly definition: string
    readonly learnable?: boolean
    readonly facets: readonly { readonly id: string; readonly cues: readonly (readonly (string | number)[])[] }[]
    readonly exclusions: readonly string[]
  }[]
}

/** Reads a codebook of this folder; that it is a valid one is tested, not checked again at each start. */
export function readStored({ id, version, threshold, frames }: StoredCodebook, table?: WordTable): Codebook {
  return freezeCodebook({
    id,
    version,
    threshold,
    frames: frames.map((frame) => ({
      ...frame,
      facets: frame.facets.map((facet) => ({
        id: facet.id,
        cues: facet.cues.map(([pattern, reliability, , note]) => ({
          pattern: pattern as string,
          reliability: reliability as number,
          ...(note !== undefined && { note: note as string }),
        })),
      })),
      exclusions: [...frame.exclusions],
    })),
    ...(table && { table }),
  })
}
