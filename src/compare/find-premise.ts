import type { QuestionDesign, Reply } from '../types.js'
import type { CueHit } from './find-reply-cues.js'
import type { AnswerReading } from './read-answer.js'

/**
 * What an answer does with the premise: the statements before the question, what it takes for granted, or the side that a leaning question takes.
 *
 * The cue that stands first decides. Null where the question sets up no premise.
 */
export function findPremise(
  design: QuestionDesign,
  { hits }: AnswerReading,
): { readonly premise: NonNullable<Reply['premise']>; readonly hits: readonly CueHit[] } | null {
  if (design.preface === null && design.claims.length === 0 && design.assertiveness === 0 && design.hostility === 0) return null
  const [challenge] = hits.challenge
  const [acceptance] = hits.acceptance
  if (!challenge && !acceptance) return { premise: 'left', hits: [] }
  return challenge && (!acceptance || challenge.start < acceptance.start)
    ? { premise: 'challenged', hits: hits.challenge }
    : { premise: 'accepted', hits: hits.acceptance }
}
