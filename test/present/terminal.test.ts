import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { renderTerminal } from '../../src/present/index.js'
import type { Analysis } from '../../src/types.js'
import { MADE_ANALYSIS } from './made-analysis.js'

const HOSTILE = '\u001b[31mred\u001b[0m \u009b2J\u202eevil\u2066 \r\n\t\u0007 constructor __proto__ 漢字漢字 👩‍👩‍👧‍👦 e\u0301'

function rename(analysis: Analysis, name: string): Analysis {
  return {
    ...analysis,
    article: { ...analysis.article, title: name, author: name, outlet: name, date: name, categories: [name] },
    codebook: { ...analysis.codebook, id: name, version: name },
    paragraphs: analysis.paragraphs.map((paragraph) => ({
      ...paragraph,
      speaker: name,
      frames: paragraph.frames.map((score) => ({
        ...score,
        frame: score.frame + name,
        evidence: score.evidence.map((each) => ({ ...each, quote: name })),
      })),
    })),
    turns: analysis.turns.map((turn) => ({ ...turn, speaker: name })),
    exchanges: analysis.exchanges.map((exchange) => ({
      ...exchange,
      comparison: exchange.comparison && {
        ...exchange.comparison,
        frames: exchange.comparison.frames.map((change) => ({ ...change, frame: change.frame + name })),
        stances: exchange.comparison.stances.map((change) => ({ ...change, target: name })),
        actors: { kept: [name], introduced: [name], dropped: [name] },
      },
    })),
    issues: [{ code: 'odd', message: name }],
  }
}

test.each([120, 80, 40])('a report in %d columns reads as printed here', async (width) => {
  await expect(renderTerminal(MADE_ANALYSIS, { width })).toMatchFileSnapshot(`golden/made-${width}.txt`)
})

test('color adds escapes and changes nothing else', () => {
  const plain = renderTerminal(MADE_ANALYSIS)
  const colored = renderTerminal(MADE_ANALYSIS, { color: true })
  expect(plain).not.toContain('\u001b')
  expect(colored).toContain('\u001b')
  expect(withoutTrailing(stripVTControlCharacters(colored))).toBe(withoutTrailing(plain))
})

function withoutTrailing(report: string): string {
  return report.replace(/ +$/gm, '')
}

test('no line is wider than the terminal, whatever the names are', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 24, max: 170 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.boolean(),
      (width, name, color) => {
        const lines = renderTerminal(rename(MADE_ANALYSIS, name), { width, color }).split('\n')
        expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width)
      },
    ),
    { numRuns: 200 },
  )
})

test('nothing that a text holds commands the terminal or turns its direction', () => {
  for (const width of [30, 80, 140]) {
    const report = renderTerminal(rename(MADE_ANALYSIS, HOSTILE), { width })
    expect(report).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
    expect(report).toContain('constructor')
    const colored = renderTerminal(rename(MADE_ANALYSIS, HOSTILE), { width, color: true })
    expect(withoutTrailing(stripVTControlCharacters(colored))).toBe(withoutTrailing(report))
  }
})

test('no control of a name reaches the terminal, whichever it is and wherever it stands', () => {
  const control = fc.constantFrom(
    '\u001b',
    '\u0007',
    '\u009b',
    '\u009d',
    '\u0090',
    '\r',
    '\b',
    '\u202e',
    '\u2069',
    '\u200f',
    '\u061c',
    '\u007f',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(control, fc.constantFrom('[2J', ']0;x', 'word', ' ')), { maxLength: 12 }), (pieces) => {
      const report = renderTerminal(rename(MADE_ANALYSIS, pieces.join('')))
      expect(report).not.toMatch(/(?!\n)[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u)
    }),
    { numRuns: 100 },
  )
})

test('a text without paragraphs gets a header and its issues', () => {
  const empty: Analysis = {
    ...MADE_ANALYSIS,
    article: { id: 'empty', text: '', format: 'plain-text', repairs: [], issues: [] },
    paragraphs: [],
    turns: [],
    exchanges: [],
    issues: [{ code: 'empty-text', message: 'The source holds no text.' }],
  }
  expect(renderTerminal(empty)).toBe(
    [
      'empty',
      '0 paragraphs, 0 turns, 0 exchanges, 0 repairs',
      '',
      'Issue empty-text: The source holds no text.',
      'Codebook made 1.0.0 (0123456789abcdef), media-framing 0.0.0',
      '',
    ].join('\n'),
  )
})

test('more frames than columns are listed one below the other', () => {
  const [first] = MADE_ANALYSIS.paragraphs
  const frames = Array.from({ length: 15 }, (_, i) => ({ ...first?.frames[0], frame: `frame-${i}` }))
  const analysis = { ...MADE_ANALYSIS, paragraphs: [{ ...first, frames }], exchanges: [] } as unknown as Analysis
  expect(renderTerminal(analysis, { width: 80 })).toMatch(/^ {2}frame-14 ████▊ −$/m)
})
