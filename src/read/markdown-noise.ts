import type { Span } from '../types.js'
import { findReferences } from './entities.js'

/** A run of the source that shows no words of the text, and what stands for it. */
export interface Noise extends Span {
  readonly instead?: string
}

/** Elements whose content is no text. */
const SILENT = /^<(script|style|svg|iframe|noscript)\b/i
const TAG = /<(?:!--|\/?([A-Za-z][A-Za-z0-9]{0,15})(?=[\s/>])[^<>]{0,1000}>)/g
/** A line break or a block: words on its sides do not touch. */
const BREAKS = /^<\/?(?:br|p|div|center|h[1-6]|li|ul|ol|tr|td|th|table|figure|details|summary|hr)\b/i
/** `![A ship](ship.jpg)`, also inside a link, by reference too. */
const IMAGE =
  /\[!\[[^[\]\n]{0,300}\](?:\([^()\n]{0,1000}\)|\[[^[\]\n]{0,100}\])\](?:\([^()\n]{0,1000}\)|\[[^[\]\n]{0,100}\])|!\[[^[\]\n]{0,300}\](?:\([^()\n]{0,1000}\)|\[[^[\]\n]{0,100}\])/g

/** Finds HTML, comments, images and character references in a part of a Markdown source; in order, disjoint. */
export function findNoise(raw: string, { start, end }: Span): Noise[] {
  const part = raw.slice(start, end)
  const found: Noise[] = []
  let closedUntil = 0
  if (part.includes('<')) {
    const unclosed = new Set<string>() // what was not closed once is not looked for again
    for (const { 0: tag, index } of part.matchAll(TAG)) {
      if (index < closedUntil) continue
      const closing = tag === '<!--' ? '-->' : SILENT.test(tag) ? `</${(SILENT.exec(tag)?.[1] ?? '').toLowerCase()}` : ''
      let to = index + tag.length
      if (closing !== '') {
        const at = unclosed.has(closing) ? -1 : part.indexOf(closing, index)
        if (at < 0) {
          unclosed.add(closing)
          if (closing === '-->') continue
        } else to = closing === '-->' ? at + closing.length : part.indexOf('>', at) + 1 || part.length
      }
      closedUntil = to
      found.push({ start: start + index, end: start + to, ...(BREAKS.test(tag) && { instead: ' ' }) })
    }
  }
  const images = part.includes('![') ? [...part.matchAll(IMAGE)] : []
  for (const { 0: image, index } of images) found.push({ start: start + index, end: start + index + image.length })
  for (const { start: from, end: to, character } of findReferences(part)) {
    found.push({ start: start + from, end: start + to, instead: character === '\u00a0' ? ' ' : character })
  }
  return dropOverlaps(found)
}

function dropOverlaps(noise: Noise[]): Noise[] {
  let last = -1
  return noise
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < last) return false
      last = end
      return true
    })
}

const LINK = String.raw`\[[^[\]\n]{1,200}\](?:\([^()\n]{0,1000}\)|\[[^[\]\n]{0,100}\])`
/** A list item, or a line, that is one link and no more: `- [Home](/)`. */
const LINK_LINE = new RegExp(String.raw`^\s{0,8}(?:[-*+•]|\d{1,3}[.)])?\s*${LINK}\s*$`)
/** A line of links between bars: `[Home](/) | [News](/news) | [About](/about)`. */
const LINK_ROW = new RegExp(String.raw`^\s*${LINK}(?:\s*[|·•/–-]\s*${LINK}){2,}\s*$`)
const DEFINITION = /^\s{0,3}\[[^[\]\n]{1,100}\]:\s+\S+(?:\s+["'(][^\n]{0,200})?$/
const RULE =
  /^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,}|`{3,}.{0,40}|~{3,}.{0,40}|\|?(?:\s*:?-{3,}:?\s*\|){1,20}(?:\s*:?-{3,}:?\s*)?)$/
const FEWEST_LINKS = 3 // lines in a row that are links; one or two may be the source of a text

/** Which lines hold no words of the text: lists of links, link definitions, rules, fences. */
export function findIdleLines(lines: readonly string[]): ReadonlySet<number> {
  const idle = new Set<number>()
  let run: number[] = []
  const close = (): void => {
    if (run.length >= FEWEST_LINKS) for (const i of run) idle.add(i)
    run = []
  }
  for (const [i, line] of lines.entries()) {
    if (line.length > LONGEST_LINE) close()
    else if (LINK_LINE.test(line)) run.push(i)
    else if (line.trim() !== '') {
      close()
      if (DEFINITION.test(line) || RULE.test(line) || LINK_ROW.test(line)) idle.add(i)
    }
  }
  close()
  return idle
}

const LONGEST_LINE = 3_000 // UTF-16 code units; what is longer is words
