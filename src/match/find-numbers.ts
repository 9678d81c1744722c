import type { PartOfSpeech, Word } from '../types.js'

/** The words of patterns by number, and how a token has one. */
export interface WordIndex {
  /** Word numbers by lower-case form, for words in any inflection. */
  readonly forms: ReadonlyMap<string, readonly number[]>
  /** Word numbers by lower-case form, for words in that form only. */
  readonly exacts: ReadonlyMap<string, readonly number[]>
  /** Word numbers by the form as written in capitals. */
  readonly capitals: ReadonlyMap<string, readonly number[]>
  /** Word numbers by the first letters of a word, by their number. */
  readonly prefixes: ReadonlyMap<number, ReadonlyMap<string, readonly number[]>>
  /** Part of speech that a word number asks for; a number without an entry takes any. */
  readonly tags: ReadonlyMap<number, PartOfSpeech>
  /** Word numbers that match every word of a part of speech. */
  readonly anyOf: ReadonlyMap<PartOfSpeech, readonly number[]>
}

/**
 * The word numbers of each token that patterns see in a word: one for most, none for a mark that parts no words, and one a part for a
 * word with a hyphen that no pattern has as a whole: a few prefixes stay one token with their word (`anti-tank`), and patterns take
 * them as two.
 */
export function findNumbers(word: Word, index: WordIndex): (readonly number[])[] {
  const { lower, lemma } = word
  if (isTransparent(lower)) return []
  let found = index.forms.get(lower)
  // Every form of a pattern word is in `forms`, so the lemma only adds what an irregular form lacks; a few words have none.
  if (lemma && lemma !== lower) found = join(found, index.forms.get(lemma))
  found = addOthers(found, lower, word, index)
  if (found !== undefined) return [found]
  if (lower.length <= LONGEST_SINGLE || !lower.includes('-')) return [NONE]
  return lower
    .split('-')
    .filter((part) => part !== '')
    .map((part) => addOthers(index.forms.get(part), part, word, index) ?? NONE)
}

/** Hyphens and quotation marks stand between words without parting them: `US-led`, `"smart" sanctions`. */
function isTransparent(token: string): boolean {
  return (
    token.length === 1 && (token === '-' || token === '–' || token === '"' || token === '“' || token === '”' || token === '‑')
  )
}

const LONGEST_SINGLE = 5 // letters of a token that cannot hold a prefix, a hyphen and a word worth finding

const NONE: readonly number[] = []

/** Word numbers by exact form, capitals, prefix and part of speech too, less those whose part of speech differs. */
function addOthers(
  numbers: readonly number[] | undefined,
  form: string,
  { value, pos }: Word,
  { exacts, capitals, prefixes, tags, anyOf }: WordIndex,
): readonly number[] | undefined {
  let found = join(join(numbers, exacts.get(form)), capitals.get(value))
  for (const [length, starts] of prefixes) {
    if (length <= form.length) found = join(found, starts.get(form.slice(0, length)))
  }
  found = join(found, anyOf.get(pos))
  return tags.size > 0 && found ? found.filter((number) => (tags.get(number) ?? pos) === pos) : found
}

function join(a: readonly number[] | undefined, b: readonly number[] | undefined): readonly number[] | undefined {
  if (b === undefined || a === b) return a
  if (a === undefined) return b
  let joined: number[] | undefined
  for (let k = 0; k < b.length; k++) {
    const number = b[k] as number
    if (a.includes(number)) continue
    joined ??= a.slice()
    joined.push(number)
  }
  return joined ?? a
}
