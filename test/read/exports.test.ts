import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type Article, readArticle, readArticles } from '../../src/index.js'

const FOLDER = fileURLToPath(new URL('exports', import.meta.url))
const files = readdirSync(FOLDER).filter((file) => /\.(?:txt|html)$/.test(file))

/** What a person compares: all but the positions. */
function show(article: Article): object {
  const { id, origin, repairs, format, ...shown } = article
  return shown
}

// Each file is laid out as a vendor does, with invented words; its golden was read by a person. A new file adds a test.
// To renew: RENEW=1 npx vitest run --config test/vitest.config.ts test/read/exports.test.ts, then read the difference.
describe.each(files)('%s', (file) => {
  const raw = readFileSync(`${FOLDER}/${file}`, 'utf8')
  const articles = readArticles(raw)

  test('its articles and their fields', () => {
    const golden = `${FOLDER}/${file}.json`
    if (process.env.RENEW) writeFileSync(golden, `${JSON.stringify(articles.map(show), null, 2)}\n`)
    expect(articles.map(show)).toEqual(JSON.parse(readFileSync(golden, 'utf8')))
  })

  test('every run of the text stands in the source where the map says', () => {
    for (const { text, origin } of articles) {
      for (const { start, source, length } of origin?.copies ?? []) {
        expect(raw.slice(source, source + length)).toBe(text.slice(start, start + length))
      }
    }
  })

  test('readArticle gives the first one’s fields and the texts of all', () => {
    const all = readArticle(raw)
    expect(all.title).toBe(articles[0]?.title)
    for (const { text } of articles) expect(all.text.replace(/\s+/g, ' ')).toContain(text.replace(/\s+/g, ' '))
    expect(all.issues.some(({ code }) => code === 'several-articles')).toBe(articles.length > 1)
  })

  test('line ends of Windows make no difference', () => {
    const plain = ({ text, title, outlet, date }: Article) => ({ text, title, outlet, date })
    expect(readArticles(raw.replaceAll('\n', '\r\n')).map(plain)).toEqual(articles.map(plain))
  })
})

test('prose that speaks of documents, lengths and languages is no export', () => {
  const prose = [
    'The clerk read 1 of 2 documents.\n\nThe other was lost.\n\nLENGTH: nobody knows.',
    'End of Document\n\nThat was the last line of the treaty, and nobody signed.',
    'HD televisions are sold.\n\nLP records are back.\n\nTD Bank said so.',
    'Document 1 of 3\n\nSubject: the port.\n\nAuthor: unknown.',
  ]
  for (const raw of prose) expect(readArticle(raw).text).toBe(raw)
})

test.each([
  ['RTF', '{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 The talks failed.\\par}'],
  ['a PDF file', '%PDF-1.7\n1 0 obj'],
  ['a DOCX or zip file', 'PK\u0003\u0004\u0014\u0000'],
])('%s given as text is refused by name', (name, raw) => {
  expect(() => readArticle(raw)).toThrow(
    expect.objectContaining({ code: 'binary-input', message: expect.stringContaining(name) }),
  )
})
