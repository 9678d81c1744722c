/**
 * What the report of an interview weighs and how fast a browser opens, filters and scrolls it.
 *
 *     npx tsx bench/report.ts
 *
 * The long interview is the example, over and over, until it has 100,000 words. Needs Chromium (or CHROMIUM set to its path).
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { analyze, codebooks } from '../src/index.js'
import { renderReport } from '../src/present/index.js'
import { hasBrowser, openBrowser } from '../test/present/browser.js'

const ROUNDS = 7
const LONG = 100_000 // words

const raw = readFileSync(join(import.meta.dirname, '..', 'examples', 'interview.txt'), 'utf8')
const bodyStart = raw.indexOf('ML: Minister')
const [head, body] = [raw.slice(0, bodyStart), raw.slice(bodyStart).trimEnd()]
const times = Math.ceil(LONG / body.split(/\s+/).length)

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number
}

/** Milliseconds from asking for a change until the next frame is painted. */
const PAINTED = (change: string): string =>
  `new Promise((resolve) => { const start = performance.now(); ${change}; requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start))) })`

const FILTER = PAINTED(
  `const select = document.querySelector('select[name=speaker]'); select.selectedIndex = select.selectedIndex === 1 ? 2 : 1; select.dispatchEvent(new Event('change', { bubbles: true }))`,
)
const SCROLL = PAINTED('scrollBy(0, 700)')

if (hasBrowser()) {
  const folder = mkdtempSync(join(tmpdir(), 'media-framing-'))
  const browser = await openBrowser()
  for (const [name, text] of [
    ['example', raw],
    ['100,000 words', head + Array(times).fill(body).join('')],
  ] as const) {
    const analysis = analyze(text)
    const start = performance.now()
    const html = renderReport([analysis], { codebook: codebooks['diplomacy-press'] as never })
    const written = performance.now() - start
    const file = join(folder, 'report.html')
    writeFileSync(file, html)
    const opened: number[] = []
    const filtered: number[] = []
    const scrolled: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const page = await browser.newPage()
      await page.goto(pathToFileURL(file).href)
      opened.push(await page.evaluate<number>('performance.getEntriesByType("navigation")[0].loadEventEnd'))
      for (let i = 0; i < 4; i++) filtered.push(await page.evaluate<number>(FILTER))
      for (let i = 0; i < 8; i++) scrolled.push(await page.evaluate<number>(SCROLL))
      await page.close()
    }
    console.log(`${name}: ${analysis.paragraphs.length} paragraphs`)
    console.log(`  weight    ${(Buffer.byteLength(html) / 1000).toFixed(0)} KB${name === 'example' ? '  (under 300 KB)' : ''}`)
    console.log(`  written   ${written.toFixed(0)} ms`)
    console.log(`  opened    ${median(opened).toFixed(0)} ms${name === 'example' ? '  (under 1,000 ms)' : ''}`)
    console.log(`  filtered  ${median(filtered).toFixed(0)} ms, slowest ${Math.max(...filtered).toFixed(0)} ms`)
    console.log(`  scrolled  ${median(scrolled).toFixed(0)} ms a screen, slowest ${Math.max(...scrolled).toFixed(0)} ms`)
  }
  await browser.close()
  rmSync(folder, { recursive: true })
}
