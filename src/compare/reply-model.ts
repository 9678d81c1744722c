import type { Clarity, Evasion } from '../types.js'
import type { Feature } from './reply-features.js'
import stored from './reply-weights.json'

export const CLARITIES: readonly Clarity[] = ['clear_reply', 'ambivalent', 'clear_non_reply']

/** The evasion labels of each clarity. Source: Thomas et al. (2024), the CLARITY taxonomy. */
export const EVASIONS: Readonly<Record<Clarity, readonly Evasion[]>> = {
  clear_reply: ['explicit'],
  ambivalent: ['implicit', 'general', 'partial', 'dodging', 'deflection'],
  clear_non_reply: ['declining', 'claims_ignorance', 'clarification'],
}

/** A softmax over labels: an intercept and, for each feature, a weight for each label, on raw values. */
export interface Softmax {
  readonly intercepts: readonly number[]
  readonly weights: ReadonlyMap<string, readonly number[]>
}

function readSoftmax(model: { intercepts: number[]; weights: Record<string, number[]> }): Softmax {
  return { intercepts: model.intercepts, weights: new Map(Object.entries(model.weights)) }
}

/** Fitted on the training part of CLARITY and on pairs of our own by `bench/replies/fit-replies.ts`. */
export const MODELS: Readonly<Record<'clarity' | 'ambivalent' | 'clear_non_reply', Softmax>> = {
  clarity: readSoftmax(stored.clarity),
  ambivalent: readSoftmax(stored.ambivalent),
  clear_non_reply: readSoftmax(stored.clear_non_reply),
}

/** Probabilities of a softmax, in the order of its labels. */
export function predict({ intercepts, weights }: Softmax, features: readonly Feature[]): number[] {
  const logits = [...intercepts]
  for (const { id, value } of features) {
    const row = weights.get(id)
    if (row) for (let k = 0; k < logits.length; k++) logits[k] = (logits[k] as number) + value * (row[k] as number)
  }
  const highest = Math.max(...logits)
  const exponentials = logits.map((logit) => Math.exp(logit - highest))
  const total = exponentials.reduce((sum, each) => sum + each, 0)
  return exponentials.map((each) => each / total)
}
