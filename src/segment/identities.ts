import { classify } from '../vocabulary/index.js'
import type { Label } from './label.js'

const FREQUENT = 2 // times a label must stand before a rare one can be its misprint
const MOST_FREQUENT_KEYS = 60 // labels that misprints are compared with, so that the work stays linear
const LONGEST_TITLED = 16 // words of an office with a name behind it
const MOST_TITLED = 20 // labels with title and name that a title alone is compared with
const SHORTEST_MISPRINT = 4 // letters; shorter labels differ by one letter too easily
const RARER = 2 // a misprint stands half as often as the label, or less
const LETTERS_A_SLIP = 5 // one wrong letter for each so many

/** Gives each label key the key of its speaker: `putin` and `president of russia vladimir putin` are `vladimir putin`. */
export function identifySpeakers(labels: readonly Label[]): Map<string, string> {
  const counts = new Map<string, number>()
  /** Who holds an office; null where the labels name two. */
  const holders = new Map<string, string | null>()
  const titled = new Map<string, string>()
  for (const { key, office, words } of labels) {
    const count = counts.get(key) ?? 0
    counts.set(key, count + 1)
    if (titled.size < MOST_TITLED && /\s\S+\s\S/.test(words)) titled.set(words.replace(/^(?:the|hon\.?|rt\.?)\s/, ''), key)
    // `The Secretary General` after `Secretary General Pieter Vale`, who alone had that title so far.
    if (count === 0 && !holders.has(key) && classify(key).leaning < 0) {
      const bearers = new Set(
        [...titled].filter(([whole, other]) => other !== key && whole.startsWith(`${key} `)).map(([, other]) => other),
      )
      const [bearer] = bearers
      if (bearers.size === 1 && bearer !== undefined) holders.set(key, bearer)
    }
    if (office === undefined) continue
    const known = holders.get(office)
    holders.set(office, known === undefined || known === key ? key : null)
  }
  const byLast = new Map<string, string | null>()
  const byInitials = new Map<string, string | null>()
  for (const key of counts.keys()) {
    const words = key.split(' ')
    if (words.length < 2) continue
    const last = words.at(-1) as string
    const known = byLast.get(last)
    // Two people of one surname: the surname alone is neither.
    if (known === undefined || known?.endsWith(key)) byLast.set(last, key)
    else if (known !== null && !key.endsWith(known)) byLast.set(last, null)
    const initials = words.map((word) => word.charAt(0)).join('')
    const rival = byInitials.get(initials)
    if (rival === undefined || (rival !== null && (counts.get(rival) ?? 0) < (counts.get(key) ?? 0)))
      byInitials.set(initials, key)
    else if (rival !== null && (counts.get(rival) ?? 0) === (counts.get(key) ?? 0)) byInitials.set(initials, null)
  }
  const frequent = [...counts]
    .filter(([key, count]) => (count >= FREQUENT || classify(key).isPlainPart) && key.length >= SHORTEST_MISPRINT)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_FREQUENT_KEYS)
    .map(([key]) => key)
  const identities = new Map<string, string>()
  for (const key of counts.keys())
    identities.set(
      key,
      holders.get(key) ?? shorten(key, counts) ?? expand(key, byLast, byInitials) ?? misprintOf(key, counts, frequent) ?? key,
    )
  for (const [key, other] of identities) {
    const further = identities.get(other)
    if (further !== undefined && further !== other && identities.get(further) === further) identities.set(key, further)
  }
  return identities
}

/** `president of russia vladimir putin` where `vladimir putin` is a label too. */
function shorten(key: string, counts: ReadonlyMap<string, number>): string | null {
  const words = key.split(' ')
  if (words.length < 3 || words.length > LONGEST_TITLED) return null
  for (let size = Math.min(4, words.length - 1); size >= 2; size--) {
    for (let from = words.length - size; from >= 1; from--) {
      const part = words.slice(from, from + size).join(' ')
      if (counts.has(part)) return part
    }
  }
  return null
}

function expand(
  key: string,
  byLast: ReadonlyMap<string, string | null>,
  byInitials: ReadonlyMap<string, string | null>,
): string | null {
  if (key.includes(' ') || classify(key).isChorus) return null
  const full = byLast.get(key)
  if (full && !/^(?:official|minister|president|speaker|reporter|journalist|secretary|member|\d+)$/.test(key)) return full
  return key.length >= 2 && key.length <= 4 ? (byInitials.get(key) ?? null) : null
}

function misprintOf(key: string, counts: ReadonlyMap<string, number>, frequent: readonly string[]): string | null {
  if (key.length < SHORTEST_MISPRINT || classify(key).isPlainPart) return null
  const count = counts.get(key) ?? 0
  const found = frequent.find(
    (other) =>
      other !== key && isMisprint(key, other) && (classify(other).isPlainPart || count * RARER <= (counts.get(other) ?? 0)),
  )
  return found ?? null
}

/** Whether two labels differ by no more letters than a misreading leaves. */
export function isMisprint(one: string, other: string): boolean {
  if (/\d$/.test(one) && /\d$/.test(other)) return false // `reporter 1` and `reporter 2` are two
  const most = Math.max(1, Math.floor(other.length / LETTERS_A_SLIP))
  if (Math.abs(one.length - other.length) > most) return false
  return distance(one, other, most) <= most
}

function distance(a: string, b: string, most: number): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const cost = a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1
      const swapped =
        i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1)
          ? (before[j - 2] as number) + 1
          : Number.POSITIVE_INFINITY
      const value = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + cost, swapped)
      next.push(value)
      if (value < least) least = value
    }
    if (least > most + 1) return least
    before = row
    row = next
  }
  return row[b.length] as number
}
