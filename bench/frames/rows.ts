import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { annotateText } from '../../src/annotate/index.js'
import { splitSentences } from '../../src/segment/index.js'
import type { AnnotatedText } from '../../src/types.js'
import { hashText } from '../fold-hash.js'
import { readOwnPairs } from '../replies/own-pairs.js'

/** The folder with the coded data, which is not ours to publish: `data/` and `recipes/`. */
export const DATA = process.env.MEDIA_FRAMING_DATA ?? join(import.meta.dirname, '..', '..', '..', 'shared')

export const FRAMES = ['security', 'trade', 'sanctions', 'investment'] as const
const LETTERS = ['s', 't', 'x', 'i']
const HELD_OUT = 5 // one in so many real paragraphs is seen by no fit

/** The source that states no licence: no shipped weight is fitted on its rows. */
export const ONLY_MEASURED = 'persent'
const ONLY_MEASURED_ID = 'pe:' // how our own codings of it begin

/** The label of a frame that a set does not code. */
export const NOT_CODED = -1

export interface CodedRow {
  readonly id: string
  /** `real`: coded for the project; `coded`: coded by us, see `codings.json`; `invented`, `own`: sentences written for the project; `story`: newswire coded as trade policy or not; `goods-story`: not, but on goods. */
  readonly kind: 'real' | 'coded' | 'invented' | 'own' | 'story' | 'goods-story'
  /** The set it was taken from, where that is known. */
  readonly source?: string
  readonly text: string
  readonly unit: AnnotatedText
  /** 1, 0 or `NOT_CODED` for each frame. */
  readonly labels: readonly number[]
  readonly tone: Readonly<Record<string, string>>
  readonly held: boolean
}

export function annotate(text: string): AnnotatedText {
  return annotateText(text, { start: 0, end: text.length }, splitSentences(text))
}

export function readLines(...path: string[]): string[] {
  const file = join(DATA, ...path)
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
  } catch {
    throw new Error(
      `Expected ${path.join('/')} below the data folder. Set MEDIA_FRAMING_DATA to the folder that holds data/ and recipes/.`,
    )
  }
}

/** The paragraphs coded for this project, those we coded ourselves, and the invented sentences. */
export function readCodedRows(): CodedRow[] {
  const real = readLines('data', 'press-frames', 'dev.jsonl').map((line): CodedRow => {
    const { id, source, text, frames, tone } = JSON.parse(line)
    const held = Number.parseInt(hashText(id).slice(0, 6), 16) % HELD_OUT === 0
    return { id, kind: 'real', source, text, unit: annotate(text), labels: FRAMES.map((frame) => frames[frame]), tone, held }
  })
  const codings = new Map<string, string>(
    Object.entries<string>(JSON.parse(readFileSync(join(import.meta.dirname, 'codings.json'), 'utf8'))).filter(
      ([id]) => !id.startsWith(ONLY_MEASURED_ID),
    ),
  )
  const coded = [...readPool(codings)].map(([id, text]): CodedRow => {
    const letters = codings.get(id) as string
    return {
      id,
      kind: 'coded',
      text,
      unit: annotate(text),
      labels: LETTERS.map((letter) => Number(letters.includes(letter))),
      tone: {},
      held: false,
    }
  })
  if (coded.length !== codings.size)
    console.warn(`${codings.size - coded.length} of ${codings.size} own codings name a paragraph that is not in the data`)
  const invented = readLines('recipes', 'frame-sentences.tsv')
    .filter((line) => !line.startsWith('#'))
    .map((line, i): CodedRow => {
      const [set, letters = '', text = ''] = line.split('\t')
      return {
        id: `${set}${i}`,
        kind: 'invented',
        text,
        unit: annotate(text),
        labels: LETTERS.map((letter) => Number(letters.includes(letter))),
        tone: {},
        held: false,
      }
    })
  const own = readFileSync(join(import.meta.dirname, 'own-sentences.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line, i): CodedRow => {
      const [letters = '', text = ''] = line.split('\t')
      return {
        id: `own${i}`,
        kind: 'own',
        text,
        unit: annotate(text),
        labels: LETTERS.map((letter) => Number(letters.includes(letter))),
        tone: {},
        held: false,
      }
    })
  return [...real, ...coded, ...invented, ...own, ...readExchanges()]
}

/** Our own questions, and each with its answer: short spoken texts. Only the pairs that rules were written after. */
function readExchanges(): CodedRow[] {
  return readOwnPairs('development').flatMap(({ question, answer, frames }, i): CodedRow[] => {
    if (frames === null) return []
    const changes = new Map(frames.map((each) => each.split(':') as [string, string]))
    const make = (id: string, text: string, counts: (change: string | undefined) => boolean): CodedRow => ({
      id: `pair${i}${id}`,
      kind: 'own',
      text,
      unit: annotate(text),
      labels: FRAMES.map((frame) => Number(counts(changes.get(frame)))),
      tone: {},
      held: false,
    })
    return [
      make('q', question, (change) => change === 'kept' || change === 'dropped'),
      make('x', `${question} ${answer}`, (change) => change !== undefined),
    ]
  })
}

/** Topics of Reuters-21578 on goods. That label of trade means trade policy; our frame also means the goods that move. */
const GOODS = new Set(
  (
    'grain wheat corn sugar coffee cocoa crude ship veg-oil oilseed livestock gas nat-gas rubber cotton rice soybean meal-feed barley ' +
    'palm-oil copper tin zinc alum iron-steel gold silver orange carcass tea fuel naphtha pet-chem soy-oil l-cattle hog sorghum lumber'
  ).split(' '),
)

/** Topics of Reuters-21578 on companies' results and on money at home: stories of these alone have none of the four frames. */
const HOME = new Set('earn money-fx interest money-supply gnp cpi jobs retail ipi reserves dlr'.split(' '))

/** Whole stories of Reuters-21578; they say of trade policy, and those of money at home that they have no other frame. */
export function readStories(): CodedRow[] {
  return readLines('data', 'reuters21578', 'train.jsonl').map((line): CodedRow => {
    const { id, title, body, topics } = JSON.parse(line)
    const text = `${title}\n\n${body}`
    const trade = (topics as string[]).includes('trade')
    const home = topics.length > 0 && (topics as string[]).every((topic) => HOME.has(topic))
    const labels = FRAMES.map((frame) => (frame === 'trade' ? Number(trade) : home ? 0 : NOT_CODED))
    const kind = !trade && (topics as string[]).some((topic) => GOODS.has(topic)) ? 'goods-story' : 'story'
    return { id: `re${id}`, kind, text, unit: annotate(text), labels, tone: {}, held: false }
  })
}

/** The texts of the paragraphs we coded ourselves, by `source:file:paragraph`. */
export function readPool(wanted: { has(id: string): boolean }): Map<string, string> {
  const pool = new Map<string, string>()
  const add = (id: string, text: string): void => {
    if (wanted.has(id)) pool.set(id, text.trim())
  }
  const interviews = join(DATA, 'data', 'interviews')
  for (const folder of readdirSync(interviews)) {
    for (const file of readdirSync(join(interviews, folder))) {
      if (!file.endsWith('.html')) continue
      const html = readFileSync(join(interviews, folder, file), 'utf8')
      Array.from(html.matchAll(/<p\b[^>]*>([\s\S]*?)<\/p>/g)).forEach(([, inner = ''], i) => {
        add(`ih:${file}:${i}`, plainText(inner))
      })
    }
  }
  for (const line of readLines('data', 'clarity', 'train.jsonl')) {
    const { index, interview_question: question, interview_answer: answer } = JSON.parse(line)
    String(question ?? '')
      .split(/\n+/)
      .forEach((text, i) => {
        add(`cq:${index}:${i}`, text)
      })
    String(answer ?? '')
      .split(/\n+/)
      .forEach((text, i) => {
        add(`ca:${index}:${i}`, text)
      })
  }
  for (const line of readLines('data', 'reuters21578', 'train.jsonl')) {
    const { id, body } = JSON.parse(line)
    const paragraphs = String(body)
      .split(/\n(?= {4})/)
      .map((text) => text.replace(/\s+/g, ' ').trim())
    for (let i = 0; i < paragraphs.length; i += 2) add(`re:${id}:${i}`, paragraphs.slice(i, i + 2).join(' '))
  }
  for (const line of readLines('data', 'persent', 'dev.jsonl')) {
    const { id, text } = JSON.parse(line)
    String(text)
      .split('\n')
      .forEach((paragraph, i) => {
        add(`pe:${id}:${i}`, paragraph)
      })
  }
  for (const line of readLines('data', 'semeval2023-frames', 'dev.jsonl')) {
    const { id, text } = JSON.parse(line)
    String(text)
      .split(/\n+/)
      .forEach((paragraph, i) => {
        add(`se:${id}:${i}`, paragraph)
      })
  }
  return pool
}

function plainText(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&#8217;|&rsquo;/g, '’')
    .replace(/&#8211;|&ndash;/g, '–')
    .replace(/&#8212;|&mdash;/g, '—')
    .replace(/&[lr]dquo;|&quot;|&#822[01];/g, '"')
    .replace(/&#?\w+;/g, ' ')
    .replace(/\s+/g, ' ')
}
