import { roundScore } from '../round.js'
import type { AnnotatedText, Evidence, PartOfSpeech, StanceLabel } from '../types.js'
import { type Cue, PLAIN_CERTAINTY } from './cue.js'

/** Logits of direction that a cue of polarity 1 adds; chosen on sentences written for this library, see bench/stance. */
export const CUE_DIRECTION = 7
/** Logits that it takes from neutral. */
export const CUE_SIDEDNESS = 4
/** AFINN's words count less as cues: the learned part has weighed them in their place already. */
const AFINN_SHARE = 0.3
/** Least logits for neutral where all that is said is of an imagined case. */
export const IMAGINED_NEUTRALITY = 4
/** What is said of an imagined case counts by this share. */
export const IMAGINED_SHARE = 0.2
/** Parts of speech that a reader accepts as a reason. */
const REASONS: ReadonlySet<PartOfSpeech> = new Set<PartOfSpeech>(['NOUN', 'VERB', 'ADJ', 'ADV'])
/** Whether a reader accepts a word of this part of speech as a reason. */
export function isReason(pos: PartOfSpeech | undefined): boolean {
  return pos !== undefined && REASONS.has(pos)
}

/** Words that add less to the direction are summed up in `rest`. */
const LEAST_WEIGHT = 0.3 // logits

/** Both sides together weigh at least this much where a stance is mixed: two clear judgments. */
const MIXED_WEIGHT = 0.95 // summed polarities of cues
/** The weaker side is at least this share of the stronger one where a stance is mixed. */
const MIXED_SHARE = 0.55
/** A cue that is less surely about the target makes nothing mixed. */
const MIXED_REACH = 0.55
/** Without a cue a side needs one learned word of this weight in its direction; many faint ones are no evidence. */
const CLEAR_WEIGHT = 0.35 // logits
/** How many times the neutrality of what rests on faint words alone outweighs its direction. */
const FAINT = 1.25

/** One cue and how much of it counts here. */
export interface Part {
  readonly cue: Cue
  readonly share: number
}

/** What is said of a target, before it is judged. */
export interface Ground {
  /** Learned logits of direction, the mean over the mentions. */
  readonly direction: number
  /** Learned logits for neutral. */
  readonly neutrality: number
  /** What each token adds to the direction. */
  readonly tokens: ReadonlyMap<number, number>
  readonly parts: readonly Part[]
}

export interface Judgment {
  readonly label: StanceLabel
  readonly polarity: number
  readonly certainty: number
  readonly evidence: readonly Evidence[]
  readonly neutrality: number
  readonly rest: number
}

/**
 * The band of polarity around 0 in which a text takes no side: `favor` from 0.2 on, `against` from -0.2 on, for every unit and row.
 * Source: this library; polarity is scaled so that at the band a side is just as likely as none.
 */
export const NEUTRAL_BAND = 0.2

/** Neutrality counts as this at least, so that a coin toss between two sides is none. */
export const LEAST_NEUTRALITY = 0.2 // logits; on NewsMTSC's development part up to 0.3 costs nothing

/**
 * The polarity that a direction and a neutrality, both in logits, come to: how many times the direction outweighs what speaks for
 * neutral, brought into (-1, 1) so that once is `NEUTRAL_BAND`.
 */
export function polarityOf(direction: number, neutrality: number): number {
  return Math.tanh((Math.atanh(NEUTRAL_BAND) * direction) / (2 * Math.max(neutrality, LEAST_NEUTRALITY)))
}

/** The label of a polarity, `mixed` aside. */
export function labelOf(polarity: number): Exclude<StanceLabel, 'mixed'> {
  return polarity >= NEUTRAL_BAND ? 'favor' : polarity <= -NEUTRAL_BAND ? 'against' : 'neutral'
}

/** Weighs cues and learned words together; see `StanceScore` for how polarity follows from the evidence. */
export function judge({ text, tokens }: AnnotatedText, { direction, neutrality, tokens: added, parts }: Ground): Judgment {
  const evidence: Evidence[] = []
  const byCue = new Map<number, number>()
  const rowOfCue = new Map<number, number>() // index into the evidence, by the token of a cue of one word
  let listed = 0
  let [favor, against, sided, certain] = [0, 0, 0, 0]
  let open = neutrality
  // Of an imagined case nothing is held, whatever its words say.
  const imagined = parts.length > 0 && parts.every(({ cue }) => cue.hypothetical)
  const scale = imagined ? IMAGINED_SHARE : 1
  for (const { cue, share } of parts) {
    const size = cue.polarity * share * (cue.own ? 1 : AFINN_SHARE) * (cue.hypothetical ? IMAGINED_SHARE : 1)
    if (cue.own && share >= MIXED_REACH && !cue.hypothetical) {
      if (size > 0) favor += cue.polarity
      else against -= cue.polarity
    }
    sided += Math.abs(size)
    certain += Math.abs(size) * cue.certainty
    open -= Math.abs(size) * CUE_SIDEDNESS
    const weight = roundScore(size * CUE_DIRECTION)
    listed += weight
    for (let i = cue.first; i <= cue.last; i++) byCue.set(i, size)
    const start = tokens.start[cue.first] as number
    const end = tokens.end[cue.last] as number
    if (cue.first === cue.last) rowOfCue.set(cue.first, evidence.length)
    evidence.push({ start, end, quote: text.slice(start, end), rule: cue.rule, weight, modifiers: cue.modifiers })
  }
  if (imagined) open = Math.max(open, IMAGINED_NEUTRALITY)
  let learned = 0
  let overruled = 0
  let clearest = 0
  for (const [i, whole] of added) {
    const size = whole * scale
    // Where a cue and the learned weight of its own word differ in sign, the cue wins: it has read negation and direction.
    if (size * (byCue.get(i) ?? 0) < 0) {
      overruled += size
      continue
    }
    if (size < LEAST_WEIGHT && size > -LEAST_WEIGHT) continue
    const weight = roundScore(size)
    if (weight * direction > 0 && Math.abs(weight) > clearest) clearest = Math.abs(weight)
    const row = rowOfCue.get(i)
    if (row !== undefined) {
      // The word stands there as a cue already: one row, with all that it contributes.
      const cue = evidence[row] as Evidence
      evidence[row] = { ...cue, weight: roundScore(cue.weight + weight) }
      learned += weight
      continue
    }
    // A function word or a name explains nothing to a reader: it stands in `rest`.
    if (!isReason(tokens.pos[i])) continue
    learned += weight
    const start = tokens.start[i] as number
    const end = tokens.end[i] as number
    evidence.push({ start, end, quote: text.slice(start, end), rule: 'learned/word', weight, modifiers: [] })
  }
  evidence.sort((a, b) => a.start - b.start || a.end - b.end)
  const rest = roundScore(direction * scale - overruled - learned)
  const total = listed + learned + rest
  if (parts.length === 0 && clearest < CLEAR_WEIGHT) open = Math.max(open, (FAINT * Math.abs(total)) / 2)
  const stated = roundScore(open)
  const polarity = roundScore(polarityOf(total, stated))
  const size = favor + against
  return {
    label:
      !imagined && size >= MIXED_WEIGHT && Math.min(favor, against) >= MIXED_SHARE * Math.max(favor, against)
        ? 'mixed'
        : labelOf(polarity),
    polarity,
    certainty: sided > 0 ? roundScore(certain / sided) : PLAIN_CERTAINTY,
    evidence,
    neutrality: stated,
    rest,
  }
}
