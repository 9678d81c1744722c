import { describe, expect, it } from 'vitest'
import { codebooks, defineCodebook, lintCodebook } from '../../src/frame/index.js'
import { makeCodebook } from './make-unit.js'

const codesOf = (patterns: readonly string[], exclusions: readonly string[] = []): string[] =>
  lintCodebook(makeCodebook(patterns, exclusions)).findings.map(
    ({ code, rule }) => `${code} ${rule.split('/').slice(1).join('/')}`,
  )

describe('lintCodebook', () => {
  it('finds nothing in a clean codebook', () => {
    expect(codesOf(['dam', 'river bank', 'lift ~2 ban', 'ban:VERB', 'wat*', 'SWIFT', 'investment & worry'])).toEqual([])
  })

  it('finds a pattern that stands twice, in another spelling too', () => {
    expect(codesOf(['dam', 'dam'])).toEqual(['duplicate-cue dam'])
    expect(codesOf(['river/dam', 'lake/dam'])).toEqual([])
    expect(codesOf(['river/dam', 'lake', 'lake/dam'])).toEqual(['duplicate-cue lake/dam'])
  })

  it('finds cues that an exclusion takes whole', () => {
    expect(codesOf(['union', 'trade union'], ['trade union'])).toEqual(['dead-cue trade union'])
  })

  it('finds the pattern of another frame where no note says why', () => {
    const frame = (id: string, note?: string) => ({
      id,
      definition: id,
      facets: [{ id: 'all', cues: [{ pattern: 'port', reliability: 0.5, ...(note && { note }) }] }],
      exclusions: [],
    })
    const lint = (note?: string) =>
      lintCodebook(defineCodebook({ id: 'two', version: '1.0.0', frames: [frame('a'), frame('b', note)] })).findings
    expect(lint().map(({ code, rule }) => [code, rule])).toEqual([['overlapping-cue', 'b.all/port']])
    expect(lint('A work to build; in a, a place goods pass.')).toEqual([])
  })

  it('reports coverage and precision in a corpus', () => {
    const corpus = [
      ...Array.from({ length: 10 }, () => ({ text: 'The dam holds.', frames: ['topic'] })),
      ...Array.from({ length: 10 }, () => ({ text: 'The river runs.', frames: [] })),
      ...Array.from({ length: 30 }, () => ({ text: 'Nothing here.' })),
    ]
    const { cues, findings } = lintCodebook(makeCodebook(['dam', 'river', 'lake']), corpus)
    expect(cues.map(({ units, coverage, precision }) => ({ units, coverage, precision }))).toEqual([
      { units: 10, coverage: 0.2, precision: 1 },
      { units: 10, coverage: 0.2, precision: 0 },
      { units: 0, coverage: 0, precision: null },
    ])
    expect(findings.map(({ code, rule }) => `${code} ${rule}`)).toEqual([
      'frequent-cue topic.all/dam',
      'frequent-cue topic.all/river',
      'unreliable-cue topic.all/river',
    ])
  })

  it.each([
    [3, /^Expected the corpus to be a list of units, got 3/],
    ['text', /^Expected the corpus to be a list of units, got "text"/],
    [[{ text: 'The dam.' }, null], /^Expected unit 1 of the corpus to have a text/],
    [[{ text: 'The dam.', frames: 'topic' }], /^Expected unit 0 of the corpus to have a text, and frames in a list/],
    [
      [{ text: 'The dam.', frames: ['Topic'] }],
      /^Expected the corpus to be coded with frames of made, got "Topic"\. It knows topic\./,
    ],
  ])('refuses the corpus %j', (corpus, message) => {
    expect(() => lintCodebook(makeCodebook(['dam']), corpus as never)).toThrow(message)
  })

  it('takes a corpus that is coded with more frames than the codebook has', () => {
    const corpus = [
      { text: 'The dam.', frames: ['topic', 'other'] },
      { text: 'The dam.', frames: ['other'] },
    ]
    expect(lintCodebook(makeCodebook(['dam']), corpus).cues[0]?.precision).toBe(0.5)
  })

  it('finds nothing in the shipped codebooks', () => {
    for (const codebook of Object.values(codebooks)) expect(lintCodebook(codebook).findings).toEqual([])
  })
})
