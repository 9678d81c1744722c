import { resolvePronoun } from './antecedents.js'
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

/** Nouns that give somebody's words or thoughts before a clause: `the claim by Voss that`, `her fear that`. Source: this library. */
export const REPORTING_NOUNS: ReadonlySet<string> = new Set(
  (
    'claim claims view belief fear fears hope hopes warning warnings accusation accusations allegation allegations assertion assertions suggestion ' +
    'argument arguments statement statements remark remarks comment comments promise pledge vow opinion position contention insistence admission charge ' +
    'complaint complaints prediction conviction concern concerns proposal theory notion threat demand conclusion finding assessment'
  ).split(' '),
)

const OWNER_REACH = 2 // phrases from the noun to whoever has it

/** `The claim by Voss that …`, `Voss's claim that …`, `her claim that …`: what stands behind `that`, up to the verb that goes on. */
export function readNoun(
  state: State,
  at: number,
): { readonly first: number; readonly last: number; readonly holders: readonly string[] } | null {
  const { phrases, unit, mentionAt, antecedents } = state
  const { lower, start, end } = unit.tokens
  const noun = phrases[at] as Phrase
  if (!REPORTING_NOUNS.has(lower[noun.last] as string)) return null
  let that = at + 1
  let holders: readonly string[] | null | undefined
  const link = phrases[that]
  if (link?.kind === 'preposition' && /^(?:by|from|of)$/.test(lower[link.first] as string)) {
    const owner = phrases[that + 1]
    if (owner?.kind !== 'noun' || !canHold(state, owner, true)) return null
    holders = namesOf(state, [owner])
    that += OWNER_REACH
  } else if (lower[noun.first] === 'his' || lower[noun.first] === 'her' || lower[noun.first] === 'their')
    holders = resolvePronoun(antecedents, PERSON_OF[lower[noun.first] as 'his' | 'her' | 'their'], noun.first)
  else
    for (let i = noun.first + 1; i < noun.last; i++)
      if (lower[i] === "'s" || lower[i] === "'") {
        const name = mentionAt[i - 1]?.name ?? unit.text.slice(start[noun.first], end[i - 1])
        holders = [name]
      }
  const clause = phrases[that]
  if (!holders || clause?.kind !== 'clause' || lower[clause.first] !== 'that' || clause.sentence !== noun.sentence) return null
  let verbs = 0
  let last = clause.first
  for (let i = that + 1; i < phrases.length && phrases[i]?.sentence === noun.sentence; i++) {
    const { kind, form } = phrases[i] as Phrase
    if (kind === 'border' || (kind === 'verb' && form === 'finite' && ++verbs > 1)) break
    last = (phrases[i + 1]?.first ?? lower.length) - 1
  }
  return { first: noun.last, last, holders }
}

const PERSON_OF = { his: 'he', her: 'she', their: 'they' } as const
