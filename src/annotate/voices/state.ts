import type { AnnotatedText, Mention } from '../../types.js'
import type { Antecedents } from './antecedents.js'
import { findPhrases, type Phrase } from './phrases.js'
import { findQuotations, findTitles, type Quotation } from './quotations.js'
import { SPEECH, SPEECH_FORMS } from './speech-verbs.js'
import type { Grammar } from './subjects.js'

/** Words that are given to somebody. */
export interface Attribution {
  /** First and last token of what is said. */
  readonly first: number
  readonly last: number
  /** Whose it is; null for the voice of the unit, or of the quotation it stands in: `I think`. */
  readonly holders: readonly string[] | null
  /** Whether it stands in a quotation. */
  readonly quoted?: boolean
}

/** What an article has said so far, carried from unit to unit. */
export interface Carried {
  /** Whoever was quoted last. */
  speaker: readonly string[] | null
  /** Whom pronouns may stand for. */
  antecedents: Antecedents
  /** Whether the next unit is what was announced: `Voss said:`. */
  announced: boolean
}

/** What is known of a unit when its voices are read. */
export interface State extends Grammar {
  readonly mentionAt: readonly (Mention | undefined)[]
  readonly quotations: readonly Quotation[]
  /** Ordinal of the innermost and outermost quotation at each token, or -1. */
  readonly quotedBy: Int32Array
  readonly outerAt: Int32Array
  /** The quotation that a token closes. */
  readonly closedAt: ReadonlyMap<number, Quotation>
  /** First token of each sentence, and the length. */
  readonly bounds: readonly number[]
  readonly antecedents: Antecedents
}

/** Of a unit without quotations: reading past its end finds none. */
const NOWHERE = new Int32Array(0)

/** Reads phrases and quotations of a unit. */
export function makeState(unit: AnnotatedText, mentions: readonly Mention[], antecedents: Antecedents): State {
  const { tokens } = unit
  const length = tokens.lower.length
  const mentionAt = placeMentions(unit, mentions)
  const quotations = findQuotations(unit.text, tokens)
  const isQuoting = quotations.length > 0
  const quotedBy = isQuoting ? new Int32Array(length).fill(-1) : NOWHERE
  const outerAt = isQuoting ? new Int32Array(length).fill(-1) : NOWHERE
  const closedAt = new Map<number, Quotation>()
  quotations.forEach((quotation, k) => {
    const { first, last, depth, open } = quotation
    quotedBy.fill(k, first, last + 1)
    if (depth === 0) outerAt.fill(k, first, last + 1)
    if (!open) closedAt.set(last, quotation)
  })
  const bounds: number[] = []
  for (let i = 0; i < length; i++) while (bounds.length <= (tokens.sentence[i] as number)) bounds.push(i)
  return {
    unit,
    phrases: findPhrases(unit, mentionAt, isQuoting ? findTitles(tokens, quotations) : undefined),
    mentionAt,
    quotations,
    quotedBy,
    outerAt,
    closedAt,
    bounds,
    antecedents,
    takesClause: (verb) =>
      ((SPEECH_FORMS.get(tokens.lower[verb.last] as string) ?? 0) & (SPEECH.clause | SPEECH.judges)) === SPEECH.clause,
  }
}

export function placeMentions({ tokens }: AnnotatedText, mentions: readonly Mention[]): (Mention | undefined)[] {
  const at = new Array<Mention | undefined>(tokens.lower.length)
  let m = 0
  for (let i = 0; i < at.length; i++) {
    while (m < mentions.length && (mentions[m] as Mention).end <= (tokens.start[i] as number)) m++
    const mention = mentions[m]
    at[i] = mention && mention.start < (tokens.end[i] as number) ? mention : undefined
  }
  return at
}

/** Ordinal of a phrase by its first token. */
export function indexOf(phrases: readonly Phrase[], { first }: { readonly first: number }): number {
  let low = 0
  let high = phrases.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((phrases[middle] as Phrase).first < first) low = middle + 1
    else high = middle
  }
  return low
}
