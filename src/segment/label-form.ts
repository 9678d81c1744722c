import { bareName, isSpeakerName } from './label-name.js'

export const LONGEST_LABEL = 160 // UTF-16 code units
export const LONGEST_NAME_LINE = 120 // UTF-16 code units

const STAMP = String.raw`[[(<]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:\s?[-–—>]{1,3}\s?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)?[\])>]?`

/** Marks before a name: markup, arrows of captions, a list number, a time stamp. */
export const PREFIX = new RegExp(
  String.raw`^(?:[*_>#\s\\]|[-•–—]\s|[–—](?=[QA][.:]\s)){0,8}(?:\d{1,3}[.)]\s{1,3})?(?:${STAMP}[\s–—-]{0,6})?[*_[]{0,4}`,
)

/** The number of a question on a parliament's paper. */
export const NUMBER = /^(?:[QTS]?\d{1,4}[.)]|[QTS]\d{1,3}|\*\d{1,4}[.)]?)\s{1,3}(?:[[(]\d{3,8}[\])]\s{1,3})?/
/** `Q - Dana Whitlock`, a line of its own */
export const LETTERED = /^([QA])\s?(?:--|[–—-])\s(?=\p{Lu})/u

/** What ends a sentence and no name. */
export const LINE_STOP = /[.?!:;,…"”]$/

/** Whether a line is a name of two words or more and nothing else. */
export function isPersonLine(words: string): boolean {
  const name = bareName(words)
  return name.includes(' ') && !LINE_STOP.test(words) && isSpeakerName(name)
}
