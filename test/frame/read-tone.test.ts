import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTone } from '../../src/frame/read-tone.js'
import { makeUnit } from './make-unit.js'

const toneOf = (text: string, own?: number, sentence = 0): number | null => readTone(makeUnit(text)).read(sentence, own).tone

describe('readTone', () => {
  it('is null where neither a word nor the evidence says', () => {
    expect(toneOf('The delegation arrived on Tuesday.')).toBeNull()
    expect(toneOf('')).toBeNull()
  })

  it('is what the evidence says where no word does', () => {
    for (const own of [-0.9, -0.3, 0, 0.5]) expect(toneOf('The delegation arrived on Tuesday.', own)).toBeCloseTo(own, 10)
  })

  it('leans to concern by threat, harm and loss, and to opportunity by benefit, growth and cooperation', () => {
    expect(toneOf('Farmers suffer losses and fear a crisis.')).toBeLessThan(-0.5)
    expect(toneOf('The joint project brings mutual benefit and growth.')).toBeGreaterThan(0.5)
  })

  it('turns a word after a negation, up to the next punctuation', () => {
    expect(toneOf('This is not a threat.')).toBeGreaterThan(0)
    expect(toneOf('It is not so, the threat remains.')).toBeLessThan(0)
  })

  it('weighs the sentence of the evidence more than the others', () => {
    const text = 'The war and the attack hurt everybody. The success was a great benefit.'
    expect(toneOf(text, undefined, 0)).toBeLessThan(toneOf(text, undefined, 1) as number)
  })

  it('leans to concern where the unit asks', () => {
    expect(toneOf('Is the growth of benefit?')).toBeLessThan(toneOf('It is the growth of benefit.') as number)
  })

  it('names the words that say most, as slices of the text, in its order', () => {
    const unit = makeUnit('The growing fear of war, loss, crisis, attack, harm, threat, damage and death.')
    const { modifiers } = readTone(unit).read(0, undefined)
    expect(modifiers).toHaveLength(6)
    for (const { kind, start, end, quote } of modifiers) {
      expect(kind).toBe('tone')
      expect(quote).toBe(unit.text.slice(start, end))
    }
    expect([...modifiers].sort((a, b) => a.start - b.start)).toEqual(modifiers)
  })

  it('stays within -1 and 1 and grows with what the evidence says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'fear war benefit growth not threat joint and the ? . __proto__ constructor'.split(' ')), {
          maxLength: 40,
        }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (words, a, b) => {
          const text = words.join(' ')
          const [low, high] = [toneOf(text, Math.min(a, b)) as number, toneOf(text, Math.max(a, b)) as number]
          expect(Math.abs(low)).toBeLessThanOrEqual(1)
          expect(low).toBeLessThanOrEqual(high)
        },
      ),
    )
  })
})
