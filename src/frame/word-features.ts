import type { Tokens } from '../types.js'
import { type DecodedTable, PAIR_BASE } from './word-table.js'

/** Words that tell nothing of a topic: function words, auxiliaries, pronouns, small numbers, days, months, verbs of saying. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the and or but nor so yet if then than that this these those there here of in on at by for with about against between into through ' +
    'during before after above below to from up down out off over under again further once all any both each few more most other some such no ' +
    'not only own same too very can will just should now is are was were be been being am have has had having do does did doing would could ' +
    'may might must shall i me my we us our you your he him his she her it its they them their what which who whom whose when where why how as ' +
    "until while because also 's n't 'll 're 've 'd 'm mr mrs ms dr said say says told one two three four five six seven eight nine ten first " +
    'second monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november ' +
    'december s t'
  ).split(' '),
)

/** The base form of a token as the word table spells it; empty for a token that is no word. */
export function baseForm(tokens: Tokens, i: number): string {
  const lower = tokens.lower[i] as string
  const first = lower.charCodeAt(0)
  const letter = (first >= 97 && first <= 122) || first > 191
  if (!letter) return ''
  const lemma = tokens.lemma[i]
  // wink-nlp gives no lemma for some forms, and a few with capitals.
  return lemma ? lemma.toLowerCase() : lower
}

export function isStopWord(tokens: Tokens, i: number, base: string): boolean {
  return STOP_WORDS.has(base) || STOP_WORDS.has(tokens.lower[i] as string)
}

/** Words and pairs of a text: for each its weight in the text, of unit length together, and where it stands first. */
export interface WordFeature {
  readonly entry: number
  readonly value: number
  readonly first: number
  readonly last: number
}

/**
 * Weighs the words and pairs of neighboring words of a text: (1 + ln count) × inverse document frequency, of unit length.
 *
 * Source: Salton & Buckley (1988), term weighting `ltc`.
 */
export function wordFeatures(tokens: Tokens, { words, single, pairs, rarity, table }: DecodedTable): WordFeature[] {
  const slots = new Map<number, number>() // index into the columns below, by entry
  const entries: number[] = []
  const firsts: number[] = []
  const lasts: number[] = []
  const counts: number[] = []
  const unseen = new Map<string, number>()
  let unseenPairs = 0
  let previous = -1 // number of the word before; -1 where it is no word, -2 where no table lists it
  let previousStops = false
  let previousAt = 0
  const count = (entry: number, first: number, last: number): void => {
    const slot = slots.get(entry)
    if (slot !== undefined) {
      counts[slot] = (counts[slot] as number) + 1
      return
    }
    slots.set(entry, entries.length)
    entries.push(entry)
    firsts.push(first)
    lasts.push(last)
    counts.push(1)
  }
  for (let i = 0; i < tokens.lower.length; i++) {
    const base = baseForm(tokens, i)
    if (base === '') {
      previous = -1
      continue
    }
    const stops = isStopWord(tokens, i, base)
    const number = words.get(base) ?? -2
    if (!stops) {
      const entry = number >= 0 ? (single[number] as number) : -1
      if (entry >= 0) count(entry, i, i)
      else unseen.set(base, (unseen.get(base) ?? 0) + 1)
    }
    if (previous !== -1 && !(stops && previousStops)) {
      const entry = previous >= 0 && number >= 0 ? pairs.get(previous * PAIR_BASE + number) : undefined
      if (entry !== undefined) count(entry, previousAt, i)
      else unseenPairs++
    }
    previous = number
    previousStops = stops
    previousAt = i
  }
  let square = unseenPairs * table.unseen * table.unseen
  for (const number of unseen.values()) square += (weigh(number) * table.unseen) ** 2
  const values = entries.map((entry, k) => weigh(counts[k] as number) * (rarity[entry] as number))
  for (const value of values) square += value * value
  const length = Math.sqrt(square) || 1
  return entries.map((entry, k) => ({
    entry,
    value: (values[k] as number) / length,
    first: firsts[k] as number,
    last: lasts[k] as number,
  }))
}

const weigh = (count: number): number => (count === 1 ? 1 : 1 + Math.log(count))

/** The words and pairs of a text as the entries of a table spell them; the fit counts in how many texts each stands. */
export function listEntries(tokens: Tokens): string[] {
  const found: string[] = []
  let previous = ''
  let previousStops = false
  for (let i = 0; i < tokens.lower.length; i++) {
    const base = baseForm(tokens, i)
    const stops = base !== '' && isStopWord(tokens, i, base)
    if (base !== '' && !stops) found.push(base)
    if (base !== '' && previous !== '' && !(stops && previousStops)) found.push(`${previous} ${base}`)
    previous = base
    previousStops = stops
  }
  return found
}
