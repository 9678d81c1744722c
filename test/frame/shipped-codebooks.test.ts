import { describe, expect, it } from 'vitest'
import { codebooks, compileCodebook, defineCodebook, reference } from '../../src/frame/index.js'
import { scoreText } from './make-unit.js'

const POLICY_FRAMES = 14 // named frames of Boydstun et al. (2014), "other" left out
const GENERIC_FRAMES = ['conflict', 'human-interest', 'economic-consequences', 'morality', 'responsibility']

describe.each(Object.values(codebooks).map((codebook) => [codebook.id, codebook] as const))('%s', (_, codebook) => {
  it('is a valid codebook', () => {
    expect(reference(defineCodebook(codebook))).toEqual(reference(codebook))
  })

  it('cannot be written to', () => {
    expect(Object.isFrozen(codebook)).toBe(true)
    expect(Object.isFrozen(codebook.frames[0]?.facets[0]?.cues[0])).toBe(true)
  })

  it('has a table for its own frames only', () => {
    const own = codebook.frames.map(({ id }) => id)
    expect(codebook.table?.frames ?? own).toEqual(own)
  })

  it('says nothing of an empty text', () => {
    expect(scoreText('', compileCodebook(codebook))).toEqual([])
  })
})

describe('policy-frames', () => {
  const codebook = compileCodebook(codebooks['policy-frames'])

  it('has the named frames', () => {
    expect(codebook.codebook.frames).toHaveLength(POLICY_FRAMES)
  })

  it('finds the frame an article is told in', () => {
    const text =
      'The suspect was arrested after the murder. Prosecutors charged him with homicide, and a jury found him guilty. He was sentenced to life in prison, and the police closed the case.'
    const [first] = scoreText(text, codebook)
    expect(first?.frame).toBe('crime-and-punishment')
    expect(first?.present).toBe(true)
  })
})

describe('generic-news', () => {
  const codebook = compileCodebook(codebooks['generic-news'])
  const found = (text: string): string[] =>
    scoreText(text, codebook)
      .filter(({ present }) => present)
      .map(({ frame }) => frame)

  it('has the five frames of Semetko and Valkenburg', () => {
    expect(codebook.codebook.frames.map(({ id }) => id)).toEqual(GENERIC_FRAMES)
  })

  it.each([
    ['conflict', 'The two ministers clashed over the budget and accused each other of lying.'],
    ['human-interest', 'The single mother wept when she spoke of her son.'],
    ['economic-consequences', 'The strike will cost the country two billion and lead to layoffs.'],
    ['morality', 'The bishop called the plan immoral and a sin.'],
    ['responsibility', 'The agency was held accountable, and the government must act.'],
  ])('finds %s', (frame, text) => {
    expect(found(text)).toContain(frame)
  })
})
