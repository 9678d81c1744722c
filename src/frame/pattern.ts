import { describeValue, FramingError } from '../error.js'

/** One step of a pattern: a word in one of several forms, or a gap before the next word. */
export type PatternStep =
  | { readonly kind: 'word'; readonly words: readonly PatternWord[]; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly most: number }

/** How a word of a pattern matches a token. */
export interface PatternWord {
  /** `form`: the word in any inflection; `exact`: the form as written, in any case; `capitals`: written so; `prefix`: its start. */
  readonly kind: 'form' | 'exact' | 'capitals' | 'prefix'
  readonly word: string
}

const LONGEST_GAP = 9 // tokens
const SHORTEST_PREFIX = 3 // letters before a *
const WORD = /^[\p{L}\p{N}.']+$/u

/**
 * Reads a pattern of the codebook language.
 *
 * Words stand between blanks and match any inflection (`impose` finds "imposed"), in any case. `a/b` matches either word,
 * `sanction*` every word that starts so, `=trading` that form only, `SWIFT` only capitals, `word?` is optional, and `~3` lets up to
 * three other tokens of the sentence stand in between. Hyphens in the text count as blanks.
 *
 * @param path - names the entry in the error
 * @throws {FramingError} `invalid-codebook`.
 */
export function parsePattern(pattern: string, path = 'pattern'): PatternStep[] {
  const parts = pattern
    .trim()
    .replaceAll('’', "'")
    .replace(/'s\b/g, " ='s")
    .split(/[\s-]+/)
  const steps = parts.map((part) => parseStep(part, pattern, path))
  const first = steps[0]
  const last = steps.at(-1)
  if (!first || first.kind === 'gap' || last?.kind === 'gap' || steps.every((step) => step.kind === 'gap' || step.optional)) {
    throw invalid(path, pattern, 'Start and end it with a word that is not optional.')
  }
  return steps
}

function parseStep(part: string, pattern: string, path: string): PatternStep {
  const gap = /^~(\d)$/.exec(part)
  if (gap) {
    const most = Number(gap[1])
    if (most < 1 || most > LONGEST_GAP) throw invalid(path, pattern, `Write a gap as ~1 to ~${LONGEST_GAP}.`)
    return { kind: 'gap', most }
  }
  const optional = part.endsWith('?')
  const words = (optional ? part.slice(0, -1) : part).split('/').map((word) => parseWord(word, pattern, path))
  return { kind: 'word', words, optional }
}

function parseWord(word: string, pattern: string, path: string): PatternWord {
  const bare = word.replace(/^=/, '').replace(/\*$/, '')
  if (!WORD.test(bare)) throw invalid(path, pattern, 'Write words of letters and digits, a/b, word*, =word, word? or ~3.')
  if (word.endsWith('*')) {
    if (bare.length < SHORTEST_PREFIX) throw invalid(path, pattern, `Put at least ${SHORTEST_PREFIX} letters before the *.`)
    return { kind: 'prefix', word: bare.toLowerCase() }
  }
  if (word.startsWith('=')) return { kind: 'exact', word: bare.toLowerCase() }
  if (bare.length > 1 && bare === bare.toUpperCase() && /\p{Lu}/u.test(bare)) return { kind: 'capitals', word: bare }
  return { kind: 'form', word: bare.toLowerCase() }
}

function invalid(path: string, pattern: string, remedy: string): FramingError {
  return new FramingError('invalid-codebook', `Expected ${path} to be a pattern, got ${describeValue(pattern)}. ${remedy}`)
}
