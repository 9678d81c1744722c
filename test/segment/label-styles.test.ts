import { expect, test } from 'vitest'
import { isSpeakerName } from '../../src/segment/label-name.js'
import { SURE_STYLES, WEAK_STYLES } from '../../src/segment/label-styles.js'

test.each(WEAK_STYLES.map(({ style, example: [line] }) => [style, line] as const))('%s: %s', (style, line) => {
  const row = WEAK_STYLES.find((each) => each.style === style && each.example[0] === line)
  if (!row) throw new Error('Expected the row of the example, got none.')
  const name = row.pattern.exec(line)?.[1]?.trim()
  expect([row.needs.test(line), name]).toEqual([true, row.example[1]])
  expect((name as string).split(/\s+/).length).toBeLessThanOrEqual(row.mostWords)
  if (style !== 'initials' && style !== 'lower') expect(isSpeakerName(name as string)).toBe(true)
})

test('a line without the mark of a style is not of it', () => {
  for (const { style, needs, pattern } of WEAK_STYLES)
    for (const line of ['the yard is shut and nobody knows why', '42', ''])
      expect([style, needs.test(line) && pattern.test(line)]).toEqual([style, false])
})

test.each(SURE_STYLES.map(({ example }) => example))('%s', (line) => {
  const rows = SURE_STYLES.filter(({ needs, pattern }) => needs.test(line) && pattern.test(line))
  expect(rows.map(({ example }) => example)).toEqual([line])
})
