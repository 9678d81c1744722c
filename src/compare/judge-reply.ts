import { roundScore } from '../round.js'
import type { Clarity, Evasion, Reply, ReplyEvidence } from '../types.js'
import type { AnswerReading } from './read-answer.js'
import { type AskedQuestion, type Feature, findFeatures } from './reply-features.js'
import { CLARITIES, EVASIONS, MODELS, predict } from './reply-model.js'

export interface Judgment {
  readonly clarity: Clarity
  readonly evasion: Evasion
  readonly probabilities: NonNullable<Reply['probabilities']>
  readonly responsiveness: number
  readonly evidence: readonly ReplyEvidence[]
}

/**
 * Judges whether and how one question is replied to.
 *
 * Responsiveness is p(clear reply) + p(ambivalent) · overlap, where overlap is the share of the question's content words that the
 * answer takes up: an unclear answer responds as far as it stays with what was asked.
 */
export function judgeReply(asked: AskedQuestion, answer: AnswerReading): Judgment {
  const features = findFeatures(asked, answer)
  const [clear = 0, ambivalent = 0, non = 0] = roundShares(predict(MODELS.clarity, features), 1)
  const evasions = {} as Record<Evasion, number>
  evasions.explicit = clear
  share(EVASIONS.ambivalent, predict(MODELS.ambivalent, features), ambivalent, evasions)
  share(EVASIONS.clear_non_reply, predict(MODELS.clear_non_reply, features), non, evasions)
  const clarities = { clear_reply: clear, ambivalent, clear_non_reply: non }
  const clarity = pickMost(CLARITIES, clarities)
  const overlap = features.find(({ id }) => id === 'x_ovall')?.value ?? 0
  return {
    clarity,
    evasion: pickMost(EVASIONS[clarity], evasions),
    probabilities: { clarity: clarities, evasion: evasions },
    responsiveness: roundScore(Math.min(1, clear + ambivalent * overlap)),
    evidence: collectEvidence(features, CLARITIES.indexOf(clarity), answer),
  }
}

/** Gives each label its part of a probability. */
function share(labels: readonly Evasion[], parts: readonly number[], total: number, into: Record<Evasion, number>): void {
  const rounded = roundShares(
    parts.map((part) => part * total),
    total,
  )
  labels.forEach((label, k) => {
    into[label] = rounded[k] as number
  })
}

/** Rounds parts of a total; the largest takes what rounding leaves over, so that they still sum to it. */
function roundShares(parts: readonly number[], total: number): number[] {
  const rounded = parts.map(roundScore)
  const largest = rounded.indexOf(Math.max(...rounded))
  const rest = total - rounded.reduce((sum, part) => sum + part, 0)
  rounded[largest] = roundScore((rounded[largest] as number) + rest)
  return rounded
}

function pickMost<K extends string>(labels: readonly K[], probabilities: Readonly<Record<K, number>>): K {
  return labels.reduce((best, label) => (probabilities[label] > probabilities[best] ? label : best))
}

/** Several features rest on the same words: one row each, with the sum of what they add to the winner's logit. */
function collectEvidence(features: readonly Feature[], winner: number, { side }: AnswerReading): ReplyEvidence[] {
  const rows = new Map<string, { rule: string; start: number; end: number; weight: number }>()
  for (const { id, value, spans } of features) {
    const weight = MODELS.clarity.weights.get(id)?.[winner] ?? 0
    for (const { rule, start, end } of spans) {
      const key = `${start} ${end} ${rule}`
      const known = rows.get(key)
      const part = (value * weight) / spans.length
      if (known) known.weight += part
      else rows.set(key, { rule, start, end, weight: part })
    }
  }
  return [...rows.values()]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ rule, start, end, weight }) => ({
      ...side.locate(start, end),
      rule,
      weight: roundScore(weight),
      modifiers: [],
      side: 'answer',
    }))
}
