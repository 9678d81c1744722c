import { roundScore } from '../round.js'
import type { AnnotatedText, Evidence, OverallStance } from '../types.js'
import { type Cue, PLAIN_CERTAINTY } from './cue.js'
import { IMAGINED_SHARE, isReason, labelOf, polarityOf } from './judge.js'
import { leaningDivisor, neutralityOf, readLeaning, readSidedness } from './model/read-leaning.js'
import type { StanceModel } from './model/stance-model.js'
import type { WordColumns } from './model/word-columns.js'

/** Words that add less to the leaning are summed up in `rest`: they explain nothing. Cues are always listed. */
const LEAST_WEIGHT = 0.06 // of a mean rating in [-1, 1]

/** What a cue counts as in the leaning of its text: by its kind, and by whose judgment it is, each for either sign. */
export function leaningKeys({ rule, own, polarity, holder }: Cue): readonly string[] {
  const sign = polarity > 0 ? '+' : '-'
  const family = `${rule.slice(0, rule.indexOf('/'))}${sign}`
  return own ? [family, `${holder === null ? 'own' : 'told'}${sign}`] : [family]
}

/** A cue's size in the leaning of its text, before weights. */
export function leaningSize({ polarity, hypothetical }: Cue): number {
  return hypothetical ? polarity * IMAGINED_SHARE : polarity
}

/**
 * Logits of direction to a mean rating of 1 by readers: of usual sidedness, a rating of 0.19 takes a side. Chosen in five folds for
 * the macro-F1 of coded paragraphs.
 */
export const LEANING_LOGITS = 10.5

/** The stance of a whole unit in its own voice, or null where no word says anything. */
export function scoreOverall(
  { text, tokens }: AnnotatedText,
  columns: WordColumns,
  model: StanceModel,
  cues: readonly Cue[],
  scratch: Float64Array,
): OverallStance | null {
  const added = readLeaning(model, columns, tokens.lower, scratch)
  const divisor = leaningDivisor(columns)
  const evidence: Evidence[] = []
  let listed = 0
  let sum = model.leaningBias
  let next = 0
  let [size, certain] = [0, 0]
  for (let i = 0; i < columns.length; i++) {
    const cue = next < cues.length && (cues[next] as Cue).first === i ? (cues[next] as Cue) : null
    if (cue) next++
    const last = cue ? cue.last : i
    let weight = 0
    for (let k = i; k <= last; k++) weight += added[k] as number
    if (cue) for (const key of leaningKeys(cue)) weight += ((model.leaningCues[key] ?? 0) * leaningSize(cue)) / divisor
    sum += weight
    if (cue ? weight !== 0 : (weight >= LEAST_WEIGHT || weight <= -LEAST_WEIGHT) && isReason(tokens.pos[i])) {
      const start = tokens.start[i] as number
      const end = tokens.end[last] as number
      const rounded = roundScore(LEANING_LOGITS * weight)
      listed += rounded
      size += Math.abs(rounded)
      certain += Math.abs(rounded) * (cue?.certainty ?? PLAIN_CERTAINTY)
      evidence.push({
        start,
        end,
        quote: text.slice(start, end),
        rule: cue?.rule ?? 'learned/word',
        weight: rounded,
        modifiers: cue?.modifiers ?? [],
      })
    }
    i = last
  }
  if (evidence.length === 0) return null
  const neutrality = roundScore(neutralityOf(readSidedness(model, columns, tokens.lower)))
  const rest = roundScore(LEANING_LOGITS * sum - listed)
  const polarity = roundScore(polarityOf(listed + rest, neutrality))
  return { label: labelOf(polarity), polarity, certainty: roundScore(certain / size), evidence, rest, neutrality }
}
