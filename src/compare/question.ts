import { splitSentences } from '../segment/index.js'
import type { Evidence, QuestionDesign, QuestionForm, QuestionPart, Span } from '../types.js'
import type { SideText } from './side-text.js'

const AUXILIARY =
  /^(?:is|are|was|were|am|do|does|did|have|has|had|will|would|shall|should|can|could|may|might|must|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|hadn't|won't|wouldn't|shouldn't|can't|couldn't|cannot)$/
const WH_WORD = /^(?:who|whom|whose|what|which|when|where|why|how)$/
const REQUEST =
  /^(?:please |could you (?:please )?(?:tell|explain|describe|specify|comment|elaborate|share|give|talk|walk|name|outline)|can you (?:please )?(?:tell|explain|describe|specify|comment|elaborate|share|give|talk|walk|name|outline)|would you (?:please |mind )?(?:tell|explain|describe|comment|elaborat|shar)|tell (?:us|me)|explain|describe|comment on|walk us|talk (?:about|us)|give us|share (?:with us|your)|elaborate|i(?:'d| would) like (?:you to|to (?:ask|hear|know))|let me ask)/
const LEAD_IN =
  /^(?:(?:and|but|so|well|also|now|or|then|first|second|secondly|finally|lastly|thirdly|sir|madam|(?:mr|mrs|ms|madam)\.? \w+|minister|ambassador|president|however|in (?:this|that) (?:regard|context|connection)|in your (?:view|opinion)|if so|do you mind)[,:\s]+|[^,?]{1,30}, (?=(?:is|are|was|were|do|does|did|have|has|will|would|should|can|could|what|how|why|when|where|who|which)\b))/
const NEGATIVE_INTERROGATIVE =
  /^(?:isn't|aren't|wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|won't|wouldn't|shouldn't|can't|couldn't)\b|^(?:is|are|do|does|did|has|have|would|should|can) (?:it|this|that|he|she|they|you|we) not\b/
const TAG =
  /,\s*(?:isn't|aren't|wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|won't|wouldn't|right|correct|is it not|are you not|do you not)\b[^?]{0,20}\?$/
const ALTERNATIVE = /\b(?:,? or )(?!not\b|so\b|more\b|less\b|otherwise\b)/
const INDIRECT =
  /\b(?:could you|can you|would you|may i|might|i wonder|i'd like|i would like|do you think|what do you think|how would you|would you say|is it possible)\b/
const HOSTILE =
  /\b(?:fail(?:ed|ure|ing)?|why (?:didn't|don't|haven't|hasn't|won't|should (?:anyone|we|people))|how can you|how (?:do|can) you (?:justify|explain|defend)|scandal|mistake|blame|critics? (?:say|accuse|argue)|accus\w+|lied?|broke|broken promise|hypocri\w+|wrong|shame|apologi[sz]e|resign|responsible for)\b/

/** Second conjuncts that ask again: `and how …`, `and what …`. */
const JOINED_QUESTION = /(?:,\s*|\s)(?:and|or)\s+(?=(?:what|how|why|when|where|who|whom|which)\b)/gi
const FEWEST_WORDS_OF_A_PART = 3

/** What a wh-word asks for, by the words after it. */
function askedThing(plain: string): QuestionPart['asksFor'] {
  const match = /\b(who|whom|whose|what|which|when|where|why|how)\b(?:\s+(\w+))?(?:\s+(\w+))?/.exec(plain)
  if (!match) return null
  const [, word = '', next = ''] = match
  if (/^who/.test(word)) return 'person'
  if (word === 'where') return 'place'
  if (word === 'when') return 'time'
  if (word === 'why') return 'reason'
  if (word === 'how')
    return /^(?:many|much|large|big|long|far|often|high|soon|fast|old)$/.test(next)
      ? /^(?:soon|long|often)$/.test(next)
        ? 'time'
        : 'number'
      : /^(?:important|good|bad|do|would|confident|worried|concerned|serious|satisfied)$/.test(next) &&
          /\b(?:assess|evaluate|see|view|rate|judge|characterize|important|confident|worried|concerned|serious|satisfied|feel)\b/.test(
            plain,
          )
        ? 'evaluation'
        : 'way'
  if (/\b(?:what|which) (?:country|city|place|region|part)\b/.test(plain)) return 'place'
  if (/\b(?:what|which) (?:time|day|date|year|month)\b/.test(plain)) return 'time'
  if (/\bwhat (?:number|share|percentage|amount|price|cost)\b/.test(plain)) return 'number'
  if (/\bwhat (?:is|are|was|were) (?:the )?(?:reason|cause)/.test(plain)) return 'reason'
  if (
    /\b(?:your|you) (?:\w+ )?(?:view|opinion|evaluation|assessment|position|think|impression|take|attitude|make of)\b|\bwhat (?:do|did|would) you (?:think|make)\b/.test(
      plain,
    )
  )
    return 'evaluation'
  return 'thing'
}

/**
 * Tells the question proper from its preface, and separates sub-questions with their forms.
 *
 * Initiative, directness, assertiveness and hostility are shares of the marks that Clayman & Heritage (2002) code, each in [0, 1]:
 * initiative counts prefaces, several questions and cascades; directness the absence of indirect forms; assertiveness negative
 * interrogatives, tags and prefaces that lean to one answer; hostility words of blame and accountability.
 *
 * Source: Clayman & Heritage (2002), Questioning Presidents, Journal of Communication 52(4).
 */
export function describeQuestion(side: SideText): QuestionDesign {
  const sentences = splitSentences(side.text)
  const asked: { span: Span; form: QuestionForm }[] = []
  for (const span of sentences) {
    const plain = side.plain.slice(span.start, span.end)
    const isQuestion = /\?["”')]*$/.test(plain)
    const bare = stripLeadIn(plain)
    if (!isQuestion && !REQUEST.test(bare)) continue
    for (const part of splitJoined(side.plain, span)) {
      asked.push({ span: part, form: formOf(stripLeadIn(side.plain.slice(part.start, part.end)), isQuestion) })
    }
  }
  const parts = asked.map(({ span, form }): QuestionPart => {
    const located = side.locate(span.start, span.end)
    const plain = side.plain.slice(span.start, span.end).toLowerCase()
    return { ...located, form, asksFor: form === 'wh' || form === 'request' ? askedThing(plain) : null }
  })
  const first = asked[0]?.span.start ?? 0
  const hasPreface = asked.length > 0 && side.plain.slice(0, first).trim() !== ''
  const prefaceEnd = side.plain.slice(0, first).trimEnd().length
  const preface = hasPreface ? toSpan(side.locate(0, prefaceEnd)) : null
  const marks = findMarks(side, asked, hasPreface)
  const evidence = marks.map(
    ({ rule, start, end, weight }): Evidence => ({ ...side.locate(start, end), rule, weight, modifiers: [] }),
  )
  return {
    form: asked.at(-1)?.form ?? null,
    parts,
    preface,
    initiative: share(marks, 'initiative'),
    directness: asked.length === 0 ? 0 : 1 - share(marks, 'indirect'),
    assertiveness: share(marks, 'assertiveness'),
    hostility: share(marks, 'hostility'),
    evidence,
  }
}

interface Mark extends Span {
  readonly rule: string
  readonly weight: number
}

/** Marks of the design; each kind adds up to at most 1. */
function findMarks(side: SideText, asked: readonly { span: Span; form: QuestionForm }[], hasPreface: boolean): Mark[] {
  const marks: Mark[] = []
  if (asked.length === 0) return marks
  const first = (asked[0] as { span: Span }).span
  if (hasPreface)
    marks.push({
      rule: 'initiative/preface',
      start: 0,
      end: Math.max(1, side.plain.slice(0, first.start).trimEnd().length),
      weight: 0.5,
    })
  if (asked.length > 1) {
    const { start, end } = (asked[1] as { span: Span }).span
    marks.push({ rule: 'initiative/several-questions', start, end, weight: 0.5 })
  }
  for (const { span } of asked) {
    const plain = side.plain.slice(span.start, span.end).toLowerCase()
    const bare = stripLeadIn(plain)
    const offset = span.start + plain.length - bare.length
    const negative = NEGATIVE_INTERROGATIVE.exec(bare)
    if (negative)
      marks.push({ rule: 'assertiveness/negative-interrogative', start: offset, end: offset + negative[0].length, weight: 1 })
    const tag = TAG.exec(plain)
    if (tag) marks.push({ rule: 'assertiveness/tag', start: span.start + tag.index, end: span.end, weight: 0.7 })
    const indirect = INDIRECT.exec(plain)
    if (indirect)
      marks.push({
        rule: 'indirect/self-reference',
        start: span.start + indirect.index,
        end: span.start + indirect.index + indirect[0].length,
        weight: 1 / asked.length,
      })
  }
  const hostile = HOSTILE.exec(side.plain.toLowerCase())
  if (hostile)
    marks.push({ rule: 'hostility/accountability', start: hostile.index, end: hostile.index + hostile[0].length, weight: 0.5 })
  return marks
}

function share(marks: readonly Mark[], kind: string): number {
  return Math.min(
    1,
    marks.filter(({ rule }) => rule.startsWith(`${kind}/`)).reduce((sum, { weight }) => sum + weight, 0),
  )
}

function splitJoined(plain: string, span: Span): Span[] {
  const parts: Span[] = []
  let start = span.start
  for (const match of plain.slice(span.start, span.end).matchAll(JOINED_QUESTION)) {
    const end = span.start + match.index
    const before = plain.slice(start, end)
    const asks =
      before.split(/\s+/).length >= FEWEST_WORDS_OF_A_PART &&
      (WH_WORD.test(firstWord(stripLeadIn(before))) || AUXILIARY.test(firstWord(stripLeadIn(before))))
    if (!asks) continue
    parts.push({ start, end })
    start = span.start + match.index + match[0].length
  }
  return [...parts, { start, end: span.end }]
}

function stripLeadIn(plain: string): string {
  let bare = plain.trimStart().toLowerCase()
  for (let round = 0; round < 3; round++) {
    const next = bare.replace(LEAD_IN, '')
    if (next === bare) break
    bare = next
  }
  return bare
}

function firstWord(plain: string): string {
  return /^["“'(]*([\w']+)/.exec(plain)?.[1] ?? ''
}

function formOf(bare: string, isQuestion: boolean): QuestionForm {
  if (REQUEST.test(bare)) return 'request'
  const words = bare
    .split(/\s+/)
    .slice(0, 4)
    .map((word) => word.replace(/[^\w']/g, ''))
  const [first = ''] = words
  if (
    WH_WORD.test(first) ||
    (words.slice(1, 3).some((word) => WH_WORD.test(word)) &&
      /^(?:in|on|at|by|for|to|from|with|under|about|of|and|but)$/.test(first))
  )
    return 'wh'
  if (AUXILIARY.test(first)) return ALTERNATIVE.test(bare) ? 'alternative' : 'polar'
  const later = bare
    .split(/[,;:–—]\s*/)
    .slice(1)
    .map((clause) => firstWord(clause.replace(/^(?:and|but|so|then)\s+/, '')))
  if (later.some((word) => WH_WORD.test(word))) return 'wh'
  if (later.some((word) => AUXILIARY.test(word)) && !TAG.test(bare)) return ALTERNATIVE.test(bare) ? 'alternative' : 'polar'
  return isQuestion ? 'declarative' : 'request'
}

function toSpan({ start, end }: Span): Span {
  return { start, end }
}
