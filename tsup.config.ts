import { globSync } from 'tinyglobby'
import { defineConfig, type Options } from 'tsup'
import { chunksByFile, dataFiles, PARTS, requirePeers, thirdPartyNotices } from './.ci/build-plugins.js'

const library = {
  index: 'src/index.ts',
  chart: 'src/present/chart.ts',
  render: 'src/present/render.ts',
  notebook: 'src/present/notebook.ts',
  html: 'src/html.ts',
  documents: 'src/documents.ts',
  archive: 'src/archive/library.ts',
  research: 'src/research/index.ts',
}

/** Every file by itself: esbuild cuts its chunks along entries, so that who imports `toRows` alone bundles no model. */
const files = globSync('src/**/*.ts', { ignore: ['src/{cli,archive}/**', 'src/html-peers*', '**/*.d.ts'] })
const parts = Object.fromEntries(files.map((file) => [file.replace(/^src\/(.*)\.ts$/, `${PARTS}/$1`), file]))

/** Optional: a script installs what it uses, the command has them inside. */
const peers = [
  'papaparse',
  'hyparquet',
  'hyparquet-compressors',
  'hyparquet-writer',
  'fzstd',
  '@mozilla/readability',
  'linkedom',
  'mammoth',
  'unpdf',
]
const external = [/^node:/, 'vega', 'vega-lite', ...peers]

const shared = { target: 'es2022', platform: 'neutral', splitting: true } satisfies Options

export default defineConfig([
  {
    ...shared,
    entry: { ...library, ...parts },
    format: 'esm',
    dts: { entry: library },
    external,
    clean: true,
    esbuildPlugins: [dataFiles, chunksByFile],
  },
  { ...shared, entry: library, format: 'cjs', dts: true, external, shims: true, esbuildPlugins: [dataFiles, requirePeers] },
  {
    ...shared,
    entry: { cli: 'src/cli/main.ts', 'archive-worker': 'src/archive/worker.ts' },
    format: 'esm',
    platform: 'node',
    noExternal: peers,
    esbuildPlugins: [dataFiles, thirdPartyNotices],
    // Bundled libraries that are CommonJS ask for Node's own modules by require.
    banner: { js: "import { createRequire as requireFrom } from 'node:module'\nconst require = requireFrom(import.meta.url)" },
  },
])
