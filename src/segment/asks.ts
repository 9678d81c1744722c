/** What may stand before a request: `And`, `Minister,`, `Please`. */
const LEAD = String.raw`(?:(?:and|so|but|or|well|now|then|finally|first|firstly|second|secondly|also|just|please|ok|okay|again)[,\s]+|[^,.?!:;]{1,40},\s){0,3}`

/** Requests that ask without a question mark and that hardly anybody makes who answers. */
const REQUEST = new RegExp(
  String.raw`(?:^|[.!?…]["”’)]?\s+)${LEAD}(?:(?:could|can|would|will) you[,\s]+)?(?:please )?(?:tell (?:us|me|our readers)|explain|describe|comment on|walk us through|give us|share (?:with us|your)|talk (?:about|us through)|elaborate|i(?:'|’)d like to (?:ask|hear|know)|i would like to (?:ask|hear|know)|i (?:just |also )?want(?:ed)? to ask|let me (?:just )?ask|i (?:again |now |therefore |simply )?ask (?:the|him|her|whether|if|my)|my question is|i(?:'|’)?(?:m| was| am)? ?wonder(?:ing)? (?:if|whether|what|how|why))\b`,
  'i',
)

/** Requests that ask where an interviewer makes them: `Your comment on the levy.`, `If you could say a word on Halvia.` */
const PROMPT = new RegExp(
  [
    // Orders to speak.
    String.raw`(?:^|[.!?…:]["”’)]?\s+|[—–]\s)${LEAD}(?:tell|describe|explain|clarify|elaborate|comment|respond to|react to|remind (?:us|me|our)|help (?:us|me) understand|take (?:us|me|our \w+) (?:through|back)|give (?:us|me|our)|name (?:one|two|three|some|a)|say (?:more|something|a (?:few )?words?)|expand on|speak (?:to|about)|talk (?:to|about|through|us)|compare|define|sum (?:it |this )?up|summari[sz]e|share|introduce yourself|imagine|let us know|please (?!go\b|continue|proceed|sit\b|be\b|stand|ask\b|note|keep|hold|welcome|join|do\b|don|take|wait|let\b|feel|remember|come\b|carry|read\b|see\b|stop)[a-z]+|let(?:'|’)s (?:talk|hear|turn to|move (?:on )?to|go back to))\b`,
    // Words for a question or for what it wants.
    String.raw`(?:^|[.!?…:,;]["”’)]?\s+|[—–]\s)(?:and |but |so |just |now )*(?:(?:i(?:'|’)d|i would|we would|we(?:'|’)d|they would|he would|she would|my \w+ would) (?:just )?(?:(?:also )?like to (?:ask|hear|know|get)|be (?:very )?(?:grateful|interested|curious|keen)|love to (?:ask|hear|know)|appreciate)|i (?:just |also )?(?:wanted|want|wish|have|need) to (?:ask|know|check|clarify|follow up|hear)|i(?:'|’)?(?:m| was| am) (?:just )?(?:curious|wondering|interested in)|(?:just )?(?:curious|wondering) (?:if|whether|about|what|how|why|when|where)|i wonder|let me (?:just |also )?(?:ask|press you)|(?:my|the|our|his|her|one|another|a) (?:(?:first|second|third|last|next|final|other|quick|main|supplementary|follow-up) )?(?:question|query|follow-?up)s? (?:is(?! (?:over|from|here|right|coming|going|in the|at the)\b)|was|to|for|would be|concerns|relates to|from \w+)|(?:anything|something) (?:else |more )?(?:that )?you (?:can|could|would|want)\b|(?:if|whether) you(?:'|’)?(?:d| could| can| would| might| have| had| will| see| saw| think| plan)\b|(?:your|any|a|one|some) (?:[\w-]{1,15} )?(?:response|responses|comment|comments|reaction|reactions|thoughts?|views?|assessment|opinion|message|impressions?|update|updates|news|details|word|words|guidance|color|colour|clarity|reading|advice|sense|idea|insights?|plans?|timeline|time ?frame|chance|concerns?|regrets?|information|indication|commentary|data|numbers|examples?|lessons?)\b(?=\s(?:on|to|about|of|from|for|as|please|there)\b|[,.?]))`,
    // Questions put to a minister in writing.
    String.raw`\b(?:asked|to ask) (?:the|his|her) (?:rt\.? |right )?(?:hon(?:\.|ou?rable)? )?(?:prime |deputy |first |foreign |acting )?(?:minister|secretary|president|chancellor|taoiseach|premier|treasurer|attorney|leader|chair)`,
    String.raw`^\W{0,6}if (?:he|she|they) will\b`,
    String.raw`^\W{0,6}when (?:he|she|they) (?:last|next|will|expects?|plans?|intends?)\b`,
    String.raw`^\W{0,6}(?:what|which) (?!a\b|i\b|you\b|we\b)[^.?!,]{3,160}\b(?:he|she|they|his|her|their|the (?:government|minister|department|cabinet|departments?))\b[^.?!]{3,300}\.\s?(?:[[(][\w/ -]{2,16}[\])])?\W{0,3}$`,
    '[[(](?:inaudible|indistinct|unclear) question|question (?:inaudible|indistinct|unclear|off[- ]mic)',
  ].join('|'),
  'i',
)

const AUXILIARY =
  "(?:do|does|did|is|are|was|were|can|could|will|would|should|has|have|had|won|don|doesn|didn|isn|aren|wasn|weren|couldn|wouldn|shouldn|hasn|haven)(?:n?['’]t)?"
const SUBJECT = '(?:you|he|she|it|they|we|there|this|that|these|those|your|his|her|their|our|its|anyone|anybody|any)'

/** A sentence in the order of a question, whatever mark it ends in: `Do you expect that.`, `How do you respond to —` */
const INVERSION = new RegExp(
  String.raw`(?:^|[.!?…;]["”’)\]]{0,2}\s+|[—–]\s)(?:\W{0,4})(?:(?:and|but|so|or|then|well|now|also)\s)?(?:[^,.?!:;—–]{1,40}[,:]\s){0,2}(?:(?:and|but|so|or|then|well|now|also)\s)?(?:(?:what|why|how|who|where|when|which)(?:\s(?!(?:i|you|we|he|she|it|they|the|that|this|there)\b)[\w’'-]+){0,2}?\s)?(?:${AUXILIARY}\s${SUBJECT}|(?:does|did|will|would|should|can|could|is|are|was|were|has)(?:n?(?:'|’)t)? (?:the|mr|mrs|ms|president|minister|prime)|(?:what|how) about|what of|why not|how come)\b`,
  'i',
)
/** A turn that somebody cut off. */
const CUT_OFF = /(?:[—–]|\s-|-\s-|\.\.\.|…)["”’)]?(?:\s*\([^()]{0,60}\))?\s*$/
const CUT_QUESTION =
  /(?:^|[.!?…,;:]["”’)\]]{0,2}\s+|[—–]\s)\W{0,4}(?:(?:and|but|so|or|then|well|now|also)\s)?(?:what|why|how|who|where|which) (?:is|are|was|were|do|does|did|has|have|will|would|can|could|should)\b[^.?!]{0,300}$/i

/** Words of order that ask nobody for an answer: `Any more questions?`, `Can we have the next question?` */
const PROCEDURAL =
  /(?:\b(?:next|first|last|final|another|more|other|further|any|your|a) questions?(?:,? please| there| from [^,:?]{1,40}| for [^,:?]{1,40})?\W{0,3}$|\bwho(?:'|’|\si)?s (?:next|first|up)\b|\bcan you hear (?:me|us)\b|\bdo you have (?:a|any) questions?\b|^\W{0,3}(?:(?:and|so|but|just|sorry|sir|minister|now|okay|ok),? )*(?:can|could|may|might) (?:i|we) (?:just |please )?(?:follow up|go (?:back )?to|move (?:on )?to|switch to|turn to|change (?:the )?(?:subject|topic)|(?:start|begin) with|ask (?:you )?(?:a|an|one|two|another|something)\b[^?]{0,12}|have a follow|jump in|add (?:to|something))\b[^?]{0,40}$)/i

/** What stands behind a question proper and asks nothing: thanks, `Over.`, a stage direction. */
const COURTESY =
  /(?:\s|\((?:[^()]{0,60})\)|\[(?:[^[\]]{0,60})\]|[*_]|(?:many )?thanks(?: so much| very much| a lot)?[.!]|thank you(?: so much| very much|,? (?:sir|ma(?:'|’)am|mr\.? president|minister|prime minister))?[.!]|please\.|over\.|yes\.|sir\.)+$/i

const LONGEST_TAIL = 420 // UTF-16 code units; the question proper stands at the end of a question turn
const LONGEST_REQUEST = 1200 // UTF-16 code units; a longer turn tells, whatever it asks on the way

/** Whether a turn ends in a question or is a short request: the sign by which a speaker of unknown role is judged. */
export function endsAsking(turn: string): boolean {
  let tail = turn.slice(-2 * LONGEST_TAIL)
  tail = tail.slice(0, tail.length - (COURTESY.exec(tail.slice(-200))?.[0].length ?? 0)).slice(-LONGEST_TAIL)
  const mark = findQuestionMark(tail)
  if (mark >= 0 && (mark >= tail.length / 2 || /\?["”’)*_]{0,3}$/.test(tail))) return true
  return turn.length <= LONGEST_REQUEST && REQUEST.test(turn)
}

const INTRODUCTION =
  /\b(?:mr\.?|madam|mme|prime|sir|minister|president|secretary[- ]general|chancellor)\b[^?]{0,300}\b(?:my name is|i represent|i(?:'|’)m \p{Lu}\p{L}+ \p{Lu}\p{L}+[, ]|i(?:'|’)m (?:with|from) |i am (?:with|from) )|\bmy name is\b[^?]{0,200}\b(?:newspaper|tv|television|radio|channel|agency|news|press|magazine|journalist|reporter|correspondent)\b/iu
const LONGEST_INTRODUCTION = 400 // UTF-16 code units at the start of a turn

/** Whether a turn opens as a reporter's does who is given the floor: with an address and the own name or outlet. */
export function introducesReporter(turn: string): boolean {
  return INTRODUCTION.test(turn.slice(0, LONGEST_INTRODUCTION))
}

/** Whether an interviewer's turn asks anything at all: with a question mark, as a request, or as a question that was cut off. */
export function asks(turn: string): boolean {
  if (findQuestionMark(turn) >= 0) return true
  const tail = turn.slice(-LONGEST_REQUEST).replace(/\s+/g, ' ').trim()
  return REQUEST.test(tail) || PROMPT.test(tail) || INVERSION.test(tail) || (isCutOff(tail) && CUT_QUESTION.test(tail))
}

/** Whether somebody cut the turn off. */
export function isCutOff(turn: string): boolean {
  return CUT_OFF.test(turn.slice(-80))
}

/** Where the last question mark stands that ends no mere word of order; -1 where none does. */
function findQuestionMark(text: string): number {
  let end = text.lastIndexOf('?')
  while (end >= 0) {
    let start = end
    while (start > 0 && end - start < LONGEST_SENTENCE && !STOPS.has(text.charAt(start - 1))) start--
    const sentence = text.slice(start, end)
    if (!PROCEDURAL.test(sentence) && !(start > SHORTEST_HANDOVER && isCall(sentence))) return end
    end = start > 0 ? text.lastIndexOf('?', start - 1) : -1
  }
  return -1
}

const SHORTEST_HANDOVER = 45 // UTF-16 code units before a name that is called; a short turn asks with one word

/** `Ted?` behind a statement gives Ted the floor. */
function isCall(sentence: string): boolean {
  return (
    /^\s*\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?$/u.test(sentence) &&
    !/^\s*(?:why|how|when|who|where|what|which|whose|whom|really|yes|no|right|correct|sorry|pardon|true|still|never|always|ever|anything|nothing|today|tomorrow|now|then|enough|both|all|none|agreed|seriously|meaning|such|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/i.test(
      sentence,
    )
  )
}

const LONGEST_SENTENCE = 2000 // UTF-16 code units
const STOPS: ReadonlySet<string> = new Set(['.', '!', '?'])
