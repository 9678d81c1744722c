import { findScopes, type Scopes, type Voices, wordOf } from '../annotate/index.js'
import type { AnnotatedText, Mention, PartOfSpeech, Tokens, Word } from '../types.js'
import type { Lexicon, LexiconWord } from './lexicon/lexicon.js'

/** What the rules need to know at every token of a unit. */
export interface Reading {
  readonly unit: AnnotatedText
  readonly tokens: Tokens
  readonly columns: Scopes
  /** What the lexicon knows of each token's form, and of its lemma. */
  readonly words: readonly (LexiconWord | undefined)[]
  readonly bases: readonly (LexiconWord | undefined)[]
  readonly mentionAt: readonly (Mention | undefined)[]
  /** The nearest token of a mention before and after each token, itself included; -1 where none is. */
  readonly before: readonly number[]
  readonly after: readonly number[]
  /** First token of each sentence. */
  readonly bounds: readonly number[]
  /** Whose words each token is. */
  readonly voices: Voices
}

/** Looks up each token once, and where mentions and sentences begin. */
export function readUnit(unit: AnnotatedText, mentions: readonly Mention[], lexicon: Lexicon, voices: Voices): Reading {
  const tokens = readShouted(unit.tokens, lexicon)
  const { sentence, start, end } = tokens
  const length = start.length
  const words = new Array<LexiconWord | undefined>(length)
  const bases = new Array<LexiconWord | undefined>(length)
  const mentionAt = new Array<Mention | undefined>(length)
  const before = new Array<number>(length)
  const after = new Array<number>(length)
  const bounds: number[] = []
  let m = 0
  let nearest = -1
  for (let i = 0; i < length; i++) {
    const known = lexicon.known.of(tokens.word[i] as Word)
    words[i] = known.word
    bases[i] = known.base
    while (m < mentions.length && (mentions[m] as Mention).end <= (start[i] as number)) m++
    const mention = mentions[m]
    if (mention && mention.start < (end[i] as number)) {
      mentionAt[i] = mention
      nearest = i
    } else mentionAt[i] = undefined
    before[i] = nearest
    while (bounds.length <= (sentence[i] as number)) bounds.push(i)
  }
  nearest = -1
  for (let i = length - 1; i >= 0; i--) {
    if (mentionAt[i]) nearest = i
    after[i] = nearest
  }
  return { unit, tokens, columns: findScopes(unit), words, bases, mentionAt, before, after, bounds, voices }
}

const SHORTEST_SHOUT = 4 // letters; shorter words in capitals are mostly abbreviations

/**
 * `The tariffs are TERRIBLE`, `WE WELCOME IT`: for wink a word in capitals is a name. Words that the lexicon knows get the part of
 * speech that they have in small letters; all others stay names.
 */
function readShouted(tokens: Tokens, lexicon: Lexicon): Tokens {
  const { value, lower, lemma, pos } = tokens
  let tags: PartOfSpeech[] | undefined
  let bases: string[] | undefined
  for (let i = 0; i < value.length; i++) {
    const word = value[i] as string
    if (pos[i] !== 'PROPN' || word.length < SHORTEST_SHOUT || word === lower[i] || word.toUpperCase() !== word) continue
    const base = findBase(lexicon, lower[i] as string)
    const entry = base === null ? undefined : (lexicon.words.get(base)?.entry ?? lexicon.entries.get(base))
    if (base === null || !entry) continue
    tags ??= [...pos]
    bases ??= [...lemma]
    bases[i] = base
    tags[i] = entry.kind === 'judgment' ? (isNominal(tags[i - 1], lower[i - 1]) ? 'NOUN' : 'ADJ') : 'VERB'
  }
  if (!tags || !bases) return tokens
  const word = tokens.word.map((known, i) => {
    const [lemma, pos] = [bases[i] as string, tags[i] as PartOfSpeech]
    return known.lemma === lemma && known.pos === pos ? known : wordOf(known.value, lemma, pos)
  })
  return { ...tokens, word, pos: tags, lemma: bases }
}

function isNominal(before: PartOfSpeech | undefined, word: string | undefined): boolean {
  return before === 'DET' || word === 'of'
}

/** The form that the lexicon lists of a word, without its ending; null where it lists none. */
function findBase({ words }: Lexicon, form: string): string | null {
  for (const base of [form, form.replace(/s$/, ''), form.replace(/es$/, ''), form.replace(/ed$/, ''), form.replace(/d$/, '')])
    if (words.get(base)?.entry) return base
  return null
}

/** Bits of `ROLE` of a token's form. */
export function roleOf({ words }: Reading, i: number): number {
  return words[i]?.roles ?? 0
}

/** Nothing farther back in a sentence is read, so that a text without sentence ends stays linear. */
export const FARTHEST = 48 // tokens; longer than nearly every sentence

/** The first token of the mention that stands at a token. */
export function firstOfMention({ mentionAt }: Reading, at: number): number {
  let first = at
  while (first > 0 && mentionAt[first - 1] === mentionAt[at]) first--
  return first
}

/** The last token of the mention that stands at a token. */
export function lastOfMention({ mentionAt }: Reading, at: number): number {
  let last = at
  while (mentionAt[last + 1] === mentionAt[at]) last++
  return last
}
