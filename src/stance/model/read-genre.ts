import { CONTENT, FUNCTION, NAME, NUMBER, PUNCTUATION, type WordColumns } from './word-columns.js'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const REPORTING = set('said says say told added according reported announced')
/** Which number each word counts in. */
const WORDS: ReadonlyMap<string, number> = new Map(
  (
    [
      [2, "i we my our me us 'm 're"],
      [7, 'must should need cannot never'],
      [9, 'you your'],
      [4, '?'],
      [8, '!'],
    ] as const
  ).flatMap(([k, words]) => words.split(' ').map((word) => [word, k] as const)),
)

/** How many numbers `readGenre` gives. */
export const GENRE_FEATURES = 10

/**
 * What kind of text a unit is: the logarithm of its length, its shares of figures, of the speaker (`I`, `we`), of reporting words, of
 * questions, of quoted words, of names, of demands and of address, and its exclamation marks. Newswire full of figures and names takes
 * a side by stronger words than a speaker does. Source: this library.
 */
export function readGenre({ length, kind, quoted }: WordColumns, lower: readonly string[]): Float64Array {
  const found = new Float64Array(GENRE_FEATURES)
  let stops = 0
  const add = (k: number): void => {
    found[k] = (found[k] as number) + 1
  }
  for (let i = 0; i < length; i++) {
    const form = lower[i] as string
    if (kind[i] === NUMBER) add(1)
    else if (kind[i] === NAME) add(6)
    if (quoted[i] === 1) add(5)
    if (kind[i] === CONTENT && REPORTING.has(form)) add(3)
    if (form === '.' || form === '?' || form === '!') stops++
    if (kind[i] === CONTENT || kind[i] === FUNCTION || kind[i] === PUNCTUATION) {
      const k = WORDS.get(form)
      if (k !== undefined) add(k)
    }
  }
  const size = Math.max(1, length)
  for (const k of [1, 2, 3, 5, 6, 7, 9]) found[k] = (found[k] as number) / size
  found[4] = (found[4] as number) / Math.max(1, stops)
  found[0] = Math.log(size)
  return found
}
