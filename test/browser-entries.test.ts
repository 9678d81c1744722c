import { builtinModules } from 'node:module'
import { build, type Metafile } from 'esbuild'
import { expect, test } from 'vitest'
import configuration from '../tsup.config.js'

/** Entries that run in a page; `archive` alone is for Node. */
const NODE_ENTRIES = new Set(['archive'])
const PEERS = ['vega', 'vega-lite', '@mozilla/readability', 'linkedom', 'unpdf', 'mammoth', 'fflate']
const HELPERS = '<runtime>' // what esbuild calls its own functions

const [library] = Array.isArray(configuration) ? configuration : []
const entries = Object.entries((library?.entry ?? {}) as Record<string, string>).filter(
  ([name]) => !name.startsWith('parts/') && !NODE_ENTRIES.has(name),
)

async function graph(entry: string, contents?: string): Promise<{ code: string; inputs: string[]; outside: string[] }> {
  const { metafile, outputFiles } = await build({
    ...(contents === undefined ? { entryPoints: [entry] } : { stdin: { contents, resolveDir: '.', loader: 'ts' } }),
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
    external: PEERS,
    define: { process: 'NODE_ONLY', Buffer: 'NODE_ONLY', __dirname: 'NODE_ONLY' },
    logLevel: 'silent',
  })
  const { inputs, outputs } = metafile as Metafile
  const used = Object.values(outputs).flatMap((output) => Object.keys(output.inputs))
  const outside = Object.values(inputs).flatMap(({ imports }) =>
    imports.filter(({ external }) => external).map(({ path }) => path),
  )
  return { code: outputFiles[0]?.text ?? '', inputs: used, outside }
}

test('all entries but the archive are tried', () => {
  expect(entries.map(([name]) => name)).toEqual(
    expect.arrayContaining(['index', 'html', 'chart', 'notebook', 'research', 'render']),
  )
})

test.each(entries)('%s reaches nothing that only Node has', async (_, file) => {
  const { code, outside } = await graph(file)
  expect(outside.filter((path) => builtinModules.includes(path.replace(/^node:/, '')))).toEqual([])
  expect(outside.filter((path) => path !== HELPERS && !PEERS.includes(path))).toEqual([])
  // A library that looks first whether it is there (`typeof Buffer`) runs without it.
  expect(code.split('\n').filter((line) => line.includes('NODE_ONLY') && !line.includes('typeof NODE_ONLY'))).toEqual([])
})

test('a small function brings no model', async () => {
  for (const name of ['toRows', 'readArticle', 'segmentArticle', 'locateInSource', 'estimateRate', 'defineCodebook']) {
    const { inputs } = await graph('', `export { ${name} } from './src/index.ts'`)
    expect(inputs.filter((file) => file.endsWith('.json') && !file.endsWith('package.json'))).toEqual([])
    expect(inputs.filter((file) => /node_modules\/(?:wink|sentiment)/.test(file))).toEqual([])
  }
})
