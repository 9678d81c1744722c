import { firstFrom } from '../text/layer.js'
import type { Line } from './lines.js'

/** Lines that close a transcript: `END 2:03 P.M.`, `(ENDS)`, `* * *`, `###`, notes of the editors, links. */
const CLOSING =
  /^[\s*_[(#>-]*(?:end(?:s|ed)?(?:\s+(?:at\s+)?\d{1,2}[:.]\d{2}.*|\s+of (?:the )?(?:transcript|interview|recording|press conference|briefing|call|conference).*|[\s*_\])\-.]*)$|\[?\(?(?:transcript|interview|recording|tape|audio|broadcast) (?:ends|ended|concludes|concluded)|this (?:interview|conversation|transcript|article|q&a|discussion)\b.*\b(?:edited|condensed|conducted|translated|published|first appeared|originally)|(?:the )?(?:interview|conversation) (?:was|has been)\b.*\b(?:edited|condensed|conducted|translated|recorded)|\(?(?:interview(?:ed)? by|reporting by|edited by|editing by|translated by|additional reporting|compiled by)\b|read (?:more|also|next)\b|see also\b|related(?: articles| stories| links)?\s*:|media (?:contact|enquiries|inquiries)|press (?:office|contact)\b|for (?:more|further) information|follow (?:us|@)|subscribe|sign up|copyright|©|[-*_=~–—#\s]{3,}$|the conference has now concluded|publication date|text version|note\s?:|duration\s?:|(?:conference )?call participants\b|tags?\s?:|topics\s?:|geography\s?:|location\s?:|media liaison|enquiries\b|contact\s?:|contact us\b|write to us\b|do you have a (?:story|tip|question|comment)\b|got a (?:story|tip)\b|have your say|know (?:a|an|any|some)\w*\b[^.?]{1,80}\?|more from\b|e-?mail us\b|_{3,})/i
const MOST_CLOSING_LINES = 40

/** Where the last turn ends: before the lines that close the transcript. */
export function findEpilogue(text: string, lines: readonly Line[], from: number): number {
  let end = text.length
  for (let i = lines.length - 1; i >= Math.max(0, lines.length - MOST_CLOSING_LINES); i--) {
    const line = lines[i] as Line
    if (line.start < from) break
    if (CLOSING.test(text.slice(line.start, Math.min(line.end, line.start + 300)))) end = line.start
  }
  return end
}

const LONGEST_HEADING = 80 // UTF-16 code units
const MOST_HEADING_WORDS = 10

/** The end of a turn without headings that stand between it and the next label. */
export function trimHeadings(text: string, lines: readonly Line[], from: number, to: number): number {
  let i = firstFrom(lines, to) - 1
  let end = to
  while (i >= 0) {
    const line = lines[i] as Line
    if (line.start < from) break
    if (!isHeading(text.slice(line.start, Math.min(line.end, line.start + LONGEST_HEADING + 1)), line)) break
    end = line.start
    i--
  }
  while (end > from && text.charCodeAt(end - 1) <= 32) end--
  return end
}

function isHeading(words: string, { opens }: Line): boolean {
  if (words.length > LONGEST_HEADING) return false
  if (/^#{1,6}\s/.test(words) || /^(?:page\s)?[-–—(]?\s?\d{1,3}\s?[-–—).]?$/i.test(words) || /^[-*_=~–—#\s]{3,}$/.test(words))
    return true
  if (opens && /^\p{Lu}[^.?!:]{2,60}:$/u.test(words) && words.split(/\s+/).length <= 6) return true
  if (!opens || /[.?!:;,…—–\-"”’)\]]$/.test(words.replace(/[*_]+$/, '')) || /^[([—–"“…-]/.test(words)) return false
  return /^[*_]{0,3}[\p{Lu}\d]/u.test(words) && words.split(/\s+/).length <= MOST_HEADING_WORDS
}
