import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { analyze, locateInSource } from '../src/index.js'
import type { Analysis, ParagraphAnalysis } from '../src/types.js'
import { hasData, REFERENCE_INTERVIEW } from './data.js'

const raw = hasData(REFERENCE_INTERVIEW) ? readFileSync(REFERENCE_INTERVIEW, 'utf8') : ''

/** Paragraphs by turn: 0 is the editor's note, odd turns are questions, even ones answers. */
function ofTurn({ paragraphs }: Analysis, turn: number): readonly ParagraphAnalysis[] {
  return paragraphs.filter((paragraph) => paragraph.turn === turn)
}

function present(paragraph: ParagraphAnalysis | undefined): string[] {
  return (paragraph?.frames ?? []).filter((frame) => frame.present).map(({ frame }) => frame)
}

describe.runIf(raw !== '')('the reference interview', () => {
  const analysis = analyze(raw)
  const { article, paragraphs, turns, exchanges } = analysis

  test('header: title, date, categories and author, and no field that the archive did not find', () => {
    expect(article.title).toMatch(/^Central Asia-China cooperation crucial .* \(exclusive full interview\)$/)
    expect(article.date).toBe('2022-06-21')
    expect(article.categories).toEqual(['IN-DEPTH', 'DIPLOMATIC CHANNEL'])
    expect(article.author).toBe('Global Times')
    expect(JSON.stringify({ ...article, text: '' })).not.toContain('not found')
  })

  test('48 paragraphs and 15 turns in 7 exchanges', () => {
    expect(paragraphs).toHaveLength(48)
    expect(turns.map(({ role }) => role)).toEqual([
      'narrator',
      ...Array.from({ length: 7 }, () => ['interviewer', 'respondent']).flat(),
    ])
    expect(new Set(turns.filter(({ role }) => role === 'interviewer').map(({ speaker }) => speaker))).toEqual(
      new Set(['Global Times']),
    )
    expect(new Set(turns.filter(({ role }) => role === 'respondent').map(({ speaker }) => speaker))).toEqual(
      new Set(['Shakhrat Nuryshev']),
    )
    expect(exchanges.map(({ question, answers }) => [question, answers])).toEqual(
      [1, 3, 5, 7, 9, 11, 13].map((turn) => [turn, [turn + 1]]),
    )
  })

  test('repairs are listed, and the words of the source are the words of the article', () => {
    expect(article.repairs.filter(({ kind }) => kind === 'mojibake')).toHaveLength(1)
    expect(article.repairs.filter(({ kind }) => kind === 'glued-label').length).toBeGreaterThan(5)
    const words = (text: string): string => text.replace(/[\sÂ]+/g, '')
    expect(words(article.text)).toBe(words(raw.slice(raw.indexOf('Text:') + 5)))
  })

  test('every span is shown again in the raw file', () => {
    const spans = [...paragraphs, ...turns, ...paragraphs.flatMap(({ frames }) => frames.flatMap(({ evidence }) => evidence))]
    for (const { start, end } of spans) {
      const there = locateInSource(article, { start, end })
      const [mine, source] = [article.text.slice(start, end), raw.slice(there.start, there.end)].map((text) =>
        text.replace(/[\sÂ]+/g, ''),
      )
      expect(source).toBe(mine)
    }
  })

  test('sanctions are framed only where the ambassador rejects them, and as a concern or rejected', () => {
    const sanctioned = paragraphs.filter((paragraph) => present(paragraph).includes('sanctions'))
    expect(sanctioned.map(({ turn }) => turn)).toEqual([6, 6])
    expect(sanctioned[0]?.stances.filter(({ target }) => target === 'sanctions').map(({ label }) => label)).toContain('against')
  })

  test('investment is a concern in the last question and the first of its answer, then an opportunity', () => {
    const toneOf = (paragraph: ParagraphAnalysis | undefined): number =>
      paragraph?.frames.find(({ frame }) => frame === 'investment')?.tone ?? 0
    const [question] = ofTurn(analysis, 13)
    const answer = ofTurn(analysis, 14)
    expect(present(question)).toContain('investment')
    expect(toneOf(question)).toBeLessThan(0)
    expect(toneOf(answer[0])).toBeLessThan(0)
    expect(toneOf(answer[2])).toBeGreaterThan(0)
    expect(toneOf(answer[3])).toBeGreaterThan(0)
  })

  test('security and trade stand where a reader would say so', () => {
    for (const paragraph of ofTurn(analysis, 9)) expect(present(paragraph)).toContain('security')
    const turnover = paragraphs.find(({ start, end }) => article.text.slice(start, end).includes('Trade turnover'))
    expect(present(turnover)).toContain('trade')
    expect(present(paragraphs[1])).toEqual([])
    expect(present(paragraphs[9])).toEqual([])
  })

  test('the question of the sides to pick is not clearly answered, and the answer never mentions the United States', () => {
    const comparison = exchanges[3]?.comparison
    expect(comparison?.actors.dropped).toContain('United States')
    expect(comparison?.reply.clarity).not.toBe('clear_reply')
  })

  test('the last answer keeps the investment frame and grants the concern', () => {
    const comparison = exchanges[6]?.comparison
    expect(comparison?.frames.find(({ frame }) => frame === 'investment')?.change).toBe('kept')
    expect(comparison?.reply.premise).toBe('accepted')
  })
})
