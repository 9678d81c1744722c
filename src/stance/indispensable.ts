import { type Cue, makeImpliedCue } from './cue.js'
import type { Reading } from './reading.js'

const POLARITY = 0.6 // what nobody could do without is praised, and not in so many words
const REACH = 7 // tokens from the opening to the name
const OPENINGS: readonly (readonly string[])[] = [
  'had it not been for',
  'were it not for',
  'if it had not been for',
  'if it were not for',
  'if it was not for',
  'if not for',
  'but for',
  'without',
].map((opening) => opening.split(' '))
const IMAGINING: ReadonlySet<string> = new Set(['would', 'could', 'might'])
const BETTER: ReadonlySet<string> = new Set('better safer easier happier richer freer cheaper healthier stronger'.split(' '))

/**
 * `Without Chad, the talks would have failed`: what would be missed is favored, and what the rest says is of a case that never came.
 * One cue for each such sentence. Source: this library.
 */
export function findIndispensable(reading: Reading): Cue[] {
  const { tokens, bounds, after, mentionAt, columns } = reading
  const { lower, sentence } = tokens
  const found: Cue[] = []
  bounds.forEach((from, ordinal) => {
    const to = bounds[ordinal + 1] ?? lower.length
    let imagines = false
    let better = false
    for (let i = from; i < to; i++) {
      if (IMAGINING.has(lower[i] as string)) imagines = true
      else if (imagines && BETTER.has(lower[i] as string)) better = true
    }
    if (!imagines) return
    for (let i = from; i < to; i++) {
      const opening = OPENINGS.find((words) => words.every((word, k) => lower[i + k] === word))
      if (!opening) continue
      const last = i + opening.length - 1
      const at = after[last + 1] ?? -1
      if (at < 0 || at - last > REACH || sentence[at] !== ordinal || columns.clause[at] !== columns.clause[last]) continue
      const mention = mentionAt[at]
      if (!mention) continue
      found.push(makeImpliedCue(i, last, 'indispensable', better ? -POLARITY : POLARITY, mention))
      return
    }
  })
  return found
}
