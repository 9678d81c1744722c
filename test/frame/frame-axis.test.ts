import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scoreAxis } from '../../src/frame/frame-axis.js'
import { makeUnit } from './make-unit.js'

const POLES = { id: 'threat-opportunity', low: ['threat', 'risk'], high: ['opportunity', 'benefit'] }

const VECTORS = new Map([
  ['threat', [-1, 0]],
  ['risk', [-1, 0.1]],
  ['opportunity', [1, 0]],
  ['benefit', [1, 0.1]],
  ['danger', [-0.9, 0.4]],
  ['table', [0, 1]],
])

test('without vectors the words of the poles count and the others are neutral', () => {
  expect(scoreAxis(makeUnit('Threats and risks.'), POLES)?.bias).toBe(-1)
  expect(scoreAxis(makeUnit('An opportunity and a table.'), POLES)?.bias).toBe(0.5)
  expect(scoreAxis(makeUnit('Of the and.'), POLES)).toBeNull()
})

test('with vectors a word near a pole leans to it, and words without a vector are not read', () => {
  const poles = { ...POLES, vectors: (word: string) => VECTORS.get(word) }
  const score = scoreAxis(makeUnit('A danger.'), poles)
  expect(score?.bias).toBeLessThan(-0.8)
  expect(scoreAxis(makeUnit('Zygotes.'), poles)).toBeNull()
})

test('swapped poles turn the bias and keep the intensity', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('threat', 'opportunity', 'table', 'risk', 'benefit'), { minLength: 1 }), (words) => {
      const unit = makeUnit(words.join(', '))
      const score = scoreAxis(unit, POLES)
      const turned = scoreAxis(unit, { ...POLES, low: POLES.high, high: POLES.low })
      expect(turned?.bias).toBeCloseTo(-(score?.bias as number), 10)
      expect(turned?.intensity).toBeCloseTo(score?.intensity as number, 10)
    }),
  )
})

test('an empty pole and a pole without vectors are refused', () => {
  expect(() => scoreAxis(makeUnit('A threat.'), { ...POLES, low: [] })).toThrow(/Expected low of axis/)
  expect(() => scoreAxis(makeUnit('A threat.'), { ...POLES, vectors: () => undefined })).toThrow(/Expected vectors of one length/)
})
