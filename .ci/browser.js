/** Bundles the built package for a browser, runs it in Chromium and compares its result with Node's, byte by byte. */
import { readFileSync } from 'node:fs'
import { build } from 'esbuild'
import { analyze } from 'media-framing'
import { chromium } from 'playwright-core'

const [interview] = process.argv.slice(2)
const raw = readFileSync(interview, 'utf8')
const entry = "import { analyze } from 'media-framing'; globalThis.analyzeText = (raw) => JSON.stringify(analyze(raw))"
const { outputFiles } = await build({
  stdin: { contents: entry, resolveDir: process.cwd() },
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  write: false,
})
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
try {
  const page = await browser.newPage()
  await page.addScriptTag({ content: outputFiles[0].text })
  const result = await page.evaluate((text) => globalThis.analyzeText(text), raw)
  if (result !== JSON.stringify(analyze(raw))) throw new Error('Expected the same bytes as in Node, got others.')
  console.log(`Chromium ${browser.version()}: the same ${result.length} characters as in Node, from a bundle of ${outputFiles[0].text.length} bytes`)
} finally {
  await browser.close()
}
