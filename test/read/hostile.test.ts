import { describe, expect, test } from 'vitest'
import { readHtml } from '../../src/html.js'
import { readArticle } from '../../src/index.js'

/** Milliseconds of processor time; the machine's other work does not count. */
function measure(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const PARAGRAPH = '<p>The talks failed on Monday in the port of Orlen.</p>'

describe('pages', () => {
  test.each([
    ['800 nested elements', `<html><body>${'<div>'.repeat(800)}${PARAGRAPH}${'</div>'.repeat(800)}</body></html>`],
    ['unclosed bold print', `<html><body>${PARAGRAPH}${'<b>x '.repeat(5000)}</body></html>`],
  ])('%s: all words are read, with an issue', (_, html) => {
    let article: ReturnType<typeof readHtml> | undefined
    expect(
      measure(() => {
        article = readHtml(html)
      }),
    ).toBeLessThan(2000)
    expect(article?.text).toContain('The talks failed on Monday in the port of Orlen.')
    expect(article?.issues.map(({ code }) => code)).toContain('plain-page')
  })

  test.each([
    ['signs of less', '<'.repeat(20_000)],
    ['tags that never close', '<p '.repeat(100_000)],
    ['quotes that never close', '<p "'.repeat(50_000)],
    [
      'metadata nested deeply',
      `<script type="application/ld+json">{"@type":"NewsArticle","author":${'['.repeat(50_000)}${']'.repeat(50_000)}}</script>${PARAGRAPH}`,
    ],
    [
      'things nested deeply',
      `<script type="application/ld+json">{"@type":"NewsArticle","author":${'{"name":'.repeat(20_000)}1${'}'.repeat(20_000)}}</script>${PARAGRAPH}`,
    ],
  ])('%s take no time and throw nothing', (_, html) => {
    expect(measure(() => readHtml(html))).toBeLessThan(3000)
  })
})

// Each family of lines that a reader looks at closely, as many as a hostile file has: half of them must take about half the time.
test.each([
  ['HD a\n'],
  ['1 of 2 DOCUMENTS\n'],
  ['LENGTH: 4 words\n\n'],
  ['End of Document\n'],
  ['Database: x\n'],
  ['00:01 x\n'],
  ['<!-- '],
  ['![a]('],
  ['[a](b)\n'],
  ['a-\n'],
  ['   a b.\nc d\n'],
  ['":\n'],
  ['Document ABCD00002024031400000\n'],
])('%j many times takes linear time', (line) => {
  const read = (times: number): number => measure(() => readArticle(`# T\n\n${line.repeat(times)}`))
  read(1000)
  expect(read(20_000)).toBeLessThan(Math.max(400, 40 * read(2000)))
})
