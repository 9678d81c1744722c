import { wordOf } from '../annotate/index.js'
import { type PatternStep, type PatternWord, parsePattern } from '../match/index.js'
import type { AnnotatedText, PartOfSpeech } from '../types.js'

const MOST_EXAMPLES = 64 // a pattern of many alternatives is told by a part of them

/** The shortest texts that a pattern matches, as words in its own spelling, most of them; gaps left empty. */
export function listExamples(pattern: string): PatternWord[][] {
  return parsePattern(pattern).flatMap((steps) => expand(steps))
}

function expand(steps: readonly PatternStep[]): PatternWord[][] {
  let found: PatternWord[][] = [[]]
  for (const step of steps) {
    if (step.kind !== 'word') continue
    const longer = found.flatMap((words) => step.words.map((word) => [...words, word]))
    found = (step.optional ? [...found, ...longer] : longer).slice(0, MOST_EXAMPLES)
  }
  return found
}

/** Words as a unit of text, each the part of speech its pattern asks for. */
export function makeExampleUnit(words: readonly PatternWord[]): AnnotatedText {
  const value = words.map(({ word }) => word || 'x')
  const lower = value.map((word) => word.toLowerCase())
  const pos = words.map(({ pos }): PartOfSpeech => pos ?? 'NOUN')
  const text = value.join(' ')
  let at = 0
  const start = value.map((word) => {
    const here = at
    at += word.length + 1
    return here
  })
  return {
    text,
    span: { start: 0, end: text.length },
    sentences: [{ start: 0, end: text.length }],
    tokens: {
      start,
      end: start.map((position, i) => position + (value[i] as string).length),
      value,
      lower,
      lemma: lower,
      pos,
      word: value.map((word, i) => wordOf(word, lower[i] as string, pos[i] as PartOfSpeech)),
      sentence: value.map(() => 0),
    },
  }
}
