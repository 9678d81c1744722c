import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resemblanceOf, signText } from '../../src/archive/min-hash.js'
import { createDuplicateIndex } from '../../src/archive/near-duplicates.js'

const WORDS =
  'the talks on steel and grain went late into a cold night while both envoys waited for word from home before they signed'.split(
    ' ',
  )
const word = fc.constantFrom(...WORDS, 'constructor', '__proto__', 'İstanbul', '東京', '🌍')
const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '))
const story = (seed: number, length = 200): string =>
  Array.from({ length }, (_, i) => `w${Math.imul(seed * 7919 + i, 2654435761) >>> 20}`).join(' ')

describe('createDuplicateIndex', () => {
  const WIRE = `Ministers of the two river states met on Monday to settle how much water each may draw in a dry summer. The envoy said
that the meters would be read by both sides. Farmers on the lower bank have waited nine years for such a deal. A first payment
falls due in March, and engineers will open the old sluice a week later. Nobody spoke of the dam that started the quarrel.`

  test.each([
    ['another case, other quotes and breaks', WIRE.toUpperCase().replaceAll('\n', ' ').replaceAll('.', ' –')],
    ['a new lead', `River talks end with a deal.\n${WIRE.slice(WIRE.indexOf('The envoy'))}`],
    ['a cut tail', WIRE.slice(0, WIRE.indexOf('Nobody'))],
    ['changed names', WIRE.replace('Monday', 'Tuesday').replace('March', 'April')],
  ])('marks a copy with %s', (_, copy) => {
    const duplicates = createDuplicateIndex()
    expect(duplicates.find('wire', WIRE)).toBeNull()
    expect(duplicates.find('other', story(1))).toBeNull()
    expect(duplicates.find('copy', copy)).toBe('wire')
  })

  test('leaves a text alone that quotes one sentence of another', () => {
    const duplicates = createDuplicateIndex()
    duplicates.find('wire', WIRE)
    expect(duplicates.find('b', `${story(2)} ${WIRE.slice(0, 100)}`)).toBeNull()
  })

  test('names the first text of a chain of small changes, not the one before', () => {
    const duplicates = createDuplicateIndex()
    const copies = [0, 20, 40].map((from) => story(3).split(' ').slice(from).join(' '))
    expect(copies.map((copy, i) => duplicates.find(`story-${i}`, copy))).toEqual([null, 'story-0', 'story-0'])
  })

  test('the most alike of two texts wins', () => {
    const duplicates = createDuplicateIndex()
    const [first, second] = [story(4), story(5)]
    duplicates.find('first', first)
    duplicates.find('second', second)
    expect(duplicates.find('mixed', `${first.split(' ').slice(0, 90).join(' ')} ${second}`)).toBe('second')
  })

  test('forgets the oldest text when it is full, and only that', () => {
    const duplicates = createDuplicateIndex({ capacity: 3 })
    const stories = [10, 11, 12, 13].map((seed) => story(seed))
    stories.forEach((each, i) => void duplicates.find(String(i), each))
    expect(duplicates.find('x', stories[1] as string)).toBe('1')
    expect(duplicates.find('y', stories[3] as string)).toBe('3')
    expect(duplicates.find('z', stories[0] as string)).toBeNull() // and takes the place of 1
    expect(duplicates.find('w', stories[1] as string)).toBeNull()
  })

  test('finds what a plain search over the kept texts finds, for any capacity', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (texts, capacity) => {
        const duplicates = createDuplicateIndex({ capacity, threshold: 1 })
        let kept: { id: string; signature: string }[] = []
        texts.forEach((each, i) => {
          const signature = signText(each)
            .map((minimum) => minimum & 255)
            .join()
          const expected = signature === '' ? null : (kept.find((other) => other.signature === signature)?.id ?? null)
          expect(duplicates.find(String(i), each)).toBe(expected)
          if (expected === null && signature !== '') kept = [...kept, { id: String(i), signature }].slice(-capacity)
        })
      }),
    )
  })

  test('a text and its signature made elsewhere are the same, so that workers may sign', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), (texts) => {
        const [one, two] = [createDuplicateIndex(), createDuplicateIndex()]
        const bySignature = texts.map((each, i) => two.find(String(i), structuredClone(signText(each))))
        expect(texts.map((each, i) => one.find(String(i), each))).toEqual(bySignature)
      }),
      { numRuns: 20 },
    )
  })

  test('a text without words is never a copy, a text of one word may be', () => {
    const duplicates = createDuplicateIndex()
    expect(['', ' …\n', '—', 'No.', 'NO!', 'Yes.'].map((each, i) => duplicates.find(String(i), each))).toEqual([
      null,
      null,
      null,
      null,
      '3',
      null,
    ])
  })

  test('any id comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (id, other) => {
        const duplicates = createDuplicateIndex({ capacity: 2 })
        duplicates.find(id, 'Both sides agreed.')
        expect(duplicates.find(other, 'both sides agreed')).toBe(id)
      }),
    )
  })

  test('many texts of one form do not make it slow', () => {
    const duplicates = createDuplicateIndex({ capacity: 1 << 15 })
    const boilerplate = 'all rights reserved no part of this may be copied'
    for (let i = 0; i < 10_000; i++) duplicates.find(String(i), `${boilerplate} ${story(i + 100, 30)}`)
    expect(duplicates.find('again', `${boilerplate} ${story(9_999 + 100, 30)}`)).not.toBeNull()
    // A search of all pairs would outlast the test's time.
  })

  test.each([
    ['threshold', { threshold: 0 }],
    ['threshold', { threshold: 1.1 }],
    ['threshold', { threshold: Number.NaN }],
    ['capacity', { capacity: 0 }],
    ['capacity', { capacity: 2.5 }],
    ['capacity', { capacity: 2 ** 25 }],
  ])('a %s out of range is refused', (name, options) => {
    expect(() => createDuplicateIndex(options)).toThrow(new RegExp(`^Expected ${name} to be .*, got `))
  })

  test('what is no text is refused', () => {
    expect(() => createDuplicateIndex().find('a', undefined as never)).toThrow('Expected a text or its signature, got undefined.')
  })
})

describe('signText', () => {
  test('estimates the resemblance of two texts within its standard error', () => {
    const errors = Array.from({ length: 200 }, (_, i) => {
      const shared = 1 + (i % 9) * 20
      const words = story(i, 400)
        .split(' ')
        .map((each, j) => `${each}-${i}-${j}`.replaceAll('-', 'x'))
      const [a, b] = [words.slice(0, 200), words.slice(200 - shared, 400 - shared)]
      const [common, each] = [Math.max(0, shared - 2), 198]
      const estimate = resemblanceOf(signText(a.join(' ')), new Uint8Array(signText(b.join(' '))), 0)
      return estimate - common / (2 * each - common)
    })
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length
    const deviation = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length)
    expect(Math.abs(mean)).toBeLessThan(0.012) // 4 standard errors of a mean of 200
    expect(deviation).toBeLessThan(0.046)
  })

  test('does not see case, punctuation and white space', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 40 }), (words) => {
        const plain = signText(words.join(' '))
        expect(signText(` “${words.map((each) => each.toUpperCase()).join(' —\n')}”.`)).toEqual(plain)
      }),
    )
  })

  test('sees the order of words', () => {
    expect(signText('the envoy met the king')).not.toEqual(signText('the king met the envoy'))
    expect(signText('ab c')).not.toEqual(signText('a bc'))
  })

  test('a script without spaces is split into characters', () => {
    const duplicates = createDuplicateIndex()
    const chinese = '两国部长周一会面讨论旱季用水问题双方将共同读取水表农民已等待九年'
    duplicates.find('a', chinese)
    expect(duplicates.find('b', `${chinese.slice(0, 20)}，${chinese.slice(20)}。新的结尾`)).toBe('a')
  })

  test('takes a hostile text of 10 MB', () => {
    expect(signText('a'.repeat(10_000_000))).toHaveLength(120)
    expect(signText('a '.repeat(2_000_000))).toHaveLength(120)
  })
})
