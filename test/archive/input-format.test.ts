import { expect, test } from 'vitest'
import { formatOfBytes } from '../../src/archive/input-format.js'

const line = `${JSON.stringify({ id: 'a', text: 'Tariffs rose. '.repeat(2000) })}\n`

test.each([
  ['JSON lines', '{"id":"a","text":"Tariffs rose."}\n{"id":"b"}\n', 'jsonl'],
  ['a first line longer than what was read of it', line.slice(0, 16_384), 'jsonl'],
  ['a document over several lines', '{\n  "articles": [\n', 'json'],
  ['a list', '[{"id":"a","text":"Tariffs rose."}]', 'json'],
  ['a table', 'id,text\n1,Tariffs rose.\n', 'csv'],
  ['a text', 'Tariffs rose, he said.\n', 'text'],
])('%s in a pipe', (_, head, format) => {
  expect(formatOfBytes(Buffer.from(head), (name) => name === 'text')).toBe(format)
})
