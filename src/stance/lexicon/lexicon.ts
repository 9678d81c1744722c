import language from 'sentiment/languages/en/index.js'
import { JUDGMENT_WORDS, NEUTRAL_WORDS, SIDE_VERBS } from './words.js'

/** What a word says by itself. */
export interface LexiconEntry {
  /** In [-1, 1]. */
  readonly polarity: number
  /** `side`: a verb whose object the stance is on; `judgment`: a word that judges what it stands with. */
  readonly kind: 'side' | 'judgment'
  /** Whether it is this library's own, not AFINN's. */
  readonly own: boolean
  readonly rule: string
}

const STRONGEST = 5 // AFINN's largest value
/** AFINN words count less than our own: they were rated on microblogs. */
const AFINN_WEIGHT = 0.6

export interface Lexicon {
  /** Gives the entry of a token: this library's own words first, by form or lemma, then AFINN's. */
  find(lower: string, lemma: string): LexiconEntry | undefined
}

/**
 * Makes the stance lexicon: this library's own words, and AFINN's beside them.
 *
 * Source: AFINN-165, Nielsen (2011), as shipped by the npm package sentiment (MIT); copied here, so that nothing another caller
 * registers there can change a score.
 */
export function makeLexicon(): Lexicon {
  const entries = new Map<string, LexiconEntry>()
  for (const [word, value] of Object.entries(language.labels)) {
    if (word.includes(' ') || NEUTRAL_WORDS.has(word)) continue
    entries.set(word, { polarity: (AFINN_WEIGHT * value) / STRONGEST, kind: 'judgment', own: false, rule: `afinn/${word}` })
  }
  for (const [word, value] of JUDGMENT_WORDS)
    entries.set(word, { polarity: value / STRONGEST, kind: 'judgment', own: true, rule: `judgment/${word}` })
  for (const [word, value] of SIDE_VERBS)
    entries.set(word, { polarity: value / STRONGEST, kind: 'side', own: true, rule: `side/${word}` })
  return {
    find: (lower, lemma) => {
      const byForm = entries.get(lower)
      if (lemma === lower || byForm?.own) return byForm
      const byLemma = entries.get(lemma)
      if (byLemma?.own) return byLemma
      return NEUTRAL_WORDS.has(lemma) ? undefined : (byForm ?? byLemma)
    },
  }
}
