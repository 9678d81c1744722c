/** Phrases by which a chair, a moderator or a press aide gives others the floor, keeps order or closes. */
const FLOOR_PHRASES: readonly string[] = [
  'go ahead',
  'go on,? please',
  String.raw`(?:have|has|had|give|gives|given|get|take|open) (?:\w+ ){0,3}(?:the )?(?:floor|mi(?:c|ke|crophone))`,
  String.raw`pass (?:\w+ )?(?:the )?mi(?:c|ke|crophone)`,
  'mi(?:c|ke|crophone) (?:to|over|for|here|there)',
  String.raw`(?:next|last|final|first|one more|another|more|your|further|any|for|take|this|a few|of) questions?\b(?! (?:is|was) (?:whether|how|what|why|if))`,
  'questions? (?:please|now|session)',
  'question-and-answer',
  '(?:comes|is|be|goes?|going|move|turn|turning|over) (?:to|from|with) the (?:line|gentleman|lady|back|front|right|left|middle)',
  '(?:hand|turn|pass|throw) (?:it|this|the call|the conference|the floor|you|things)? ?(?:back )?over to',
  String.raw`over to (?:you|the|our|mr|ms|dr|professor|minister|president|\p{Lu})`,
  "(?:we(?:’|')ll|we will|we can|let(?:’|')s|let us|i(?:’|')ll|i will|let me) (?:(?:go|start|begin) (?:over |back |now |next )?(?:to|with)|move (?:on|over|to)|take (?:a|one|two|some|it|this)|turn|continue|start with|begin|hear from|call on|wrap|leave it|stop|give)",
  "next,? (?:we|we(?:’|')ll|is|up|to)",
  'i (?:now )?(?:call|invite|recogni[sz]e|remind) (?:on |upon )?(?:the|mr|ms|mrs|deputy|hon|member|question|all|honou?rable)',
  'raise your hand',
  '(?:thank you|thanks),? (?:all|everyone|everybody|guys|folks|ladies|very much,? (?:all|everyone|everybody)|for (?:joining|coming|attending))',
  String.raw`(?:that |this |now )?concludes?\b`,
  "that(?:’|')s (?:all|it for|the end)",
  'out of time',
  'time is up',
  '(?:time|room) for (?:one|two|a couple|a few|some|another)',
  '(?:in|at|from) the (?:front|back|first row|second row|third row|blue|red|white|green|middle)',
  'the (?:gentleman|lady|gentlelady|woman|man|colleague) (?:in|with|over|at|there|from|here)',
  String.raw`over (?:there|here)\b`,
  '(?:kick|start) us off',
  'will (?:now )?(?:take|make|open|answer|be happy to take)',
  'nothing (?:else )?will go on record',
  'take your seats?',
  'papers to be laid',
  'is now (?:open|closed|over)',
  String.raw`the next item\b`,
  '(?:debate|item|session) is closed',
  String.raw`(?:this|that) ends\b`,
  'welcome (?:everyone|everybody|all|to (?:the|this|our|today))',
  'please (?:ask|introduce|proceed|stand by|keep|be brief|identify)',
  'introduce yourself',
]

const FLOOR = new RegExp(
  [String.raw`\b(?:${FLOOR_PHRASES.join('|')})\b`, String.raw`^\W{0,3}order\b`, String.raw`\bplease[.!]?\s*$`].join('|'),
  'iu',
)

const LONGEST_ORDER = 500 // UTF-16 code units; who speaks longer tells something too

/** Whether a turn only gives others the floor: it says neither what is asked nor what is answered. */
export function givesFloor(turn: string): boolean {
  return turn.length <= LONGEST_ORDER && FLOOR.test(turn)
}
