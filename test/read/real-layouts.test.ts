import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readArticle } from '../../src/read/index.js'
import { segmentArticle } from '../../src/segment/index.js'
import type { Segments } from '../../src/types.js'
import { DATA_FOLDER, hasData } from '../data.js'

const INTERVIEWS = join(DATA_FOLDER, 'data', 'interviews')
const here = hasData(INTERVIEWS)

function segmentsOf(layout: string): Segments[] {
  return readdirSync(join(INTERVIEWS, layout))
    .filter((name) => !name.endsWith('.html'))
    .map((name) => segmentArticle(readArticle(readFileSync(join(INTERVIEWS, layout, name), 'utf8'))))
}

function rolesOf({ turns }: Segments, speaker: string): string[] {
  return [...new Set(turns.filter((turn) => turn.speaker === speaker).map(({ role }) => role))]
}

describe.runIf(here)('real layouts', () => {
  test('a monologue has no turns', () => {
    for (const { turns, exchanges } of segmentsOf('wh-monologue-statements-no-turns'))
      expect([turns, exchanges]).toEqual([[], []])
  })

  test('written questions and answers alternate', () => {
    for (const { turns, exchanges } of segmentsOf('kremlin-written-qa-agency')) {
      expect(turns.map(({ role }) => role)).toEqual(turns.map((_, i) => (i % 2 === 0 ? 'interviewer' : 'respondent')))
      expect(exchanges.length).toBeGreaterThan(turns.length / 2 - 2)
    }
  })

  test('those who answer are respondents in every layout that names them', () => {
    for (const layout of [
      'kremlin-named-interviewer',
      'kremlin-tass-video-series',
      'kremlin-annual-news-conference',
      'kremlin-question-label-presser',
    ]) {
      for (const segments of segmentsOf(layout)) expect(rolesOf(segments, 'Vladimir Putin')).toEqual(['respondent'])
    }
    for (const layout of [
      'wh-press-briefing-Q-spaces',
      'wh-tv-interview-indented-2025',
      'wh-air-force-one-gaggle',
      'wh-town-hall-audience',
    ]) {
      for (const segments of segmentsOf(layout)) {
        expect(segments.turns.length).toBeGreaterThan(10)
        expect(rolesOf(segments, 'Q').filter((role) => role !== 'interviewer')).toEqual([])
      }
    }
  })

  test('ordinary press gives next to no conversation', () => {
    const file = join(DATA_FOLDER, 'data', 'semeval2023-frames', 'dev.jsonl')
    const rows = readFileSync(file, 'utf8').trim().split('\n')
    const found = rows.filter(
      (row) => segmentArticle(readArticle((JSON.parse(row) as { text: string }).text)).exchanges.length > 0,
    )
    expect(found.length / rows.length).toBeLessThanOrEqual(0.03)
  })
})
