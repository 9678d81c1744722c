import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'node:util'
import { afterEach, expect, test, vi } from 'vitest'

const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', 'research', 'whole-loop.ts')
const GUIDE = join(import.meta.dirname, '..', '..', 'examples', 'guide', 'research.md')

afterEach(() => vi.restoreAllMocks())

test('the worked example prints what its comments say', async () => {
  const printed: string[] = []
  vi.spyOn(console, 'log').mockImplementation((...values) => {
    printed.push(...format(...values).split('\n'))
  })
  await import(EXAMPLE)
  const expected = [...readFileSync(EXAMPLE, 'utf8').matchAll(/\/\/=>[ \t]?(.*)$/gm)].map(([, line = '']) => line.trimEnd())
  expect(expected.length).toBeGreaterThan(10)
  expect(printed.map((line) => line.trimEnd())).toEqual(expected)
})

test('the guide names only functions and commands that there are', async () => {
  const guide = readFileSync(GUIDE, 'utf8')
  const research = await import('../../src/research/index.js')
  const charts = await import('../../src/present/chart.js')
  const core = await import('../../src/index.js')
  const named = [...guide.matchAll(/`([a-z]\w+)\(/g)].map(([, name = '']) => name)
  expect(named.length).toBeGreaterThan(15)
  for (const name of named) expect(name in research || name in charts || name in core, name).toBe(true)
})
