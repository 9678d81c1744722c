import type { QuestionForm, Span } from '../types.js'
import { AUXILIARY, firstWord, REQUEST, stripLeadIn, tellForm, WH_WORD } from './question-form.js'
import type { SideText } from './side-text.js'

/** One question of a turn; positions in the side's text. */
export interface AskedPart extends Span {
  readonly form: QuestionForm
}

const MARKED = /\?["”’')\]]*$/
const SUBJECT =
  '(?:i|you|we|he|she|it|they|there|this|that|these|those|the|a|an|your|our|his|her|its|their|any|anyone|anybody|some|\\p{Lu}\\p{L}*)'
const INVERTED = 'is|are|was|were|do|does|did|have|has|had|will|would|should|can|could|may|might|must'
const WH = 'what|how|why|when|where|who|whom|which|whose'
const REQUESTS = 'tell|explain|describe|say|give|name|share|outline|specify|comment|clarify'
const AND = '(?:,?\\s+(?:and|but)\\s+|[,;]\\s+)'
const CONDITION =
  '(?:if (?:so|not|yes|no)|in that case|secondly|second|also|finally|further|then|perhaps|above all|if (?:it|they|he|she|that) (?:is|are|does|do|did|was|has|will)(?: not)?),?\\s+'

/** Where a sentence asks again. */
const JOINTS = new RegExp(
  [
    // `…, and how …`, `and if so, when …`
    `,?\\s+(?:and|but)\\s+(?:${CONDITION})?(?:(?:in|on|at|by|for|to|from|with|under|about|until|since)\\s+)?(?=(?:${WH})\\b(?!\\s+(?:and|or)\\b))`,
    // `…, if so, when …`
    `[,;]\\s+(?=(?:if so|if not|if yes),?\\s+(?:${WH})\\b)`,
    // `…, how long did it take`
    `[,;]\\s+(?=(?:(?:what|why|how)(?:\\s+\\w+){0,3}|when|where|who)\\s+(?:${INVERTED})\\s+${SUBJECT}\\b)`,
    // `What happened, who is responsible and …`
    `[,;]\\s+(?=(?:who|what|which)\\s+(?:${INVERTED})\\s[^,?]{1,60}?\\sand\\s+(?:${WH}|${INVERTED})\\b)`,
    // `… and will you …`
    `,?\\s+(?:and|but)\\s+(?:${CONDITION})?(?=(?:${INVERTED}|isn't|aren't|don't|doesn't|didn't|won't|wouldn't)\\s+${SUBJECT}[\\s'])`,
    `${AND}(?=(?:please\\s+)?(?:${REQUESTS})\\s+(?:us|me|what|how|why|when|where|who|which|whether|the|on|your)\\b)`,
  ].join('|'),
  'giu',
)
const JOINTS_AFTER_REQUEST = /^(?:please\s+)?(?:tell|explain|describe|say|give|name|share|outline|specify|comment|clarify)\b/i
const FEWEST_WORDS_OF_A_PART = 3
const FEWEST_WORDS_BEFORE_A_COMMA = 2 // `What happened, who …`
const MOST_JOINTS = 32 // looked at in one sentence; no interviewer asks more often in one breath
const LONGEST_SENTENCE = 4000 // UTF-16 code units; longer ones are not taken apart

/** Questions that only ask for leave to ask, and marks of attention. */
const PRE_QUESTION =
  /^(?:(?:(?:and|but|so|well|first),? )?(?:can|could|may|might) (?:i|we) (?:just |please |also )?(?:ask|put|raise|press|follow|start|begin|come back|add|have)\b|do you mind if i\b|mind if i\b|really\?|right\?|correct\?|okay\?|yes\?|no\?|you know\?|excuse me\?|sorry\?|pardon\?|is that (?:right|so|correct)\?|isn't it\?|isn't that (?:so|right)\?|am i right\?)/

/** Finds the questions of a turn: every marked sentence and request, each taken apart where it asks again. */
export function findParts(side: SideText): AskedPart[] {
  const { plain, sentences } = side
  const found: AskedPart[] = []
  const questions: { span: Span; bare: string; marked: boolean }[] = []
  for (const span of sentences) {
    const marked = MARKED.test(plain.slice(Math.max(span.start, span.end - 4), span.end))
    if (!marked && span.end - span.start > LONGEST_SENTENCE) continue
    const bare = stripLeadIn(plain.slice(span.start, Math.min(span.end, span.start + LONGEST_SENTENCE)))
    if (marked || REQUEST.test(bare)) questions.push({ span, bare, marked })
  }
  const proper = questions.filter(
    ({ bare, span }) =>
      !PRE_QUESTION.test(bare) && !PRE_QUESTION.test(plain.slice(span.start, span.start + LONGEST_LEAVE).toLowerCase()),
  )
  for (const { span, marked } of proper.length > 0 ? proper : questions) {
    const sentence = plain.slice(span.start, span.end)
    const previous = found.at(-1)
    // `Is it the wiring? Or was it arson?` is one choice asked in two sentences.
    if (
      previous &&
      previous.end <= span.start &&
      /^(?:["“]?or)\b(?! (?:what|how|why))/i.test(sentence) &&
      isClosed(previous.form)
    ) {
      found[found.length - 1] = { start: previous.start, end: span.end, form: 'alternative' }
      continue
    }
    for (const part of takeApart(plain, span)) {
      const bare = stripLeadIn(plain.slice(Math.max(part.start, part.end - LONGEST_SENTENCE), part.end))
      const form = tellForm(bare, marked)
      const elliptic =
        form === 'declarative' &&
        previous &&
        /^(?:and|or|what about|how about)\b/i.test(sentence) &&
        part.end - part.start <= LONGEST_ELLIPSIS
      found.push({ ...part, form: elliptic ? previous.form : form })
    }
  }
  if (found.length > 0) return found
  const last = sentences.at(-1)
  const form = last && tellUnmarked(plain.slice(last.start, Math.min(last.end, last.start + LONGEST_SENTENCE)))
  return last && form ? [{ start: last.start, end: last.end, form }] : []
}

const LONGEST_LEAVE = 60 // UTF-16 code units that show whether a question only asks for leave to ask
const LONGEST_ELLIPSIS = 40 // UTF-16 code units: `And the ports?`

function isClosed(form: QuestionForm): boolean {
  return form === 'polar' || form === 'alternative' || form === 'declarative'
}

function takeApart(plain: string, span: Span): Span[] {
  if (span.end - span.start > LONGEST_SENTENCE) return [{ start: span.start, end: span.end }]
  const parts: Span[] = []
  let start = span.start
  const sentence = plain.slice(span.start, span.end)
  let looked = 0
  JOINTS.lastIndex = 0
  for (let match = JOINTS.exec(sentence); match !== null && looked < MOST_JOINTS; match = JOINTS.exec(sentence)) {
    looked++
    const end = span.start + match.index
    const next = end + match[0].length
    if (end < start) continue
    const before = plain.slice(start, end)
    const rest = plain.slice(next, next + LONGEST_LEAVE)
    const fewest = /^[,;]/.test(match[0]) ? FEWEST_WORDS_BEFORE_A_COMMA : FEWEST_WORDS_OF_A_PART
    if (!asksAlready(before, rest, fewest) || goesOn(before, rest)) continue
    parts.push({ start, end })
    // The joint's own words go, a condition (`if so`) stays with what it conditions.
    start = next - (/(?:if (?:so|not|yes|no)),?\s+$/i.exec(match[0])?.[0].length ?? 0)
  }
  return [...parts, { start, end: span.end }]
}

/** Whether what follows a joint only goes on with a clause inside the question: `whether …, and what …`, `those who … and who …`. */
function goesOn(before: string, rest: string): boolean {
  if (/\b(?:who|what|when|where|why|how|which|whether)$/i.test(before)) return true
  const [next = ''] = rest.split(/\s/, 1)
  if (/^who$/i.test(next) && /\w who\b/i.test(before)) return true
  const bare = stripLeadIn(before)
  return WH_WORD.test(next.toLowerCase()) && AUXILIARY.test(firstWord(bare)) && !REQUEST.test(bare) && EMBEDDED.test(bare)
}

const EMBEDDED =
  /\b(?:know|considered|decided|discussed|understand|see|think about|whether)\b.*\b(?:who|what|when|where|why|how|which|whether)\b|\bwhether\b/

/** Whether the words before a joint are a question of their own. */
function asksAlready(before: string, rest: string, fewest: number): boolean {
  if (before.trim().split(/\s+/).length < fewest) return false
  const bare = stripLeadIn(before)
  if (REQUEST.test(bare)) return true
  if (JOINTS_AFTER_REQUEST.test(rest)) return false
  const first = firstWord(bare)
  // `When the talks resume, will you …`: an adjunct, not a question.
  if (/^(?:when|where|how|what|whatever|wherever)$/.test(first) && !hasInversion(bare) && !/^(?:what|how)\b/.test(first))
    return false
  if (WH_WORD.test(first) || AUXILIARY.test(first)) return true
  const form = tellForm(bare, true)
  return form === 'wh' || form === 'polar' || form === 'alternative'
}

const INVERSION = new RegExp(`^\\w+(?:\\s+\\w+){0,3}?\\s+(?:${INVERTED})\\s`)

function hasInversion(bare: string): boolean {
  return INVERSION.test(`${bare} `)
}

/** Words of meeting and parting. */
const COURTESY =
  /^(?:thank you|thanks|many thanks|good (?:morning|afternoon|evening|day|night|luck)|hello|welcome|goodbye|congratulations|it (?:was|is|has been) (?:a|an|my) (?:pleasure|honor)|nice to)\b/

/** How summaries of questions start, as lists of questions and written interviews print them: `Plans for the port`, `Whether …`. */
const ASKING =
  /^\W*(?:\d\W*)?(?:(?:the |your )?(?:question(?:er|s)?|inquiry|inquir\w+|ask\w*|request\w*|clarif\w+|confirm\w*|opinions?|views?|thoughts?|reasons?|reactions?|response|comments?|concerns?|doubts?|assess\w+|expectations?|details?|plans?|updates?|position|stance|explan\w+|elaborat\w+|regarding|possibility|impact|status|role|address\w+|discuss\w+|evaluat\w+|seeking|mention\w+|actions?|efforts?|risks?|commitment|orders?|guarantee|comparison|ramifications|whether|if|what|how|why|when|where|who|which)\b)/

const FINITE =
  /\b(?:is|are|was|were|am|has|have|had|will|would|can|could|should|must|may|might|does|do|did|isn't|aren't|wasn't|weren't|won't|it's|that's|there's)\b/
const FEWEST_WORDS_OF_A_TOPIC = 3

/**
 * Tells the form of a last sentence that no mark shows to be a question, or null where it asks nothing.
 *
 * A statement about the other (`You lied`, `Your plan has failed`) or drawn from what they said (`So …`, `… then`) asks to be
 * confirmed; a phrase without a verb, as summaries of questions are, names what is asked for.
 */
function tellUnmarked(sentence: string): QuestionForm | null {
  const lower = sentence.trim().toLowerCase()
  if (COURTESY.test(lower)) return null
  const bare = stripLeadIn(sentence)
  const first = firstWord(bare)
  if (AUXILIARY.test(first) && bare.split(/\s+/).length > 2) return tellForm(bare, false)
  if (WH_WORD.test(first) && hasInversion(bare)) return 'wh'
  if (/\b(?:you|your|yours|yourself|you've|you're|you'd|you'll)\b/.test(lower)) return 'declarative'
  if (/^(?:so|then|and so|therefore|thus)\b|,? then[.!]?$/.test(lower)) return 'declarative'
  if (
    /\b(?:some|many|critics|opponents|people|observers|analysts|experts|rumou?rs?|reports?|it is said|they) (?:say|claim|argue|fear|believe|suspect|accuse|hold|have it|suggest|that|think|insist|worry)\b/.test(
      lower,
    )
  )
    return 'declarative'
  if (ASKING.test(lower) || /\b(?:question|whether)\b/.test(lower)) return 'request'
  const words = bare.split(/\s+/).length
  const stopped = /[.!]$/.test(lower)
  if (!stopped)
    return FINITE.test(bare) && words > FEWEST_WORDS_OF_A_TOPIC ? 'declarative' : /\p{L}/u.test(bare) ? 'request' : null
  return words >= FEWEST_WORDS_OF_A_TOPIC && !FINITE.test(bare) && !PAST.test(bare) ? 'request' : null
}

/** A subject and a verb in the past: a statement that asks nothing. */
const PAST =
  /^(?:(?:the|a|an|this|that|these|our|his|her|its|their)\s+\S+|\S+)\s+\w+ed\s+(?:the|a|an|on|in|at|to|his|her|their|yesterday|last|and)\b|^(?:i|we|he|she|it|they|there)\b/
