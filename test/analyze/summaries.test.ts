import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyze, FramingError, summarizeFrames, summarizeStances } from '../../src/index.js'
import type { Analysis } from '../../src/types.js'

const interview = analyze(readFileSync(join(import.meta.dirname, '..', '..', 'examples', 'interview.txt'), 'utf8'))

const SENTENCES = [
  'The army shelled the border post.',
  'We oppose the tariffs.',
  'Exports to Norway grew by a fifth.',
  'The choir sang in the hall.',
  'Germany welcomed the new railway that a foreign investor paid for.',
  'The sanctions must be lifted, the minister said.',
]
const articles = fc
  .array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 8 })
  .map((sentences) => analyze(sentences.join('\n\n')))

describe('summarizeFrames', () => {
  test('an article is the mean of its paragraphs by their length', () => {
    fc.assert(
      fc.property(articles, (analysis) => {
        const length = analysis.paragraphs.reduce((sum, { start, end }) => sum + end - start, 0)
        for (const { frame, salience, paragraphs } of summarizeFrames(analysis)) {
          const sum = analysis.paragraphs.reduce(
            (all, { start, end, frames }) => all + (frames.find((row) => row.frame === frame)?.salience ?? 0) * (end - start),
            0,
          )
          expect(salience).toBeCloseTo(sum / length, 5)
          expect(paragraphs).toEqual(
            analysis.paragraphs
              .filter(({ frames }) => frames.some((row) => row.frame === frame && row.present))
              .map(({ index }) => index),
          )
        }
      }),
      { numRuns: 30 },
    )
  })

  test('shares of a group sum to 1, and every bound holds', () => {
    for (const by of ['article', 'turn', 'speaker'] as const) {
      const shares = new Map<string, number>()
      for (const row of summarizeFrames(interview, { by })) {
        const key = JSON.stringify([row.turn, row.speaker])
        shares.set(key, (shares.get(key) ?? 0) + row.share)
        expect(row.salience).toBeGreaterThan(0)
        expect(row.salience).toBeLessThanOrEqual(1)
        expect(row.tone ?? 0).toBeGreaterThanOrEqual(-1)
        expect(row.tone ?? 0).toBeLessThanOrEqual(1)
        expect(row.paragraphs.length).toBeLessThanOrEqual(row.of)
      }
      expect(shares.size).toBeGreaterThan(0)
      for (const share of shares.values()) expect(share).toBeCloseTo(1, 4)
    }
  })

  test('by speaker every named speaker has a group, and a turn holds only its own paragraphs', () => {
    const speakers = new Set(summarizeFrames(interview, { by: 'speaker' }).map(({ speaker }) => speaker))
    expect([...speakers]).toEqual(expect.arrayContaining(['Meridian Ledger', 'Ilse Marenko']))
    for (const { turn, paragraphs } of summarizeFrames(interview, { by: 'turn' }))
      for (const index of paragraphs) expect(interview.paragraphs[index]?.turn).toBe(turn)
  })

  test('a text without a frame gives nothing, and an unknown grouping is the caller’s mistake', () => {
    expect(summarizeFrames({ ...interview, paragraphs: [] })).toEqual([])
    expect(() => summarizeFrames(interview, { by: 'month' as 'turn' })).toThrow(FramingError)
  })
})

describe('summarizeStances', () => {
  const countRows = ({ paragraphs }: Analysis): number => paragraphs.reduce((sum, { stances }) => sum + stances.length, 0)

  test('every row of a paragraph counts once, by holder and over all', () => {
    fc.assert(
      fc.property(articles, (analysis) => {
        for (const by of ['holder', 'article'] as const) {
          const summaries = summarizeStances(analysis, { by })
          const counted = summaries.reduce(
            (sum, { labels }) => sum + labels.favor + labels.against + labels.mixed + labels.neutral,
            0,
          )
          expect(counted).toBe(countRows(analysis))
          for (const { polarity } of summaries) expect(Math.abs(polarity)).toBeLessThanOrEqual(1)
          const keys = summaries.map(({ target, holder }) => JSON.stringify([target, holder]))
          expect(new Set(keys).size).toBe(keys.length)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('names the holder unless holders are joined', () => {
    const analysis = analyze('We firmly oppose the tariffs.')
    expect(summarizeStances(analysis)[0]).toMatchObject({
      holder: 'author',
      target: 'tariffs',
      labels: { against: 1 },
      paragraphs: [0],
    })
    expect(summarizeStances(analysis, { by: 'article' })[0]?.holder).toBeNull()
    expect(() => summarizeStances(analysis, { by: 'speaker' as 'holder' })).toThrow(FramingError)
  })
})
