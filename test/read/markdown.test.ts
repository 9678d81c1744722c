import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readArticle } from '../../src/read/index.js'
import { segmentArticle } from '../../src/segment/index.js'

const SOURCE = `# The harbour

**Mr. Peel, when will it open?**
In *May*, I hope. See [the plan](https://example.com/plan "Plan") and file\\_name\\[1\\].

> He said that 2 * 3 * 4 is 24.

- cranes
- a snake_case_name
`

test('the marks of Markdown are taken out, and what they say stands in blocks and bold runs', () => {
  const { text, format, title, blocks, bold, origin, repairs } = readArticle(SOURCE)
  expect(format).toBe('markdown')
  expect(title).toBe('The harbour')
  expect(repairs).toEqual([])
  expect(text).toBe(
    'The harbour\n\nMr. Peel, when will it open?\n\nIn May, I hope. See the plan and file_name[1].\n\nHe said that 2 * 3 * 4 is 24.\n\n- cranes\n- a snake_case_name',
  )
  expect(blocks?.map(({ kind, strong, start, end }) => [kind, strong === true, text.slice(start, end)])).toEqual([
    ['heading', false, 'The harbour'],
    ['paragraph', true, 'Mr. Peel, when will it open?'],
    ['paragraph', false, 'In May, I hope. See the plan and file_name[1].'],
    ['quote', false, 'He said that 2 * 3 * 4 is 24.'],
    ['list-item', false, '- cranes\n- a snake_case_name'],
  ])
  expect(bold?.map(({ start, end }) => text.slice(start, end))).toEqual(['Mr. Peel, when will it open?'])
  for (const { start, source, length } of origin?.copies ?? [])
    expect(text.slice(start, start + length)).toBe(SOURCE.slice(source, source + length))
})

test('no word of a Markdown text is lost, doubled or moved', () => {
  const piece = fc.constantFrom(
    '**',
    '*',
    '__',
    '_',
    '\\*',
    '\\',
    '# ',
    '> ',
    '- ',
    '1. ',
    '\n',
    '\n\n',
    '\r\n',
    ' ',
    '[one](x)',
    'two',
    'Why?',
    '`',
  )
  const words = (part: string): string => part.replaceAll('](x)', '').replace(/[^\p{L}\p{N}]/gu, '')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const raw = `# Title\n\n**Bold.**\n\n${pieces.join('')}`
      expect(words(readArticle(raw).text)).toBe(words(raw))
    }),
  )
})

test('labels in bold without a colon are labels', () => {
  const { turns } = segmentArticle(
    readArticle('**Q** Will you stay?\n\n**A** I will.\n\n**Q** How long?\n\n**A** As long as they let me.\n'),
  )
  expect(turns.map(({ role }) => role)).toEqual(['interviewer', 'respondent', 'interviewer', 'respondent'])
})
