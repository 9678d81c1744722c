import { describeValue, FramingError } from '../error.js'
import type { PartOfSpeech } from '../types.js'

/** One step of a pattern: a word in one of several forms, a gap before the next word, or words that may not come next. */
export type PatternStep =
  | { readonly kind: 'word'; readonly words: readonly PatternWord[]; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'not'; readonly words: readonly PatternWord[] }

/** How a word of a pattern matches a token. */
export interface PatternWord {
  /**
   * `form`: the word in any inflection; `exact`: the form as written, in any case; `capitals`: written so; `prefix`: its start;
   * `any`: every word of the part of speech.
   */
  readonly kind: 'form' | 'exact' | 'capitals' | 'prefix' | 'any'
  /** Empty for `any`. */
  readonly word: string
  /** The part of speech the token must have; null where any will do. */
  readonly pos: PartOfSpeech | null
}

const LONGEST_GAP = 9 // tokens
const NEAR = 40 // tokens; as far as a sentence reaches, bounded so that a match costs the same in a hostile text
const MOST_WAYS = 1000 // sequences of words that one pattern stands for; each is entered into the automaton
const SHORTEST_PREFIX = 3 // letters before a *
const TAGS: ReadonlySet<string> = new Set(['ADJ', 'ADP', 'ADV', 'AUX', 'DET', 'NOUN', 'NUM', 'PRON', 'PROPN', 'VERB'])
const WORD = /^[\p{L}\p{N}.']+$/u
const MARK = /^[,;:.?()]$/ // marks that are tokens of their own; hyphens and quotation marks are none

/**
 * Reads a pattern of the codebook language.
 *
 * Words stand between blanks and match any inflection (`impose` finds "imposed"), in any case. `a/b` matches either word,
 * `sanction*` every word that starts so, `=trading` that form only, `SWIFT` only capitals, `sanction:VERB` the word as that part of
 * speech, `<NOUN>` any word of it, `word?` is optional, and `~3` lets up to three other tokens of the sentence stand in between;
 * gaps with only a left-out word between them are one. `,` is a mark of the text (`, ; : . ? ( )`), and `well !known` matches "well"
 * that "known" does not follow at once in its sentence; what may not follow is no part of the match.
 * `investment & worry` matches both within a sentence, in either order. Hyphens in the text count as blanks.
 *
 * @param path - names the entry in the error
 * @returns the ways the pattern can match, each a sequence of steps; two for a pattern with `&`
 * @throws {FramingError} `invalid-codebook`.
 */
export function parsePattern(pattern: string, path = 'pattern'): PatternStep[][] {
  const sides = pattern.split(' & ')
  if (sides.length > 2) throw invalid(path, pattern, 'Use & once.')
  const parsed = sides.map((side) => parseSide(side, pattern, path))
  const [left, right] = parsed as [PatternStep[], PatternStep[]?]
  if (!right) return [left]
  const near: PatternStep = { kind: 'gap', most: NEAR }
  return [
    [...left, near, ...right],
    [...right, near, ...left],
  ]
}

function parseSide(side: string, pattern: string, path: string): PatternStep[] {
  // Most patterns are plain words; whole codebooks are read before the first score, so they take the short way.
  const parts = PLAIN.test(side) ? side.split(' ') : splitParts(side)
  const steps = parts.map((part) => parseStep(part, pattern, path))
  if (
    steps[0]?.kind !== 'word' ||
    steps.at(-1)?.kind === 'gap' ||
    !steps.some((step) => step.kind === 'word' && !step.optional)
  ) {
    throw invalid(path, pattern, 'Start and end it with a word that is not optional.')
  }
  steps.forEach((step, i) => {
    if (step.kind === 'not' && !isBehindWord(steps, i))
      throw invalid(path, pattern, 'Put !word behind a word that is not optional.')
  })
  let ways = 1
  for (const step of steps) if (step.kind === 'word') ways *= step.words.length + Number(step.optional)
  if (ways > MOST_WAYS)
    throw invalid(path, pattern, `It stands for ${ways} sequences of words, more than ${MOST_WAYS}. Split it.`)
  return steps
}

/** Whether what may not follow has something to follow: a word, at once or with left-out words between. */
function isBehindWord(steps: readonly PatternStep[], i: number): boolean {
  const before = steps.slice(0, i).findLast((step) => step.kind !== 'word' || !step.optional)
  return before !== undefined && before.kind !== 'gap'
}

const PLAIN = /^[a-z]+(?:[ /][a-z]+)*$/

function splitParts(side: string): string[] {
  return side
    .trim()
    .replaceAll('’', "'")
    .replace(/'s\b/g, " ='s")
    .split(/[\s-]+/)
}

function parseStep(part: string, pattern: string, path: string): PatternStep {
  if (SIMPLE.test(part)) return { kind: 'word', words: [{ kind: 'form', word: part, pos: null }], optional: false }
  const gap = /^~(\d)$/.exec(part)
  if (gap) {
    const most = Number(gap[1])
    if (most < 1 || most > LONGEST_GAP) throw invalid(path, pattern, `Write a gap as ~1 to ~${LONGEST_GAP}.`)
    return { kind: 'gap', most }
  }
  const readWords = (words: string): PatternWord[] => words.split('/').map((word) => parseWord(word, pattern, path))
  if (part.startsWith('!')) return { kind: 'not', words: readWords(part.slice(1)) }
  const optional = part.endsWith('?') && part !== '?'
  return { kind: 'word', words: readWords(optional ? part.slice(0, -1) : part), optional }
}

const SIMPLE = /^[a-z]+$/

function parseWord(word: string, pattern: string, path: string): PatternWord {
  if (SIMPLE.test(word)) return { kind: 'form', word, pos: null }
  if (MARK.test(word)) return { kind: 'exact', word, pos: null }
  const tag = /^<([A-Z]+)>$/.exec(word)?.[1] ?? /^[^:]+:([A-Z]+)$/.exec(word)?.[1] ?? null
  if (tag !== null && !TAGS.has(tag)) throw invalid(path, pattern, `Write a part of speech as one of ${[...TAGS].join(', ')}.`)
  const pos = tag as PartOfSpeech | null
  if (word.startsWith('<')) return { kind: 'any', word: '', pos }
  const spelled = pos === null ? word : word.slice(0, word.indexOf(':'))
  const bare = spelled.replace(/^=/, '').replace(/\*$/, '')
  if (!WORD.test(bare))
    throw invalid(
      path,
      pattern,
      'Write words of letters and digits, a/b, word*, =word, word:NOUN, <NOUN>, word?, !word, ~3 or a mark.',
    )
  if (spelled.endsWith('*')) {
    if (bare.length < SHORTEST_PREFIX) throw invalid(path, pattern, `Put at least ${SHORTEST_PREFIX} letters before the *.`)
    return { kind: 'prefix', word: bare.toLowerCase(), pos }
  }
  if (spelled.startsWith('=')) return { kind: 'exact', word: bare.toLowerCase(), pos }
  if (bare.length > 1 && bare === bare.toUpperCase() && /\p{Lu}/u.test(bare)) return { kind: 'capitals', word: bare, pos }
  return { kind: 'form', word: bare.toLowerCase(), pos }
}

function invalid(path: string, pattern: string, remedy: string): FramingError {
  return new FramingError('invalid-codebook', `Expected ${path} to be a pattern, got ${describeValue(pattern)}. ${remedy}`)
}
