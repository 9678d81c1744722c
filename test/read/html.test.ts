import { expect, test } from 'vitest'
import { readHtml } from '../../src/html.js'
import { segmentArticle } from '../../src/segment/index.js'

const PAGE = `<!DOCTYPE html><html lang="en-GB"><head><title>Calder Post</title>
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"The harbour","datePublished":"2023-04-05","author":{"name":"Lena Marsh"},"publisher":{"name":"The Calder Post"}}]}</script>
</head><body><nav><ul><li><a href="/">Home</a></li></ul></nav><div class="cookie-notice"><p>We use cookies. Accept all?</p></div>
<main><article><h1>The harbour</h1>
<p>Port director Jonas Peel has had a hard winter. He spoke to us about cranes, money &amp; the men who left.</p>
<p><strong>Mr&nbsp;Peel, when will you open the harbour?</strong><br>In May. The cranes are here, and I have seen them work.</p>
<p><strong>What do you say to the dockers you dismissed?</strong></p><p>I say that I am sorry. I would hire them again tomorrow.</p>
<p><strong>Will you stay?</strong></p><p>As long as they let me. My contract ends in June, and I have not been asked.</p>
</article><section class="comments"><h2>Comments</h2><p>Bob: Why is he there?</p></section></main>
<footer><p>Imprint</p></footer><script>var a = "<p>no</p>"</script></body></html>`

test('a page gives its own text, its metadata and the way back to the source', () => {
  const article = readHtml(PAGE)
  expect(article).toMatchObject({
    format: 'html',
    title: 'The harbour',
    date: '2023-04-05',
    author: 'Lena Marsh',
    outlet: 'The Calder Post',
    language: 'en-GB',
  })
  for (const stray of ['Home', 'cookies', 'Comments', 'Imprint', 'var a']) expect(article.text).not.toContain(stray)
  expect(article.text).toContain('money & the men')
  for (const { start, source, length } of article.origin?.copies ?? []) {
    expect(article.text.slice(start, start + length)).toBe(PAGE.slice(source, source + length))
  }
})

test('bold questions of a page are questions', () => {
  const { turns, exchanges } = segmentArticle(readHtml(PAGE))
  expect(turns.map(({ role }) => role)).toEqual([
    'narrator',
    'interviewer',
    'respondent',
    'interviewer',
    'respondent',
    'interviewer',
    'respondent',
  ])
  expect(exchanges).toHaveLength(3)
})
