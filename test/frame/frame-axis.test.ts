import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { type Axis, type AxisScore, scoreAxis, type VectorTable } from '../../src/frame/index.js'
import {
  createAnalyzer,
  encodeVectors,
  type FrameScore,
  type FramesAndAxes,
  FramingError,
  loadVectors,
  scoreFrames,
} from '../../src/index.js'
import { makeUnit } from './make-unit.js'

const OUTLOOK: Axis = { id: 'outlook', low: ['threat', 'risk'], high: ['opportunity', 'benefit'] }

const WORDS = ['threat', 'risk', 'opportunity', 'benefit', 'danger', 'table']
const VECTORS = loadVectors(encodeVectors(WORDS, 2, Int8Array.of(-100, 0, -100, 10, 100, 0, 100, 10, -90, 40, 0, 100)))

/** Texts of words of both ends and of none, known to the vectors or not. */
const TEXTS = fc
  .array(fc.constantFrom('threat', 'Risks', 'opportunities', 'benefit', 'danger', 'table', 'constructor', 'the', 'zygote'), {
    maxLength: 30,
  })
  .map((words) => words.join(', '))
const TABLES = fc.constantFrom<VectorTable | undefined>(undefined, VECTORS)

function turn(axis: Axis): Axis {
  return { ...axis, low: axis.high, high: axis.low, baseline: -(axis.baseline ?? 0) }
}

describe('scoreAxis', () => {
  it('counts the words of the poles, in any inflection, where there are no vectors', () => {
    expect(scoreAxis(makeUnit('Threats and risks.'), OUTLOOK)).toMatchObject({ bias: -1, intensity: 1, words: 2 })
    expect(scoreAxis(makeUnit('An opportunity and a table.'), OUTLOOK)).toMatchObject({ bias: 0.5, intensity: 0.5, words: 2 })
    expect(scoreAxis(makeUnit('A threat and an opportunity.'), OUTLOOK)).toMatchObject({ bias: 0, intensity: 1 })
  })

  it('reads a pole that is no content word', () => {
    const sides: Axis = { id: 'sides', low: ['them'], high: ['us'] }
    expect(scoreAxis(makeUnit('They came to us, and none of us met them.'), sides)?.evidence.map(({ quote }) => quote)).toEqual([
      'us',
      'us',
      'them',
    ])
  })

  it('finds nothing where no word leans', () => {
    for (const text of ['', 'Of the and.', 'The constructor of the table.']) expect(scoreAxis(makeUnit(text), OUTLOOK)).toBeNull()
    expect(scoreAxis(makeUnit('Zygotes.'), OUTLOOK, VECTORS)).toBeNull()
  })

  it('reads a word near a pole by its vector', () => {
    const score = scoreAxis(makeUnit('A danger.'), OUTLOOK, VECTORS)
    expect(score?.bias).toBeLessThan(-0.8)
    expect(score?.evidence.map(({ quote, rule }) => [quote, rule])).toEqual([['danger', 'outlook/danger']])
  })

  it('measures intensity from the baseline of a corpus', () => {
    expect(scoreAxis(makeUnit('A threat.'), { ...OUTLOOK, baseline: -1 })).toMatchObject({ bias: -1, intensity: 0 })
    expect(scoreAxis(makeUnit('A threat.'), { ...OUTLOOK, baseline: 1 })).toMatchObject({ bias: -1, intensity: 4 })
  })

  it('stays in its range, and can be recomputed from its evidence', () => {
    fc.assert(
      fc.property(TEXTS, TABLES, fc.double({ min: -1, max: 1, noNaN: true }), (text, vectors, baseline) => {
        const score = scoreAxis(makeUnit(text), { ...OUTLOOK, baseline }, vectors)
        if (!score) return
        const { bias, intensity, words, evidence } = score
        expect(Math.abs(bias)).toBeLessThanOrEqual(1)
        expect(intensity).toBeGreaterThanOrEqual(0)
        expect(intensity).toBeLessThanOrEqual(4)
        expect(evidence.reduce((sum, { weight }) => sum + weight, 0) / words).toBeCloseTo(bias, 5)
        const silent = (words - evidence.length) * baseline ** 2
        expect((evidence.reduce((sum, { weight }) => sum + (weight - baseline) ** 2, 0) + silent) / words).toBeCloseTo(
          intensity,
          5,
        )
        for (const { start, end, quote } of evidence) expect(quote).toBe(text.slice(start, end))
      }),
    )
  })

  it('turns the sign of the bias and keeps the intensity where the poles are swapped', () => {
    fc.assert(
      fc.property(TEXTS, TABLES, fc.double({ min: -1, max: 1, noNaN: true }), (text, vectors, baseline) => {
        const axis = { ...OUTLOOK, baseline }
        const score = scoreAxis(makeUnit(text), axis, vectors)
        const turned = scoreAxis(makeUnit(text), turn(axis), vectors)
        expect(turned === null).toBe(score === null)
        if (!score || !turned) return
        expect(turned.bias).toBeCloseTo(-score.bias, 5)
        expect(turned.intensity).toBeCloseTo(score.intensity, 5)
      }),
    )
  })

  it.each([
    [{ ...OUTLOOK, low: [] }, /^Expected low of axis "outlook" to name words, got an array/],
    [{ ...OUTLOOK, high: 'benefit' }, /^Expected high of axis "outlook" to name words, got "benefit"/],
    [{ ...OUTLOOK, high: ['great benefit'] }, /^Expected high of axis "outlook" to name single words, got "great benefit"/],
    [{ ...OUTLOOK, high: ['Threat'] }, /^Expected the ends of axis "outlook" to have no word in common, got "Threat"/],
    [{ ...OUTLOOK, baseline: 2 }, /^Expected baseline of axis "outlook" to be a number in \[-1, 1\], got 2/],
    [{ ...OUTLOOK, id: '' }, /^Expected the id of an axis/],
    ['outlook', /^Expected an axis, got "outlook"/],
  ])('refuses %j', (axis, message) => {
    expect(() => scoreAxis(makeUnit('A threat.'), axis as Axis)).toThrow(message)
  })

  it('refuses vectors that do not know a pole, or no difference between both', () => {
    const known = (low: string, high: string) => () =>
      scoreAxis(makeUnit('A threat.'), { id: 'a', low: [low], high: [high] }, VECTORS)
    expect(known('threat', 'zygote')).toThrow(/^Expected a vector for a word of the high end of axis "a", got none for 1 words/)
    const same = loadVectors(encodeVectors(['up', 'down'], 1, Int8Array.of(7, 7)))
    expect(() => scoreAxis(makeUnit('Up.'), { id: 'a', low: ['down'], high: ['up'] }, same)).toThrow(/have different vectors/)
  })
})

describe('scoreFrames with axes', () => {
  const text = 'The new tariffs are a threat to farmers, and no opportunity for anyone.'

  it('gives the same frames, and a score or null for each axis in order', () => {
    const scored = scoreFrames(text, { axes: [OUTLOOK, { id: 'hope', low: ['despair'], high: ['hope'] }] })
    expectTypeOf(scored).toEqualTypeOf<FramesAndAxes>()
    expectTypeOf(scored.axes).toEqualTypeOf<(AxisScore | null)[]>()
    expectTypeOf(scoreFrames(text)).toEqualTypeOf<FrameScore[]>()
    expect(scored.frames).toEqual(scoreFrames(text))
    expect(scored.axes.map((score) => score?.axis ?? null)).toEqual(['outlook', null])
    expect(scored.axes[0]?.evidence.map(({ quote, weight }) => [quote, weight])).toEqual([
      ['threat', -1],
      ['opportunity', 1],
    ])
    expect(scoreFrames(text, { axes: [] })).toEqual({ frames: scoreFrames(text), axes: [] })
  })

  it('takes the vectors of the call or of the analyzer', () => {
    const danger = 'A danger on the table.'
    expect(scoreFrames(danger, { axes: [OUTLOOK] }).axes).toEqual([null])
    const { axes } = scoreFrames(danger, { axes: [OUTLOOK], vectors: VECTORS })
    expect(axes[0]?.bias).toBeLessThan(0)
    expect(createAnalyzer({ vectors: VECTORS }).scoreFrames(danger, { axes: [OUTLOOK] }).axes).toEqual(axes)
  })

  it('refuses what is no list of axes', () => {
    expect(() => scoreFrames(text, { axes: OUTLOOK as never })).toThrow(FramingError)
  })
})
