import { describe, expect, test } from 'vitest'
import { segmentArticle } from '../../src/index.js'
import { CONVERSATION_FORMS, findConversation } from '../../src/read/conversation-forms.js'
import { readConvokit, readData } from '../../src/read/index.js'
import { foldName, RECORD_NAMES } from '../../src/read/record-names.js'

const ASKED = 'Will you keep the tariffs on grain?'
const ANSWERED = 'We will keep them. They protect farmers.'

test.each(CONVERSATION_FORMS.map(({ form, example }) => [form, example] as const))('%s', (_, example) => {
  const found = findConversation(example)
  expect(found?.utterances.map(({ speaker, text }) => [speaker, text])).toEqual([
    ['A', 'Why?'],
    ['B', 'Because.'],
  ])
})

describe('conversations', () => {
  test('what a recognizer cuts at pauses is one turn, and a cut without a speaker is the last one’s', () => {
    const segments = [
      { speaker: 'SPEAKER_01', text: ` ${ASKED}` },
      { speaker: 'SPEAKER_00', text: ' We will keep them.' },
      { text: ' They protect farmers.' },
    ]
    const [article] = readData({ segments, language: 'en' })
    expect(article?.text).toBe(`${ASKED}\n\n${ANSWERED}`)
    expect(article?.turns?.map(({ speaker }) => speaker)).toEqual(['SPEAKER_01', 'SPEAKER_00'])
    expect(article?.language).toBe('en')
  })

  test('speakers’ names, title, date and program are taken from around it', () => {
    const [article] = readData({
      id: 'M-1',
      program: 'Morning Talk',
      date: '2019-03-04',
      title: 'Grain',
      utt: [ASKED, ANSWERED],
      speaker: ['DANA REED, HOST', 'TIM ORU, MINISTER'],
    })
    expect(article).toMatchObject({ id: 'M-1', outlet: 'Morning Talk', date: '2019-03-04', title: 'Grain' })
    const [talk] = readData({
      speech: {
        speakers: [{ id: 7, speaker_name: 'Dana Reed' }],
        transcripts: [
          { speaker_id: 7, transcript: ASKED },
          { speaker_id: 9, transcript: ANSWERED },
        ],
      },
    })
    expect(talk?.turns?.map(({ speaker }) => speaker)).toEqual(['Dana Reed', 'Speaker 9'])
  })

  test('rows that are utterances are conversations, each by its id', () => {
    const rows = ['c1', 'c2'].flatMap((conversation_id) => [
      { conversation_id, speaker: 'host', text: ASKED },
      { conversation_id, speaker: 'guest', text: ANSWERED },
    ])
    expect(readData(rows).map(({ id, turns }) => [id, turns?.length])).toEqual([
      ['c1', 2],
      ['c2', 2],
    ])
    const speakers = new Map(Object.entries({ host: { meta: { name: 'Dana Reed' } } }))
    const conversations = new Map(Object.entries({ c1: { meta: { title: 'Grain' } } }))
    const [first] = readConvokit(rows, speakers, conversations)
    expect(first).toMatchObject({ id: 'c1', title: 'Grain' })
    expect(first?.turns?.map(({ speaker }) => speaker)).toEqual(['Dana Reed', 'guest'])
  })

  test('a chat’s parts say who asks', () => {
    const [article] = readData({
      conversations: [
        { from: 'human', value: ASKED },
        { from: 'gpt', value: ANSWERED },
      ],
    })
    expect(article && segmentArticle(article).turns.map(({ role }) => role)).toEqual(['interviewer', 'respondent'])
  })

  test('rows with titles, or speeches of several days, are records', () => {
    const row = { speaker: 'Dana Reed', text: ANSWERED }
    expect(
      readData([
        { ...row, title: 'A' },
        { ...row, title: 'B' },
      ]),
    ).toHaveLength(2)
    expect(
      readData([
        { ...row, date: '2024-03-01' },
        { ...row, date: '2024-03-02' },
      ]),
    ).toHaveLength(2)
  })
})

// One record each, with the columns of the collection and words of our own.
test.each([
  [
    'news-please',
    {
      title: 'Grain',
      maintext: ANSWERED,
      date_publish: '2024-03-01 10:00:00',
      source_domain: 'pilot.example',
      authors: ['R. Lind'],
      description: 'Short.',
      date_download: '2024-05-05',
    },
  ],
  [
    'Article-Bias-Prediction',
    {
      ID: 'x',
      topic: 'trade',
      source: 'Pilot',
      title: 'Grain',
      date: '2024-03-01',
      authors: 'R. Lind',
      content: ANSWERED,
      content_original: 'OTHER',
    },
  ],
  [
    'CC-News',
    {
      title: 'Grain',
      text: ANSWERED,
      domain: 'pilot.example',
      date: '2024-03-01 10:00:00',
      description: 'Short.',
      url: 'https://pilot.example/1',
    },
  ],
  [
    'GDELT',
    { SQLDATE: 20240301, SOURCEURL: 'https://pilot.example/1', SourceCommonName: 'Pilot', title: 'Grain', content: ANSWERED },
  ],
  [
    'GDELT DOC',
    { seendate: '20240301T120000Z', url: 'https://pilot.example/1', domain: 'pilot.example', title: 'Grain', text: ANSWERED },
  ],
  [
    'Media Cloud',
    { stories_id: 1, publish_date: '2024-03-01 00:00:00', title: 'Grain', media_name: 'Pilot', story_text: ANSWERED },
  ],
  [
    'NewsAPI',
    {
      source: { id: null, name: 'Pilot' },
      author: 'R. Lind',
      title: 'Grain',
      publishedAt: '2024-03-01T10:00:00Z',
      content: ANSWERED,
    },
  ],
  [
    'schema.org',
    {
      headline: 'Grain',
      articleBody: ANSWERED,
      datePublished: '2024-03-01',
      publisher: { name: 'Pilot' },
      author: { name: 'R. Lind' },
    },
  ],
])('the columns of %s are found without a map', (_, record) => {
  const [article] = readData(record)
  expect(article).toMatchObject({ text: ANSWERED, title: 'Grain' })
  expect(article?.date?.slice(0, 10)).toBe('2024-03-01')
  expect(article?.outlet).toMatch(/^[Pp]ilot/)
})

test('services wrap their results in a list', () => {
  const rows = [
    { title: 'A', text: ASKED },
    { title: 'B', text: ANSWERED },
  ]
  expect(readData({ status: 'ok', articles: rows })).toHaveLength(2)
  expect(readData({ response: { results: rows } })).toHaveLength(2)
})

test('a summary is read where there is no text, and said so; an empty text stays empty', () => {
  const [article] = readData({ title: 'Grain', desc: ANSWERED })
  expect(article?.issues.map(({ code }) => code)).toEqual(['summary-only'])
  const [empty] = readData({ title: 'Grain', maintext: '', description: ANSWERED })
  expect(empty?.issues.map(({ code }) => code)).toEqual(['empty-text'])
  expect(() => readData({ title: 'Grain' })).toThrow(/to hold the text/)
})

test('a text of HTML is read by its paragraphs', () => {
  const [article] = readData({ text: `<p>${ASKED}</p>\n<p>We &amp; they.</p>` })
  expect(article?.text).toBe(`${ASKED}\n\nWe & they.`)
})

test('each name stands once, folded', () => {
  const all = Object.values(RECORD_NAMES).flat()
  expect(new Set(all).size).toBe(all.length)
  expect(all.map(foldName)).toEqual(all)
})
