import type { AnnotatedText, Tokens } from '../types.js'
import type { LexiconEntry } from './lexicon/lexicon.js'

/** `holds them responsible` blames them, where `responsible` alone praises. */
export const BLAMED: ReadonlySet<string> = new Set(['responsible', 'accountable'])
export const HELD: LexiconEntry = { polarity: -0.6, kind: 'judgment', own: true, rule: 'phrase/hold responsible' }
const HOLD_REACH = 8 // tokens from the verb to `responsible`

/** The verb of `holds them responsible`, or -1. */
export function findHold({ lemma, sentence }: Tokens, i: number): number {
  for (let k = i - 1; k >= 0 && i - k <= HOLD_REACH && sentence[k] === sentence[i]; k--) if (lemma[k] === 'hold') return k
  return -1
}

const PARTY_NAMES: ReadonlySet<string> = new Set(['democratic', 'liberal', 'conservative', 'progressive'])

/** `the Democratic leaders`, `Best Western`: capitals inside a sentence make a name of a word. */
export function isName({ text }: AnnotatedText, { start, lower, sentence, pos }: Tokens, i: number): boolean {
  const isCapital = (k: number): boolean => {
    const first = text.charAt(start[k] ?? text.length)
    return first !== first.toLowerCase()
  }
  if (!isCapital(i)) return false
  if (PARTY_NAMES.has(lower[i] as string)) return true
  const isInside = i > 0 && sentence[i - 1] === sentence[i]
  return isInside && (isCapital(i + 1) || isCapital(i - 1)) && (pos[i + 1] === 'PROPN' || pos[i - 1] === 'PROPN')
}
