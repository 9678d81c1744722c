import type { Span } from '../types.js'

/** A printed label that may name the speaker of a turn. */
export interface Label extends Span {
  /** The words that name the speaker, without brackets, stars and colon. */
  readonly name: string
  /** The name folded for comparing: no honorific, no case, no dots. */
  readonly key: string
  /** Where the words of the turn begin. */
  readonly textStart: number
}

const LONGEST_LABEL = 90 // UTF-16 code units
const MOST_LABEL_WORDS = 8

/** `**GT:** …`, `[REPORTER]: …`, `John Smith (Reuters): …`, `MR. TARLAN: …`, with a time stamp before or behind the name. */
const COLON_LABEL =
  /^(?:[*_>#\s]{0,6})(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?[\s–-]{0,3})?[*_]{0,3}[[(]?([\p{Lu}\p{N}][^:：?!;\n\t[\]{}<>"“”]{0,70}?)[\])]?[*_]{0,3}\s?(?:\(\d{1,2}:\d{2}(?::\d{2})?\)\s?)?[:：][*_]{0,3}(?=\s|$)/u

/** `Q  Mr. President …`, `Q. Why …`, `A. Because …` */
const LETTER_LABEL = /^(?:[*_\s]{0,4})(?:([QA])[.)](?=[\s*_])|(Q)(?=[ \t]{1,8}\S)|(A)(?=[ \t]{2,8}\S))[*_]{0,3}/

/** Words of a name that are written in lower case. */
const CONNECTORS = new Set('of the and de da di du van von der den la le el al bin ibn for at to in on dos del'.split(' '))

const HONORIFICS = new Set(
  'mr mrs ms miss dr prof professor sir madam mme h.e he his her excellency hon honorable honourable rt the'.split(' '),
)

/** Line starts with a colon that are headings of an article, never speakers. */
const NO_SPEAKERS = new Set(
  (
    'note|notes|read more|read also|see also|related|source|sources|photo|photos|image|picture|video|caption|credit|update|updated|correction|' +
    'example|examples|tip|tips|warning|date|time|location|place|where|when|who|what|why|how|price|website|phone|email|contact|address|tel|fax|' +
    'topics|tags|summary|background|context|conclusion|key points|key takeaways|bottom line|first|second|third|firstly|secondly|thirdly|finally|' +
    'however|therefore|remember|ps|fact|facts|myth|question of the day|in short|in brief|more|also|text|title|author|published|posted|by|' +
    'pros|cons|result|results|the result|step|chapter|part|section|category|categories|subject|re|from|to|cc|copyright|disclaimer|about the author'
  ).split('|'),
)

/** Finds the labels at line starts, in order. */
export function findLabels(text: string): Label[] {
  const labels: Label[] = []
  let position = 0
  while (position < text.length) {
    const newline = text.indexOf('\n', position)
    const line = text.slice(position, Math.min(newline < 0 ? text.length : newline, position + LONGEST_LABEL))
    const label = readColonLabel(line, position) ?? readLetterLabel(line, position)
    if (label) labels.push(label)
    if (newline < 0) break
    position = newline + 1
  }
  return labels
}

function readColonLabel(line: string, offset: number): Label | null {
  const match = COLON_LABEL.exec(line)
  if (!match) return null
  const name = (match[1] as string).replace(/[*_]+$/, '').trim()
  if (!isName(name)) return null
  return makeLabel(line, match[0].length, name, offset)
}

function readLetterLabel(line: string, offset: number): Label | null {
  const match = LETTER_LABEL.exec(line)
  return match ? makeLabel(line, match[0].length, (match[1] ?? match[2] ?? match[3]) as string, offset) : null
}

function makeLabel(line: string, length: number, name: string, offset: number): Label {
  const start = offset + (line.length - line.trimStart().length)
  let textStart = offset + length
  for (let i = length; i < line.length && /[\s]/.test(line.charAt(i)); i++) textStart++
  return { start, end: offset + length, name, key: foldName(name), textStart }
}

function isName(name: string): boolean {
  const bare = name.replace(/\s*\([^)]*\)\s*$/, '')
  if (NO_SPEAKERS.has(bare.toLowerCase().replace(/[’]/g, "'"))) return false
  const words = bare.split(/[\s,]+/).filter((word) => word !== '')
  if (words.length === 0 || words.length > MOST_LABEL_WORDS || /\d{3,}/.test(bare)) return false
  return words.every(
    (word) =>
      /^[\p{Lu}"'’(]/u.test(word) ||
      CONNECTORS.has(word.toLowerCase()) ||
      /^\d{1,2}$/.test(word) ||
      /^(?:al|el|d|o)[-'’]\p{Lu}/u.test(word) ||
      word === '&',
  )
}

/** Folds a name for comparing: no honorific, bracket, dot or case. */
export function foldName(name: string): string {
  const words = name
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[.’']s?\b/g, (mark) => (mark.startsWith('.') ? ' ' : "'"))
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '')
  const bare = words.filter((word) => !HONORIFICS.has(word))
  return (bare.length > 0 ? bare : words).join(' ')
}
