import type { QuestionPart } from '../types.js'
import { findAskedKind } from './asked-kind.js'
import type { ContentWord } from './content-words.js'
import { findDirectAnswer, findLateAnswer, findTurnAway, keepOfQuestion } from './find-direct-answer.js'
import type { CueHit } from './find-reply-cues.js'
import type { AnswerReading } from './read-answer.js'

/** One question as far as a reply is judged by it. */
export interface AskedQuestion {
  readonly form: 'polar' | 'wh' | 'other'
  readonly asksFor: QuestionPart['asksFor']
  readonly words: ReadonlyMap<string, ContentWord>
  readonly asksWhy: boolean
  /** Whether it gives the answers to choose from. */
  readonly alternative: boolean
  /** Share of the questions that the answer touches: 0 or 1 for one question. */
  readonly covered: number
  /** Number of questions of the turn. */
  readonly parts: number
  /** Names in the question, in lower case. */
  readonly names: ReadonlySet<string>
}

export interface ReplyCueSpan {
  readonly rule: string
  readonly start: number
  readonly end: number
}

export interface Feature {
  readonly id: string
  readonly value: number
  /** The words of the answer it rests on; none for a measure such as length. */
  readonly spans: readonly ReplyCueSpan[]
}

const SHORT = 25 // words; a counter-question is hardly longer
const BRIEF = 60 // words
const MEDIUM = 100 // words
const BARE = 12 // words; a yes or no with little else
const MOST_SHOWN = 12 // hits of one feature that are shown as evidence, the first ones
const MOST_COUNTED = 3 // a cue that stands more often says no more

/** Measures an answer against one question. Features of value 0 are left out. */
export function findFeatures(asked: AskedQuestion, answer: AnswerReading): Feature[] {
  const { hits, length, lengths, particle, openingEnd } = answer
  const features: Feature[] = []
  const add = (id: string, value: number | boolean, spans: readonly ReplyCueSpan[] = []): boolean => {
    const number = Number(value)
    if (number !== 0) features.push({ id, value: number, spans })
    return number !== 0
  }
  const spansOf = (found: readonly CueHit[]): ReplyCueSpan[] =>
    found.slice(0, MOST_SHOWN).map(({ kind, id, start, end }) => ({ rule: `${kind}/${id}`, start, end }))
  const upTo = (found: readonly CueHit[], sentence: number): CueHit[] => found.filter((hit) => hit.sentence <= sentence)
  const addHits = (id: string, found: readonly CueHit[], when = true): boolean =>
    add(id, when && found.length > 0, spansOf(found))

  const overlap = measureOverlap(asked, answer)
  const shared = overlap.first ? [{ rule: 'overlap', start: overlap.first.start, end: overlap.first.end }] : []
  const yesNo = particle ? spansOf([particle]) : []
  const soft = hits.soft.filter(({ start }) => start < openingEnd)
  const echo = asked.form === 'polar' ? findEcho(asked, answer) : null
  const kind = findAskedKind(asked.asksFor, answer.opening)
  const direct = findDirectAnswer(asked, answer)
  const late = direct === null ? findLateAnswer(asked, answer) : null
  const away = direct === null && late === null ? findTurnAway(asked, answer) : null
  const clear = [
    add('c_polar_yn', asked.form !== 'wh' && particle !== null, yesNo),
    add('c_yn_only', particle !== null && length <= BARE, yesNo),
    add('c_repeat', answer.repeated !== null, answer.repeated ? [{ rule: 'repeated', ...answer.repeated }] : []),
    add('c_allmod', answer.moderating),
    addHits('c_soft', soft, asked.form === 'polar'),
    add('c_ov30', overlap.opening >= 0.5, shared),
    add('c_ovall', overlap.whole > 0.8, shared),
    add('c_verb', echo !== null, echo ? [{ rule: 'echo', ...echo }] : []),
    add('c_alt', asked.alternative && overlap.opening > 0, shared),
    add(
      'c_fragment',
      answer.fragment !== null && particle === null && asked.form !== 'polar',
      answer.fragment ? [{ rule: 'fragment', ...answer.fragment }] : [],
    ),
    add('c_direct', direct !== null, direct ? [{ ...direct, rule: `direct/${direct.rule}` }] : []),
    add('c_kind', kind !== null, kind ? [{ rule: `asked-for/${asked.asksFor}`, ...kind }] : []),
  ].filter(Boolean).length

  const [declining, ignorance, clarification] = [hits.declining, hits.ignorance, hits.clarification].map((found) =>
    keepOfQuestion(found, direct),
  ) as [readonly CueHit[], readonly CueHit[], readonly CueHit[]]
  const asksBack = clarification.length > 0 || (answer.endsAsking && direct === null)
  const [decliningFirst, ignoranceFirst, clarificationFirst] = [upTo(declining, 0), upTo(ignorance, 0), upTo(clarification, 0)]
  const [decliningTwo, ignoranceTwo] = [upTo(declining, 1), upTo(ignorance, 1)]
  const non = [
    add(
      'n_back',
      answer.counterQuestion !== null && direct === null,
      answer.counterQuestion ? [{ rule: 'asks-back', ...answer.counterQuestion }] : [],
    ),
    add('n_short', length <= SHORT && asksBack, spansOf(clarification)),
    addHits('n_dec60', declining, length <= BRIEF),
    addHits('n_ign60', ignorance, length <= BRIEF),
    addHits('n_cla60', clarificationFirst, length <= BRIEF),
    addHits('n_dec1', decliningFirst),
    addHits('n_ign1', ignoranceFirst),
    addHits('n_dec2s', decliningTwo, length <= MEDIUM),
    addHits('n_ign2s', ignoranceTwo, length <= MEDIUM),
  ].filter(Boolean).length
  addHits('n_dec2', decliningTwo)
  add('any_non', non > 0)
  add('any_clear', clear > 0 && non === 0)
  add('none', clear === 0 && non === 0)
  add('n_clear', clear)
  add('n_non', non)
  add('q_why', asked.asksWhy)
  add('q_wh', asked.form === 'wh')
  add('q_other', asked.form === 'other')
  add('x_decf', shareOfSentences(declining, lengths.length), spansOf(declining))
  add('x_ignf', shareOfSentences(ignorance, lengths.length), spansOf(ignorance))
  add('x_claf', shareOfSentences(clarification, lengths.length), spansOf(clarification))
  add('x_ovf30', overlap.opening, shared)
  add('x_ovall', overlap.whole, shared)
  add('x_s1', Math.log(1 + (lengths[0] ?? 0)))
  add('x_len', Math.log(1 + length))
  add('x_ynpos', answer.particleSentence >= 0 ? 1 / (answer.particleSentence + 1) : 0, yesNo)
  add('x_newent', Math.log(1 + [...answer.names].filter((name) => !asked.names.has(name)).length))
  add('m_general', Math.min(MOST_COUNTED, hits.generality.length), spansOf(hits.generality.slice(0, MOST_COUNTED)))
  add('m_deflect', Math.min(MOST_COUNTED, hits.deflection.length), spansOf(hits.deflection.slice(0, MOST_COUNTED)))
  add('m_deflect2', upTo(hits.deflection, 1).length > 0, spansOf(upTo(hits.deflection, 1)))
  add('m_challenge2', upTo(hits.challenge, 1).length > 0, spansOf(upTo(hits.challenge, 1)))
  add('x_late', late !== null, late ? [{ rule: 'late', ...late }] : [])
  add('m_away', away !== null, away ? spansOf([away]) : [])
  add('m_parts', Math.min(MOST_COUNTED, asked.parts) - 1)
  if (asked.parts > 1) {
    add('m_all', asked.covered === 1)
    add('m_some', asked.covered > 0 && asked.covered < 1)
    add('m_none', asked.covered === 0)
  }
  add('m_no_overlap', asked.words.size > 0 && overlap.whole === 0)
  return features
}

function shareOfSentences(hits: readonly CueHit[], sentences: number): number {
  return new Set(hits.map(({ sentence }) => sentence)).size / Math.max(1, sentences)
}

function measureOverlap(
  { words }: AskedQuestion,
  answer: AnswerReading,
): { opening: number; whole: number; first: ContentWord | null } {
  let [opening, whole] = [0, 0]
  let first: ContentWord | null = null
  for (const stem of words.keys()) {
    const found = answer.words.get(stem)
    if (found === undefined) continue
    whole++
    if (found.start < answer.openingEnd) opening++
    if (first === null || found.start < first.start) first = found
  }
  const total = Math.max(1, words.size)
  return { opening: opening / total, whole: whole / total, first }
}

/** The first content word of a polar question taken up in the opening: `Will you sign it?`, `We signed it.` */
function findEcho(
  { words }: AskedQuestion,
  { words: answered, openingEnd }: AnswerReading,
): { start: number; end: number } | null {
  const [verb] = words.keys()
  const found = verb === undefined ? undefined : answered.get(verb)
  return found && found.start < openingEnd ? { start: found.start, end: found.end } : null
}
