/**
 * The cues of a reply, as patterns over text with straight apostrophes that are tried only where their first word stands.
 *
 * Source: Clayman & Heritage (2002) and Bull & Mayer (1993), *How not to answer questions in political interviews*, for the kinds; the
 * patterns start from a cue list written on the training part of CLARITY (Thomas et al. 2024) and are extended by this library.
 */
export type ReplyCueKind =
  | 'declining'
  | 'ignorance'
  | 'clarification'
  | 'yes'
  | 'no'
  | 'soft'
  | 'deflection'
  | 'generality'
  | 'challenge'
  | 'acceptance'

export interface ReplyCue {
  readonly kind: ReplyCueKind
  readonly id: string
  /** The words that the cue starts with, in lower case. */
  readonly first: readonly string[]
  /** Sticky, anchored at the first word. */
  readonly pattern: RegExp
}

function cue(kind: ReplyCueKind, id: string, first: string, rest: string): ReplyCue {
  return { kind, id, first: first.split(' '), pattern: new RegExp(`(?:${first.split(' ').join('|')})(?:${rest})`, 'iy') }
}

const TELL =
  '(?:comment|discuss|talk|get into|go into|answer|speculate|say|tell|characteri[sz]e|predict|respond|reveal|prejudge|speak|elaborate|disclose|share|confirm|deny|announce|name|address|publish|make public|take questions|go (?:further|beyond|there)|get ahead)\\b'
const ADVERB =
  '(?:(?:just|really|honestly|still|certainly|simply|also|even|yet|exactly|actually|frankly|now|currently|personally) )?'
const BE_NOT = "(?:'m| am|'re| are)(?: (?:just|really|simply|certainly|obviously))? not "

const DECLINING = [
  cue(
    'declining',
    'not-going-to',
    'i we',
    `${BE_NOT}(?:going to|gonna|prepared to|in a position to|at liberty to|here to|ready to|able to|allowed to|authori[sz]ed to|free to|inclined to|willing to)(?: \\w+){0,2}? (?:${TELL}|(?:make a statement|weigh|engage|negotiate|telegraph|put|be|give|rank|pick|do that)\\b)`,
  ),
  cue(
    'declining',
    'not-doing',
    'i we',
    `${BE_NOT}(?:commenting|discussing|getting into|going into|answering|speculating|disclosing|taking questions|gonna)\\b`,
  ),
  cue(
    'declining',
    'will-not',
    'i we',
    ` (?!(?:would not|wouldn't) (?:quite |really |exactly )?say (?:that|so|it)\\b|(?:do not|don't) (?:\\w+ )?share\\b)(?:won't|will not|can't|cannot|can not|wouldn't|would not|don't|do not|never|shouldn't|should not|must not|may not|(?:will |can |shall )?neither) ${ADVERB}(?:(?:comment|discuss|talk about|get into|go into|answer|speculate|tell you|say (?:that|it|what|whether|anything|more|any more|publicly|which|who|when|how)|weigh in|characteri[sz]e|respond|reveal|disclose|release|speak (?:to|about|for)|predict|prejudge|share|engage|confirm|deny|elaborate|name (?:names|any|them|him|her|the)|be drawn|give (?:you )?(?:a date|dates|names|details|figures|numbers|specifics|any)|provide (?:any )?(?:details|figures|specifics)|go (?:further|beyond that|there)|get ahead of|want to get ahead)\\b)`,
  ),
  cue(
    'declining',
    'do-not-want',
    'i we',
    ` (?:don't|do not|wouldn't|didn't|would not) ${ADVERB}(?:want|like|wish|care|intend|plan|think it's appropriate|think it is appropriate|think it would be)(?: \\w+)?(?: to)? (?:${TELL}|(?:talking|discussing|express|mention|prejudice|anticipate|give|go into)\\b)`,
  ),
  cue('declining', 'rather-not', 'i we', "(?:'d| would)(?: much)? (?:rather|prefer) (?:not|to keep|to leave|keep|leave)\\b"),
  cue(
    'declining',
    'leave-to',
    'i we',
    "(?:'ll| will| would|'d| must| have to)? ?(?:just )?(?:let|leave|defer|refer)(?: that| this| it| them)? (?:other people|others|you guys|to (?:the|him|her|them|others|our|my|his|their)|it (?:at|there)|that (?:at|there|to|for|up)|them|him|her|the \\w+ (?:to )?(?:speak|answer|decide|comment)|people|my|your|you to)\\b",
  ),
  cue('declining', 'refer-you', 'i we', "(?:'d| would|'ll| will| have to| can only)? (?:suggest|refer|direct|point) you\\b"),
  cue(
    'declining',
    'already-answered',
    'i we',
    "(?:'ve| have)? (?:already )?(?:answered|addressed|given you)(?: your| that| the| this| it)?\\b",
  ),
  cue(
    'declining',
    'let-you-know',
    'i we',
    "(?:'ll| will) (?:let you know|have (?:an announcement|announcements|more to say|something to say)|announce (?:it|that|them|the)|make (?:an|that) announcement|(?:make|inform) (?:it )?(?:public|the public|you) (?:when|in due|at the))\\b",
  ),
  cue(
    'declining',
    'nothing-to-say',
    'i we',
    ' (?:have|had|have got) (?:nothing|no (?:further )?(?:comment|announcement|announcements|statement|news|update)|not?hing (?:more|further|else)) ?(?:to (?:add|say|announce|share|report))?\\b',
  ),
  cue(
    'declining',
    'no-announcement',
    'i we',
    " (?:don't|do not) have (?:any|an|anything|a) ?(?:announcements?|comments?|statement|updates?|more to|further|to (?:announce|add|share))\\b",
  ),
  cue('declining', 'no-comment', 'no next', ' (?:comment|more questions|further questions|question)\\b'),
  cue(
    'declining',
    'not-appropriate',
    'it that this',
    "(?:'s| is| would be|'d be| wouldn't be| would not be| isn't)(?: not| hardly)? ?(?:premature|inappropriate|improper|irresponsible|(?:not )?(?:be )?appropriate (?:for|to)|wrong of me|unwise to|not wise to|(?:not )?(?:for|up to) (?:me|us) to|not my (?:place|role|job) to|confidential|classified|between (?:me|us|the two)|a private matter|private\\b|not (?:something|a (?:matter|subject|question|thing)) (?:that )?(?:i|we)(?:'m|'re|'ll| am| are| will| can| would| want)?\\b|a (?:question|matter) (?:for|that)|something (?:for|that) (?:the|he|she|they))\\b",
  ),
  cue(
    'declining',
    'not-for-me',
    'not',
    " (?:(?:appropriate (?:to|for)|for (?:me|us) to|here to|my place|going to (?:comment|speculate|discuss|get into|answer|say|tell|talk))|(?:something )?(?:i'm|we're) (?:going to|prepared)|at liberty|(?:to|going to) be drawn)\\b",
  ),
  cue(
    'declining',
    'let-me-not',
    'let',
    ' (?:me not|us not (?:speculate|get ahead|anticipate)|the (?:courts?|investigators?|negotiators|process|others)\\b|others (?:speak|judge)|him (?:speak|answer)|her (?:speak|answer)|them (?:speak|answer))\\b',
  ),
  cue('declining', 'ask-them', 'ask', ' (?:him|her|them|the \\w+|my \\w+|that question to|somebody else|someone else)\\b'),
  cue(
    'declining',
    'you-have-to-ask',
    'you',
    "(?:'d| would|'ll| will| should| must)?(?: have to| need to)? (?:have to ask|ask (?:him|her|them|the|your|my|that)|(?:should )?(?:address|direct|put) (?:that|this|the) question)\\b",
  ),
  cue(
    'declining',
    'confidential',
    'details discussions discussion negotiations talks terms contents content names figures matters things conversations contract contracts price',
    '(?: \\w+){0,3}? (?:(?:remain|remains|are|is|stay|stays|must remain|will remain|should remain|should stay) (?:strictly |between us|between the)?(?:confidential|private|secret|classified|not public|for (?:another day|the courts?|the parties)))\\b',
  ),
  cue(
    'declining',
    'ongoing',
    'while as since because',
    " (?:the |an |this |that )?(?:\\w+ )?(?:talks|negotiations|investigation|inquiry|proceedings|case|trial|matter|process|review)(?: is| are|'s)? (?:under ?way|ongoing|still|pending|continue|continues|before the|going on|open|not (?:yet )?(?:over|finished|complete))\\b",
  ),
  cue('declining', 'not-the-time', 'this now it', "(?:'s| is) not (?:the|a) (?:time|place|moment|forum|venue|occasion)\\b"),
  cue(
    'declining',
    'move-on',
    'let',
    "(?:'s| us) (?:move on|leave it (?:there|at that)|take (?:the|another) (?:next )?question|not (?:go|get) (?:there|into|ahead))\\b",
  ),
  cue(
    'declining',
    'question-as-object',
    'answer answered answering',
    ' (?:your|that|the|any|more|this|those|such) questions?\\b',
  ),
  cue(
    'declining',
    'rule-not-to',
    'it my our a as',
    `(?: (?:a )?(?:matter of )?(?:rule|policy|habit|principle|practice|custom)s?(?: is|,)?|'s (?:a|my|our) (?:rule|policy|habit|principle)| is (?:a|my|our) (?:rule|policy|habit|principle))(?: of mine)?(?: never| not) to (?:${TELL}|\\w+ (?:on|about)\\b)`,
  ),
  cue('declining', 'make-it-a-rule', 'i we', ' make it a (?:rule|habit|principle|policy|point) (?:not|never) to\\b'),
  cue(
    'declining',
    'make-no-statement',
    'i we',
    ' (?:never |can |will |shall )?(?:make|give|offer|have|issue) no (?:public )?(?:statements?|comments?|interviews?|details|names|figures|forecasts?|predictions?)\\b',
  ),
  cue(
    'declining',
    'own-business',
    'none that not',
    "(?:'s| is)?(?: none| no)? ?(?:of|any of)? ?(?:your|anybody's|anyone's|the public's|the press's) (?:business|concern)\\b",
  ),
  cue('declining', 'sealed-lips', 'my mum', "(?: lips are sealed|'s the word)\\b"),
  cue(
    'declining',
    'nothing-i-can-say',
    'there',
    "(?:'s| is)(?: really| simply)? (?:nothing|little|not (?:much|a lot)|only so much|no more) (?:more )?(?:that )?(?:i|we) (?:can|could|may|am able to|want to|wish to|will) (?:\\w+ )?(?:say|add|tell|disclose|share|reveal)\\b",
  ),
  cue(
    'declining',
    'stays-in-the-room',
    'stay stays remain remains stayed keep kept',
    ' (?:in (?:the|that|this) room|between (?:us|him|her|them|the)|behind (?:closed doors|those doors|that door)|within (?:the|these|those)|private|confidential|secret)\\b',
  ),
  cue(
    'declining',
    'at-the-proper-time',
    'at in',
    ' (?:the|its|a) (?:proper|right|appropriate|due|given|suitable) (?:time|moment|place)\\b',
  ),
  cue('declining', 'neither-confirm', 'neither', ' confirm nor (?:deny|refute)\\b'),
  cue(
    'declining',
    'bound',
    'i we',
    "(?:'m| am|'re| are) (?:bound (?:by|to)|sworn to|under (?:oath|an obligation|a duty)|not (?:permitted|entitled|supposed))\\b",
  ),
  cue(
    'declining',
    'ask-understanding',
    'ask beg hope please bear you',
    " (?:for your understanding|your understanding|you to respect|you(?: will|'ll)? understand(?: that| why|$)|with (?:us|me)|(?:will|'ll) (?:understand|forgive|appreciate|have to wait|find out|hear|see it|have to be patient)|would not expect (?:me|us))\\b",
  ),
  cue('declining', 'let-me-decline', 'let', ' me (?:decline|refrain|pass|leave (?:it|that) (?:there|at that)|stop there)\\b'),
  cue('declining', 'respectfully', 'respectfully', ',? (?:i |decline)\\b'),
  cue(
    'declining',
    'decline',
    'i we',
    "(?:'ll| will|'m going to| must| have to| would| shall)? (?:decline|refuse|refrain|abstain|pass on|reserve|keep (?:that|those|it|them|my|our) (?:to|private|confidential|between|own)|stay out of|stop there|skip (?:that|this))\\b",
  ),
  cue(
    'declining',
    'no-date-now',
    'when in',
    " (?:there is|there's|we have|i have|the time comes|due course|we are ready|it is ready|we're ready)(?: (?:something|news|anything|more|a decision) to (?:announce|say|share|report))?,? ?(?:you will|you'll|we will|we'll|i will|i'll|the public will|it will be announced)\\b",
  ),
]

const KNOW =
  '(?:(?:know|remember|recall|understand)(?! (?:of )?(?:an?|any(?:one|body)?|better|such|one)\\b)|have (?:enough|any|the|that|those|these|a|an|exact|precise|all|it|them)(?: \\w+){0,2}? ?(?:information|data|details?|idea|answer|numbers?|figures?|facts?|knowledge|report|statistics|with me|at hand|in front of me))\\b'
const IGNORANCE = [
  cue(
    'ignorance',
    'do-not-know',
    'i we',
    ` ${ADVERB}(?:don't|do not|didn't|did not|wouldn't|would not|can't|cannot|couldn't|could not) ${ADVERB}${KNOW}`,
  ),
  cue(
    'ignorance',
    'know-nothing',
    'i we',
    "(?:'ve| have)? (?:know|knew|heard|hear|read|seen) nothing(?: about| of| yet|[.,;]|$)",
  ),
  cue('ignorance', 'no-idea', 'no', ' (?:idea|clue|information|knowledge|way of knowing)\\b'),
  cue('ignorance', 'none-of-us', 'nobody none no who', '(?: one| of us)?(?: \\w+)? (?:knows?|can (?:know|say|tell|predict))\\b'),
  cue(
    'ignorance',
    'not-sure',
    'not',
    ' (?:(?:quite |entirely |completely |really |at all )?(?:sure|aware|familiar|certain|clear)|(?:being |been )?(?:told|briefed|informed|involved|consulted))\\b',
  ),
  cue(
    'ignorance',
    'unaware',
    'i we',
    "(?:'m| am|'re| are|'ve been| have been) (?:un(?:aware|sure|certain|familiar)|still (?:waiting|checking|finding out|gathering)|waiting for (?:the|more|a)|in the dark)\\b",
  ),
  cue(
    'ignorance',
    'cannot-say',
    'i we',
    ` (?:can't|cannot|can not|couldn't|could not|wouldn't be able to) ${ADVERB}(?:say (?:for sure|for certain|with (?:any )?(?:certainty|confidence)|exactly|right now|at this|yet|offhand)|tell you (?:exactly|for|how|when|what|where|who|why|off|right now|offhand)|be (?:sure|certain)|recall|remember|give you (?:an exact|a precise|the exact|a number))\\b`,
  ),
  cue(
    'ignorance',
    'hard-to-say',
    'hard difficult impossible',
    ' (?:to|for me to|for us to) (?:say|tell|know|predict|judge|estimate)\\b',
  ),
  cue('ignorance', 'too-early', 'too', ' (?:early|soon) (?:to|for)\\b'),
  cue('ignorance', 'remains-to-be-seen', 'remains', ' to be (?:seen|determined|decided)\\b'),
  cue('ignorance', 'will-see', 'we', "(?:'ll| will|'re going to| are going to)(?: have to| just have to)? (?:see|find out)\\b"),
  cue(
    'ignorance',
    'find-out',
    'i we',
    "(?:'ll| will|'d| would)?(?: have to| need to|'ve got to)? (?:find out|check|look into (?:it|that)|get back to you|look it up|ask my)\\b",
  ),
  cue(
    'ignorance',
    'not-seen',
    'i we',
    ` (?:haven't|have not|hadn't|had not|didn't|did not|never|have yet to|don't|am yet to) ${ADVERB}(?:(?:seen?|read|heard?|receive|received|studied|follow(?:ed)?|get|gotten)\\b(?! (?:of )?(?:an?|any(?:one|body)?|such|many|much|so|one|more|better|worse)\\b)|(?:looked|been (?:told|briefed|informed|shown)|talked|spoken|had a chance|ask|asked)\\b)`,
  ),
  cue('ignorance', 'just-heard', 'just', ' (?:heard|found out|learned|read)\\b'),
  cue('ignorance', 'first-heard', 'first', " (?:i've|i have|i) (?:heard|hear)\\b"),
  cue(
    'ignorance',
    'not-involved',
    'i we',
    " (?:wasn't|was not|weren't|were not) (?:involved|aware|there|briefed|present|told|informed|in the room|part of)\\b",
  ),
  cue('ignorance', 'have-to-see', 'have', "(?:n't)? to (?:see|look|check|find out|study|read|watch|wait)\\b"),
  cue(
    'ignorance',
    'could-not-tell-you',
    'i we',
    " (?:couldn't|could not|can't|cannot) (?:tell you|say)(?:[.,;]| (?:how|when|what|where|who|why|if|whether|which|exactly|for sure|for certain|with))",
  ),
  cue(
    'ignorance',
    'wish-i-knew',
    'i we',
    ' (?:only )?wish (?:i|we) (?:could (?:tell|say|answer|give)|knew|had (?:an answer|the answer|a number|the figures?))\\b',
  ),
  cue(
    'ignorance',
    'no-explanation',
    'i we there',
    "(?:'ve| have| had|'s| is|'s)(?: simply| really| still| so far)? (?:no|neither|not (?:a|an|any|the slightest)) (?:explanation|information|knowledge|idea|clue|details|data|figures?|news|report|confirmation|certainty|reliable|clear (?:answer|picture)|exact|precise)\\b",
  ),
  cue(
    'ignorance',
    'not-have-it',
    'i we',
    " (?:simply |just |still |really |unfortunately )?(?:don't|do not|didn't|did not) (?:yet |even )?(?:have|possess|hold) (?:that|this|those|these|any|the|such|an|a|all) (?:\\w+ )?(?:information|data|details?|idea|answers?|numbers?|figures?|facts?|picture|reports?|list)\\b",
  ),
  cue('ignorance', 'escapes-me', 'escapes escape slips slipped eludes', ' (?:me|us|my (?:mind|memory))\\b'),
  cue(
    'ignorance',
    'unclear',
    'it that this remains still',
    "(?:'s| is| was)?(?: still| not yet| at the moment)? ?(?:unclear|unknown|not known|not clear|uncertain|a mystery|an open question|anybody's guess|anyone's guess)\\b",
  ),
  cue(
    'ignorance',
    'learned-like-you',
    'i we',
    "(?:'ve| have)? (?:only |just )?(?:learned|learnt|heard|read|found out)(?: of| about)?(?: it| this| that)? (?:from|in|on|through) (?:the|your|a) (?:radio|papers?|newspapers?|news|press|media|television|tv|internet|morning)\\b",
  ),
  cue('ignorance', 'before-my-time', 'before', ' (?:my|our) time\\b'),
  cue(
    'ignorance',
    'none-can-say',
    'something nobody none no-one',
    " (?:that )?(?:none|no one|nobody|neither)?(?: of us)? ?(?:i|we|can|could|knows?)? ?(?:can|could|cannot|can't|do not|don't)? ?(?:say|tell|know)\\b",
  ),
  cue('ignorance', 'guess', 'your', ' guess is as good\\b'),
  cue('ignorance', 'top-of-head', 'off', ' the top of my head\\b'),
  cue('ignorance', 'news-to-me', 'news', ' to me\\b'),
  cue('ignorance', 'beyond-knowledge', 'beyond outside', ' (?:my|our) (?:knowledge|information|competence|area|expertise)\\b'),
]

const CLARIFICATION = [
  cue(
    'clarification',
    'again',
    'say repeat ask go try come',
    ' (?:(?:it|that|them|me|the question|your question) )?(?:again|once more|one more|please\\?)',
  ),
  cue(
    'clarification',
    'could-you-repeat',
    'could can would will please',
    '(?: you)?(?: please)?,? (?:repeat|clarify|rephrase|restate|be more (?:specific|precise)|specify|explain what you|say (?:it|that) again|tell me (?:what|which)|speak up)\\b',
  ),
  cue('clarification', 'pardon', 'pardon excuse sorry', "(?: me)?[?,] ?(?:what|which|i didn't|could|can|say|me)?"),
  cue(
    'clarification',
    'not-heard',
    'i',
    " (?:can't|couldn't|could not|cannot|didn't|did not|don't|do not|am not sure i|missed) ?(?:quite )?(?:hear|heard|catch|caught|get (?:a |the )?(?:translat|question)|get that|follow|understand (?:the|your|what)|the (?:question|first|second|last|end))\\b",
  ),
  cue('clarification', 'louder', 'louder speak', '(?: up| a little| louder|,|\\.|\\?|$)'),
  cue('clarification', 'sorry', 'i', "'m sorry[?,.—-]"),
  cue(
    'clarification',
    'what-do-you-mean',
    'what',
    "(?:(?: exactly)? (?:do|did|are|were) you (?:mean|asking|referring|talking|saying)| was (?:your|the|that)\\b|(?:'s| is) (?:your|the) (?:question|second|first|last|other)\\b|'s that\\?| (?:agreement|report|statement|decision|incident|document|meeting|figures?|case|law|article|remarks?|comments?|question) (?:do you mean|are you|is that|exactly))",
  ),
  cue('clarification', 'which-one', 'which what whose', ' (?:\\w+ ){0,2}\\w+\\?'),
  cue(
    'clarification',
    'help-me',
    'you',
    "(?:'ll| will| would|'d)?(?: have to| need to| must)? (?:have to |need to )?(?:help me|be more (?:specific|precise|concrete)|tell me (?:which|what|who|whom))\\b",
  ),
  cue(
    'clarification',
    'not-sure-what-you',
    'sure clear certain',
    " (?:i (?:follow|understand|get|see what)|(?:what|who|whom|which|that) (?:\\w+ )?you(?:'re| are)? (?:mean|refer|referring|asking|talking))\\b",
  ),
  cue(
    'clarification',
    'which',
    'which in the',
    ' (?:ones?\\?|question\\?|question (?:was|is)(?=\\s*(?:[?,.]|$))|what\\?|way\\?|(?:\\w+ )?(?:do you mean|are you (?:referring|talking|asking))|part of (?:the|your) question|what (?:way|sense))',
  ),
  cue('clarification', 'do-you-mean', 'do did are were', ' you (?:mean|talking|asking|referring|speaking)\\b'),
  cue(
    'clarification',
    'you-are-asking',
    'you',
    "(?:'re asking|'re referring|'re talking about|'re saying| are asking| are referring| asked| mean)\\b",
  ),
  cue('clarification', 'if-i-understand', 'if', ' (?:i )?(?:understand|understood|heard) (?:you|the question|your question)\\b'),
]

const DIRECT = [
  cue('yes', 'yes', 'yes yeah yep absolutely correct sure certainly definitely exactly indeed', '\\b'),
  cue('yes', 'of-course', 'of', ' course\\b(?! not)'),
  cue(
    'no',
    'no',
    'no nope never',
    '\\b(?! (?:one|doubt|matter|question|longer|comment|idea|more|further|decision|problem|other|country|later|less|worries))',
  ),
  cue('no', 'not-at-all', 'not absolutely certainly', ' (?:at all|not|yet|really|true)\\b'),
  cue('no', 'of-course-not', 'of', ' course not\\b'),
  cue(
    'soft',
    'i-think-so',
    'i',
    " (?:(?:do )?(?:think|believe|hope|guess|expect) so|(?:don't|do not) (?:think|believe) so|(?:don't|do not) share (?:th|your|his|her|such)\\w*|agree|disagree|would(?:n't| not)? say)\\b",
  ),
  cue('soft', 'that-is-right', 'that it', "(?:'s| is) (?:right|correct|true|not true|wrong|fair|false|possible|so)\\b"),
  cue('soft', 'you-are-right', 'you', "(?:'re| are) (?:right|correct|wrong)\\b"),
  cue('soft', 'not-yet', 'not', ' (?:yet|now|at this(?: point)?|necessarily|exactly)\\b'),
  cue('soft', 'the-answer', 'the my', ' answer(?: to (?:that|your \\w+))?(?: is\\b|\\b)'),
  cue(
    'soft',
    'ellipsis',
    'i we they he she it there',
    "(?:'d love to|'d like to| (?:certainly |really |honestly |indeed |never )?(?:will|would|did|do|does|have|had|are|can|could|am|is|has|was|were|should|must|shall|might|may|ca|wo)(?:n't| not)?(?: indeed| so| exactly that| both)?[.,;:])",
  ),
]

/** Attacks on the question or the questioner, and changes of topic: answers that go elsewhere. */
const DEFLECTION = [
  cue(
    'deflection',
    'real-question',
    'the what',
    ' (?:real|more important|bigger|better|right|main|true) (?:question|issue|problem|point|story|scandal)\\b',
  ),
  cue('deflection', 'what-matters', 'what', ' (?:really )?(?:matters|counts|is important|people (?:want|care))\\b'),
  cue('deflection', 'what-about', 'what how', ' about\\b'),
  cue(
    'deflection',
    'let-me-instead',
    'let',
    "(?: me (?:instead|first|tell you (?:what|about)|remind you|turn)|'s (?:talk|focus|look|remember|not forget)| us (?:talk|focus|look|remember|not forget))\\b",
  ),
  cue(
    'deflection',
    'others-to-blame',
    'the my',
    ' (?:previous|last|former|prior|past|opposition|predecessor)(?: \\w+)? ?(?:government|administration|president|minister|coalition|cabinet|party|left|who|did|had)\\b',
  ),
  cue(
    'deflection',
    'your-paper',
    'your',
    " (?:(?:paper|newspaper|colleagues|network|channel|magazine|station|profession|outlet|country)(?:'s| (?:has|have|had|is|are|was|were|never|always|keeps?|should|ought|did|does|do|only|wrote|writes|published|prints|reported)\\b)|own (?:government|country|paper|newspaper|network|party|record)\\b)",
  ),
  cue(
    'deflection',
    'media',
    'the fake a you',
    ' (?:media|press (?:has|have|is|are|should|never|that)|news media|journalists|reporters)\\b',
  ),
  cue('deflection', 'you-people', 'you', ' (?:people|guys|journalists|reporters|in the media)\\b'),
  cue(
    'deflection',
    'you-should-ask',
    'why you',
    " (?:should (?:ask|look|be asking)|don't you|do you (?:not|never|always|keep)|never ask|always ask|keep asking|are you not|aren't you)\\b",
  ),
  cue(
    'deflection',
    'rather-ask',
    'i we',
    "(?:'d| would| should|'ll)? ?(?:rather|prefer to|find it (?:remarkable|strange|interesting|odd|curious|telling)|(?:should|would) (?:rather )?(?:ask|discuss|talk about)(?! (?:your readers|readers|all|everyone|everybody|people|them|him|her|for)\\b))(?: ask| discuss| talk| that| how| you)?\\b",
  ),
  cue(
    'deflection',
    'those-who-say',
    'those the',
    ' (?:people |ones |same people )?who (?:say|claim|call|started|shelled|accuse|criticize|spread|ask)\\b',
  ),
  cue(
    'deflection',
    'ask-yourselves',
    'ask',
    ' (?:yourselves|yourself|the (?:opposition|government before|previous|other side|former)|those who|why)\\b',
  ),
  cue(
    'deflection',
    'their-record',
    'it their his her',
    "(?:'s| is| was)? ?(?:their|his|her|the other side|them|not us|not me|the opposition|record|turn)\\b(?: record| history| who)?",
  ),
  cue(
    'deflection',
    'better-subject',
    'a the',
    ' (?:better|bigger|more (?:important|interesting|pressing)|real|right|wrong) (?:subject|story|scandal|topic|thing to (?:talk|ask)|question|issue|problem)\\b',
  ),
  cue(
    'deflection',
    'nobody-asks',
    'nobody never none no',
    ' (?:one )?(?:on your channel |in your paper |of you )?(?:ever )?(?:asks?|writes?|mentions?|mentioned|wrote|reports?|asked|put that|puts that|talks?|blames?)\\b',
  ),
  cue('deflection', 'look-at', 'look', ' at (?:what|the|how)\\b'),
  cue(
    'deflection',
    'strange-question',
    'that this',
    "(?:'s| is) (?:a|an|such a|the wrong|not the) (?:\\w+ )?(?:question|stupid|silly|nasty|loaded|gotcha)\\b",
  ),
]

/** Answers that keep to principles and generalities. */
const GENERALITY = [
  cue(
    'generality',
    'in-general',
    'in generally as',
    '(?: general\\b| principle\\b| a (?:matter of )?(?:principle|rule)\\b| speaking\\b| always\\b)',
  ),
  cue(
    'generality',
    'we-always',
    'we',
    "(?: always| have always|'ve always| attach (?:great|particular)| are (?:always|fully|firmly|deeply|strongly)? ?(?:committed|determined|open|guided)| remain (?:committed|open)| will (?:always|continue|keep)| continue| stand (?:for|ready)| believe in| take \\w+ (?:very )?seriously| proceed from)\\b",
  ),
  cue(
    'generality',
    'every-state',
    'every all any each',
    ' (?:country|countries|state|states|nation|nations|sides|parties|government|citizens?|society|family|child)\\b',
  ),
  cue(
    'generality',
    'principles',
    'international national mutual common shared',
    ' (?:law|interests?|respect|benefit|trust|responsibility|values|future|good)\\b',
  ),
  cue(
    'generality',
    'it-is-important',
    'it',
    "(?:'s| is) (?:(?:very|always|extremely) )?(?:important|necessary|essential|vital|crucial|a (?:complex|difficult|long|delicate|broad))\\b",
  ),
  cue(
    'generality',
    'principle-first',
    'in on broadly as',
    ' (?:principle|the whole|speaking|a rule|this kind|matters of this kind|such (?:matters|cases)|all (?:such )?(?:matters|cases)|every (?:field|respect|sphere|area)|the (?:spirit|interest|interests) of|the basis of)\\b',
  ),
  cue(
    'generality',
    'has-to-be',
    'has have must need needs',
    ' to be (?:weighed|considered|seen|taken into account|balanced|earned|respected|protected|close to|adapted|carefully)\\b',
  ),
  cue(
    'generality',
    'foundation',
    'is are',
    ' (?:the|a) (?:foundation|basis|cornerstone|key|future|pillar|duty|right|human right|feature|sign|matter|question) (?:of|to|for|that)\\b',
  ),
  cue(
    'generality',
    'each-of-us',
    'each all everyone every no',
    '(?: of us| one| stakeholders| partners| nations| levels| directions| fields| sides| must be left behind| should be left behind| day| aspects)\\b',
  ),
  cue('generality', 'efforts', 'our efforts step', ' (?:efforts|policy|work|are aimed|by step)\\b'),
  cue('generality', 'dialogue', 'through by', ' (?:dialogue|consultation|cooperation|working together|mutual)\\b'),
]

const CHALLENGE = [
  cue(
    'challenge',
    'would-not-say',
    'i we',
    " (?:would not|wouldn't|do not|don't|cannot|can't) (?:say(?: that| so|$|,)|agree|accept|share (?:this|that|the|your)|see it|call it|(?:think|believe) (?:that )?(?:that is|that's|it is|it's|this is) (?:right|true|fair|correct|accurate|the case|so)|recogni[sz]e that|describe it|put it)",
  ),
  cue(
    'challenge',
    'disagree',
    'i we',
    '(?: would)? (?:disagree|reject|dispute|take issue|object|must correct|have to correct|would correct|would question|question the)\\b',
  ),
  cue(
    'challenge',
    'not-true',
    'that it this',
    "(?:'s| is|'s simply| isn't| is simply|'s just) (?:simply |just |absolutely |completely |entirely |really )?(?:not (?:true|right|correct|accurate|the case|so|what|how|fair)|true\\b(?<=n't true)|wrong\\b|false\\b|untrue|a myth|an exaggeration|exaggerated|nonsense|incorrect|inaccurate|a misunderstanding|misleading|a false)",
  ),
  cue(
    'challenge',
    'on-the-contrary',
    'on quite contrary',
    ' (?:the contrary|the opposite|to (?:what|that|this|popular|some|such))\\b',
  ),
  cue(
    'challenge',
    'to-be-recognized',
    'it',
    ' (?:should|must|has to|needs to) be (?:recogni[sz]ed|noted|understood|remembered|said|stressed|pointed out)(?: that)?\\b',
  ),
  cue('challenge', 'natural', 'it', "(?:'s| is) (?:only |quite |perfectly )?(?:natural|a mistake|wrong to)\\b"),
  cue(
    'challenge',
    'you-are-wrong',
    'you your',
    "(?:'re| are|r (?:premise|question|figures?|numbers?|information|description|assumption) (?:is|are|assumes?|rests?)| assume| were| have been)? ?(?:wrong|mistaken|misinformed|misled|false|incorrect|outdated|that)\\b",
  ),
  cue(
    'challenge',
    'premise',
    'the that',
    ' (?:premise|assumption|allegation|claim|accusation|figure|report)s? (?:is|are|was|were|of (?:the|your) question)(?: \\w+)? ?(?:wrong|false|baseless|mistaken|unfounded|not|incorrect|inaccurate|simply)?\\b',
  ),
  cue(
    'challenge',
    'there-is-no',
    'there nobody no',
    "(?:(?:'s| is| are| was| were) (?:no|never|absolutely no) (?:such|\\w+ (?:crisis|pressure|conflict|plan|intention|evidence|basis|contradiction|split|rift|threat|dependence|delay))| one (?:has|is|was)(?: ever)? (?:forc|pressur|push|ask|told)\\w*| such (?:plan|pressure|thing|decision|intention|conflict)| (?:is|has) (?:forc|pressur|push)\\w*)",
  ),
]

const ACCEPTANCE = [
  cue(
    'acceptance',
    'agree',
    'i we',
    " (?:(?:fully|completely|do|absolutely|would|certainly) )?(?:agree|admit|acknowledge|concede|regret|recogni[sz]e|(?:understand|share|hear|respect|take) (?:the|these|this|that|those|your|their|such|people's)(?: \\w+)? ?(?:concern|worr|fear|criticism|doubt|anger|frustrat|point|seriously))",
  ),
  cue('acceptance', 'you-are-right', 'you', "(?:'re| are) (?:(?:quite|absolutely|completely) )?(?:right|correct)\\b"),
  cue(
    'acceptance',
    'that-is-true',
    'that it',
    "(?:'s| is) (?:unfortunately |indeed |certainly |quite |absolutely |also |all |largely |partly )?(?:true\\b|right\\b|correct\\b|fair\\b|a fair|a (?:real|serious|legitimate|genuine|valid) )",
  ),
  cue(
    'acceptance',
    'as-you-said',
    'as',
    " you(?:'ve| have)?(?: rightly| correctly| just)? (?:noted?|said|say|mention(?:ed)?|rightly|pointed|observed|described?)\\b",
  ),
  cue(
    'acceptance',
    'yes-indeed',
    'yes indeed',
    ',? (?:indeed|it is|they are|we (?:did|have|were)|there (?:is|are|was|were)|mistakes)\\b',
  ),
  cue(
    'acceptance',
    'there-is',
    'there',
    "(?:'s| is| are| has been| have been| was| were) (?:indeed |certainly |of course )?(?:growing |such |some |a |real |many |serious |legitimate )*(?:criticism|concern|worr|fear|problem|delay|mistake|difficult|shortage|doubt|tension)",
  ),
  cue(
    'acceptance',
    'mistakes',
    'mistakes we',
    '(?: were made| (?:made|have made) (?:a |some |many )?(?:serious )?mistakes| failed| could have done| should have| were (?:too slow|late|wrong|slow))\\b',
  ),
  cue('acceptance', 'unfortunately', 'unfortunately sadly regrettably', ',? (?:yes|that|this|it|the|we|there)\\b'),
]

export const REPLY_CUES: readonly ReplyCue[] = [
  ...DECLINING,
  ...IGNORANCE,
  ...CLARIFICATION,
  ...DIRECT,
  ...DEFLECTION,
  ...GENERALITY,
  ...CHALLENGE,
  ...ACCEPTANCE,
]
