import type { Piece } from '../text/edit.js'
import { ANY_NAME } from '../text/name-form.js'

/** A cue's time line of SRT (`00:00:01,000 --> 00:00:04,000`) or WebVTT. */
const TIME_LINE = /^[ \t]*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}[ \t]*-->[ \t]*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}[^\n]{0,200}$/
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

/** Finds the words of a subtitle file, without numbers, times, notes and tags; null where the source is none. */
export function findTimedText(raw: string, from = 0): TimedText | null {
  const isVtt = /^\ufeff?WEBVTT/.test(raw.slice(from, from + 10))
  if (!isVtt && !/-->/.test(raw.slice(from, from + 2000))) return null
  const kept: Piece[] = []
  let cues = 0
  let inCue = false
  let voice = ''
  let position = from
  while (position < raw.length) {
    const newline = raw.indexOf('\n', position)
    const next = newline < 0 ? raw.length : newline + 1
    let end = newline < 0 ? raw.length : newline
    if (end > position && raw.charCodeAt(end - 1) === 13) end--
    const line = end - position > 400 ? '' : raw.slice(position, end)
    if (TIME_LINE.test(line)) {
      cues++
      inCue = true
    } else if (line.trim() === '' && end - position <= 400) {
      inCue = false
    } else if (inCue) {
      voice = keepLine(raw, position, end, voice, kept)
    }
    position = next
  }
  return cues >= FEWEST_CUES ? { kept } : null
}

/** Keeps the words of a cue's line; a voice is named where it differs from the one before. Gives the voice that speaks last. */
function keepLine(raw: string, start: number, end: number, speaking: string, kept: Piece[]): string {
  let from = start
  let voice = speaking
  if (kept.length > 0) kept.push({ start, end: start, instead: '\n' })
  const add = (to: number): void => {
    if (to > from) kept.push({ start: from, end: to })
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
