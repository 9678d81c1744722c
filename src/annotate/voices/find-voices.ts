import type { AnnotatedText, Mention } from '../../types.js'
import { carryAntecedents, lastPerson, noAntecedents } from './antecedents.js'
import { canHold, namesOf } from './names.js'
import { noteNoun } from './note-noun.js'
import type { Phrase } from './phrases.js'
import type { Quotation } from './quotations.js'
import { readAccording, readColon, readDashTag, readHeading, readNoun } from './read-sources.js'
import { agentsOf, readVerb } from './read-verb.js'
import { type Attribution, type Carried, indexOf, makeState, type State } from './state.js'
import { findSubjects } from './subjects.js'

/** Whose words or thoughts each token of a unit is; null for the voice of the unit itself. */
/** Who does what a verb says. */
export interface Doer {
  /** First and last token of the noun phrase. */
  readonly first: number
  readonly last: number
  /** Whether it is the voice itself: `I`, `we`. */
  readonly self: boolean
  /** Whether it can hold a view: people, a body, a name. */
  readonly holds: boolean
  /** What it is called, a pronoun resolved; empty where it is the voice, or a pronoun that stands for nobody known. */
  readonly names: readonly string[]
}

export interface Voices {
  readonly holders: readonly (readonly string[] | null)[]
  /** Who does what the verb at a token says, in text order; none where a passive verb does not say, null where nobody is found. */
  doersOf(verb: number): readonly Doer[] | null
}

/**
 * Reads whose words or thoughts each token is, over all units of an article: quotations with their tags, also across paragraphs,
 * indirect speech, thought and intention. The voice of a unit itself is left out.
 *
 * @param units - the units of one article in reading order
 * @param mentions - what is mentioned in each
 * @param speakers - whose turn each unit is; nothing is carried from one speaker's words into another's
 */
export function findVoices(
  units: readonly AnnotatedText[],
  mentions: readonly (readonly Mention[])[],
  speakers: readonly string[] = [],
): Voices[] {
  let carried = nothing()
  const drafts = units.map((unit, i) => {
    if (i > 0 && speakers[i] !== speakers[i - 1]) carried = nothing()
    const draft = readVoices(makeState(unit, mentions[i] ?? [], carryAntecedents(carried.antecedents)), carried, i === 0)
    return draft
  })
  // A quotation without a tag that goes on in the next unit is whose tag comes there.
  for (let i = drafts.length - 2; i >= 0; i--) {
    const draft = drafts[i] as Draft
    if (draft.waiting === null || speakers[i] !== speakers[i + 1]) continue
    const next = drafts[i + 1] as Draft
    if (next.opening !== null) {
      draft.attributions.push({ first: draft.waiting.first, last: draft.waiting.last, holders: next.opening })
      if (draft.waiting.first === 0) draft.opening = next.opening
    }
  }
  return drafts.map(({ attributions, state }, i) => ({
    holders: paint((units[i] as AnnotatedText).tokens.lower.length, attributions),
    doersOf: (verb) => findDoers(state, verb),
  }))
}

function nothing(): Carried {
  return { speaker: null, antecedents: noAntecedents(), announced: false }
}

interface Draft {
  readonly state: State
  readonly attributions: Attribution[]
  /** A quotation that nobody is named for and that goes on in the next unit. */
  waiting: Quotation | null
  /** Whose the quotation is that opens the unit. */
  opening: readonly string[] | null
}

/** Gives each token to the shortest stretch around it. */
function paint(length: number, attributions: readonly Attribution[]): (readonly string[] | null)[] {
  const holders = new Array<readonly string[] | null>(length).fill(null)
  const sorted = attributions
    .map((each, i) => ({ each, i }))
    .sort((a, b) => b.each.last - b.each.first - (a.each.last - a.each.first) || a.i - b.i)
  for (const { each } of sorted) {
    if (each.holders === null && each.quoted) continue
    // What unnamed others are said to think, within somebody's words, is that person's telling: `Voss said most people know …`.
    const isTold = each.holders !== null && holders[each.first] && holders[each.last] && !isNamed(each.holders[0] as string)
    if (isTold) continue
    for (let i = each.first; i <= each.last; i++) holders[i] = each.holders
  }
  return holders
}

/** Whether a holder is named: neither described nor a pronoun. */
function isNamed(holder: string): boolean {
  return /^\p{Lu}/u.test(holder) && !/^(?:he|she|they|some|many|most|others|critics|people)\b/i.test(holder)
}

function readVoices(state: State, carried: Carried, isFirst: boolean): Draft {
  const { unit, phrases, quotations, bounds } = state
  const { lower, sentence } = unit.tokens
  const length = lower.length
  const draft: Draft = { state, attributions: [], waiting: null, opening: null }
  const tagged = new Array<readonly string[] | null | undefined>(quotations.length)
  const give = (first: number, last: number, holders: readonly string[] | null): void => {
    if (first > last) return
    draft.attributions.push({ first, last, holders, quoted: holders === null && (state.quotedBy[first] as number) >= 0 })
    for (let i = first; i <= last && quotations.length > 0; i++) {
      const k = state.quotedBy[i] as number
      if (!(k >= 0)) continue
      const quotation = quotations[k] as Quotation
      if (first <= quotation.first + 1 && last >= Math.min(quotation.last, quotation.first + 2)) tagged[k] ??= holders
      i = Math.max(i, quotation.last)
    }
  }
  let announcer: readonly string[] | null = null
  for (let i = 0; i < phrases.length; i++) {
    const phrase = phrases[i] as Phrase
    if (phrase.kind === 'verb') {
      const found = readVerb(state, i)
      if (!found) continue
      for (const { first, last, holders } of found) give(first, last, holders)
      if (lower[length - 1] === ':' && found[0] && phrase.sentence === unit.tokens.sentence[length - 1])
        announcer = found[0].holders
    } else if (phrase.kind === 'noun') {
      const reported = readNoun(state, i)
      if (reported) give(reported.first, reported.last, reported.holders)
      noteNoun(state, i)
    }
  }
  for (let i = 0; i + 2 < length; i++) if (lower[i] === 'according' && lower[i + 1] === 'to') readAccording(state, i, give)
  const heading = isFirst ? readHeading(state) : undefined
  if (heading) give(heading.from, length - 1, heading.holders)
  // Quotations without a tag of their own.
  let before: readonly string[] | null = null
  let beforeLast = -1
  for (let k = 0; k < quotations.length; k++) {
    const { first, last, depth, open } = quotations[k] as Quotation
    if (depth > 0) continue
    let holders: readonly string[] | null | undefined = tagged[k]
    if (holders === undefined) {
      const isFull = opensSentence(state, first) && closesSentence(state, last)
      if (isFull) {
        const dash = readDashTag(state, last)
        const between = lastPerson(state.antecedents, first)
        const introduced = readColon(state, first)
        if (introduced !== undefined) holders = introduced
        else if (dash) holders = dash
        else if (
          before !== null &&
          first - beforeLast > 8 &&
          between &&
          sentence[between.at] !== sentence[beforeLast] &&
          between.at > beforeLast &&
          between.at < first
        )
          holders = between.names
        else if (before !== null) holders = before
        else if (first === 0) holders = carried.speaker
        else if (between && between.at >= 0) holders = between.names
        else holders = carried.speaker
        if (holders === null && open) draft.waiting = quotations[k] as Quotation
        if (holders) draft.attributions.push({ first, last, holders })
      }
    }
    if (holders) {
      before = holders
      beforeLast = last
      if (first === 0) draft.opening = holders
    }
  }
  if (carried.announced && quotations[0]?.first !== 0 && carried.speaker)
    draft.attributions.push({ first: 0, last: length - 1, holders: carried.speaker })
  const announced = length > 0 && lower[length - 1] === ':'
  carried.announced = announced
  if (announced) carried.speaker = announcer ?? lastNamed(state, bounds.at(-1) ?? 0)
  else if (before) carried.speaker = before
  else if (quotations.length === 0) carried.speaker = null
  carried.antecedents = state.antecedents
  return draft
}

function lastNamed({ antecedents }: State, from: number): readonly string[] | null {
  const last = antecedents.persons.at(-1)
  return last && last.at >= from ? last.names : null
}

function opensSentence({ unit }: State, at: number): boolean {
  return at === 0 || unit.tokens.sentence[at - 1] !== unit.tokens.sentence[at] || unit.tokens.lower[at - 1] === ':'
}

function closesSentence({ unit }: State, at: number): boolean {
  const { sentence, lower } = unit.tokens
  return at + 1 >= lower.length || sentence[at + 1] !== sentence[at]
}

/** The subjects of the verb at a token; where it is passive, who does it, and none where that is not said. Null where none is found. */
function findDoers(state: State, token: number): readonly Doer[] | null {
  const { phrases } = state
  let at = indexOf(phrases, { first: token })
  if (at > 0 && (phrases[at] as Phrase | undefined)?.first !== token) at--
  const verb = phrases[at]
  if (verb?.kind !== 'verb' || verb.first > token || verb.last < token) return null
  const doers = verb.passive ? agentsOf(state, at) : findSubjects(state, at)
  if (doers.length === 0 && !verb.passive) return null
  return doers.map((phrase) => ({
    first: phrase.first,
    last: phrase.last,
    self: phrase.person === 'self',
    holds: canHold(state, phrase, false),
    names: namesOf(state, [phrase]) ?? [],
  }))
}
