import { expect, test } from 'vitest'
import { toRows } from '../../src/index.js'
import { frameHeatMap } from '../../src/present/chart.js'
import { show } from '../../src/present/notebook.js'
import { MADE_ANALYSIS } from './made-analysis.js'

const [paragraph] = MADE_ANALYSIS.paragraphs
const [exchange] = MADE_ANALYSIS.exchanges
if (!paragraph || !exchange) throw new Error('Expected a paragraph and an exchange in the made analysis.')

test('what Deno’s kernel asks for is the bundle', async () => {
  const shown = show(MADE_ANALYSIS)
  const display = (shown as unknown as Record<symbol, () => Promise<unknown>>)[Symbol.for('Jupyter.display')]
  expect(await display?.()).toEqual(await shown.bundle())
})

test('an analysis is shown as the terminal report and as marked text', async () => {
  const { 'text/plain': plain, 'text/html': html } = await show(MADE_ANALYSIS).bundle()
  expect(plain).toContain('Exchange 1')
  expect(html).toMatch(/<mark title="trade\.barriers\/tariff" style="[^"]*solid #009e73">tariff<\/mark>/)
  for (const { start, end } of MADE_ANALYSIS.paragraphs) {
    expect(String(html).replace(/<[^>]*>/g, '')).toContain(MADE_ANALYSIS.article.text.slice(start, end))
  }
})

test('a paragraph is shown with its colors and scores', async () => {
  const html = await show(paragraph, { of: MADE_ANALYSIS }).html()
  expect(html).toContain('border-left:4px solid #009e73')
  expect(html).toContain('concern −0.60')
})

test('an exchange is shown side by side with what became of its frames', async () => {
  const html = await show(exchange, { of: MADE_ANALYSIS }).html()
  expect(html.match(/<div style="flex:/g)).toHaveLength(2)
  expect(html).toMatch(/introduced: .*investment.*dropped: .*trade/)
})

test('rows are a table, cut where it grows long', async () => {
  const rows = toRows(MADE_ANALYSIS)
  expect((await show(rows).html()).match(/<tr>/g)).toHaveLength(rows.length + 1)
  expect(await show(Array(500).fill(rows[0])).html()).toContain('… and 300 more rows')
  expect(await show([]).html()).toContain('overflow-x:auto')
})

test('a chart is a specification and its drawing', async () => {
  const spec = frameHeatMap(toRows(MADE_ANALYSIS))
  const bundle = await show(spec).bundle()
  expect(bundle['application/vnd.vegalite.v6+json']).toBe(spec)
  expect(bundle['image/svg+xml']).toMatch(/^<svg /)
})

test('no text of an article becomes markup, and nothing needs style sheets, scripts or the network', async () => {
  const hostile = '<img src=x onerror=alert(1)>"\u202e'
  const analysis = {
    ...MADE_ANALYSIS,
    article: { ...MADE_ANALYSIS.article, title: hostile, author: hostile },
    paragraphs: MADE_ANALYSIS.paragraphs.map((each) => ({
      ...each,
      speaker: hostile,
      stances: each.stances.map((stance) => ({ ...stance, target: hostile, holder: hostile })),
      frames: each.frames.map((score) => ({
        ...score,
        frame: hostile,
        evidence: score.evidence.map((evidence) => ({ ...evidence, rule: hostile })),
      })),
    })),
    issues: [{ code: hostile, message: hostile }],
  }
  const pages = [await show(analysis).html(), await show(toRows(analysis)).html()]
  for (const page of pages) {
    expect(page).toContain('&lt;img')
    expect(page).not.toMatch(/<(?:img|script|style|link)|\son\w+=[^ ]*alert\(1\)>(?!&)|\u202e|(?:src|href)="/)
  }
})

test.each([
  ['a paragraph without its analysis', () => show(paragraph as never)],
  ['an exchange without its analysis', () => show(exchange as never)],
  ['nothing', () => show(null as never)],
  ['a string', () => show('text' as never)],
])('%s is refused', (_, call) => {
  expect(call).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
})
