/** Requests that ask without a question mark, at the start of a sentence. */
const REQUEST =
  /(?:^|[.!?…]["”’)]?\s+)(?:(?:and|so|but|well|now|finally|please|could you|can you|would you|will you)[,\s]+)?(?:please )?(?:tell (?:us|me|our readers)|explain|describe|comment on|walk us through|give us|share (?:with us|your)|talk (?:about|us through)|elaborate|i(?:'|’)d like to (?:ask|hear|know)|i would like to (?:ask|hear|know)|i want to ask|let me ask|i wonder (?:if|whether|what|how|why))\b/i

const ANSWERED_BY_ITSELF = /\?["”’)]?\s+\S/
const LONGEST_TAIL = 600 // UTF-16 code units; the question proper stands at the end of a question turn

/** Whether a turn asks: a question mark or a request near its end, or a short turn that is mostly a question. */
export function asks(turn: string): boolean {
  const tail = turn.slice(-LONGEST_TAIL)
  const sentences = tail.split(/(?<=[.!?…]["”’)]?)\s+/)
  const last = sentences.slice(-2).join(' ')
  if (last.includes('?')) return true
  if (turn.length <= LONGEST_TAIL && tail.includes('?') && !ANSWERED_BY_ITSELF.test(tail.slice(0, LONGEST_TAIL / 3))) return true
  return turn.length <= 2 * LONGEST_TAIL && REQUEST.test(turn)
}
