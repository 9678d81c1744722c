import { describe, expect, test } from 'vitest'
import { readArticle, segmentArticle } from '../../src/index.js'

const flat = (raw: string): string => readArticle(raw).text.replace(/\s+/g, ' ')
const speakers = (raw: string): (string | null)[] => segmentArticle(readArticle(raw)).turns.map(({ speaker }) => speaker)

/** A subtitle file of cues of two seconds. */
function srt(...cues: string[]): string {
  const clock = (second: number): string => `00:00:${String(second).padStart(2, '0')},000`
  return cues.map((cue, i) => `${i + 1}\n${clock(2 * i)} --> ${clock(2 * i + 2)}\n${cue}\n`).join('\n')
}
const vtt = (...cues: string[]): string => `WEBVTT\n\n${srt(...cues).replaceAll(',000', '.000')}`

describe('captions that roll up give each line once', () => {
  test('two lines, with a time for each word', () => {
    const lines = ['minister will you keep', 'the tariffs on grain we will', 'keep them they protect', 'farmers and the port']
    const cues = lines.flatMap((line, i) => [
      `${lines[i - 1] ?? ' '}\n${line.replaceAll(' ', '<00:00:01.000><c> ')}</c>`,
      `${line}\n `,
    ])
    expect(flat(vtt(...cues))).toBe(lines.join(' '))
  })

  test('three lines, and a line that grows', () => {
    expect(
      flat(
        srt(
          'a first line',
          'a first line\na second line',
          'a first line\na second line\na third one',
          'a second line\na third one\nthe last',
        ),
      ),
    ).toBe('a first line a second line a third one the last')
    expect(
      flat(srt('the port', 'the port is', 'the port is open', 'the port is open\nand', 'the port is open\nand busy')),
    ).toContain('open')
  })

  test('a word said twice stays twice', () => {
    expect(flat(srt('No.', 'No.', 'I said no.', 'They left.'))).toBe('No. No. I said no. They left.')
  })
})

test('tags, notes, styles, cue names and character references are read', () => {
  const raw =
    'WEBVTT\n\nNOTE by hand\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> 00:02.000\n<i>Good</i> evening &amp; hello.\n\n00:02.000 --> 00:03.000\nBye.\n'
  expect(readArticle(raw)).toMatchObject({ text: 'Good evening & hello.\nBye.', format: 'transcript' })
  expect(flat('0:00:00.599,0:00:04.160\nGood evening.\n\n0:00:04.160,0:00:06.770\nThe port is open.\n')).toBe(
    'Good evening. The port is open.',
  )
})

describe('who speaks', () => {
  test.each([
    [
      '>> NAME:',
      vtt(
        '&gt;&gt; DANA REED: Minister, will you',
        'keep the tariffs?',
        '&gt;&gt; TIM ORUM: We will keep them.',
        '&gt;&gt; DANA REED: And the port?',
        '&gt;&gt; TIM ORUM: It is open.',
      ),
      ['DANA REED', 'TIM ORUM', 'DANA REED', 'TIM ORUM'],
    ],
    [
      '<v Name>',
      vtt(
        '<v Dana Reed>Minister, will you keep',
        '<v Dana Reed>the tariffs?</v>',
        '<v Tim Orum>We will keep them.',
        '<v Dana Reed>And the port?',
        '<v Tim Orum>It is open.',
      ),
      ['Dana Reed', 'Tim Orum', 'Dana Reed', 'Tim Orum'],
    ],
  ])('%s', (_, raw, expected) => {
    expect(speakers(raw)).toEqual(expected)
  })

  test.each([
    [
      'a dash at each change',
      srt('- Minister, will you keep the tariffs?', '- We will keep them.\n- And the port?', '- It is open.'),
    ],
    ['no space behind it', srt('-Minister, will you keep the tariffs?', '-We will keep them.\n-And the port?', '-It is open.')],
    [
      'none before the first',
      srt('Minister, will you keep the tariffs?', '- We will keep them.\n- And the port?', '- It is open.'),
    ],
    ['>> alone', srt('>> Minister, will you keep the tariffs?', '>> We will keep them.', '>> And the port?', '>> It is open.')],
  ])('%s', (_, raw) => {
    const { turns, exchanges } = segmentArticle(readArticle(raw))
    expect([turns.length, exchanges.length]).toEqual([4, 2])
  })
})

describe('times of a pasted transcript are no words', () => {
  const words = 'Good evening, and welcome. The minister is here. He will answer.'
  test.each([
    ['glued', '00:00Good evening, and welcome.\n00:16The minister is here.\n00:22He will answer.\n'],
    ['on lines of their own', '0:00\nGood evening, and welcome.\n\n0:16\nThe minister is here.\n\n0:22\nHe will answer.\n'],
    ['in brackets', '(00:00) Good evening, and welcome.\n(00:16) The minister is here.\n(01:22) He will answer.\n'],
    [
      'ranges',
      '[00:00.000 --> 00:04.000]  Good evening, and welcome.\n[00:04.000 --> 00:06.000]  The minister is here.\n[00:06.000 --> 00:09.000]  He will answer.\n',
    ],
    ['with hours', '01:00:00 Good evening, and welcome.\n01:00:16 The minister is here.\n01:00:22 He will answer.\n'],
  ])('%s', (_, raw) => {
    expect(flat(raw)).toBe(words)
  })

  test.each([
    'The vote was at 10:30.\n\nBy 11:15 it was over.\n\nThe final score was 2:15.',
    '09:15 The minister arrives.\n\n09:40 She speaks.\n\n10:30 She leaves.',
    '9:15 a.m. The doors open.\n\n9:40 a.m. The talks begin.\n\n10:30 a.m. They end.',
  ])('times of day are: %j', (raw) => {
    expect(readArticle(raw).text).toBe(raw)
  })
})
