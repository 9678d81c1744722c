import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotateText } from '../../src/annotate/index.js'
import { compileCodebook, scoreUnitFrames } from '../../src/frame/index.js'
import { buildAutomaton, matchPatterns, type PatternStep, parsePattern } from '../../src/match/index.js'
import type { AnnotatedText, Span } from '../../src/types.js'
import { makeCodebook } from '../frame/make-unit.js'

/** A unit of sentences that are given, so that the words alone decide. */
function makeUnit(sentences: readonly string[]): AnnotatedText {
  const text = sentences.join(' ')
  let at = 0
  const spans = sentences.map((sentence): Span => {
    const span = { start: at, end: at + sentence.length }
    at += sentence.length + 1
    return span
  })
  return annotateText(text, { start: 0, end: text.length }, spans)
}

/** All stretches that a pattern matches, found by trying everything; for words without inflections. */
function matchNaively({ tokens }: AnnotatedText, pattern: string): string[] {
  const found = new Set<string>()
  const { lower, sentence } = tokens
  const walk = (steps: readonly PatternStep[], at: number, first: number, last: number): void => {
    const [step, ...rest] = steps
    if (!step) {
      found.add(`${first} ${last}`)
    } else if (step.kind === 'not') {
      const next = sentence[at] === sentence[last] ? lower[at] : undefined
      if (step.words.every(({ word }) => word !== next)) walk(rest, at, first, last)
    } else if (step.kind === 'gap') {
      const most = last < 0 ? 0 : step.most
      for (let skipped = 0; skipped <= most; skipped++) walk(rest, at + skipped, first, last)
    } else {
      if (step.optional) walk(rest, at, first, last)
      if (at >= lower.length || (last >= 0 && sentence[at] !== sentence[last])) return
      if (step.words.some(({ word }) => word === lower[at])) walk(rest, at + 1, last < 0 ? at : first, at)
    }
  }
  for (const steps of parsePattern(pattern)) for (let at = 0; at < lower.length; at++) walk(steps, at, -1, -1)
  // A start that an optional first word leaves out is the start of the next token.
  return [...found].filter((each) => !each.startsWith('-1')).sort()
}

const WORD = fc.constantFrom('qa', 'qb', 'qc')
const TERM = fc.oneof(
  WORD,
  fc.tuple(WORD, WORD).map(([a, b]) => `${a}/${b}`),
)
const GAP = fc.oneof(
  { weight: 2, arbitrary: fc.constant('') },
  fc.integer({ min: 1, max: 9 }).map((most) => `~${most} `),
)
const NOT = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  TERM.map((term) => ` !${term}`),
)
const MARKED = fc.oneof({ weight: 6, arbitrary: TERM }, fc.constant(','))
const SIDE = fc
  .tuple(
    fc.constantFrom('', 'qa? '),
    TERM,
    NOT,
    fc.array(fc.tuple(GAP, MARKED, fc.oneof({ weight: 2, arbitrary: NOT }, fc.constant('?'))), { maxLength: 4 }),
  )
  .map(([start, first, not, rest]) => `${start}${first}${not}${rest.map(([gap, term, end]) => ` ${gap}${term}${end}`).join('')}`)
const PATTERN = fc.oneof(
  { weight: 4, arbitrary: SIDE },
  fc.tuple(SIDE, SIDE).map((sides) => sides.join(' & ')),
)
const SENTENCES = fc.array(
  fc
    .array(fc.oneof({ weight: 4, arbitrary: WORD }, fc.constantFrom('qz', 'constructor', ',')), { minLength: 1, maxLength: 14 })
    .map((words) => words.join(' ')),
  { maxLength: 3 },
)

describe('matchPatterns', () => {
  it('finds what trying everything finds', () => {
    fc.assert(
      fc.property(SENTENCES, fc.uniqueArray(PATTERN, { minLength: 1, maxLength: 4 }), (sentences, patterns) => {
        const unit = makeUnit(sentences)
        const hits = matchPatterns(unit, buildAutomaton(patterns))
        patterns.forEach((pattern, index) => {
          const own = hits.filter(({ entry }) => entry === index).map(({ first, last }) => `${first} ${last}`)
          expect([...new Set(own)].sort()).toEqual(matchNaively(unit, pattern))
        })
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['lift ~2 old? ~2 ban', 'lift the very ban'],
    ['lift ~2 ban?', 'lift'],
    ['old? ~2 ban', 'ban'],
  ])('takes %s where the optional word is left out', (pattern, text) => {
    expect(matchPatterns(makeUnit([text]), buildAutomaton([pattern]))).not.toEqual([])
  })
})

const HOSTILE = ['a ~9 a ~9 a ~9 a', 'a ~9 a & a ~9 a', 'a ~9 a? ~9 a? ~9 a']

/** A line of one word, and how often its tokens were looked at. */
function countSteps(pattern: string, words: number): { steps: number; hits: number; tokens: number } {
  const unit = makeUnit([Array.from({ length: words }, () => 'a').join(' ')])
  let steps = 0
  const sentence = new Proxy(unit.tokens.sentence, {
    get(target, key) {
      steps++
      return Reflect.get(target, key)
    },
  })
  const hits = matchPatterns({ ...unit, tokens: { ...unit.tokens, sentence } }, buildAutomaton([pattern]))
  return { steps, hits: hits.length, tokens: unit.tokens.lower.length }
}

describe('a hostile line', () => {
  const AMPLE = 1000 // hits beyond one a token

  it.each(HOSTILE)('costs %s as many steps a word, however long it is', (pattern) => {
    const [short, long] = [countSteps(pattern, 2000), countSteps(pattern, 8000)]
    expect(long.steps / short.steps).toBeLessThan((1.1 * 8000) / 2000)
    expect(long.hits).toBeLessThanOrEqual(2 * long.tokens + AMPLE + 100)
  })

  it('still gives the longest hits', () => {
    const unit = makeUnit([Array.from({ length: 8000 }, () => 'a').join(' ')])
    const [score] = scoreUnitFrames(unit, compileCodebook(makeCodebook(['a ~9 a ~9 a ~9 a'])))
    const longest = 31 * 2 - 1 // code units of 31 words and the blanks between
    expect(score?.evidence).toHaveLength(Math.floor(8000 / 31))
    expect(score?.evidence.every(({ quote }) => quote.length === longest)).toBe(true)
  })
})
