import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { annotateText } from '../../src/annotate/index.js'
import {
  compareSides,
  encodeVectors,
  estimateRate,
  estimateReplyRates,
  loadVectors,
  summarizeInterview,
} from '../../src/compare/index.js'
import { FramingError } from '../../src/error.js'
import { analyze } from '../../src/index.js'
import { splitSentences } from '../../src/segment/index.js'
import type { ScoredText } from '../../src/types.js'

const INTERVIEW = `Q: Will you keep the sanctions on Norvia?

A: No comment.

Q: How much did the trade with Osmia grow last year?

A: Trade with Osmia grew by eleven percent, and the sanctions did not hurt it.`

function toSide(text: string): ScoredText[] {
  const unit = annotateText(text, { start: 0, end: text.length }, splitSentences(text))
  return [{ unit, holder: 'author', frames: [], stance: null, stances: [], mentions: [] }]
}

describe('summarizeInterview', () => {
  const analysis = analyze(INTERVIEW)
  const { agenda, replies } = summarizeInterview(analysis)

  test('says who set a frame on the agenda and where it came back', () => {
    const sanctions = agenda.find(({ frame }) => frame === 'sanctions')
    expect(sanctions).toMatchObject({ role: 'interviewer', paragraph: 0, asked: [0] })
    expect(sanctions?.answered).toContain(1)
  })

  test('counts replies by speaker', () => {
    const total = replies.reduce((sum, { questions }) => sum + questions, 0)
    expect(total).toBe(2)
    for (const { clarity, questions, answered, evaded, evasion } of replies) {
      expect(clarity.clear_reply + clarity.ambivalent + clarity.clear_non_reply).toBe(questions)
      expect(evasion.reduce((sum, { count }) => sum + count, 0)).toBe(questions)
      expect(answered + evaded).toBeCloseTo(1, 5)
    }
  })

  test('reads what it is given and writes nothing into it', () => {
    const before = JSON.stringify(analysis)
    summarizeInterview(analysis)
    expect(JSON.stringify(analysis)).toBe(before)
  })
})

describe('estimateRate', () => {
  test('gives Wilson’s interval', () => {
    const { rate, low, high } = estimateRate(8, 10)
    expect([rate, low.toFixed(3), high.toFixed(3)]).toEqual([0.8, '0.490', '0.943'])
    expect(estimateRate(0, 0)).toEqual({ count: 0, total: 0, rate: null, low: 0, high: 1 })
  })

  test('the interval holds the rate and shrinks with more cases', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: 1, max: 200 }), (part, total) => {
        const count = Math.min(part, total)
        const [few, many] = [estimateRate(count, total), estimateRate(count * 10, total * 10)]
        expect(few.low).toBeLessThanOrEqual(few.rate ?? 0)
        expect(few.high).toBeGreaterThanOrEqual(few.rate ?? 1)
        expect(many.high - many.low).toBeLessThan(few.high - few.low)
      }),
    )
  })

  test('refuses what is no count', () => {
    for (const [count, total] of [
      [3, 2],
      [-1, 2],
      [0.5, 2],
      [Number.NaN, 2],
    ] as const)
      expect(() => estimateRate(count, total)).toThrow(FramingError)
  })

  test('sums an archive, or one speaker’s part of it', () => {
    const rates = estimateReplyRates([analyze(INTERVIEW), analyze(INTERVIEW)])
    expect(rates.exchanges).toBe(4)
    expect(Object.values(rates.clarity).reduce((sum, { count }) => sum + count, 0)).toBe(4)
    expect(estimateReplyRates([analyze(INTERVIEW)], 'nobody').exchanges).toBe(0)
  })
})

describe('word vectors', () => {
  const bytes = encodeVectors(
    ['the', 'and', 'trade', 'exports', 'choir', 'sang'],
    2,
    Int8Array.of(0, 0, 0, 0, 120, -10, 127, 0, 0, 127, -9, 120),
  )
  const vectors = loadVectors(bytes)

  test('tell answers on the topic from others', () => {
    const question = toSide('What about trade?')
    const similarity = (answer: string): number | null => compareSides(question, toSide(answer), { vectors }).wording.similarity
    expect(similarity('Our exports rose.')).toBeGreaterThan(0.9)
    expect(similarity('The choir sang.')).toBeLessThan(0.2)
    expect(similarity('Nothing known.')).toBeNull()
    expect(compareSides(question, toSide('Our exports rose.')).wording.similarity).toBeNull()
  })

  test('are read alike from a Buffer and from plain bytes', () => {
    expect(loadVectors(Buffer.from(bytes)).values).toEqual(vectors.values)
  })

  test('are refused where the bytes are something else', () => {
    for (const wrong of [new Uint8Array(3), new Uint8Array(40), bytes.slice(0, -1), 'MFWV' as never]) {
      let code = ''
      try {
        loadVectors(wrong)
      } catch (error) {
        if (error instanceof FramingError) code = error.code
      }
      expect(code).toBe('invalid-vectors')
    }
  })
})
