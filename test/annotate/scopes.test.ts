import { describe, expect, test } from 'vitest'
import { annotateText, findScopes } from '../../src/annotate/index.js'
import { SCOPE_RULES } from '../../src/annotate/scope-rules.js'
import { scoreFrames } from '../../src/index.js'

describe('the table of scopes', () => {
  test.each(SCOPE_RULES)('$kind, $direction: $pattern: $example', ({ kind, pseudo, example }) => {
    const at = example.indexOf('[')
    const text = example.replace(/[[\]]/g, '')
    const span = { start: 0, end: text.length }
    const unit = annotateText(text, span, [span])
    const word = unit.tokens.start.indexOf(at)
    const { negator, clause, kind: kinds } = findScopes(unit)
    expect(word).toBeGreaterThanOrEqual(0)
    if (pseudo) {
      expect(negator[word]).toBe(-1)
      expect(kinds).not.toContain(kind)
    } else if (kind === 'negation') expect(negator[word]).not.toBe(-1)
    else expect(kinds.filter((_, i) => clause[i] === clause[word])).toContain(kind)
  })

  test('a negation reaches eight tokens, and no farther than its clause', () => {
    const isNegated = (text: string): boolean => {
      const span = { start: 0, end: text.length }
      return findScopes(annotateText(text, span, [span])).negator.at(-1) !== -1
    }
    expect(isNegated('It is not on our very old gray stone wall red')).toBe(true)
    expect(isNegated('It is not on our very very old gray stone wall red')).toBe(false)
    expect(isNegated('It is not on our wall, red')).toBe(false)
    expect(isNegated('A war was ruled out')).toBe(false)
  })

  test('no row twice, and none that another one holds already', () => {
    const patterns = SCOPE_RULES.map(({ pattern }) => pattern)
    expect(new Set(patterns).size).toBe(patterns.length)
  })

  test('one policy: what nobody does to trade has another tone than what somebody does', () => {
    const toneOf = (text: string): number => scoreFrames(text).find(({ frame }) => frame === 'trade')?.tone ?? Number.NaN
    for (const who of ['Nobody', 'No one', 'Nothing', 'None of them'])
      expect(toneOf(`${who} threatens our trade and our exports.`)).toBeGreaterThan(0)
    expect(toneOf('It threatens our trade and our exports.')).toBeLessThan(0)
  })
})
