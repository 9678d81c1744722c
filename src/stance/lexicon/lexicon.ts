import language from 'sentiment/languages/en/index.js'
import { type Automaton, buildAutomaton, matchPatterns } from '../../match/index.js'
import { Facts } from '../../text/word-facts.js'
import type { AnnotatedText } from '../../types.js'
import { CONDUCT_VERBS } from './conduct-verbs.js'
import { OPENINGS } from './openings.js'
import { PHRASES, SIDE_PHRASES } from './phrases.js'
import { listRoles } from './roles.js'
import { JUDGMENT_WORDS, NEUTRAL_WORDS, SIDE_VERBS } from './words.js'

/** What a word says by itself. */
export interface LexiconEntry {
  /** In [-1, 1]. */
  readonly polarity: number
  /** `side`: a verb whose object the stance is on; `conduct`: one whose doer it judges; `judgment`: a word that judges what it stands with. */
  readonly kind: 'side' | 'conduct' | 'judgment'
  /** What the form of a verb says where it is a noun: `walk back`, `a tax credit`. */
  readonly elsewhere?: LexiconEntry | undefined
  /** Whether it is this library's own, not AFINN's. */
  readonly own: boolean
  readonly rule: string
}

const STRONGEST = 5 // AFINN's largest value
/** AFINN words count less than our own: they were rated on microblogs. */
const AFINN_WEIGHT = 0.6

/** An opening where it stands: first and last token. */
export interface FoundOpening {
  readonly first: number
  readonly last: number
}

/** A phrase where it stands. */
export interface FoundPhrase {
  readonly entry: LexiconEntry
  readonly last: number
}

/** All that is known of one form, so that one look-up tells it. */
export interface LexiconWord {
  readonly entry: LexiconEntry | undefined
  /** Bits of `ROLE`. */
  readonly roles: number
}

/** What the lexicon knows of a token by its word alone: of its form, and of its lemma. */
export interface KnownWord {
  readonly word: LexiconWord | undefined
  readonly base: LexiconWord | undefined
}

export interface Lexicon {
  readonly known: Facts<KnownWord>
  readonly words: ReadonlyMap<string, LexiconWord>
  readonly entries: ReadonlyMap<string, LexiconEntry>
  /** What each pattern of the automaton says; the patterns behind them are those of `OPENINGS`. */
  readonly phrases: readonly LexiconEntry[]
  readonly automaton: Automaton
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
    entries.set(word, {
      polarity: value / STRONGEST,
      kind: 'side',
      own: true,
      rule: `side/${word}`,
      elsewhere: entries.get(word),
    })
  for (const [word, value] of CONDUCT_VERBS)
    entries.set(word, {
      polarity: value / STRONGEST,
      kind: 'conduct',
      own: true,
      rule: `conduct/${word}`,
      elsewhere: entries.get(word),
    })
  const listed = [
    ...[...SIDE_PHRASES].map((each) => [...each, 'side'] as const),
    ...[...PHRASES].map((each) => [...each, 'judgment'] as const),
  ]
  const phrases = listed.map(
    ([phrase, value, kind]): LexiconEntry => ({
      polarity: value / STRONGEST,
      kind,
      own: true,
      rule: `phrase/${nameOf(phrase)}`,
    }),
  )
  const roles = listRoles()
  const words = new Map<string, LexiconWord>()
  for (const form of [...entries.keys(), ...roles.keys()])
    words.set(form, { entry: entries.get(form), roles: roles.get(form) ?? 0 })
  const known = new Facts<KnownWord>(({ lower, lemma }) => {
    const word = words.get(lower)
    return { word, base: lemma === lower ? (findPast(words, lower) ?? word) : words.get(lemma) }
  })
  return {
    known,
    words,
    entries,
    phrases,
    automaton: buildAutomaton([...listed.map(([phrase]) => phrase), ...OPENINGS.map(({ pattern }) => pattern)]),
  }
}

/** `plundered`, taken for an adjective, has no lemma: the verb that it is a past form of. */
function findPast(words: ReadonlyMap<string, LexiconWord>, form: string): LexiconWord | undefined {
  if (!form.endsWith('ed') || form.length < 5) return undefined
  const stem = form.slice(0, -2)
  const found = words.get(stem) ?? words.get(form.slice(0, -1))
  if (found) return found
  return stem.at(-1) === stem.at(-2) ? words.get(stem.slice(0, -1)) : undefined
}

/** A pattern by the first of its alternatives, gaps and what may not follow left out: `keep its word`. */
function nameOf(pattern: string): string {
  return pattern
    .split(' ')
    .filter((part) => !/^[~!]|\?$/.test(part))
    .map((part) => (part.split('/')[0] as string).replace(/^=|:[A-Z]+$/g, ''))
    .join(' ')
}

/** Gives the entry of a token by its form and its lemma: this library's own words first, then AFINN's. */
export function findEntry(
  { entries }: Lexicon,
  lower: string,
  lemma: string,
  word: LexiconWord | undefined,
  base: LexiconWord | undefined,
): LexiconEntry | undefined {
  const byForm = word?.entry
  if (lemma === lower && base === word) return byForm ?? findOpposite(lower, entries)
  if (byForm?.own) return byForm
  const byLemma = base?.entry
  if (byLemma?.own) return byLemma
  if (!byForm && !byLemma) return findOpposite(lower, entries)
  return NEUTRAL_WORDS.has(lemma) ? undefined : (byForm ?? byLemma)
}

/** The phrases of a unit by their first token, and its openings in text order. */
export interface FoundPatterns {
  /** Of those that start at one token the longest: `fail to live up to` before `fail to`. */
  readonly phrases: ReadonlyMap<number, FoundPhrase>
  readonly openings: readonly FoundOpening[]
}

/** Finds phrases and openings in one pass. */
export function findPhrases(unit: AnnotatedText, { phrases, automaton }: Lexicon): FoundPatterns {
  const found = new Map<number, FoundPhrase>()
  const openings: FoundOpening[] = []
  for (const { entry, first, last } of matchPatterns(unit, automaton)) {
    const phrase = phrases[entry]
    if (!phrase) {
      openings.push({ first, last })
      continue
    }
    const known = found.get(first)
    if (!known || last > known.last) found.set(first, { entry: phrase, last })
  }
  return { phrases: found, openings }
}

const NEGATIVE_PREFIX = /^(?:un|in|im|ir|il|dis)(?=[a-z]{4})/

/** `unreliable`, where only `reliable` is listed. */
function findOpposite(lower: string, entries: ReadonlyMap<string, LexiconEntry>): LexiconEntry | undefined {
  const first = lower.charCodeAt(0)
  // Only words in u, i and d: the test is made for nearly every word of a text.
  if ((first !== 0x75 && first !== 0x69 && first !== 0x64) || !NEGATIVE_PREFIX.test(lower)) return undefined
  const base = entries.get(lower.replace(NEGATIVE_PREFIX, ''))
  return base && base.kind === 'judgment' && base.polarity > 0
    ? { ...base, polarity: -base.polarity, rule: `${base.rule}, denied by its prefix` }
    : undefined
}
