import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { annotateText } from '../../src/annotate/index.js'
import { splitSentences } from '../../src/segment/sentences.js'
import type { AnnotatedText } from '../../src/types.js'

/** One mention in a sentence, with what readers said of it. */
export interface MentionExample {
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
    return { group: id.split('_').slice(0, 2).join('_'), unit, from, to, polarity, ...findTokens(unit, from, to) }
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
