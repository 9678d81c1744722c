import { describe, expect, it } from 'vitest'
import { compileCodebook, exportDictionary, importDictionary } from '../../src/frame/index.js'
import { makeCodebook, scoreText } from './make-unit.js'

const OPTIONS = { id: 'imported', version: '1.0.0' }
const LIWC = '%\n1\tposemo\n2\tnegemo\n%\nhapp*\t1\nsad\t2\nbittersweet\t1\t2\n'

describe('importDictionary', () => {
  it('reads the levels of a quanteda dictionary as frames and facets', () => {
    const { codebook, losses } = importDictionary(
      { economy: { trade: ['tariff*', 'free trade'], work: { pay: ['wage'] } }, war: ['army', 'anti-tank', '*shell', ':)'] },
      OPTIONS,
    )
    expect(codebook.frames.map(({ id, facets }) => [id, facets.map((facet) => facet.id)])).toEqual([
      ['economy', ['trade', 'work.pay']],
      ['war', ['all']],
    ])
    expect(losses).toEqual([
      { key: 'war.all', word: '*shell' },
      { key: 'war.all', word: ':)' },
    ])
    const scores = scoreText(
      'Free trade, no tariffs: Wages rose, a wage; armies, the Army and anti-tank guns.',
      compileCodebook(codebook),
    )
    expect(new Map(scores.map(({ frame, evidence }) => [frame, evidence.map(({ quote }) => quote)]))).toEqual(
      new Map([
        ['economy', ['Free trade', 'tariffs', 'wage']],
        ['war', ['Army', 'anti-tank']],
      ]),
    )
  })

  it('reads a LIWC file', () => {
    const { codebook } = importDictionary(LIWC, OPTIONS)
    const scores = scoreText('A happy, bittersweet end; sadness.', compileCodebook(codebook))
    expect(Object.fromEntries(scores.map(({ frame, evidence }) => [frame, evidence.map(({ quote }) => quote)]))).toEqual({
      posemo: ['happy', 'bittersweet'],
      negemo: ['bittersweet'],
    })
  })

  it('keeps keys that are names of every object', () => {
    const source = JSON.parse('{"__proto__": ["constructor"], "constructor": {"toString": ["valueOf"]}}')
    const { codebook } = importDictionary(source, OPTIONS)
    expect(codebook.frames.map(({ id }) => id)).toEqual(['__proto__', 'constructor'])
  })

  it.each([
    ['no dictionary', /^Expected a LIWC dictionary with two lines of %/],
    ['%\n1\ta\n%\nword\t7\n', /^Expected the category of "word" to be declared, got "7"/],
    [{ key: 'word' }, /^Expected key to be an object of word lists, got "word"/],
    [{ key: [{ inner: [] }] }, /^Expected key to list words, got an object/],
  ])('refuses %j', (source, message) => {
    expect(() => importDictionary(source as never, OPTIONS)).toThrow(message)
  })
})

it('refuses what is no codebook and no options', () => {
  expect(() => importDictionary({ a: ['b'] }, null as never)).toThrow(/^Expected options to be an object, got null/)
  expect(() => exportDictionary(null as never)).toThrow(/^Expected the codebook to be an object, got null/)
})

describe('exportDictionary', () => {
  it('gives back what was imported', () => {
    const quanteda = { economy: { trade: ['tariff*', 'free trade'] }, war: { all: ['army'] } }
    const exported = exportDictionary(importDictionary(quanteda, OPTIONS).codebook)
    expect(exported).toEqual({ quanteda, liwc: '%\n1\teconomy\n2\twar\n%\ntariff*\t1\nfree trade\t1\narmy\t2\n', losses: [] })
    expect(exportDictionary(importDictionary(exported.liwc, OPTIONS).codebook).liwc).toBe(exported.liwc)
  })

  it('writes every form of a word, and tells what a dictionary cannot say', () => {
    const { quanteda, losses } = exportDictionary(makeCodebook(['sell', 'lift ~2 ban', 'ban:VERB']))
    expect(quanteda).toEqual({ topic: { all: ['sell', 'sold', 'sells', 'selled', 'selling'] } })
    expect(losses.map(({ word }) => word)).toEqual(['lift ~2 ban', 'ban:VERB'])
  })
})
