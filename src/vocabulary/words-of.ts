import { VOCABULARY, type WordKind } from './words.js'

const KINDS = new Map<WordKind, ReadonlySet<string>>()
for (const { kind, words } of VOCABULARY)
  KINDS.set(kind, new Set([...(KINDS.get(kind) ?? []), ...words.split('|').map((word) => word.replace(/\s+/g, ' ').trim())]))

/** The words and phrases of one kind, in lower case without dots. */
export function wordsOf(kind: WordKind): ReadonlySet<string> {
  return KINDS.get(kind) as ReadonlySet<string>
}
