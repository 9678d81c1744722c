import { ANY_NAME, FULL_NAME } from '../text/name-form.js'
import type { Span } from '../types.js'
import { classify, type WordKind, wordsOf } from '../vocabulary/index.js'
import { asks, endsAsking } from './asks.js'
import { FEWEST_TURNS, isConversation, LONGEST_PROLOGUE } from './conversation-shape.js'
import { findDamagedLabels } from './damaged-labels.js'
import { findFactBoxes } from './fact-box.js'
import { identifySpeakers } from './identities.js'
import { findInlineLabels, findInlineNumbers } from './inline-labels.js'
import { findInterjections } from './interjections.js'
import type { Label } from './label.js'
import type { LabelStyle } from './label-styles.js'
import { findLabels } from './labels.js'
import type { Line } from './lines.js'
import { findWeakLabels } from './weak-labels.js'

/** The labels of a conversation in order, with the speaker's key of each label key. */
export interface Conversation {
  readonly labels: readonly Label[]
  readonly identities: ReadonlyMap<string, string>
}

/** A weak style needs to return more often than chance headings do. */
const FEWEST_WEAK_LABELS = 4

const WEAK_ORDER: readonly LabelStyle[] = ['line', 'bracket', 'bold', 'period', 'caps', 'dash', 'slash', 'initials', 'lower']

/**
 * Finds the labels that make the text a conversation; null where they make none.
 *
 * @param legend - starts of lines that only say who is who
 * @param bold - runs that markup sets in bold
 */
export function findConversation(
  text: string,
  lines: readonly Line[],
  legend: ReadonlySet<number> = new Set(),
  bold: readonly Span[] = [],
): Conversation | null {
  const facts = findFactBoxes(text, lines)
  const end = findEnd(text, lines)
  const strong = findLabels(text, lines).filter(({ start }) => !legend.has(start) && start < end)
  const chosen = choose(strong, text)
  let best = speakersOf(chosen).size >= 2 ? chosen : []
  const base = chosen.length >= 2 ? chosen : strong.filter(({ style }) => style === 'letter' || style === 'numbered')
  const weakLabels = findWeakLabels(text, lines, bold)
  if (best.length < FEWEST_TURNS || best.length * 1500 < text.length) {
    for (const style of WEAK_ORDER) {
      const weak = chooseWeak(weakLabels.get(style) ?? [], base, text)
      if (weak.length === 0) continue
      const joined = merge(base, weak)
      if (joined.length > best.length * 1.5 && speakersOf(joined).size >= 2) best = joined
    }
  }
  const numbers = best.length > 0 ? [] : findInlineNumbers(text)
  const inline = chooseInline(merge(numbers, findInlineLabels(text)), best.length > 0 ? best : base, strong, text)
  if (inline.length > 0) best = merge(best.length > 0 ? best : base, inline)
  if (speakersOf(best).size < 2) return null
  const known = new Set(best.map(({ key }) => key))
  for (const style of STRAY_STYLES)
    best = merge(
      best,
      (weakLabels.get(style) ?? []).filter((label) => known.has(label.key) && (style === 'bold' || hasWords(text, label))),
    )
  best = merge(best, findDamagedLabels(text, lines, best))
  best = joinAskers(text, best)
  best = best.filter((label, i) => label.style !== 'raised' || text.slice(label.textStart, best[i + 1]?.start).trim() !== '')
  best = best.filter((label, i) => !facts.has(label.start) && !isNumberedHeading(text, label, best[i + 1]))
  best = merge(best, findInterjections(text, lines, new Set(best.map(({ start }) => start))))
  const identities = identifySpeakers(best)
  return isConversation(best, identities, text) ? { labels: best, identities } : null
}

/** Styles in which a known speaker's label may stand here and there among others. */
const STRAY_STYLES: readonly LabelStyle[] = ['bold', 'dash', 'bracket']
const FEWEST_WORDS = 40 // UTF-16 code units behind a stray label; an office in a list of participants is shorter

/** Whether a sentence stands behind a label in its line, and not only an office. */
function hasWords(text: string, { textStart }: Label): boolean {
  const newline = text.indexOf('\n', textStart)
  const rest = text.slice(textStart, Math.min(newline < 0 ? text.length : newline, textStart + FEWEST_WORDS))
  return rest.length >= FEWEST_WORDS || /[.?!…]["”’)]?\s*$/.test(rest)
}

/** Where a line says that a transcript ends, near its end: contacts below it are no turns. */
function findEnd(text: string, lines: readonly Line[]): number {
  for (let i = lines.length - 1; i >= Math.max(0, lines.length - MOST_END_LINES); i--) {
    const line = lines[i] as Line
    if (line.end - line.start < MOST_END_LENGTH && END.test(text.slice(line.start, line.end))) return line.start
  }
  return text.length
}

const END =
  /^\W*(?:ends?|ended|end of (?:the )?(?:transcript|interview|recording|press conference|briefing)|transcript ends|concluded)\W*$/i
const MOST_END_LINES = 12 // lines at the end of a text
const MOST_END_LENGTH = 40 // UTF-16 code units

/** Those who put one numbered question together, a line each: the first asks, and all are its label. */
function joinAskers(text: string, labels: readonly Label[]): Label[] {
  const joined: Label[] = []
  for (const label of labels) {
    const last = joined.at(-1)
    const isJoint =
      last !== undefined &&
      /^[*QTS]?\d/.test(text.slice(last.start, last.start + 2)) &&
      text.slice(last.end, label.start).trim() === ''
    if (isJoint) joined[joined.length - 1] = { ...last, end: label.end, textStart: label.textStart }
    else joined.push(label)
  }
  return joined
}

/** `Question 5:` above the turns about it. */
function isNumberedHeading(text: string, { key, end }: Label, next: Label | undefined): boolean {
  return next !== undefined && /^(?:question|item|topic|part|section) \d+$/.test(key) && text.slice(end, next.start).trim() === ''
}

function speakersOf(labels: readonly Label[]): Set<string> {
  return new Set(labels.filter(({ key }) => classify(key).role !== 'narrator').map(({ key }) => key))
}

/** Joins two lists of labels in order; where two overlap, the first list's stays. */
function merge(first: readonly Label[], second: readonly Label[]): Label[] {
  if (second.length === 0) return [...first]
  const all = [...first.map((label) => ({ label, rank: 0 })), ...second.map((label) => ({ label, rank: 1 }))]
  all.sort((a, b) => a.label.start - b.label.start || a.rank - b.rank)
  const kept: Label[] = []
  for (const { label } of all) {
    const last = kept.at(-1)
    if (!last || label.start >= last.end) kept.push(label)
  }
  return kept
}

/** The labels of speakers among all candidates. */
function choose(candidates: readonly Label[], text: string): Label[] {
  const identities = identifySpeakers(candidates)
  const counts = new Map<string, number>()
  const opening = new Set<string>()
  for (const { key, opens } of candidates) {
    const id = identities.get(key) ?? key
    counts.set(id, (counts.get(id) ?? 0) + 1)
    if (opens) opening.add(id)
  }
  const hasBlankLines = candidates.filter(({ opens }) => opens).length > candidates.length / 2
  const hasRepeated = [...counts.values()].some((count) => count > 1)
  return candidates.filter((label, i) => {
    const { key, name, opens, style } = label
    const id = identities.get(key) ?? key
    if (style === 'letter' || style === 'numbered' || style === 'raised' || style === 'glued' || style === 'clock') return true
    if (FIGURES.test(text.slice(label.textStart, label.textStart + LONGEST_FIGURES))) return false
    const count = counts.get(id) ?? 0
    if (!opens && hasBlankLines && !opening.has(id) && !classify(key).namesPart) return false
    if (count > 1) return true
    if (classify(key).namesPart || classify(label.words).leaning !== 0) return true
    return (
      hasRepeated &&
      readsAsSpeech(text, label, candidates[i + 1]) &&
      (isPersonLike(name)
        ? /[\s.]/.test(name) || isMentioned(text, label)
        : i > 0 && (opens || !hasBlankLines) && asksBelow(text, label, candidates[i + 1])) &&
      !/^\s*[-•*]\s/.test(text.slice(label.start, label.start + 3))
    )
  })
}

const MOST_REPORTER_WORDS = 4 // of a reporter's or an outlet's name
const REPORTER = new RegExp(`^(?:The )?${ANY_NAME}$`, 'u')

/** `Turnout: 61 per cent` */
const FIGURES = /^[\d.,:%£$€+–-]+(?:\s?(?:per cent|percent|m|bn|crowns|euros|dollars|points|votes))?\s*(?:\n|$)/
const LONGEST_FIGURES = 40 // UTF-16 code units

/** Whether the first paragraph behind a label is spoken: a sentence; headings and lists end in no stop. */
function readsAsSpeech(text: string, { textStart }: Label, next: Label | undefined): boolean {
  const limit = Math.min(text.length, next?.start ?? text.length, textStart + 2 * LONGEST_HEADING)
  const part = text.slice(textStart, limit).split(/\n[ \t]*\n/, 1)[0] as string
  const words = part.trim()
  return words.length > LONGEST_HEADING || /[.?!…:;,–—-][\])"”’*_]{0,4}$|^\(|^[—–…]/.test(words)
}

const LONGEST_HEADING = 90 // UTF-16 code units; a longer paragraph tells something

/** Whether the words below a label of one plain name ask, as those of a reporter do whom only the chair knows. */
function asksBelow(text: string, { name, textStart }: Label, next: Label | undefined): boolean {
  if (!next || !REPORTER.test(name) || name.split(' ').length > MOST_REPORTER_WORDS || next.start - textStart > NEAR) return false
  return endsAsking(text.slice(textStart, next.start))
}

/** Whether a bare surname stands elsewhere in the text too, as one who is introduced does. */
function isMentioned(text: string, { name, start }: Label): boolean {
  const before = text.slice(Math.max(0, start - NEAR), start).toLowerCase()
  return (
    before.includes(name.toLowerCase()) ||
    /^(?:mr|ms|mrs|dr|miss)\b/i.test(text.slice(start, start + 4)) ||
    text.slice(0, NEAR).toLowerCase().includes(name.toLowerCase())
  )
}

const NEAR = 4000 // UTF-16 code units in which a speaker of one turn is introduced

const PERSON = new RegExp(String.raw`^(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir)\.? )?${FULL_NAME}\.?$`, 'u')

/** A label that stands only once belongs to a speaker where it reads like a person or is printed in capitals. */
function isPersonLike(name: string): boolean {
  return PERSON.test(name) || /^\p{Lu}{2,}[\p{Lu}\d\s.,#'’-]*$/u.test(name) || /^(?:Mr|Mrs|Ms|Dr)\.? \p{Lu}/u.test(name)
}

/** Weak labels whose speakers return, and that alternate with others. */
function chooseWeak(candidates: readonly Label[], base: readonly Label[], text: string): Label[] {
  const identities = identifySpeakers(candidates)
  const counts = new Map<string, number>()
  for (const { key } of candidates) {
    const id = identities.get(key) ?? key
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const baseKeys = new Set(base.map(({ key }) => key))
  const repeated = [...counts].filter(([key, count]) => count > 1 || baseKeys.has(key))
  if (repeated.length === 0) return []
  // A heading in capitals is no label where the labels are not printed so.
  const lower = new Set(candidates.filter(({ name }) => /\p{Ll}/u.test(name)).map(({ key }) => key))
  const kept = candidates.filter((label, i) => {
    const id = identities.get(label.key) ?? label.key
    if (label.style === 'line' && lower.has(label.key) && !/\p{Ll}/u.test(label.name)) return false
    if ((counts.get(id) ?? 0) > 1 || baseKeys.has(id)) return true
    if (label.style === 'line' || label.style === 'bracket' || label.style === 'dash') {
      const next = candidates[i + 1]?.start ?? text.length
      if (isNamedBefore(text, label)) return true
      if (label.style !== 'line' && asksBelow(text, label, candidates[i + 1])) return true
      if (isIntroduced(text, label) && next - label.textStart < NEAR && asks(text.slice(label.textStart, next))) return true
    }
    return (
      (classify(label.key).namesPart || classify(label.words).leaning !== 0 || hasTitle(label) || isCapitals(label)) &&
      (label.style === 'period' || label.style === 'line' || label.style === 'caps' || label.style === 'bold')
    )
  })
  const others = kept.filter(({ key, style }) => (style === 'line' || style === 'bold') && !classify(key).namesPart).length
  if (kept.length + base.length < FEWEST_WEAK_LABELS) return []
  if (others === kept.length && repeated.length < 2 && base.length === 0) return []
  if (repeated.length < 2 && base.length === 0 && !isAnsweredByOne(kept, text)) return []
  const answered = kept.some(
    (label, i) =>
      endsAsking(text.slice(label.textStart, kept[i + 1]?.start ?? text.length)) ||
      (classify(label.key).role === 'interviewer' && classify(kept[i + 1]?.key ?? '').role === 'respondent'),
  )
  return answered || base.length > 0 ? kept : []
}

/** Whether a whole name stands in the text before its label, as where a chair or a list of participants gives it. */
function isNamedBefore(text: string, { name, start, style }: Label): boolean {
  if (style !== 'line' || !name.includes(' ') || !isPersonLike(name) || !/\p{Ll}/u.test(name)) return false
  const at = text.indexOf(name)
  return at >= 0 && at < start
}

/** A member with number or constituency, a deputy, a reporter with an outlet: who is printed so speaks, though only once. */
function isIntroduced(text: string, { start, end, name }: Label): boolean {
  const printed = text.slice(start, end)
  return (
    /^\W*(?:[QTS]?\d{1,4}[.\s]|Deputy\s\p{Lu})|\p{L}\s\(\p{Lu}|^[[(]\p{Lu}[^,()]*,\s\p{Lu}/u.test(printed) && /\p{Lu}/u.test(name)
  )
}

/** A form of address, a rank or an office before the name. */
function hasTitle({ name }: Label): boolean {
  const first = name.replace(/^The /, '').split(' ', 1)[0] as string
  return TITLED.some((kind) => wordsOf(kind).has(first.toLowerCase().replaceAll('.', '')))
}

const TITLED: readonly WordKind[] = ['honorific', 'rank', 'office', 'title']

/** A name of two words or more in capitals, with a stop behind it. */
function isCapitals({ name, style }: Label): boolean {
  return style === 'period' && /^[^\p{Ll}]+\s[^\p{Ll}]+$/u.test(name)
}

/** Whether one speaker answers what others ask, once each: only the one who answers returns. */
function isAnsweredByOne(labels: readonly Label[], text: string): boolean {
  if (labels.some(({ style, key }) => style !== 'period' && style !== 'slash' && !classify(key).namesPart)) return false
  const answered = labels.filter((label, i) => {
    const next = labels[i + 1]
    return next !== undefined && next.key !== label.key && endsAsking(text.slice(label.textStart, next.start))
  })
  return answered.length >= FEWEST_ANSWERED && new Set(answered.map(({ key }) => key)).size > 1
}

const FEWEST_ANSWERED = 2 // questions with an answer behind them

/** Labels inside lines: those of known speakers, or a whole conversation in one line. */
function chooseInline(candidates: readonly Label[], known: readonly Label[], strong: readonly Label[], text: string): Label[] {
  if (candidates.length === 0) return []
  if (known.length > 0) {
    const identities = identifySpeakers([...known, ...candidates])
    const idOf = (key: string): string => identities.get(key) ?? key
    const knownIds = new Set(known.map(({ key }) => idOf(key)))
    const starts = new Set(known.map(({ start }) => start))
    const free = candidates.filter(({ start }) => !starts.has(start))
    // Letters inside lines pair a question with its answer; a lone `A.` is somebody's initial.
    const near = merge(known, free)
    const paired = new Set<number>()
    near.forEach(({ key, start }, i) => {
      const next = near[i + 1]
      if (key === 'q' && next?.key === 'a') paired.add(start).add(next.start)
    })
    return free.filter(({ key, start }) => (key === 'q' || key === 'a' ? paired.has(start) : knownIds.has(idOf(key))))
  }
  const pool = merge(strong, candidates)
  const identities = identifySpeakers(pool)
  const counts = new Map<string, number>()
  for (const { key } of pool) counts.set(identities.get(key) ?? key, (counts.get(identities.get(key) ?? key) ?? 0) + 1)
  const returns = ({ key }: Label): boolean => (counts.get(identities.get(key) ?? key) ?? 0) > 1
  const repeated = pool.filter(returns)
  const first = repeated[0]
  if (repeated.length < FEWEST_WEAK_LABELS || new Set(repeated.map(({ key }) => key)).size < 2 || !first) return []
  if (text.length - first.start <= text.length * (1 - LONGEST_PROLOGUE)) return []
  return pool.filter(
    (label, i) =>
      returns(label) ||
      classify(label.key).namesPart ||
      classify(label.words).leaning !== 0 ||
      isIntroduced(text, label) ||
      (isPersonLike(label.name) && label.name.includes(' ')) ||
      asksBelow(text, label, pool[i + 1]),
  )
}
