import { roundScore } from '../round.js'
import type { Comparison, Issue, MentionKind, ScoredText, SetChange, Wording } from '../types.js'
import { compareFrames } from './compare-frames.js'
import { compareStances } from './compare-stances.js'
import { findContentWords, type StemMemo } from './content-words.js'
import { describeQuestion } from './question.js'
import { type AnswerReading, readAnswer } from './read-answer.js'
import { describeReply } from './reply.js'
import { joinSide, type SideText } from './side-text.js'
import { compareMeaning, type WordVectors } from './vectors.js'

const ACTORS: ReadonlySet<MentionKind> = new Set<MentionKind>(['country', 'organization', 'person', 'project', 'given'])

export interface CompareOptions {
  /** Word vectors for `wording.similarity`, which is null without them. */
  readonly vectors?: WordVectors
}

/**
 * Compares an answer with its question: design, reply, frames, stance, actors and wording.
 *
 * @param question - the scored paragraphs of the question, in order
 * @param answer - the scored paragraphs of the answer, in order
 */
export function compareSides(
  question: readonly ScoredText[],
  answer: readonly ScoredText[],
  { vectors }: CompareOptions = {},
): Comparison {
  const asked = joinSide(question)
  const answered = joinSide(answer)
  const memo: StemMemo = new Map()
  const reading = readAnswer(answered, memo, asked)
  const described = describeQuestion(asked)
  const { design } = described
  const issues: Issue[] = []
  if (asked.text.trim() === '')
    issues.push({ code: 'empty-question', message: 'The question is empty; nothing is said of the reply.' })
  else if (design.parts.length === 0)
    issues.push({ code: 'no-question', message: 'The question asks nothing; nothing is said of the reply.' })
  if (answered.text.trim() === '')
    issues.push({ code: 'empty-answer', message: 'The answer is empty; nothing is said of the reply.' })
  return {
    design,
    reply: describeReply(described, asked, reading, memo),
    ...compareFrames(question, answer),
    stances: compareStances(question, answer, design, reading),
    actors: compareNames(collectActors(question), collectActors(answer)),
    wording: compareWording(asked, reading, memo, vectors),
    issues,
  }
}

function collectActors(texts: readonly ScoredText[]): string[] {
  const names = new Set<string>()
  for (const { mentions } of texts) for (const { kind, name } of mentions) if (ACTORS.has(kind)) names.add(name)
  return [...names]
}

function compareNames(asked: readonly string[], answered: readonly string[]): SetChange {
  const [before, after] = [new Set(asked), new Set(answered)]
  return {
    kept: asked.filter((name) => after.has(name)),
    introduced: answered.filter((name) => !before.has(name)),
    dropped: asked.filter((name) => !after.has(name)),
  }
}

function compareWording(question: SideText, answer: AnswerReading, memo: StemMemo, vectors: WordVectors | undefined): Wording {
  const asked = findContentWords(question.words, memo)
  const shared = [...asked.values()].filter(({ stem }) => answer.words.has(stem)).map(({ word }) => word)
  return {
    overlap: asked.size > 0 ? roundScore(shared.length / asked.size) : null,
    shared,
    similarity: vectors ? compareMeaning(asked, findContentWords(answer.side.words, memo), vectors) : null,
  }
}
