import { Facts } from '../text/word-facts.js'
import type { Word } from '../types.js'
import { STOP_WORDS } from './stop-words.js'

/** What a table knows of a token that is no word; in a text, a border that no pair crosses. */
export const NO_WORD = -1

/** The base form of a word as word tables spell it; empty for what is no word. */
export function baseOf({ lower, lemma }: Word): string {
  const first = lower.charCodeAt(0)
  const letter = (first >= 97 && first <= 122) || first > 191
  if (!letter) return ''
  // wink-nlp gives no lemma for some forms, and a few with capitals.
  return !lemma || lemma === lower ? lower : lemma.toLowerCase()
}

/** `baseOf`, found once a word. */
export const BASES = new Facts(baseOf)

/**
 * What a table knows of a word: -1 where it is none, else twice the number of its base form plus one (0 where that is not listed), plus 1
 * for a stop word.
 */
export function knowWord(word: Word, words: ReadonlyMap<string, number>, stops: Uint8Array): number {
  const base = baseOf(word)
  if (base === '') return NO_WORD
  const number = words.get(base)
  const isStop = (number !== undefined && stops[number] === 1) || (word.lower !== base && STOP_WORDS.has(word.lower))
  return 2 * (number === undefined ? 0 : number + 1) + Number(isStop)
}
