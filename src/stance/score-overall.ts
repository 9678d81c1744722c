import { roundScore } from '../round.js'
import type { AnnotatedText, Evidence, OverallStance, StanceLabel } from '../types.js'
import { type Cue, PLAIN_CERTAINTY } from './cue.js'
import { isReason } from './judge.js'
import { readGenre } from './model/read-genre.js'
import { readTone, toneDivisor } from './model/read-tone.js'
import type { StanceModel } from './model/stance-model.js'
import type { WordColumns } from './model/word-columns.js'

/** Words that add less to the tone are summed up in `rest`: they explain nothing. Cues are always listed. */
const LEAST_WEIGHT = 0.06 // of a mean rating in [-1, 1]
/** Ratings of readers are moderate; this spreads them over [-1, 1]. */
const SPREAD = 2
/** What is said of an imagined case counts by this share. */
const IMAGINED_SHARE = 0.2

/** What a cue counts as in the tone of its text: by its kind, and by whose judgment it is, each for either sign. */
export function toneKeys({ rule, own, polarity, holder }: Cue): readonly string[] {
  const sign = polarity > 0 ? '+' : '-'
  const family = `${rule.slice(0, rule.indexOf('/'))}${sign}`
  return own ? [family, `${holder === null ? 'own' : 'told'}${sign}`] : [family]
}

/** A cue's size in the tone of its text, before weights. */
export function toneSize({ polarity, hypothetical }: Cue): number {
  return hypothetical ? polarity * IMAGINED_SHARE : polarity
}

/** Least distance from 0 of what makes a text take a side, a polarity of 0.16; in five folds nothing is lost by it. */
export const LEAST_SIDE = 0.08

/** The stance of a whole unit in its own voice, or null where no word says anything. */
export function scoreOverall(
  { text, tokens }: AnnotatedText,
  columns: WordColumns,
  model: StanceModel,
  cues: readonly Cue[],
  scratch: Float64Array,
): OverallStance | null {
  const added = readTone(model, columns, tokens.lower, scratch)
  const divisor = toneDivisor(columns)
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
    if (cue) for (const key of toneKeys(cue)) weight += ((model.toneCues[key] ?? 0) * toneSize(cue)) / divisor
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
  const genre = readGenre(columns, tokens.lower)
  const favorFrom = roundScore(Math.max(LEAST_SIDE, weigh(model.favorFrom, genre)))
  const againstFrom = roundScore(Math.min(-LEAST_SIDE, weigh(model.againstFrom, genre)))
  const label: StanceLabel = total >= favorFrom ? 'favor' : total <= againstFrom ? 'against' : 'neutral'
  const polarity = roundScore(Math.tanh(SPREAD * total))
  return { label, polarity, certainty: roundScore(certain / size), evidence, rest, favorFrom, againstFrom }
}

function weigh([constant = 0, ...weights]: readonly number[], genre: Float64Array): number {
  return weights.reduce((sum, weight, k) => sum + weight * (genre[k] as number), constant)
}
