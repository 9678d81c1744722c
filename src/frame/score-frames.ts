import type { AnnotatedText, FrameEvidence, FrameScore, Modifier } from '../types.js'
import type { CompiledCodebook, PatternEntry } from './compile-codebook.js'
import { type CueHit, matchCues } from './match-cues.js'
import { findToneWords } from './tone.js'

/** Tone words further from the cue say something of another matter. */
const TONE_REACH = 25 // tokens on either side, within the sentence

/**
 * Scores the frames of one unit of text.
 *
 * Salience is a noisy-or: 1 − ∏ (1 − reliability) over the distinct cues found, so each cue counts once however often it stands
 * there. Tone is the mean of the evidence's tones, weighted by reliability. Both are recomputable from the evidence.
 *
 * Source: noisy-or, Pearl (1988), *Probabilistic Reasoning in Intelligent Systems*, section 4.3.
 *
 * @returns one row for each frame with evidence, strongest first
 */
export function scoreUnitFrames(unit: AnnotatedText, compiled: CompiledCodebook): FrameScore[] {
  const hits = matchCues(unit, compiled)
  if (hits.length === 0) return []
  const { frames, threshold } = compiled.codebook
  const toneWords = findToneWords(unit)
  const scored = frames.flatMap((frame, f) => {
    const kept = chooseHits(
      hits.filter(({ entry }) => compiled.entries[entry]?.frame === f),
      compiled.entries,
    )
    if (kept.length === 0) return []
    const evidence = kept.map((hit) => describeHit(hit, unit, compiled.entries[hit.entry] as PatternEntry, toneWords))
    return [
      {
        frame: frame.id,
        salience: combineReliabilities(evidence),
        tone: averageTone(evidence),
        facets: scoreFacets(evidence),
        evidence,
      },
    ]
  })
  const total = scored.reduce((sum, { salience }) => sum + salience, 0)
  return scored
    .map(({ frame, salience, tone, facets, evidence }) => ({
      frame,
      salience,
      present: salience >= threshold,
      share: salience / total,
      tone,
      facets,
      evidence,
      rest: 0,
    }))
    .sort((a, b) => b.salience - a.salience)
}

/** Of overlapping hits the more reliable one stays, then the longer one; hits inside an exclusion go. */
function chooseHits(hits: readonly CueHit[], entries: readonly PatternEntry[]): CueHit[] {
  const reliability = ({ entry }: CueHit): number => entries[entry]?.cue?.reliability ?? 0
  const candidates = dropExcluded(hits, entries).sort(
    (a, b) => reliability(b) - reliability(a) || b.last - b.first - (a.last - a.first) || a.first - b.first || a.entry - b.entry,
  )
  const taken = new Set<number>()
  const kept: CueHit[] = []
  for (const hit of candidates) {
    let free = true
    for (let i = hit.first; i <= hit.last && free; i++) free = !taken.has(i)
    if (!free) continue
    for (let i = hit.first; i <= hit.last; i++) taken.add(i)
    kept.push(hit)
  }
  return kept.sort((a, b) => a.first - b.first)
}

function dropExcluded(hits: readonly CueHit[], entries: readonly PatternEntry[]): CueHit[] {
  const kept: CueHit[] = []
  let excludedTo = -1 // last token of the exclusions that began so far; hits come in order of their first token
  for (let i = 0; i < hits.length; ) {
    const { first } = hits[i] as CueHit
    let next = i
    for (; next < hits.length && hits[next]?.first === first; next++) {
      const { entry, last } = hits[next] as CueHit
      if (entries[entry]?.cue === null) excludedTo = Math.max(excludedTo, last)
    }
    for (; i < next; i++) {
      const hit = hits[i] as CueHit
      if (entries[hit.entry]?.cue !== null && hit.last > excludedTo) kept.push(hit)
    }
  }
  return kept
}

function describeHit(
  { first, last }: CueHit,
  { text, tokens }: AnnotatedText,
  { cue, facet, rule }: PatternEntry,
  { values, modifierOf }: ReturnType<typeof findToneWords>,
): FrameEvidence {
  const sentence = tokens.sentence[first]
  const modifiers: Modifier[] = []
  let sum = 0
  const to = Math.min(values.length - 1, last + TONE_REACH)
  for (let i = Math.max(0, first - TONE_REACH); i <= to; i++) {
    const value = values[i] as number
    if (value === 0 || tokens.sentence[i] !== sentence) continue
    sum += value
    modifiers.push(modifierOf(i))
  }
  const own = cue?.tone
  const around = modifiers.length > 0 ? sum / modifiers.length : null
  const start = tokens.start[first] as number
  const end = tokens.end[last] as number
  return {
    start,
    end,
    quote: text.slice(start, end),
    rule,
    weight: cue?.reliability ?? 0,
    modifiers,
    facet,
    tone: own === undefined ? around : around === null ? own : (own + around) / 2,
  }
}

function combineReliabilities(evidence: readonly FrameEvidence[]): number {
  const reliabilities = new Map(evidence.map(({ rule, weight }) => [rule, weight]))
  let absent = 1
  for (const reliability of reliabilities.values()) absent *= 1 - reliability
  return 1 - absent
}

function averageTone(evidence: readonly FrameEvidence[]): number | null {
  let sum = 0
  let weights = 0
  for (const { tone, weight } of evidence) {
    if (tone === null) continue
    sum += tone * weight
    weights += weight
  }
  return weights > 0 ? sum / weights : null
}

function scoreFacets(evidence: readonly FrameEvidence[]): FrameScore['facets'] {
  const byFacet = new Map<string, FrameEvidence[]>()
  for (const each of evidence) {
    if (each.facet === null) continue
    const group = byFacet.get(each.facet)
    if (group) group.push(each)
    else byFacet.set(each.facet, [each])
  }
  return [...byFacet]
    .map(([facet, group]) => ({ facet, salience: combineReliabilities(group) }))
    .sort((a, b) => b.salience - a.salience)
}
