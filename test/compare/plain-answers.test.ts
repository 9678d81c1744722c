import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareExchange } from 'media-framing'
import { expect, test } from 'vitest'

const rows = readFileSync(join(import.meta.dirname, 'plain-answers.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string, string, string])

test.each(rows)('%s, %s: %s — %s', (clarity, evasion, question, answer) => {
  const { reply } = compareExchange(question, answer)
  expect(reply.clarity).toBe(clarity)
  if (evasion !== '*') expect(reply.evasion).toBe(evasion)
})

test('the words that answer outright are named', () => {
  const { reply } = compareExchange('Will the toll rise?', 'The toll will rise in May. I do not know who told you otherwise.')
  expect(reply.evidence.map(({ rule, quote }) => [rule, quote])).toContainEqual(['direct/statement', 'toll will rise'])
})
