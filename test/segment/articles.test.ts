import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readArticle } from '../../src/read/index.js'
import { segmentArticle } from '../../src/segment/index.js'

/** Written layouts, each beside a golden file that a person has read: format, paragraphs, turns, then exchanges. */
const FOLDER = join(import.meta.dirname, '..', 'articles')
const layouts = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

describe('written layouts', () => {
  test.each(layouts)('%s', (name) => {
    const article = readArticle(readFileSync(join(FOLDER, name), 'utf8'))
    const { paragraphs, turns, exchanges } = segmentArticle(article)
    const found = [
      `format: ${article.format}`,
      `paragraphs: ${paragraphs.length}`,
      ...turns.map(({ start, end, speaker, role, label }) => {
        const printed = label ? onOneLine(article.text.slice(label.start, label.end)) : '-'
        return `${role} | ${speaker ?? '-'} | ${printed} | ${onOneLine(article.text.slice(label?.end ?? start, end))}`
      }),
      ...exchanges.map(({ question, answers }) => `${question} > ${answers.join(' ')}`.trimEnd()),
    ]
    expect(found).toEqual(
      readFileSync(join(FOLDER, name.replace(/\.txt$/, '.golden')), 'utf8')
        .trimEnd()
        .split('\n'),
    )
  })
})

test('ordinary articles hold no conversation', () => {
  const articles = layouts.filter((name) => name.startsWith('article-'))
  expect(articles.length).toBeGreaterThan(0)
  for (const name of articles) {
    const { turns, exchanges } = segmentArticle(readArticle(readFileSync(join(FOLDER, name), 'utf8')))
    expect([turns, exchanges]).toEqual([[], []])
  }
})
