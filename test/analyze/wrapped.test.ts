import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyze, scoreFrames, scoreStance } from '../../src/index.js'

const SENTENCES = [
  'The trade minister said on Thursday that the asset freeze would stay until the World Bank had paid its share.',
  'Velmara will not take part in the joint military exercise, said the foreign minister, Ilse Marenko.',
  '“We firmly oppose the United States on this,” she told the Harbor Gazette, “and we always have.”',
  'Foreign direct investment in the ports rose by 4.5 per cent, which nobody had expected.',
  'Otto Brandt, the former prime minister of Velmara, condemned the sanctions as a disgrace.',
  'The two countries signed a free trade agreement in May, and tariffs on grain were lifted.',
]

/** An analysis without positions, and with the white space of quotes as spaces. */
function withoutPositions(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ')
  if (Array.isArray(value)) return value.map(withoutPositions)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'start' && key !== 'end')
      .map(([key, inner]) => [key, withoutPositions(inner)]),
  )
}

/** Lines of at most `width` characters, the first one indented. */
function wrap(paragraph: string, width: number, indent: string): string {
  const lines: string[] = []
  let line = indent
  for (const word of paragraph.split(' ')) {
    const longer = line === indent ? `${line}${word}` : `${line} ${word}`
    if (longer.length > width && line !== indent) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line].join('\n')
}

const paragraph = fc.shuffledSubarray(SENTENCES, { minLength: 2, maxLength: 4 }).map((sentences) => sentences.join(' '))
const article = fc.array(paragraph, { minLength: 2, maxLength: 3 })

test('a wrapped text and its unwrapped twin give the same but for positions', () => {
  fc.assert(
    fc.property(article, fc.integer({ min: 55, max: 80 }), fc.constantFrom('', '   '), (paragraphs, width, indent) => {
      const wrapped = paragraphs.map((each) => wrap(each, width, indent)).join(indent === '' ? '\n\n' : '\n')
      const [twin, read] = [paragraphs.join('\n\n'), wrapped].map((text) => withoutPositions(analyze(text).paragraphs))
      expect(read).toEqual(twin)
    }),
    { numRuns: 20 },
  )
})

test.each(['The asset\nfreeze stays.', 'The World\nBank paid.', 'They held a joint\nmilitary\nexercise.'])('%j', (text) => {
  expect(withoutPositions(scoreFrames(text))).toEqual(withoutPositions(scoreFrames(text.replaceAll('\n', ' '))))
  expect(scoreFrames(text)).not.toEqual([])
})

test('a name over two lines is one target', () => {
  expect(scoreStance('We firmly oppose the United\nStates.').map(({ label, target }) => `${label} ${target}`)).toEqual([
    'against United States',
  ])
})
