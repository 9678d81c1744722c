import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { analyze, toRows } from '../../src/index.js'
import { type ContextLine, findInContext } from '../../src/research/index.js'

const interview = analyze(readFileSync(join(import.meta.dirname, '..', '..', 'examples', 'interview.txt'), 'utf8'))

test('every keyword is its slice of the text, with the words around it, its speaker and its turn', () => {
  const lines = findInContext([interview], 'border', { window: 6 })
  expect(lines.length).toBeGreaterThan(3)
  for (const { start, end, keyword, left, right, paragraph_id, speaker, turn_id } of lines) {
    expect(interview.article.text.slice(start, end)).toBe(keyword)
    expect(keyword).toMatch(/^borders?$/i)
    const paragraph = interview.paragraphs[paragraph_id as number]
    expect(paragraph?.speaker).toBe(speaker)
    expect(paragraph?.turn).toBe(turn_id)
    const text = interview.article.text.slice(paragraph?.start, paragraph?.end)
    expect(text).toContain(left)
    expect(text).toContain(right)
  }
})

test('rows of the table paragraphs give the same lines as the analysis', () => {
  const rows = toRows(interview, { table: 'paragraphs' })
  expect(findInContext(rows, ['border', 'port/harbor'])).toEqual(findInContext(interview as never, ['border', 'port/harbor']))
})

test('the longest of the matches that begin at one word is kept, with its pattern', () => {
  const lines = findInContext([analyze('The ministers cut the tariffs, then cut the ribbon.')], ['cut', 'cut ~2 tariff'])
  expect(lines.map(({ keyword, pattern }) => [keyword, pattern])).toEqual([
    ['cut the tariffs', 'cut ~2 tariff'],
    ['cut', 'cut'],
  ])
})

test('lines are sorted by the words before, behind, the keyword or the speaker', () => {
  const keys: Record<string, (line: ContextLine) => string> = {
    right: ({ right }) => right.toLowerCase(),
    left: ({ left }) => left.toLowerCase().split(/\s+/).reverse().join(' '),
    keyword: ({ keyword }) => keyword.toLowerCase(),
    speaker: ({ speaker }) => speaker ?? '',
  }
  const all = findInContext([interview], 'border')
  for (const [sort, key] of Object.entries(keys)) {
    const sorted = findInContext([interview], 'border', { sort: sort as 'left' })
    expect(sorted.map(key)).toEqual(all.map(key).sort())
  }
})

test('no words around where none are asked for', () => {
  const [line] = findInContext([analyze('The port opened.')], 'port', { window: 0 })
  expect([line?.left, line?.keyword, line?.right]).toEqual(['', 'port', ''])
})

test('what is no pattern, no option and no text is an error', () => {
  expect(() => findInContext([interview], '~3')).toThrow(expect.objectContaining({ code: 'invalid-codebook' }))
  expect(() => findInContext([interview], [])).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
  expect(() => findInContext([interview], 'port', { window: -1 })).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
  expect(() => findInContext([interview], 'port', { sort: 'length' as never })).toThrow(
    expect.objectContaining({ code: 'invalid-argument' }),
  )
  expect(() => findInContext([{ unit: 'a/0' }], 'port')).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
})
