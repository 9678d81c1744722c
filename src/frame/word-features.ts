import type { Tokens, Word } from '../types.js'
import { BASES, baseOf, NO_WORD } from './know-word.js'
import { STOP_WORDS } from './stop-words.js'
import type { DecodedTable } from './word-table.js'

/** The base form of a token as the word table spells it; empty for a token that is no word. */
export function baseForm(tokens: Tokens, i: number): string {
  return baseOf(tokens.word[i] as Word)
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
 * @param voided - 1 for a token that is left out: its word has another sense here
 *
 * Source: Salton & Buckley (1988), term weighting `ltc`.
 */
export function wordFeatures(tokens: Tokens, made: DecodedTable, voided?: Uint8Array): WordFeatures {
  const { single, starts, pairs, pairBase, rarity, table } = made
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
  const count = (entry: number, first: number, last: number): void => {
    const slot = slots.get(entry)
    if (slot !== undefined) {
      values[slot] = (values[slot] as number) + 1
      return
    }
    slots.set(entry, entries.length)
    entries.push(entry)
    values.push(1)
    firsts.push(first)
    lasts.push(last)
  }
  for (let i = 0; i < tokens.word.length; i++) {
    const word = tokens.word[i] as Word
    const fact = voided?.[i] === 1 ? NO_WORD : made.known.of(word)
    if (fact === NO_WORD) {
      previous = NO_WORD
      continue
    }
    const number = fact < 2 ? UNLISTED : (fact >> 1) - 1
    const stops = (fact & 1) === 1
    if (!stops) {
      const entry = number === UNLISTED ? -1 : (single[number] as number)
      if (entry >= 0) count(entry, i, i)
      else {
        unseen ??= new Map()
        const base = BASES.of(word)
        unseen.set(base, (unseen.get(base) ?? 0) + 1)
      }
    }
    if (previous !== NO_WORD && !(stops && previousStops)) {
      const entry =
        previous !== UNLISTED && number !== UNLISTED && starts[previous] === 1
          ? pairs.get(previous * pairBase + number)
          : undefined
      if (entry !== undefined) count(entry, previousAt, i)
      else unseenPairs++
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
