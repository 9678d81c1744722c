import { type Cue, makeImpliedCue } from './cue.js'
import { FARTHEST, lastOfMention, type Reading } from './reading.js'

const POLARITY = 0.6 // blame or praise for what was not or was done, in so many words it is neither
const REACH = 8 // tokens from `if` to the name, and from the name to `had`
const NEGATED_REACH = 3 // tokens behind `had`
const UNREAL: ReadonlySet<string> = new Set(['would', 'could', 'might'])
const NEGATORS: ReadonlySet<string> = new Set(['not', "n't", 'never'])
/** `If he had any decency`, `an ounce of shame`: no past, and blame all the same. */
const SCANT: ReadonlySet<string> = new Set(['any', 'ounce', 'shred', 'grain', 'half', 'slightest'])

/**
 * `Had Chad listened, they would be alive` blames Chad; `Had Chad not listened, they would be dead` praises it; `Had Chad not lied,
 * they would be alive` blames it again. One cue a sentence, about the subject of the case that was not. Source: this library.
 *
 * @param valenceOf - what the words of a stretch of tokens say, negative for what is bad
 */
export function findCounterfactuals(reading: Reading, valenceOf: (from: number, to: number) => number): Cue[] {
  const { tokens, bounds, mentionAt } = reading
  const { lower, pos, sentence } = tokens
  const found: Cue[] = []
  bounds.forEach((from, ordinal) => {
    const to = bounds[ordinal + 1] ?? lower.length
    for (let i = from; i < to; i++) {
      // `Had Chad`, `…, had the army`, `long ago had Chad`; `Iran had Iraqi support` has a subject before it.
      const opens = lower[i] === 'had' && (i === from || pos[i - 1] === 'PUNCT' || pos[i - 1] === 'ADV')
      if (!opens && lower[i] !== 'if') continue
      const case_ = opens ? readInverted(reading, i, pos[i + 1] === 'DET' ? i + 2 : i + 1) : readIf(reading, i, to)
      if (!case_) continue
      const { at, verb } = case_
      const mention = mentionAt[at]
      let end = verb + 1
      while (end < to && end - verb <= FARTHEST && lower[end] !== ',' && !UNREAL.has(lower[end] as string)) end++
      const isBefore = !hasUnreal(lower, end, Math.min(to, end + FARTHEST))
      if (isBefore && !hasUnreal(lower, Math.max(from, i - FARTHEST), i)) continue
      if (!mention || sentence[at] !== ordinal) continue
      let negated = false
      for (let k = verb + 1; k <= verb + NEGATED_REACH && k < end; k++) if (NEGATORS.has(lower[k] as string)) negated = true
      const good = negated && (isBefore ? valenceOf(from, i) : valenceOf(end, to)) > 0
      found.push(makeImpliedCue(i, i, 'counterfactual', negated && !good ? POLARITY : -POLARITY, mention))
      return
    }
  })
  return found
}

/** Whether a stretch that a case borders on says what would be; far from it nothing is read. */
function hasUnreal(lower: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (UNREAL.has(lower[i] as string)) return true
  return false
}

/** `if Chad had listened`: the name and its `had`. */
function readIf(reading: Reading, condition: number, to: number): { at: number; verb: number } | null {
  const { tokens, after } = reading
  const { lower, pos } = tokens
  const at = after[condition + 1] ?? -1
  if (at < 0 || at - condition > REACH) return null
  const last = lastOfMention(reading, at)
  if (lower[last + 1] !== 'had' || last + 2 >= to) return null
  // `had listened`, `had not listened`; `had a factory` is no past.
  let k = last + 2
  while (k < to && (pos[k] === 'ADV' || pos[k] === 'PART' || NEGATORS.has(lower[k] as string))) k++
  const isPast = pos[k] === 'VERB' || pos[k] === 'AUX' || (lower[k] as string).endsWith('ed')
  return isPast || SCANT.has(lower[k] as string) || SCANT.has(lower[k + 1] ?? '') ? { at, verb: last + 1 } : null
}

/** `Had Chad listened`, with the name right behind. */
function readInverted(reading: Reading, had: number, at: number): { at: number; verb: number } | null {
  if (!reading.mentionAt[at]) return null
  const last = lastOfMention(reading, at)
  const { lower, pos } = reading.tokens
  const next = pos[last + 1]
  const goesOn = next === 'VERB' || next === 'AUX' || next === 'ADV' || next === 'PART' || NEGATORS.has(lower[last + 1] ?? '')
  return goesOn && at - had <= REACH ? { at, verb: last } : null
}
