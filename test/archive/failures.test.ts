import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeFailure } from '../../src/archive/archive-item.js'
import { readJsonLines } from '../../src/archive/read-json-lines.js'

test('a line of binary says so, as the stream does, and the lines around it are read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'media-framing-'))
  const file = join(folder, 'a.jsonl')
  writeFileSync(file, Buffer.from('{"text":"One."}\n\0\0\n{"text":"Two."}\n'))
  const seen: string[] = []
  for await (const record of readJsonLines(file)) seen.push(record.ok ? 'read' : record.error.code)
  rmSync(folder, { recursive: true })
  expect(seen).toEqual(['read', 'binary-input', 'read'])
})

test('an article that fills a thread is said plainly, a defect keeps its stack', () => {
  const full = Object.assign(new Error('Worker terminated'), { code: 'ERR_WORKER_OUT_OF_MEMORY' })
  expect(describeFailure(full)).toMatchObject({ code: 'out-of-memory', message: expect.stringMatching(/^Expected .*\. Split/) })
  expect(describeFailure(new Error('odd')).message).toContain('failures.test')
  expect(describeFailure(null).code).toBe('unexpected')
})
