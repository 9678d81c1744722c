import { type Automaton, buildAutomaton } from '../match/index.js'
import type { Codebook, Cue } from './codebook.js'
import { type CueWeights, collectCueWeights } from './weigh-cues.js'
import { type DecodedTable, decodeTable } from './word-table.js'

/** What a pattern of a codebook stands for: a cue, or an exclusion of a frame. */
export interface PatternEntry {
  readonly frame: number
  /** Null for an exclusion. */
  readonly cue: Cue | null
  readonly facet: string
  /** Id for evidence: `security.terrorism/suicide bomb`. */
  readonly rule: string
}

/** A codebook with its patterns as one automaton. */
export interface CompiledCodebook {
  readonly codebook: Codebook
  readonly patterns: Automaton
  /** By the index of their pattern. */
  readonly entries: readonly PatternEntry[]
  /** What the cues of a frame say of tone by themselves, on average over its facets; no entry where none says. */
  readonly leans: ReadonlyMap<string, number>
  /** What the table has learned of the cues of each frame; empty without a table. */
  readonly cueWeights: readonly CueWeights[]
  /** What the codebook has learned; null where it has no word table. */
  readonly table: DecodedTable | null
}

/** Compiles a codebook: its patterns into one automaton, its word table into numbers. */
export function compileCodebook(codebook: Codebook): CompiledCodebook {
  const patterns: string[] = []
  const entries: PatternEntry[] = []
  const enter = (pattern: string, entry: PatternEntry): void => {
    patterns.push(pattern)
    entries.push(entry)
  }
  codebook.frames.forEach(({ id, facets, exclusions }, frame) => {
    for (const facet of facets) {
      for (const cue of facet.cues) enter(cue.pattern, { frame, cue, facet: facet.id, rule: `${id}.${facet.id}/${cue.pattern}` })
    }
    for (const pattern of exclusions) enter(pattern, { frame, cue: null, facet: '', rule: `${id}/not ${pattern}` })
  })
  return {
    codebook,
    patterns: buildAutomaton(patterns),
    entries,
    leans: averageLeans(codebook),
    cueWeights: codebook.table ? collectCueWeights(codebook, codebook.table) : [],
    table: codebook.table ? decodeTable(codebook.table) : null,
  }
}

function averageLeans({ frames }: Codebook): Map<string, number> {
  const leans = new Map<string, number>()
  for (const { id, facets } of frames) {
    const tones = facets.flatMap(({ cues }) => cues.find(({ tone }) => tone !== undefined)?.tone ?? [])
    if (tones.length > 0) leans.set(id, tones.reduce((sum, tone) => sum + tone, 0) / tones.length)
  }
  return leans
}
