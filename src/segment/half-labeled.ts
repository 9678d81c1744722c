import type { Article, Span } from '../types.js'
import { classify } from '../vocabulary/index.js'
import { endsAsking } from './asks.js'
import { findEpilogue } from './epilogue.js'
import { identifySpeakers } from './identities.js'
import type { Label } from './label.js'
import { findLabels } from './labels.js'
import type { Line } from './lines.js'
import { nameSpeakers } from './names.js'
import { splitParagraphs } from './paragraphs.js'
import { ANSWERED_SHARE, isQuestion, makeTurn, type TurnDraft, withPrologue } from './turn-draft.js'

const FEWEST_LABELS = 3
const MOST_QUESTION_PARAGRAPHS = 3 // below a label in which the question may end
const LONGEST_LAST_ANSWER = 0.7 // share of the text from the first question on; behind a cited dialogue the article goes on

/** A conversation in which only one side is labeled: `GT: … ?` and an answer below, or a question above `Nuryshev: …`. */
export function fillUnlabeledSide(article: Article, lines: readonly Line[]): TurnDraft[] | null {
  const { text } = article
  const candidates = findLabels(text, lines)
  const identities = identifySpeakers(candidates)
  const counts = new Map<string, number>()
  for (const { key } of candidates) {
    const id = identities.get(key) ?? key
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  if (!most || most[1] < FEWEST_LABELS) return null
  const labels = candidates.filter(({ key }) => (identities.get(key) ?? key) === most[0])
  const [first, last] = [labels[0]?.start ?? 0, labels.at(-1)?.start ?? 0]
  if (text.length - last > (text.length - first) * LONGEST_LAST_ANSWER) return null
  const names = nameSpeakers(labels, identities, [article.title, article.author, text].filter(Boolean).join('\n'))
  const side: LabeledSide = {
    text,
    labels,
    paragraphs: splitParagraphs(text),
    end: findEpilogue(text, lines, last),
    speaker: names.get(most[0]) ?? null,
  }
  const found = classify(most[0]).leaning >= 0 ? (answerBelow(side) ?? askAbove(side)) : (askAbove(side) ?? answerBelow(side))
  return found && withPrologue(text, lines, found)
}

interface LabeledSide {
  readonly text: string
  readonly labels: readonly Label[]
  readonly paragraphs: readonly Span[]
  /** Where the last turn ends at the latest. */
  readonly end: number
  readonly speaker: string | null
}

/** The labeled side asks: its turn ends with the first paragraph that does, and what follows answers. */
function answerBelow({ text, labels, paragraphs, end, speaker }: LabeledSide): TurnDraft[] | null {
  const drafts: TurnDraft[] = []
  let answered = 0
  let asking = 0
  let p = 0
  labels.forEach((label, i) => {
    const limit = labels[i + 1]?.start ?? end
    while (p < paragraphs.length && (paragraphs[p] as Span).end <= label.start) p++
    const near = paragraphs.slice(p, p + MOST_QUESTION_PARAGRAPHS).filter(({ start }) => start < limit)
    const offset = near.findIndex((span) => endsAsking(text.slice(Math.max(span.start, label.textStart), span.end)))
    const border = p + Math.max(0, offset)
    const questionEnd = Math.min((paragraphs[border] as Span).end, limit)
    if (text.slice(label.textStart, questionEnd).includes('?')) asking++
    drafts.push(makeTurn(text, label.start, questionEnd, 'interviewer', speaker, label))
    const next = paragraphs[border + 1]
    if (!next || next.start >= limit) return
    answered++
    drafts.push(makeTurn(text, next.start, limit, 'respondent'))
  })
  return answered >= labels.length * ANSWERED_SHARE && asking >= labels.length * ANSWERED_SHARE ? drafts : null
}

/** The labeled side answers the question in the paragraph above its label. */
function askAbove({ text, labels, paragraphs, end, speaker }: LabeledSide): TurnDraft[] | null {
  const drafts: TurnDraft[] = []
  let asked = 0
  let p = 0
  const above = labels.map((label) => {
    while (p < paragraphs.length && (paragraphs[p] as Span).start < label.start) p++
    const before = paragraphs[p - 1]
    return before && before.end <= label.start && isQuestion(text.slice(before.start, before.end)) ? before : null
  })
  labels.forEach((label, i) => {
    const question = above[i]
    if (question && question.start >= (drafts.at(-1)?.end ?? 0)) {
      asked++
      drafts.push(makeTurn(text, question.start, question.end, 'interviewer'))
    }
    const limit = above[i + 1]?.start ?? labels[i + 1]?.start ?? end
    drafts.push(makeTurn(text, label.start, limit, 'respondent', speaker, label))
  })
  return asked >= labels.length * ANSWERED_SHARE ? drafts : null
}
