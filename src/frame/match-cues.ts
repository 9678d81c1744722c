import type { AnnotatedText, PartOfSpeech, Tokens } from '../types.js'
import type { CompiledCodebook, PatternNode } from './compile-codebook.js'

/** A stretch of tokens that a pattern matched. */
export interface CueHit {
  /** Index into the compiled codebook's entries. */
  readonly entry: number
  /** First and last token, both inclusive. */
  readonly first: number
  readonly last: number
}

/** Finds every match of every pattern, in one pass over the tokens of a unit. */
export function matchCues({ tokens }: AnnotatedText, codebook: CompiledCodebook): CueHit[] {
  const hits: CueHit[] = []
  const positions: number[] = []
  const numbers: (readonly number[])[] = []
  for (let i = 0; i < tokens.lower.length; i++) {
    if (isTransparent(tokens.lower[i] as string)) continue
    positions.push(i)
    numbers.push(numbersOf(tokens, i, codebook))
  }

  const walk = (node: PatternNode, at: number, first: number): void => {
    const last = positions[at - 1] as number
    for (const entry of node.ends) hits.push({ entry, first, last })
    step(node, at, first, last)
    for (const { most, node: next } of node.gaps) {
      for (let skipped = 0; skipped <= most; skipped++) if (!step(next, at + skipped, first, last)) break
    }
  }
  /** Takes one token from here; false where the sentence is over. */
  const step = (node: PatternNode, at: number, first: number, last: number): boolean => {
    const position = positions[at]
    if (position === undefined || tokens.sentence[position] !== tokens.sentence[last]) return false
    for (const number of numbers[at] as readonly number[]) {
      const next = node.next.get(number)
      if (next) walk(next, at + 1, first)
    }
    return true
  }

  for (let at = 0; at < positions.length; at++) {
    for (const number of numbers[at] as readonly number[]) {
      const node = codebook.root.next.get(number)
      if (node) walk(node, at + 1, positions[at] as number)
    }
  }
  return hits
}

/** Hyphens and quotation marks stand between words without parting them: `US-led`, `"smart" sanctions`. */
function isTransparent(token: string): boolean {
  return token === '-' || token === '–' || token === '"' || token === '“' || token === '”' || token === '‑'
}

const NONE: readonly number[] = []

function numbersOf(
  tokens: Tokens,
  i: number,
  { forms, capitals, prefixes, prefixLengths, tags, anyOf }: CompiledCodebook,
): readonly number[] {
  const lower = tokens.lower[i] as string
  let found = forms.get(lower) ?? NONE
  const lemma = tokens.lemma[i] // null for a few forms
  if (lemma && lemma !== lower) found = join(found, forms.get(lemma))
  if (capitals.size > 0) found = join(found, capitals.get(tokens.value[i] as string))
  for (const length of prefixLengths) {
    if (length > lower.length) break
    found = join(found, prefixes.get(lower.slice(0, length)))
  }
  const pos = tokens.pos[i] as PartOfSpeech
  if (anyOf.size > 0) found = join(found, anyOf.get(pos))
  if (tags.size > 0 && found.length > 0) found = found.filter((number) => (tags.get(number) ?? pos) === pos)
  return found
}

function join(a: readonly number[], b: readonly number[] | undefined): readonly number[] {
  if (!b) return a
  return a.length === 0 ? b : [...new Set([...a, ...b])]
}
