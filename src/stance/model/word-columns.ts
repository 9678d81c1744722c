import type { Tokens } from '../../types.js'

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
const NEGATORS = set("not n't no never neither nor without nobody none nothing hardly barely scarcely cannot")
const THIRD_PERSON = set('he she him her his hers')
const NEGATION_REACH = 4 // tokens; after Das & Chen's and Pang's marking, cut short as the fit asked for

/** Numbers of the words that stand for a whole class of words; listed words come after them. */
export const ANY_NAME = 1
export const ANY_NUMBER = 2
export const THE_TARGET = 3
export const ANY_THIRD_PERSON = 4
export const EDGE = 5
export const FIRST_WORD = 6

/** What a model knows of single words. Columns are by the word's number; number 0 is a word that is not listed. */
export interface WordTable {
  readonly numbers: ReadonlyMap<string, number>
  /** In [-1, 1]. */
  readonly valence: Float32Array
  /** How much a word counts, in [0, 1]: frequent ones count less. */
  readonly rarity: Float32Array
  /** `facetCount` numbers a word, its rarity multiplied in. */
  readonly facets: Float32Array
  readonly facetCount: number
  /** What a word says of the whole text it stands in. */
  readonly tone: Float32Array
}

/** The tokens of a unit as the model reads them; made once for all mentions of the unit. */
export interface WordColumns {
  readonly word: Int32Array
  readonly kind: Uint8Array
  readonly quoted: Uint8Array
  readonly clause: Int32Array
  readonly negated: Uint8Array
}

/** Reads words, quotations, clauses and negation of a unit in one pass. */
export function readWords({ lower, value, sentence }: Tokens, numbers: ReadonlyMap<string, number>): WordColumns {
  const length = lower.length
  const word = new Int32Array(length)
  const kind = new Uint8Array(length)
  const quoted = new Uint8Array(length)
  const clause = new Int32Array(length)
  const negated = new Uint8Array(length)
  let inQuotes = 0
  let ordinal = 0
  let reach = 0 // tokens that the last negator still negates
  for (let i = 0; i < length; i++) {
    const form = lower[i] as string
    const starts = i === 0 || sentence[i] !== sentence[i - 1]
    if (starts) {
      inQuotes = 0
      ordinal++
      reach = 0
    }
    const class_ = classOf(form, value[i] as string, starts || isOpening(lower[i - 1] as string))
    kind[i] = class_
    word[i] = THIRD_PERSON.has(form)
      ? ANY_THIRD_PERSON
      : class_ === NAME
        ? ANY_NAME
        : class_ === NUMBER
          ? ANY_NUMBER
          : (numbers.get(form) ?? 0)
    const isQuote = form === '"' || form === '“' || form === '”'
    if (isQuote) inQuotes = 1 - inQuotes
    quoted[i] = inQuotes
    const isMark = isQuote || (class_ === PUNCTUATION && CLAUSE_MARKS.has(form))
    const startsClause =
      isMark ||
      (class_ !== NAME && CLAUSE_WORDS.has(form)) ||
      ((form === 'and' || form === 'or') && i + 1 < length && AFTER_AND.has(lower[i + 1] as string))
    if (startsClause) ordinal++
    clause[i] = ordinal
    if (isMark || form === 'but') reach = 0
    if (reach > 0) {
      negated[i] = 1
      reach--
    }
    if (NEGATORS.has(form)) reach = NEGATION_REACH
  }
  return { word, kind, quoted, clause, negated }
}

function isOpening(form: string): boolean {
  return form === '"' || form === '“' || form === '”' || form === '.' || form === ':'
}

function classOf(lower: string, value: string, opens: boolean): number {
  const first = value.charCodeAt(0)
  if (first >= 0x30 && first <= 0x39) return NUMBER
  if (!hasLetter(value)) return PUNCTUATION
  if (FUNCTION_WORDS.has(lower)) return FUNCTION
  if (!opens && first >= 0x41 && first <= 0x5a) return NAME
  return CONTENT
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
