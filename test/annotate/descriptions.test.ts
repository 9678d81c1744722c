import { describe, expect, test } from 'vitest'
import { annotateText, findMentions } from '../../src/annotate/index.js'
import { splitSentences } from '../../src/segment/sentences.js'

/** What is mentioned by a pronoun or description, as `quote = name`. */
function references(text: string, targets?: readonly string[]): string[] {
  const unit = annotateText(text, { start: 0, end: text.length }, splitSentences(text))
  const [mentions = []] = findMentions([unit], targets ? { targets } : {})
  return mentions.filter(({ by }) => by === 'reference').map(({ quote, name }) => `${quote} = ${name}`)
}

describe('descriptions that a careful reader is sure of', () => {
  test.each([
    ['The World Bank lent the money. The bank asked for nothing.', 'The bank = World Bank'],
    ['Bolivia signed first. The country has kept its word.', 'The country = Bolivia'],
    ['Bolivia signed first. The small Andean nation has kept its word.', 'The small Andean nation = Bolivia'],
    ['NATO met in June. The alliance stands firm.', 'The alliance = NATO'],
    ['Huawei sued. The company wants damages.', 'The company = Huawei'],
    ['President Ortiz left early. The president was tired.', 'The president = Ortiz'],
  ])('%s', (text, expected) => {
    expect(references(text)).toContain(expected)
  })

  test('the last word of a name stands for it', () => {
    expect(references('The Paris accord was signed. The accord holds.', ['the Paris accord'])).toContain(
      'The accord = the Paris accord',
    )
  })

  test.each([
    'Bolivia met Peru. The country has kept its word.', // two countries
    'Huawei met Airbus. The company wants damages.', // two companies
    'The World Bank met. The bank account was empty.', // another thing
    'Bolivia met. The president of the club spoke.', // of something else
    'President Ortiz met Minister Ruiz. The ambassador was tired.', // neither holds that office
    'Bolivia signed. It rained. It snowed. Nobody came. The country slept.', // too long ago
  ])('left alone: %s', (text) => {
    expect(references(text).filter((each) => /^The /.test(each))).toEqual([])
  })

  test('a paragraph remembers the last sentences of the one before', () => {
    const text = 'The World Bank lent the money.\n\nThe bank asked for nothing.'
    const units = [
      { start: 0, end: 30 },
      { start: 32, end: text.length },
    ].map((span) => annotateText(text, span, [span]))
    expect(findMentions(units)[1]?.map(({ name }) => name)).toEqual(['World Bank'])
  })

  test('a word of a name stands for nothing by itself', () => {
    expect(references('We trust the bank.', ['the bank'])).toEqual([])
  })

  test('mentions stay disjoint where a description has a name inside', () => {
    const text = 'Huawei sued. The Chinese company wants damages.'
    const unit = annotateText(text, { start: 0, end: text.length }, splitSentences(text))
    const [mentions = []] = findMentions([unit])
    expect(mentions.map(({ quote }) => quote)).toEqual(['Huawei', 'Chinese', 'company'])
  })
})
