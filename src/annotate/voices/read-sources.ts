import { canHold, namesOf } from './names.js'
import type { Phrase } from './phrases.js'
import { indexOf, type State } from './state.js'
import { findSubjects } from './subjects.js'

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

/** `Voss broke it down for the Herald: “…”`, `From the report: “…”`: whoever stands before the colon; undefined where none does. */
export function readColon(state: State, open: number): readonly string[] | null | undefined {
  const { phrases, unit } = state
  const colon = phrases[indexOf(phrases, { first: open }) - 1]
  if (colon?.kind !== 'border' || unit.tokens.lower[colon.first] !== ':') return undefined
  let noun = -1
  for (let i = indexOf(phrases, colon) - 1; i >= 0 && phrases[i]?.sentence === colon.sentence; i--) {
    const { kind, form } = phrases[i] as Phrase
    if (kind === 'border' || kind === 'mark') break
    if (kind === 'verb' && form === 'finite') {
      const doers = findSubjects(state, i).filter((doer) => canHold(state, doer, true))
      return doers.length > 0 ? namesOf(state, doers) : undefined
    }
    if (kind === 'noun' && phrases[i]?.time === false) noun = i
  }
  const first = phrases[noun]
  return first && canHold(state, first, true) ? namesOf(state, [first]) : undefined
}

const LONGEST_SOURCE = 6 // tokens of whoever is named before the colon of a heading

/** `Voss: Tariffs are a disgrace`, the heading of an article: what stands before the colon says what follows. */
export function readHeading(state: State): { readonly from: number; readonly holders: readonly string[] | null } | undefined {
  const [noun, colon, next] = state.phrases
  const { lower, start, end } = state.unit.tokens
  if (noun?.kind !== 'noun' || noun.person !== null || colon?.kind !== 'border' || next === undefined) return undefined
  if (noun.first !== 0 || noun.last >= LONGEST_SOURCE || colon.first !== noun.last + 1 || lower[colon.first] !== ':')
    return undefined
  if (start[colon.first] !== end[noun.last] || !canHold(state, noun, true)) return undefined
  const holders = namesOf(state, [noun])
  return holders ? { from: colon.first + 1, holders } : undefined
}
