import { describe, expect, test } from 'vitest'
import { analyze, compareExchange, scoreStance } from '../../src/index.js'
import { OPENINGS } from '../../src/stance/lexicon/openings.js'
import type { StanceScore } from '../../src/types.js'

const labels = (text: string, target: string): string[] =>
  scoreStance(text)
    .filter((row) => row.target === target && row.label !== 'neutral')
    .map(({ label }) => label)
const weightOf = ([row]: readonly StanceScore[], rule: string): number =>
  row?.evidence.find((each) => each.rule === rule)?.weight ?? Number.NaN

describe('whom a judgment is about', () => {
  test.each([
    ['not whom something is bad or good for', 'The bloc is a threat to Peru.', 'Peru', []],
    ['not whom something is good for', 'This treaty is a boon for Peru.', 'Peru', []],
    ['nor where nothing is said to be it', 'What a disgrace for Peru.', 'Peru', []],
    ['but what is bad for somebody', 'Moscow is a threat to Peru.', 'Russia', ['against']],
    ['what something happens in is not judged', 'The crisis in Lebanon deepened.', 'Lebanon', []],
    ['nor what something else is a problem in', 'Inflation is a problem in Japan.', 'Japan', []],
    ['whoever does it is', 'Japan poses a threat to all of us.', 'Japan', ['against']],
    ['whoever is called it is', 'They called the tariffs a threat to jobs.', 'tariffs', ['against']],
    ['whose it is is', 'The failure of Japan is plain.', 'Japan', ['against']],
    ['an end of something is turned', 'We welcome the lifting of the tariffs.', 'tariffs', ['against']],
    ['and where a pronoun stands for it', 'Relief from the tariffs is near, and we welcome it.', 'tariffs', ['against']],
    ['what is done against somebody is turned', 'We welcome the ban on Peru.', 'Peru', ['against']],
    ['a judgment of it says nothing of them', 'The brutal raid on Peru went on.', 'Peru', []],
    ['the topic is judged, not whose it is', 'We oppose American tariffs.', 'United States', []],
    ['advice is a side', 'Peru should be punished.', 'Peru', ['against']],
    ['and its denial the other', 'Peru should not be punished.', 'Peru', ['favor']],
    ['what is to be stopped is a fact', 'Peru must stop its aggression.', 'Peru', ['against']],
    ['work praises a thing', 'The tariffs worked.', 'tariffs', ['favor']],
    ['and nobody who works', 'Peru worked on the text all night.', 'Peru', []],
  ])('%s: %s', (_, text, target, wanted) => {
    expect(labels(text, target)).toEqual(wanted)
  })
})

test.each(OPENINGS)('$id: who would be missed is favored: $example', ({ example, not }) => {
  const rules = (text: string): string[] => scoreStance(text).flatMap(({ evidence }) => evidence.map(({ rule }) => rule))
  expect(labels(example, 'Chile')).toEqual(['favor'])
  expect(rules(example)).toContain('indispensable')
  expect(rules(not)).not.toContain('indispensable')
})

test.each([
  'Governor, will you abolish the tariffs?',
  'Madam Speaker, do you back the tariffs?',
  'Then, when would you lift the tariffs?',
])('whoever is asked holds nothing yet: %s', (text) => {
  expect(scoreStance(text).map(({ holder, label, target }) => [holder, label, target])).toEqual([
    ['author', 'neutral', 'tariffs'],
  ])
})

test('a booster adds a quarter and makes it certain', () => {
  const [plain, boosted] = ['We thank Chile.', 'We strongly thank Chile.'].map((text) => scoreStance(text))
  const learned = (text: string): number => weightOf(scoreStance(text), 'side/thank')
  expect(plain?.[0]?.certainty).toBe(0.9)
  expect(boosted?.[0]?.certainty).toBe(1)
  // 7 logits a polarity of 1: 4.2 for `thank`, 5.25 with a booster; the rest of a row's weight is learned.
  expect(learned('We strongly thank Chile.') - learned('We thank Chile.')).toBeGreaterThan(0.5)
})

test('both sides make a row mixed where the weaker one is half of the stronger', () => {
  expect(labels('Chile is generous and greedy.', 'Chile')).toEqual(['mixed'])
  expect(labels('Chile is heroic, generous and rather slow.', 'Chile')).toEqual(['favor'])
})

test('the sentence that replies counts four times one that explains', () => {
  const answer = 'We admire Chile. Later Chile was slow, and Chile was clumsy, and Chile was late, and Chile was awkward.'
  expect(scoreStance(answer).map(({ label }) => label)).toEqual(['against'])
  const [change] = compareExchange('What do you make of Chile?', answer, { targets: ['Chile'] }).stances
  expect(change?.answered?.label).toBe('favor')
})

test('the reply proper is the sentence behind a bare yes or no', () => {
  const answer = 'No. We admire Chile. Later Chile was slow, and Chile was clumsy, and Chile was late, and Chile was awkward.'
  const [change] = compareExchange('What do you make of Chile?', answer, { targets: ['Chile'] }).stances
  expect(change?.answered?.label).toBe('favor')
})

test('a yes to a plain question takes the side that it puts, a no the other', () => {
  const shiftOf = (answer: string): unknown => compareExchange('Is Chile a reliable partner?', answer).stances[0]
  expect(shiftOf('Yes.')).toMatchObject({ target: 'Chile', asked: null, answered: { label: 'favor' }, shift: 'hardened' })
  expect(shiftOf('No, it is not.')).toMatchObject({ answered: { label: 'against' } })
  expect(compareExchange('Is Chile good or bad?', 'Yes.').stances).toEqual([])
})

test('what an article says of a person elsewhere renews the label too', () => {
  const { paragraphs } = analyze(
    'Clara Voss is a brutal and corrupt liar, and nobody trusts Clara Voss.\n\nClara Voss arrived on Monday with two aides.',
    { targets: ['Clara Voss'] },
  )
  const [, second] = paragraphs.map(({ stances }) => stances.find(({ target }) => target === 'Clara Voss'))
  expect(second?.polarity).toBeLessThanOrEqual(-0.2)
  expect(second?.label).toBe('against')
})

test('the rows of a paragraph grow with its length: each lists the mentions it is about', () => {
  const name = (i: number): string => `K${String.fromCharCode(97 + (i % 26), 97 + ((i / 26) | 0))}ur`
  const size = (count: number): number =>
    JSON.stringify(scoreStance(Array.from({ length: count }, (_, i) => `Minister ${name(i)} condemned Chile.`).join(' '))).length
  expect(size(200) / 200).toBeLessThan(1.2 * (size(50) / 50))
})
