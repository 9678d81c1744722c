import { describeValue, FramingError } from '../error.js'
import { hashText } from '../text/hash.js'
import { repairText } from '../text/repair.js'
import type { Article, Copy, GivenTurn, Repair, SpeakerRole } from '../types.js'
import type { ReadOptions } from './read-options.js'

/** One utterance of a conversation in the form of ConvoKit (Chang et al. 2020): who said what. */
export interface Utterance {
  readonly text: string
  /** The speaker's id, or an object that holds it. */
  readonly speaker?: string | { readonly id?: string; readonly name?: string } | null
  readonly role?: SpeakerRole
  readonly [field: string]: unknown
}

const BETWEEN = '\n\n'
const ROLES = new Set<unknown>(['interviewer', 'respondent', 'narrator', 'unknown'])

/**
 * Reads a conversation whose turns are given, one utterance each; no turn is guessed.
 *
 * Positions in the source are those in the utterances' texts joined by a blank line.
 *
 * @param utterances - in the order in which they were said
 * @throws {FramingError} `invalid-argument` where an utterance has no text.
 * @example
 * readUtterances([{ speaker: 'Mara', text: 'Why?' }, { speaker: 'Ilen', text: 'Because.' }]).turns?.length //=> 2
 */
export function readUtterances(utterances: readonly Utterance[], options: ReadOptions = {}): Article {
  if (!Array.isArray(utterances)) {
    throw new FramingError('invalid-argument', `Expected a list of utterances, got ${describeValue(utterances)}. Pass an array.`)
  }
  const texts = utterances.map((utterance: Utterance, i) => {
    if (typeof utterance?.text !== 'string') {
      throw new FramingError(
        'invalid-argument',
        `Expected utterance ${i} to have a text, got ${describeValue(utterance?.text)}. Give each utterance \`text\` and \`speaker\`.`,
      )
    }
    return utterance.text
  })
  const raw = texts.join(BETWEEN)
  const copies: Copy[] = []
  const repairs: Repair[] = []
  const turns: GivenTurn[] = []
  let text = ''
  let source = 0
  for (const [i, words] of texts.entries()) {
    const part = repairText(words, { start: 0, end: words.length })
    if (i > 0) {
      copies.push({ start: text.length, source: source - BETWEEN.length, length: BETWEEN.length })
      text += BETWEEN
    }
    const start = text.length
    for (const copy of part.origin.copies) copies.push({ ...copy, start: copy.start + start, source: copy.source + source })
    for (const repair of part.repairs) {
      repairs.push({ ...repair, span: { start: repair.span.start + start, end: repair.span.end + start } })
    }
    text += part.text
    source += words.length + BETWEEN.length
    if (part.text.trim() === '') continue
    const { speaker, role } = utterances[i] as Utterance
    turns.push({ start, end: text.length, speaker: nameOf(speaker), ...(ROLES.has(role) && { role: role as SpeakerRole }) })
  }
  const issues = text.trim() === '' ? [{ code: 'empty-text', message: 'The source holds no text.' }] : []
  return {
    id: options.id ?? hashText(raw),
    text,
    format: 'record',
    origin: { copies, length: raw.length },
    repairs,
    turns,
    issues,
  }
}

function nameOf(speaker: Utterance['speaker']): string {
  if (typeof speaker === 'string') return speaker
  return speaker?.name ?? speaker?.id ?? ''
}
