import { roundScore } from '../round.js'
import type { AnnotatedText, Evidence, OverallStance, StanceLabel } from '../types.js'
import type { Cue } from './find-cues.js'

/** How the weights of cues become a polarity and a label. */
export interface Scale {
  /** Added to the summed weights, so that one weak word makes no strong stance. */
  readonly smoothing: number
  /** From this polarity on the stance is in favor. */
  readonly favor: number
  /** From this polarity down the stance is against. */
  readonly against: number
  /** The weaker side is at least this share of the stronger one where the stance is mixed. */
  readonly mixed: number
}

/** Towards one target; a single judgment of it takes a side. */
export const TARGET_SCALE: Scale = { smoothing: 0.25, favor: 0.2, against: 0.2, mixed: 0.55 }
/** Of a whole unit; fitted on four fifths of the press-frames paragraphs, whose courtesies are no stance. */
export const OVERALL_SCALE: Scale = { smoothing: 1.5, favor: 0.3, against: 0.15, mixed: 0.85 }
/** Both sides together weigh at least this much where a stance is mixed: two clear judgments. */
const MIXED_WEIGHT = 1.2
/** Polarity is (for − against) / (for + against + smoothing) over the cues' weights; certainty their weighted mean. */
export function judge(
  { text, tokens }: AnnotatedText,
  parts: readonly { readonly cue: Cue; readonly share: number }[],
  scale: Scale,
): OverallStance {
  let [favor, against, certain] = [0, 0, 0]
  const evidence = parts.map(({ cue, share }): Evidence => {
    const weight = roundScore(cue.polarity * share)
    if (weight > 0) favor += weight
    else against -= weight
    certain += Math.abs(weight) * cue.certainty
    const start = tokens.start[cue.first] as number
    const end = tokens.end[cue.last] as number
    return { start, end, quote: text.slice(start, end), rule: cue.rule, weight, modifiers: cue.modifiers }
  })
  const total = favor + against
  const polarity = total > 0 ? roundScore((favor - against) / (total + scale.smoothing)) : 0
  // What is said of imagined cases only takes no side.
  const imagined = parts.length > 0 && parts.every(({ cue }) => cue.hypothetical)
  return {
    label: imagined ? 'neutral' : labelOf(favor, against, polarity, scale),
    polarity,
    certainty: total > 0 ? roundScore(certain / total) : 1,
    evidence,
  }
}

function labelOf(favor: number, against: number, polarity: number, scale: Scale): StanceLabel {
  if (favor + against >= MIXED_WEIGHT && Math.min(favor, against) >= scale.mixed * Math.max(favor, against)) return 'mixed'
  return polarity >= scale.favor ? 'favor' : polarity <= -scale.against ? 'against' : 'neutral'
}
