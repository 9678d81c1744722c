import { compile } from 'vega-lite'
import { expect, test } from 'vitest'
import { agreementChart, type ChartSpec, calibrationCurve, correctedShares, keynessPlot } from '../../src/present/chart.js'
import { renderSvg } from '../../src/present/render.js'
import { compareWords, estimateShares, measureAgreement, validateScores } from '../../src/research/index.js'
import { code } from './make-codings.js'

const truth = Array.from({ length: 40 }, (_, i) => Number(i % 3 === 0))
const grades = truth.map((value, i) => Math.min(1, 0.2 + 0.5 * value + (i % 4) / 10))
const gold = code('gold', truth)
const scores = code('model', [...grades, 0.3, 0.9])

const charts: Record<string, ChartSpec> = {
  agreement: agreementChart(
    measureAgreement(
      [
        ...gold,
        ...code(
          'ben',
          truth.map((value, i) => (i % 9 === 0 ? 1 - value : value)),
        ),
      ],
      { draws: 50 },
    ).variables,
  ),
  calibration: calibrationCurve(validateScores(gold, scores, { draws: 0 }).variables),
  shares: correctedShares(estimateShares(scores, gold, { by: (unit) => (unit < 'doc2' ? 'Herald' : 'Ledger') }).shares),
  keyness: keynessPlot(compareWords('port port ship trade', 'court law law trade'), { names: ['questions', 'answers'] }),
}

test.each(Object.entries(charts))('%s is Vega-Lite without a warning and is drawn the same each time', async (_, spec) => {
  const warnings: string[] = []
  const logger = {
    warn: (...words: readonly string[]) => warnings.push(words.join(' ')),
    info: () => logger,
    debug: () => logger,
    error: () => logger,
    level: () => logger,
  }
  compile(spec as never, { logger: logger as never })
  expect(warnings).toEqual([])
  const svg = await renderSvg(spec)
  expect(svg).toMatch(/^<svg /)
  expect(await renderSvg(spec)).toBe(svg)
  expect(spec.description).not.toBe('')
})

test('what cannot be told is left out, and nothing at all is an empty chart', async () => {
  const none = { estimate: null, low: null, high: null }
  expect((agreementChart([{ variable: 'stance', alpha: none, ac1: none }]).data as { values: unknown[] }).values).toEqual([])
  for (const spec of [agreementChart([]), calibrationCurve([]), correctedShares([]), keynessPlot([])])
    expect(await renderSvg(spec)).toMatch(/^<svg /)
})

test('frames have their own colors and names', async () => {
  expect(await renderSvg(charts.shares as ChartSpec)).toContain('#009e73')
  expect(JSON.stringify(charts.shares)).not.toContain('frame:')
})
