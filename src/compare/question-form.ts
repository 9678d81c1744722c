import type { QuestionForm } from '../types.js'

const AUXILIARIES =
  "is|are|was|were|am|do|does|did|have|has|had|will|would|shall|should|can|could|may|might|must|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|hadn't|won't|wouldn't|shouldn't|can't|couldn't|cannot"
export const AUXILIARY = new RegExp(`^(?:${AUXILIARIES})$`)
export const WH_WORD = /^(?:who|whom|whose|what|what's|who's|where's|how's|when's|which|when|where|why|how)$/

/** What a request asks the other to do. */
const TELL =
  '(?:tell|explain|describe|specify|comment|elaborate|share|give|talk|walk|name|outline|say|clarify|speak|expand|recall|summarize|summarise|list|take us|sum up|shed|go into|illustrate|lay out|characterize|remind|help us understand|paint|sketch|set out|introduce|enlighten)\\b'

/** How a request starts, after the lead-in. */
export const REQUEST = new RegExp(
  `^(?:please\\b(?! don't)|(?:could|can|would|will) (?:you|we|i)(?: \\w+ly| please| just| perhaps| maybe| kindly| briefly| also)? (?:${TELL}|mind (?:telling|explaining|describing|sharing|saying|giving)|be so kind|ask you to|hear (?:from you|your))|would you be (?:willing|able) to ${TELL}|(?:tell|remind|give|show|walk|take|enlighten) (?:us|me|our|the)\\b|(?:help|let) (?:us|me|our readers) (?:understand|hear|know|see)|explain\\b|describe\\b|comment (?:on|please)|elaborate\\b|talk (?:about|us|me)\\b|share (?:with us|your|some|a few)|name (?:one|two|three|a|the|some|us)\\b|outline\\b|summari[sz]e\\b|specify\\b|clarify\\b|sum up\\b|(?:just )?say (?:something|a (?:few )?words?|more|who|what|when|why|how)|list (?:the|your|a few)|sketch (?:the|out|for)|set out (?:the|your|for)|lay out\\b|speak (?:about|to)\\b|describe|recall (?:the|that|for)|(?:i|we)(?:'d| would|'ll| will| want| wish)? (?:(?:like|love|want|be grateful|be interested|be curious|appreciate|invite|ask)\\b(?: you)?(?: it)?|wonder(?:ing)?|(?:to )?ask you)(?: if you (?:could|would)| to| for| your| what| how| whether| about| in)|(?:i|we) (?:wonder|am wondering|was wondering|were wondering) (?:if you (?:could|can|would)|whether you (?:could|can|would))|your (?:comment|comments|thoughts|view|views|assessment|reaction)\\b[^?]{0,40}please)`,
)

const LEAD_WORDS =
  '(?:and|but|so|well|also|now|or|then|yet|still|again|first|second|secondly|finally|lastly|thirdly|third|sir|madam|minister|ambassador|president|professor|doctor|governor|senator|general|coach|captain|chancellor|excellency|however|meanwhile|actually|honestly|frankly|seriously|in short|in other words|in particular|specifically|concretely|briefly|apart from that|beyond that|if so|if not|if yes|if no|in that case|otherwise|therefore|thus|in (?:this|that|your) (?:regard|context|connection|case|light|view|opinion|experience|assessment)|from your (?:perspective|point of view)|do you mind|one (?:last|more|final) (?:question|thing)|last question|a (?:final|last) question|more (?:precisely|specifically)|my question is|the question is|my (?:first|second|last|next) question(?: is)?|to begin with|to start(?: with| off)?|thank you|thanks|good (?:morning|afternoon|evening)|hello|let me ask(?: you)?(?: this| again| directly)?|allow me to ask|may i ask(?: you)?|can i ask(?: you)?|i want to ask(?: you)?|i would like to ask(?: you)?|(?:mr|mrs|ms|dr|madam|mister|prime|foreign|dear|your)\\.? \\w+(?: \\w+)?)'
const LEAD_IN = new RegExp(`^["“'(–—-]*(?:${LEAD_WORDS}(?:[,:;–—-]+\\s*|\\s+)(?!\\?))`)
/** A name called in front: `Coach Lindh, will …`. */
const VOCATIVE = new RegExp(
  `^(?!(?:you|it|he|she|they|we|i|this|that|these|those|there|your|the|his|her|its|our|their|so|nobody|everyone|people)\\b)[^,?]{1,30}, (?=(?:${AUXILIARIES}|what|how|why|who|which)\\b)`,
)

/** Whether a clause is led by a word that makes it an adjunct to the question behind the comma. */
const ADJUNCT =
  /^(?:if|when|whenever|where|while|after|before|since|as|because|with|without|given|now|in|on|at|under|despite|although|though|considering|regarding|concerning|once|should|assuming|looking|speaking|compared|unlike|amid|by|for|from|to|of|over|during|until|according|having|seeing|apart|besides|beyond|instead|even|only|just|turning|coming|judging|faced|based|suppose|supposing|say|looking|back|as|about|not)$/

/** Takes away address, connectives and announcements in front of a question. */
export function stripLeadIn(plain: string): string {
  let bare = plain.trimStart().toLowerCase()
  for (let round = 0; round < 4; round++) {
    const next = bare.replace(LEAD_IN, '').trimStart()
    if (next === bare || next === '') break
    bare = next
  }
  return bare.replace(VOCATIVE, '')
}

export function firstWord(plain: string): string {
  return /^["“'(]*([\w']+)/.exec(plain)?.[1] ?? ''
}

/** `or` between two answers to choose from, rather than `or not`, `or so`, `one or two`. */
const CHOICE =
  /\bor\b(?! (?:not|so|more|less|otherwise|later|any|anyone|anybody|anything|even|indeed|at least|other|whatever|whoever|else|elsewhere|fewer|worse|better|no)\b)/
const NUMBERS_OR =
  /\b(?:one|two|three|four|five|six|ten|\d+|sooner|more|year|day|week) or (?:two|three|four|five|six|twelve|\d+|later|less|so)\b/
const TAG =
  /,\s*(?:isn't|aren't|wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|won't|wouldn't|can't|couldn't|right|correct|is it|are you|do you|did you|have you|will you|is it not|are you not|do you not|no|yes|or not|or am i|or is (?:it|that)|or do i|or did i|or have i|agreed|true)\b[^?,]{0,20}\?["”]?$/

export function findTag(plain: string): number {
  return TAG.exec(plain)?.index ?? -1
}

function hasChoice(bare: string): boolean {
  return CHOICE.test(bare.replace(NUMBERS_OR, ''))
}

/** `Which …, A or B?`, `What is it: A or B?` */
const WH_CHOICE =
  /^(?:which|what|who|whom|where|how)\b[^?]*(?:[,:;–—-]\s*)(?!and\b)[^,?]{1,60} or (?!not\b|so\b|any)[^,?]{1,60}\?/

/**
 * Tells the form of one question.
 *
 * @param bare - in lower case, without lead-in
 * @param marked - whether it ends with a question mark
 */
export function tellForm(bare: string, marked: boolean): QuestionForm {
  if (REQUEST.test(bare)) return 'request'
  const words = bare.split(/\s+/, 5).map((word) => word.replace(/[^\w']/g, ''))
  const [first = '', second = ''] = words
  const clauses = bare.split(/(?:[,;:]|\s[–—-])\s*/)
  const led = ADJUNCT.test(first) && !(WH_WORD.test(first) && (AUXILIARY.test(second) || clauses.length === 1))
  if (!led || clauses.length === 1) {
    const direct = directForm(words, bare)
    if (direct) return direct
  }
  const tag = findTag(bare)
  for (const clause of clauses.slice(1)) {
    if (tag >= 0 && bare.endsWith(clause)) break
    const inner = stripLeadIn(clause)
    if (REQUEST.test(inner)) return 'request'
    const [word = '', next = ''] = inner.split(/\s+/, 2).map((each) => each.replace(/[^\w']/g, ''))
    // `the minister, who is ill, …` is a relative clause unless something led up to the question.
    if (/^(?:who|which|whose|whom|where|when)$/.test(word) && !led && !AUXILIARY.test(next)) continue
    if (/^(?:who|which|whose|whom)$/.test(word) && !led) continue
    const form = directForm(
      inner.split(/\s+/, 5).map((each) => each.replace(/[^\w']/g, '')),
      inner,
    )
    if (form) return form
  }
  if (led) {
    const direct = directForm(words, bare)
    if (direct) return direct
  }
  // Wh-words left in place: `And you did what?`
  if (marked && /\b(?:what|who|why|where|when|how much|how many)\?["”]?$/.test(bare)) return 'wh'
  if (
    marked &&
    /^(?:any|anything|anyone|anybody|ever|ready|happy|satisfied|sure|worried|afraid|proud|surprised|no|not)\b/.test(bare)
  )
    return 'polar'
  if (marked && tag < 0 && hasChoice(bare) && bare.split(/\s+/).length <= SHORT_CHOICE) return 'alternative'
  return 'declarative'
}

const SHORT_CHOICE = 12 // words; a longer statement with `or` is no choice

function directForm(words: readonly string[], bare: string): QuestionForm | null {
  const [first = ''] = words
  const preposition =
    /^(?:in|on|at|by|for|to|from|with|under|about|of|since|until|against|through|and|or|so|then|just|exactly|precisely|roughly|but)$/
  if (
    WH_WORD.test(first) ||
    (preposition.test(first) &&
      words.slice(1, 3).some((word) => WH_WORD.test(word)) &&
      !/^(?:and|or|so|then|but)$/.test(words[1] ?? ''))
  ) {
    return WH_CHOICE.test(bare) ? 'alternative' : 'wh'
  }
  if (AUXILIARY.test(first)) return hasChoice(bare) ? 'alternative' : 'polar'
  return null
}
