import type { Piece } from '../text/edit.js'
import { ANY_NAME } from '../text/name-form.js'
import { findReferences } from './entities.js'

const TIME = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}`
/** A cue's time line of SRT (`00:00:01,000 --> 00:00:04,000`), WebVTT or SBV (`0:00:01.000,0:00:04.000`). */
const TIME_LINE = new RegExp(String.raw`^[ \t]*${TIME}(?:[ \t]*-->[ \t]*|,(?=\d{1,3}:))${TIME}[^\n]{0,200}$`)
const FEWEST_CUES = 2

/** Voice and style tags of cues: `<v Mara Odell>`, `</i>`, `{\an8}`. */
const TAG =
  /<v(?:\.[\w.]{1,40})?[ \t]+([^<>\n]{1,80})>|<\/?(?:[biuvc]|font|ruby|rt|lang)\b[^<>\n]{0,80}>|<\d{1,2}:\d{2}[^<>\n]{0,12}>|\{\\[^{}\n]{0,20}\}/g

/** `Lena Marsh: Good morning` at the start of a cue. */
const NAMED = new RegExp(String.raw`^[ \t]*(${ANY_NAME}):[ \t]+(?=\S)`, 'u')

export interface TimedText {
  /** The words of the cues, in order. */
  readonly kept: readonly Piece[]
}

/** One line of a cue: where it stands and what it shows. */
interface CueLine {
  readonly start: number
  readonly end: number
  readonly shown: string
}

/** Finds the words of a subtitle file, without numbers, times, notes and tags; null where the source is none. */
export function findTimedText(raw: string, from = 0): TimedText | null {
  const opening = raw.slice(from, from + OPENING)
  if (!/^\ufeff?WEBVTT/.test(opening) && !/-->|^\s*\d{1,2}:\d{2}:\d{2}\.\d{3},\d/.test(opening)) return null
  const cues = listCues(raw, from)
  if (cues.length < FEWEST_CUES) return null
  const kept: Piece[] = []
  let voice = ''
  const lines = isRolling(cues) ? unroll(cues) : cues.flat()
  const dashed = lines.filter(({ shown }) => DASH.test(shown)).length >= FEWEST_DASHES
  const [first] = lines
  // Who speaks first needs no dash to be another than the one after.
  if (dashed && first && !DASH.test(first.shown)) kept.push({ start: first.start, end: first.start, instead: '- ' })
  for (const { start, end, shown } of lines) {
    const glued = dashed ? (GLUED_DASH.exec(shown)?.[0] ?? '') : ''
    const at = glued === '' ? -1 : raw.indexOf(glued, start)
    if (at < 0 || at >= end) {
      voice = keepLine(raw, start, end, voice, kept, start > (first?.start ?? 0))
      continue
    }
    voice = keepLine(raw, start, at + 1, voice, kept, start > (first?.start ?? 0))
    kept.push({ start: at + 1, end: at + 1, instead: ' ' })
    voice = keepLine(raw, at + 1, end, voice, kept, false)
  }
  return { kept }
}

/** A dash at the start of a line where the speaker changes, with a space behind it or none. */
const DASH = /^[-–—](?=\s?["“‘'(¿¡]?[\p{L}\p{N}])/u
const GLUED_DASH = /^[-–—](?=["“‘'(¿¡]?[\p{L}\p{N}])/u
const FEWEST_DASHES = 2

const OPENING = 2_000 // UTF-16 code units in which a file shows that it has cues
const LONGEST_LINE = 400 // UTF-16 code units; a longer line is no time line

/** The lines of each cue; what stands outside of cues is left out. */
function listCues(raw: string, from: number): CueLine[][] {
  const cues: CueLine[][] = []
  let open: CueLine[] | null = null
  let position = from
  while (position < raw.length) {
    const newline = raw.indexOf('\n', position)
    const next = newline < 0 ? raw.length : newline + 1
    let end = newline < 0 ? raw.length : newline
    if (end > position && raw.charCodeAt(end - 1) === 13) end--
    const isLong = end - position > LONGEST_LINE
    const line = isLong ? '' : raw.slice(position, end)
    if (TIME_LINE.test(line)) {
      open = []
      cues.push(open)
    } else if (!isLong && line === '') open = null
    else if (open && (isLong || line.trim() !== '')) {
      open.push({ start: position, end, shown: raw.slice(position, end).replace(TAG, '').replace(/\s+/g, ' ').trim() })
    }
    position = next
  }
  return cues
}

/** Captions that roll up show each line again while the next one comes: in every third cue or more. */
function isRolling(cues: readonly CueLine[][]): boolean {
  let rolled = 0
  let pairs = 0
  let before: readonly CueLine[] = []
  for (const cue of cues) {
    if (cue.length === 0) continue
    if (before.length > 0) {
      pairs++
      if (countShared(before, cue) > 0) rolled++
    }
    before = cue
  }
  return pairs >= FEWEST_PAIRS && rolled >= pairs * ROLLING_SHARE
}

const FEWEST_PAIRS = 3 // neighbors among the cues; a repeated word proves nothing
const ROLLING_SHARE = 0.34

/** How many of a cue's first lines are the last ones of the cue before. */
function countShared(before: readonly CueLine[], cue: readonly CueLine[]): number {
  for (let count = Math.min(before.length, cue.length); count > 0; count--) {
    const tail = before.slice(-count)
    if (tail.every(({ shown }, i) => shown === cue[i]?.shown)) return count
  }
  return 0
}

/** Each line once; a line that grows word by word gives only what is new. */
function unroll(cues: readonly CueLine[][]): CueLine[] {
  const lines: CueLine[] = []
  let before: readonly CueLine[] = []
  for (const cue of cues) {
    if (cue.length === 0) continue
    const fresh = cue.slice(countShared(before, cue))
    const last = lines.at(-1)
    const [first] = fresh
    if (first && last && first.shown.startsWith(`${last.shown} `) && first.shown.length === first.end - first.start) {
      lines.push({ ...first, start: first.start + last.shown.length + 1, shown: first.shown }, ...fresh.slice(1))
    } else lines.push(...fresh)
    before = cue
  }
  return lines
}

/** Keeps the words of a cue's line; a voice is named where it differs from the one before. Gives the voice that speaks last. */
function keepLine(raw: string, start: number, end: number, speaking: string, kept: Piece[], isNext: boolean): string {
  let from = start
  let voice = speaking
  if (isNext) kept.push({ start, end: start, instead: '\n' })
  const add = (to: number): void => {
    if (to <= from) return
    let position = from
    for (const reference of findReferences(raw.slice(from, to))) {
      if (from + reference.start > position) kept.push({ start: position, end: from + reference.start })
      kept.push({ start: from + reference.start, end: from + reference.end, instead: reference.character })
      position = from + reference.end
    }
    if (to > position) kept.push({ start: position, end: to })
  }
  const label = NAMED.exec(raw.slice(start, end))
  const name = label?.[1]
  // Some files print the name in each cue; where it is the same again, the turn goes on.
  if (name !== undefined) {
    if (name === voice) from = start + (label as RegExpExecArray)[0].length
    voice = name
  }
  const offset = from
  for (const match of raw.slice(offset, end).matchAll(TAG)) {
    const tag = offset + match.index
    add(tag)
    from = tag + match[0].length
    const named = match[1]
    if (named === undefined || named === voice) continue
    voice = named
    const at = tag + match[0].indexOf(named)
    kept.push({ start: at, end: at + named.length }, { start: from, end: from, instead: ': ' })
  }
  add(end)
  return voice
}
