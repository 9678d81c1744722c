import type { SpeakerRole } from '../types.js'
import type { Utterance } from './read-utterances.js'

/** A conversation as a file of JSON keeps it, with what it says of itself. */
export interface FoundConversation {
  /** The form's name in `CONVERSATION_FORMS`. */
  readonly form: string
  readonly utterances: readonly Utterance[]
}

/** How one tool or collection keeps a conversation. */
interface ConversationForm {
  readonly form: string
  /** A small conversation in this form; its test reads two utterances of `A` and `B`. */
  readonly example: object
  find(data: Fields): readonly Utterance[] | null
}

type Fields = ReadonlyMap<string, unknown>

/** Speech recognizers, interview collections and chat logs. Source: each one's documentation of its output. */
export const CONVERSATION_FORMS: readonly ConversationForm[] = [
  {
    form: 'MediaSum',
    example: { program: 'Talk', utt: ['Why?', 'Because.'], speaker: ['A', 'B'] },
    find: (data) => zip(data.get('utt'), data.get('speaker')),
  },
  {
    form: 'Deepgram',
    example: {
      results: {
        utterances: [
          { speaker: 'A', transcript: 'Why?' },
          { speaker: 'B', transcript: 'Because.' },
        ],
      },
    },
    find: (data) => {
      const results = fieldsOf(data.get('results'))
      if (!results) return null
      const best = fieldsOf(firstOf(fieldsOf(firstOf(results.get('channels')))?.get('alternatives')))
      return (
        listSpoken(results.get('utterances')) ??
        listSpoken(fieldsOf(best?.get('paragraphs'))?.get('paragraphs')) ??
        joinWords(best?.get('words')) ??
        listSpoken(results.get('audio_segments')) // Amazon Transcribe
      )
    },
  },
  {
    form: 'Rev',
    example: {
      monologues: [
        {
          speaker: 'A',
          elements: [
            { type: 'text', value: 'Why' },
            { type: 'punct', value: '?' },
          ],
        },
        {
          speaker: 'B',
          elements: [
            { type: 'text', value: 'Because' },
            { type: 'punct', value: '.' },
          ],
        },
      ],
    },
    find: (data) => {
      const names = namesOf(data.get('speakers'))
      return listSpoken(data.get('monologues'))?.map((utterance) => rename(utterance, names)) ?? null
    },
  },
  {
    form: 'Otter',
    example: {
      speech: {
        transcripts: [
          { speaker_name: 'A', transcript: 'Why?' },
          { speaker_name: 'B', transcript: 'Because.' },
        ],
      },
    },
    find: (data) => {
      const speech = fieldsOf(data.get('speech')) ?? data
      const names = namesOf(speech.get('speakers') ?? data.get('speakers'))
      return listSpoken(speech.get('transcripts'))?.map((utterance) => rename(utterance, names)) ?? null
    },
  },
  ...(
    [
      ['AssemblyAI', 'utterances', 'text', 'speaker'],
      ['Whisper', 'segments', 'text', 'speaker'],
      ['whisper.cpp', 'transcription', 'text', 'speaker'],
      ['ShareGPT', 'conversations', 'value', 'from'],
      ['ShareGPT', 'conversation', 'value', 'from'],
      ['chat messages', 'messages', 'content', 'role'],
      ['turns', 'turns', 'text', 'speaker'],
      ['dialogue', 'dialogue', 'text', 'speaker'],
      ['dialog', 'dialog', 'text', 'speaker'],
      ['transcript', 'transcript', 'text', 'speaker'],
      ['Azure', 'recognizedPhrases', 'display', 'speaker'],
    ] as const
  ).map(
    ([form, list, text, speaker]): ConversationForm => ({
      form,
      example: {
        [list]: [
          { [speaker]: 'A', [text]: 'Why?' },
          { [speaker]: 'B', [text]: 'Because.' },
        ],
      },
      find: (data) => listSpoken(data.get(list)),
    }),
  ),
]

/** Finds the conversation that an object of JSON keeps; null where it keeps none that names its speakers. */
export function findConversation(data: object): FoundConversation | null {
  const fields = new Map<string, unknown>(Object.entries(data))
  for (const { form, find } of CONVERSATION_FORMS) {
    const utterances = find(fields)
    if (utterances && utterances.length > 0 && utterances.some(({ speaker }) => speaker !== ''))
      return { form, utterances: joinRuns(utterances) }
  }
  return null
}

const TEXT_NAMES = ['text', 'utterance', 'transcript', 'value', 'content', 'body', 'display', 'sentence']
const SPEAKER_NAMES = [
  'speaker_name',
  'speakerName',
  'speaker',
  'speaker_label',
  'speaker_id',
  'from',
  'role',
  'user',
  'name',
  'participant',
]

/** Whether an object is one utterance: it names its speaker and holds words. */
export function isUtterance(value: unknown): boolean {
  const fields = fieldsOf(value)
  return (
    fields !== null &&
    ['speaker', 'speaker_name', 'speaker_order', 'from', 'role', 'user'].some((name) => fields.has(name)) &&
    wordsOf(fields) !== null
  )
}

/** One utterance in the form of ConvoKit, whatever names its form has for words and speaker. */
export function readUtterance(value: object): Utterance {
  const fields = new Map<string, unknown>(Object.entries(value))
  const speaker = speakerOf(fields)
  const role =
    ROLES.get(speaker.toLowerCase()) ?? (/^(?:true|1)$/i.test(String(fields.get('is_host'))) ? 'interviewer' : undefined)
  return { text: wordsOf(fields) ?? '', speaker, ...(role && { role }) }
}

/** The parts of a chat are its speakers' names, too. */
const ROLES = new Map<string, SpeakerRole>([
  ['human', 'interviewer'],
  ['user', 'interviewer'],
  ['interviewer', 'interviewer'],
  ['gpt', 'respondent'],
  ['assistant', 'respondent'],
  ['chatgpt', 'respondent'],
  ['interviewee', 'respondent'],
  ['respondent', 'respondent'],
  ['system', 'narrator'],
])

function listSpoken(value: unknown): Utterance[] | null {
  if (!Array.isArray(value) || value.length === 0) return null
  const members = value.map(fieldsOf)
  if (!members.every((fields) => fields !== null && wordsOf(fields) !== null)) return null
  return value.map(readUtterance)
}

function speakerOf(fields: Fields): string {
  for (const name of SPEAKER_NAMES) {
    const value = fields.get(name)
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
    if (typeof value === 'number') return `Speaker ${value}`
    const inner = fieldsOf(value)
    const named = inner?.get('name') ?? inner?.get('id')
    if (typeof named === 'string') return named
  }
  return ''
}

/** The words of an utterance: a string, sentences, or elements with punctuation of their own. */
function wordsOf(fields: Fields): string | null {
  for (const name of TEXT_NAMES) {
    const value = fields.get(name)
    if (typeof value === 'string') return value.trim()
  }
  const elements = fields.get('elements') // Rev: the white space is an element, too, or left out
  if (Array.isArray(elements)) return joinElements(elements)
  const sentences = fields.get('sentences')
  if (Array.isArray(sentences)) return sentences.map((sentence) => fieldsOf(sentence)?.get('text') ?? '').join(' ')
  const best = fieldsOf(firstOf(fields.get('nBest')))?.get('display')
  return typeof best === 'string' ? best : null
}

function joinElements(elements: readonly unknown[]): string {
  let text = ''
  for (const element of elements) {
    const fields = fieldsOf(element)
    const value = String(fields?.get('value') ?? '')
    text += fields?.get('type') === 'text' && /\S$/.test(text) ? ` ${value}` : value
  }
  return text.replace(/\s+/g, ' ').trim()
}

/** Words that carry a speaker each, as runs of one speaker. */
function joinWords(value: unknown): Utterance[] | null {
  if (!Array.isArray(value) || value.length === 0) return null
  return value.map((word) => {
    const fields = fieldsOf(word) ?? new Map<string, unknown>()
    return { text: String(fields.get('punctuated_word') ?? fields.get('word') ?? ''), speaker: speakerOf(fields) }
  })
}

/** Recognizers cut at pauses: what one speaker says on end is one utterance; a cut without a speaker is the last one's. */
function joinRuns(utterances: readonly Utterance[]): Utterance[] {
  const runs: Utterance[] = []
  for (const utterance of utterances) {
    const last = runs.at(-1)
    if (last && (utterance.speaker === last.speaker || utterance.speaker === '')) {
      runs[runs.length - 1] = { ...last, text: `${last.text} ${utterance.text}`.trim() }
    } else if (utterance.text !== '') runs.push(utterance)
  }
  return runs
}

function zip(texts: unknown, speakers: unknown): Utterance[] | null {
  if (!Array.isArray(texts) || !Array.isArray(speakers) || texts.length !== speakers.length) return null
  return texts.map((text, i) => ({ text: String(text), speaker: String(speakers[i] ?? '') }))
}

/** Names of speakers by their id. */
function namesOf(value: unknown): ReadonlyMap<string, string> {
  if (!Array.isArray(value)) return new Map()
  return new Map(
    value.flatMap((speaker): [string, string][] => {
      const fields = fieldsOf(speaker)
      const name = fields?.get('speaker_name') ?? fields?.get('name')
      const id = fields?.get('id') ?? fields?.get('speaker_id')
      return typeof name === 'string' && name !== '' && id !== undefined ? [[String(id), name]] : []
    }),
  )
}

function rename(utterance: Utterance, names: ReadonlyMap<string, string>): Utterance {
  const id = String(utterance.speaker ?? '').replace(/^Speaker (?=\d+$)/, '')
  const name = names.get(id)
  return name === undefined ? utterance : { ...utterance, speaker: name }
}

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map<string, unknown>(Object.entries(value))
    : null
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined
}
