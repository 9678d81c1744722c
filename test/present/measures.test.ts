import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { analyze, type MeasureDescription, measures, toRows } from '../../src/index.js'
import type { ScoreRow } from '../../src/present/index.js'
import { MADE_ANALYSIS } from './made-analysis.js'

const interview = readFileSync(join(import.meta.dirname, '..', '..', 'examples', 'interview.txt'), 'utf8')
const rows: readonly ScoreRow[] = [...toRows(analyze(interview)), ...toRows(MADE_ANALYSIS)]
const described = new Map<string, MeasureDescription>(measures.map((each) => [each.measure, each]))

test('every measure is described once', () => {
  expect(described.size).toBe(measures.length)
  expect([...new Set(rows.map(({ measure }) => measure))].filter((measure) => !described.has(measure))).toEqual([])
})

/** Whether a row, or an example of one, is as its measure is described. */
function contradictions(row: Partial<ScoreRow>, { range, labels, category, target }: MeasureDescription): string[] {
  const [, open, low, high] = /^([([])(-?\d+), (-?\d+)[)\]]$/.exec(range ?? '') ?? []
  const { value = null, label = null } = row
  const isIn = value !== null && value <= Number(high) && (open === '(' ? value > Number(low) : value >= Number(low))
  return [
    ...(value !== null && !isIn ? [`value ${value} outside ${range}`] : []),
    ...(label !== null && !labels?.includes(label) ? [`label ${label}`] : []),
    ...((row.category ?? null) !== null && category === null ? [`category ${row.category}`] : []),
    ...((row.target ?? null) !== null && target === null ? [`target ${row.target}`] : []),
  ]
}

test('rows hold what the descriptions say', () => {
  const wrong = rows.flatMap((row) =>
    contradictions(row, described.get(row.measure) as MeasureDescription).map((each) => `${row.measure}: ${each}`),
  )
  expect([...new Set(wrong)]).toEqual([])
})

test.each(measures.map((each) => [each.measure, each as MeasureDescription] as const))('the example of %s is one', (_, each) => {
  expect(contradictions(each.example, each)).toEqual([])
  expect(each.range === null).toBe(each.example.value === undefined)
  if (each.labels) expect(each.example.label).toBeDefined()
})
