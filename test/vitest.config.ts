import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  resolve: { alias: { 'media-framing': `${ROOT}src/index.ts` } }, // what the examples import
  test: {
    root: ROOT,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/data.ts'],
    testTimeout: 60_000, // ms; the machine is shared, and a first wink load beside a build can take seconds
  },
})
