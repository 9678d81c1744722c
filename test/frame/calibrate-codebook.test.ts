import { expect, test } from 'vitest'
import { calibrate } from '../../src/frame/calibrate-codebook.js'
import { codebooks, compileCodebook, defineCodebook, reference, scoreUnitFrames } from '../../src/frame/index.js'
import { makeUnit } from './make-unit.js'

const PLAIN = defineCodebook({
  id: 'water',
  version: '1.0.0',
  frames: [
    {
      id: 'water',
      definition: 'Rivers and dams.',
      facets: [{ id: 'words', cues: [{ pattern: 'dam', reliability: 0.5 }] }],
      exclusions: [],
    },
  ],
})

/** Forty rows of which every one has the cue and a share has the frame. */
function rowsWithShare(share: number) {
  return Array.from({ length: 40 }, (_, i) => ({
    text: `The dam number ${i} stands.`,
    frames: i < 40 * share ? ['water'] : [],
  }))
}

test('a cue of a plain codebook becomes as reliable as the rows say', () => {
  const trusted = calibrate(PLAIN, rowsWithShare(0.9)).frames[0]?.facets[0]?.cues[0]?.reliability as number
  const doubted = calibrate(PLAIN, rowsWithShare(0.1)).frames[0]?.facets[0]?.cues[0]?.reliability as number
  expect(trusted).toBeGreaterThan(0.7)
  expect(doubted).toBeLessThan(0.3)
})

test('rows that agree with the codebook leave it nearly as it is', () => {
  const same = calibrate(PLAIN, rowsWithShare(0.5)).frames[0]?.facets[0]?.cues[0]?.reliability as number
  expect(same).toBeCloseTo(0.5, 1)
})

test('a codebook with a word table moves to the base rate of the rows, with a new hash, and stays untouched itself', () => {
  const codebook = codebooks['diplomacy-press']
  const before = reference(codebook)
  const text = 'Trade turnover between the two countries grew again.'
  const rows = Array.from({ length: 30 }, () => ({ text, frames: [] as string[] }))
  const calibrated = calibrate(codebook, rows)
  const salience = (book: typeof codebook) =>
    scoreUnitFrames(makeUnit(text), compileCodebook(book)).find(({ frame }) => frame === 'trade')?.salience ?? 0
  expect(salience(calibrated)).toBeLessThan(salience(codebook))
  expect(reference(calibrated).hash).not.toBe(before.hash)
  expect(reference(codebook)).toEqual(before)
})

test('the same rows give the same codebook', () => {
  expect(reference(calibrate(PLAIN, rowsWithShare(0.3)))).toEqual(reference(calibrate(PLAIN, rowsWithShare(0.3))))
})

test('too few rows and unknown frames are refused with a remedy', () => {
  expect(() => calibrate(PLAIN, rowsWithShare(0.5).slice(0, 5))).toThrow(/at least 20 labeled rows, got 5\. Label about 80/)
  const rows = [...rowsWithShare(0.5), { text: 'x', frames: ['constructor'] }]
  expect(() => calibrate(PLAIN, rows)).toThrow(/rows\[40\]\.frames to name frames of water/)
  expect(() => calibrate(PLAIN, [...rowsWithShare(0.5), null as never])).toThrow(
    /^Expected rows\[40\] to have a text and a list of frames/,
  )
  expect(() => calibrate({} as never, rows)).toThrow(/^Expected id to be a string/)
})
