import { roundScore } from '../round.js'
import type { AnnotatedText, Evidence, OverallStance, StanceLabel } from '../types.js'
import { type Cue, PLAIN_CERTAINTY } from './cue.js'
import { isReason } from './judge.js'
import { readTone } from './model/read-tone.js'
import type { StanceModel } from './model/stance-model.js'
import type { WordColumns } from './model/word-columns.js'

/** Words that add less to the tone are summed up in `rest`: they explain nothing. Cues are always listed. */
const LEAST_WEIGHT = 0.06 // of a mean rating in [-1, 1]
/** Ratings of readers are moderate; this spreads them over [-1, 1]. */
const SPREAD = 2
/** Fitted on press-frames: from this sum on a paragraph is in favor, from that down against. */
export const FAVOR_FROM = 0.2
export const AGAINST_FROM = -0.16

/** The stance of a whole unit in its own voice, or null where no word says anything. */
export function scoreOverall(
  { text, tokens }: AnnotatedText,
  columns: WordColumns,
  model: StanceModel,
  cues: readonly Cue[],
  scratch: Float64Array,
): OverallStance | null {
  const added = readTone(model, columns, tokens.lower, scratch)
  const evidence: Evidence[] = []
  let listed = 0
  let sum = model.toneBias
  let next = 0
  let [size, certain] = [0, 0]
  for (let i = 0; i < columns.length; i++) {
    const cue = next < cues.length && (cues[next] as Cue).first === i ? (cues[next] as Cue) : null
    if (cue) next++
    const last = cue ? cue.last : i
    let weight = 0
    for (let k = i; k <= last; k++) weight += added[k] as number
    sum += weight
    if (cue ? weight !== 0 : (weight >= LEAST_WEIGHT || weight <= -LEAST_WEIGHT) && isReason(tokens.pos[i])) {
      const start = tokens.start[i] as number
      const end = tokens.end[last] as number
      const rounded = roundScore(weight)
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
  const rest = roundScore(sum - listed)
  const total = listed + rest
  const label: StanceLabel = total >= FAVOR_FROM ? 'favor' : total <= AGAINST_FROM ? 'against' : 'neutral'
  return { label, polarity: roundScore(Math.tanh(SPREAD * total)), certainty: roundScore(certain / size), evidence, rest }
}
