import { expect, test } from 'vitest'
import { calibrate, codebooks } from '../../src/index.js'
import { evaluateCalibration } from '../../src/research/index.js'

const codebook = codebooks['diplomacy-press'] as NonNullable<(typeof codebooks)['diplomacy-press']>

// A source where the codebook's words for trade hardly ever mean trade.
const rows = Array.from({ length: 60 }, (_, i) => ({
  unit: `doc${Math.floor(i / 2)}/${i % 2}`,
  text:
    i % 3 === 0
      ? `The army fired on post ${i}.`
      : i % 3 === 1
        ? `He exports his jokes, tariff ${i}.`
        : `Roses bloom in garden ${i}.`,
  frames: i % 3 === 0 ? ['security'] : [],
}))

test('the refit is that of calibrate, and its figures are of rows that it had not seen', () => {
  const { codebook: fitted, rows: count, folds, gains } = evaluateCalibration(codebook, rows, { draws: 100 })
  expect(fitted).toEqual(calibrate(codebook, rows))
  expect([count, folds]).toEqual([60, 5])
  expect(gains.map(({ frame }) => frame)).toEqual([null, 'security', 'trade', 'sanctions', 'investment'])
  const trade = gains[2]
  expect(trade?.brier.after.estimate).toBeCloseTo(
    (trade?.brier.before.estimate as number) + (trade?.brier.gain.estimate as number),
    9,
  )
  expect(trade?.brier.gain.high as number).toBeLessThan(0)
  expect(gains[1]?.f1.before.estimate).toBe(1)
})

test('the same seed gives the same figures', () => {
  const one = evaluateCalibration(codebook, rows, { draws: 20, seed: 3 })
  expect(evaluateCalibration(codebook, rows, { draws: 20, seed: 3 })).toEqual(one)
})

test('too few rows and impossible folds are errors', () => {
  expect(() => evaluateCalibration(codebook, rows.slice(0, 22))).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
  expect(() => evaluateCalibration(codebook, rows, { folds: 1 })).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
})
