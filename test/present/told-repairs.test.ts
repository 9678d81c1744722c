import { expect, test } from 'vitest'
import { analyze } from '../../src/index.js'
import { renderReport, renderTerminal } from '../../src/present/index.js'
import { tellRepairs } from '../../src/present/told-repairs.js'

test('line endings of an undamaged transcript alarm nobody', () => {
  const repairs = Array.from({ length: 3407 }, () => ({ kind: 'line-ending' as const }))
  expect(tellRepairs(repairs)).toEqual({ damage: 0, mended: '', madeAlike: '3,407 line endings made alike' })
})

test('damage is told by its kinds', () => {
  const repairs = (['glued-sentence', 'mojibake', 'odd-space', 'glued-sentence'] as const).map((kind) => ({ kind }))
  expect(tellRepairs(repairs)).toEqual({
    damage: 3,
    mended: '1 broken character, 2 glued sentences mended',
    madeAlike: '1 unusual space made alike',
  })
})

test('the reports count damage only', () => {
  const analysis = analyze('The ministers met on Monday.\r\n\r\nThey agreed to cut tariffs.\r\n')
  expect(analysis.article.repairs.length).toBeGreaterThan(0)
  expect(renderTerminal(analysis)).toContain('0 repairs')
  expect(renderTerminal(analysis)).toMatch(/Text: \d line endings made alike/)
  expect(renderReport([analysis])).toMatch(/\d line endings made alike/)
})
