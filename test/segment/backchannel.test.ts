import { expect, test } from 'vitest'
import { readArticle } from '../../src/read/index.js'
import { BACKCHANNELS, isBackchannel } from '../../src/segment/backchannel.js'
import { segmentArticle } from '../../src/segment/index.js'

const NAMES = new Set(['maren', 'holt'])

test.each(BACKCHANNELS.map(({ example }) => example))('%s keeps a talk going and asks nothing', (example) => {
  expect(isBackchannel(`${example}.`, NAMES)).toBe(true)
})

test('each form of words is needed for its own example', () => {
  for (const row of BACKCHANNELS) {
    const others = BACKCHANNELS.filter((other) => other !== row).map(({ pattern }) => pattern.replace(/\n\s*/g, ''))
    expect([row.example, new RegExp(`^(?:${others.join('|')})$`, 'iu').test(row.example)]).toEqual([row.example, false])
  }
})

test.each([
  'Right. And the quay wall?',
  'That is not what the harbor master says.',
  'You closed the yard in May.',
  'The ferry.',
  'Thank you. The yard owes nine million.',
  'And the dredger …',
  'Good for the yard, that is.',
])('%s puts something to the other', (turn) => {
  expect(isBackchannel(turn, NAMES)).toBe(false)
})

test.each(['Yes, Minister Holt.', 'Maren —', 'Mm-hm. (Laughs.)', 'OK, thank you so much, Mr. President.', 'Yes sir'])(
  '%s only keeps the talk going',
  (turn) => {
    expect(isBackchannel(turn, NAMES)).toBe(true)
  },
)

function pairs(...lines: readonly string[]): string[] {
  const { exchanges } = segmentArticle(readArticle(lines.join('\n\n')))
  return exchanges.map(({ question, answers }) => `${question}>${answers.join(',')}`)
}

test('what an interviewer says and a respondent answers is an exchange, question mark or not', () => {
  expect(
    pairs(
      'Lantern: Will the yard open?',
      'Maren Holt: In May.',
      'Lantern: The unions say never.',
      'Maren Holt: They are wrong.',
      'Lantern: Right.',
      'Maren Holt: Utterly wrong.',
      'Lantern: And the dredger …',
      'Maren Holt: It has been sold.',
      'Lantern: Thank you, Mrs. Holt.',
      'Maren Holt: Thank you.',
    ),
  ).toEqual(['0>1', '2>3,5', '6>7,9'])
})

test('a courtesy is no answer, and an opening no question', () => {
  expect(
    pairs(
      'Lantern: This is Harbor Hour, and with me is Maren Holt of the yard.',
      'Maren Holt: Good morning.',
      'Lantern: Will it open?',
      'Maren Holt: In May.',
      'Lantern: It was a fine talk.',
      'Maren Holt: My pleasure.',
    ),
  ).toEqual(['2>3,5'])
})
