import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { annotateText } from '../../src/annotate/index.js'
import { findMentions } from '../../src/annotate/mentions.js'
import { splitSentences } from '../../src/segment/sentences.js'
import { readPool } from '../frames/rows.js'
import { makeRandom } from './random.js'

/** A mention in a sentence of the press that nobody labelled. */
export interface PoolMention {
  /** `source:part:from-to`, positions in the sentence. */
  readonly id: string
  readonly group: string
  readonly sentence: string
  readonly from: number
  readonly to: number
}

const SEED = 7
const LENGTHS = { least: 30, most: 420 } // UTF-16 code units of a sentence
/** How many mentions of each source are taken; newspapers first, as NewsMTSC is. */
const QUOTAS: Readonly<Record<string, number>> = { mt: 14_000, se: 22_000, ny: 3_000, ca: 3_500, cq: 1_500, ih: 3_000, re: 3_000 }
const PRONOUNS = new Set('he she him her his they them their'.split(' '))
const MOST_IN_SENTENCE = 3

/**
 * Mentions for a teacher to label: other names in the sentences of NewsMTSC train, and names in newspaper, newswire, editorial and
 * interview sentences. PerSenT, which states no licence, is left out, and so are all development and test parts of NewsMTSC.
 */
export function readMentionPool(data: string): PoolMention[] {
  const random = makeRandom(SEED)
  const lines = <T>(path: string): T[] =>
    readFileSync(join(data, path), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as T)
  const counts = new Map<string, number>()
  const pool: PoolMention[] = []
  const add = (
    source: string,
    part: string,
    group: string,
    sentence: string,
    taken: readonly (readonly [number, number])[],
  ): void => {
    if (sentence.length < LENGTHS.least || sentence.length > LENGTHS.most || sentence.includes('\n')) return
    const found = listMentions(sentence).filter(({ from, to }) => !taken.some(([a, b]) => from < b && a < to))
    while (found.length > MOST_IN_SENTENCE) found.splice(Math.floor(random() * found.length), 1)
    for (const { from, to } of found) {
      const count = counts.get(source) ?? 0
      if (count >= (QUOTAS[source] ?? 0)) return
      counts.set(source, count + 1)
      pool.push({ id: `${part}:${from}-${to}`, group, sentence, from, to })
    }
  }
  const labelled = new Map<string, { id: string; group: string; spans: [number, number][] }>()
  for (const { id, sentence, from, to } of lines<{ id: string; sentence: string; from: number; to: number }>(
    'newsmtsc/train.jsonl',
  )) {
    const known = labelled.get(sentence)
    if (known) known.spans.push([from, to])
    else labelled.set(sentence, { id, group: id.split('_').slice(0, 2).join('_'), spans: [[from, to]] })
  }
  for (const [sentence, { id, group, spans }] of labelled) add('mt', `mt:${id}`, group, sentence, spans)
  for (const { article, sentence } of lines<{ article: string; sentence: string }>('nyt-editorials/dev.jsonl'))
    add('ny', `ny:${sentence.slice(0, 24)}`, `nyt-${article}`, sentence, [])
  const paragraphs = [...readPool({ has: (id) => !id.startsWith('pe:') })]
  for (let i = paragraphs.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = paragraphs[i] as [string, string]
    paragraphs[i] = paragraphs[j] as [string, string]
    paragraphs[j] = held
  }
  for (const [id, text] of paragraphs) {
    if (text.length > 3000) continue
    for (const { start, end } of splitSentences(text))
      add(id.slice(0, 2), `${id}:${start}`, id.split(':').slice(0, 2).join(':'), text.slice(start, end), [])
  }
  return pool
}

/** Names that are known, runs of capitals, and pronouns of persons. */
function listMentions(sentence: string): { from: number; to: number }[] {
  const unit = annotateText(sentence, { start: 0, end: sentence.length }, [{ start: 0, end: sentence.length }])
  const { tokens } = unit
  const found = (findMentions([unit])[0] ?? [])
    .filter(({ by, kind }) => by === 'name' && kind !== 'topic')
    .map(({ start, end }) => ({ from: start, to: end }))
  const isFree = (from: number, to: number): boolean => !found.some((each) => from < each.to && each.from < to)
  for (let i = 0; i < tokens.value.length; i++) {
    const from = tokens.start[i] as number
    if (PRONOUNS.has(tokens.lower[i] as string)) {
      if (isFree(from, tokens.end[i] as number)) found.push({ from, to: tokens.end[i] as number })
      continue
    }
    if (i === 0 || tokens.pos[i] !== 'PROPN' || !/^\p{Lu}\p{Ll}/u.test(tokens.value[i] as string)) continue
    let last = i
    while (tokens.pos[last + 1] === 'PROPN' && /^\p{Lu}/u.test(tokens.value[last + 1] as string)) last++
    const to = tokens.end[last] as number
    if (isFree(from, to)) found.push({ from, to })
    i = last
  }
  return found.sort((a, b) => a.from - b.from)
}
