/** Every text that this project wrote itself and, where their folder is there, a set of the labelled texts of others. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readOwnPairs } from './replies/own-pairs.js'

const ROOT = join(import.meta.dirname, '..')
const DATA = join(process.env.MEDIA_FRAMING_DATA ?? join(ROOT, '..', 'shared'), 'data')

/** One text to score, with what else the pipeline can be asked about it. */
export interface SampleText {
  /** Its file and a hash of its content, so that rows can be added and moved. */
  readonly id: string
  readonly text: string
  /** A given target of stance; null where there is none. */
  readonly target: string | null
  /** The question and the answer, where the text is a pair; else null. */
  readonly pair: { readonly question: string; readonly answer: string } | null
}

/** Marks in the layouts of `test/articles/gold`; `bench/gold.ts` says what they mean. */
const MARKS = /⟦[^⟧]*⟧/g

function sample(file: string, text: string, target: string | null = null, pair: SampleText['pair'] = null): SampleText {
  const hash = createHash('sha256')
    .update([text, target ?? ''].join('\n'))
    .digest('hex')
    .slice(0, 10)
  return { id: `${file}#${hash}`, text, target, pair }
}

function listFiles(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
}

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')
const rowsOf = (file: string): string[][] =>
  read(file)
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))

/** The articles, layouts, sentences and pairs of this repository. */
export function readOwnTexts(): SampleText[] {
  const layouts = [...listFiles('test/articles', '.txt'), ...listFiles('examples', '.txt')].map((file) =>
    sample(file, read(file).replace(MARKS, '')),
  )
  const sentences = [...listFiles('test/stance', '.tsv'), 'bench/stance/written-sentences.tsv'].flatMap((file) =>
    rowsOf(file).map(([, target = '', , , sentence = '']) => sample(file, sentence, target === '' ? null : target)),
  )
  const framed = rowsOf('bench/frames/own-sentences.tsv').map(([, sentence = '']) =>
    sample('bench/frames/own-sentences.tsv', sentence),
  )
  const pairs = [...readOwnPairs('development'), ...readOwnPairs('unseen')].map(({ set, question, answer }) =>
    sample(`pairs/${set}`, `Q: ${question}\n\nA: ${answer}\n`, null, { question, answer }),
  )
  return unique([...layouts, ...sentences, ...framed, ...pairs])
}

/** How many rows of each set are taken: enough to meet what a change does, few enough to take a minute. */
const SAMPLED: readonly (readonly [file: string, most: number])[] = [
  ['press-frames/dev.jsonl', 812],
  ['newsmtsc/dev-mt.jsonl', 442],
  ['newsmtsc/dev-rw.jsonl', 343],
  ['newsmtsc/train.jsonl', 1000],
  ['nyt-editorials/dev.jsonl', 500],
  ['persent/dev.jsonl', 150],
  ['attributions/dev.jsonl', 84],
  ['semeval2023-frames/dev.jsonl', 150],
  ['reuters21578/train.jsonl', 600],
  ['clarity/train.jsonl', 400],
]

/** A fixed set of the labelled texts and the published interviews; empty where the folder is not there. */
export function readDataTexts(): SampleText[] {
  if (!existsSync(DATA)) return []
  const rows = SAMPLED.flatMap(([file, most]) => {
    const path = join(DATA, file)
    if (!existsSync(path)) return []
    const lines = readFileSync(path, 'utf8').trim().split('\n').slice(0, most)
    return lines.map((line) => readRow(file, JSON.parse(line) as Record<string, string>))
  })
  const interviews = join(DATA, 'interviews')
  const files = existsSync(interviews) ? readdirSync(interviews, { recursive: true, encoding: 'utf8' }).sort() : []
  const pages = files
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .map((name) => sample(`interviews/${name}`, readFileSync(join(interviews, name), 'utf8')))
  return unique([...rows, ...pages])
}

function readRow(file: string, row: Record<string, string>): SampleText {
  const { interview_question: question, interview_answer: answer, title, body, sentence, text = '' } = row
  if (question !== undefined && answer !== undefined) {
    return sample(file, `Q: ${question}\n\nA: ${answer}\n`, null, { question, answer })
  }
  if (sentence !== undefined) return sample(file, sentence, row.mention ?? null)
  return sample(file, body === undefined ? text : `${title}\n\n${body}`)
}

function unique(samples: readonly SampleText[]): SampleText[] {
  return [...new Map(samples.map((each) => [each.id, each])).values()]
}
