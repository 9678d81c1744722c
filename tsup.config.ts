import { fileURLToPath } from 'node:url'
import { defineConfig, type Options } from 'tsup'

const library = {
  index: 'src/index.ts',
  chart: 'src/present/chart.ts',
  notebook: 'src/present/notebook.ts',
  html: 'src/html.ts',
  archive: 'src/archive/library.ts',
  research: 'src/research/index.ts',
}

/** Optional: who reads web pages, or an archive's files in a script, installs them. */
const external = ['@mozilla/readability', 'linkedom']

/** CommonJS cannot wait for an import: its build asks for the optional packages by require. */
const requirePeers: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'require-peers',
  setup({ initialOptions, onResolve }) {
    if (initialOptions.define?.TSUP_FORMAT !== '"cjs"') return // the format itself says esm until tree shaking is done
    onResolve({ filter: /\/html-peers\.js$/ }, () => ({ path: fileURLToPath(new URL('src/html-peers-cjs.ts', import.meta.url)) }))
  },
}

export default defineConfig([
  {
    entry: library,
    format: ['esm', 'cjs'],
    dts: true,
    platform: 'neutral',
    target: 'es2022',
    clean: true,
    treeshake: true,
    external: [...external, /^node:/, 'papaparse', 'hyparquet', 'hyparquet-compressors', 'hyparquet-writer', 'fzstd'],
    shims: true, // import.meta.url in CommonJS
    esbuildPlugins: [requirePeers],
  },
  {
    entry: { cli: 'src/cli/main.ts', 'archive-worker': 'src/archive/worker.ts' },
    format: ['esm'],
    platform: 'node',
    target: 'node20',
    external,
    noExternal: ['papaparse', 'hyparquet', 'hyparquet-compressors', 'hyparquet-writer', 'fzstd'], // the command line has them inside
    // Bundled libraries that are CommonJS ask for Node's own modules by require.
    banner: { js: "import { createRequire as requireFrom } from 'node:module'\nconst require = requireFrom(import.meta.url)" },
  },
])
