import { type Automaton, buildAutomaton } from '../match/index.js'
import type { Codebook, Cue } from './codebook.js'
import { contrastFeature } from './cue-features.js'
import { type CueWeights, collectCueWeights } from './weigh-cues.js'
import { type DecodedTable, decodeTable } from './word-table.js'

/** What a pattern of a codebook stands for: a cue or an exclusion of a frame, a cue of a contrast topic, or a word with senses in such topics. */
export interface PatternEntry {
  /** -1 for a pattern of contrast topics. */
  readonly frame: number
  /** Null for all that is no cue of a frame. */
  readonly cue: Cue | null
  readonly facet: string
  /** Id for evidence: `security.terrorism/suicide bomb`. */
  readonly rule: string
  /** Index of the contrast topic that it is a cue of; -1 for none. */
  readonly contrast: number
  /** The contrast topics in which it means something else, as bits. */
  readonly senses: number
  /** Whether it holds words in the sense of the frames. */
  readonly anchor: boolean
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
  /** What the table has learned of each contrast topic, by its index. */
  readonly contrastWeights: readonly (readonly number[] | undefined)[]
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
      for (const cue of facet.cues) {
        enter(cue.pattern, { ...OF_A_FRAME, frame, cue, facet: facet.id, rule: `${id}.${facet.id}/${cue.pattern}` })
      }
    }
    for (const pattern of exclusions) enter(pattern, { ...OF_A_FRAME, frame, cue: null, facet: '', rule: `${id}/not ${pattern}` })
  })
  enterContrasts(codebook.contrasts ?? [], enter)
  for (const pattern of codebook.anchors ?? [])
    enter(pattern, { frame: -1, cue: null, facet: '', rule: `anchor/${pattern}`, contrast: -1, senses: 0, anchor: true })
  return {
    codebook,
    patterns: buildAutomaton(patterns),
    entries,
    leans: averageLeans(codebook),
    cueWeights: codebook.table ? collectCueWeights(codebook, codebook.table) : [],
    contrastWeights: (codebook.contrasts ?? []).map(({ id }) =>
      new Map(Object.entries(codebook.table?.cues ?? {})).get(contrastFeature(id)),
    ),
    table: codebook.table ? decodeTable(codebook.table) : null,
  }
}

const OF_A_FRAME = { contrast: -1, senses: 0, anchor: false }

function enterContrasts(topics: NonNullable<Codebook['contrasts']>, enter: (pattern: string, entry: PatternEntry) => void): void {
  const senses = new Map<string, number>()
  topics.forEach((topic, contrast) => {
    for (const pattern of topic.cues)
      enter(pattern, { frame: -1, cue: null, facet: '', rule: `${topic.id}/${pattern}`, contrast, senses: 0, anchor: false })
    for (const pattern of topic.senses) senses.set(pattern, (senses.get(pattern) ?? 0) | (1 << contrast))
  })
  for (const [pattern, bits] of senses)
    enter(pattern, { frame: -1, cue: null, facet: '', rule: `sense/${pattern}`, contrast: -1, senses: bits, anchor: false })
}

function averageLeans({ frames }: Codebook): Map<string, number> {
  const leans = new Map<string, number>()
  for (const { id, facets } of frames) {
    const tones = facets.flatMap(({ cues }) => cues.find(({ tone }) => tone !== undefined)?.tone ?? [])
    if (tones.length > 0) leans.set(id, tones.reduce((sum, tone) => sum + tone, 0) / tones.length)
  }
  return leans
}
