import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { annotateText, findMentions } from '../../src/annotate/index.js'
import { splitSentences } from '../../src/segment/sentences.js'
import type { AnnotatedText } from '../../src/types.js'
import { readPool } from '../frames/rows.js'

/** One mention in a sentence, with what readers said of it. */
export interface MentionExample {
  /** `news`: NewsMTSC; `written`: for this library; `coded`: real sentences, coded for this library, for measuring only. */
  readonly set: 'news' | 'written' | 'coded'
  readonly group: string
  readonly unit: AnnotatedText
  readonly from: number
  readonly to: number
  /** First and last token of the mention. */
  readonly first: number
  readonly last: number
  /** -1, 0 or 1. */
  readonly polarity: number
}

/** Reads NewsMTSC (MIT; Hamborg and Donnay 2021). */
export function readMentions(data: string, part: 'train' | 'dev-mt' | 'dev-rw'): MentionExample[] {
  const lines = readFileSync(join(data, 'newsmtsc', `${part}.jsonl`), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => {
    const { id, sentence, from, to, polarity } = JSON.parse(line) as {
      id: string
      sentence: string
      from: number
      to: number
      polarity: number
    }
    const unit = annotateText(sentence, { start: 0, end: sentence.length }, splitSentences(sentence))
    // AllSides groups articles by event; of POLUSA's the article is known.
    const parts = id.startsWith('polusa') ? 3 : 2
    const group = id.split('_').slice(0, parts).join('_')
    return { set: 'news', group, unit, from, to, polarity, ...findTokens(unit, from, to) }
  })
}

/** Which sentences were written for fitting; `test/stance/*.tsv` are kept for measuring. */
export const WRITTEN = new URL('written-sentences.tsv', import.meta.url)
const POLARITY: Readonly<Record<string, number>> = { favor: 1, against: -1, neutral: 0 }

/** Reads the sentences written for this library: each mention of the line's target is an example. */
export function readWritten(): MentionExample[] {
  return readFileSync(WRITTEN, 'utf8')
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line, i) => {
      const [, target, label, , sentence] = line.split('\t') as [string, string, string, string, string]
      const polarity = POLARITY[label]
      if (polarity === undefined) return []
      const unit = annotateText(sentence, { start: 0, end: sentence.length }, splitSentences(sentence))
      const [mentions = []] = findMentions([unit], { targets: [target] })
      return mentions
        .filter(({ name }) => name === target)
        .map(({ start, end }) => ({
          set: 'written' as const,
          group: `written-${i}`,
          unit,
          from: start,
          to: end,
          polarity,
          ...findTokens(unit, start, end),
        }))
    })
}

/** Reads real sentences of the press and of interviews that were coded for this library; no weight is fitted on them. */
export function readCoded(): MentionExample[] {
  const codings: Record<string, number> = JSON.parse(readFileSync(new URL('mention-codings.json', import.meta.url), 'utf8'))
  const paragraphOf = (id: string): string => id.split(':').slice(0, 3).join(':')
  const pool = readPool(new Set(Object.keys(codings).map(paragraphOf)))
  return Object.entries(codings).flatMap(([id, polarity]) => {
    const [sentence = '', mention = ''] = id.split(':').slice(3)
    const text = pool.get(paragraphOf(id))?.slice(...sentence.split('-').map(Number))
    if (!text) return []
    const [from = 0, to = 0] = mention.split('-').map(Number)
    const unit = annotateText(text, { start: 0, end: text.length }, splitSentences(text))
    return [{ set: 'coded' as const, group: paragraphOf(id), unit, from, to, polarity, ...findTokens(unit, from, to) }]
  })
}

export function findTokens({ tokens }: AnnotatedText, from: number, to: number): { first: number; last: number } {
  let first = 0
  while (first + 1 < tokens.start.length && (tokens.end[first] as number) <= from) first++
  let last = first
  while (last + 1 < tokens.start.length && (tokens.start[last + 1] as number) < to) last++
  const isEdge = (i: number): boolean =>
    /^[^\p{L}\p{N}]+$/u.test(tokens.value[i] as string) || (i > first && tokens.lower[i] === "'s")
  while (last > first && isEdge(last)) last--
  while (first < last && isEdge(first)) first++
  return { first, last }
}
