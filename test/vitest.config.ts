import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The examples import the package by its name; tsconfig.json says where its entries stand. */
const { paths } = JSON.parse(readFileSync(`${ROOT}tsconfig.json`, 'utf8')).compilerOptions as { paths: Record<string, [string]> }
const alias = Object.entries(paths).map(([name, [file]]) => ({ find: new RegExp(`^${name}$`), replacement: ROOT + file }))

export default defineConfig({
  resolve: { alias },
  test: {
    root: ROOT,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/data.ts'],
    hookTimeout: 60_000, // ms; bundling the library for a test takes seconds
    testTimeout: 60_000, // ms; the machine is shared, and a first wink load beside a build can take seconds
  },
})
