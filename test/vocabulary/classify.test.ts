import { describe, expect, test } from 'vitest'
import { classify, VOCABULARY, wordsOf } from '../../src/vocabulary/index.js'

describe('the vocabulary', () => {
  test('each list says where it comes from, and holds no word twice', () => {
    for (const { kind, source, words } of VOCABULARY) {
      const list = words.split('|').map((word) => word.trim())
      expect([kind, source.length > 20, new Set(list).size]).toEqual([kind, true, list.length])
    }
  })

  test('words are folded: lower case, no dots, no space around them', () => {
    for (const { kind } of VOCABULARY)
      for (const word of wordsOf(kind))
        expect(word).toBe(
          word
            .toLowerCase()
            .replace(/[.\s]+/g, ' ')
            .trim(),
        )
  })
})

describe('a name is classified by its words', () => {
  test.each([
    ['question', 'interviewer'],
    ['reporter 3', 'interviewer'],
    ['unidentified journalist', 'interviewer'],
    ['question from the back', 'interviewer'],
    ['question (translated)', 'interviewer'],
    ['answer', 'respondent'],
    ['panelist 2', 'respondent'],
    ["editor's note", 'narrator'],
    ['editor’s note', 'narrator'],
    ['maren holt', null],
    ['speaker', null],
  ])('%s states the part %s', (name, role) => {
    expect(classify(name).role).toBe(role)
  })

  test.each([
    ['isUsher', 'acting deputy speaker', 'speaker holt'],
    ['isUsher', 'conference operator', 'operator error'],
    ['isInterpreter', 'the interpreter', 'the interpretation'],
    ['isModerator', 'moderator 2', 'moderate'],
    ['isModerator', 'vp, investor relations', 'investor'],
    ['isChorus', 'some hon members', 'member for lowmoor'],
    ['isChorus', 'opposition senators', 'senator amadi'],
    ['isField', 'load-date', 'maren holt'],
    ['isField', 'the problem', 'problem child'],
    ['isPlainPart', 'foreign minister', 'foreign holt'],
  ] as const)('%s: %s, but not %s', (property, yes, no) => {
    expect([classify(yes)[property], classify(no)[property]]).toEqual([true, false])
  })

  test.each([
    ['daily lantern', 1],
    ['chief sustainability officer', -1],
    ['prime minister holt', -1],
    ['lowmoor securities', 1],
    ['press secretary', -1],
    ['maren holt', 0],
  ])('%s leans to side %i', (name, side) => {
    expect(Math.sign(classify(name).leaning)).toBe(side)
  })
})
