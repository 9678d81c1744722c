import type { QuestionDesign, Reply } from '../types.js'
import type { CueHit } from './find-reply-cues.js'
import type { AnswerReading } from './read-answer.js'

const NEAR_OPENING = 1 // ordinal of the last sentence that still speaks to the question, whatever its words

/**
 * What an answer does with the premise: the statements before the question, what it takes for granted, or the side that a leaning question takes.
 *
 * The cue that stands first decides. Null where the question sets up no premise.
 */
export function findPremise(
  design: QuestionDesign,
  answer: AnswerReading,
): { readonly premise: NonNullable<Reply['premise']>; readonly hits: readonly CueHit[] } | null {
  const { hits } = answer
  if (design.preface === null && design.claims.length === 0 && design.assertiveness === 0 && design.hostility === 0) return null
  const [challenge] = hits.challenge
  // What is granted far from the opening and from every word of the question is granted to something else.
  const accepted = hits.acceptance.filter((hit) => hit.sentence <= NEAR_OPENING || takesUp(answer, hit.sentence))
  const [acceptance] = accepted
  if (!challenge && !acceptance) return { premise: 'left', hits: [] }
  return challenge && (!acceptance || challenge.start < acceptance.start)
    ? { premise: 'challenged', hits: hits.challenge }
    : { premise: 'accepted', hits: accepted }
}

/** Whether a sentence of the answer has a content word of the question. */
function takesUp({ side, words }: AnswerReading, sentence: number): boolean {
  const span = side.sentences[sentence]
  if (span === undefined) return false
  for (const { start } of words.values()) if (start >= span.start && start < span.end) return true
  return false
}
