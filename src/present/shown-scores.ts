import type { Evidence, ParagraphAnalysis } from '../types.js'
import { showScore, showSigned } from './html.js'
import { toneLabel } from './wording.js'

/** One score of a paragraph as pages and notebooks show it. */
export interface ShownScore {
  /** The frame, `stance`, or whose stance it is towards what. */
  readonly name: string
  /** The score as it is printed. */
  readonly value: string
  /** What it says in a word; empty where it says nothing more. */
  readonly label: string
  /** The frame whose color it has; null for a stance. */
  readonly frame: string | null
  /** Whether a frame reaches its threshold; always true for a stance. */
  readonly present: boolean
  readonly evidence: readonly Evidence[]
}

/** All scores of a paragraph: its frames, its stance, and its stances towards single targets. */
export function listScores({ frames, stance, stances }: ParagraphAnalysis): ShownScore[] {
  const ofFrames = frames.map(({ frame, salience, present, tone, evidence }) => ({
    name: frame,
    value: showScore(salience),
    label: tone === null ? '' : `${toneLabel(tone)} ${showSigned(tone)}`,
    frame,
    present,
    evidence,
  }))
  const ofStances = [
    ...(stance ? [{ name: 'stance', ...stance }] : []),
    ...stances.map((each) => ({ name: `${each.holder} on ${each.target}`, ...each })),
  ].map(({ name, polarity, label, evidence }) => ({
    name,
    value: showSigned(polarity),
    label,
    frame: null,
    present: true,
    evidence,
  }))
  return [...ofFrames, ...ofStances]
}
