import { describe, expect, test } from 'vitest'
import { analyze, scoreStance } from '../../src/index.js'

/** What is held of a target, as `holder: label`. */
const held = (text: string, target: string): string[] =>
  scoreStance(text, { targets: [target] })
    .filter((row) => row.target === target)
    .map(({ holder, label }) => `${holder}: ${label}`)

describe('constructions that the rules read', () => {
  test.each([
    ['who does something is judged by it', 'Zimbabwe has squandered the loan.', 'Zimbabwe', 'author: against'],
    ['in the passive too', 'The villages were plundered by Mali.', 'Mali', 'author: against'],
    ['who suffers it is not', 'Kenya faced the threats with calm.', 'Kenya', 'author: favor'],
    ['a joined verb has the subject of the first', 'Lima sheltered the crew and fed it.', 'Peru', 'author: favor'],
    ['a relative clause has the name before it', 'Chad, which rescued the crew, asked for nothing.', 'Chad', 'author: favor'],
    ['the predicate is of the subject', 'Japan is a reliable partner of Peru.', 'Japan', 'author: favor'],
    ['and of nobody behind it', 'Japan is a threat to Peru.', 'Japan', 'author: against'],
    ['who takes a side is not judged', 'Sweden thanked Germany for its help.', 'Sweden', 'author: neutral'],
    ['whom it is taken on is', 'Sweden thanked Germany for its help.', 'Germany', 'Sweden: favor'],
    ['whoever is spared is favored', 'Instead of punishing Cuba, we should trade with it.', 'Cuba', 'author: favor'],
    ['so is what would be missed', 'Without Oman, the talks would have failed.', 'Oman', 'author: favor'],
    ['critics that are wrong speak for it', "Japan's critics are wrong.", 'Japan', 'author: favor'],
    ['so do absurd charges', 'Accusations that Bolivia cheats its partners are absurd.', 'Bolivia', 'author: favor'],
    ['and rejected ones', 'Berlin rejects the charge that Israel lied.', 'Israel', 'Germany: favor'],
    [
      'what is taken for granted is no imagined case',
      'Unless Mali ends its brutal crackdown, aid will stop.',
      'Mali',
      'author: against',
    ],
    ['an imagined case is', 'If Chad attacked us, we would condemn Chad.', 'Chad', 'author: neutral'],
    ['what was not done is blamed', 'Had Chad listened, the crew would be alive.', 'Chad', 'author: against'],
    ['what was done is praised', 'If Chad had not opened the gates, hundreds would have drowned.', 'Chad', 'author: favor'],
    ['unless it did harm', 'Had Chad not lied, we would all be safe.', 'Chad', 'author: against'],
    ['who has something is not', 'By then Iran had Iraqi trucks and would sell them.', 'Iraq', 'author: neutral'],
    ['who is held responsible is blamed', 'The court held Chad responsible for the delay.', 'Chad', 'The court: against'],
    ['neither denies both', 'We neither admire nor trust Chad.', 'Chad', 'author: against'],
    ['what cannot be done enough is done', 'We cannot thank Chad enough.', 'Chad', 'author: favor'],
    ['no denies no verb', 'The auditors found no fault and praised Chad.', 'Chad', 'The auditors: favor'],
    [
      'a point of view has an owner',
      'In the view of the auditors, the merger is a disaster.',
      'the merger',
      'the auditors: against',
    ],
    ['a place has people', 'Hungary is seen in Brussels as a troublemaker.', 'Hungary', 'European Union: against'],
    [
      'they are the ones before',
      'Local fishermen met. They fear that the dam will ruin them.',
      'the dam',
      'Local fishermen: against',
    ],
    ['a protest has an owner', 'China lodged a strong protest with Japan.', 'Japan', 'China: against'],
  ])('%s: %s (%s)', (_, text, target, expected) => {
    expect(held(text, target)).toContain(expected)
  })
})

describe('a person among the targets of an article', () => {
  const praise = 'Anna Weber is an honest and courageous leader.'
  const blank = 'Anna Weber met the council on Monday.'
  const polarityOf = (paragraphs: readonly string[]): number | undefined =>
    analyze(paragraphs.join('\n\n'), { targets: ['Anna Weber'] })
      .paragraphs.at(-1)
      ?.stances.find(({ target }) => target === 'Anna Weber')?.polarity

  test('is seen with what the article says elsewhere', () => {
    expect(polarityOf([praise, praise, blank]) as number).toBeGreaterThan(polarityOf([blank, blank]) as number)
  })

  test('is judged by the evidence, the rest and the neutrality of the row', () => {
    for (const { stances } of analyze([praise, blank].join('\n\n'), { targets: ['Anna Weber'] }).paragraphs)
      for (const { evidence, rest, neutrality, polarity } of stances) {
        const direction = evidence.reduce((sum, { weight }) => sum + weight, rest)
        expect(Math.tanh((Math.atanh(0.2) * direction) / (2 * Math.max(neutrality, 0.2)))).toBeCloseTo(polarity, 5)
      }
  })
})

test('one label everywhere: a function of polarity and one band, for whole texts and for rows', () => {
  for (const text of [
    'We praise the generous offer.',
    'We condemn the brutal attack.',
    'The vote is on Monday, a spokesman said.',
    'Chile helped the farmers, and Peru broke every promise it made to Chile.',
    'So, will you lift the tariffs? They are a burden, and Peru knows it.',
  ]) {
    for (const { stance, stances } of analyze(text).paragraphs) {
      for (const row of stance ? [stance, ...stances] : stances) {
        const sum = row.evidence.reduce((total, { weight }) => total + weight, row.rest)
        expect(row.polarity).toBeCloseTo(Math.tanh((Math.atanh(0.2) * sum) / (2 * Math.max(row.neutrality, 0.2))), 5)
        if (row.label !== 'mixed')
          expect(row.label).toBe(row.polarity >= 0.2 ? 'favor' : row.polarity <= -0.2 ? 'against' : 'neutral')
      }
    }
  }
})
