import { type Label, makeLabel } from './label.js'
import { isSpeakerName } from './label-name.js'

/** Ends of sentences behind which a label may stand, in a text that does not start a line for each turn. */
const INLINE_COLON = /[\p{L}\d.)\]]\s?:(?=\s)/gu
const LONGEST_INLINE = 90 // UTF-16 code units of a label inside a line
const STOPS = /[.?!…;)\]”"’—–-]["”’)\]]{0,2}\s+(?=\p{Lu})/gu
const TITLE_STOP = /\b(?:mr|mrs|ms|dr|hon|rt|prof|gen|sen|gov|rep|st|\p{Lu})\.\s+$/iu

/** `Q.` and `A.` behind the end of a sentence. */
const INLINE_LETTER = /[.?!…:]["”’)\]]{0,2}[ \t]{1,3}(?=([QA])[.:][ \t]{1,3}["“‘(]?\p{Lu})/gu

/** Finds labels in the middle of lines. */
export function findInlineLabels(text: string): Label[] {
  const labels: Label[] = []
  for (const match of text.matchAll(INLINE_LETTER)) {
    const start = match.index + match[0].length
    labels.push(makeLabel(`${match[1]}. `, 2, match[1] as string, { start, end: start + 2, opens: false }, 'inline'))
  }
  for (const { 0: match, index } of text.matchAll(INLINE_COLON)) {
    const colon = index + match.length - 1
    const near = text.slice(Math.max(0, colon - LONGEST_INLINE), colon)
    const part = near.slice(near.lastIndexOf('\n') + 1)
    const from = colon - part.length
    const starts = Array.from(part.matchAll(STOPS), (stop) => stop.index + stop[0].length)
    for (let k = starts.length - 1; k >= 0; k--) {
      const offset = starts[k] as number
      if (k > 0 && TITLE_STOP.test(part.slice(0, offset))) continue
      const name = part.slice(offset)
      if (isSpeakerName(name)) {
        const start = from + offset
        labels.push(makeLabel(`${name}: `, name.length + 1, name, { start, end: colon + 1, opens: false }, 'inline'))
      }
      break
    }
  }
  return labels.sort((a, b) => a.start - b.start)
}

const INLINE_NUMBER = /(?:[.?!…:]["”’)\]]{0,2}|^)[ \t]{0,3}((?:Q|Question[ \t])?(\d{1,2})[.):])[ \t]{1,3}(?=["“]?\p{Lu})/gmu
const FEWEST_NUMBERS = 2

/** Numbers of questions in the middle of a line that count up from one; none where the text starts a line for each. */
export function findInlineNumbers(text: string): Label[] {
  const labels: Label[] = []
  let inside = 0
  for (const { 0: match, 1: printed = '', 2: number, index } of text.matchAll(INLINE_NUMBER)) {
    if (Number(number) !== labels.length + 1) continue
    const start = index + match.lastIndexOf(printed)
    if (start > 0 && text.charAt(start - 1) !== '\n') inside++
    labels.push(
      makeLabel(`${printed} `, printed.length, 'Question', { start, end: start + printed.length, opens: false }, 'inline'),
    )
  }
  return labels.length >= FEWEST_NUMBERS && inside >= labels.length - 1 ? labels : []
}
