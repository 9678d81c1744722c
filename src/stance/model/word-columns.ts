import { findScopes } from '../../annotate/index.js'
import { Flags } from '../../text/word-facts.js'
import type { AnnotatedText, Word } from '../../types.js'

/** What kind of word a token is, by its form alone. */
export const PUNCTUATION = 0
export const NUMBER = 1
export const FUNCTION = 2
export const NAME = 3
export const CONTENT = 4

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const FUNCTION_WORDS = set(
  "a an the this that these those and or but nor so yet if unless because while although though since as than of in on at by for with from to into onto upon about over under after before between among through during against within without toward towards per via off out up down i me my mine we us our ours you your yours he him his she her hers it its they them their theirs who whom whose which what when where why how be am is are was were been being have has had having do does did doing done will would shall should can could may might must ought 's 'd 'll 're 've 'm n't not no never just only also very too more most less least much many some any all both each every other another such own same there here then now",
)
const CLAUSE_WORDS = set(
  'but although though while whereas because since unless if when after before until as that which who whom whose where despite however yet',
)
const CLAUSE_MARKS = set(', ; : — – - -- ( ) ...')
const AFTER_AND = set('i we you he she it they is was has had will would can could do does did be')
const THIRD_PERSON = set('he she him her his hers')

/** Numbers of the words that stand for a whole class of words; listed words come after them. */
export const ANY_NAME = 1
export const ANY_NUMBER = 2
export const THE_TARGET = 3
export const ANY_THIRD_PERSON = 4
export const EDGE = 5
export const FIRST_WORD = 6

/** What a model knows of single words. Columns are by the word's number; number 0 is a word that is not listed. */
export interface WordTable extends WordLookup {
  /** In [-1, 1]. */
  readonly valence: Float32Array
  /** How much a word counts, in [0, 1]: frequent ones count less. */
  readonly rarity: Float32Array
  /** `facetCount` numbers a word, its rarity multiplied in. */
  readonly facets: Float32Array
  readonly facetCount: number
  /** What a word says of the whole text it stands in: for or against. */
  readonly leaning: Float32Array
  /** Whether a text with this word takes a side at all: negative for words of news. */
  readonly sidedness: Float32Array
}

/** The tokens of a unit as the model reads them; made once for all mentions of the unit. */
export interface WordColumns {
  /** How many tokens the unit has; the columns may be longer. */
  readonly length: number
  readonly word: Int32Array
  readonly kind: Uint8Array
  readonly quoted: Uint8Array
  readonly clause: Int32Array
  readonly negated: Uint8Array
}

const IS_FUNCTION = 1
const STARTS_CLAUSE = 2
const IS_THIRD_PERSON = 8
const IS_QUOTE = 16
const IS_CLAUSE_MARK = 32
const FOLLOWS_AND = 64
const OPENS = 128

/** Words by number, and what each is by its form alone: one look-up a token. */
export interface WordLookup {
  readonly numbers: ReadonlyMap<string, number>
  readonly flags: Uint8Array
  /** Number of a token's word, 0 where it has none. */
  readonly numberOf: Flags
}

const CLASSES: readonly (readonly [ReadonlySet<string>, number])[] = [
  [FUNCTION_WORDS, IS_FUNCTION],
  [CLAUSE_WORDS, STARTS_CLAUSE],
  [THIRD_PERSON, IS_THIRD_PERSON],
  [set('" “ ”'), IS_QUOTE | IS_CLAUSE_MARK | OPENS],
  [set('. :'), OPENS],
  [CLAUSE_MARKS, IS_CLAUSE_MARK],
  [AFTER_AND, FOLLOWS_AND],
]

/** How many words `makeLookup` may add behind the last number. */
export const EXTRA_WORDS = CLASSES.reduce((sum, [words]) => sum + words.size, 0)

/** Adds the words that have a class of their own to the numbered ones. */
export function makeLookup(numbers: ReadonlyMap<string, number>): WordLookup {
  const all = new Map(numbers)
  let next = FIRST_WORD
  for (const number of numbers.values()) if (number >= next) next = number + 1
  for (const [words] of CLASSES) for (const word of words) if (!all.has(word)) all.set(word, next++)
  const flags = new Uint8Array(next)
  for (const [words, flag] of CLASSES)
    for (const word of words) {
      const number = all.get(word) as number
      flags[number] = (flags[number] as number) | flag
    }
  return { numbers: all, flags, numberOf: new Flags(({ lower }) => all.get(lower) ?? 0) }
}

/** Columns for units of up to so many tokens. */
export function makeColumns(size: number): WordColumns {
  return {
    length: size,
    word: new Int32Array(size),
    kind: new Uint8Array(size),
    quoted: new Uint8Array(size),
    clause: new Int32Array(size),
    negated: new Uint8Array(size),
  }
}

/**
 * Reads words, quotations and clauses of a unit in one pass; negation is that of all stages, see `findScopes`.
 *
 * @param into - columns that are written over where they are long enough: to make new ones costs more than to fill them
 */
export function readWords(
  unit: AnnotatedText,
  { numberOf, flags }: WordLookup,
  into: WordColumns = makeColumns(unit.tokens.lower.length),
): WordColumns {
  const { word: words, lower, sentence } = unit.tokens
  const { negator } = findScopes(unit)
  const length = lower.length
  const { word, kind, quoted, clause, negated } = into.word.length < length ? makeColumns(2 * length) : into
  for (let i = 0; i < length; i++) word[i] = numberOf.of(words[i] as Word)
  let inQuotes = 0
  let ordinal = 0
  let opens = true
  for (let i = 0; i < length; i++) {
    const number = word[i] as number
    const flag = flags[number] as number
    if (i === 0 || sentence[i] !== sentence[i - 1]) {
      inQuotes = 0
      ordinal++
      opens = true
    }
    const class_ = classOf(SHAPES.of(words[i] as Word), (flag & IS_FUNCTION) !== 0, opens)
    opens = (flag & OPENS) !== 0
    kind[i] = class_
    if (flag & IS_THIRD_PERSON) word[i] = ANY_THIRD_PERSON
    else if (class_ === NAME) word[i] = ANY_NAME
    else if (class_ === NUMBER) word[i] = ANY_NUMBER
    if (flag & IS_QUOTE) inQuotes = 1 - inQuotes
    quoted[i] = inQuotes
    const isMark = (flag & IS_CLAUSE_MARK) !== 0
    if (
      isMark ||
      (class_ !== NAME && (flag & STARTS_CLAUSE) !== 0) ||
      (i + 1 < length &&
        ((flags[word[i + 1] as number] as number) & FOLLOWS_AND) !== 0 &&
        (lower[i] === 'and' || lower[i] === 'or'))
    )
      ordinal++
    clause[i] = ordinal
    negated[i] = (negator[i] as number) >= 0 ? 1 : 0
  }
  return { length, word, kind, quoted, clause, negated }
}

/** How a word is written, by the kind that it is where it opens a sentence; `NAME` for a capital, which says nothing there. */
const SHAPES = new Flags(({ value }) => {
  const first = value.charCodeAt(0)
  if (first >= 0x30 && first <= 0x39) return NUMBER
  if (first >= 0x61 && first <= 0x7a) return CONTENT
  if (!hasLetter(value)) return PUNCTUATION
  return first >= 0x41 && first <= 0x5a ? NAME : CONTENT
})

function classOf(shape: number, isFunction: boolean, opens: boolean): number {
  if (shape === NUMBER) return NUMBER
  if (isFunction) return FUNCTION
  return shape === NAME && opens ? CONTENT : shape
}

/** A letter or digit of any script; the first character decides for all but marks that are glued to a word. */
function hasLetter(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i)
    if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code < 0x2000)) return true
    if (code >= 0x30 && code <= 0x39) return true
  }
  return false
}
