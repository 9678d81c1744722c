import type { Piece } from '../text/edit.js'
import { firstFrom } from '../text/layer.js'
import type { Block, Span } from '../types.js'
import { findIdleLines, findNoise, type Noise } from './markdown-noise.js'

/** What Markdown's marks say of a text, with positions in the source. */
export interface MarkdownText {
  /** The words of the text without the marks. */
  readonly kept: readonly Piece[]
  readonly blocks: readonly Block[]
  /** Runs set in bold. */
  readonly bold: readonly Span[]
}

/** Speaks for Markdown: headings, bold or quoted lines, links, list items. */
const MARKDOWN_LINE =
  /^(?:#{1,6} \S|={3,}\s*$|\[?!\[|\*\*[^*]+\*\*|__[^_]+__|\*[^*\s][^*]*\*\s*$|> \S|[*+-] \S|.*\[[^\]]{1,200}\]\([^)]{1,500}\))/
const FEWEST_MARKDOWN_LINES = 2
const SAMPLE = 20_000 // UTF-16 code units that the format is judged on

const LONGEST_TITLE = 400 // UTF-16 code units looked at

const LINE_MARK = /^[ \t]{0,3}(?:(?:>[ \t]?){1,4}(?:#{1,6}[ \t]+)?|#{1,6}[ \t]+)/
const HEADING = /^[ \t]{0,3}(?:>[ \t]?){0,4}#{1,6}[ \t]/
const QUOTE = /^[ \t]{0,3}>/
const LIST_ITEM = /^[ \t]{0,3}(?:[-*+]|\d{1,3}[.)])[ \t]+\S/
const LINE_TAIL = /(?:[ \t]+#+|[ \t]{2,}|\\)?[ \t]*$/
/** Marks inside a paragraph: an escape, a run of stars or underscores, a link. */
const MARK =
  /\\[\\`*_{}[\]()#+.!|<>~-]|\*{1,3}|_{1,3}|\[([^[\]\n]{1,200})\](?:\([^()\s]{0,500}(?:\s"[^"\n]{0,200}")?\)|\[[^[\]\n]{0,100}\])/g

/** A line of raw HTML, as writers of Markdown put between their lines. */
const HTML_LINE = /(?:^|\n)[ \t]*<(?:!--|\/?(?:center|img|div|p|br|a|details|sub|sup|table|hr)\b)/i

/** Whether a text has enough of Markdown's marks, or any raw HTML, to be read as such. */
export function looksLikeMarkdown(text: string): boolean {
  return hasMarks(text) || HTML_LINE.test(text.slice(0, SAMPLE))
}

/** Whether a text has Markdown's own marks. */
export function hasMarks(text: string): boolean {
  if (/^\s*# \S[^\n]{0,300}\n/.test(text.slice(0, LONGEST_TITLE))) return true
  const lines = text.slice(0, SAMPLE).split('\n')
  return lines.filter((line) => MARKDOWN_LINE.test(line.slice(0, 1000))).length >= FEWEST_MARKDOWN_LINES
}

/**
 * Takes Markdown's marks out of a part of the source: heading signs, quote signs, stars and underscores of emphasis, escapes and
 * the addresses of links. List signs stay: a dash may as well open a turn.
 */
export function findMarkdown(raw: string, { start: from, end: to }: Span): MarkdownText {
  const kept: Piece[] = []
  const blocks: Block[] = []
  const bold: Span[] = []
  let paragraph: Piece[] = []
  const noise = findNoise(raw, { start: from, end: to })
  const idle = findIdleLines(raw.slice(from, to).split(/\r?\n/))
  let number = 0
  const close = (): void => {
    const [first] = paragraph
    if (!first) return
    const last = paragraph.at(-1) as Span
    const line = raw.slice(first.start, first.end)
    const kind = HEADING.test(line) ? 'heading' : QUOTE.test(line) ? 'quote' : LIST_ITEM.test(line) ? 'list-item' : 'paragraph'
    const runs = takeParagraph(raw, paragraph, noise, kept)
    const inBold = runs.filter(({ isBold }) => isBold)
    bold.push(...inBold.map(({ start, end }) => ({ start, end })))
    const least = countInk(raw, [{ start: first.start, end: last.end }]) * WHOLE_SHARE
    const strong = inBold.length > 0 && countInk(raw, inBold) >= least
    const italic =
      !strong &&
      runs.length > inBold.length &&
      countInk(
        raw,
        runs.filter(({ isBold }) => !isBold),
      ) >= least
    blocks.push({ start: first.start, end: last.end, kind, ...(strong && { strong }), ...(italic && { italic }) })
    const border = paragraph.find(({ instead }) => instead !== undefined)
    if (border) kept.push(border)
    paragraph = []
  }
  let position = from
  while (position < to) {
    const newline = raw.indexOf('\n', position)
    const next = newline < 0 || newline >= to ? to : newline
    const end = next > position && raw.charCodeAt(next - 1) === 13 ? next - 1 : next
    const line = { start: position, end }
    const words = raw.slice(position, end)
    // A line of nothing but markup is no line of the text.
    const isIdle = idle.has(number++) || (words.trim() !== '' && isNoise(raw, line, noise))
    const isBlank = isIdle || words.trim() === ''
    // A line that is bold from end to end is a question above its answer, even where no blank line says so.
    const isAlone = HEADING.test(words) || BOLD_LINE.test(words)
    if (isBlank || isAlone) {
      if (paragraph.length > 0 && BOLD_LINE.test(words)) paragraph.push({ start: position, end: position, instead: '\n' })
      close()
    }
    if (isIdle) kept.push({ start: end, end })
    else if (isBlank) kept.push(line)
    else paragraph.push(line)
    if (isAlone) {
      close()
      if (BOLD_LINE.test(words) && /^\r?\n[ \t]*\S/.test(raw.slice(end, Math.min(to, end + 200))))
        kept.push({ start: end, end, instead: '\n' })
    }
    const after = Math.min(to, next + 1)
    if (end < after) (paragraph.length === 0 ? kept : paragraph).push({ start: end, end: after })
    position = next + 1
  }
  close()
  return { kept, blocks, bold }
}

const WHOLE_SHARE = 0.9 // of a paragraph's characters; a stop may stand outside the marks
const BOLD_LINE = /^[ \t]{0,3}(\*\*\*?|__)(?=\S)[^*_\n]{1,600}[?:.!…]\1[ \t]*\\?$/

interface Run extends Span {
  readonly isBold: boolean
}

/** The noise inside a span, cut at its borders. */
function cutNoise(noise: readonly Noise[], span: Span): Noise[] {
  const cut: Noise[] = []
  for (let i = Math.max(0, firstFrom(noise, span.start) - 1); i < noise.length; i++) {
    const each = noise[i] as Noise
    if (each.start >= span.end) break
    if (each.end > span.start) cut.push({ ...each, start: Math.max(each.start, span.start), end: Math.min(each.end, span.end) })
  }
  return cut
}

/** Whether all that a line holds is markup. */
function isNoise(raw: string, line: Span, noise: readonly Noise[]): boolean {
  let position = line.start
  let found = false
  for (let i = Math.max(0, firstFrom(noise, line.start) - 1); i < noise.length; i++) {
    const { start, end, instead } = noise[i] as Noise
    if (start >= line.end) break
    if (end <= line.start) continue
    if (instead !== undefined && instead.trim() !== '') return false
    if (raw.slice(position, Math.max(position, start)).trim() !== '') return false
    position = Math.max(position, end)
    found = true
  }
  return found && raw.slice(Math.min(position, line.end), line.end).trim() === ''
}

/** How many characters of runs are neither white space nor marks. */
function countInk(raw: string, runs: readonly Span[]): number {
  return runs.reduce((sum, { start, end }) => sum + raw.slice(start, end).replace(/[\s*_]+/g, '').length, 0)
}

/** Keeps the words of a paragraph's lines (with the breaks between them); gives its runs in bold and italics. */
function takeParagraph(raw: string, lines: readonly Span[], noise: readonly Noise[], kept: Piece[]): Run[] {
  const first = lines[0] as Span
  const end = (lines.at(-1) as Span).end
  const dropped = cutNoise(noise, { start: first.start, end })
  for (const line of lines) {
    const words = raw.slice(line.start, line.end)
    if (words.trim() === '') continue
    const mark = LINE_MARK.exec(words)?.[0].length ?? 0
    if (mark > 0) dropped.push({ start: line.start, end: line.start + mark })
    const tail = LINE_TAIL.exec(words.slice(Math.max(mark, words.length - 40)))?.[0].length ?? 0
    if (tail > 0) dropped.push({ start: line.end - tail, end: line.end })
  }
  const runs = findEmphasis(raw, first.start, end, dropped)
  dropped.sort((a, b) => a.start - b.start)
  let position = first.start
  for (const { start, end: stop, instead } of dropped) {
    if (start > position) kept.push({ start: position, end: start })
    if (instead !== undefined && start >= position) kept.push({ start, end: stop, instead })
    position = Math.max(position, stop)
  }
  if (end > position) kept.push({ start: position, end })
  return runs
}

/** Finds the marks inside a paragraph that have a partner, and adds them to what is dropped; gives the runs between them. */
function findEmphasis(raw: string, from: number, to: number, dropped: Noise[]): Run[] {
  const runs: Run[] = []
  const open = new Map<string, number>()
  const part = raw.slice(from, to)
  for (const { 0: mark, 1: shown, index } of part.matchAll(MARK)) {
    const at = from + index
    if (mark.startsWith('\\')) dropped.push({ start: at, end: at + 1 })
    else if (shown !== undefined) {
      const inner = at + mark.indexOf('[') + 1
      dropped.push({ start: at, end: inner }, { start: inner + shown.length, end: at + mark.length })
    } else {
      const before = part.charAt(index - 1)
      const after = part.charAt(index + mark.length)
      const opener = open.get(mark)
      if (opener !== undefined && /\S/.test(before) && !/[\p{L}\p{N}]/u.test(after)) {
        dropped.push({ start: opener, end: opener + mark.length }, { start: at, end: at + mark.length })
        runs.push({ start: opener + mark.length, end: at, isBold: mark.length > 1 })
        open.delete(mark)
      } else if (/\S/.test(after) && !/[\p{L}\p{N}]/u.test(before)) open.set(mark, at)
    }
  }
  return runs.sort((a, b) => a.start - b.start)
}
