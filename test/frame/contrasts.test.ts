import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codebooks, defineCodebook, extendCodebook, scoreFrames } from 'media-framing'
import { expect, test } from 'vitest'

const LETTERS = new Map([
  ['s', 'security'],
  ['t', 'trade'],
  ['x', 'sanctions'],
  ['i', 'investment'],
])
const rows = readFileSync(join(import.meta.dirname, 'senses.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string])

test.each(rows)('%s: %s', (letters, text) => {
  const found = scoreFrames(text)
    .filter(({ present }) => present)
    .map(({ frame }) => frame)
  expect(found).toEqual([...letters].flatMap((letter) => LETTERS.get(letter) ?? []))
})

test.each((codebooks['diplomacy-press'].contrasts ?? []).filter(({ senses }) => senses.length > 0).map(({ id }) => [id]))(
  '%s is needed: without it some row reads otherwise',
  (id) => {
    const base = codebooks['diplomacy-press']
    const without = defineCodebook({ ...base, contrasts: (base.contrasts ?? []).filter((topic) => topic.id !== id) })
    const salience = (text: string, codebook: typeof base) =>
      JSON.stringify(scoreFrames(text, { codebook }).map(({ frame, present }) => [frame, present]))
    expect(rows.some(([, text]) => salience(text, base) !== salience(text, without))).toBe(true)
  },
)

const water = {
  id: 'water',
  version: '1.0.0',
  frames: [
    {
      id: 'water',
      definition: 'Rivers.',
      facets: [
        {
          id: 'all',
          cues: [
            { pattern: 'pool', reliability: 0.8 },
            { pattern: 'river', reliability: 0.8 },
          ],
        },
      ],
      exclusions: [],
    },
  ],
  contrasts: [
    { id: 'billiards', definition: 'The game.', source: 'this test', cues: ['billiards', 'cue ball'], senses: ['pool'] },
  ],
  anchors: ['dam'],
}

test('a topic that rules the unit takes the words of its senses', () => {
  const codebook = defineCodebook(water)
  expect(scoreFrames('The pool is clean.', { codebook })).toHaveLength(1)
  expect(scoreFrames('They play pool and billiards.', { codebook })).toEqual([])
})

test('a frame with as many cues of its own keeps its words, and an anchor counts as one', () => {
  const codebook = defineCodebook(water)
  expect(scoreFrames('The pool by the river has a billiards table.', { codebook })[0]?.evidence).toHaveLength(2)
  expect(scoreFrames('The pool by the dam has a billiards table.', { codebook })[0]?.evidence).toHaveLength(1)
  expect(
    scoreFrames('The cue ball rolled into the pool by the river near the billiards hall.', { codebook })[0]?.evidence,
  ).toHaveLength(1)
})

test('no contrast topic is shown, and an overlay keeps those of its base', () => {
  const mine = extendCodebook(codebooks['diplomacy-press'], { id: 'mine', version: '1.0.0', frames: [] })
  expect(mine.contrasts?.map(({ id }) => id)).toEqual(codebooks['diplomacy-press'].contrasts?.map(({ id }) => id))
  const shown = scoreFrames('The striker scored twice, the referee sent two players off and the league title is decided.').map(
    ({ frame }) => frame,
  )
  expect(shown.every((frame) => [...LETTERS.values()].includes(frame))).toBe(true)
})

test.each([
  ['more than 31 topics', Array.from({ length: 32 }, (_, i) => ({ ...water.contrasts[0], id: `t${i}` }))],
  ['two of one id', [water.contrasts[0], water.contrasts[0]]],
  ['a key that nothing reads', [{ ...water.contrasts[0], words: [] }]],
])('%s are an invalid codebook', (_, contrasts) => {
  expect(() => defineCodebook({ ...water, contrasts: contrasts as never })).toThrow(
    expect.objectContaining({ code: 'invalid-codebook' }),
  )
})

test('frames that no coded text could teach are named as such', () => {
  const named = codebooks['policy-frames'].frames.filter(({ learnable }) => learnable === false).map(({ id }) => id)
  expect(named).toEqual(['economic', 'capacity-and-resources', 'policy-prescription-and-evaluation', 'public-opinion'])
})
