import { findAskedKind } from './asked-kind.js'
import type { CueHit } from './find-reply-cues.js'
import type { AnswerReading } from './read-answer.js'
import type { AskedQuestion } from './reply-features.js'

/** The words that answer a question outright. */
export interface DirectAnswer {
  readonly rule: 'particle' | 'statement' | 'kind'
  readonly start: number
  readonly end: number
}

/** Share of a question's content words that a first sentence without yes or no takes up to count as its answer. */
const LEAST_TAKEN_UP = 0.5

const LONGEST_NAMING = 15 // words of a first sentence that names what a wh-question asks for; a longer one mentions it in passing

/**
 * Finds the words of an answer's first sentence that answer a question outright: a yes or no to a polar question, a statement of what it
 * asks (`Will you raise the fee?`, `We will not raise the fee`), or the kind of thing that a wh-question asks for (`In June.`).
 *
 * What the answer goes on to say of its own ignorance or silence is then about something else: `No. I do not know who wrote it.`
 *
 * Source: type-conforming answers, Raymond (2003), *Grammar and social organization*; this library.
 *
 * @returns null where the first sentence asks back, declines or claims ignorance before it says anything, or says nothing that was asked
 */
export function findDirectAnswer(asked: AskedQuestion, answer: AnswerReading): DirectAnswer | null {
  const { hits, particle, side } = answer
  const [first] = side.sentences
  if (first === undefined) return null
  const refusals = [...hits.declining, ...hits.ignorance, ...hits.clarification]
  const before = (end: number): boolean => refusals.some(({ start }) => start < end)
  // A yes grants a request, a no turns it down, as they answer a polar question: `Could you name the fields? Yes, …`.
  if (asked.form !== 'wh' && particle !== null)
    return before(particle.end) ? null : { rule: 'particle', start: particle.start, end: particle.end }
  if (side.plain.slice(first.start, first.end).trimEnd().endsWith('?')) return null
  if (asked.form === 'wh') {
    if (asked.asksFor === null || asked.asksFor === 'evaluation' || asked.asksFor === 'reason') return null
    const kind = findAskedKind(asked.asksFor, side.plain.slice(first.start, first.end))
    if (kind === null || (answer.lengths[0] ?? 0) > LONGEST_NAMING || before(first.start + kind.end)) return null
    const end = first.start + kind.end
    return { rule: 'kind', start: first.start + kind.start, end }
  }
  if (asked.form !== 'polar' || asked.words.size === 0) return null
  const taken = [...asked.words.keys()].flatMap((stem) => answer.words.get(stem) ?? []).filter(({ start }) => start < first.end)
  if (taken.length / asked.words.size < LEAST_TAKEN_UP) return null
  const [from, to] = [Math.min(...taken.map(({ start }) => start)), Math.max(...taken.map(({ end }) => end))]
  return before(to) ? null : { rule: 'statement', start: from, end: to }
}

const MOST_SENTENCES = 60 // of an answer looked at; a longer one is a speech

/**
 * Finds a later sentence that answers: the one that takes up most of a polar question, at the least half of its content words, or one that
 * has a word of a wh-question beside the kind of thing it asks for. Long answers come to the point late.
 *
 * @returns null where no later sentence does, or it holds a refusal
 */
export function findLateAnswer(asked: AskedQuestion, answer: AnswerReading): { start: number; end: number } | null {
  const { side, hits } = answer
  const found = [...asked.words.keys()].flatMap((stem) => answer.words.get(stem) ?? [])
  let best: { start: number; end: number } | null = null
  let most = 0
  for (const sentence of side.sentences.slice(1, MOST_SENTENCES)) {
    const taken = found.filter(({ start }) => start >= sentence.start && start < sentence.end).length
    if (taken <= most || side.plain.slice(sentence.start, sentence.end).trimEnd().endsWith('?')) continue
    const said = side.plain.slice(sentence.start, sentence.end)
    const answers =
      asked.form === 'wh' ? findAskedKind(asked.asksFor, said, said.length) !== null : taken / asked.words.size >= LEAST_TAKEN_UP
    if (!answers || [...hits.declining, ...hits.ignorance].some(({ start }) => start >= sentence.start && start < sentence.end))
      continue
    most = taken
    best = sentence
  }
  return best
}

/** Whether an answer touches what was asked, says nothing of it, and goes over to something else with a word of deflection. */
export function findTurnAway(asked: AskedQuestion, answer: AnswerReading): CueHit | null {
  const touched = [...asked.words.keys()].flatMap((stem) => answer.words.get(stem) ?? [])
  if (touched.length === 0) return null
  const last = Math.max(...touched.map(({ end }) => end))
  return answer.hits.deflection.find(({ start, sentence }) => start > last && sentence > 0) ?? null
}

/** The cues of a refusal that speak of the question itself: none behind a direct answer, but for those that take back a yes in its own sentence (`Yes, but I will not discuss it`). */
export function keepOfQuestion(found: readonly CueHit[], direct: DirectAnswer | null): readonly CueHit[] {
  if (direct === null) return found
  return found.filter(({ start, sentence }) => start < direct.end || (direct.rule === 'particle' && sentence === 0))
}
