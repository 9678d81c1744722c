/** Requests that ask without a question mark, at the start of a sentence. */
const REQUEST =
  /(?:^|[.!?…]["”’)]?\s+)(?:(?:and|so|but|well|now|finally|please|could you|can you|would you|will you)[,\s]+)?(?:please )?(?:tell (?:us|me|our readers)|explain|describe|comment on|walk us through|give us|share (?:with us|your)|talk (?:about|us through)|elaborate|i(?:'|’)d like to (?:ask|hear|know)|i would like to (?:ask|hear|know)|i want(?:ed)? to ask|let me ask|my question is|i(?:'|’)?(?:m| was| am)? ?wonder(?:ing)? (?:if|whether|what|how|why))\b/i

/** Words of order that ask nobody for an answer: `Any more questions?`, `Can we have the next question?` */
const PROCEDURAL =
  /\b(?:next question|first question|last question|any (?:more |other |further )?questions?|your question|who(?:'|’)?s next|can you hear me|questions from)\b/i

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

/** Whether an interviewer's turn asks anything at all. */
export function asks(turn: string): boolean {
  if (turn.includes('?')) return findQuestionMark(turn) >= 0
  return turn.length <= LONGEST_REQUEST && REQUEST.test(turn)
}

/** Where the last question mark stands that ends no mere word of order; -1 where none does. */
function findQuestionMark(text: string): number {
  let end = text.lastIndexOf('?')
  while (end >= 0) {
    let start = end
    while (start > 0 && !STOPS.has(text.charAt(start - 1))) start--
    if (!PROCEDURAL.test(text.slice(start, end))) return end
    end = start > 0 ? text.lastIndexOf('?', start - 1) : -1
  }
  return -1
}

const STOPS: ReadonlySet<string> = new Set(['.', '!', '?'])
