import type { Piece } from '../text/edit.js'
import { ANY_NAME } from '../text/name-form.js'
import type { Span } from '../types.js'

const CLOCK = String.raw`(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,]\d{1,3})?(?![\d:])`
const NAME = String.raw`(?:${ANY_NAME}|[Ss]peaker \d{1,2}|SPEAKER_\d{1,3}|\p{Lu}[\p{L}.'’-]*(?: [\p{Lu}\d][\p{L}\d.'’-]*){0,4})`

/** A line that a recording's clock stands before: `00:16Text`, `0:03`, `(00:10) text`, `[00:00.000 --> 00:04.000] text`. */
const TIMED_LINE = new RegExp(
  String.raw`^[([]?${CLOCK}(?:\s*(?:-->|→|[–-])\s*[\d:.,]{4,12})?[)\]]?(?!\s*[ap]\.?m\b)(?:\s*[–-]\s+|:\s+)?\s*(.*)$`,
  'su',
)
/** A name, or a label and words: such a transcript keeps its times, which tell its turns apart. */
const NAMED = new RegExp(String.raw`^${NAME}\s*(?::|$)`, 'u')

interface TimedLine extends Span {
  /** Seconds; null where the line has no clock. */
  readonly time: number | null
  /** Whether the clock says hours, minutes and seconds: no time of day in prose does. */
  readonly hasHours: boolean
  /** The words behind the clock; empty where there are none. */
  readonly words: Span
  /** Whether a name is all that stands on the line, or opens its words. */
  readonly isNamed: boolean
}

/**
 * Finds the words of a transcript that was pasted with the times of its captions, before the words or on lines of their own.
 *
 * Times beside names are left: they are part of the labels.
 *
 * @returns pieces of the source without the times; null where the part is no such transcript
 */
export function findPastedTimes(raw: string, part: Span): readonly Piece[] | null {
  if (!/\d:\d\d/.test(raw.slice(part.start, Math.min(part.end, part.start + OPENING)))) return null
  const lines = listTimedLines(raw, part)
  const timed = lines.filter(({ time }) => time !== null)
  if (timed.length < FEWEST_TIMES || timed.length < lines.length * TIMED_SHARE || !isRecording(timed)) return null
  const named = lines.filter((line, i) => line.time !== null && (line.isNamed || lines[i - 1]?.isNamed === true)).length
  return named >= timed.length * NAMED_SHARE ? null : keepWords(lines)
}

const OPENING = 4_000 // UTF-16 code units in which the first time stands
const FEWEST_TIMES = 3
const TIMED_SHARE = 0.2 // of the lines
const NAMED_SHARE = 0.3 // of the times
const LATEST_START = 120 // seconds; the clock of a live report starts later than a recording's
const LONGEST_LINE = 4_000 // UTF-16 code units; what is longer is words

function listTimedLines(raw: string, part: Span): TimedLine[] {
  const lines: TimedLine[] = []
  let position = part.start
  while (position < part.end) {
    const newline = raw.indexOf('\n', position)
    const next = newline < 0 || newline >= part.end ? part.end : newline
    let [start, end] = [position, next]
    while (start < end && raw.charCodeAt(start) <= 32) start++
    while (end > start && raw.charCodeAt(end - 1) <= 32) end--
    if (end > start) lines.push(readLine(raw, { start, end }))
    position = next + 1
  }
  return lines
}

function readLine(raw: string, span: Span): TimedLine {
  const line = raw.slice(span.start, Math.min(span.end, span.start + LONGEST_LINE))
  const [, hours, minutes, seconds, rest] = TIMED_LINE.exec(line) ?? []
  if (rest === undefined) return { ...span, time: null, hasHours: false, words: span, isNamed: isNamed(line) }
  return {
    ...span,
    time: Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds),
    hasHours: hours !== undefined,
    words: { start: span.start + line.length - rest.length, end: span.end },
    isNamed: isNamed(rest),
  }
}

function isNamed(words: string): boolean {
  const [name] = NAMED.exec(words) ?? []
  return name !== undefined && (name.endsWith(':') || !/[.!?…]$/.test(name))
}

/** The times of a recording start near zero and rise. */
function isRecording(timed: readonly TimedLine[]): boolean {
  const times = timed.map(({ time }) => time as number)
  const falls = times.filter((time, i) => i > 0 && time < (times[i - 1] as number)).length
  const isClear = timed.some(({ hasHours }) => hasHours)
  return (isClear || (times[0] as number) <= LATEST_START) && falls <= times.length * FALLING_SHARE
}

const FALLING_SHARE = 0.1 // of the times; two parts of a recording may each start at zero

/** What stands above the first time is a paragraph of its own; the captions are one. */
function keepWords(lines: readonly TimedLine[]): Piece[] {
  const kept: Piece[] = []
  const first = lines.findIndex(({ time }) => time !== null)
  let opened = false
  for (const [i, { words }] of lines.entries()) {
    if (words.end <= words.start) continue
    const opens = i >= first && !opened
    if (kept.length > 0) kept.push({ start: words.start, end: words.start, instead: opens ? '\n\n' : '\n' })
    if (i >= first) opened = true
    kept.push(words)
  }
  return kept
}
