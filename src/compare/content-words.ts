import type { Span } from '../types.js'
import type { SideWords } from './side-text.js'

/** Words that carry no topic: function words, fillers, wh-words and light words. Source: `recipes/replies.md`, content stems. */
const STOP_WORDS = new Set(
  (
    'a an the and or but nor so yet if then than as at by for from in into of off on onto out over to up with without about above across after again against along among around because before behind below between beyond during except inside near outside since through throughout till toward towards under until upon via within while ' +
    'i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its itself they them their theirs themselves this that these those there here who whom whose which what when where why how whatever whether ' +
    "am is are was were be been being do does did doing done have has had having will would shall should can could may might must ought not no n't 'll cannot isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't shouldn't haven't hasn't hadn't i'm i've i'll i'd you're you've you'll we're we've we'll they're they've it's that's there's what's let's he's she's " +
    'yes yeah well okay ok please thank thanks sir mr mrs ms president now also just really very too much many more most some any all both each every other another such own same only even still already ever never always quite rather ' +
    "say said says get got go going went gone know think thought one two way thing things lot like want make made take come see look tell told give us's 's"
  ).split(' '),
)

const SUFFIXES: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['ization', 'ize'],
  ['fulness', 'ful'],
  ['iveness', 'ive'],
  ['ations', 'ate'],
  ['ation', 'ate'],
  ['ments', 'ment'],
  ['ies', 'y'],
  ['ied', 'y'],
  ['ying', 'y'],
  ['ings', ''],
  ['ing', ''],
  ['edly', ''],
  ['ed', ''],
  ['ers', 'er'],
  ['ly', ''],
  ['es', ''],
  ['s', ''],
]
const SHORTEST_STEM = 3 // letters

/** Reduces a word to its stem. Source: `recipes/replies.md`, a short form of Porter (1980). */
export function stemWord(word: string): string {
  let stem = word
  if (!SUFFIX_ENDS.has(word.charCodeAt(word.length - 1))) return shortenStem(word)
  for (const [suffix, replacement] of SUFFIXES) {
    if (!word.endsWith(suffix) || word.length - suffix.length < SHORTEST_STEM || (suffix === 's' && word.endsWith('ss'))) continue
    stem = word.slice(0, -suffix.length) + replacement
    break
  }
  return shortenStem(stem)
}

/** Last letters of the suffixes: other words have none. */
const SUFFIX_ENDS: ReadonlySet<number> = new Set(SUFFIXES.map(([suffix]) => suffix.charCodeAt(suffix.length - 1)))

/** Halves a final double letter (not `ll`, `ss`) and drops a final `e`. */
function shortenStem(stem: string): string {
  const last = stem.charCodeAt(stem.length - 1)
  const doubled = last === stem.charCodeAt(stem.length - 2) && last !== L && last !== S
  const single = doubled ? stem.slice(0, -1) : stem
  return single.endsWith('e') ? single.slice(0, -1) : single
}

const L = 108
const S = 115

/** One content word: its stem, the word as first written, and where in the text it first stands. */
export interface ContentWord {
  readonly stem: string
  readonly word: string
  readonly start: number
  readonly end: number
}

/** Stems already made in this comparison; `null` for a word that carries no topic. */
export type StemMemo = Map<string, string | null>

/**
 * The content words of a side, or of a part of it, by stem, each at its first occurrence.
 *
 * @param memo - stems made so far, shared by all calls for one exchange
 */
export function findContentWords(words: SideWords, memo: StemMemo, span?: Span): Map<string, ContentWord> {
  const found = new Map<string, ContentWord>()
  const { start, end, lower } = words
  const to = span === undefined ? Number.POSITIVE_INFINITY : span.end
  for (let i = span === undefined ? 0 : findFrom(start, span.start); i < start.length; i++) {
    const from = start[i] as number
    if (from >= to) break
    const word = lower[i] as string
    let stem = memo.get(word)
    if (stem === undefined) {
      stem = isContent(word) ? stemWord(word) : null
      memo.set(word, stem)
    }
    if (stem !== null && !found.has(stem)) found.set(stem, { stem, word, start: from, end: end[i] as number })
  }
  return found
}

/** Index of the first of the sorted positions that is not before a position. */
function findFrom(positions: readonly number[], position: number): number {
  let [low, high] = [0, positions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((positions[middle] as number) < position) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The content words of a side whose stems are among the given ones, each at its first occurrence.
 *
 * Only words that start like one of the stems are stemmed: stemming never changes the first two letters.
 */
export function findSharedWords(words: SideWords, stems: ReadonlyMap<string, unknown>, memo: StemMemo): Map<string, ContentWord> {
  const found = new Map<string, ContentWord>()
  const starts = new Uint8Array(STARTS)
  for (const stem of stems.keys()) starts[startOf(stem)] = 1
  const { start, end, lower } = words
  for (let i = 0; i < lower.length; i++) {
    const word = lower[i] as string
    if (starts[startOf(word)] === 0) continue
    let stem = memo.get(word)
    if (stem === undefined) {
      stem = isContent(word) ? stemWord(word) : null
      memo.set(word, stem)
    }
    if (stem !== null && stems.has(stem) && !found.has(stem))
      found.set(stem, { stem, word, start: start[i] as number, end: end[i] as number })
  }
  return found
}

const STARTS = 1024 // the low five bits of a word's first two characters: words that start alike share a number

function startOf(word: string): number {
  return ((word.charCodeAt(0) & 31) << 5) | (word.length > 1 ? word.charCodeAt(1) & 31 : 0)
}

function isContent(word: string): boolean {
  if (word.length < 2 || STOP_WORDS.has(word)) return false
  const code = word.charCodeAt(0)
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
  return /^[\p{L}\p{N}]/u.test(word)
}
