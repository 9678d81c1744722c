import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readArticle } from '../../src/read/index.js'
import { segmentArticle } from '../../src/segment/index.js'

const SOURCE = `# The harbour

**Mr. Peel, when will it open?**
In *May*, I hope. See [the plan](https://example.com/plan "Plan") and file\\_name\\[1\\].

> He said that 2 * 3 * 4 is 24.

- cranes
- a snake_case_name
`

test('the marks of Markdown are taken out, and what they say stands in blocks and bold runs', () => {
  const { text, format, title, blocks, bold, origin, repairs } = readArticle(SOURCE)
  expect(format).toBe('markdown')
  expect(title).toBe('The harbour')
  expect(repairs).toEqual([])
  expect(text).toBe(
    'The harbour\n\nMr. Peel, when will it open?\n\nIn May, I hope. See the plan and file_name[1].\n\nHe said that 2 * 3 * 4 is 24.\n\n- cranes\n- a snake_case_name',
  )
  expect(blocks?.map(({ kind, strong, start, end }) => [kind, strong === true, text.slice(start, end)])).toEqual([
    ['heading', false, 'The harbour'],
    ['paragraph', true, 'Mr. Peel, when will it open?'],
    ['paragraph', false, 'In May, I hope. See the plan and file_name[1].'],
    ['quote', false, 'He said that 2 * 3 * 4 is 24.'],
    ['list-item', false, '- cranes\n- a snake_case_name'],
  ])
  expect(bold?.map(({ start, end }) => text.slice(start, end))).toEqual(['Mr. Peel, when will it open?'])
  for (const { start, source, length } of origin?.copies ?? [])
    expect(text.slice(start, start + length)).toBe(SOURCE.slice(source, source + length))
})

test('no word of a Markdown text is lost, doubled or moved', () => {
  const piece = fc.constantFrom(
    '**',
    '*',
    '__',
    '_',
    '\\*',
    '\\',
    '# ',
    '> ',
    '- ',
    '1. ',
    '\n',
    '\n\n',
    '\r\n',
    ' ',
    '[one](x)',
    'two',
    'Why?',
    '`',
  )
  const words = (part: string): string => part.replaceAll('](x)', '').replace(/[^\p{L}\p{N}]/gu, '')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const raw = `# Title\n\n**Bold.**\n\n${pieces.join('')}`
      expect(words(readArticle(raw).text)).toBe(words(raw))
    }),
  )
})

test('labels in bold without a colon are labels', () => {
  const { turns } = segmentArticle(
    readArticle('**Q** Will you stay?\n\n**A** I will.\n\n**Q** How long?\n\n**A** As long as they let me.\n'),
  )
  expect(turns.map(({ role }) => role)).toEqual(['interviewer', 'respondent', 'interviewer', 'respondent'])
})

describe('what is no word of the text', () => {
  test.each([
    [
      'raw HTML',
      '# Talks\n\n<center><img src="a.png" alt="A ship"></center>\n\nThe talks failed.<sup>1</sup>\n',
      'Talks The talks failed.1',
    ],
    [
      'a comment over lines',
      '# Talks\n\n<!-- not\nfor print -->\n\nThe talks<br>failed &amp; ended.\n',
      'Talks The talks failed & ended.',
    ],
    [
      'images, linked or not',
      '[![Logo](l.png)](https://p.example)\n\n# Talks\n\n![A ship](s.jpg "x")\n\nThe talks failed.\n',
      'Talks The talks failed.',
    ],
    [
      'a list of links',
      '# Talks\n\nThe talks failed.\n\n- [Home](/)\n- [News](/news)\n- [About](/about)\n',
      'Talks The talks failed.',
    ],
    [
      'a row of links',
      '[Home](/) | [News](/news) | [About](/about)\n\n# Talks\n\nThe talks failed.\n',
      'Talks The talks failed.',
    ],
    [
      'link definitions and rules',
      '# Talks\n\nThe talks failed [again][1].\n\n***\n\n[1]: https://p.example/1\n',
      'Talks The talks failed again.',
    ],
    [
      'an underlined title',
      'Talks\n=====\n\nThe **talks** failed in *May*.\n\n> They *will* go on.\n',
      'Talks The talks failed in May. They will go on.',
    ],
  ])('%s', (_, raw, words) => {
    expect(readArticle(raw).text.replace(/\s+/g, ' ').trim()).toBe(words)
  })

  test('links in a text and a list of two stay', () => {
    const raw = '# Talks\n\nSee [the text](https://p.example).\n\n- [One](/1)\n- [Two](/2)\n'
    expect(readArticle(raw).text).toMatch(/See the text\.[\s\S]*One[\s\S]*Two/)
  })

  test('signs of less and greater in prose are no HTML', () => {
    const prose = 'In 1 < 2 and 3 > 2, math holds.\n\nThe <y> of it.'
    expect(readArticle(prose).text).toBe(prose)
  })
})

describe('front matter', () => {
  test.each([
    [
      'YAML',
      '---\ntitle: "Talks: the end"\ndate: 2024-03-01\nauthor:\n  - name: R. Lind\n  - T. Orum\ntags: [trade, ports]\nlayout: post\n---\n\nThe talks failed.\n',
    ],
    [
      'no YAML after all',
      '---\ntitle: Talks: the end\ndate: 2024-03-01\nauthor: R. Lind, T. Orum\ntags: trade;ports\nlayout: post\n---\n\nThe talks failed.\n',
    ],
    [
      'TOML',
      '+++\ntitle = "Talks: the end"\ndate = 2024-03-01\nauthor = "R. Lind, T. Orum"\ntags = "trade;ports"\nlayout = "post"\n+++\n\nThe talks failed.\n',
    ],
  ])('%s', (_, raw) => {
    expect(readArticle(raw)).toMatchObject({
      text: 'The talks failed.',
      title: 'Talks: the end',
      date: '2024-03-01',
      author: 'R. Lind, T. Orum',
      categories: ['trade', 'ports'],
      headers: { layout: 'post' },
    })
  })

  test('a heading is the title where the front matter has none', () => {
    expect(readArticle('---\ndate: 2024-03-01\nlayout: post\n---\n\n# Talks *fail*\n\nNobody signed.\n').title).toBe('Talks fail')
    expect(readArticle('# Talks **fail**\n\nNobody signed.\n').title).toBe('Talks fail')
  })

  test('thousands of anchors take no time', () => {
    const anchors = Array.from({ length: 2000 }, (_, i) => `k${i}: &a${i} 1`)
      .join('\n')
      .slice(0, 19_000)
    const before = performance.now()
    readArticle(`---\ntitle: Talks\n${anchors}\n---\n\nThe talks failed.\n`)
    expect(performance.now() - before).toBeLessThan(1000)
  })
})
