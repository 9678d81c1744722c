/**
 * The cues of a reply, as patterns over text with straight apostrophes.
 *
 * Source: `recipes/replies.md`, written from the CLARITY training part (Thomas et al. 2024), extended here by further ways to decline.
 */
const SPEAK =
  'comment|discuss|talk|get into|go into|answer|speculate|say|tell|characterize|characterise|predict|respond|reveal|prejudge|speak|elaborate'

function pattern(source: string): RegExp {
  return new RegExp(`\\b(?:${source})`, 'gi')
}

/** One kind of cue. */
export interface ReplyCue {
  readonly id: string
  readonly pattern: RegExp
}

export const DECLINING: readonly ReplyCue[] = [
  {
    id: 'not-going-to',
    pattern: pattern(
      `(?:i'm|i am|we're|we are) not (?:going to|gonna|prepared to|in a position to|at liberty to|here to|ready to|able to|authorized to) (?:\\w+ ){0,2}(?:${SPEAK}|make a statement|disclose|announce|weigh|engage|negotiate|telegraph|put|be|share|confirm|deny)\\b`,
    ),
  },
  {
    id: 'will-not',
    pattern: pattern(
      `(?:i|we) (?:won't|will not|can't|cannot|couldn't|wouldn't|don't|never|shouldn't|will neither) (?:\\w+ )?(?:comment|discuss|talk about|get into|go into|answer|speculate|tell you|say (?:that|it|what|whether)|weigh in|characterize|respond|reveal|disclose|release|speak (?:to|about)|predict|prejudge|share|engage|confirm|deny)\\b`,
    ),
  },
  {
    id: 'do-not-want',
    pattern: pattern(
      `(?:i|we) (?:don't|do not|wouldn't|didn't|would not) (?:\\w+ )?(?:want|like|wish|care|intend|think it's appropriate|think it would be) (?:to )?(?:\\w+ )?(?:${SPEAK}|talking|express|mention|prejudice|anticipate|get ahead)\\b`,
    ),
  },
  {
    id: 'rather-not',
    pattern: pattern(
      `(?:(?:i'd|i would|we'd|we would) (?:rather|prefer) not|no comment|(?:i'll|i will|i would) (?:just )?(?:let|leave) (?:other people|others|you guys|it|that|them|him|her|the|people|my|your)|(?:i've|i have) (?:already )?(?:answered|addressed|given you)|i (?:already )?answered (?:your|that|the)|next question|no more questions|(?:it's|it is|it would be) (?:premature|not appropriate|inappropriate)|not appropriate (?:to|for)|not for (?:me|us) to|(?:we'll|i'll) let you know|i'll have (?:an announcement|announcements|more to say)|let me not|i (?:suggest|refer|would refer) you|refer you|not (?:something )?(?:i'm|we're) (?:going to|prepared)|ask (?:him|her|them)|that is a (?:question|matter) for|details? (?:remain|are|is) confidential|this is not the (?:time|place))\\b`,
    ),
  },
  {
    id: 'question-as-object',
    pattern: pattern('(?:(?:answer|answered|answering) (?:your|that|the|any|more|this) question|more questions)\\b'),
  },
]

export const IGNORANCE: readonly ReplyCue[] = [
  {
    id: 'do-not-know',
    pattern: pattern(
      "(?:i|we) (?:(?:just|really|honestly|still|certainly) )?(?:don't|do not|didn't|did not|wouldn't|can't|couldn't) (?:(?:really|yet|even|exactly|actually) )?(?:know|remember|recall|understand|have (?:enough|any|the|that) (?:information|data|details?|idea|answer|numbers?|figures?))\\b",
    ),
  },
  {
    id: 'no-idea',
    pattern: pattern(
      "(?:no idea|not (?:sure|aware|familiar|certain)|unaware|can't (?:say|tell you|be sure|recall)|hard to (?:say|tell|know)|difficult to say|who knows|remains to be seen|too (?:early|soon) to|nobody (?:really )?knows|we'll (?:have to )?(?:see|find out)|(?:we're|we are) going to see|i'll find out)\\b",
    ),
  },
  {
    id: 'not-seen',
    pattern: pattern(
      "(?:(?:i|we) (?:haven't|have not|hadn't|didn't|did not|never|don't) (?:(?:yet|even|actually|really) )?(?:seen|see|read|heard|hear|looked|been (?:told|briefed|informed)|talked|spoken|had a chance|gotten|ask|asked)|just (?:heard|found out|learned|read)|(?:haven't|have to) (?:see|look|check|find out|study|read|watch)|wasn't (?:involved|aware|there|briefed)|not (?:being )?(?:told|briefed|involved))\\b",
    ),
  },
]

export const CLARIFICATION: readonly ReplyCue[] = [
  {
    id: 'again',
    pattern: pattern(
      "(?:(?:say|repeat|ask|go|try) (?:(?:it|that|them|me) )?(?:again|one more)|(?:could|can) you (?:please )?(?:repeat|clarify|rephrase)|say (?:it|that)\\?|pardon me|excuse me\\?|(?:can't|couldn't|didn't|did not|don't) (?:quite )?(?:hear|catch|get (?:a|the)? translat|understand (?:the|your|what))|speak (?:up|a little|louder)|louder)",
    ),
  },
  {
    id: 'which-question',
    pattern: pattern(
      "(?:what (?:exactly )?(?:do|did) you mean|what was (?:your|the)|(?:what's|what is) (?:your|the) (?:question|second|first|last|other)|the what|in what (?:way|sense)|which (?:one|question)|the question (?:was|is)|(?:are|were) you (?:talking|asking|referring|speaking)|(?:you're|you are) (?:talking|asking|saying|referring)|you asked|what's that\\?)",
    ),
  },
]

export const SOFT_ANSWER: readonly ReplyCue[] = [
  {
    id: 'soft-answer',
    pattern: pattern(
      "(?:i (?:do )?(?:think|believe|hope|guess|expect) so|i don't (?:think|believe) so|(?:that's|that is) (?:right|correct|true|not true|wrong|fair|false)|(?:you're|you are) (?:right|correct|wrong)|not (?:yet|now|at this(?: point)?|necessarily|really|exactly)|(?:it's|it is) (?:true|possible|not true)|i (?:agree|disagree)|the answer(?: to (?:that|your \\w+))? is|i would(?:n't)? say|my answer|i'd (?:love|like) to|(?:i|we) (?:will|would|did|do|have|are|can|am)(?: not)?[.,])",
    ),
  },
]

/** Attacks on the question or the questioner, and changes of topic: answers that go elsewhere. */
export const DEFLECTION: readonly ReplyCue[] = [
  {
    id: 'other-matter',
    pattern: pattern(
      "(?:the (?:real|more important|bigger|better) (?:question|issue|problem|point|story)|what (?:really )?matters(?: is)?|let me (?:instead|first) (?:say|talk|tell)|let's (?:talk|focus|look)|what about|the (?:previous|last|former) (?:government|administration)|the opposition|you should (?:ask|look at)|your (?:paper|newspaper|colleagues|network)|the media|fake news|you (?:people|journalists|guys))\\b",
    ),
  },
]

/** Answers that keep to principles and generalities. */
export const GENERALITY: readonly ReplyCue[] = [
  {
    id: 'generality',
    pattern: pattern(
      '(?:in general|generally(?: speaking)?|as a (?:matter of )?(?:principle|rule)|in principle|we (?:always|have always|attach great|are committed|remain committed|will continue|continue) |every (?:country|state)|all (?:countries|states|sides|parties)|international law|national interests?|it is (?:important|necessary) (?:to|that))',
    ),
  },
]

export const CHALLENGE: readonly ReplyCue[] = [
  {
    id: 'challenge',
    pattern: pattern(
      "(?:i (?:would not|wouldn't|do not|don't) (?:say|agree|accept|think (?:that is|that's|it is|it's) (?:right|true|fair|correct|accurate))|i (?:disagree|reject|dispute|take issue)|(?:that's|that is|it is|it's|this is) (?:simply |just |absolutely )?(?:not (?:true|right|correct|accurate|the case|so)|wrong|false|untrue|a myth|an exaggeration|nonsense|incorrect)|on the contrary|it should be (?:recognized|recognised|noted|understood|remembered) that|it is (?:natural|a mistake|wrong to)|you (?:are|'re) (?:wrong|mistaken)|not (?:at all|quite) |the premise|contrary to)",
    ),
  },
]

export const ACCEPTANCE: readonly ReplyCue[] = [
  {
    id: 'acceptance',
    pattern: pattern(
      "(?:i agree|we agree|you (?:are|'re) (?:right|correct|absolutely right)|(?:that's|that is|it's|it is) (?:true|right|correct|fair)|as you(?:'ve| have)? (?:noted|said|mentioned|rightly|pointed)|yes,? indeed|indeed|i (?:understand|share) (?:the|these|this|that|those|your|their) (?:concern|worr|fear)|there (?:is|are|has been|have been) (?:indeed )?(?:growing |such |some )?(?:criticism|concern|worr|fear|problem))",
    ),
  },
]
