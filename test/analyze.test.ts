import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  analyze,
  compareExchange,
  createAnalyzer,
  defineCodebook,
  FramingError,
  readArticle,
  scoreFrames,
  scoreStance,
} from '../src/index.js'
import type { Analysis, Evidence } from '../src/types.js'

const EXAMPLE = readFileSync(new URL('../examples/interview.txt', import.meta.url), 'utf8')

function everyEvidence(analysis: Analysis): Evidence[] {
  return [
    ...analysis.paragraphs.flatMap(({ frames, stance, stances }) => [
      ...frames.flatMap(({ evidence }) => evidence),
      ...(stance?.evidence ?? []),
      ...stances.flatMap(({ evidence }) => evidence),
    ]),
    ...analysis.exchanges.flatMap(({ comparison }) => [
      ...(comparison?.design.evidence ?? []),
      ...(comparison?.reply.evidence ?? []),
    ]),
  ]
}

function codeOf(run: () => unknown): string | undefined {
  try {
    run()
  } catch (error) {
    if (error instanceof FramingError) return error.code
    throw error
  }
  return undefined
}

describe('laws of the analysis', () => {
  const analysis = analyze(EXAMPLE)

  test('every quote equals its slice of the text', () => {
    const evidence = everyEvidence(analysis)
    expect(evidence.length).toBeGreaterThan(100)
    for (const { start, end, quote, modifiers } of evidence) {
      expect(quote).toBe(analysis.article.text.slice(start, end))
      for (const modifier of modifiers) expect(modifier.quote).toBe(analysis.article.text.slice(modifier.start, modifier.end))
    }
  })

  test('no evidence has a blank at its ends, whatever the layout', () => {
    const folder = new URL('articles/', import.meta.url)
    const texts = readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    for (const each of [analysis, ...texts.map((text) => analyze(text))]) {
      const quotes = [
        ...everyEvidence(each),
        ...each.exchanges.flatMap(({ comparison }) => comparison?.reply.parts.flatMap(({ evidence }) => evidence) ?? []),
      ]
      expect(quotes.filter(({ quote }) => quote !== quote.trim())).toEqual([])
    }
  })

  test('the analysis is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis)
  })

  test('the same input gives the same bytes, also after other texts and by another analyzer', () => {
    const bytes = JSON.stringify(analysis)
    analyze('Something else. China opposes the tariffs.')
    expect(JSON.stringify(analyze(EXAMPLE))).toBe(bytes)
    expect(JSON.stringify(createAnalyzer().analyze(EXAMPLE))).toBe(bytes)
  })

  test('a paragraph scored alone has the frames it has in its article', () => {
    for (const { start, end, frames } of analysis.paragraphs) {
      const alone = scoreFrames(analysis.article.text.slice(start, end))
      expect(alone.map(({ frame, salience }) => [frame, salience])).toEqual(
        frames.map(({ frame, salience }) => [frame, salience]),
      )
    }
  })

  test('an exchange compared alone gives what it gives in its article', () => {
    // One line a paragraph, so that a paragraph standing alone is laid out as it was in its article.
    const lines = analysis.turns.map(({ index, label }) => {
      const own = analysis.paragraphs.filter(({ turn }) => turn === index)
      const text = own.map(({ start, end }) => analysis.article.text.slice(start, end).replaceAll('\n', ' ')).join('\n\n')
      return { label: label ? analysis.article.text.slice(label.start, label.end) : '', text }
    })
    const { exchanges } = analyze(lines.map(({ label, text }) => `${label} ${text}`).join('\n\n'))
    expect(exchanges.length).toBe(analysis.exchanges.length)
    for (const { question, answers, comparison } of exchanges) {
      const alone = compareExchange(lines[question]?.text ?? '', answers.map((turn) => lines[turn]?.text).join('\n\n'))
      expect(alone.frames).toEqual(comparison?.frames)
      expect(alone.divergence).toBe(comparison?.divergence)
      expect(alone.reply.probabilities).toEqual(comparison?.reply.probabilities)
      expect(alone.design.parts.map(({ form }) => form)).toEqual(comparison?.design.parts.map(({ form }) => form))
    }
  })

  test('paragraphs are sorted, disjoint, and know their turn', () => {
    let last = 0
    for (const { start, end, turn, speaker, role } of analysis.paragraphs) {
      expect(start).toBeGreaterThanOrEqual(last)
      expect(end).toBeGreaterThan(start)
      last = end
      if (turn === null) continue
      expect(analysis.turns[turn]?.speaker).toBe(speaker)
      expect(analysis.turns[turn]?.role).toBe(role)
    }
  })

  test('nothing that the caller gave is written to', () => {
    const options = Object.freeze({
      targets: Object.freeze([Object.freeze({ name: 'the railway', aliases: Object.freeze(['line']) })]),
    })
    const article = readArticle(EXAMPLE)
    const before = JSON.stringify(article)
    analyze(article, options)
    expect(JSON.stringify(article)).toBe(before)
  })
})

describe('odd texts', () => {
  test.each(['', ' \n\t ', '\ufeff', 'Title: Nothing\nDate: 2020-01-01\nText:\n'])('%j has no paragraphs and an issue', (raw) => {
    const { paragraphs, exchanges, issues } = analyze(raw)
    expect(paragraphs).toEqual([])
    expect(exchanges).toEqual([])
    expect(issues.length).toBeGreaterThan(0)
  })

  test('a text in another language is scored with an issue', () => {
    const { issues } = analyze(
      'Le ministre a déclaré que les négociations commerciales se poursuivront la semaine prochaine à Genève avec tous les partenaires.',
    )
    expect(issues.map(({ code }) => code)).toContain('not-english')
  })

  test('an ordinary article has no exchange and an issue says so', () => {
    const { exchanges, issues } = analyze('Exports rose.\n\nThe minister said: "We are glad."\n\nRead more: Trade in numbers.')
    expect(exchanges).toEqual([])
    expect(issues.map(({ code }) => code)).toContain('no-interview')
  })

  test('lone surrogates are replaced and said', () => {
    const { article, issues } = analyze('The talks \ud800 went on in the capital.')
    expect(article.text).toBe('The talks \ufffd went on in the capital.')
    expect(issues.map(({ code }) => code)).toContain('lone-surrogate')
  })

  test('speakers and cues may be called constructor or __proto__', () => {
    const words = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf']
    for (const word of words) {
      const { turns } = analyze(
        `Constructor: Will ${word} sign?\nProto: ${word} will sign.\nConstructor: When will ${word} sign?\nProto: ${word} signs in May.`,
      )
      expect(turns.map(({ speaker }) => speaker)).toEqual(['Constructor', 'Proto', 'Constructor', 'Proto'])
      expect(scoreStance(`We oppose ${word}.`, { targets: [word] }).map(({ target, label }) => [target, label])).toEqual([
        [word, 'against'],
      ])
    }
    const codebook = defineCodebook({
      id: 'code',
      version: '1.0.0',
      frames: [
        {
          id: '__proto__',
          definition: 'Code.',
          facets: [{ id: 'constructor', cues: [{ pattern: 'constructor', reliability: 0.9 }] }],
          exclusions: [],
        },
      ],
    })
    expect(scoreFrames('The constructor is called.', { codebook }).map(({ frame }) => frame)).toEqual(['__proto__'])
  })

  test('no string breaks it', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 })),
        (raw) => {
          try {
            for (const { start, end, quote } of everyEvidence(analyze(raw))) expect(quote.length).toBe(end - start)
          } catch (error) {
            expect(error).toBeInstanceOf(FramingError)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  // Each of these takes minutes where anything is quadratic; the limit is the runner's own.
  test.each([
    ['letters', 'a'.repeat(10_000_000)],
    ['glued words', 'word.Next'.repeat(200_000)],
    ['commas', 'sanctions, '.repeat(100_000)],
    ['mentions', 'China and Russia oppose it. '.repeat(20_000)],
    ['protests', 'protest with China '.repeat(40_000)],
    ['labels', 'Q: Why?\nA: Because.\n'.repeat(20_000)],
    ['stops', '. '.repeat(500_000)],
    ['quotes', '"'.repeat(500_000)],
    ['mojibake', 'Ã©Â '.repeat(200_000)],
  ])('a hostile text of %s takes linear time', (_, raw) => {
    expect(analyze(raw).article.text.length).toBeGreaterThan(0)
  })
})

describe('mistakes of the caller', () => {
  test('each is a FramingError with a code', () => {
    expect(codeOf(() => analyze(42 as never))).toBe('invalid-article')
    expect(codeOf(() => analyze({ text: 'x' } as never))).toBe('invalid-article')
    expect(codeOf(() => analyze('x', null as never))).toBe('invalid-argument')
    expect(codeOf(() => readArticle(undefined as never))).toBe('invalid-argument')
    expect(codeOf(() => readArticle('<!doctype html><p>Hello'))).toBe('html-input')
    expect(codeOf(() => readArticle('\u0000\u0001\u0002\u0003\u0004\u0005PNG'.repeat(9)))).toBe('binary-input')
    expect(codeOf(() => scoreFrames(null as never))).toBe('invalid-argument')
    expect(codeOf(() => scoreFrames('x', { codebook: {} as never }))).toBe('invalid-codebook')
    expect(codeOf(() => scoreStance('x', { targets: 'China' as never }))).toBe('invalid-target')
    expect(codeOf(() => scoreStance('x', { targets: [''] }))).toBe('invalid-target')
    expect(codeOf(() => scoreStance('x', { target: { start: 0, end: 9 } }))).toBe('invalid-target')
    expect(codeOf(() => scoreStance('a😀b', { target: { start: 0, end: 2 } }))).toBe('invalid-target')
    expect(codeOf(() => compareExchange('Why?', 1 as never))).toBe('invalid-argument')
  })

  test('the message says what was expected, what came and what to do', () => {
    expect(() => analyze(42 as never)).toThrow(/^Expected .+, got .+\. .+\.$/)
  })
})

describe('stance of a bare text', () => {
  test('a target given by position has exactly one row', () => {
    expect(
      scoreStance('The bank opened in May.', { target: { start: 4, end: 8 } }).map(({ target, label }) => [target, label]),
    ).toEqual([['bank', 'neutral']])
  })

  test('a target that is not there has no row, one that is not judged is neutral', () => {
    expect(scoreStance('The bank opened in May.', { targets: ['Peru'] })).toEqual([])
    expect(scoreStance('Peru is a country.', { targets: ['Peru'] }).map(({ label }) => label)).toEqual(['neutral'])
  })
})

describe('an exchange without a question or an answer', () => {
  test('has nulls and an issue, never a verdict', () => {
    for (const [question, answer, code] of [
      ['', 'Yes.', 'empty-question'],
      ['Nice weather.', 'Yes.', 'no-question'],
      ['Why?', ' ', 'empty-answer'],
    ] as const) {
      const { reply, issues } = compareExchange(question, answer)
      expect([reply.clarity, reply.evasion, reply.probabilities, reply.responsiveness]).toEqual([null, null, null, null])
      expect(issues.map((issue) => issue.code)).toContain(code)
    }
  })
})
