import type { QuestionForm, Reply, ReplyEvidence, ReplyPart, Span } from '../types.js'
import { findAskedKind } from './asked-kind.js'
import { findContentWords, type StemMemo } from './content-words.js'
import { findPremise } from './find-premise.js'
import { type Judgment, judgeReply } from './judge-reply.js'
import type { describeQuestion } from './question.js'
import type { AnswerReading } from './read-answer.js'
import type { AskedQuestion } from './reply-features.js'
import type { SideText } from './side-text.js'

/** What `describeQuestion` gives. */
type DescribedQuestion = ReturnType<typeof describeQuestion>

const NOTHING: Reply = {
  clarity: null,
  evasion: null,
  probabilities: null,
  responsiveness: null,
  parts: [],
  premise: null,
  evidence: [],
}

/** Whether and how an answer replies; all null where nothing is asked or nothing answered. */
export function describeReply(described: DescribedQuestion, question: SideText, answer: AnswerReading, memo: StemMemo): Reply {
  const { design } = described
  if (design.parts.length === 0 || answer.side.text.trim() === '') return NOTHING
  const asked = describeAsked(described, question, answer, memo)
  const judgments = asked.map((each) => judgeReply(each, answer))
  const whole = judgments.length === 1 ? (judgments[0] as Judgment) : judgeReply(joinAsked(asked), answer)
  const parts = judgments.map(
    ({ clarity, evasion, responsiveness, evidence }, part): ReplyPart => ({ part, clarity, evasion, responsiveness, evidence }),
  )
  const premise = findPremise(design, answer)
  const premiseEvidence = (premise?.hits ?? []).map(
    ({ kind, id, start, end }): ReplyEvidence => ({
      ...answer.side.locate(start, end),
      rule: `${kind}/${id}`,
      weight: 0,
      modifiers: [],
      side: 'answer',
    }),
  )
  const { clarity, evasion, probabilities, responsiveness, evidence } = whole
  return {
    clarity,
    evasion,
    probabilities,
    responsiveness,
    parts,
    premise: premise?.premise ?? null,
    evidence: [...evidence, ...premiseEvidence],
  }
}

/** The exchange as a whole is judged by all its questions at once, with the form of the last one. */
export function joinAsked(asked: readonly AskedQuestion[]): AskedQuestion {
  const last = asked.at(-1) as AskedQuestion
  if (asked.length === 1) return last
  return {
    ...last,
    words: new Map(asked.flatMap((each) => [...each.words])),
    asksWhy: asked.some(({ asksWhy }) => asksWhy),
    covered: asked.reduce((sum, { covered }) => sum + covered, 0) / asked.length,
  }
}

const LONGEST_ANSWER = 4000 // UTF-16 code units in which the kind of thing that a question asks for is looked for

/**
 * Whether an answer touches one of several questions: it takes up a word that only this one has, names the kind of thing that it asks
 * for, or says yes or no where it can be answered so.
 */
function touches({ form, asksFor, words }: AskedQuestion, others: readonly AskedQuestion[], answer: AnswerReading): boolean {
  for (const stem of words.keys()) if (answer.words.has(stem) && !others.some((other) => other.words.has(stem))) return true
  if (form === 'polar') return answer.particle !== null
  // A second question for the same kind of thing is answered by a second such thing.
  let from = 0
  for (let wanted = 1 + others.filter((other) => other.asksFor === asksFor).length; wanted > 0; wanted--) {
    const found = findAskedKind(asksFor, answer.side.plain.slice(from, LONGEST_ANSWER), LONGEST_ANSWER)
    if (found === null) return false
    from += found.end
  }
  return true
}

/** One record for each question part. */
export function describeAsked(
  { design, asked: spans }: DescribedQuestion,
  question: SideText,
  answer: AnswerReading,
  memo: StemMemo,
): AskedQuestion[] {
  const names = new Set<string>()
  for (const word of question.words.lower) names.add(word)
  const asked = design.parts.map(
    ({ form, asksFor }, part): AskedQuestion => ({
      form: groupForm(form),
      asksFor,
      words: findContentWords(question.words, memo, spans[part] as Span),
      asksWhy: asksFor === 'reason',
      alternative: form === 'alternative',
      covered: 0,
      parts: design.parts.length,
      names,
    }),
  )
  return asked.map((each, i) => ({
    ...each,
    covered: Number(
      touches(
        each,
        asked.filter((_, k) => k !== i),
        answer,
      ),
    ),
  }))
}

function groupForm(form: QuestionForm): AskedQuestion['form'] {
  return form === 'wh' ? 'wh' : form === 'request' ? 'other' : 'polar'
}
