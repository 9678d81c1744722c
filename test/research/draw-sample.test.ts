import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyze } from '../../src/index.js'
import { drawSample, type ResearchUnit, scoreBands } from '../../src/research/index.js'

const UNITS = Array.from({ length: 200 }, (_, i) => ({
  unit: `d${Math.floor(i / 10)}/${i}`,
  outlet: i < 20 ? 'Herald' : 'Ledger',
  date: `2024-0${1 + (i % 3)}-10`,
}))

test('inclusion probabilities sum up to the size, and weights to the archive', () => {
  const allocation = fc.constantFrom('proportional', 'equal')
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 200 }),
      fc.integer({ min: -5, max: 1e6 }),
      allocation,
      fc.constantFrom(undefined, 'outlet', 'month', ['outlet', 'month']),
      (size, seed, how, strata) => {
        if (Array.isArray(strata) && size < 6) return
        const sample = drawSample(UNITS, { size, seed, allocation: how as 'equal', ...(strata && { strata }) })
        expect(sample).toHaveLength(size)
        expect(new Set(sample.map(({ unit }) => unit)).size).toBe(size)
        expect(sample.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(UNITS.length, 6)
        for (const { inclusionProbability, weight } of sample) expect(inclusionProbability * weight).toBeCloseTo(1, 12)
        expect(drawSample(UNITS, { size, seed, allocation: how as 'equal', ...(strata && { strata }) })).toEqual(sample)
      },
    ),
  )
})

test('every unit is drawn as often as its probability says', () => {
  const counts = new Map<string, number>()
  for (let seed = 0; seed < 2000; seed++)
    for (const { unit } of drawSample(UNITS.slice(0, 20), { size: 5, seed })) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  expect(counts.size).toBe(20)
  for (const count of counts.values()) expect(Math.abs(count - 500)).toBeLessThan(100) // five standard errors
})

test('equal strata, numbers by stratum, and a stratum that gives all it has', () => {
  const of = (sample: readonly ResearchUnit[], name: string): number => sample.filter(({ outlet }) => outlet === name).length
  expect(of(drawSample(UNITS, { size: 30, strata: 'outlet', allocation: 'equal', seed: 1 }), 'Herald')).toBe(15)
  expect(of(drawSample(UNITS, { size: 100, strata: 'outlet', allocation: 'equal', seed: 1 }), 'Herald')).toBe(20)
  expect(of(drawSample(UNITS, { size: 100, strata: 'outlet', seed: 1 }), 'Herald')).toBe(10)
  expect(of(drawSample(UNITS, { size: 9, strata: 'outlet', allocation: { Herald: 4, Ledger: 5 }, seed: 1 }), 'Herald')).toBe(4)
})

test('clusters are drawn whole', () => {
  const sample = drawSample(UNITS, { size: 4, clusters: ({ unit }) => unit.split('/')[0] as string, seed: 9 })
  expect(sample).toHaveLength(40)
  expect(new Set(sample.map(({ unit }) => unit.split('/')[0])).size).toBe(4)
  expect(sample.every(({ inclusionProbability }) => inclusionProbability === 4 / 20)).toBe(true)
})

test('certain units are always there, with probability 1', () => {
  const certainty = ['d0/3', 'd19/199']
  const sample = drawSample(UNITS, { size: 12, certainty, seed: 2 })
  expect(
    sample
      .filter(({ inclusionProbability }) => inclusionProbability === 1)
      .map(({ unit }) => unit)
      .sort(),
  ).toEqual(certainty)
  expect(sample.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(200, 9)
  expect(
    drawSample(UNITS, { size: 30, certainty: ({ outlet }) => outlet === 'Herald', seed: 2 }).filter(
      ({ outlet }) => outlet === 'Herald',
    ),
  ).toHaveLength(20)
})

test('two coders share a set overlap and the rest in turn', () => {
  const sample = drawSample(UNITS, { size: 50, seed: 1, coders: ['anna', 'ben'], overlap: 0.2 })
  expect(sample.filter(({ coders }) => coders.length === 2)).toHaveLength(10)
  for (const name of ['anna', 'ben']) expect(sample.filter(({ coders }) => coders.includes(name))).toHaveLength(30)
  expect(drawSample(UNITS, { size: 50, seed: 1, coders: ['anna', 'ben'] }).every(({ coders }) => coders.length === 2)).toBe(true)
})

test('units come from analyses, paragraphs or exchanges', () => {
  const analysis = analyze(readFileSync(join(import.meta.dirname, '..', '..', 'examples', 'interview.txt'), 'utf8'))
  const [drawn] = drawSample([analysis], { size: 1, seed: 1 })
  expect(drawn?.unit).toMatch(/\/\d$/)
  expect(drawn?.text).toEqual(expect.any(String))
  const exchanges = drawSample([analysis], { size: 5, seed: 1, kind: 'exchange' })
  expect(exchanges.every(({ text }) => String(text).includes('\n\n'))).toBe(true)
  expect(
    drawSample(['a/0', 'a/1'], { size: 2, seed: 1 })
      .map(({ unit }) => unit)
      .sort(),
  ).toEqual(['a/0', 'a/1'])
})

test('score bands are strata of the highest score', () => {
  const scores = UNITS.map(({ unit }, i) => ({
    unit,
    coder: 'model',
    variable: 'frame:trade',
    value: Number(i % 20 === 0),
    score: i % 20 === 0 ? 0.9 : 0.1,
  }))
  const strata = scoreBands(scores)
  const sample = drawSample(UNITS, { size: 16, strata, allocation: 'equal', seed: 4 })
  expect(sample.filter(({ stratum }) => stratum === '0.8-1')).toHaveLength(8)
  expect(() => scoreBands(scores, { cuts: [0.5, 0.2] })).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
  expect(() => scoreBands(scores, { variables: ['frame:none'] })).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
})

test.each([
  [{ size: 0, seed: 1 }],
  [{ size: 201, seed: 1 }],
  [{ size: 5.5, seed: 1 }],
  [{ size: 5, seed: 'x' as never }],
  [{ size: 1, seed: 1, strata: 'outlet' }],
  [{ size: 5, seed: 1, strata: 'none' }],
  [{ size: 5, seed: 1, strata: 'outlet', allocation: { Herald: 4 } }],
  [{ size: 50, seed: 1, strata: 'outlet', allocation: { Herald: 40, Ledger: 10 } }],
  [{ size: 1, seed: 1, certainty: ['d0/0', 'd0/1'] }],
  [{ size: 5, seed: 1, certainty: ['nowhere'] }],
  [{ size: 5, seed: 1, coders: ['anna', 'anna'] }],
  [{ size: 5, seed: 1, overlap: 2 }],
  [undefined as never],
])('impossible options are errors: %o', (options) => {
  expect(() => drawSample(UNITS, options)).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
})

test('units without a name or twice the same are errors', () => {
  expect(() => drawSample([{ text: 'no name' }], { size: 1, seed: 1 })).toThrow(
    expect.objectContaining({ code: 'invalid-argument' }),
  )
  expect(() => drawSample(['a/0', 'a/0'], { size: 1, seed: 1 })).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
  expect(() => drawSample(42 as never, { size: 1, seed: 1 })).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
})
