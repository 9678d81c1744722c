import { matchPatterns, type PatternHit } from '../match/index.js'
import type { AnnotatedText } from '../types.js'
import { chooseHits } from './choose-hits.js'
import type { CompiledCodebook, PatternEntry } from './compile-codebook.js'
import type { FoundCue } from './cue-features.js'
import { type Contrasts, findContrasts, isVoided } from './find-contrasts.js'

/** What a codebook's patterns find in a unit. */
export interface UnitCues {
  /** All hits, exclusions and contrast topics too. */
  readonly hits: readonly PatternHit[]
  /** The cues of each frame that count, in the order of the text. */
  readonly groups: readonly (readonly PatternHit[])[]
  readonly contrasts: Contrasts | null
}

/** Finds the cues of a unit: of overlapping ones the better, none inside an exclusion, none that rests on a word in another sense. */
export function readCues(unit: AnnotatedText, compiled: CompiledCodebook): UnitCues {
  const hits = matchPatterns(unit, compiled.patterns)
  const groups: PatternHit[][] = compiled.codebook.frames.map(() => [])
  for (const hit of hits) groups[(compiled.entries[hit.entry] as PatternEntry).frame]?.push(hit)
  const chosen = groups.map((group) => (group.length > 0 ? chooseHits(group, compiled.entries) : group))
  const contrasts = findContrasts(hits, chosen, compiled, unit.tokens.start.length)
  if (!contrasts?.any) return { hits, groups: chosen, contrasts }
  return { hits, groups: chosen.map((group) => group.filter((hit) => !isVoided(hit, contrasts))), contrasts }
}

/** The distinct cues of a unit, with the index of their entry. */
export function listCues(
  groups: readonly (readonly PatternHit[])[],
  { codebook, entries }: CompiledCodebook,
): { entry: number; cue: FoundCue }[] {
  return groups.flatMap((hits, f) => {
    const frame = codebook.frames[f]?.id as string
    const counts = new Map<number, number>()
    for (const { entry } of hits) counts.set(entry, (counts.get(entry) ?? 0) + 1)
    return [...counts].map(([entry, hits]) => {
      const { cue, facet } = entries[entry] as PatternEntry
      return { entry, cue: { frame, facet, cue: cue as FoundCue['cue'], hits } }
    })
  })
}
