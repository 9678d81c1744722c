import type { Article, Span } from '../types.js'
import { asks, endsAsking } from './asks.js'
import { findEpilogue } from './epilogue.js'
import type { Line } from './lines.js'
import { splitParagraphs } from './paragraphs.js'
import { ANSWERED_SHARE, isQuestion, makeTurn, type TurnDraft, withPrologue } from './turn-draft.js'

const FEWEST_QUESTIONS = 3
const FEWEST_PLAIN_QUESTIONS = 4 // questions that no mark sets off need more company
const MOST_ASKING_ANSWERS = 0.2 // of the paragraphs; an essay asks and answers in one
const MOST_PARAGRAPHS = 8 // for each question, on the average
const FEWEST_DASHES = 4
const DASHED_SHARE = 0.5 // of the paragraphs of a dialogue by dashes
const TIMED_DASHED_SHARE = 0.2 // of the lines of subtitles
const ASKING_SHARE = 0.25 // of the turns of a dialogue by dashes
const LONGEST_PLAIN_QUESTION = 700 // UTF-16 code units
/** Share of questions that address somebody, or of answers in the first person, that tells an interview from an explainer. */
const ADDRESSED_SHARE = 0.3
const SET_OFF_PERSONAL_SHARE = 0.2 // of the answers, where the print tells the questions already

const SECOND_PERSON = /\b(?:you|your|yours|yourself)\b/i
/** `Mr. Ferl, how bad was it?`, `Minister, will it pass?` */
const VOCATIVE =
  /^[\W_]{0,6}(?:(?:and|but|so) )?(?:mr|mrs|ms|miss|dr|sir|madam|prof|professor|minister|president|ambassador|senator|governor|mayor|chancellor|commissioner|prime minister)\b[^,?]{0,40},/i
const FIRST_SINGULAR = /\b(?:I|I’m|I'm|I’ve|I've|my|My|me)\b/
const TELLING_SHARE = 0.4 // of the answers in the first person singular: somebody tells of himself, whatever the questions say
const SINGULAR_SHARE = 0.1 // of the answers
const FIRST_PERSON = /\b(?:I|I’m|I'm|I’ve|I've|my|me|we|We|our|Our|My|us)\b/

/** A conversation without labels: questions set off by bold print or as headings, turns set off by dashes, or plain questions. */
export function findUnlabeledTurns(article: Article, lines: readonly Line[]): TurnDraft[] {
  const { text } = article
  const paragraphs = splitParagraphs(text)
  const end = findEpilogue(text, lines, 0)
  const inside = splitAtBold(
    text,
    paragraphs.filter(({ start }) => start < end),
    article.bold ?? [],
  )
  const before = lines.filter(({ start }) => start < end)
  const found =
    byParentheses(text, end) ??
    byDashes(text, before, inside.length, article.format === 'transcript') ??
    byQuestions(article, inside)
  return found ? withPrologue(text, lines, found) : []
}

/** Parts a question in bold from the answer behind it in the same paragraph. */
function splitAtBold(text: string, paragraphs: readonly Span[], bold: readonly Span[]): Span[] {
  const ends = new Map(
    bold.filter(({ start, end }) => /[?.!…]["”’)]?$/.test(text.slice(start, end))).map(({ start, end }) => [start, end]),
  )
  return paragraphs.flatMap((paragraph) => {
    const border = ends.get(paragraph.start)
    if (border === undefined || border >= paragraph.end) return [paragraph]
    let next = border
    while (next < paragraph.end && text.charCodeAt(next) <= 32) next++
    return next < paragraph.end
      ? [
          { start: paragraph.start, end: border },
          { start: next, end: paragraph.end },
        ]
      : [paragraph]
  })
}

/** `(And who paid for it?)` behind the end of a sentence. */
const IN_PARENTHESES = /(?<=(?:^|[.?!…]["”’)]?)\s{0,4})\((\p{Lu}[^()]{3,300}\?)\)(?=\s)/gmu
const FEWEST_PARENTHESES = 3 // questions; fewer are asides
const LONGEST_BETWEEN = 4000 // UTF-16 code units of an answer, on the average

/** Somebody tells of himself, and what he was asked stands in parentheses. */
function byParentheses(text: string, end: number): TurnDraft[] | null {
  const asked = [...text.slice(0, end).matchAll(IN_PARENTHESES)].map(({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
  }))
  const isPlain = asked.length < FEWEST_PARENTHESES || end > asked.length * LONGEST_BETWEEN
  if (isPlain || !FIRST_PERSON.test(text.slice(0, end))) return null
  const turns = asked.flatMap((question, i) => [
    makeTurn(text, question.start, question.end, 'interviewer'),
    makeTurn(text, skipSpace(text, question.end), asked[i + 1]?.start ?? end, 'respondent'),
  ])
  const first = skipSpace(text, 0)
  const lead = (asked[0] as Span).start > first ? [makeTurn(text, first, (asked[0] as Span).start, 'respondent')] : []
  return [...lead, ...turns].filter((turn) => turn.end > turn.start)
}

function skipSpace(text: string, from: number): number {
  let to = from
  while (to < text.length && text.charCodeAt(to) <= 32) to++
  return to
}

function byDashes(text: string, lines: readonly Span[], paragraphCount: number, isTimed: boolean): TurnDraft[] | null {
  const isDashed = ({ start }: Span): boolean => /^(?:[—–―]\s?|--?\s|>>\s?)\S/.test(text.slice(start, start + 4))
  const first = lines.find(isDashed)
  if (!first || first.start > text.length * 0.5) return null
  const spoken = lines.filter(({ start }) => start >= first.start)
  const runs: { start: number; end: number }[] = []
  for (const span of spoken) {
    const last = runs.at(-1)
    if (isDashed(span) || !last) runs.push({ start: span.start, end: span.end })
    else last.end = span.end
  }
  if (runs.length < FEWEST_DASHES) return null
  // The lines of subtitles are short: a turn takes several.
  const share = isTimed ? TIMED_DASHED_SHARE : DASHED_SHARE
  if (runs.length < paragraphCount * share && runs.length < spoken.length * share) return null
  const turns = runs.map(({ start, end }) => ({ start, end, asks: endsAsking(text.slice(start, end)) }))
  if (turns.filter(({ asks }) => asks).length < turns.length * ASKING_SHARE) return null
  // Two speakers take turns; the parity that asks more is the interviewer.
  const even = turns.filter(({ asks }, i) => i % 2 === 0 && asks).length
  const odd = turns.filter(({ asks }, i) => i % 2 === 1 && asks).length
  return turns.map(({ start, end }, i): TurnDraft => {
    const role = (i % 2 === 0) === even >= odd ? 'interviewer' : 'respondent'
    const mark = /^(?:[—–―]|--?|>>)/.exec(text.slice(start, start + 2))?.[0].length ?? 0
    return makeTurn(text, start, end, role, null, mark > 0 ? { start, end: start + mark } : null)
  })
}

function byQuestions(article: Article, paragraphs: readonly Span[]): TurnDraft[] | null {
  const { text } = article
  const setOff = new Set(
    (article.blocks ?? []).filter((block) => block.strong || block.italic || block.kind === 'heading').map(({ start }) => start),
  )
  const boldStarts = new Set((article.bold ?? []).map(({ start }) => start))
  const ends = new Set((article.bold ?? []).map(({ end }) => end))
  for (const { start, end } of paragraphs) if (boldStarts.has(start) && ends.has(end)) setOff.add(start)
  const prompts = new Set(
    (article.blocks ?? [])
      .filter((block) => (block.strong || block.italic) && block.kind !== 'heading')
      .map(({ start }) => start),
  )
  for (const { start, end } of paragraphs) if (boldStarts.has(start) && ends.has(end)) prompts.add(start)
  const words = paragraphs.map(({ start, end: to }) => text.slice(start, to))
  const repeated = findRepeated(words)
  const numbered = findNumbered(words)
  const marked = words.map((paragraph, i) => {
    const { start } = paragraphs[i] as Span
    if (numbered.has(i)) return true
    if (!isSetOff(paragraph) && !setOff.has(start)) return false
    return isQuestion(paragraph) || (prompts.has(start) && paragraph.length <= LONGEST_PLAIN_QUESTION && asks(paragraph))
  })
  const plain = words.map(
    (paragraph) =>
      paragraph.length <= LONGEST_PLAIN_QUESTION &&
      (isQuestion(paragraph) || CONFRONTS.test(paragraph.slice(0, LONGEST_OPENER))) &&
      !/^["“]/.test(paragraph) &&
      !repeated.has(paragraph) &&
      !asksOneself(paragraph),
  )
  // Where questions are set off, what else is set off like them and ends a sentence is the interviewer's too.
  const first = marked.indexOf(true)
  const prompted = words.map(
    (paragraph, i) =>
      marked[i] === true || (i > first && prompts.has((paragraphs[i] as Span).start) && /[.!…—–-]["”’)]?$/.test(paragraph)),
  )
  const answersAsk = words.filter((paragraph, i) => plain[i] === false && paragraph.includes('?')).length
  return (
    asksAndAnswers(text, paragraphs, words, marked, numbered.size > 0 ? FEWEST_NUMBERED : FEWEST_QUESTIONS, prompted) ??
    (answersAsk <= words.length * MOST_ASKING_ANSWERS
      ? asksAndAnswers(text, paragraphs, words, plain, FEWEST_PLAIN_QUESTIONS)
      : null)
  )
}

const NUMBER = /^[*_#\s]{0,6}((?:question|q)?\s?\(?)(\d{1,2})([.):]{1,2})[*_]{0,3}\s/i
const FEWEST_NUMBERED = 2 // questions that count up
const NUMBERED_ASK = 0.6 // of the numbered paragraphs; the others are requests

/** Paragraphs whose numbers count up from one and that ask, with an answer below each: by index. */
function findNumbered(words: readonly string[]): Set<number> {
  const chain: number[] = []
  let form = ''
  words.forEach((paragraph, i) => {
    const [, lead = '', number, mark = ''] = NUMBER.exec(paragraph) ?? []
    if (number === undefined || Number(number) !== chain.length + 1) return
    const own = `${lead.trim().toLowerCase()}${mark}`
    if (chain.length > 0 && own !== form) return
    form = own
    chain.push(i)
  })
  const asking = chain.filter((i) => asks((words[i] as string).replace(NUMBER, ''))).length
  const answered = chain.filter((i, k) => i + 1 < (chain[k + 1] ?? words.length)).length
  const isAsked = chain.length >= FEWEST_NUMBERED && asking >= chain.length * NUMBERED_ASK && answered === chain.length
  return new Set(isAsked ? chain : [])
}

/** `You once said …`, `But you have written …`: a statement that is put to the other. */
const CONFRONTS =
  /^(?:(?:but|and|so|yet|still|then),? )?you(?:(?:['’]ve)? (?:once|also|have|had|often|just|recently|even))* (?:said|say|wrote|written|told|mentioned|called|argued|thought|believed|described|claimed|promised)\b/i
const LONGEST_OPENER = 80 // UTF-16 code units at the start of a paragraph

/** What one says to somebody and not to readers: asks for his words or thoughts, or goes on from what he said. */
const TALKS =
  /\b(?:do|did|would|will|could|can|have|were|are) you (?:\w+ )?(?:think|believe|tell|told|see|say|said|feel|make|made|regard|view|expect|hope|fear|want|mean|respond|explain|understand|agree|accept|regret|remember|worry|intend|plan|answer|reply)\b|\bwould you\b|\byou(?:['’]ve)?(?: (?:once|also|have|had|often|just|recently|even))* (?:said|say|wrote|written|told|mentioned|called|argued|thought|described|claimed|promised)\b|^(?:so|and|but|then|yet|still)\b/i
const TALKING_SHARE = 0.5 // of the questions
const FEWEST_TALKING = 4 // questions of a conversation whose answers speak of no `I`

/** Whether questions go on from each other and each has its one answer, as between two who talk. */
function isTalk(questions: readonly string[], isAsking: readonly boolean[], first: number): boolean {
  if (questions.length < FEWEST_TALKING || isAsking.at(-1)) return false
  const alternates = isAsking.every((asking, i) => i <= first || asking !== isAsking[i - 1])
  return alternates && questions.filter((question) => TALKS.test(question)).length >= questions.length * TALKING_SHARE
}

/** `Did I lock the van?` is no interviewer's: all that it asks is asked of the speaker. */
function asksOneself(paragraph: string): boolean {
  const asked = paragraph.match(/[^.?!]*\?/g)?.join(' ') ?? ''
  return SELF.test(asked) && !SECOND_PERSON.test(asked) && !/\b(?:may|can|could|might|if) I\b/i.test(asked)
}

const SELF = /\b(?:I|my|My)\b/

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
  fewest: number,
  turnsOfAsker: readonly boolean[] = isAsking,
): TurnDraft[] | null {
  const questions = words.filter((_, i) => isAsking[i])
  const first = isAsking.indexOf(true)
  if (questions.length < fewest) return null
  const answers = words.filter((_, i) => i > first && !isAsking[i])
  const answered = isAsking.filter((asking, i) => asking && isAsking[i + 1] === false).length
  const addressed = questions.filter((question) => SECOND_PERSON.test(question) || VOCATIVE.test(question)).length
  const plain = answers.map((answer) => answer.replace(/["“][^"“”]*["”]/g, ''))
  const personal = plain.filter((answer) => FIRST_PERSON.test(answer)).length
  const talks = isTalk(questions, isAsking, first)
  // An explainer talks to its readers: `you` in the answers, and no `I`.
  const singular = plain.filter((answer) => FIRST_SINGULAR.test(answer)).length
  const advising = plain.filter((answer) => SECOND_PERSON.test(answer)).length
  if (!talks && singular < answers.length * SINGULAR_SHARE && advising > personal) return null
  if (
    answered < questions.length * ANSWERED_SHARE ||
    (addressed < questions.length * ADDRESSED_SHARE &&
      singular < answers.length * TELLING_SHARE &&
      !(fewest === FEWEST_NUMBERED && personal >= answers.length * ADDRESSED_SHARE))
  )
    return null
  const share = turnsOfAsker === isAsking ? ADDRESSED_SHARE : SET_OFF_PERSONAL_SHARE
  if ((!talks && personal < answers.length * share) || questions.length * MOST_PARAGRAPHS < words.length - first) return null
  if ((paragraphs[first] as Span).start > text.length * 0.5) return null
  const runs: { start: number; end: number; asks: boolean }[] = []
  for (let i = first; i < paragraphs.length; i++) {
    const { start, end } = paragraphs[i] as Span
    const last = runs.at(-1)
    if (last && last.asks === turnsOfAsker[i]) last.end = end
    else runs.push({ start, end, asks: turnsOfAsker[i] === true })
  }
  return runs.map(({ start, end, asks }) => makeTurn(text, start, end, asks ? 'interviewer' : 'respondent'))
}

/** A whole paragraph in bold, in italics or as a heading. */
function isSetOff(paragraph: string): boolean {
  return /^(?:(\*\*\*|\*\*|__|\*|_)(?![\s*])[^\n]*\1|#{1,6}\s.*|>\s?\*\*.*\*\*)$/s.test(paragraph.slice(0, 2000))
}
