import fc from 'fast-check'
import { expect, test } from 'vitest'
import { annotateText } from '../../src/annotate/index.js'
import type { Tokens } from '../../src/types.js'

function tokensOf(text: string): Tokens {
  const span = { start: 0, end: text.length }
  return annotateText(text, span, [span]).tokens
}

test('every token equals its slice of the text, in order and disjoint', () => {
  const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string())
  fc.assert(
    fc.property(anyText, (text) => {
      const { start, end, value } = tokensOf(text)
      let last = 0
      value.forEach((token, i) => {
        expect(text.slice(start[i], end[i])).toBe(token)
        expect(start[i]).toBeGreaterThanOrEqual(last)
        last = end[i] as number
      })
    }),
    { numRuns: 2000 },
  )
})

test('possessives and hyphens stand alone', () => {
  expect(tokensOf("Kazakhstan's US-led talks weren’t held").value).toEqual([
    'Kazakhstan',
    "'s",
    'US',
    '-',
    'led',
    'talks',
    'were',
    'n’t',
    'held',
  ])
})

test('the answer No is a word and its stop, and a number is not', () => {
  expect(tokensOf('No. We are not.').value).toEqual(['No', '.', 'We', 'are', 'not', '.'])
  expect(tokensOf('He lives at No. 10 there.').value).toContain('No.')
})

test('a run without white space that wink cannot read in time is one token', () => {
  const run = 'word.Next'.repeat(1000)
  expect(tokensOf(`Before ${run} after.`).value).toEqual(['Before', run, 'after', '.'])
})

test('words that are names of object members are words', () => {
  expect(tokensOf('constructor toString valueOf hasOwnProperty').value).toEqual([
    'constructor',
    'toString',
    'valueOf',
    'hasOwnProperty',
  ])
})
