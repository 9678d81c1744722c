/**
 * Bundles the installed package for a browser with esbuild and with Vite, none of its optional packages at hand, opens the bundles in
 * Chromium and compares what `analyze` gives there with what it gives in Node, byte by byte.
 *
 *     npx tsx .ci/check-bundles.ts FOLDER        FOLDER has the packed package and Vite installed
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../test/present/browser.js'

const folder = resolve(process.argv[2] ?? '.')
const ENTRIES = ['media-framing', ...['html', 'chart', 'notebook', 'research', 'render'].map((name) => `media-framing/${name}`)]
const ORIGIN = 'http://media-framing.test'

const interview = readFileSync(join(folder, 'node_modules/media-framing/examples/interview.txt'), 'utf8')
const ANALYZE =
  "import { analyze } from 'media-framing'; globalThis.analyzeText = (raw) => JSON.stringify(analyze(raw)); globalThis.isReady = true"

const browser = await openBrowser()
try {
  for (const entry of ENTRIES) {
    const code = await bundle(
      `import * as all from '${entry}'; globalThis.names = Object.keys(all); globalThis.isReady = true`,
      'esm',
    )
    const names = await evaluate(browser, new Map([['/main.js', code]]), 'globalThis.names.join(" ")')
    console.log(`esbuild, ${entry}: ${code.length} bytes, loads in Chromium ${browser.version()}: ${names}`)
  }
  const expected = execFileSync(
    process.execPath,
    ['--input-type=module', '-e', `${ANALYZE}; process.stdout.write(globalThis.analyzeText(${JSON.stringify(interview)}))`],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1e9 },
  )
  const call = `globalThis.analyzeText(${JSON.stringify(interview)})`
  const bundles = [
    ['esbuild', new Map([['/main.js', await bundle(ANALYZE, 'iife')]])],
    ['vite', bundleWithVite()],
  ] as const
  for (const [name, files] of bundles) {
    if ((await evaluate(browser, files, call)) !== expected)
      throw new Error(`Expected the bundle of ${name} to give the bytes of Node, got others.`)
    console.log(`${name}: the same ${expected.length} characters as in Node`)
  }
} finally {
  await browser.close()
}

/** Fails where a module cannot be resolved, or where one of Node's own is asked for. */
async function bundle(contents: string, format: 'esm' | 'iife'): Promise<string> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    minify: true,
    format,
    platform: 'browser',
    write: false,
    metafile: true,
    logLevel: 'error',
  })
  const asked = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path.replace(/^node:/, '')))
  const ofNode = asked.filter((path) => builtinModules.includes(path))
  if (ofNode.length > 0) throw new Error(`Expected no module of Node in a page, got ${ofNode.join(', ')}.`)
  return outputFiles[0]?.text ?? ''
}

function bundleWithVite(): Map<string, string> {
  const site = join(folder, 'site')
  mkdirSync(site, { recursive: true })
  writeFileSync(join(site, 'index.html'), '<!doctype html><script type="module" src="./main.js"></script>')
  const others = ENTRIES.slice(1).map((entry, i) => `import * as e${i} from '${entry}'; globalThis.e${i} = Object.keys(e${i})`)
  writeFileSync(join(site, 'main.js'), [ANALYZE, ...others].join('\n'))
  execFileSync(join(folder, 'node_modules/.bin/vite'), ['build', '--logLevel', 'error'], { cwd: site, stdio: 'inherit' })
  const assets = readdirSync(join(site, 'dist/assets')).map(
    (name) => [`/assets/${name}`, readFileSync(join(site, 'dist/assets', name), 'utf8')] as const,
  )
  return new Map([['/', readFileSync(join(site, 'dist/index.html'), 'utf8')], ...assets])
}

/** Opens the files as a site that has nothing else, and evaluates an expression there. */
async function evaluate(browser: Browser, files: ReadonlyMap<string, string>, expression: string): Promise<string> {
  const page = await browser.newPage()
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  await page.route('**/*', (route) => {
    const path = new URL(route.request().url()).pathname
    const body = files.get(path) ?? (path === '/' ? '<!doctype html><script type="module" src="/main.js"></script>' : undefined)
    return body === undefined
      ? route.abort()
      : route.fulfill({ body, contentType: path === '/' ? 'text/html' : 'text/javascript' })
  })
  await page.goto(`${ORIGIN}/`, { waitUntil: 'load' })
  await page.waitForFunction('globalThis.isReady', undefined, { timeout: 30_000 }).catch(() => {}) // entries may wait for their imports
  if (errors.length > 0) throw new Error(`Expected a page without errors, got: ${errors.join('; ')}`)
  const result = (await page.evaluate(expression)) as string
  await page.close()
  return result
}
