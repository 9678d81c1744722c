import type { QuestionDesign, QuestionForm, Reply, ReplyEvidence, ReplyPart } from '../types.js'
import { findContentWords, type StemMemo } from './content-words.js'
import { findPremise } from './find-premise.js'
import { type Judgment, judgeReply } from './judge-reply.js'
import type { AnswerReading } from './read-answer.js'
import type { AskedQuestion } from './reply-features.js'
import type { SideText } from './side-text.js'

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
export function describeReply(design: QuestionDesign, question: SideText, answer: AnswerReading, memo: StemMemo): Reply {
  if (design.parts.length === 0 || answer.side.text.trim() === '') return NOTHING
  const asked = describeAsked(design, question, memo)
  const judgments = asked.map((each) => judgeReply(each, answer))
  const whole = judgments.length === 1 ? (judgments[0] as Judgment) : joinJudgments(asked, judgments, answer)
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
function joinJudgments(asked: readonly AskedQuestion[], _parts: readonly Judgment[], answer: AnswerReading): Judgment {
  const last = asked.at(-1) as AskedQuestion
  const words = new Map(asked.flatMap((each) => [...each.words]))
  return judgeReply({ ...last, words, asksWhy: asked.some(({ asksWhy }) => asksWhy) }, answer)
}

/** One record for each question part; positions of parts are given back to those of the side by the order of sentences. */
export function describeAsked(design: QuestionDesign, question: SideText, memo: StemMemo): AskedQuestion[] {
  const names = new Set<string>()
  for (const word of question.words.lower) names.add(word)
  const offset = question.locate(0, 0).start
  return design.parts.map(({ form, asksFor, quote, start, end }) => {
    const from = findIn(question, quote, start - offset)
    return {
      form: groupForm(form),
      asksFor,
      words: findContentWords(question.words, memo, { start: from, end: from + end - start }),
      asksWhy: asksFor === 'reason',
      parts: design.parts.length,
      names,
    }
  })
}

/** Where a part stands in the side's text: paragraphs are joined, so that later parts may have moved. */
function findIn(question: SideText, quote: string, guess: number): number {
  if (question.text.startsWith(quote, guess)) return guess
  return Math.max(0, question.text.indexOf(quote))
}

function groupForm(form: QuestionForm): AskedQuestion['form'] {
  return form === 'wh' ? 'wh' : form === 'request' ? 'other' : 'polar'
}
