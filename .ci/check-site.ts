/**
 * Opens the site in Chromium as files, without a network: the playground by keyboard and with axe, and the search.
 *
 *     npm run docs && npx tsx .ci/check-site.ts
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { measures } from '../src/index.js'
import { openBrowser } from '../test/present/browser.js'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const SITE = pathToFileURL(`${resolve('docs')}/`).href

/** What a reader who knows nothing types, and what one of the results must be. */
const QUERIES: readonly (readonly [query: string, page: RegExp])[] = [
  ...measures.map(({ measure }) => [measure, /Measures|measures/] as const),
  ['present threshold', /First script|Measures|Method/],
  ['pattern gap', /codebook/i],
  ['resume', /Archives/],
  ['cite', /Method/],
  ['Deno permissions', /Deno/],
]

const browser = await openBrowser()
try {
  for (const scheme of ['light', 'dark'] as const) await checkPlayground(browser, scheme)
  await checkSearch(browser)
} finally {
  await browser.close()
}

async function open(
  browser: Browser,
  page: string,
  colorScheme: 'light' | 'dark',
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ colorScheme, offline: true })
  const opened = await context.newPage()
  const complaints: string[] = []
  opened.on('console', (message) => complaints.push(message.text()))
  opened.on('pageerror', (error) => complaints.push(error.message))
  opened.on('request', (request) => {
    if (!/^(?:file|about|data):/.test(request.url())) complaints.push(`asks for ${request.url()}`)
  })
  await opened.goto(SITE + page)
  return { page: opened, complaints }
}

async function checkPlayground(browser: Browser, scheme: 'light' | 'dark'): Promise<void> {
  const { page, complaints } = await open(browser, 'playground.html', scheme)
  // By keyboard alone: into the text, over the file and the codebook, onto the button.
  await page.keyboard.press('Tab')
  await page.keyboard.insertText(
    'Q: Will you join the sanctions?\nA: No. We oppose the sanctions, and we will cut tariffs.\nQ: Why?\nA: They harm trade.',
  )
  for (let i = 0; i < 3; i++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('#report').waitFor({ state: 'visible', timeout: 20_000 })
  const report = page.frameLocator('#report')
  await report.locator('.m').first().waitFor({ timeout: 20_000 })
  const marks = await report.locator('.m').count()
  const exchanges = await report.locator('.exchange').count()
  const background = await page.frames()[1]?.evaluate('getComputedStyle(document.body).fontFamily')
  if (marks < 3 || exchanges < 2) throw new Error(`Expected marked words and two exchanges, got ${marks} and ${exchanges}.`)
  if (!String(background).includes('Georgia')) throw new Error(`Expected the report in its own style, got ${background}.`)
  const violations = (await page.evaluate(
    `${AXE}; axe.run(document, { iframes: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html.slice(0, 120)))`,
  )) as string[]
  if (violations.length > 0) throw new Error(`Expected axe to find nothing, got ${violations.join('; ')}`)
  if (complaints.length > 0) throw new Error(`Expected no complaint and no request, got ${complaints.join('; ')}`)
  console.log(`playground, ${scheme}: by keyboard, offline: ${marks} marks, ${exchanges} exchanges; axe finds nothing`)
  await page.context().close()
}

async function checkSearch(browser: Browser): Promise<void> {
  const { page } = await open(browser, 'index.html', 'light')
  const missed: string[] = []
  for (const [query, expected] of QUERIES) {
    await page.goto(`${SITE}index.html`)
    await page.locator('#tsd-search-trigger').click()
    await page.locator('#tsd-search-input').fill(query)
    await page
      .locator('#tsd-search-results li')
      .first()
      .waitFor({ timeout: 10_000 })
      .catch(() => {})
    await page.waitForTimeout(150)
    const found = await page.locator('#tsd-search-results li').allTextContents()
    if (!found.some((each) => expected.test(each))) missed.push(`${query}: ${found.slice(0, 5).join(' | ') || 'nothing'}`)
  }
  await page.context().close()
  if (missed.length > 0) throw new Error(`Expected the search to find each in one query, got none for:\n${missed.join('\n')}`)
  console.log(`search: ${QUERIES.length} questions answered by one query each`)
}
