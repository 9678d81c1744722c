import type { Span } from '../types.js'

/** A possible sentence end: a stop with its closing marks, then white space; or a line break. */
const CANDIDATE = /[.!?…]["”’')\]»]{0,3}(?=\s)|\n/g

const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof gen sen rep gov lt col capt sgt maj adm cmdr st messrs hon rev pres vs v etc al no nos vol fig eq ch art sec ' +
    'inc ltd co corp bros dept est approx ca jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ' +
    'u.s u.k u.n e.u u.s.a d.c a.m p.m e.g i.e ph.d m.d b.a m.a jr sr ave blvd mt ft amb min'
  ).split(' '),
)

/** Abbreviations that also end sentences: a capital behind them may start a new one. */
const MAY_END = new Set('etc al inc ltd co corp u.s u.k u.n e.u u.s.a d.c a.m p.m ph.d m.d b.a m.a jr sr'.split(' '))

/** Words that start sentences after such an abbreviation far more often than they go on with a name. */
const STARTERS = new Set(
  (
    'the a an this that these those it he she we they i you but and so in on at as if when while there his her our their its however nobody ' +
    'everyone everybody someone somebody anyone nothing everything many some most all no each every both neither such what where who why how ' +
    'then now also thus after before since because though although despite during according meanwhile yet still by for from with not only'
  ).split(' '),
)

/** Behind a time of day these go on: `9 a.m. Monday`, `3 p.m. EST`. Source: AP Stylebook, times and time zones. */
const AFTER_TIME = new RegExp(
  [
    String.raw`^\s*(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b`,
    String.raw`(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?\b`,
    String.raw`[A-Z]{2,4}\b|(?:\p{Lu}\p{L}+ ){1,2}[Tt]ime\b|(?:Eastern|Central|Pacific|Mountain|Greenwich)\b)`,
  ].join('|'),
  'u',
)

/** `Farmers were glad`: a plural in capitals before a word in lower case starts a sentence, unless it is a proper name. */
const PLURAL_STARTS =
  /^\s*["“‘]?(?!Marines|Forces|Democrats|Republicans|Senators|Representatives|Airways|States|Armed)\p{Lu}\p{Ll}{3,}s \p{Ll}/u

const MONTHS = new Set('jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun'.split(' '))

const LAST_TOKEN = /[\p{L}\p{N}.’']+$/u
const NEXT_TOKEN = /^[\s"“‘'([«]*([\p{L}\p{N}]+)/u
const LONGEST_TOKEN = 48 // UTF-16 code units looked at on each side of a stop

/**
 * Splits a text, or part of it, into sentences: sorted, disjoint, without the white space between them.
 *
 * A blank line ends a sentence; the end of a line inside a paragraph is a space. Stops of initials, titles, abbreviations,
 * decimals, list numbers and ellipses inside a sentence do not end one.
 *
 * @param span - the part to split; the whole text where it is left out
 * @example
 * splitSentences('K. Tokayev met Mr. Xi. They talked.').length //=> 2
 */
export function splitSentences(text: string, span: Span = { start: 0, end: text.length }): Span[] {
  const part = text.slice(span.start, span.end)
  const sentences: Span[] = []
  let from = 0
  const close = (to: number): void => {
    let start = from
    let end = to
    while (start < end && isSpace(part, start)) start++
    while (end > start && isSpace(part, end - 1)) end--
    if (end > start) sentences.push({ start: span.start + start, end: span.start + end })
    from = to
  }
  for (const { 0: stop, index } of part.matchAll(CANDIDATE)) {
    if (index < from) continue
    const after = part.slice(index + stop.length, index + stop.length + LONGEST_TOKEN)
    if (
      stop === '\n'
        ? endsLine(part, index, after)
        : endsSentence(part.slice(Math.max(from, index - LONGEST_TOKEN), index), stop, after)
    ) {
      close(index + stop.length)
    }
  }
  close(part.length)
  return sentences
}

function endsSentence(before: string, stop: string, after: string): boolean {
  const next = NEXT_TOKEN.exec(after)?.[1] ?? ''
  const startsLower = /^\p{Ll}/u.test(next)
  if (stop.startsWith('!') || stop.startsWith('?')) return !startsLower
  if (stop.startsWith('…') || /\.\.$/.test(before)) return !startsLower && next !== ''
  if (startsLower) return false
  const last = LAST_TOKEN.exec(before)?.[0] ?? ''
  if (stop.length > 1) return true
  const word = last.toLowerCase().replace(/^\.+/, '')
  if (/[’'](?:t|s|d|m)$/.test(before)) return true // the end of a contraction is no initial
  if (/^\p{L}$/u.test(word)) return word === 'i' && last === 'I' && STARTERS.has(next.toLowerCase())
  if (word === 'no') return !/^\p{N}/u.test(next) // an answer, unless a number follows
  if (ABBREVIATIONS.has(word)) {
    if (MONTHS.has(word)) return STARTERS.has(next.toLowerCase())
    if (!MAY_END.has(word)) return !/^[\p{Lu}\p{N}]/u.test(next)
    if (word === 'a.m' || word === 'p.m') return /^\p{Lu}/u.test(next) && !AFTER_TIME.test(after)
    return /^\p{Lu}/u.test(next) && (STARTERS.has(next.toLowerCase()) || PLURAL_STARTS.test(after))
  }
  if (/^\p{L}(?:\.\p{L})+$/u.test(word))
    return /^\p{Lu}/u.test(next) && (STARTERS.has(next.toLowerCase()) || PLURAL_STARTS.test(after))
  // A number alone before the stop is the number of a list item: it stays with its item.
  return !(/^\d{1,3}$/.test(word) && before.trim() === word)
}

/** Inside a paragraph the end of a line is a space, but a blank line ends a sentence, and so does a line before a list's next item. */
function endsLine(part: string, index: number, after: string): boolean {
  if (/^[ \t]*(?:\n|[•*–—-][ \t]|\(?\d{1,2}[.)][ \t])/.test(after)) return true
  const before = part.slice(Math.max(0, index - LONGEST_TOKEN), index)
  return /\n[ \t]*$/.test(before)
}

function isSpace(text: string, i: number): boolean {
  const code = text.charCodeAt(i)
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2028 || code === 0x2029 || code === 0x3000
}
