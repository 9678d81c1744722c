import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareExchange } from '../../src/index.js'

const words = fc.array(
  fc.constantFrom(
    'Will',
    'you',
    'sign',
    'the',
    'deal',
    '?',
    'No',
    ',',
    'I',
    "don't",
    'know',
    'why',
    'Valdoria',
    '.',
    '’',
    '\n\n',
    'constructor',
    '__proto__',
    '🙂',
    'taxes',
  ),
  { maxLength: 40 },
)
const text = words.map((list) => list.join(' '))

describe('laws of a comparison', () => {
  test('probabilities sum to 1, the labels are of one another, and scores stay in their ranges', () => {
    fc.assert(
      fc.property(text, text, (question, answer) => {
        const { reply, design, divergence, wording } = compareExchange(question, answer)
        if (reply.probabilities) {
          const sum = (values: Readonly<Record<string, number>>): number => Object.values(values).reduce((a, b) => a + b, 0)
          expect(sum(reply.probabilities.clarity)).toBeCloseTo(1, 9)
          expect(sum(reply.probabilities.evasion)).toBeCloseTo(1, 9)
          expect(reply.parts).toHaveLength(design.parts.length)
          expect(reply.evasion === 'explicit').toBe(reply.clarity === 'clear_reply')
        }
        for (const each of [
          reply.responsiveness,
          divergence,
          wording.overlap,
          design.initiative,
          design.directness,
          design.assertiveness,
          design.hostility,
        ]) {
          if (each === null) continue
          expect(each).toBeGreaterThanOrEqual(0)
          expect(each).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('every quote is the slice of its side', () => {
    fc.assert(
      fc.property(text, text, (question, answer) => {
        const { design, reply } = compareExchange(question, answer)
        for (const { start, end, quote } of [...design.parts, ...design.evidence]) expect(question.slice(start, end)).toBe(quote)
        for (const { start, end, quote, side } of [...reply.evidence, ...reply.parts.flatMap(({ evidence }) => evidence)])
          expect((side === 'question' ? question : answer).slice(start, end)).toBe(quote)
      }),
      { numRuns: 60 },
    )
  })

  test('the same input gives the same bytes, whatever was compared in between', () => {
    fc.assert(
      fc.property(text, text, (question, answer) => {
        const first = JSON.stringify(compareExchange(question, answer))
        compareExchange(answer, question)
        expect(JSON.stringify(compareExchange(question, answer))).toBe(first)
      }),
      { numRuns: 20 },
    )
  })

  test.each([
    ['', 'Yes.', 'empty-question'],
    ['Will you sign?', '  ', 'empty-answer'],
    ['Thank you for coming, Minister.', 'Yes.', 'no-question'],
    ['We live in difficult times.', 'Yes.', 'no-question'],
  ])('%j and %j give nulls and the issue %s', (question, answer, code) => {
    const { reply, issues } = compareExchange(question, answer)
    expect(issues.map((issue) => issue.code)).toContain(code)
    expect(reply).toEqual({
      clarity: null,
      evasion: null,
      probabilities: null,
      responsiveness: null,
      parts: [],
      premise: null,
      evidence: [],
    })
  })
})

describe('replies', () => {
  test.each([
    ['Will the harbor be dredged?', 'Yes. We start on Monday.', 'clear_reply', 'explicit'],
    ['How many wells were dug?', 'I do not have those figures with me.', 'clear_non_reply', 'claims_ignorance'],
    ['Who will lead the bank?', 'I am not going to discuss that here.', 'clear_non_reply', 'declining'],
    ['Is it over?', 'Sorry, what do you mean by over?', 'clear_non_reply', 'clarification'],
  ])('%j %j is %s, %s', (question, answer, clarity, evasion) => {
    expect(compareExchange(question, answer).reply).toMatchObject({ clarity, evasion })
  })

  test('a premise is accepted, challenged or left', () => {
    const premiseOf = (answer: string): string | null =>
      compareExchange('Critics say the reform failed. What will you change?', answer).reply.premise
    expect(premiseOf('You are right, and we will change the tariff.')).toBe('accepted')
    expect(premiseOf('I would not say that. The reform works.')).toBe('challenged')
    expect(premiseOf('The tariff.')).toBe('left')
  })
})

describe('questions', () => {
  test.each([
    ['Will you sign?', ['polar']],
    ['When does it start, and who will pay?', ['wh', 'wh']],
    ['Did you meet them? And what did they want?', ['polar', 'wh']],
    ['Is it war or peace?', ['alternative']],
    ['So you oppose the ban?', ['declarative']],
    ['Tell us about the new canal.', ['request']],
  ])('%j has the forms %j', (question, forms) => {
    expect(compareExchange(question, 'Yes.').design.parts.map(({ form }) => form)).toEqual(forms)
  })
})

describe('stance shifts', () => {
  const shiftOn = (target: string, question: string, answer: string) =>
    compareExchange(question, answer, { targets: [target] }).stances.find((each) => each.target === target)

  test('a yes or no affirms or turns the judgment that a statement puts; a plain question holds none', () => {
    const question = 'So you regard Pergan as a dangerous enemy.'
    expect(shiftOn('Pergan', question, 'Yes.')).toMatchObject({ answered: { label: 'against' }, shift: 'aligned' })
    expect(shiftOn('Pergan', question, 'No.')).toMatchObject({ answered: { label: 'favor' }, shift: 'reversed' })
    expect(shiftOn('Pergan', 'Is Pergan a dangerous enemy of your country?', 'It rains.')).toBeUndefined()
  })

  test('a side in the question and none in the answer is softened, mentioned or not', () => {
    const question = 'Pergan is a brutal and dangerous aggressor. What will you do?'
    expect(shiftOn('Pergan', question, 'We will meet on Monday.')?.shift).toBe('softened')
    expect(shiftOn('Pergan', question, 'Pergan is our most reliable and honest friend.')?.shift).toBe('reversed')
  })

  test('a stance given to others is not the answer’s', () => {
    const change = shiftOn('Pergan', 'What of Pergan?', 'According to the opposition, Pergan is a brutal aggressor.')
    expect(change?.answered ?? null).toBeNull()
  })
})
