import { roundScore } from '../round.js'
import type { Evidence, QuestionDesign, QuestionPart, Span } from '../types.js'
import { findClaims } from './question-claims.js'
import { findTag, stripLeadIn } from './question-form.js'
import { type AskedPart, findParts } from './question-parts.js'
import type { SideText } from './side-text.js'

const NEGATIVE_INTERROGATIVE =
  /^(?:isn't|aren't|wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|won't|wouldn't|shouldn't|can't|couldn't)\b|^(?:is|are|do|does|did|has|have|would|should|can) (?:it|this|that|he|she|they|you|we) not\b/
const SELF_REFERENCE =
  /\b(?:i wonder|i'd like|i would like|i want to|may i|might i|can i|could i|let me|i was wondering|i am curious|i'm curious)\b/
const OTHER_REFERENCE = /\b(?:could you|can you|would you|will you be able to|do you mind|is it possible)\b/
const LEANING =
  /\b(?:surely|obviously|clearly|of course|it is clear that|everyone knows|as you know|undeniabl[ey]|after all|the fact is|in truth)\b/
const BLAME =
  /\b(?:fail(?:ed|ure|ures|ing|s)?|scandals?|mistakes?|to blame|accus\w+|lied|lies|lying|broke(?:n)? (?:your|his|her|their|a|the|every) promises?|broken promise|hypocri\w+|ashamed|shameful|disgrace\w*|apologi[sz]e|resign|incompeten\w+|corrupt\w*|betray\w*|cover(?:ed|ing)? up|misled|disast\w+|illegal\w*|fiasco|abuse[ds]?|guilty|reckless\w*|irresponsibl\w+|excuses?)\b/
const ACCOUNTABILITY =
  /\bwhy (?:did|do|have|has|are|were|is|was|does|would|should)(?:n't| you not| your \w+ not|(?= you\b)|(?= your\b)|(?= anyone\b))|\bhow (?:can|could|do|dare) you\b/

interface Mark extends Span {
  readonly rule: string
  readonly weight: number
}

/**
 * Tells the question proper from its preface, and separates sub-questions with their forms.
 *
 * Each measure sums the marks found, listed as evidence, and ends at 1:
 * - initiative: a preface 0.4, a preface of several sentences 0.2 more, each further question 0.3;
 * - directness: 1 less 0.5 for words about the interviewer's own asking (`I wonder`) and 0.5 for words about the other's readiness to
 *   answer (`could you`), each by the share of questions that have them;
 * - assertiveness: a negative interrogative 1, a tag 0.7, a statement put as a question 0.4, words that take agreement for granted
 *   0.3, a claim in the preface that the question builds on 0.2;
 * - hostility: blame in the preface 0.4 or in the question itself 0.6, a demand to justify oneself 0.4.
 *
 * `asked` gives the parts of the design with their positions in the side's own text.
 *
 * Source: the dimensions and their indicators Clayman & Heritage (2002), Questioning Presidents, Journal of Communication 52(4); the
 * weights this library.
 */
export function describeQuestion(side: SideText): { readonly design: QuestionDesign; readonly asked: readonly AskedPart[] } {
  const asked = findParts(side)
  const parts = asked.map(({ start, end, form }): QuestionPart => {
    const plain = side.plain.slice(start, Math.min(end, start + LONGEST_PART)).toLowerCase()
    return { ...side.locate(start, end), form, asksFor: form === 'wh' || form === 'request' ? askedThing(plain) : null }
  })
  const first = asked[0]?.start ?? 0
  const prefaceEnd = side.plain.slice(0, first).trimEnd().length
  const preface = asked.length > 0 && prefaceEnd > 0 ? toSpan(side.locate(0, prefaceEnd)) : null
  const claims = findClaims(side, asked)
  const marks =
    asked.length === 0 ? [] : [...findPrefaceMarks(side, prefaceEnd, claims.length > 0), ...findPartMarks(side, asked)]
  const design: QuestionDesign = {
    form: asked[0]?.form ?? null,
    parts,
    preface,
    claims,
    initiative: sum(marks, 'initiative'),
    directness: asked.length === 0 ? 0 : roundScore(1 - sum(marks, 'indirect')),
    assertiveness: sum(marks, 'assertiveness'),
    hostility: sum(marks, 'hostility'),
    evidence: marks
      .map(({ rule, start, end, weight }): Evidence => ({ ...side.locate(start, end), rule, weight, modifiers: [] }))
      .sort((a, b) => a.start - b.start),
  }
  return { design, asked }
}

const LONGEST_PART = 4000 // UTF-16 code units of a question that are read for its marks

function findPrefaceMarks(side: SideText, end: number, claims: boolean): Mark[] {
  if (end === 0) return []
  const marks: Mark[] = [{ rule: 'initiative/preface', start: 0, end, weight: 0.4 }]
  const second = side.sentences[1]
  if (second && second.end <= end) marks.push({ rule: 'initiative/long-preface', ...toSpan(second), weight: 0.2 })
  const from = Math.max(0, end - LONGEST_PART)
  const plain = side.plain.slice(from, end).toLowerCase()
  push(marks, 'hostility/blame-in-preface', 0.4, BLAME.exec(plain), from)
  push(marks, 'assertiveness/taken-for-granted', 0.3, LEANING.exec(plain), from)
  if (claims) marks.push({ rule: 'assertiveness/claim', start: 0, end, weight: 0.2 })
  return marks
}

function findPartMarks(side: SideText, asked: readonly AskedPart[]): Mark[] {
  const marks: Mark[] = asked
    .slice(1)
    .map(({ start, end }) => ({ rule: 'initiative/several-questions', start, end, weight: 0.3 }))
  for (const { start, end, form } of asked) {
    const plain = side.plain.slice(start, Math.min(end, start + LONGEST_PART)).toLowerCase()
    const bare = stripLeadIn(plain)
    push(marks, 'assertiveness/negative-interrogative', 1, NEGATIVE_INTERROGATIVE.exec(bare), start + plain.length - bare.length)
    const tag = findTag(plain)
    if (tag >= 0) marks.push({ rule: 'assertiveness/tag', start: start + tag, end, weight: 0.7 })
    else if (form === 'declarative') marks.push({ rule: 'assertiveness/statement', start, end, weight: 0.4 })
    push(marks, 'assertiveness/taken-for-granted', 0.3, LEANING.exec(plain), start)
    push(marks, 'indirect/self-reference', 0.5 / asked.length, SELF_REFERENCE.exec(plain), start)
    push(marks, 'indirect/other-reference', 0.5 / asked.length, OTHER_REFERENCE.exec(plain), start)
    push(marks, 'hostility/blame', 0.6, BLAME.exec(plain), start)
    push(marks, 'hostility/accountability', 0.4, ACCOUNTABILITY.exec(plain), start)
  }
  return marks
}

function push(marks: Mark[], rule: string, weight: number, match: RegExpExecArray | null, from: number): void {
  if (match) marks.push({ rule, start: from + match.index, end: from + match.index + match[0].length, weight })
}

function sum(marks: readonly Mark[], kind: string): number {
  let total = 0
  for (const { rule, weight } of marks) if (rule.startsWith(`${kind}/`)) total += weight
  return roundScore(Math.min(1, total))
}

/** What a wh-question asks for, by the words after the wh-word. */
function askedThing(plain: string): QuestionPart['asksFor'] {
  const match = /\b(who|whom|whose|what|which|when|where|why|how)\b(?:\s+(\w+))?(?:\s+(\w+))?/.exec(plain)
  if (!match) return null
  const [, word = '', next = '', third = ''] = match
  if (/^who/.test(word)) return 'person'
  if (word === 'where') return 'place'
  if (word === 'when') return 'time'
  if (word === 'why' || (word === 'how' && next === 'come')) return 'reason'
  if (word === 'how') return askedByHow(plain, next)
  if (/^(?:country|countries|city|cities|place|region|part|state|town)$/.test(next)) return 'place'
  if (/^(?:time|day|date|year|month|hour|week|stage|point)$/.test(next)) return 'time'
  if (/^(?:number|share|percentage|proportion|amount|price|cost|sum|rate|size|extent)$/.test(next)) return 'number'
  if (/^(?:minister|person|people|players?|politicians?|leaders?|official|actor|candidate|author|artist)$/.test(next))
    return 'person'
  if (/^(?:way|ways|means|manner)$/.test(next)) return 'way'
  if (
    /\bwhat (?:is|are|was|were|has been)(?: the| your)?(?: \w+)? (?:reasons?|causes?|motives?|grounds)\b|\bwhat (?:made|makes|led|brought|drove|prompted) /.test(
      plain,
    )
  )
    return 'reason'
  if (
    /\bwhat (?:is|are|was|were|will be|would be) the (?:\w+ )?(?:number|share|percentage|amount|price|cost|size|rate|budget|volume)\b/.test(
      plain,
    )
  )
    return 'number'
  if (
    /\byour (?:\w+ )?(?:view|opinion|evaluation|assessment|position|impression|take|attitude|judgment|verdict|stance|feeling)\b|\bwhat (?:do|did|would) you (?:think|make|say)\b/.test(
      plain,
    )
  )
    return 'evaluation'
  return third === 'think' ? 'evaluation' : 'thing'
}

function askedByHow(plain: string, next: string): NonNullable<QuestionPart['asksFor']> {
  if (/^(?:soon|long|often|frequently|late|early)$/.test(next)) return 'time'
  if (/^(?:many|much|large|big|far|high|fast|old|deep|small|few|heavy|wide)$/.test(next)) return 'number'
  if (
    /^(?:important|good|bad|confident|worried|concerned|serious|satisfied|dangerous|realistic|likely|strong|happy|difficult|hard|safe|stable)$/.test(
      next,
    )
  )
    return 'evaluation'
  return /\bhow (?:do|did|would|are|is|was|were|have|has) (?:\w+ ){1,3}?(?:assess|evaluate|see|view|rate|judge|characteri[sz]e|feel|regard|like|doing)\b/.test(
    plain,
  )
    ? 'evaluation'
    : 'way'
}

function toSpan({ start, end }: Span): Span {
  return { start, end }
}
