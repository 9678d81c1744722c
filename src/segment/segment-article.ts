import { checkSpan } from '../text/span.js'
import type { Article, Issue, Paragraph, Segments, Span, Turn } from '../types.js'
import { pairExchanges } from './exchanges.js'
import { splitParagraphs } from './paragraphs.js'
import { splitSentences } from './sentences.js'
import { findStageCues } from './stage-cues.js'
import { findTurns } from './turns.js'

/**
 * Finds the paragraphs, sentences, turns and exchanges of an article.
 *
 * A text that is no conversation has no turns and no exchanges, and an issue says so. Paragraphs and sentences that the article
 * brings along are taken untouched.
 *
 * @throws {FramingError} `invalid-span` where a span that the article brings along lies outside its text.
 * @example
 * const { exchanges } = segmentArticle(readArticle('Q: Will you sign?\nA: We will.\nQ: When?\nA: In May.'))
 * exchanges.length //=> 2
 */
export function segmentArticle(article: Article): Segments {
  const { text } = article
  const turns = findTurns(article)
  const paragraphs = article.paragraphs
    ? article.paragraphs.map((span) => checkSpan(span, text))
    : splitAtTurns(text, splitParagraphs(text, { joinLines: article.format === 'transcript' }), turns)
  const sentences = article.sentences
    ? article.sentences.map((span) => checkSpan(span, text))
    : paragraphs.flatMap((paragraph) => splitSentences(text, paragraph))
  const { exchanges, issues } = pairExchanges(text, turns)
  return {
    paragraphs: numberParagraphs(paragraphs, turns),
    sentences,
    turns,
    exchanges,
    stageCues: findStageCues(text),
    issues: [...describe(text, turns, paragraphs), ...issues],
  }
}

function describe(text: string, turns: readonly Turn[], paragraphs: readonly Span[]): Issue[] {
  if (text !== '' && paragraphs.length === 0) return [{ code: 'no-paragraphs', message: 'The text has no paragraph.' }]
  if (text !== '' && turns.length === 0)
    return [{ code: 'no-interview', message: 'No conversation was found; the text is read as an article.' }]
  return []
}

/** Cuts paragraphs where a turn begins, and leaves out the labels. */
function splitAtTurns(text: string, paragraphs: readonly Span[], turns: readonly Turn[]): Span[] {
  const cut: Span[] = []
  let t = 0
  let labelEnd = 0 // a label may take several paragraphs: a time, an office, a name
  for (const paragraph of paragraphs) {
    let start = Math.max(paragraph.start, labelEnd)
    while (t < turns.length && (turns[t] as Turn).start < paragraph.end) {
      const { start: turnStart, label } = turns[t] as Turn
      if (turnStart > start) push(cut, text, start, turnStart)
      if (turnStart >= start) start = Math.max(start, label?.end ?? turnStart)
      labelEnd = Math.max(labelEnd, label?.end ?? 0)
      t++
    }
    push(cut, text, start, paragraph.end)
  }
  return cut
}

function push(spans: Span[], text: string, start: number, end: number): void {
  let from = start
  let to = end
  while (from < to && text.charCodeAt(from) <= 32) from++
  while (to > from && text.charCodeAt(to - 1) <= 32) to--
  if (to > from) spans.push({ start: from, end: to })
}

function numberParagraphs(spans: readonly Span[], turns: readonly Turn[]): Paragraph[] {
  let t = -1
  return spans.map(({ start, end }, index) => {
    while (t + 1 < turns.length && (turns[t + 1] as Turn).start <= start) t++
    const turn = turns[t]
    return { index, start, end, turn: turn && start < turn.end ? turn.index : null }
  })
}
