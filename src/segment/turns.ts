import { checkSpan } from '../text/span.js'
import type { Article, Span, Turn } from '../types.js'
import { classify } from '../vocabulary/index.js'
import { endsAsking, introducesReporter } from './asks.js'
import { type Conversation, findConversation } from './conversation.js'
import { findEpilogue, trimHeadings } from './epilogue.js'
import { givesFloor } from './floor.js'
import { fillUnlabeledSide } from './half-labeled.js'
import type { Label } from './label.js'
import { findLegend, type Legend } from './legend.js'
import { findLines, type Line } from './lines.js'
import { nameSpeakers } from './names.js'
import { splitParagraphs } from './paragraphs.js'
import { findPrologue } from './prologue.js'
import { isProse } from './prose.js'
import { decideRoles, type TurnSign } from './roles.js'
import { findRoster } from './roster.js'
import { splitSentences } from './sentences.js'
import { adjustTurnRoles } from './turn-roles.js'
import { findUnlabeledTurns } from './unlabeled.js'

type Draft = Omit<Turn, 'index'>

/** Finds the turns of a conversation; none where the text is no conversation. */
export function findTurns(article: Article): Turn[] {
  if (article.turns) return takeGivenTurns(article)
  const { text } = article
  if (text === '') return []
  const lines = findLines(text)
  const legend = findLegend(text, lines)
  const conversation = findConversation(text, lines, legend.starts, article.bold)
  const drafts = conversation
    ? readConversation(article, conversation, lines, legend)
    : (fillUnlabeledSide(article, lines) ?? findUnlabeledTurns(article, lines))
  return drafts.map((draft, index) => ({ index, ...draft }))
}

/** Turns that the source states; roles it does not state are decided like any others. */
function takeGivenTurns({ text, turns = [] }: Article): Turn[] {
  const signs = turns.map((turn): TurnSign => {
    checkSpan(turn, text)
    const words = text.slice(turn.start, turn.end)
    const key = turn.speaker.toLowerCase()
    return { key, asks: endsAsking(words), givesFloor: givesFloor(words), length: words.length, words: key }
  })
  const roles = decideRoles(signs)
  return turns.map(({ start, end, speaker, role }, index) => ({
    index,
    start,
    end,
    speaker: speaker === '' ? null : speaker,
    role: role ?? roles.get(speaker.toLowerCase()) ?? 'unknown',
    label: null,
  }))
}

function readConversation(
  article: Article,
  { labels, identities }: Conversation,
  lines: readonly Line[],
  legend: Legend,
): Draft[] {
  const { text } = article
  const end = findEpilogue(text, lines, labels.at(-1)?.end ?? 0)
  const bodies = labels.map((label, i) => {
    const next = labels[i + 1]
    const limit = next?.start ?? end
    return { start: label.start, end: next ? trimHeadings(text, lines, label.end, limit) : trimEnd(text, label.end, limit).end }
  })
  const ids = labels.map(({ key }) => identities.get(key) ?? key)
  const roster = findRoster(text, lines)
  const signs = labels.map(({ textStart, words }, i): TurnSign => {
    const spoken = text.slice(textStart, (bodies[i] as Span).end)
    const key = ids[i] as string
    const office = roster.get(key)
    return {
      key,
      asks: endsAsking(spoken) || introducesReporter(spoken),
      givesFloor: givesFloor(spoken),
      length: spoken.length,
      words: office === undefined ? words : `${words}, ${office}`,
    }
  })
  const roles = decideRoles(signs)
  const names = nameSpeakers(labels, identities, [article.title, article.author, article.outlet, text].filter(Boolean).join('\n'))
  const clips = findClips(text, labels, ids)
  const spoken = labels.map((label, i): Draft => {
    const id = ids[i] as string
    const role = legend.roles.get(label.key) ?? legend.roles.get(id) ?? (clips.has(id) ? 'unknown' : roles.get(id)) ?? 'unknown'
    const speaker = classify(label.key).role === 'narrator' ? null : (legend.names.get(label.key) ?? names.get(id) ?? label.name)
    return { ...(bodies[i] as Span), speaker, role, label: { start: label.start, end: label.end } }
  })
  return [...openWith(text, lines, labels[0] as Label, spoken), ...adjustTurnRoles(text, spoken), ...closing(text, end)]
}

const CLIP = /\((?:BEGIN )?(?:SOUNDBITE|AUDIO|VIDEO|ARCHIVED|FILM)\b[^()]{0,120}\)\s*$/i
const MOST_CLIPS = 2 // turns of somebody who is heard in a recording only

/** Those who are heard in recordings that somebody plays: they speak behind a note of it, and hardly again. */
function findClips(text: string, labels: readonly Label[], ids: readonly string[]): Set<string> {
  const turns = new Map<string, { all: number; played: number }>()
  labels.forEach(({ start }, i) => {
    const own = turns.get(ids[i] as string) ?? { all: 0, played: 0 }
    const isPlayed = i > 0 && closesBracket(text, start) && CLIP.test(text.slice(Math.max(0, start - LONGEST_NOTE), start))
    turns.set(ids[i] as string, { all: own.all + 1, played: own.played + (isPlayed ? 1 : 0) })
  })
  return new Set(
    [...turns]
      .filter(([key, { all, played }]) => all <= MOST_CLIPS && played > all / 2 && classify(key).role === null)
      .map(([key]) => key),
  )
}

/** Whether a bracket closes right before a position. */
function closesBracket(text: string, before: number): boolean {
  let at = before - 1
  while (at > 0 && text.charCodeAt(at) <= 32) at--
  return text.charAt(at) === ')'
}

const LONGEST_NOTE = 160 // UTF-16 code units

/** The prose before the first label: the editors' introduction, or the statement of the one who answers. */
function openWith(text: string, lines: readonly Line[], { start: to }: Label, spoken: readonly Draft[]): Draft[] {
  const question = spoken[0]?.role === 'respondent' ? findOpeningQuestion(text, to) : null
  const prologue = findPrologue(text, lines, question?.start ?? to)
  const opening = question ? [question] : []
  if (!prologue) return opening
  const turns = spoken.filter(({ role }) => role === 'respondent')
  const [first] = turns
  const { start, end } = prologue
  // A statement is the respondent's only where there is one respondent to speak of.
  const isSole = first !== undefined && turns.filter((turn) => turn.speaker === first.speaker).length > turns.length / 2
  const border = isSole ? prologue.statement : end
  const drafts: Draft[] = []
  if (border > start) drafts.push({ start, end: trimEnd(text, start, border).end, speaker: null, role: 'narrator', label: null })
  if (border < end) drafts.push({ start: border, end, speaker: first?.speaker ?? null, role: 'respondent', label: null })
  return [...drafts, ...opening]
}

/** The first question where only the answers are labeled, or where its label is lost: it stands at the end of the prose above. */
function findOpeningQuestion(text: string, to: number): Draft | null {
  const paragraph = splitParagraphs(text).findLast(({ start }) => start < to)
  if (!paragraph) return null
  const { start, end } = trimEnd(text, paragraph.start, Math.min(paragraph.end, to))
  const words = text.slice(start, end)
  if (end - start > LONGEST_OPENING || !/\?["”’)*_]{0,4}$/.test(words)) return null
  // Words that address somebody are all the interviewer's; the editors' are not.
  const sentences = splitSentences(text, { start, end })
  const first = /\byou(?:r|rs)?\b/i.test(text.slice(...spanOf(sentences[0])))
    ? 0
    : sentences.findIndex(({ start: from, end: until }) => /\?\W*$/.test(text.slice(from, until)))
  return { start: sentences[first]?.start ?? start, end, speaker: null, role: 'interviewer', label: null }
}

function spanOf(span: Span | undefined): [number, number] {
  return [span?.start ?? 0, span?.end ?? 0]
}

const LONGEST_OPENING = 700 // UTF-16 code units of a paragraph that ends in a question

/** What else follows the last turn (contacts, notices of rights) nobody says. */
const EDITORS_NOTE = /^[\W_]{0,6}(?:note|editor|n\.b\.)/i

function closing(text: string, from: number): Draft[] {
  let start = from
  while (start < text.length && text.charCodeAt(start) <= 32) start++
  const { end } = trimEnd(text, start, text.length)
  if (!EDITORS_NOTE.test(text.slice(start, start + 30)) || !isProse(text.slice(start, end))) return []
  return [{ start, end, speaker: null, role: 'narrator', label: null }]
}

function trimEnd(text: string, start: number, end: number): Span {
  let to = end
  while (to > start && text.charCodeAt(to - 1) <= 32) to--
  return { start, end: to }
}
