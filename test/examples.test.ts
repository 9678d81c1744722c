import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'node:util'
import { afterEach, expect, test, vi } from 'vitest'

const FOLDER = join(import.meta.dirname, '..', 'examples')
const examples = readdirSync(FOLDER).filter((file) => file.endsWith('.ts'))

/** What an example says that it prints: the comments that begin with `//=>`, one a line of output. */
function expectedLines(source: string): string[] {
  return [...source.matchAll(/\/\/=>[ \t]?(.*)$/gm)].map(([, line = '']) => line.trimEnd())
}

afterEach(() => vi.restoreAllMocks())

test('examples are numbered without a gap', () => {
  expect(examples.map((file) => file.slice(0, 2))).toEqual(examples.map((_, i) => String(i + 1).padStart(2, '0')))
})

test.each(examples)('%s prints what its comments say', async (file) => {
  const printed: string[] = []
  vi.spyOn(console, 'log').mockImplementation((...values) => {
    printed.push(...format(...values).split('\n'))
  })
  await import(join(FOLDER, file))
  const expected = expectedLines(readFileSync(join(FOLDER, file), 'utf8'))
  expect(expected.length).toBeGreaterThan(0)
  expect(printed.map((line) => line.trimEnd())).toEqual(expected)
})
