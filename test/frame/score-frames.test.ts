import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codebooks, compileCodebook, defineCodebook, reference, scoreUnitFrames } from '../../src/frame/index.js'
import { makeExampleUnit } from '../../src/frame/pattern-examples.js'
import type { FrameScore } from '../../src/types.js'
import { makeCodebook, makeUnit, scoreText } from './make-unit.js'

const shipped = compileCodebook(codebooks['diplomacy-press'])
const plain = compileCodebook(
  defineCodebook({
    id: 'plain',
    version: '1.0.0',
    frames: [
      {
        id: 'trade',
        definition: 'Goods across borders.',
        facets: [
          {
            id: 'tariffs',
            cues: [
              { pattern: 'tariff', reliability: 0.8, tone: -0.5 },
              { pattern: 'trade ~2 deal', reliability: 0.7 },
            ],
          },
          {
            id: 'flows',
            cues: [
              { pattern: 'export', reliability: 0.5 },
              { pattern: 'trade', reliability: 0.4 },
            ],
          },
        ],
        exclusions: ['trade union'],
      },
      {
        id: 'security',
        definition: 'Force.',
        facets: [{ id: 'army', cues: [{ pattern: 'army/troop', reliability: 0.6 }] }],
        exclusions: [],
      },
    ],
  }),
)

const WORDS = (
  'the and not of a tariffs trade deal union exports army troops border sanctions investment port growth threat risk benefit joint project ' +
  'constructor __proto__ toString İstanbul naïve 🙂 “quote” US-led don’t 5 billion dollars ministers agreed to worry about . , ? ! - \n\n'
).split(/(?<!\n) /)
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' '))
const anyText = fc.oneof(text, fc.string({ unit: 'binary', maxLength: 200 }))

/** Distinct rules with the weight of one of their hits. */
function weightsOf({ evidence }: FrameScore): number[] {
  return [...new Map(evidence.map(({ rule, weight }) => [rule, weight])).values()]
}

describe('scores', () => {
  it('are recomputable by noisy-or from the evidence of a codebook without a table', () => {
    fc.assert(
      fc.property(text, (sample) => {
        for (const score of scoreText(sample, plain)) {
          expect(score.salience).toBeCloseTo(1 - weightsOf(score).reduce((absent, weight) => absent * (1 - weight), 1), 6)
          expect(score.rest).toBe(0)
        }
      }),
    )
  })

  it('are recomputable as a logistic from evidence and rest of a codebook with a table', () => {
    fc.assert(
      fc.property(text, (sample) => {
        for (const { salience, evidence, rest } of scoreText(sample, shipped)) {
          const logit = evidence.reduce((sum, { weight }) => sum + weight, rest)
          expect(salience).toBeCloseTo(1 / (1 + Math.exp(-logit)), 6)
        }
      }),
    )
  })

  it('keep their ranges, and every quote is its slice', () => {
    fc.assert(
      fc.property(anyText, (sample) => {
        for (const compiled of [plain, shipped]) {
          const scores = scoreText(sample, compiled)
          expect(scores.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(scores.length === 0 ? 0 : 1, 5)
          for (const { salience, tone, evidence, facets } of scores) {
            expect(salience).toBeGreaterThan(0)
            expect(salience).toBeLessThanOrEqual(1)
            expect(evidence.length).toBeGreaterThan(0)
            for (const each of [tone, ...evidence.map((found) => found.tone)])
              if (each !== null) expect(Math.abs(each)).toBeLessThanOrEqual(1)
            for (const { start, end, quote, modifiers } of evidence) {
              expect(quote).toBe(sample.slice(start, end))
              for (const modifier of modifiers) expect(modifier.quote).toBe(sample.slice(modifier.start, modifier.end))
            }
            for (const facet of facets) expect(facet.salience).toBeGreaterThan(0)
            expect([...evidence].sort((a, b) => a.start - b.start || a.end - b.end)).toEqual(evidence)
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it('have tones that are the mean of the evidence by weight', () => {
    fc.assert(
      fc.property(text, (sample) => {
        for (const { tone, evidence } of scoreText(sample, plain)) {
          const told = evidence.filter((each) => each.tone !== null)
          const weights = told.reduce((sum, { weight }) => sum + weight, 0)
          if (tone === null) expect(told).toEqual([])
          else expect(tone).toBeCloseTo(told.reduce((sum, each) => sum + (each.tone as number) * each.weight, 0) / weights, 5)
        }
      }),
    )
  })

  it('keep earlier cues when text is added after a sentence', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const quotes = (sample: string): string[] =>
          scoreText(sample, plain).flatMap(({ evidence }) => evidence.map(({ start, end, rule }) => `${rule} ${start} ${end}`))
        const longer = quotes(`${before}.\n\n${after}`)
        for (const quote of quotes(`${before}.`)) expect(longer).toContain(quote)
      }),
    )
  })

  it('are the same each time, and neither text nor codebook is written to', () => {
    const unit = makeUnit('Troops guard the trade in exports; ministers praised the trade deal.')
    const before = JSON.stringify(unit)
    const first = JSON.stringify(scoreText(unit.text, shipped))
    scoreText('Another text about tariffs and sanctions.', shipped)
    expect(JSON.stringify(scoreText(unit.text, shipped))).toBe(first)
    expect(JSON.stringify(unit)).toBe(before)
    expect(Object.isFrozen(codebooks['diplomacy-press'].frames[0])).toBe(true)
  })

  it('leave out what the unit does not say', () => {
    expect(scoreText('', shipped)).toEqual([])
    expect(scoreText('Good morning.', plain)).toEqual([])
    expect(scoreText('The union met.', plain)).toEqual([])
  })

  it('count a cue once, however often it stands there', () => {
    const [once] = scoreText('A tariff.', plain)
    const [thrice] = scoreText('A tariff, a tariff and a tariff.', plain)
    expect(thrice?.salience).toBe(once?.salience)
    expect(thrice?.evidence).toHaveLength(3)
  })

  it('come to an end on a line of many words that matches in as many ways as it can', () => {
    const compiled = compileCodebook(makeCodebook(['trade ~9 trade ~9 trade', 'trade & deal', 'trad*']))
    const word = { kind: 'form', word: 'trade', pos: null } as const
    const unit = makeExampleUnit(Array.from({ length: 20_000 }, () => word))
    const [score] = scoreUnitFrames(unit, compiled)
    const last = score?.evidence.at(-1)
    expect(last?.end).toBe(unit.text.length)
    expect(score?.evidence.every(({ start, end, quote }) => quote === unit.text.slice(start, end))).toBe(true)
  })

  it('do not depend on the number of cues that do not occur', () => {
    const many = makeCodebook(['tariff', ...Array.from({ length: 10_000 }, (_, i) => `word${i} thing${i}`)])
    const [score] = scoreText('They cut the tariff.', compileCodebook(many))
    expect(score?.evidence.map(({ quote }) => quote)).toEqual(['tariff'])
  })
})

describe('the reference of a codebook', () => {
  it('changes with its content and with nothing else', () => {
    const base = makeCodebook(['tariff'])
    expect(reference(makeCodebook(['tariff']))).toEqual(reference(base))
    expect(reference(makeCodebook(['tariffs'])).hash).not.toBe(reference(base).hash)
    expect(reference({ ...base, threshold: 0.4 }).hash).not.toBe(reference(base).hash)
  })
})
