import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compareWithGold } from '../../bench/gold.js'

/** Layouts with marks in the text where a person expects turns and questions; `bench/gold.ts` says what the marks mean. */
const FOLDER = join(import.meta.dirname, '..', 'articles', 'gold')

test.each(readdirSync(FOLDER))('%s is read as marked', (name) => {
  const differences: string[] = []
  const { exact, borders, gold } = compareWithGold(readFileSync(join(FOLDER, name), 'utf8'), (difference) => {
    if (!difference.startsWith('speaker ')) differences.push(difference)
  })
  expect(differences).toEqual([])
  expect([exact, borders]).toEqual([true, gold])
})
