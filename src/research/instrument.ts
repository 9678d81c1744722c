import { describeValue, FramingError } from '../error.js'
import { type Codebook, defineCodebook } from '../frame/index.js'
import type { CodingValue } from './coding.js'

/** One thing that coders are asked of every unit. */
export interface Question {
  /** As in codings: `frame:security`, `stance`, or anything of one's own. */
  readonly variable: string
  /** What may be answered, in the order that it is shown. */
  readonly values: readonly Exclude<CodingValue, null>[]
  /** What a coder reads before coding. */
  readonly definition?: string
}

const TONES = ['concern', 'balanced', 'opportunity']
const STANCES = ['favor', 'against', 'mixed', 'neutral']
const CLARITIES = ['clear_reply', 'ambivalent', 'clear_non_reply']
const EVASIONS = [
  'explicit',
  'implicit',
  'general',
  'partial',
  'dodging',
  'deflection',
  'declining',
  'claims_ignorance',
  'clarification',
]

/** What else than frames is asked. */
export interface InstrumentOptions {
  /** Whether each frame is told as a concern or an opportunity. */
  readonly tone?: boolean
  /** The stance of the unit; and towards each of these. */
  readonly stance?: boolean | readonly string[]
  /** Whether and how the answer of an exchange replies. */
  readonly reply?: boolean
}

/**
 * Makes the questions to coders from a codebook: for every frame whether it is there, with the codebook's definition.
 *
 * @throws {FramingError} `invalid-codebook`.
 * @example
 * questionsOf(codebooks['diplomacy-press'])[0].variable //=> 'frame:security'
 */
export function questionsOf(
  codebook: Codebook,
  { tone = false, stance = false, reply = false }: InstrumentOptions = {},
): Question[] {
  const { frames } = defineCodebook(codebook)
  const targets = Array.isArray(stance) ? (stance as readonly string[]) : []
  return [
    ...frames.map(({ id, definition }): Question => ({ variable: `frame:${id}`, values: [0, 1], definition })),
    ...(tone
      ? frames.map(
          ({ id }): Question => ({
            variable: `tone:${id}`,
            values: TONES,
            definition: `How ${id} is told, where the frame is there.`,
          }),
        )
      : []),
    ...(stance ? [{ variable: 'stance', values: STANCES, definition: 'Which stance the unit takes.' }] : []),
    ...targets.map(
      (target): Question => ({
        variable: `stance:${target}`,
        values: STANCES,
        definition: `Which stance the unit takes towards ${target}.`,
      }),
    ),
    ...(reply
      ? [
          { variable: 'clarity', values: CLARITIES, definition: 'Whether the answer replies to the question.' },
          { variable: 'evasion', values: EVASIONS, definition: 'How it does so (CLARITY taxonomy).' },
        ]
      : []),
  ]
}

/** @throws {FramingError} `invalid-argument` where it is no list of questions, each variable once. */
export function checkQuestions(questions: unknown): readonly Question[] {
  const list = Array.isArray(questions) ? (questions as readonly Partial<Question>[]) : []
  const isWhole = list.every((each) => typeof each?.variable === 'string' && Array.isArray(each.values))
  if (list.length > 0 && isWhole && new Set(list.map(({ variable }) => variable)).size === list.length)
    return list as readonly Question[]
  throw new FramingError(
    'invalid-argument',
    `Expected questions, each with a variable and its values, got ${describeValue(questions)}. Make them with questionsOf.`,
  )
}

/** The values that each variable may have. */
export function valuesOf(questions: readonly Question[]): Record<string, readonly CodingValue[]> {
  return Object.fromEntries(questions.map(({ variable, values }) => [variable, values]))
}
