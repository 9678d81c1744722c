import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { analyze, codebooks } from '../../src/index.js'
import { renderReport } from '../../src/present/index.js'
import type { Analysis } from '../../src/types.js'
import { hasBrowser, openBrowser } from './browser.js'
import { MADE_ANALYSIS } from './made-analysis.js'

const ROOT = join(import.meta.dirname, '..', '..')
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const LARGEST_DEMO = 300_000 // bytes

const interview = analyze(readFileSync(join(ROOT, 'examples', 'interview.txt'), 'utf8'))
const demo = renderReport([interview], { codebook: codebooks['diplomacy-press'] as never })

const ATTACKS = [
  '<script>window.hacked = 1</script>',
  '<img src=x onerror="window.hacked = 2">',
  '"><svg onload=window.hacked=3>',
  "' onmouseover='window.hacked=4",
  'javascript:window.hacked=5',
  '</style></title></script><script>window.hacked=6</script>',
  '\u202egnp.exe\u2066',
  '{{constructor.constructor("window.hacked=7")()}}',
  ['`$', '{window.hacked=8}`'].join(''),
]

/** Puts the same hostile words into every field that holds text of somebody else's. */
function poison(value: unknown, words: string, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => poison(each, words, key))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, poison(each, words, name)]))
  if (typeof value !== 'string') return value
  const FIXED = new Set([
    'kind',
    'change',
    'role',
    'clarity',
    'evasion',
    'premise',
    'uptake',
    'label',
    'shift',
    'form',
    'side',
    'asksFor',
  ])
  return FIXED.has(key) ? value : key === 'text' ? value + words : words
}

test('the demo weighs less than 300 KB and asks for nothing outside itself', () => {
  expect(Buffer.byteLength(demo)).toBeLessThan(LARGEST_DEMO)
  expect(demo).not.toMatch(/\b(?:src|href|action)="(?!#)/)
  expect(demo).not.toMatch(/ (?:style|on[a-z]+)=/)
})

test('the words of the article stand in the report as they are', () => {
  const words = demo
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
  for (const { start, end } of interview.paragraphs) expect(words).toContain(interview.article.text.slice(start, end))
})

test('no analysis at all still makes a page', () => {
  expect(renderReport([])).toContain('<title>0 articles')
})

describe.runIf(hasBrowser())('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'media-framing-'))
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  /** Opens a report from a file and fails on any error, console message or request but for the file. */
  async function visit(html: string, look: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
    const file = join(folder, `${Math.abs(html.length)}.html`)
    writeFileSync(file, html)
    const context = await browser.newContext(options)
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('dialog', (dialog) => complaints.push(dialog.message()))
    page.on('request', (request) => {
      if (!request.url().startsWith(pathToFileURL(file).href)) complaints.push(request.url())
    })
    await page.goto(pathToFileURL(file).href)
    await look(page)
    expect(complaints).toEqual([])
    await context.close()
  }

  const visible = (page: Page): Promise<number> => page.locator('.par:visible').count()

  test('filters by speaker, frame and target show what they say', () =>
    visit(demo, async (page) => {
      expect(await page.locator('#shown').textContent()).toBe('60 of 60 paragraphs shown')
      await page.getByLabel('Speaker').selectOption('Meridian Ledger')
      expect(await visible(page)).toBe(12)
      await page.locator('select[name=frame]').selectOption('sanctions')
      const asked = interview.paragraphs.filter(
        ({ role, frames }) => role === 'interviewer' && frames.some(({ frame, present }) => frame === 'sanctions' && present),
      )
      expect(await page.locator('#shown').textContent()).toBe(`${asked.length} of 60 paragraphs shown`)
      expect(await visible(page)).toBe(asked.length)
      await page.getByRole('button', { name: 'Show all' }).click()
      await expect.poll(() => page.locator('#shown').textContent()).toBe('60 of 60 paragraphs shown')
      const [target] = interview.paragraphs.flatMap(({ stances }) => stances.map((stance) => stance.target))
      await page.getByLabel('Stance towards').selectOption(target as string)
      expect(await visible(page)).toBe(
        interview.paragraphs.filter(({ stances }) => stances.some((each) => each.target === target)).length,
      )
    }))

  test('a score lights up its words, and a word opens its rule', () =>
    visit(demo, async (page) => {
      const paragraph = page.locator('#p0-10')
      await paragraph.locator('summary', { hasText: 'security' }).click()
      const lit = await paragraph.locator('.m.lit').allTextContents()
      expect(lit.join(' ').replace(/\s+/g, ' ')).toContain('civil war') // one piece, or two where other evidence covers one of the words
      expect(await paragraph.locator('details[open] code').allTextContents()).toContain('security.armed-conflict/civil war')
      await page.locator('#p0-15 .m', { hasText: 'sanctions' }).first().click()
      await expect.poll(() => page.locator('#p0-15 li.here').count()).toBe(1)
      expect(await page.evaluate('document.activeElement.tagName')).toBe('LI')
      expect(await page.locator('#p0-15 li.here').isVisible()).toBe(true)
    }))

  test('a link to a paragraph that a filter hides shows it', () =>
    visit(demo, async (page) => {
      await page.getByLabel('Speaker').selectOption('Meridian Ledger')
      await page.evaluate('location.hash = "#p0-10"')
      await expect.poll(() => page.locator('#p0-10').isVisible()).toBe(true)
    }))

  test('everything can be reached and opened by keyboard', () =>
    visit(demo, async (page) => {
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the text')
      const summary = page.locator('#p0-10 summary').first()
      await summary.focus()
      await page.keyboard.press('Enter')
      expect(await page.locator('#p0-10 details').first().getAttribute('open')).toBe('')
      await page.keyboard.press('Shift+Tab')
      expect(await page.evaluate('document.activeElement.className')).toMatch(/^m /)
    }))

  test('on paper the controls are gone and the text stays', () =>
    visit(demo, async (page) => {
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('#filters').isVisible()).toBe(false)
      expect(await page.locator('nav').isVisible()).toBe(false)
      expect(await visible(page)).toBe(60)
    }))

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
  ] as const)('axe finds nothing wrong in the %s theme at %d pixels, and nothing runs over the edge', (colorScheme, width) =>
    visit(
      demo,
      async (page) => {
        await page.locator('#p0-10 summary').first().click()
        const violations = await page.evaluate(
          `${AXE}; axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => id + ' ' + impact + ' ' + nodes[0].html.slice(0, 200)))`,
        )
        expect(violations).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      },
      { colorScheme, viewport: { width, height: 900 } },
    ),
  )

  test.each([320, 390])('a phone of %d pixels shows all four frames without scrolling sideways', (width) =>
    visit(
      demo,
      async (page) => {
        const table = page.getByRole('region', { name: 'Frames by side' })
        for (const frame of ['security', 'trade', 'sanctions', 'investment']) {
          const cell = await table.locator('tr', { hasText: frame }).locator('td').last().boundingBox()
          expect(cell && cell.x + cell.width).toBeLessThanOrEqual(width)
        }
      },
      { viewport: { width, height: 700 } },
    ),
  )

  test.each(ATTACKS)('%j runs nothing in any field and stays visible as text', (words) =>
    visit(renderReport([poison(MADE_ANALYSIS, words) as Analysis, interview]), async (page) => {
      for (const summary of await page.locator('#a0 summary').all()) await summary.click()
      await page.mouse.move(300, 300)
      expect(await page.evaluate('"hacked" in window')).toBe(false)
      const shown = words.replaceAll('\u202e', '[U+202E]').replaceAll('\u2066', '[U+2066]')
      expect(await page.locator('#a0 h1').textContent()).toBe(shown)
      expect(await page.locator('#a0 .who b').first().textContent()).toBe(shown)
      expect(await page.locator('a[href^="javascript"]').count()).toBe(0)
    }),
  )

  test('without script the text, its marks and its scores are all there', () =>
    visit(
      demo,
      async (page) => {
        expect(await page.locator('#filters').isVisible()).toBe(false)
        expect(await visible(page)).toBe(60)
      },
      { javaScriptEnabled: false },
    ))
})
