import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCommandLine, INTERVIEW, run } from './run.js'

const folder = mkdtempSync(join(tmpdir(), 'media-framing-'))

beforeAll(buildCommandLine, 120_000)
afterAll(() => rmSync(folder, { recursive: true }))

test('a report goes to the file that -o names, the same bytes each time', async () => {
  const file = join(folder, 'report.html')
  const first = await run(['report', INTERVIEW, '-o', file])
  const page = readFileSync(file, 'utf8')
  const second = await run(['report', INTERVIEW])
  expect([first.code, first.out, first.err]).toEqual([0, '', ''])
  expect(page).toMatch(/^<!doctype html>/)
  expect(second.out).toBe(page)
})

test('several files make one page, and a failing one is left out', async () => {
  const { code, out, err } = await run(['report', INTERVIEW, 'none.txt', INTERVIEW])
  expect(code).toBe(1)
  expect(err).toMatch(/none\.txt: .*\(unreadable-input\)/)
  expect(out.match(/<article id="a\d">/g)).toHaveLength(2)
})

test('nothing to report writes nothing', async () => {
  const { code, out } = await run(['report', 'none.txt'])
  expect([code, out]).toEqual([1, ''])
})

test('a file that cannot be written is said plainly', async () => {
  const { code, err } = await run(['report', INTERVIEW, '-o', join(folder, 'no', 'such', 'folder.html')])
  expect(code).toBe(1)
  expect(err).toMatch(/^media-framing: .*folder\.html: .*ENOENT.*\n$/)
})

test('--markdown writes plain Markdown', async () => {
  const { code, out } = await run(['report', '--markdown', INTERVIEW])
  expect(code).toBe(0)
  expect(out).toMatch(/^# ‘Useful and boring’/)
  expect(out.match(/^\| \d+ \| /gm)).toHaveLength(60)
  expect(out.match(/^## Exchange /gm)).toHaveLength(12)
})
