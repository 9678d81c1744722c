import { splitSentences } from '../segment/index.js'
import type { Clarity, Evasion, QuestionDesign, Reply, ReplyEvidence, ReplyPart } from '../types.js'
import { findContentWords, stemWord } from './content-words.js'
import {
  ACCEPTANCE,
  CHALLENGE,
  CLARIFICATION,
  DECLINING,
  DEFLECTION,
  GENERALITY,
  IGNORANCE,
  type ReplyCue,
  SOFT_ANSWER,
} from './reply-cues.js'
import { CLARITY_INTERCEPTS, CLARITY_WEIGHTS, EVASION_SHARES } from './reply-model.js'
import type { SideText } from './side-text.js'

const YES =
  /^(?:(?:well|look|oh|okay|so)[,.\s-]{1,4}){0,3}(?:yes|yeah|yep|absolutely|correct|sure|of course|certainly|definitely|exactly|indeed)\b/i
const NO = /^(?:(?:well|look|oh|okay|so)[,.\s-]{1,4}){0,3}(?:no|nope|not at all|never|absolutely not|not yet|not really)\b/i
const REPEATED = /^(?:well, )?(no|yes|absolutely)\b[,.\s]{1,3}(?:\w+[,.\s]{1,3}){0,2}\1\b/i
const BARE_QUESTION = /^(?:what|who|where|which|huh|sorry|pardon|excuse me|say it|say that)[.?!]?$/i
const MODERATING =
  /^(?:(?:yes|yeah|okay|ok|and|so|all right)[,.]? ?)?(?:go ahead|please|next|hang on|hold on|wait|one second|thank you|let's go|who's next|over here|sir|ma'am|come on|good|right)?[^.?!]{0,30}[.?!]?$/i
const LONGEST_MODERATION = 9 // tokens
const OPENING = 30 // words of the answer in which a direct reply stands

interface Feature {
  readonly id: string
  readonly value: number
  readonly evidence: readonly ReplyEvidence[]
}

/** Whether and how an answer replies; all null where nothing is asked or nothing answered. */
export function describeReply(design: QuestionDesign, question: SideText, answer: SideText): Reply {
  if (design.parts.length === 0 || answer.text.trim() === '') {
    return { clarity: null, evasion: null, probabilities: null, responsiveness: null, parts: [], premise: null, evidence: [] }
  }
  const whole = judge(question.plain, formOf(design), question, answer)
  const parts = design.parts.map((part, index): ReplyPart => {
    if (design.parts.length === 1)
      return {
        part: index,
        clarity: whole.clarity,
        evasion: whole.evasion,
        responsiveness: whole.responsiveness,
        evidence: whole.evidence,
      }
    const single = judge(
      part.quote.replaceAll('’', "'"),
      part.form === 'polar' ? 'polar' : part.form === 'wh' ? 'wh' : 'other',
      question,
      answer,
    )
    return {
      part: index,
      clarity: single.clarity,
      evasion: single.evasion,
      responsiveness: single.responsiveness,
      evidence: single.evidence,
    }
  })
  const { clarity, evasion, probabilities, responsiveness, evidence } = whole
  const premise = findPremise(design, answer)
  return {
    clarity,
    evasion,
    probabilities,
    responsiveness,
    parts,
    premise: premise?.premise ?? null,
    evidence: premise ? [...evidence, ...premise.evidence] : evidence,
  }
}

type Form = 'polar' | 'wh' | 'other'

function formOf(design: QuestionDesign): Form {
  return design.form === 'polar' || design.form === 'alternative' ? 'polar' : design.form === 'wh' ? 'wh' : 'other'
}

interface Judgment {
  readonly clarity: Clarity
  readonly evasion: Evasion
  readonly probabilities: NonNullable<Reply['probabilities']>
  readonly responsiveness: number
  readonly evidence: readonly ReplyEvidence[]
}

function judge(questionText: string, form: Form, question: SideText, answer: SideText): Judgment {
  const features = findFeatures(questionText, form, question, answer)
  const featureValue = (id: string): number => features.find((feature) => feature.id === id)?.value ?? 0
  const logits = CLARITY_INTERCEPTS.map((intercept, k) =>
    features.reduce((sum, { id, value }) => sum + value * (CLARITY_WEIGHTS.get(id)?.[k] ?? 0), intercept),
  )
  const highest = Math.max(...logits)
  const exponentials = logits.map((logit) => Math.exp(logit - highest))
  const total = exponentials.reduce((sum, each) => sum + each, 0)
  const [clear = 0, ambivalent = 0, non = 0] = exponentials.map((each) => each / total)
  const clarityProbabilities = { clear_reply: clear, ambivalent, clear_non_reply: non }
  const clarity = pickMost(clarityProbabilities)
  const evasionProbabilities = spreadEvasion(clarityProbabilities, featureValue)
  const ofClarity: Readonly<Record<Clarity, readonly Evasion[]>> = {
    clear_reply: ['explicit'],
    ambivalent: ['implicit', 'general', 'partial', 'dodging', 'deflection'],
    clear_non_reply: ['declining', 'claims_ignorance', 'clarification'],
  }
  const evasion = pickMost(
    Object.fromEntries(ofClarity[clarity].map((label) => [label, evasionProbabilities[label]])) as Record<Evasion, number>,
  )
  const winner = (['clear_reply', 'ambivalent', 'clear_non_reply'] as const).indexOf(clarity)
  const evidence = features.flatMap(({ id, value, evidence }) =>
    evidence.map((each) => ({ ...each, weight: (value * (CLARITY_WEIGHTS.get(id)?.[winner] ?? 0)) / evidence.length })),
  )
  return {
    clarity,
    evasion,
    probabilities: { clarity: clarityProbabilities, evasion: evasionProbabilities },
    responsiveness: clear + ambivalent * featureValue('x_ovall'),
    evidence: mergeEvidence(evidence),
  }
}

/** Several features rest on the same words: one row each, with the sum of what they contribute. */
function mergeEvidence(evidence: readonly ReplyEvidence[]): ReplyEvidence[] {
  const merged = new Map<string, ReplyEvidence>()
  for (const each of evidence) {
    const key = `${each.side} ${each.start} ${each.end} ${each.rule}`
    const known = merged.get(key)
    merged.set(key, known ? { ...known, weight: known.weight + each.weight } : each)
  }
  return [...merged.values()].sort((a, b) => (a.side < b.side ? 1 : a.side > b.side ? -1 : a.start - b.start))
}

function pickMost<K extends string>(probabilities: Readonly<Record<K, number>>): K {
  const entries = Object.entries(probabilities) as [K, number][]
  return entries.reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0]
}

/** Splits each clarity among its evasion labels: by the cues that fired, else by their shares in the CLARITY training part. */
function spreadEvasion(
  clarity: Readonly<Record<Clarity, number>>,
  featureValue: (id: string) => number,
): Record<Evasion, number> {
  const overlap = featureValue('x_ovall')
  const weights: Record<Evasion, number> = {
    explicit: 1,
    implicit: EVASION_SHARES.implicit * (overlap >= 0.3 ? 1.5 : 0.7),
    general: EVASION_SHARES.general * (1 + 2 * Math.min(2, featureValue('m_general'))),
    partial: EVASION_SHARES.partial * (featureValue('m_parts') > 1 ? 3 : 1),
    dodging: EVASION_SHARES.dodging * (overlap < 0.15 ? 1.6 : 0.7),
    deflection: EVASION_SHARES.deflection * (1 + 3 * Math.min(2, featureValue('m_deflect'))),
    declining: EVASION_SHARES.declining * (1 + 6 * featureValue('x_decf') + 3 * featureValue('n_dec1')),
    claims_ignorance: EVASION_SHARES.claims_ignorance * (1 + 6 * featureValue('x_ignf') + 3 * featureValue('n_ign1')),
    clarification: EVASION_SHARES.clarification * (1 + 6 * featureValue('n_short') + 4 * featureValue('m_clarify')),
  }
  const groups: Readonly<Record<Clarity, readonly Evasion[]>> = {
    clear_reply: ['explicit'],
    ambivalent: ['implicit', 'general', 'partial', 'dodging', 'deflection'],
    clear_non_reply: ['declining', 'claims_ignorance', 'clarification'],
  }
  for (const [label, group] of Object.entries(groups) as [Clarity, readonly Evasion[]][]) {
    const total = group.reduce((sum, each) => sum + weights[each], 0)
    for (const each of group) weights[each] = (weights[each] / total) * clarity[label]
  }
  return weights
}

function findFeatures(questionText: string, form: Form, question: SideText, answer: SideText): Feature[] {
  const plain = answer.plain
  const sentences = splitSentences(plain).map(({ start, end }) => ({ start, end, text: plain.slice(start, end) }))
  const first = sentences[0] ?? { start: 0, end: plain.length, text: plain }
  const second = sentences[1]
  const tokens = plain.toLowerCase().match(/[a-z]+(?:'[a-z]+)?|\d+(?:[.,]\d+)*%?/g) ?? []
  const n = tokens.length
  const openingEnd = endOfWords(plain, OPENING)
  const quote = (rule: string, start: number, end: number): ReplyEvidence => ({
    ...answer.locate(start, end),
    rule,
    weight: 0,
    modifiers: [],
    side: 'answer',
  })
  const hits = (cues: readonly ReplyCue[], to = plain.length): ReplyEvidence[] =>
    cues.flatMap(({ id, pattern }) =>
      [...plain.slice(0, to).matchAll(pattern)].map(({ 0: match, index }) => quote(id, index, index + match.length)),
    )
  const within = (cues: readonly ReplyCue[], part: { start: number; end: number } | undefined): ReplyEvidence[] =>
    part === undefined
      ? []
      : cues.flatMap(({ id, pattern }) =>
          [...plain.slice(part.start, part.end).matchAll(pattern)].map(({ 0: match, index }) =>
            quote(id, part.start + index, part.start + index + match.length),
          ),
        )

  const declining = hits(DECLINING)
  const ignorance = hits(IGNORANCE)
  const clarification = hits(CLARIFICATION)
  const inFirst = (cues: readonly ReplyCue[]): ReplyEvidence[] => within(cues, first)
  const inTwo = (cues: readonly ReplyCue[]): ReplyEvidence[] => [...within(cues, first), ...within(cues, second)]
  const yesNo = YES.exec(first.text) ?? NO.exec(first.text)
  const yesNoEvidence = yesNo ? [quote('yes-no', first.start, first.start + yesNo[0].length)] : []
  const repeated = REPEATED.exec(first.text)
  const moderating =
    sentences.length > 0 &&
    sentences.every(({ text }) => text.split(/\s+/).length <= LONGEST_MODERATION && MODERATING.test(text) && !/\d/.test(text)) &&
    n <= 2 * LONGEST_MODERATION
  const soft = form === 'polar' ? hits(SOFT_ANSWER, openingEnd) : []
  const overlap = measureOverlap(questionText, plain, openingEnd)
  const overlapEvidence = overlap.firstAt >= 0 ? [quote('overlap', overlap.firstAt, overlap.firstEnd)] : []
  const endsAsking = /\?["”')]*\s*$/.test(plain)
  const askedBack = clarification.length > 0 || endsAsking || BARE_QUESTION.test(plain.trim())
  const core = inTwo(DECLINING.filter(({ id }) => id === 'not-going-to' || id === 'will-not' || id === 'do-not-want'))
  const strong = [...hits(DECLINING.filter(({ id }) => id === 'rather-not' || id === 'question-as-object')), ...clarification]
  const echo = form === 'polar' ? findEcho(questionText, plain, openingEnd) : null
  const ynIndex = sentences.findIndex(({ text }) => YES.test(text) || NO.test(text))

  const features: Feature[] = []
  const add = (id: string, value: number | boolean, evidence: readonly ReplyEvidence[] = []): boolean => {
    const number = Number(value)
    if (number !== 0) features.push({ id, value: number, evidence })
    return number !== 0
  }
  const clearCues = [
    add('c_polar_yn', form === 'polar' && yesNo !== null, yesNoEvidence),
    add('c_yn_only', yesNo !== null && n <= 12, yesNoEvidence),
    add('c_repeat', repeated !== null, repeated ? [quote('repeated', first.start, first.start + repeated[0].length)] : []),
    add('c_allmod', moderating),
    add('c_soft', soft.length > 0, soft),
    add('c_ov30', overlap.opening >= 0.5, overlapEvidence),
    add('c_ovall', overlap.whole > 0.8, overlapEvidence),
    add('c_verb', echo !== null, echo ? [quote('echo', echo.start, echo.end)] : []),
  ].filter(Boolean).length
  const decliningFirst = inFirst(DECLINING)
  const ignoranceFirst = inFirst(IGNORANCE)
  const nonCues = [
    add('n_short', n <= 25 && askedBack, clarification),
    add('n_60', n <= 60 && strong.length > 0, strong),
    add('n_core', core.length > 0, core),
    add('n_dec1', decliningFirst.length > 0, decliningFirst),
    inTwo(DECLINING).length > 0 && n <= 100,
    add('n_ign1', ignoranceFirst.length > 0, ignoranceFirst),
  ].filter(Boolean).length
  add('n_ign2s', n <= 100 && inTwo(IGNORANCE).length > 0)
  add('any_non', nonCues > 0)
  add('any_clear', clearCues > 0 && nonCues === 0)
  add('none', clearCues === 0 && nonCues === 0)
  add('n_clear', clearCues)
  add('n_non', nonCues)
  add('q_why', /\b(?:why|how come)\b/i.test(questionText))
  add('q_wh', form === 'wh')
  const shareOf = (evidence: readonly ReplyEvidence[]): number =>
    sentences.filter(({ start, end }) => {
      const from = answer.locate(start, end)
      return evidence.some((each) => each.start >= from.start && each.start < from.end)
    }).length / Math.max(1, sentences.length)
  add('x_decf', shareOf(declining), declining)
  add('x_ignf', shareOf(ignorance), ignorance)
  add('x_ovf30', overlap.opening, overlapEvidence)
  add('x_ovall', overlap.whole, overlapEvidence)
  add('x_s1', Math.log(1 + first.text.split(/\s+/).length))
  add('x_turn', Math.log(1 + question.plain.split(/\s+/).length))
  add('x_ynpos', ynIndex >= 0 ? 1 / (ynIndex + 1) : 0, yesNoEvidence)
  add('x_newent', Math.log(1 + countNewNames(plain, question.plain)))
  // Measures that decide among evasion labels only.
  add('m_general', hits(GENERALITY).length)
  add('m_deflect', hits(DEFLECTION).length)
  add('m_clarify', clarification.length > 0)
  add('m_parts', (questionText.match(/\?/g) ?? []).length)
  return features
}

function endOfWords(plain: string, count: number): number {
  const words = /\S+\s*/g
  let end = 0
  for (let i = 0; i < count; i++) {
    const match = words.exec(plain)
    if (!match) break
    end = match.index + match[0].length
  }
  return end
}

function measureOverlap(
  questionText: string,
  plain: string,
  openingEnd: number,
): { opening: number; whole: number; firstAt: number; firstEnd: number } {
  const asked = findContentWords(questionText)
  const opening = findContentWords(plain.slice(0, openingEnd))
  const whole = findContentWords(plain)
  let [inOpening, inWhole] = [0, 0]
  let firstShared: string | undefined
  for (const stem of asked.keys()) {
    if (opening.has(stem)) inOpening++
    if (!whole.has(stem)) continue
    inWhole++
    firstShared ??= whole.get(stem)
  }
  const total = Math.max(1, asked.size)
  const firstAt = firstShared === undefined ? -1 : plain.toLowerCase().indexOf(firstShared)
  return {
    opening: inOpening / total,
    whole: inWhole / total,
    firstAt,
    firstEnd: firstAt < 0 ? -1 : firstAt + (firstShared ?? '').length,
  }
}

/** The verb of a polar question taken up in the opening: `Will you sign?` – `We signed`. */
function findEcho(questionText: string, plain: string, openingEnd: number): { start: number; end: number } | null {
  const last =
    questionText
      .split(/(?<=[.!?])\s+/)
      .filter((sentence) => sentence.includes('?'))
      .at(-1) ?? questionText
  const [verb] = [...findContentWords(last.replace(/^[^,]{0,30}, /, '')).keys()]
  if (verb === undefined) return null
  for (const { 0: word, index } of plain.slice(0, openingEnd).matchAll(/[A-Za-z]+/g)) {
    if (stemWord(word.toLowerCase()) === verb) return { start: index, end: index + word.length }
  }
  return null
}

function countNewNames(plain: string, questionPlain: string): number {
  const known = new Set(questionPlain.match(/\p{Lu}\p{L}+/gu) ?? [])
  const names = new Set<string>()
  for (const { 1: name = '' } of plain.matchAll(/[\p{Ll},;] (\p{Lu}\p{L}+)/gu)) if (!known.has(name)) names.add(name)
  return names.size
}

function findPremise(
  design: QuestionDesign,
  answer: SideText,
): { premise: 'accepted' | 'challenged' | 'left'; evidence: ReplyEvidence[] } | null {
  const leans = design.assertiveness > 0 || design.hostility > 0
  if (design.preface === null && !leans) return null
  const cues = (list: readonly ReplyCue[], premise: string): ReplyEvidence[] =>
    list.flatMap(({ pattern }) =>
      [...answer.plain.matchAll(pattern)].map(
        ({ 0: match, index }): ReplyEvidence => ({
          ...answer.locate(index, index + match.length),
          rule: `premise/${premise}`,
          weight: 0,
          modifiers: [],
          side: 'answer',
        }),
      ),
    )
  const challenged = cues(CHALLENGE, 'challenged')
  const accepted = cues(ACCEPTANCE, 'accepted')
  const firstChallenge = challenged[0]?.start ?? Number.POSITIVE_INFINITY
  const firstAcceptance = accepted[0]?.start ?? Number.POSITIVE_INFINITY
  if (challenged.length === 0 && accepted.length === 0) return { premise: 'left', evidence: [] }
  return firstChallenge < firstAcceptance
    ? { premise: 'challenged', evidence: challenged }
    : { premise: 'accepted', evidence: accepted }
}
