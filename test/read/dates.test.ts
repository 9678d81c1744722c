import { describe, expect, test } from 'vitest'
import { readRecord } from '../../src/index.js'
import { DATE_EXAMPLES, isDateLine, readDate } from '../../src/read/dates.js'

test.each(DATE_EXAMPLES)('%s', (example) => {
  expect(readDate(example).date.slice(0, 10)).toBe('2024-03-01')
})

test.each([
  ['Mittwoch, 31. August 2011', '2011-08-31'],
  ['27. Februar 2012 Montag 9:50 PM GMT+1', '2012-02-27'],
  ['vendredi 1er mars 2024', '2024-03-01'],
  ['15 déc. 2023', '2023-12-15'],
  ['jueves, 14 de marzo de 2024', '2024-03-14'],
  ['woensdag 30 november 2011', '2011-11-30'],
  ['1 mrt. 2024', '2024-03-01'],
  ['12:00, 1 March 2024', '2024-03-01'],
  ['January 20, 2009 Tuesday 8:27 PM AEST', '2009-01-20'],
  ['Fri, 01 Mar 2024 12:00:00 +0000', '2024-03-01'],
  ['03/13/2024', '2024-03-13'],
  ['13/03/2024', '2024-03-13'],
  ['1709294400', '2024-03-01'],
])('%s is %s', (printed, date) => {
  expect(readDate(printed)).toEqual({ date, certain: true })
})

describe('what is not certain stays as it is printed', () => {
  test.each(['03/04/2024', '03-04-2024', '31.02.2024', '20241301', '14-Mar-24', 'March 2024', 'yesterday'])('%s', (printed) => {
    expect(readDate(printed)).toEqual({ date: printed, certain: false })
    const article = readRecord({ text: 'Talks went on.', date: printed })
    expect(article.date).toBe(printed)
    expect(article.issues.map(({ code }) => code)).toContain('ambiguous-date')
  })
})

test('a line of an archive that holds a date and no more', () => {
  expect(['March 14, 2024 Thursday', 'Mars 2024', '14 maart 2024'].map(isDateLine)).toEqual([true, true, true])
  expect(['In March 2024 they met.', 'The Pilot', '2024'].map(isDateLine)).toEqual([false, false, false])
})
