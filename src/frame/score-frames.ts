import type { PatternHit } from '../match/index.js'
import { roundScore } from '../round.js'
import type { AnnotatedText, FrameEvidence, FrameScore } from '../types.js'
import { averageTone } from './average-tone.js'
import type { CompiledCodebook, PatternEntry } from './compile-codebook.js'
import { contrastFeature, cueFeatures, tierOf } from './cue-features.js'
import { listCues, readCues, type UnitCues } from './read-cues.js'
import { readTone, type UnitTone } from './read-tone.js'
import { findExclusions, findStrongest } from './strongest-words.js'
import { type CueWeights, weighCues } from './weigh-cues.js'
import { type WordFeatures, wordFeatures } from './word-features.js'
import type { DecodedTable, Listing } from './word-table.js'

/** Below it a score by a word table is noise: nearly every text has some word that leans to some frame. */
const LEAST_SALIENCE = 0.05

/** The same where words of the table are all the evidence: the weather is no trade. */
const LEAST_SALIENCE_BY_WORDS = 0.15

/**
 * Three words a frame change no score when the rest is left out; one that adds under 0.3 logits explains nothing; and words of a table
 * without any cue are weaker evidence than a model can tell.
 */
const PARAGRAPH_LISTING: Listing = { most: 3, least: 0.3, together: 0.6, present: 0.35 }

/** A frame's evidence before its salience is known. */
interface Draft {
  readonly frame: string
  readonly salience: number
  readonly evidence: readonly FrameEvidence[]
  readonly facets: FrameScore['facets']
  readonly rest: number
  /** Whether words of the table are all the evidence. */
  readonly byWords: boolean
}

/**
 * Scores the frames of one unit of text.
 *
 * Without a word table salience is a noisy-or: 1 − ∏ (1 − weight) over the distinct cues found, a cue's weight being its
 * reliability, so each cue counts once however often it stands there. With a table it is the logistic of `rest` plus the sum of the
 * weights, which are then logits: those of the cues found and of the three strongest words of the table. Tone is the mean of the
 * evidence's tones by their weights. All are recomputable from the evidence.
 *
 * Source: noisy-or, Pearl (1988), *Probabilistic Reasoning in Intelligent Systems*, section 4.3; the table, this library, fitted by
 * `bench/frames/fit-frames.ts`.
 *
 * @returns one row for each frame with evidence, strongest first; with a table, frames of a salience under 0.05 have no row, nor those under 0.15 without any cue. `present`
 *   where salience reaches the threshold of the codebook, and 0.35 where words of the table are the only evidence
 */
export function scoreUnitFrames(unit: AnnotatedText, compiled: CompiledCodebook): FrameScore[] {
  const { codebook, entries, table } = compiled
  const cues = readCues(unit, compiled)
  const { hits, groups: byFrame } = cues
  if (hits.length === 0 && !table) return []
  const listing = table?.table.listing ?? PARAGRAPH_LISTING
  let known: UnitTone | undefined
  const tone = (): UnitTone => {
    known ??= readTone(unit)
    return known
  }
  const learned = table ? weighFeatures(unit, table, cues, compiled) : null
  const drafts = codebook.frames.flatMap((frame, f): Draft[] => {
    const kept = byFrame[f] as readonly PatternHit[]
    const column = table ? table.table.frames.indexOf(frame.id) : -1
    if (learned && table && column >= 0)
      return scoreByTable(frame.id, f, column, kept, hits, unit, compiled, table, learned, listing, tone)
    if (kept.length === 0) return []
    const evidence = kept.map((hit) => {
      const entry = entries[hit.entry] as PatternEntry
      return describeHit(hit, unit, entry, entry.cue?.reliability ?? 0, tone)
    })
    const salience = roundScore(
      combineReliabilities(
        kept.map(({ entry }) => entry),
        entries,
      ),
    )
    return [{ frame: frame.id, salience, evidence, facets: scoreFacets(kept, entries), rest: 0, byWords: false }]
  })
  const total = drafts.reduce((sum, { salience }) => sum + salience, 0)
  return drafts
    .map(({ frame, salience, facets, evidence, rest, byWords }) => ({
      frame,
      salience,
      present: salience >= (byWords ? Math.max(codebook.threshold, listing.present) : codebook.threshold),
      share: roundScore(salience / total),
      tone: roundTone(averageTone(evidence)),
      facets,
      evidence,
      rest,
    }))
    .sort((a, b) => b.salience - a.salience)
}

function roundTone(tone: number | null): number | null {
  return tone === null ? null : roundScore(tone)
}

/** What a table reads from a unit, with the logits of all of it. */
interface Learned {
  readonly words: WordFeatures
  /** Logits by frame of the table. */
  readonly logits: readonly number[]
  /** Logits of a hit of each cue for its own frame, by the index of its entry, for each frame of the codebook. */
  readonly cues: readonly (ReadonlyMap<number, number> | null)[]
}

/** The cues and words of a unit as a table counts them; the fit reads the same. */
export function readFeatures(unit: AnnotatedText, table: DecodedTable, compiled: CompiledCodebook) {
  const { groups, contrasts } = readCues(unit, compiled)
  const cues = cueFeatures(
    listCues(groups, compiled).map(({ cue }) => cue),
    countWords(unit),
  )
  for (const [topic, distinct] of contrasts?.cues ?? [])
    cues.set(contrastFeature(compiled.codebook.contrasts?.[topic]?.id as string), { value: Math.log1p(distinct), cues: [] })
  return { cues, words: wordFeatures(unit.tokens, table, contrasts?.voided) }
}

function weighFeatures(
  unit: AnnotatedText,
  table: DecodedTable,
  { groups: byFrame, contrasts }: UnitCues,
  { codebook, entries, cueWeights, contrastWeights }: CompiledCodebook,
): Learned {
  const { frames, intercepts, scale } = table.table
  const logits = [...intercepts]
  const cues: (Map<number, number> | null)[] = []
  let words = -1 // counted when first needed
  for (let f = 0; f < byFrame.length; f++) {
    const kept = byFrame[f] as readonly PatternHit[]
    if (kept.length === 0) {
      cues.push(null)
      continue
    }
    if (words < 0) words = countWords(unit)
    const own = frames.indexOf(codebook.frames[f]?.id as string)
    cues.push(weighCues(kept, entries, cueWeights[f] as CueWeights, own, words, logits))
  }
  for (const [topic, distinct] of contrasts?.cues ?? []) {
    const row = contrastWeights[topic]
    if (row) for (let c = 0; c < logits.length; c++) logits[c] = (logits[c] as number) + Math.log1p(distinct) * (row[c] as number)
  }
  const features = wordFeatures(unit.tokens, table, contrasts?.voided)
  for (let c = 0; c < logits.length; c++)
    logits[c] = (logits[c] as number) + sumWords(features, table.weights, c, frames.length) * (scale[c] as number)
  return { words: features, logits, cues }
}

/** Logits of a unit by frame of the codebook's table, whether or not it gets a row; null where the codebook has no table. */
export function weighUnit(unit: AnnotatedText, compiled: CompiledCodebook): readonly number[] | null {
  if (!compiled.table) return null
  return weighFeatures(unit, compiled.table, readCues(unit, compiled), compiled).logits
}

function sumWords({ entries, values }: WordFeatures, weights: Int8Array, column: number, columns: number): number {
  let sum = 0
  for (let k = 0; k < entries.length; k++)
    sum += (values[k] as number) * (weights[(entries[k] as number) * columns + column] as number)
  return sum
}

function scoreByTable(
  frame: string,
  place: number,
  column: number,
  kept: readonly PatternHit[],
  hits: readonly PatternHit[],
  unit: AnnotatedText,
  { entries, leans }: CompiledCodebook,
  { weights, table }: DecodedTable,
  { words, logits, cues }: Learned,
  listing: Listing,
  tone: () => UnitTone,
): Draft[] {
  const logit = logits[column] as number
  const salience = 1 / (1 + Math.exp(-logit))
  if (salience < LEAST_SALIENCE) return []
  const weighed = cues[place]
  const evidence = kept.map((hit) =>
    describeHit(hit, unit, entries[hit.entry] as PatternEntry, weighed?.get(hit.entry) ?? 0, tone),
  )
  for (const { at, weight } of findStrongest(
    words,
    column,
    unit,
    [...kept, ...findExclusions(hits, place, entries)],
    weights,
    table.scale,
    listing,
  )) {
    evidence.push(
      describeWord(frame, words.firsts[at] as number, words.lasts[at] as number, weight, leans.get(frame), unit, tone),
    )
  }
  const byWords = !kept.some(({ entry }) => tierOf(entries[entry]?.cue?.reliability ?? 0) !== 'weak')
  if (evidence.length === 0) return []
  if (byWords && evidence.reduce((sum, { weight }) => sum + weight, 0) < listing.together) return []
  if (kept.length === 0 && salience < LEAST_SALIENCE_BY_WORDS) return []
  evidence.sort((a, b) => a.start - b.start || a.end - b.end)
  const listed = evidence.reduce((sum, each) => sum + each.weight, 0)
  const rest = roundScore(logit - listed)
  return [
    {
      frame,
      salience: roundScore(1 / (1 + Math.exp(-(rest + listed)))),
      evidence,
      facets: scoreFacets(kept, entries),
      rest,
      byWords,
    },
  ]
}

function describeWord(
  frame: string,
  first: number,
  last: number,
  weight: number,
  lean: number | undefined,
  unit: AnnotatedText,
  tone: () => UnitTone,
): FrameEvidence {
  const quote = unit.text.slice(unit.tokens.start[first], unit.tokens.end[last])
  return describe(unit, first, last, `${frame}/word ${quote.toLowerCase()}`, weight, null, lean, tone)
}

function describeHit(
  { first, last }: PatternHit,
  unit: AnnotatedText,
  { cue, facet, rule }: PatternEntry,
  weight: number,
  tone: () => UnitTone,
): FrameEvidence {
  return describe(unit, first, last, rule, weight, facet, cue?.tone, tone)
}

function describe(
  { text, tokens }: AnnotatedText,
  first: number,
  last: number,
  rule: string,
  weight: number,
  facet: string | null,
  own: number | undefined,
  tone: () => UnitTone,
): FrameEvidence {
  const said = tone().read(tokens.sentence[first] as number, own)
  const start = tokens.start[first] as number
  const end = tokens.end[last] as number
  return {
    start,
    end,
    quote: text.slice(start, end),
    rule,
    weight: roundScore(weight),
    modifiers: said.modifiers,
    facet,
    tone: said.tone === null ? null : roundScore(said.tone),
  }
}

function countWords({ tokens }: AnnotatedText): number {
  let words = 0
  for (const pos of tokens.pos) if (pos !== 'PUNCT') words++
  return words
}

function combineReliabilities(found: Iterable<number>, entries: readonly PatternEntry[]): number {
  let absent = 1
  for (const entry of new Set(found)) absent *= 1 - (entries[entry]?.cue?.reliability ?? 0)
  return 1 - absent
}

function scoreFacets(kept: readonly PatternHit[], entries: readonly PatternEntry[]): FrameScore['facets'] {
  const byFacet = new Map<string, number[]>()
  for (const { entry } of kept) {
    const { facet } = entries[entry] as PatternEntry
    const group = byFacet.get(facet)
    if (group) group.push(entry)
    else byFacet.set(facet, [entry])
  }
  return [...byFacet]
    .map(([facet, group]) => ({ facet, salience: roundScore(combineReliabilities(group, entries)) }))
    .sort((a, b) => b.salience - a.salience)
}
