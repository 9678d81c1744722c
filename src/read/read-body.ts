import type { EditedText } from '../text/edit.js'
import { repairPieces, repairText } from '../text/repair.js'
import { placeInText } from '../text/source.js'
import type { Article, Span } from '../types.js'
import { findMarkdown, looksLikeMarkdown } from './markdown.js'
import { findPastedTimes } from './pasted-times.js'
import { findTimedText } from './timed-text.js'

/** The text of an article, repaired, with what its markup says. */
export interface Body extends Pick<Article, 'blocks' | 'bold'> {
  readonly edited: EditedText
  readonly format: 'transcript' | 'markdown' | 'plain-text'
}

export interface BodyOptions {
  /** Whether the part is Markdown; told from its marks where this is left out. */
  readonly isMarkdown?: boolean
}

/** Reads the part of a source that holds the text: captions, Markdown or plain words. */
export function readBody(raw: string, part: Span, { isMarkdown }: BodyOptions = {}): Body {
  const timed = isMarkdown === undefined ? findTimedText(raw.slice(0, part.end), part.start) : null
  const kept = timed?.kept ?? (isMarkdown === true ? null : findPastedTimes(raw, part))
  if (kept) return { edited: repairPieces(raw, kept), format: 'transcript' }
  if (!(isMarkdown ?? looksLikeMarkdown(raw.slice(part.start, part.end)))) {
    return { edited: repairText(raw, part), format: 'plain-text' }
  }
  const markdown = findMarkdown(raw, part)
  const edited = repairPieces(raw, markdown.kept)
  return {
    edited,
    format: 'markdown',
    blocks: placeInText(edited.origin, edited.text, markdown.blocks),
    bold: placeInText(edited.origin, edited.text, markdown.bold),
  }
}

/** A part of a source without the blank characters around it. */
export function trimPart(raw: string, from: number, to: number = raw.length): Span {
  let start = from
  let end = to
  while (start < end && BLANK.test(raw.charAt(start))) start++
  while (end > start && BLANK.test(raw.charAt(end - 1))) end--
  return { start, end }
}

const BLANK = /[\s\ufeff\u200b]/
