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
  if (STOP_WORDS.has(base)) return true
  const lower = tokens.lower[i] as string
  return lower !== base && STOP_WORDS.has(lower)
}

/** The words and pairs of a text that a table lists, as columns of equal length. */
export interface WordFeatures {
  /** Entry of the table. */
  readonly entries: readonly number[]
  /** Weight in the text; all words and pairs of the text, listed or not, make a vector of unit length. */
  readonly values: readonly number[]
  /** First and last token of the first place it stands. */
  readonly firsts: readonly number[]
  readonly lasts: readonly number[]
}

/**
 * Weighs the words and pairs of neighboring words of a text: (1 + ln count) × inverse document frequency, of unit length.
 *
 * Source: Salton & Buckley (1988), term weighting `ltc`.
 */
export function wordFeatures(tokens: Tokens, { words, single, pairs, rarity, table }: DecodedTable): WordFeatures {
  const { lower } = tokens
  const slots = new Map<number, number>() // index into the columns, by entry
  const entries: number[] = []
  const values: number[] = [] // counts at first
  const firsts: number[] = []
  const lasts: number[] = []
  let unseen: Map<string, number> | undefined
  let unseenPairs = 0
  let previous = NO_WORD
  let previousStops = false
  let previousAt = 0
  for (let i = 0; i < lower.length; i++) {
    const base = baseForm(tokens, i)
    if (base === '') {
      previous = NO_WORD
      continue
    }
    const stops = isStopWord(tokens, i, base)
    const number = words.get(base) ?? UNLISTED
    for (let size = stops ? 2 : 1; size <= 2; size++) {
      if (size === 2 && (previous === NO_WORD || (stops && previousStops))) break
      const entry =
        size === 1
          ? number === UNLISTED
            ? -1
            : (single[number] as number)
          : previous === UNLISTED || number === UNLISTED
            ? -1
            : (pairs.get(previous * PAIR_BASE + number) ?? -1)
      if (entry < 0) {
        if (size === 2) unseenPairs++
        else {
          unseen ??= new Map()
          unseen.set(base, (unseen.get(base) ?? 0) + 1)
        }
        continue
      }
      const slot = slots.get(entry)
      if (slot !== undefined) values[slot] = (values[slot] as number) + 1
      else {
        slots.set(entry, entries.length)
        entries.push(entry)
        values.push(1)
        firsts.push(size === 1 ? i : previousAt)
        lasts.push(i)
      }
    }
    previous = number
    previousStops = stops
    previousAt = i
  }
  let square = unseenPairs * table.unseen * table.unseen
  if (unseen) for (const count of unseen.values()) square += (weigh(count) * table.unseen) ** 2
  for (let k = 0; k < entries.length; k++) {
    const value = weigh(values[k] as number) * (rarity[entries[k] as number] as number)
    values[k] = value
    square += value * value
  }
  const length = Math.sqrt(square) || 1
  for (let k = 0; k < values.length; k++) values[k] = (values[k] as number) / length
  return { entries, values, firsts, lasts }
}

const NO_WORD = -1 // a border that no pair crosses
const UNLISTED = -2 // a word of no entry

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
