import { classify } from '../vocabulary/index.js'
import { endsAsking } from './asks.js'
import type { Label } from './label.js'
import { splitParagraphs } from './paragraphs.js'

/** A conversation has at least this many labeled turns, unless its labels are Q and A. */
export const FEWEST_TURNS = 3
/** A cited dialogue in an article has more text before and behind it than it holds. */
const LONGEST_LAST_TURN = 0.6 // share of the text from the first label on
export const LONGEST_PROLOGUE = 0.6 // share of the text before the first label

/** Whether a few letters stand in the midst of an article: much is before them, and much behind the paragraph of the last. */
function isCited(labels: readonly Label[], text: string): boolean {
  const [first, last] = [labels[0], labels.at(-1)]
  if (!first || !last || labels.length > MOST_CITED) return false
  const around = splitParagraphs(text).find(({ end }) => end > last.textStart)
  const core = (around?.end ?? text.length) - first.start
  return first.start > text.length * CITED_PROLOGUE && core < text.length * CITED_CORE
}

const MOST_CITED = 6 // labels
const CITED_PROLOGUE = 0.25 // of the text
const CITED_CORE = 0.3 // of the text

/** Whether most words behind the labels stand in quotation marks: what people are quoted with, not what they said to each other. */
function isQuotes(labels: readonly Label[], text: string): boolean {
  if (labels.length >= FEWEST_SURE_TURNS) return false
  return labels.filter(({ textStart }) => /["“«]/.test(text.charAt(textStart))).length >= labels.length * QUOTED_SHARE
}

/** Whether a short conversation goes to and fro: between two, or with two who return, or with one who answers again and again. */
function isExchange(labels: readonly Label[], identities: ReadonlyMap<string, string>, text: string): boolean {
  if (labels.length >= FEWEST_SURE_TURNS) return true
  const ids = labels.map(({ key }) => identities.get(key) ?? key)
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  const returning = [...counts.values()].filter((count) => count > 1).length
  if (counts.size === 2 || returning >= 2) return true
  const answered = labels.filter((label, i) => {
    const next = labels[i + 1]
    return next && ids[i + 1] !== ids[i] && endsAsking(text.slice(label.textStart, next.start))
  }).length
  return (
    answered >= 2 ||
    (answered > 0 && labels.some(({ style }) => style === 'clock')) ||
    labels.some(({ key, words }) => classify(key).leaning !== 0 || classify(words).leaning !== 0)
  )
}

const FEWEST_SURE_TURNS = 8 // more labels that return are no chance
const QUOTED_SHARE = 0.4 // of the turns

/** Whether the line behind a label is a question and no more: in a program of talks each is. */
function onlyAsks(text: string, { textStart }: Label): boolean {
  const newline = text.indexOf('\n', textStart)
  const line = text.slice(textStart, newline < 0 ? textStart + LONGEST_LINE : Math.min(newline, textStart + LONGEST_LINE))
  return /^[^.!?…]*\?\s*$/.test(line)
}

const LONGEST_LINE = 300 // UTF-16 code units

/** Whether labels make a conversation: turns that go to and fro, and no cited dialogue, no quotes, no list. */
export function isConversation(labels: readonly Label[], identities: ReadonlyMap<string, string>, text: string): boolean {
  const speaking = labels.filter(({ key }) => classify(key).role !== 'narrator')
  const speakers = new Set(speaking.map(({ key }) => identities.get(key) ?? key))
  if (speakers.size < 2) return false
  const stated = new Set([...speakers].map((key) => classify(key).role))
  if (stated.has('interviewer') && speaking.length >= 2 && (stated.has('respondent') || speaking.length >= FEWEST_TURNS)) {
    return text.length - (labels[0]?.start ?? 0) > text.length * 0.25 && !isCited(labels, text)
  }
  if (speaking.length < FEWEST_TURNS) return false
  const first = labels[0]?.start ?? 0
  const last = labels.at(-1)?.start ?? 0
  const spoken = text.length - first
  if (first > text.length * LONGEST_PROLOGUE) return false
  if (text.length - last > spoken * LONGEST_LAST_TURN) return false
  const asked = speaking.some((label, i) => {
    const next = speaking[i + 1]
    return (
      label.style === 'numbered' ||
      (next && next.key !== label.key && endsAsking(text.slice(label.textStart, next.start)) && !onlyAsks(text, next))
    )
  })
  if (asked) return isQuotes(speaking, text) === false && isExchange(speaking, identities, text)
  // Statements one after the other: official or printed in capitals, from the start of the text on.
  const official = speaking.filter(
    ({ key, name }) => classify(key).isUsher || classify(key).leaning !== 0 || /^[^\p{Ll}]{3,}$/u.test(name),
  ).length
  return official >= speaking.length / 2 && first < text.length * 0.15
}
