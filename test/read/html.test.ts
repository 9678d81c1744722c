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

test('bold runs and italic blocks of a page stand in its text', () => {
  const page = (body: string): string =>
    `<html><head><title>Bridge</title></head><body><main><article><h1>Bridge</h1>${body}</article></main></body></html>`
  const named = readHtml(
    page(
      [
        ['Lena Marsh', 'Minister, when will the bridge open? The town has waited for two winters.'],
        ['Odo Tarn', 'In May, if the river lets us. I was there yesterday, and the piers are dry.'],
        ['Lena Marsh', 'And who pays for the delay &amp; the ferry?'],
        ['Odo Tarn', 'The builders do. It is in the contract, and I have read it to them twice.'],
      ]
        .map(([name, words]) => `<p><b>${name}</b> ${words}</p>`)
        .join(''),
    ),
  )
  expect(named.bold?.map(({ start, end }) => named.text.slice(start, end))).toEqual([
    'Lena Marsh',
    'Odo Tarn',
    'Lena Marsh',
    'Odo Tarn',
  ])
  expect(segmentArticle(named).turns.map(({ speaker, role }) => `${speaker} ${role}`)).toEqual([
    'Lena Marsh interviewer',
    'Odo Tarn respondent',
    'Lena Marsh interviewer',
    'Odo Tarn respondent',
  ])
  const slanted = readHtml(
    page('<p><em>Was it hard to build?</em></p><p>It was the hardest thing that I have ever done in my life.</p>'),
  )
  expect(slanted.blocks?.filter(({ italic }) => italic).map(({ start, end }) => slanted.text.slice(start, end))).toEqual([
    'Was it hard to build?',
  ])
})
