import type { Span } from '../types.js'
import { applyEdits, composeEdits, type Edit, type EditedText, type Piece, takePieces } from './edit.js'
import { findGlue } from './glue.js'
import { findMojibake } from './mojibake.js'

/** Characters that print nothing: soft hyphen, zero-width space, word joiner, byte-order mark, direction marks, controls. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|(?![\t\n\r\v\f\u0085])\p{Cc}/u

/** A soft hyphen or a hyphen at a line end inside a word; the second is a guess, so the line must go on in lower case. */
const SOFT_LINE_END = /\u00ad\r?\n[ \t]*/
const ODD_SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\v\f]/
const LINE_ENDING = /\r\n?|[\u0085\u2028\u2029]/
const LONE_SURROGATE = /\p{Cs}/u

const ODDITY = new RegExp(
  `(?<soft>${SOFT_LINE_END.source})|(?<invisible>(?:${INVISIBLE.source})+)|(?<line>${LINE_ENDING.source})|(?<space>${ODD_SPACE.source})|(?<lone>${LONE_SURROGATE.source})`,
  'gu',
)

/** Most texts hold none of these, and then need no closer look. */
const UNCOMMON = /[^\n -~À-ɏ‘’“”–—…€]/

/** A hyphen at the end of a line, with a word before and behind: `govern-⏎ment`, `Anglo-⏎American`, `F-⏎16`. */
const HYPHENATED = /(?<=[\p{L}\p{N}])-\n[ \t]*(?=[\p{L}\p{N}])/gu
const HYPHENATED_WORD = /\p{L}{2,24}-\p{Ll}{2,24}/gu
/** First halves that are nearly always written with a hyphen: `well-known`, `self-defense`. */
const COMPOUND_HEADS = new Set(
  'well self non ex half cross long short high low far so mid anti semi all one two three four five six first second third twenty thirty forty fifty hard soft year day week month state north south'.split(
    ' ',
  ),
)
/** Second halves that are: `Saudi-led`, `oil-rich`, `vice-president`. */
const COMPOUND_TAILS = new Set(
  'backed led based born run owned funded made related term wide level scale style size old year long time elect general president minister rich poor free friendly sponsored controlled brokered held occupied linked speaking language armed powered tier day month week hour mile member party in up off out on by to of'.split(
    ' ',
  ),
)
const WORD_END = /\p{L}{1,24}$/u
const WORD_START = /^\p{Ll}{1,24}/u
const LONGEST_HALF = 24 // UTF-16 code units of a word before or after its hyphen; longer runs are no words

/**
 * Repairs what archives do to texts, and logs every change with the map back to the source: mojibake, invisible characters, odd
 * spaces and line ends, words cut at a line end, lost spaces between sentences and before speaker labels.
 *
 * @param raw - the whole source
 * @param range - the part that holds the article's text
 */
export function repairText(raw: string, range: Span): EditedText {
  const decoded = applyEdits(raw, range, findMojibake(raw, range.start, range.end))
  const clean = edit(decoded, findOddities(decoded.text))
  const whole = edit(clean, findHyphenation(clean.text))
  return edit(whole, findGlue(whole.text))
}

/** Repairs a text that was itself taken in pieces from a raw source. */
export function repairPieces(raw: string, kept: readonly Piece[]): EditedText {
  const taken = takePieces(raw, kept)
  return composeEdits(taken, repairText(taken.text, { start: 0, end: taken.text.length }))
}

function edit(before: EditedText, edits: readonly Edit[]): EditedText {
  if (edits.length === 0) return before
  return composeEdits(before, applyEdits(before.text, { start: 0, end: before.text.length }, edits))
}

function findOddities(text: string): Edit[] {
  const edits: Edit[] = []
  if (!UNCOMMON.test(text)) return edits
  for (const match of text.matchAll(ODDITY)) {
    const start = match.index
    const span = { start, end: start + match[0].length }
    const { soft, invisible, line, space } = match.groups as Record<string, string | undefined>
    if (soft !== undefined) edits.push({ ...span, kind: 'hyphenation', after: '' })
    else if (invisible !== undefined) edits.push({ ...span, kind: 'invisible', after: '' })
    else if (line !== undefined) edits.push({ ...span, kind: 'line-ending', after: '\n' })
    else if (space !== undefined) edits.push({ ...span, kind: 'odd-space', after: ' ' })
    else edits.push({ ...span, kind: 'lone-surrogate', after: '\ufffd' })
  }
  return edits
}

/**
 * Words cut at a line end; the hyphen stays where the text has the hyphenated word elsewhere in one piece, before a capital or a
 * digit, and in compounds.
 */
function findHyphenation(text: string): Edit[] {
  const cuts = [...text.matchAll(HYPHENATED)]
  if (cuts.length === 0) return []
  const hyphenated = new Set(Array.from(text.matchAll(HYPHENATED_WORD), ([word]) => word.toLowerCase()))
  return cuts.flatMap(({ 0: cut, index }): Edit[] => {
    const head = WORD_END.exec(text.slice(Math.max(0, index - LONGEST_HALF), index))?.[0] ?? ''
    const tail = WORD_START.exec(text.slice(index + cut.length, index + cut.length + LONGEST_HALF))?.[0] ?? ''
    const isCut = head.length >= SHORTEST_HALF && tail.length >= SHORTEST_HALF && /\p{Ll}$/u.test(head)
    const [first, second] = [head.toLowerCase(), tail.toLowerCase()]
    const keepsHyphen = !isCut || hyphenated.has(`${first}-${second}`) || COMPOUND_HEADS.has(first) || COMPOUND_TAILS.has(second)
    return [{ start: keepsHyphen ? index + 1 : index, end: index + cut.length, kind: 'hyphenation', after: '' }]
  })
}

const SHORTEST_HALF = 2 // letters on each side of the cut
