/**
 * Makes the site in `docs`: reference by typedoc, guides, search, and the playground. Fails on a warning and on a broken link.
 *
 *     npm run docs
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { build } from 'esbuild'
import { parseHTML } from 'linkedom'
import { Application } from 'typedoc'
import { REPORT_SCRIPT_HASH } from '../src/present/report-script.js'
import { REPORT_STYLE_HASH } from '../src/present/report-style.js'

const SITE = 'docs'
const PLAYGROUND = 'playground.html'
const PLACEHOLDER = 'https://playground.invalid/' // what guides link to, since the page is made here
const REPOSITORY = 'https://github.com/media-framing/media-framing'

await buildReference()
writeFileSync(join(SITE, PLAYGROUND), await buildPlayground())
const pages = listPages()
for (const page of pages) {
  const html = readFileSync(page, 'utf8')
  const linked = html.replaceAll(PLACEHOLDER, relative(dirname(page), join(SITE, PLAYGROUND)).replaceAll('\\', '/'))
  if (linked !== html) writeFileSync(page, linked)
}
const broken = findBrokenLinks(pages)
for (const each of broken) console.error(each)
console.log(`${SITE}: ${pages.length} pages, ${broken.length} broken links`)
process.exitCode = broken.length === 0 ? 0 : 1

async function buildReference(): Promise<void> {
  const app = await Application.bootstrapWithPlugins({
    name: 'media-framing',
    entryPoints: [
      'src/index.ts',
      'src/present/chart.ts',
      'src/present/render.ts',
      'src/present/notebook.ts',
      'src/html.ts',
      'src/archive/library.ts',
      'src/research/index.ts',
    ],
    tsconfig: 'tsconfig.json',
    readme: 'README.md',
    projectDocuments: ['examples/guide/*.md'],
    out: SITE,
    cleanOutputDir: true,
    searchInDocuments: true,
    searchInComments: true,
    searchGroupBoosts: { Documents: 200 }, // guides before names that happen to hold the word; 8 does not reach that
    disableGit: true,
    basePath: '.',
    sourceLinkTemplate: `${REPOSITORY}/blob/main/{path}#L{line}`,
    gitRevision: 'main',
    navigationLinks: { Playground: PLACEHOLDER },
    // Records that are named by public ones and that nobody makes or reads alone.
    intentionallyNotExported: ['Fault', 'WordTable', 'ReaderOptions', 'ReadMeter', 'FrameOptions', 'ContrastTopic'],
    treatWarningsAsErrors: true,
    logLevel: 'Warn',
  })
  const project = await app.convert()
  if (!project) throw new Error('Expected the sources to be read, got errors above.')
  app.validate(project)
  await app.generateOutputs(project)
  const { warningCount, errorCount } = app.logger
  if (warningCount + errorCount > 0) throw new Error(`Expected no warning, got ${warningCount + errorCount}, above.`)
}

/** One file that needs no other and asks for nothing: its script and style are admitted by their hashes, those of the report in its frame, too. */
async function buildPlayground(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['examples/guide/playground.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    write: false,
    logLevel: 'warning',
  })
  const script = (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script')
  const page = readFileSync('examples/guide/playground.html', 'utf8')
  const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? []
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)} 'sha256-${REPORT_SCRIPT_HASH}'`,
    `style-src ${hash(style)} 'sha256-${REPORT_STYLE_HASH}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return page.replace('POLICY', policy).replace('<script></script>', () => `<script>${script}</script>`)
}

function listPages(): string[] {
  return readdirSync(SITE, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => join(SITE, name))
}

/** Links to pages and places that are not there; links out of the site are not followed. */
function findBrokenLinks(pages: readonly string[]): string[] {
  const known = new Map(pages.map((page) => [resolve(page), readLinks(page)]))
  return pages.flatMap((page) =>
    (known.get(resolve(page))?.links ?? []).flatMap((link) => {
      if (/^[a-z]+:/i.test(link)) return []
      const [path = '', anchor = ''] = link.split('#')
      const target = path === '' ? resolve(page) : resolve(dirname(page), decodeURIComponent(path))
      if (!existsSync(target)) return [`${page}: no such page: ${link}`]
      const places = known.get(target)?.places
      return anchor !== '' && places && !places.has(decodeURIComponent(anchor)) ? [`${page}: no such place: ${link}`] : []
    }),
  )
}

function readLinks(page: string): { readonly links: string[]; readonly places: Set<string> } {
  const { document } = parseHTML(readFileSync(page, 'utf8'))
  const attributes = (name: string): string[] =>
    [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? '')
  return { links: [...attributes('href'), ...attributes('src')], places: new Set([...attributes('id'), ...attributes('name')]) }
}
