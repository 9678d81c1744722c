import type { Article, Span, Turn } from '../types.js'
import { endsAsking } from './asks.js'
import { findEpilogue } from './epilogue.js'
import { identifySpeakers } from './identities.js'
import { findLabels, type Label } from './labels.js'
import type { Line } from './lines.js'
import { nameSpeakers } from './names.js'
import { splitParagraphs } from './paragraphs.js'
import { isProse } from './prose.js'
import { leaningOf } from './role-words.js'

type Draft = Omit<Turn, 'index'>

const FEWEST_QUESTIONS = 3
const FEWEST_PLAIN_QUESTIONS = 4 // questions that no mark sets off need more company
const ANSWERED_SHARE = 0.6 // of the labels whose words another paragraph follows
const LONGEST_LAST_ANSWER = 0.7 // share of the text from the first question on; behind a cited dialogue the article goes on
const MOST_PARAGRAPHS = 8 // for each question, on the average
const FEWEST_DASHES = 4
const DASHED_SHARE = 0.5 // of the paragraphs of a dialogue by dashes
const LONGEST_PLAIN_QUESTION = 700 // UTF-16 code units
/** Share of questions that address somebody, or of answers in the first person, that tells an interview from an explainer. */
const ADDRESSED_SHARE = 0.3

const SECOND_PERSON = /\b(?:you|your|yours|yourself)\b/i
/** `Mr. Ferl, how bad was it?`, `Minister, will it pass?` */
const VOCATIVE =
  /^[\W_]{0,6}(?:(?:and|but|so) )?(?:mr|mrs|ms|miss|dr|sir|madam|prof|professor|minister|president|ambassador|senator|governor|mayor|chancellor|commissioner|prime minister)\b[^,?]{0,40},/i
const FIRST_PERSON = /\b(?:I|I’m|I'm|I’ve|I've|my|me|we|We|our|Our|My|us)\b/

/** A conversation in which only one side is labeled: `GT: … ?` and an answer below, or a question above `Nuryshev: …`. */
export function fillUnlabeledSide(article: Article, lines: readonly Line[]): Draft[] | null {
  const { text } = article
  const candidates = findLabels(text, lines)
  const identities = identifySpeakers(candidates)
  const counts = new Map<string, number>()
  for (const { key } of candidates) {
    const id = identities.get(key) ?? key
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  if (!most || most[1] < FEWEST_QUESTIONS) return null
  const labels = candidates.filter(({ key }) => (identities.get(key) ?? key) === most[0])
  const [first, last] = [labels[0]?.start ?? 0, labels.at(-1)?.start ?? 0]
  if (text.length - last > (text.length - first) * LONGEST_LAST_ANSWER) return null
  const paragraphs = splitParagraphs(text)
  const end = findEpilogue(text, lines, labels.at(-1)?.end ?? 0)
  const speaker =
    nameSpeakers(labels, identities, [article.title, article.author, text].filter(Boolean).join('\n')).get(most[0]) ?? null
  return leaningOf(most[0]) >= 0
    ? (answerBelow(text, labels, paragraphs, end, speaker) ?? askAbove(text, labels, paragraphs, end, speaker))
    : (askAbove(text, labels, paragraphs, end, speaker) ?? answerBelow(text, labels, paragraphs, end, speaker))
}

function answerBelow(
  text: string,
  labels: readonly Label[],
  paragraphs: readonly Span[],
  end: number,
  speaker: string | null,
): Draft[] | null {
  const drafts: Draft[] = []
  let answered = 0
  let asking = 0
  let p = 0
  labels.forEach((label, i) => {
    const limit = labels[i + 1]?.start ?? end
    while (p < paragraphs.length && (paragraphs[p] as Span).end <= label.start) p++
    let border = p
    for (let k = p; k < Math.min(p + 3, paragraphs.length) && (paragraphs[k] as Span).start < limit; k++) {
      if (endsAsking(text.slice(Math.max((paragraphs[k] as Span).start, label.textStart), (paragraphs[k] as Span).end))) {
        border = k
        break
      }
    }
    const question = paragraphs[border] as Span
    const questionEnd = Math.min(question.end, limit)
    if (text.slice(label.textStart, questionEnd).includes('?')) asking++
    drafts.push({
      start: label.start,
      end: trim(text, label.start, questionEnd),
      speaker,
      role: 'interviewer',
      label: { start: label.start, end: label.end },
    })
    const next = paragraphs[border + 1]
    if (next && next.start < limit) {
      answered++
      drafts.push({ start: next.start, end: trim(text, next.start, limit), speaker: null, role: 'respondent', label: null })
    }
  })
  if (answered < labels.length * ANSWERED_SHARE || asking < labels.length * ANSWERED_SHARE) return null
  return withNarrator(text, drafts)
}

function askAbove(
  text: string,
  labels: readonly Label[],
  paragraphs: readonly Span[],
  end: number,
  speaker: string | null,
): Draft[] | null {
  const drafts: Draft[] = []
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
      drafts.push({ start: question.start, end: question.end, speaker: null, role: 'interviewer', label: null })
    }
    const limit = above[i + 1]?.start ?? labels[i + 1]?.start ?? end
    drafts.push({
      start: label.start,
      end: trim(text, label.start, limit),
      speaker,
      role: 'respondent',
      label: { start: label.start, end: label.end },
    })
  })
  return asked >= labels.length * ANSWERED_SHARE ? withNarrator(text, drafts) : null
}

/** A conversation without labels: questions set off by bold print or as headings, turns set off by dashes, or plain questions. */
export function findUnlabeledTurns(article: Article, lines: readonly Line[]): Draft[] {
  const { text } = article
  const paragraphs = splitParagraphs(text)
  const end = findEpilogue(text, lines, 0)
  const inside = paragraphs.filter(({ start }) => start < end)
  return (
    byDashes(
      text,
      lines.filter(({ start }) => start < end),
      inside.length,
    ) ??
    byQuestions(article, inside, end) ??
    []
  )
}

function byDashes(text: string, paragraphs: readonly Span[], paragraphCount: number): Draft[] | null {
  const isDashed = ({ start }: Span): boolean => /^(?:[—–―]\s?|--?\s|>>\s?)\S/.test(text.slice(start, start + 4))
  const dashed = paragraphs.filter(isDashed)
  const first = dashed[0]
  if (!first || dashed.length < FEWEST_DASHES) return null
  const spoken = paragraphs.filter(({ start }) => start >= first.start)
  const asking = dashed.filter(({ start, end }) => endsAsking(text.slice(start, end))).length
  if (
    (dashed.length < paragraphCount * DASHED_SHARE && dashed.length < spoken.length * DASHED_SHARE) ||
    asking < dashed.length * 0.25 ||
    first.start > text.length * 0.5
  )
    return null
  const turns: { start: number; end: number; asks: boolean }[] = []
  for (const span of spoken) {
    const last = turns.at(-1)
    if (isDashed(span) || !last) turns.push({ ...span, asks: endsAsking(text.slice(span.start, span.end)) })
    else last.end = span.end
  }
  // Two speakers take turns; the parity that asks more is the interviewer.
  const even = turns.filter(({ asks }, i) => i % 2 === 0 && asks).length
  const odd = turns.filter(({ asks }, i) => i % 2 === 1 && asks).length
  const drafts = turns.map(({ start, end }, i): Draft => {
    const asksHere = (i % 2 === 0) === even >= odd
    const mark = /^(?:[—–―]|--?|>>)/.exec(text.slice(start, start + 2))?.[0].length ?? 0
    return {
      start,
      end,
      speaker: null,
      role: asksHere ? 'interviewer' : 'respondent',
      label: mark > 0 ? { start, end: start + mark } : null,
    }
  })
  return withNarrator(text, drafts)
}

function byQuestions(article: Article, paragraphs: readonly Span[], end: number): Draft[] | null {
  const { text } = article
  const strong = new Set(
    (article.blocks ?? []).filter((block) => block.strong || block.kind === 'heading').map(({ start }) => start),
  )
  const words = paragraphs.map(({ start, end: to }) => text.slice(start, to))
  const repeated = findRepeated(words)
  const marked = words.map(
    (paragraph, i) => (isSetOff(paragraph) || strong.has((paragraphs[i] as Span).start)) && isQuestion(paragraph),
  )
  return (
    asksAndAnswers(text, paragraphs, words, marked, end, FEWEST_QUESTIONS) ??
    asksAndAnswers(
      text,
      paragraphs,
      words,
      words.map(
        (paragraph) =>
          paragraph.length <= LONGEST_PLAIN_QUESTION &&
          isQuestion(paragraph) &&
          !/^["“]/.test(paragraph) &&
          !repeated.has(paragraph),
      ),
      end,
      FEWEST_PLAIN_QUESTIONS,
    )
  )
}

/** A paragraph that stands twice is a title or a refrain. */
function findRepeated(words: readonly string[]): Set<string> {
  const seen = new Set<string>()
  return new Set(words.filter((paragraph) => seen.has(paragraph) || !seen.add(paragraph)))
}

function asksAndAnswers(
  text: string,
  paragraphs: readonly Span[],
  words: readonly string[],
  isAsking: readonly boolean[],
  end: number,
  fewest: number,
): Draft[] | null {
  const questions = words.filter((_, i) => isAsking[i])
  const first = isAsking.indexOf(true)
  if (questions.length < fewest) return null
  const answers = words.filter((_, i) => i > first && !isAsking[i])
  const answered = isAsking.filter((asking, i) => asking && isAsking[i + 1] === false).length
  const addressed = questions.filter((question) => SECOND_PERSON.test(question) || VOCATIVE.test(question)).length
  const personal = answers.filter((answer) => FIRST_PERSON.test(answer.replace(/["“][^"“”]*["”]/g, ''))).length
  if (answered < questions.length * ANSWERED_SHARE || addressed < questions.length * ADDRESSED_SHARE) return null
  if (personal < answers.length * ADDRESSED_SHARE || questions.length * MOST_PARAGRAPHS < words.length - first) return null
  if ((paragraphs[first] as Span).start > text.length * 0.5) return null
  const drafts: { start: number; end: number; asks: boolean }[] = []
  for (let i = first; i < paragraphs.length; i++) {
    const { start, end: to } = paragraphs[i] as Span
    const last = drafts.at(-1)
    if (last && last.asks === isAsking[i]) last.end = to
    else drafts.push({ start, end: to, asks: isAsking[i] === true })
  }
  return withNarrator(
    text.slice(0, end),
    drafts.map(
      ({ start, end: to, asks }): Draft => ({
        start,
        end: to,
        speaker: null,
        role: asks ? 'interviewer' : 'respondent',
        label: null,
      }),
    ),
  )
}

/** A whole paragraph in bold, in italics or as a heading. */
function isSetOff(paragraph: string): boolean {
  return /^(?:(\*\*\*|\*\*|__|\*|_)(?![\s*])[^\n]*\1|#{1,6}\s.*|>\s?\*\*.*\*\*)$/s.test(paragraph.slice(0, 2000))
}

function isQuestion(paragraph: string): boolean {
  return (
    /\?["”’)*_\s]{0,6}$/.test(paragraph.slice(-12)) ||
    (paragraph.length < 600 && endsAsking(paragraph) && paragraph.includes('?'))
  )
}

function withNarrator(text: string, drafts: readonly Draft[]): Draft[] {
  const first = drafts[0]
  if (!first) return []
  let start = 0
  while (start < first.start && text.charCodeAt(start) <= 32) start++
  const end = trim(text, start, first.start)
  return isProse(text.slice(start, end)) ? [{ start, end, speaker: null, role: 'narrator', label: null }, ...drafts] : [...drafts]
}

function trim(text: string, start: number, end: number): number {
  let to = end
  while (to > start && text.charCodeAt(to - 1) <= 32) to--
  return to
}
