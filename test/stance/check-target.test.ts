import { describe, expect, test } from 'vitest'
import { FramingError, scoreStance } from '../../src/index.js'

const TEXT = 'We 😀 thank Peru.'

function errorOf(target: unknown): FramingError {
  try {
    scoreStance(TEXT, { target: target as never })
  } catch (error) {
    if (error instanceof FramingError) return error
    throw error
  }
  throw new Error('Expected an error, got none.')
}

describe('a target by position that is none', () => {
  test.each([
    ['empty', { start: 3, end: 3 }, 'Give the span of the words'],
    ['blank', { start: 2, end: 3 }, 'Give the span of the words'],
    ['outside the text', { start: 0, end: 900 }, 'Spans are only valid for the text'],
    ['before the text', { start: -1, end: 2 }, 'Spans are only valid for the text'],
    ['the wrong way round', { start: 5, end: 3 }, 'Spans are only valid for the text'],
    ['cutting a character', { start: 0, end: 4 }, 'Move it by one code unit'],
    ['not whole', { start: 0.5, end: 2 }, 'Spans are only valid for the text'],
    ['a name', 'Peru', 'targets: [name]'],
    ['null', null, 'targets: [name]'],
    ['a number', 7, 'targets: [name]'],
    ['a record without a position', {}, 'Spans are only valid for the text'],
  ])('%s', (_, target, remedy) => {
    const { code, message } = errorOf(target)
    expect(code).toBe('invalid-target')
    expect(message).toContain(remedy)
  })

  test('a name that is empty or no text', () => {
    for (const target of ['', '  ', 7, null, { name: '' }, { name: 'Peru', aliases: [''] }]) {
      let code: string | undefined
      try {
        scoreStance(TEXT, { targets: [target as never] })
      } catch (error) {
        if (error instanceof FramingError) code = error.code
      }
      expect(code).toBe('invalid-target')
    }
  })
})
