import { findScopes } from '../annotate/index.js'
import { Facts } from '../text/word-facts.js'
import type { AnnotatedText, Modifier, PartOfSpeech, Tokens, Word } from '../types.js'
import { TONE_QUESTION, TONE_WORDS } from './tone-words.js'

const SAYING: ReadonlySet<PartOfSpeech> = new Set(['NOUN', 'VERB', 'ADJ', 'ADV', 'AUX'])
const OTHER_SENTENCE = 0.5 // weight of a word outside the sentence of the cue, against 1 inside
const USUAL_LENGTH = 30 // tokens; in a longer unit each word says less of the whole
const LEAST_LISTED = 0.3 // logits; a word that says less is counted but not named
const MOST_LISTED = 6 // words named for one piece of evidence

/** Whether a negation turns what a token says. */
export function isNegated(unit: AnnotatedText, i: number): boolean {
  return (findScopes(unit).negator[i] as number) >= 0
}

/** The word of a token as the tone lexicon spells it: its base form where that is listed, else the form as it stands. */
export function toneWord(
  { lower, lemma, pos }: Pick<Tokens, 'lower' | 'lemma' | 'pos'>,
  i: number,
  listed: { has(word: string): boolean },
): string | null {
  if (!SAYING.has(pos[i] as PartOfSpeech)) return null
  const base = lemma[i] as string
  if (listed.has(base)) return base
  const form = lower[i] as string
  return listed.has(form) ? form : null
}

/** What the tone lexicon says of a word by itself. */
const TONES = new Facts<{ readonly word: string | null; readonly value: number; readonly asks: boolean }>((word) => {
  const { lower, lemma, pos } = word
  const listed = toneWord({ lower: [lower], lemma: [lemma], pos: [pos] }, 0, TONE_WORDS)
  return { word: listed, value: listed === null ? 0 : (TONE_WORDS.get(listed) as number), asks: lower === '?' }
})

/** What a unit says of tone, ready to be asked sentence by sentence. */
export interface UnitTone {
  /**
   * Tone in [-1, 1] of evidence in a sentence, null where neither the evidence itself nor any word says; and the words that say
   * most.
   *
   * @param own - what the evidence itself says, in (-1, 1), or undefined
   */
  read(sentence: number, own: number | undefined): { readonly tone: number | null; readonly modifiers: readonly Modifier[] }
}

/**
 * Reads the tone of a unit: each word of the lexicon counts once a sentence, in logits of opportunity against concern, turned by a
 * negation before it; words outside the sentence of the evidence count half, and a unit that asks leans to concern.
 */
export function readTone(unit: AnnotatedText): UnitTone {
  const { tokens } = unit
  const sums: number[] = [] // by sentence; holes where a sentence has no such word
  const found: ({ token: number; value: number }[] | undefined)[] = [] // by sentence
  const counted = new Set<string>()
  let total = 0
  let asks = false
  for (let i = 0; i < tokens.word.length; i++) {
    const known = TONES.of(tokens.word[i] as Word)
    const { word } = known
    if (known.asks) asks = true
    if (word === null || counted.has(word)) continue
    counted.add(word)
    const value = known.value * (isNegated(unit, i) ? -1 : 1)
    const sentence = tokens.sentence[i] as number
    sums[sentence] = (sums[sentence] ?? 0) + value
    total += value
    if (Math.abs(value) < LEAST_LISTED) continue
    const others = found[sentence]
    if (others) others.push({ token: i, value })
    else found[sentence] = [{ token: i, value }]
  }
  const length = toneLength(tokens)
  const listed: (readonly Modifier[])[] = [] // by sentence, made when first asked for
  return {
    read(sentence, own) {
      if (own === undefined && counted.size === 0) return { tone: null, modifiers: NO_WORDS }
      const near = sums[sentence] ?? 0
      const words = (near + OTHER_SENTENCE * (total - near)) / length
      const logit = words + (asks ? TONE_QUESTION : 0) + (own === undefined ? 0 : toLogit(own))
      let modifiers = listed[sentence]
      if (!modifiers) {
        const inside = found[sentence]
        modifiers = inside ? describeWords(inside, unit) : NO_WORDS
        listed[sentence] = modifiers
      }
      return { tone: Math.tanh(logit / 2), modifiers }
    },
  }
}

const NO_WORDS: readonly Modifier[] = []

/** By what the sum of the words of a unit is divided. */
export function toneLength({ lower }: Tokens): number {
  return Math.max(1, Math.sqrt(lower.length / USUAL_LENGTH))
}

function describeWords(found: readonly { token: number; value: number }[], { text, tokens }: AnnotatedText): Modifier[] {
  const strongest =
    found.length <= MOST_LISTED
      ? found
      : [...found]
          .sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || a.token - b.token)
          .slice(0, MOST_LISTED)
          .sort((a, b) => a.token - b.token)
  return strongest.map(({ token }) => {
    const start = tokens.start[token] as number
    const end = tokens.end[token] as number
    return { kind: 'tone', start, end, quote: text.slice(start, end) }
  })
}

const MOST_OWN = 0.95 // a cue that says a tone of 1 still leaves the words around it a say

/** The logits that stand for a tone: `tanh(logit / 2)` is the tone. */
function toLogit(tone: number): number {
  const bounded = Math.max(-MOST_OWN, Math.min(MOST_OWN, tone))
  return Math.log((1 + bounded) / (1 - bounded))
}
