import { defineConfig } from 'tsup'

const library = { index: 'src/index.ts', chart: 'src/present/chart.ts', notebook: 'src/present/notebook.ts' }

export default defineConfig([
  { entry: library, format: ['esm', 'cjs'], dts: true, platform: 'neutral', target: 'es2022', clean: true, treeshake: true },
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
