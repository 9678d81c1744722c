import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readArticle, readArticles, readRecord, readUtterances } from '../../src/read/index.js'
import { segmentArticle, splitParagraphs, splitSentences } from '../../src/segment/index.js'
import { locateInSource } from '../../src/text/source.js'

/** Pieces of press text and of the damage that archives do to it. */
const piece = fc.constantFrom(
  'Will you sign?',
  'We will.',
  'GT: ',
  'Nuryev: ',
  'Q: ',
  'A: ',
  '\n',
  '\n\n',
  ' ',
  '\u00a0',
  '\u00ad',
  '\u200b',
  'caf\u00c3\u00a9',
  '\u00c2 ',
  'It ended.Then',
  'govern-\nment',
  '**Why?**',
  '- ',
  '— ',
  'Dr. ',
  '3.5',
  'U.S.',
  '"No."',
  '\r\n',
  'constructor: ',
  '__proto__: ',
  '\ud800',
  'PRIM4E MINISTER: ',
  'Title: x\n',
  'Text: ',
)
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

test('what is copied from the source is the same there, and all else is a logged repair or a border between blocks', () => {
  fc.assert(
    fc.property(text, (raw) => {
      const { text: read, origin, repairs } = readArticle(raw)
      let position = 0
      let others = ''
      for (const { start, source, length } of origin?.copies ?? []) {
        expect(read.slice(start, start + length)).toBe(raw.slice(source, source + length))
        others += read.slice(position, start)
        position = start + length
      }
      const ink = (words: string): string => words.replace(/\n/g, '')
      const made = ink(repairs.map(({ after }) => after).join(''))
      expect(ink(others + read.slice(position)).length).toBeLessThanOrEqual(made.length)
    }),
  )
})

test('turns, paragraphs and sentences are sorted, disjoint and inside the text, and no word of a turn is lost', () => {
  fc.assert(
    fc.property(text, (raw) => {
      const article = readArticle(raw)
      const { paragraphs, sentences, turns, exchanges } = segmentArticle(article)
      for (const layer of [paragraphs, sentences, turns]) {
        let last = 0
        for (const { start, end } of layer) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThanOrEqual(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(article.text.length)
      }
      const words = (part: string): string => part.replace(/\s+/g, '')
      for (const { index, start, end, label } of turns) {
        const inside = paragraphs
          .filter(({ turn }) => turn === index)
          .map((p) => article.text.slice(p.start, p.end))
          .join('')
        expect(words(inside)).toBe(words(article.text.slice(label?.end ?? start, end)))
      }
      for (const { question, answers } of exchanges) for (const answer of answers) expect(answer).toBeGreaterThan(question)
    }),
  )
})

test('every span is found again in the source', () => {
  fc.assert(
    fc.property(text, (raw) => {
      const article = readArticle(raw)
      for (const { start, end } of segmentArticle(article).paragraphs) {
        const there = locateInSource(article, { start, end })
        expect(there.start).toBeLessThanOrEqual(there.end)
        expect(there.end).toBeLessThanOrEqual(raw.length)
      }
    }),
  )
})

test.each([
  'The U.S. and the U.N. met. Dr. Smith said 3.5 per cent.',
  'See example.com or www.Example.com/Page.Html for more.',
  'A Ph.D. student read e.g.This and i.e.That in code.',
  'The eBay and McDonald names, JavaScript.Promise, ASP.NET and Node.js stayed.',
  'Café, naïve, façade, Қазақстан, Әлем and São Paulo stayed.',
])('repair leaves alone what is right: %s', (right) => {
  expect(readArticle(right)).toMatchObject({ text: right, repairs: [] })
})

test.each([
  ['It\u00e2\u20ac\u2122s over.', 'It’s over.'],
  ['It\u00c3\u00a2\u00e2\u201a\u00ac\u00e2\u201e\u00a2s twice.', 'It’s twice.'],
  ['He left the govern-\nment in May.', 'He left the government in May.'],
  ['He said "yes."Then he left.', 'He said "yes." Then he left.'],
  ['a soft\u00adhyphen and a \ufeffmark', 'a softhyphen and a mark'],
])('repair mends %j', (damaged, mended) => {
  const { text: read, repairs } = readArticle(damaged)
  expect(read).toBe(mended)
  expect(repairs.length).toBeGreaterThan(0)
})

test('sentences keep initials, titles, decimals and quotes whole', () => {
  const source =
    'K. Tokayev met Mr. Xi at 5 p.m. Monday. He said "No." She has a Ph.D. She paid 3.5 bn. No. We met at No. 10 there. Wait... what? 1. First.'
  expect(splitSentences(source).map(({ start, end }) => source.slice(start, end))).toEqual([
    'K. Tokayev met Mr. Xi at 5 p.m. Monday.',
    'He said "No."',
    'She has a Ph.D.',
    'She paid 3.5 bn.',
    'No.',
    'We met at No. 10 there.',
    'Wait... what?',
    '1. First.',
  ])
})

test('paragraphs follow the layout of the whole text', () => {
  const wrapped = 'The first line of this paragraph goes on and on\nuntil it is wrapped below, as typists did it, and\nends here.'
  expect(splitParagraphs(wrapped)).toHaveLength(1)
  expect(splitParagraphs('One paragraph.\nAnother paragraph.')).toHaveLength(2)
  expect(splitParagraphs('One.\nStill one.\n\nTwo.')).toHaveLength(2)
  const belowTitle = Array.from({ length: 6 }, (_, i) => `The council met for day ${i} of the talks. It agreed on nothing.`).join(
    '\n',
  )
  expect(splitParagraphs(`A title\n\n${belowTitle}`)).toHaveLength(7)
})

test('given paragraphs and sentences are taken untouched', () => {
  const article = { ...readArticle('One. Two. Three.'), paragraphs: [{ start: 0, end: 9 }], sentences: [{ start: 5, end: 9 }] }
  expect(segmentArticle(article)).toMatchObject({ paragraphs: [{ start: 0, end: 9 }], sentences: [{ start: 5, end: 9 }] })
})

test('a file of several articles gives each, and says so when one is asked for', () => {
  const raw = 'Title: A\nDate: 21 June 2022\nText:\nOne went.\n\nTitle: B\nDate: 2022-06-22\nText:\nTwo came.\n'
  expect(readArticles(raw).map(({ title, date, text: read }) => [title, date, read])).toEqual([
    ['A', '2022-06-21', 'One went.'],
    ['B', '2022-06-22', 'Two came.'],
  ])
  expect(readArticle(raw).issues.map(({ code }) => code)).toContain('several-articles')
})

test('records are read by their own field names, utterances with their turns', () => {
  const record = readRecord(
    { headline: 'Talks', body: 'They talked.', when: '03/04/2020' },
    { fields: { text: 'body', title: 'headline', date: 'when' } },
  )
  expect(record).toMatchObject({ title: 'Talks', text: 'They talked.', format: 'record', date: '03/04/2020' })
  expect(record.issues.map(({ code }) => code)).toEqual(['ambiguous-date'])
  const { turns, exchanges } = segmentArticle(
    readUtterances([
      { speaker: { id: 'constructor' }, text: 'Why did you come?' },
      { speaker: '__proto__', text: 'I was asked.' },
    ]),
  )
  expect(turns.map(({ speaker, role }) => [speaker, role])).toEqual([
    ['constructor', 'interviewer'],
    ['__proto__', 'respondent'],
  ])
  expect(exchanges).toHaveLength(1)
})

test.each([
  ['', 'empty-text'],
  [' \n\t ', 'empty-text'],
  ['Title: Alone\nDate: 2020-01-02\nText:\n', 'no-body'],
  ['half \ud800 a pair', 'lone-surrogate'],
  ['Der Minister hat gestern in der Stadt mit den Abgeordneten gesprochen und ist dann nach Hause gefahren.', 'not-english'],
])('%j is an article with an issue', (raw, code) => {
  expect(readArticle(raw).issues.map((issue) => issue.code)).toContain(code)
})

test('binary input and web pages are errors of the caller', () => {
  expect(() => readArticle('\u0000\u0001\u0002'.repeat(50))).toThrow(expect.objectContaining({ code: 'binary-input' }))
  expect(() => readArticle('<!doctype html><p>Hi</p>')).toThrow(/readHtml.*media-framing\/html/)
})
