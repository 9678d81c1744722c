import { fileURLToPath } from 'node:url'
import { defineConfig, type Options } from 'tsup'

const library = { index: 'src/index.ts', chart: 'src/present/chart.ts', notebook: 'src/present/notebook.ts', html: 'src/html.ts' }

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
    external: ['@mozilla/readability', 'linkedom'],
    esbuildPlugins: [requirePeers],
  },
  {
    entry: { cli: 'src/cli/main.ts' },
    format: ['esm'],
    platform: 'node',
    target: 'node20',
    external: ['@mozilla/readability', 'linkedom'], // optional: who reads web pages installs them
    // Bundled libraries that are CommonJS ask for Node's own modules by require.
    banner: { js: "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)" },
  },
])
