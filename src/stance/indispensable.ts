import { type Cue, makeImpliedCue } from './cue.js'
import type { FoundOpening } from './lexicon/lexicon.js'
import type { Reading } from './reading.js'

const POLARITY = 0.6 // what nobody could do without is praised, and not in so many words
const REACH = 7 // tokens from the opening to the name
const IMAGINING: ReadonlySet<string> = new Set(['would', 'could', 'might'])
const BETTER: ReadonlySet<string> = new Set('better safer easier happier richer freer cheaper healthier stronger'.split(' '))

/**
 * `Without Chad, the talks would have failed`: what would be missed is favored, and what the rest says is of a case that never came;
 * where all would be better it is blamed. One cue for each such sentence. Source: this library.
 *
 * @param openings - where words of `OPENINGS` stand, in text order
 */
export function findIndispensable(reading: Reading, openings: readonly FoundOpening[]): Cue[] {
  if (openings.length === 0) return []
  const { tokens, bounds, after, mentionAt, columns } = reading
  const { lower, sentence } = tokens
  const found: Cue[] = []
  let done = -1 // last sentence that has its cue, or imagines nothing
  for (const { first, last } of openings) {
    const ordinal = sentence[first] as number
    if (ordinal <= done) continue
    const at = after[last + 1] ?? -1
    if (at < 0 || at - last > REACH || sentence[at] !== ordinal || columns.clause[at] !== columns.clause[last]) continue
    const mention = mentionAt[at]
    if (!mention) continue
    done = ordinal
    const to = bounds[ordinal + 1] ?? lower.length
    let imagines = false
    let better = false
    for (let i = bounds[ordinal] as number; i < to; i++) {
      if (IMAGINING.has(lower[i] as string)) imagines = true
      else if (imagines && BETTER.has(lower[i] as string)) better = true
    }
    if (imagines) found.push(makeImpliedCue(first, last, 'indispensable', better ? -POLARITY : POLARITY, mention))
  }
  return found
}
