import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../src/documents.js'
import { takeRtfText } from '../src/read/index.js'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What Nexis Uni writes, a line a paragraph. */
const EXPORT = [
  'Talks fail in Orlen',
  'The Pilot (Velmara)',
  'February 13, 2019 Wednesday',
  'Copyright 2019 Pilot Media All Rights Reserved',
  'Section: WORLD',
  'Length: 12 words',
  'Body',
  'The talks failed on Wednesday.',
  'Nobody signed.',
  'Load-Date: February 14, 2019',
  'End of Document',
]
const READ = {
  title: 'Talks fail in Orlen',
  outlet: 'The Pilot',
  date: '2019-02-13',
  text: 'The talks failed on Wednesday.\n\nNobody signed.',
}

function docx(paragraphs: readonly string[]): Uint8Array {
  const office = 'http://schemas.openxmlformats.org'
  const body = paragraphs.map((words) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`).join('')
  return zipSync({
    '[Content_Types].xml': bytesOf(
      `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': bytesOf(
      `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': bytesOf(
      `<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  })
}

const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 92>>stream
BT /F1 12 Tf 20 150 Td (The navy attacked the) Tj 0 -14 Td (port on Monday.) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
`

describe('an export gives its articles in every form', () => {
  test.each([
    ['DOCX', docx(EXPORT)],
    ['RTF', bytesOf(`{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 ${EXPORT.join('\\par\n')}\\par}`)],
    ['plain text', bytesOf(EXPORT.join('\n\n'))],
    ['a zip of a DOCX', zipSync({ 'a/one.docx': docx(EXPORT), '__MACOSX/._one.docx': bytesOf('x'), 'logo.png': bytesOf('y') })],
  ])('%s', async (_, bytes) => {
    expect(await readDocument(bytes)).toMatchObject([READ])
  })
})

test('the words of a PDF are read', async () => {
  const [article] = await readDocument(bytesOf(PDF))
  expect(article?.text.replace(/\s+/g, ' ')).toBe('The navy attacked the port on Monday.')
})

test('files of a zip are read in the order of their names, which stand in the ids', async () => {
  const articles = await readDocument(zipSync({ 'b.txt': bytesOf('Second.'), 'a.txt': bytesOf('First.') }), { id: 'x.zip' })
  expect(articles.map(({ id, text }) => [id, text])).toEqual([
    ['x.zip/a.txt', 'First.'],
    ['x.zip/b.txt', 'Second.'],
  ])
})

test.each([
  [
    'fonts, pictures and links',
    '{\\rtf1{\\fonttbl{\\f0 A;}}{\\pict 89504e}{\\*\\generator X;}A {\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt link}}.\\par}',
    'A link.',
  ],
  ['bytes and characters', "{\\rtf1\\ansi\\uc1 caf\\'e9 \\ldblquote no\\rdblquote  \\u8211 ? \\'97 \\emdash}", 'café “no” – — —'],
  ['braces and backslashes', '{\\rtf1 a \\{b\\} c\\\\d}', 'a {b} c\\d'],
  ['paragraphs and lines', '{\\rtf1 One.\\par\\par Two\\line lines.\\page Three.}', 'One.\n\nTwo\nlines.\n\nThree.'],
])('RTF: %s', (_, rtf, text) => {
  expect(takeRtfText(rtf)).toBe(text)
})

test('what cannot be opened is an error that says so', async () => {
  const broken = zipSync({ 'a.txt': bytesOf('x') }).slice(0, 20)
  for (const bytes of [broken, bytesOf('%PDF-1.7 no more'), zipSync({ 'a.png': bytesOf('x') })]) {
    await expect(readDocument(bytes)).rejects.toThrow(expect.objectContaining({ code: 'binary-input' }))
  }
  await expect(readDocument('text' as never)).rejects.toThrow(expect.objectContaining({ code: 'invalid-argument' }))
})
