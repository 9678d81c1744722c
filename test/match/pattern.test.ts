import { describe, expect, it } from 'vitest'
import { findQuotes, makeCodebook } from '../frame/make-unit.js'

/** Pattern, text with the words to find in braces. */
const FINDS: readonly (readonly [pattern: string, text: string])[] = [
  ['tariff', 'Both sides cut {tariffs}.'],
  ['impose', 'They {imposed} a levy and are {imposing} another.'],
  ['buy', 'The fund {bought} the mine.'],
  ['trade war', 'Nobody wins a {trade war}.'],
  ['trade war', 'Nobody wins a {trade-war}.'],
  ['free trade', 'They praised {free "trade}" again.'],
  ['free/fair trade', 'She wants {free trade} and {fair trade}.'],
  ['lift ~2 ban', 'The union will {lift its old ban} soon.'],
  ['lift ~2 ban', 'The union will lift its own very old ban soon.'],
  ['lift ~2 ban', 'The lift stopped. Ban it.'],
  ['joint? exercise', 'The {joint exercise} and another {exercise} ended.'],
  ['sanction*', 'The {sanctioning} body met.'],
  ['=trading', 'They kept {trading}, but the trade shrank.'],
  ['gain ~2 =gain', 'Some {gain a gain}. Others gain from gains.'],
  ['=army', 'The {army} met other armies.'],
  ['counter terrorism', 'A {counter-terrorism} unit met a {counter terrorism} unit.'],
  ['SWIFT', 'Cut off from {SWIFT}, banks gave a swift reply.'],
  ["investor's right", "The {investor's rights} were kept."],
  ["investor's right", 'The {investor’s rights} were kept.'],
  ['sanction:VERB', 'They {sanctioned} the bank, and the sanctions hurt.'],
  ['investment & worry', 'The {investment came amid worry}.'],
  ['investment & worry', 'There was {worry about the investment}.'],
  ['investment & worry', 'The investment came. The worry grew.'],
  ['constructor', 'The {constructor} of the dam left.'],
  ['proto', 'A {proto} state.'],
  ['quota , but', 'They kept the {quota, but} cut it.'],
  ['quota ,/;? but', 'A {quota; but} no ban, a {quota but} small.'],
  ['who pays ?', '{Who pays?} We know who pays.'],
  ['quota ( =revised )', 'The {quota (revised)} holds.'],
  ['cut !tariff/duty', 'They {cut} costs, cut tariffs and cut duties.'],
  ['cut !tariff', 'They made a {cut}. Tariffs rose.'],
  ['cut the !<ADJ> ~2 ban', 'They {cut the trade ban}; they cut the old ban.'],
  ['ready !,', 'Are we {ready} now? We are ready, he says.'],
  ['ready !?', 'We are {ready}. Are you ready?'],
  ['wait !and & tariff', 'We {wait for tariffs}. We wait and see about tariffs.'],
]

describe('patterns', () => {
  it.each(FINDS)('%s in: %s', (pattern, marked) => {
    const text = marked.replace(/[{}]/g, '')
    const expected = Array.from(marked.matchAll(/\{([^}]*)\}/g), ([, words]) => words)
    expect(findQuotes(text, [pattern])).toEqual(expected)
  })

  it.each([
    '~2 ban',
    'lift ~2',
    'lift ~0 ban',
    'lift?',
    'a*',
    'a / b',
    'x & y & z',
    '<THING>',
    'ban:THING',
    '!',
    '!ban',
    'ban? !x',
    'ban ~2 !x',
    'ban ~2 x? !y',
    'ban !x?',
    'ban,',
  ])('refuses %s', (pattern) => {
    expect(() => makeCodebook([pattern])).toThrow(/^Expected frames\[0\]\.facets\[0\]\.cues\[0\]\.pattern to be a pattern, got /)
  })

  it('refuses a pattern that stands for too many sequences of words', () => {
    const words = Array.from({ length: 6 }, () => 'a/b/c/d')
    expect(() => makeCodebook([words.join(' ')])).toThrow(/It stands for 4096 sequences of words, more than 1000\. Split it\.$/)
    expect(() => makeCodebook([words.slice(2).join(' ')])).not.toThrow()
  })

  it('drops what lies inside an exclusion and keeps what reaches beyond it', () => {
    expect(findQuotes('Trade unions praised trade.', ['trade'], ['trade union'])).toEqual(['trade'])
    expect(findQuotes('The trade union deal passed.', ['trade union deal', 'trade'], ['trade union'])).toEqual([
      'trade union deal',
    ])
    expect(findQuotes('The trade union passed.', ['trade', 'union'], ['trade union'])).toEqual([])
  })

  it('finds no word of the language in the prototype of an object', () => {
    const words = ['constructor', 'hasOwnProperty', 'toString', 'valueOf', '__proto__', 'prototype']
    expect(findQuotes(words.join(' '), ['tariff'])).toEqual([])
    expect(findQuotes('A constructor has a prototype.', ['constructor', 'prototype'])).toEqual(['constructor', 'prototype'])
  })
})
