import { VOCABULARY, type WordKind } from './words.js'

const KINDS = new Map<WordKind, ReadonlySet<string>>()
for (const { kind, words } of VOCABULARY)
  KINDS.set(kind, new Set([...(KINDS.get(kind) ?? []), ...words.split('|').map((word) => word.replace(/\s+/g, ' ').trim())]))

/** The words and phrases of one kind, in lower case without dots. */
export function wordsOf(kind: WordKind): ReadonlySet<string> {
  return KINDS.get(kind) as ReadonlySet<string>
}

const SINGLE_WORDS: ReadonlySet<string> = new Set(
  [...KINDS.values()]
    .flatMap((words) => [...words].flatMap((phrase) => phrase.split(/[^\p{L}\p{N}]+/u)))
    .filter((word) => word !== ''),
)

/** Whether a word stands in the vocabulary, by itself or in a phrase. */
export function isKnownWord(word: string): boolean {
  return SINGLE_WORDS.has(word)
}
