import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compareExchange, scoreStance } from '../../src/index.js'
import { PLAIN_SIDES } from '../../src/stance/plain-side.js'

/** `kind`, what is wanted and a sentence; wanted are all rows that take a side, `holder label target`, with `;`, or `none`. */
const ROWS = readFileSync(new URL('plain-readings.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .map((line) => line.split('\t') as [kind: string, wanted: string, sentence: string])

function sides(sentence: string): string[] {
  return scoreStance(sentence)
    .filter(({ label }) => label !== 'neutral')
    .map(({ holder, label, target }) => `${holder} ${label} ${target}`)
    .sort()
}

describe('plain words, questions and capitals', () => {
  test.each(ROWS)('%s: %s: %s', (_, wanted, sentence) => {
    expect(sides(sentence)).toEqual(wanted === 'none' ? [] : wanted.split('; ').sort())
  })

  test.each(PLAIN_SIDES)('the preposition $preposition: $example', ({ polarity, example, not }) => {
    const labels = (text: string): string[] => scoreStance(text).map(({ label }) => label)
    expect(labels(example)).toEqual([polarity > 0 ? 'favor' : 'against'])
    expect(labels(not)).not.toContain(polarity > 0 ? 'favor' : 'against')
  })

  test('what is only asked is held by nobody in an exchange', () => {
    const [change] = compareExchange('Then, when will the tariffs be abolished?', 'We back the tariffs.').stances
    expect(change).toMatchObject({ target: 'tariffs', asked: null, shift: 'hardened' })
  })
})
