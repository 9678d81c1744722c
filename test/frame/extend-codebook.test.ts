import { describe, expect, it } from 'vitest'
import { codebooks, compileCodebook, extendCodebook } from '../../src/frame/index.js'
import { makeCodebook, scoreText } from './make-unit.js'

const base = makeCodebook(['dam', 'river'], ['river bank'])

describe('extendCodebook', () => {
  it('adds, replaces and leaves out, and keeps the base as it is', () => {
    const before = JSON.stringify(base)
    const mine = extendCodebook(base, {
      id: 'mine',
      version: '2.0.0',
      frames: [
        {
          id: 'topic',
          facets: [
            { id: 'all', cues: [{ pattern: 'dam', reliability: 0.9 }] },
            { id: 'lakes', cues: [{ pattern: 'lake', reliability: 0.7 }] },
          ],
          exclusions: ['lake placid'],
          without: ['river'],
        },
        { id: 'fire', definition: 'Fires.', facets: [{ id: 'all', cues: [{ pattern: 'blaze', reliability: 0.8 }] }] },
      ],
    })
    expect(mine.frames).toMatchObject([
      {
        id: 'topic',
        definition: 'A topic for a test.',
        facets: [
          { id: 'all', cues: [{ pattern: 'dam', reliability: 0.9 }] },
          { id: 'lakes', cues: [{ pattern: 'lake', reliability: 0.7 }] },
        ],
        exclusions: ['river bank', 'lake placid'],
      },
      { id: 'fire', facets: [{ id: 'all', cues: [{ pattern: 'blaze' }] }] },
    ])
    expect(JSON.stringify(base)).toBe(before)
  })

  it('lets a new cue count in a codebook with a word table', () => {
    const mine = extendCodebook(codebooks['diplomacy-press'], {
      id: 'mine',
      version: '1.0.0',
      frames: [{ id: 'trade', facets: [{ id: 'tea', cues: [{ pattern: 'tea auction', reliability: 0.7 }] }] }],
    })
    const text = 'The tea auction was held on Monday.'
    const salience = (scores: ReturnType<typeof scoreText>): number =>
      scores.find(({ frame }) => frame === 'trade')?.salience ?? 0
    const with_ = scoreText(text, compileCodebook(mine))
    expect(with_.find(({ frame }) => frame === 'trade')?.evidence.map(({ quote }) => quote)).toContain('tea auction')
    expect(salience(with_)).toBeGreaterThan(salience(scoreText(text, compileCodebook(codebooks['diplomacy-press']))))
  })

  it('refuses a new frame without a definition, and a pattern that is not there', () => {
    expect(() => extendCodebook(base, { id: 'mine', version: '1.0.0', frames: [{ id: 'new' }] })).toThrow(
      /^Expected the new frame "new" to have a definition/,
    )
    expect(() => extendCodebook(base, { id: 'mine', version: '1.0.0', frames: [{ id: 'topic', without: ['lake'] }] })).toThrow(
      /^Expected without to name patterns of the frame "topic", got "lake"/,
    )
  })

  it('refuses a key that nothing reads', () => {
    const extend = (overlay: object) => () => extendCodebook(base, { id: 'mine', version: '1.0.0', frames: [], ...overlay })
    expect(extend({ frame: [] })).toThrow(
      'Expected the overlay to have no keys but id, version, threshold, frames, got "frame". Write frames.',
    )
    expect(extend({ frames: [{ id: 'topic', witout: ['lake'] }] })).toThrow(
      /^Expected frames\[0\] of the overlay .* Write without\.$/,
    )
  })

  it.each([
    [null, /^Expected the overlay to be an object, got null/],
    [{ id: 'a', version: '1' }, /^Expected frames of the overlay to be an array, got undefined/],
    [{ id: 'a', version: '1', frames: [null] }, /^Expected frames\[0\] of the overlay to be an object, got null/],
    [
      { id: 'a', version: '1', frames: [{ id: 'topic', facets: 3 }] },
      /^Expected facets of frames\[0\] of the overlay to be an array/,
    ],
    [
      { id: 'a', version: '1', frames: [{ id: 'topic', facets: [{ id: 'b' }] }] },
      /^Expected facets\[0\] of frames\[0\] of the overlay/,
    ],
    [{ id: 'a', version: '1', frames: [{ id: 'topic' }, { id: 'topic' }] }, /^Expected the frames of the overlay to be distinct/],
  ])('refuses %j', (overlay, message) => {
    expect(() => extendCodebook(base, overlay as never)).toThrow(message)
  })
})
