import { namesOf } from './names.js'
import { indexOf, type State } from './state.js'

/** `According to Voss, …`, `…, according to Voss`. */
export function readAccording(
  state: State,
  at: number,
  give: (first: number, last: number, holders: readonly string[] | null) => void,
): void {
  const { unit, phrases, bounds, quotedBy, quotations } = state
  const { lower, sentence } = unit.tokens
  const noun = phrases[indexOf(phrases, { first: at + 2 })]
  if (noun?.kind !== 'noun' || noun.first < at + 2 || noun.first > at + 3) return
  const holders = namesOf(state, [noun])
  if (holders === undefined) return
  const ordinal = sentence[at] as number
  const frame = (quotedBy[at] as number) >= 0 ? quotations[quotedBy[at] as number] : undefined
  const from = Math.max(bounds[ordinal] as number, frame?.first ?? 0)
  const to = Math.min((bounds[ordinal + 1] ?? lower.length) - 1, frame?.last ?? lower.length)
  give(from, to, holders)
}
/** `“…” — Minister Clara Voss`, up to the end of the unit. */
export function readDashTag(state: State, close: number): readonly string[] | null {
  const { lower } = state.unit.tokens
  if (!/^[-–—]+$/.test(lower[close + 1] ?? '')) return null
  const at = indexOf(state.phrases, { first: close + 1 })
  const noun = state.phrases.slice(at, at + 3).find(({ kind }) => kind === 'noun')
  if (!noun || noun.first <= close || noun.first > close + 3) return null
  return namesOf(state, [noun]) ?? null
}
