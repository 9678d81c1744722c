import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readOwnPairs } from '../../bench/replies/own-pairs.js'
import { compareExchange } from '../../src/index.js'

const designOf = (question: string) => compareExchange(question, 'Yes.').design

describe('the form of a question', () => {
  test.each([
    ['Will the port be sold?', 'polar'],
    ['When the truce ends, will your troops return?', 'polar'],
    ['Minister, with the harvest failing again, what do you intend to do?', 'wh'],
    ['To what extent do the rules apply to small banks?', 'wh'],
    ['Was it bad luck or bad planning?', 'alternative'],
    ['Which matters more to you, growth or stability?', 'alternative'],
    ['You will sign it, won’t you?', 'declarative'],
    ['So the plan is dead.', 'declarative'],
    ['Could you walk us through the night of the fire?', 'request'],
    ['Tell us about the second phase.', 'request'],
    ['Have you met him or any of his aides?', 'polar'],
    ['Tell me, is the deal dead?', 'polar'],
  ])('%s is %s', (question, form) => {
    expect(designOf(question).form).toBe(form)
  })

  test.each(['The minister opened the fair yesterday.', 'It rained all day.', 'Thank you very much.', 'Good morning, Minister.'])(
    '%s asks nothing',
    (question) => {
      const { design, reply, issues } = compareExchange(question, 'Yes.')
      expect([design.form, design.parts, reply.clarity, reply.evasion]).toEqual([null, [], null, null])
      expect(issues.map(({ code }) => code)).toEqual(['no-question'])
    },
  )
})

describe('the parts of a question', () => {
  test.each([
    ['Has the protocol been signed, and if so, when?', ['polar', 'wh']],
    ['Who wrote it, how long did it take and why was it rewritten?', ['wh', 'wh', 'wh']],
    ['Do you know who wrote the letter and when it was sent?', ['polar']],
    ['How and why did the bridge collapse?', ['wh']],
    ['Is it a recession? Or is it just a dip?', ['alternative']],
    ['May I ask about the dam? Who paid for it?', ['wh']],
    ['Describe the treatment and say what it will cost.', ['request', 'request']],
    ['What is your message to those who lost their homes and who now live in tents?', ['wh']],
  ])('%s', (question, forms) => {
    expect(designOf(question).parts.map(({ form }) => form)).toEqual(forms)
  })

  test('stand where their words are, in order, behind the preface', () => {
    const question = 'Critics say the dam will flood forty villages. Is that true? And who pays?'
    const { preface, parts, claims } = designOf(question)
    expect(preface && question.slice(preface.start, preface.end)).toBe('Critics say the dam will flood forty villages.')
    expect(parts.map(({ start, end }) => question.slice(start, end))).toEqual(['Is that true?', 'And who pays?'])
    expect(claims.map(({ kind, source }) => [kind, source])).toEqual([['attributed', 'Critics']])
  })

  test('any text: parts are disjoint, quotes are slices and measures lie in [0, 1]', () => {
    const words = fc.constantFrom(
      'why',
      'who',
      'and',
      'or',
      'you',
      'will',
      'the port',
      'tell us',
      'if so',
      'when',
      '?',
      '.',
      ',',
      '“',
      '’s',
      '\n\n',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (list) => {
        const question = list.join(' ')
        const { design } = compareExchange(question, 'Yes.')
        let position = 0
        for (const { start, end, quote } of design.parts) {
          expect(start).toBeGreaterThanOrEqual(position)
          expect(question.slice(start, end)).toBe(quote)
          position = end
        }
        for (const value of [design.initiative, design.directness, design.assertiveness, design.hostility]) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
        }
        for (const { start, end, quote } of [...design.evidence, ...design.claims]) expect(question.slice(start, end)).toBe(quote)
      }),
      { numRuns: 200 },
    )
  })

  test('of a hostile question are found in linear time', () => {
    for (const piece of ['and why ', 'why, and who is ', 'a, b or c ', 'some say '])
      expect(designOf(`${piece.repeat(20_000)}?`).parts.length).toBeGreaterThan(0)
  })
})

describe('the design of a question', () => {
  test('a negative interrogative is assertive, blame is hostile, and each shows its words', () => {
    const { assertiveness, hostility, evidence } = designOf('Isn’t it time to admit that you failed?')
    expect(assertiveness).toBe(1)
    expect(hostility).toBeGreaterThan(0)
    expect(evidence.map(({ quote }) => quote)).toEqual(['Isn’t', 'failed'])
  })

  test('words about asking make a question less direct', () => {
    expect(designOf('Could you say why?').directness).toBeLessThan(designOf('Why?').directness)
  })
})

describe('pairs of our own', () => {
  test.each(['development', 'unseen'] as const)('%s: form and number of parts', (name) => {
    const pairs = readOwnPairs(name)
    const designs = pairs.map(({ question }) => designOf(question))
    const right = (is: (i: number) => boolean): number => pairs.filter((_, i) => is(i)).length / pairs.length
    expect(right((i) => designs[i]?.form === pairs[i]?.form)).toBeGreaterThanOrEqual(0.9)
    expect(right((i) => designs[i]?.parts.length === pairs[i]?.parts)).toBeGreaterThanOrEqual(0.9)
  })
})
