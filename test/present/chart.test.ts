import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { compile } from 'vega-lite'
import { expect, test } from 'vitest'
import { analyze, readArticle, toRows } from '../../src/index.js'
import {
  agendaMatrix,
  type ChartSpec,
  exchangeSlopes,
  frameHeatMap,
  frameShares,
  speakerFrames,
  stanceLine,
  wilsonShare,
} from '../../src/present/chart.js'
import { renderSvg } from '../../src/present/render.js'
import type { Analysis } from '../../src/types.js'
import { MADE_ANALYSIS } from './made-analysis.js'

const interview = analyze(
  readArticle(readFileSync(join(import.meta.dirname, '..', '..', 'examples', 'interview.txt'), 'utf8'), {
    id: 'interview',
  }),
)

function allCharts(analysis: Analysis): Record<string, ChartSpec> {
  const rows = toRows(analysis)
  const articles = toRows(analysis, { table: 'articles' })
  return {
    frameHeatMap: frameHeatMap(rows),
    stanceLine: stanceLine(rows),
    exchangeSlopes: exchangeSlopes(rows),
    agendaMatrix: agendaMatrix(rows),
    speakerFrames: speakerFrames(rows, toRows(analysis, { table: 'paragraphs' })),
    byOutlet: frameShares(rows, articles, { by: 'outlet' }),
    byMonth: frameShares(rows, articles, { by: 'month' }),
  }
}

test.each(Object.entries({ ...allCharts(interview) }))(
  '%s compiles without a warning and says in words what it shows',
  async (_, spec) => {
    const warnings: unknown[] = []
    const note = (...values: unknown[]) => {
      warnings.push(values)
      return logger
    }
    const logger = { level: () => logger, warn: note, error: note, info: () => logger, debug: () => logger }
    compile(spec as never, { logger: logger as never })
    expect(warnings).toEqual([])
    expect(spec.description).toMatch(/\w.*\.$/)
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec)
  },
)

test.each(Object.entries(allCharts(interview)))('%s is drawn as SVG, the same bytes each time', async (_, spec) => {
  const svg = await renderSvg(spec)
  expect(svg).toMatch(/^<svg role="img" aria-label="[^"]+" /)
  expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  expect(svg).toContain((spec.title as { text: string }).text.slice(0, 20))
  expect(await renderSvg(spec)).toBe(svg)
})

test('a frame has the same color in every chart', () => {
  const colors = Object.values(allCharts(interview)).flatMap((spec) => {
    const found: string[] = []
    JSON.stringify(spec, (key, value) => {
      if (key === 'scale' && value?.range && value.domain?.includes('trade'))
        found.push(value.range[value.domain.indexOf('trade')])
      return value
    })
    return found
  })
  expect(colors.length).toBeGreaterThanOrEqual(5)
  expect(new Set(colors).size).toBe(1)
})

test('charts of an analysis in which nothing was found are empty, not broken', async () => {
  const empty = { ...MADE_ANALYSIS, paragraphs: [], exchanges: [] }
  for (const spec of Object.values(allCharts(empty))) expect(await renderSvg(spec)).toMatch(/^<svg /)
})

test('hostile names stay text', async () => {
  const hostile = '</text><script>alert(1)</script>'
  const analysis = {
    ...MADE_ANALYSIS,
    paragraphs: MADE_ANALYSIS.paragraphs.map((paragraph) => ({
      ...paragraph,
      speaker: hostile,
      frames: paragraph.frames.map((score) => ({ ...score, frame: hostile })),
    })),
  }
  for (const spec of Object.values(allCharts(analysis))) expect(await renderSvg(spec)).not.toContain('<script')
})

test('a share lies within its interval, and the interval within 0 and 1 and narrower with more units', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (total, number) => {
      const count = number % (total + 1)
      const { share, low, high } = wilsonShare(count, total)
      const many = wilsonShare(count * 4, total * 4)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(low).toBeLessThanOrEqual(share + 1e-12)
      expect(high).toBeGreaterThanOrEqual(share - 1e-12)
      expect(high).toBeLessThanOrEqual(1)
      expect(many.high - many.low).toBeLessThan(high - low)
    }),
  )
  // Newcombe (1998), Statistics in Medicine 17, 857–872, table I: 81 of 263 gives 0.2553 to 0.3662.
  expect(wilsonShare(81, 263).low).toBeCloseTo(0.2553, 4)
  expect(wilsonShare(81, 263).high).toBeCloseTo(0.3662, 4)
})

test('what is no chart is refused', async () => {
  await expect(renderSvg(null as never)).rejects.toThrow(expect.objectContaining({ code: 'invalid-argument' }))
})

test('every chart takes a title, a width, colors and a font, and says how many it draws', () => {
  const rows = toRows(interview)
  const options = { title: 'Mine', width: 300, colors: { trade: '#123456' }, font: 'serif' }
  const charts = [
    frameHeatMap(rows, options),
    stanceLine(rows, options),
    exchangeSlopes(rows, options),
    agendaMatrix(rows, options),
    speakerFrames(rows, toRows(interview, { table: 'paragraphs' }), options),
    frameShares(rows, toRows(interview, { table: 'articles' }), { by: 'outlet', ...options }),
  ]
  for (const chart of charts) {
    expect(chart.title).toMatchObject({
      text: 'Mine',
      subtitle: expect.stringMatching(/^n = \d+ (?:paragraph|exchange|article)s?$/),
    })
    expect(chart.config).toMatchObject({ font: 'serif' })
    expect(chart.background).toBe('white')
  }
  expect(JSON.stringify(charts[0])).toContain('#123456')
  expect(charts[0]?.width).toBe(300)
  expect(() => frameHeatMap(rows, { width: -1 })).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
})

test('speakers of one article have no intervals, and who says most comes first, whom nobody names last', () => {
  const chart = speakerFrames(toRows(interview), toRows(interview, { table: 'paragraphs' }))
  const panels = (chart.facet as { readonly sort: readonly string[] }).sort
  expect(panels).toEqual(['Ilse Marenko (n = 47)', 'Meridian Ledger (n = 12)', 'narrator (n = 1)'])
  expect(JSON.stringify(chart)).not.toContain('"rule"')
})

test('the line of stance is one for each speaker', () => {
  const [line] = stanceLine(toRows(interview)).layer as readonly [
    { readonly encoding: { readonly color: { readonly field: string } } },
  ]
  expect(line.encoding.color.field).toBe('speaker')
})
