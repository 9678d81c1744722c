import type { Edit } from './edit.js'

/** The end of a sentence with a capital right behind it: `challenges.By`, `said.”Then`, `30%.A lot`. */
const GLUED_STOP = /[.!?…]["”’')\]]{0,3}(?=["“‘]?\p{Lu})/gu
const LAST_WORD = /[\p{L}\p{N}%)\]'’"”]+$/u

/** What may follow: a word that starts with a capital and goes on in lower case, or a one-letter word. */
const NEXT_WORD = /^["“‘]?(?:\p{Lu}['’]?\p{Ll}+(?=[\s,;:'’"”\-–—?!]|\.(?:\s|$|["”]))|[AI](?=[\s'’])|\p{Lu}{2,}(?=\s|['’]s))/u

/** A speaker's label right behind a sentence: `challenges.GT: Chinese`, `stability?Nuryshev: I`. */
const LABEL = /^\p{Lu}[\p{L}.'’-]{0,24}(?: \p{Lu}[\p{L}.'’-]{0,24}){0,4}:(?=\s)/u

/** Words before a stop that do not end a sentence when a capital follows without a space. */
const ABBREVIATION =
  /^(?:[A-Za-z]|Mr|Mrs|Ms|Dr|Ph|St|Prof|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|vs|No|Inc|Ltd|Co|Corp|Jr|Sr|etc|al|www|Node|Vue)$/

/** Borders of this many glued sentences in a text without blank lines are lost paragraph breaks, not slips. */
const LOST_BREAKS = 2

const LONGEST_WORD = 64 // UTF-16 code units; longer runs are data, not prose

/**
 * Finds lost spaces between sentences and before speaker labels.
 *
 * Where the text has no blank lines and loses its spaces again and again, the loss stands for a paragraph break.
 */
export function findGlue(text: string): Edit[] {
  const found: { position: number; label: boolean }[] = []
  for (const { 0: stop, index } of text.matchAll(GLUED_STOP)) {
    const position = index + stop.length
    const before = text.slice(Math.max(0, index - LONGEST_WORD), index)
    const next = text.slice(position, position + 2 * LONGEST_WORD)
    const word = LAST_WORD.exec(before)?.[0] ?? ''
    if (word === '') continue
    const label = LABEL.test(next)
    if (/^\p{Lu}$/u.test(word) && /^\p{Lu}\.?:?(?![\p{L}])/u.test(next)) continue // `P.M.:`, `U.S.`
    // CamelCase names and names in capitals hold stops of their own: `ASP.NET`, `JavaScript.Promise`.
    if (/\p{Ll}\p{Lu}/u.test(word) || (/^\p{Lu}{2,}$/u.test(word) && /^\p{Lu}{2,}/u.test(next) && !label)) continue
    if (!label && (ABBREVIATION.test(word) || isPath(before, word) || !NEXT_WORD.test(next))) continue
    found.push({ position, label })
  }
  const lostBreaks = found.length >= LOST_BREAKS && !/\n[ \t]*\n/.test(text.trim())
  return found.map(({ position, label }) => ({
    start: position,
    end: position,
    kind: label ? 'glued-label' : 'glued-sentence',
    after: label || lostBreaks ? '\n\n' : ' ',
  }))
}

/** Whether the word is part of an address, a file name, code or data, where a stop before a capital is right. */
function isPath(before: string, word: string): boolean {
  return before.length === word.length
    ? word.length === LONGEST_WORD
    : /[./@\\_#]/.test(before.charAt(before.length - word.length - 1))
}
