import type { AnnotatedText, Mention } from '../../types.js'
import { resolvePronoun } from './antecedents.js'
import { holderKindOf } from './people.js'
import type { Phrase } from './phrases.js'
import { indexOf, type State } from './state.js'

/** `the minister`, by its last word. */
export function isDescribedPerson({ tokens }: AnnotatedText, { last }: Phrase): boolean {
  const form = tokens.lower[last] as string
  return holderKindOf(form) === 'person' && !/s$|men$|people$/.test(form)
}

/** Two to four capitalized words: a name. */
export function isPersonName({ tokens }: AnnotatedText, phrase: Phrase): boolean {
  const { value, pos } = tokens
  let count = 0
  for (let i = phrase.last; i >= phrase.first && /^\p{Lu}/u.test(value[i] as string); i--) {
    if (pos[i] === 'DET') return false
    count++
  }
  return count >= 2 && count <= 4
}

/** How whoever a phrase names is called: a name without its office, or the whole description. */
export function nameOf(state: State, phrase: Phrase): string {
  const { unit, mentionAt } = state
  const { tokens, text } = unit
  const mention = mentionAt[phrase.last]
  if (mention && mention.kind !== 'topic' && mention.kind !== 'project') return mention.name
  let last = phrase.last
  let first = phrase.first
  const { value, pos, lower } = tokens
  const isOpening =
    first === last && pos[last] !== 'PROPN' && (first === 0 || tokens.sentence[first - 1] !== tokens.sentence[first])
  if (/^\p{Lu}/u.test(value[last] as string) && !isOpening) {
    let run = last
    while (run > first && (/^\p{Lu}/u.test(value[run - 1] as string) || value[run - 1] === '-')) run--
    if (
      run < last &&
      run > first &&
      pos[run] !== 'DET' &&
      (pos[run - 1] === 'NOUN' || pos[run - 1] === 'ADJ' || lower[run - 1] === "'s")
    )
      first = run
    for (let i = last - 1; i >= first; i--)
      if (SHORT_TITLE.test(value[i] as string)) {
        first = i
        break
      }
  } else last = endOfDescription(state, phrase)
  return text.slice(tokens.start[first], tokens.end[last])
}

const SHORT_TITLE = /^(?:Rep|Sen|Gov|Lt|Gen|Col|Capt|Sgt|Rev|Prof|Hon|Dr|Mr|Mrs|Ms|Reps|Sens)\.?$/

/** `the president of the union`, `farmers in Iowa`: a description with what belongs to it. */
function endOfDescription({ phrases, unit }: State, phrase: Phrase): number {
  const { lower } = unit.tokens
  let at = indexOf(phrases, phrase)
  let { last } = phrase
  for (let n = 0; n < 2; n++) {
    const link = phrases[at + 1]
    const noun = phrases[at + 2]
    if (
      link?.kind !== 'preposition' ||
      noun?.kind !== 'noun' ||
      noun.time ||
      link.first !== last + 1 ||
      noun.first !== link.last + 1
    )
      break
    if (noun.person !== null) break
    const form = lower[link.first] as string
    if (form === 'in' && unit.tokens.pos[phrase.last] === 'NUM') {
      last = noun.last // `nine in ten economists`
      at += 2
      continue
    }
    const isPlural = /s$/.test(lower[phrase.last] as string) || holderKindOf(lower[phrase.last] as string) === 'person'
    if (
      form !== 'of' &&
      !(isPlural && (form === 'in' || form === 'from' || form === 'across' || form === 'at' || form === 'for'))
    )
      break
    last = noun.last
    at += 2
  }
  return last
}

/** Whose words something is, by its subjects: null for the voice around it, undefined where nobody is named. */
export function namesOf(state: State, doers: readonly Phrase[]): readonly string[] | null | undefined {
  const { unit, mentionAt, antecedents } = state
  const names: string[] = []
  for (const doer of doers) {
    if (doer.person === 'self') return null
    if (doer.person === 'none' || isHardlyAnybody(unit, doer)) continue
    if (doer.person === null) {
      const name = nameOf(state, doer)
      if (name.length > 1) names.push(name) // `A:` and `Q:` name nobody
      continue
    }
    const known = resolvePronoun(antecedents, doer.person, doer.first) ?? nameOfMention(mentionAt[doer.first])
    if (known) names.push(...known)
    else if (doer.person !== 'it') names.push(unit.text.slice(unit.tokens.start[doer.first], unit.tokens.end[doer.last]))
  }
  return names.length > 0 ? names : undefined
}

function nameOfMention(mention: Mention | undefined): readonly string[] | undefined {
  return mention && [mention.name]
}

/** `Few say that`: hardly anybody holds what hardly anybody says. */
function isHardlyAnybody({ tokens }: AnnotatedText, { first }: Phrase): boolean {
  return HARDLY.has(tokens.lower[first] as string)
}

const HARDLY: ReadonlySet<string> = new Set(['few', 'nobody', 'none', 'no', 'neither', 'hardly', 'nothing'])

/** Whether a noun phrase can hold a view: a name, a pronoun, people, a body; `documents` too where they give words. */
export function canHold(state: State, { last, person }: Phrase, documents: boolean): boolean {
  if (person !== null) return person !== 'none'
  const { tokens } = state.unit
  const mention = state.mentionAt[last]
  if (mention) return mention.kind !== 'topic' && mention.kind !== 'project'
  if (/^\p{Lu}/u.test(tokens.value[last] as string) && tokens.pos[last] === 'PROPN') return true
  const kind = holderKindOf(tokens.lower[last] as string)
  return kind !== null && (documents || kind !== 'document')
}
