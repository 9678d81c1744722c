import type { Article, Span, SpeakerRole, Turn } from '../types.js'
import { asks } from './asks.js'
import { findLabels, type Label } from './labels.js'
import { decideRoles, resolveSpeakers, type SpeakerRecord, statedRole } from './speakers.js'

/** A conversation has at least this many labeled turns, unless its labels are Q and A. */
const FEWEST_TURNS = 3
/** A label that stands once only belongs to a speaker where it reads like a person or states a role. */
const PERSON_LABEL = /^(?:\p{Lu}[\p{L}.'’-]*\s){1,4}\p{Lu}[\p{L}'’-]*$|^\p{Lu}{2,}[\p{Lu}\s.'’-]*$/u
/** A cited dialogue in an article is followed by more text than the conversation itself holds. */
const LONGEST_LAST_TURN = 0.6 // share of the text from the first label on
const LONGEST_PROLOGUE = 0.6 // share of the text before the first label

/** Finds the turns of a conversation; none where the text is no conversation. */
export function findTurns(article: Article): Turn[] {
  if (article.turns) {
    return article.turns.map(({ start, end, speaker, role }, index) => ({
      index,
      start,
      end,
      speaker,
      role: role ?? 'unknown',
      label: null,
    }))
  }
  const { text } = article
  const labels = chooseLabels(findLabels(text), text)
  if (labels.length === 0) return []
  const bodies = labels.map((label, i) => trimEnd(text, label.start, labels[i + 1]?.start ?? text.length))
  const keys = labels.map(({ key }) => key)
  const roles = decideRoles(recordSpeakers(text, labels, bodies))
  if (![...roles.values()].includes('interviewer') || ![...roles.values()].includes('respondent')) return []
  const names = resolveSpeakers(labels, [article.title, article.author, article.outlet, text].filter(Boolean).join('\n'))
  const prologue = trimEnd(text, 0, labels[0]?.start ?? 0)
  const start = text.length - text.trimStart().length
  const opening =
    prologue.end > start ? [{ start, end: prologue.end, speaker: null, role: 'narrator' as SpeakerRole, label: null }] : []
  const spoken = labels.map((label, i) => {
    const role = roles.get(keys[i] as string) ?? 'unknown'
    const speaker = role === 'narrator' ? null : (names.get(label.key) ?? label.name)
    return { ...(bodies[i] as Span), speaker, role, label: { start: label.start, end: label.end } }
  })
  return [...opening, ...spoken].map((turn, index) => ({ index, ...turn }))
}

/** The labels of speakers among all candidates; none where they make no conversation. */
function chooseLabels(candidates: readonly Label[], text: string): Label[] {
  const counts = new Map<string, number>()
  for (const { key } of candidates) counts.set(key, (counts.get(key) ?? 0) + 1)
  const repeated = [...counts].filter(([, count]) => count > 1).map(([key]) => key)
  const labels = candidates.filter(({ key, name }) => {
    if ((counts.get(key) ?? 0) > 1) return true
    return statedRole(key) !== null || (repeated.length > 0 && PERSON_LABEL.test(name))
  })
  const speaking = labels.filter(({ key }) => statedRole(key) !== 'narrator')
  const speakers = new Set(speaking.map(({ key }) => key))
  const isQuestionAndAnswer = [...speakers].some((key) => statedRole(key) === 'interviewer') && speakers.size > 1
  if (speakers.size < 2 || speaking.length < (isQuestionAndAnswer ? 2 : FEWEST_TURNS)) return []
  const first = labels[0]?.start ?? 0
  const last = labels.at(-1)?.start ?? 0
  const spoken = text.length - first
  if (!isQuestionAndAnswer && (spoken < text.length * (1 - LONGEST_PROLOGUE) || text.length - last > spoken * LONGEST_LAST_TURN))
    return []
  return labels
}

function recordSpeakers(text: string, labels: readonly Label[], bodies: readonly Span[]): Map<string, SpeakerRecord> {
  const records = new Map<string, SpeakerRecord>()
  let previousAsks = false
  let previousKey = ''
  labels.forEach(({ key, textStart }, i) => {
    const record = records.get(key) ?? { turns: 0, asking: 0, following: 0 }
    const asking = asks(text.slice(textStart, bodies[i]?.end))
    record.turns++
    if (asking) record.asking++
    if (previousAsks && previousKey !== key) record.following++
    records.set(key, record)
    previousAsks = asking
    previousKey = key
  })
  return records
}

function trimEnd(text: string, start: number, end: number): Span {
  let to = end
  while (to > start && text.charCodeAt(to - 1) <= 32) to--
  return { start, end: to }
}
