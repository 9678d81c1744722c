import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { annotateText } from '../../src/annotate/index.js'
import type { StemMemo } from '../../src/compare/content-words.js'
import { describeQuestion } from '../../src/compare/question.js'
import { readAnswer } from '../../src/compare/read-answer.js'
import { describeAsked, joinAsked } from '../../src/compare/reply.js'
import { findFeatures } from '../../src/compare/reply-features.js'
import { joinUnits } from '../../src/compare/side-text.js'
import { splitParagraphs, splitSentences } from '../../src/segment/index.js'
import type { Clarity, Evasion } from '../../src/types.js'
import { readOwnPairs } from './own-pairs.js'

const DATA = process.env.MEDIA_FRAMING_DATA ?? join(import.meta.dirname, '..', '..', '..', 'shared')
const CLARITY = join(DATA, 'data', 'clarity', 'train.jsonl')

export interface Pair {
  readonly question: string
  readonly answer: string
  readonly group: string
  readonly clarity: Clarity
  readonly evasion: Evasion
}

export interface MeasuredPair extends Pair {
  /** Null where no question is found. */
  readonly features: ReadonlyMap<string, number> | null
}

const EVASION_OF: ReadonlyMap<string, Evasion> = new Map([
  ['Explicit', 'explicit'],
  ['Implicit', 'implicit'],
  ['General', 'general'],
  ['Partial/half-answer', 'partial'],
  ['Dodging', 'dodging'],
  ['Deflection', 'deflection'],
  ['Declining to answer', 'declining'],
  ['Claims ignorance', 'claims_ignorance'],
  ['Clarification', 'clarification'],
])

export function clarityOf(evasion: Evasion): Clarity {
  if (evasion === 'explicit') return 'clear_reply'
  return evasion === 'declining' || evasion === 'claims_ignorance' || evasion === 'clarification'
    ? 'clear_non_reply'
    : 'ambivalent'
}

/** The pairs of CLARITY, grouped by interview. */
export function readClarity(): Pair[] {
  if (!existsSync(CLARITY))
    throw new Error(`Expected ${CLARITY} to exist. Set MEDIA_FRAMING_DATA to the folder that holds data/clarity.`)
  return readFileSync(CLARITY, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const { question, interview_answer, url, evasion_label } = JSON.parse(line) as Record<string, string>
      const evasion = EVASION_OF.get(evasion_label ?? '')
      if (evasion === undefined) throw new Error(`Expected one of the nine evasion labels, got ${evasion_label}.`)
      return {
        question: question as string,
        answer: interview_answer as string,
        group: url as string,
        clarity: clarityOf(evasion),
        evasion,
      }
    })
}

/** The pairs of our own, each a group by itself. */
export function readOwn(): (Pair & { readonly part: 'dev' | 'unseen' })[] {
  const read = (part: 'dev' | 'unseen', name: 'development' | 'unseen') =>
    readOwnPairs(name).map(({ set, question, answer, evasion }, i) => ({
      part,
      question,
      answer,
      group: `own-${set}-${name}-${i}`,
      clarity: clarityOf(evasion as Evasion),
      evasion: evasion as Evasion,
    }))
  return [...read('dev', 'development'), ...read('unseen', 'unseen')]
}

function readSide(text: string) {
  return joinUnits(splitParagraphs(text).map((span) => annotateText(text, span, splitSentences(text, span))))
}

export function measurePair<P extends Pair>(pair: P): P & MeasuredPair {
  const memo: StemMemo = new Map()
  const question = readSide(pair.question)
  const answer = readAnswer(readSide(pair.answer), memo, question)
  const asked = describeAsked(describeQuestion(question), question, answer, memo)
  if (asked.length === 0) return { ...pair, features: null }
  const features = findFeatures(joinAsked(asked), answer)
  return { ...pair, features: new Map(features.map(({ id, value }) => [id, value])) }
}
