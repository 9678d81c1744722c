import { describe, expect, it } from 'vitest'
import { codebooks, compileCodebook } from '../../src/frame/index.js'
import { scoreText } from './make-unit.js'

const compiled = compileCodebook(codebooks['diplomacy-press'])

/** Frames that must be there, with the sign of their tone where a reader is sure, in paragraphs of our own. */
const TOLD: readonly (readonly [text: string, frames: Readonly<Record<string, '+' | '-' | ''>>])[] = [
  [
    'The two armies held a joint exercise against terrorist groups on the border, and their presidents spoke of lasting peace.',
    { security: '' },
  ],
  ['Militants attacked the garrison at dawn and killed nine soldiers.', { security: '-' }],
  [
    'Bilateral trade grew by a fifth last year, and both governments want to double exports of grain and machinery.',
    { trade: '+' },
  ],
  ['The new tariffs hurt our farmers, who lose their export markets, and retaliation will follow.', { trade: '-' }],
  ['Brussels imposed sanctions on the bank and froze its assets.', { sanctions: '-' }],
  ['We will not join any sanctions, which harm ordinary people.', { sanctions: '-' }],
  ['Foreign investors welcomed the project: the plant will create three thousand jobs and promote growth.', { investment: '+' }],
  ['Residents protested against the foreign investment in the mine, fearing debt and pollution.', { investment: '-' }],
]

/** Words of the four frames in another sense. */
const PASSING: readonly string[] = [
  'He forgot his social security card in the taxi and had to go back.',
  'The goalkeeper defended well, and the striker attacked again in the second half.',
  'She made an emotional investment in her garden.',
  'The book club sanctioned the use of tea and cake.',
  'The trade union elected a new treasurer on Tuesday.',
  'The museum opens at nine, and children pay half.',
]

describe('diplomacy-press', () => {
  it.each(TOLD)('%s', (text, frames) => {
    const present = scoreText(text, compiled).filter((score) => score.present)
    expect(present.map(({ frame }) => frame)).toEqual(expect.arrayContaining(Object.keys(frames)))
    for (const [frame, sign] of Object.entries(frames)) {
      if (sign !== '') expect(Math.sign(present.find((score) => score.frame === frame)?.tone ?? 0)).toBe(sign === '+' ? 1 : -1)
    }
  })

  it.each(PASSING)('gives no frame to: %s', (text) => {
    expect(
      scoreText(text, compiled)
        .filter(({ present }) => present)
        .map(({ frame }) => frame),
    ).toEqual([])
  })

  it('turns the tone of a word that is negated', () => {
    const toneOf = (text: string): number => scoreText(text, compiled).find(({ frame }) => frame === 'trade')?.tone ?? Number.NaN
    expect(toneOf('Exports and imports do not threaten our growth in trade.')).toBeGreaterThan(
      toneOf('Exports and imports threaten our growth in trade.'),
    )
  })
})
