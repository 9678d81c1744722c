import { keepResults } from '../text/keep-results.js'
import { FULL_NAME } from '../text/name-form.js'
import { classify, isKnownWord, wordsOf } from '../vocabulary/index.js'

const MOST_KEPT = 2000 // names of each reading that are kept for the next look-up
const MOST_LABEL_WORDS = 12 // `Deputy Minister of Foreign Affairs of the Republic of … First Last`

/** Words of a name that are written in lower case. */
const CONNECTORS = new Set(
  'of the and de da di du do dos das del della dal van von der den ter ten la le los el al bin ibn bint ben af av zu zur for at to in on y e with via und under'.split(
    ' ',
  ),
)

/** `POST-CABINET PRESS CONFERENCE: MONDAY` is a title. */
const NO_SPEAKER_END =
  /\b(?:conference|interview|transcript|briefing|doorstop|statement|speech|remarks|hearing|session|debate|minutes|edition|release|report|participants)s?$/i

const HONORIFICS = wordsOf('honorific')

/** `Arda Velin, foreign minister`: a name of two words or more, then an office or an outlet. */
const WITH_OFFICE = new RegExp(String.raw`^(${FULL_NAME}),\s(\S+(?:\s\S+){0,7})$`, 'u')

/** Whether the words before a label's mark can name a speaker. */
export const isSpeakerName = keepResults(readIsSpeakerName, MOST_KEPT)

function readIsSpeakerName(name: string): boolean {
  const whole = bareName(name)
  // Cheap question first: most lines are prose, and prose has words in lower case that no name has.
  if (holdsProse(whole)) return false
  const tail = WITH_OFFICE.exec(whole)
  const bare =
    tail && tail[2] !== undefined && !tail[2].split(/\s+/).some((word) => CLAUSE_WORDS.has(word.toLowerCase()))
      ? (tail[1] as string)
      : whole
  if (bare.split(/\s+/).every((word) => HONORIFICS.has(word.toLowerCase().replaceAll('.', '')))) return false
  if (NO_SPEAKER_END.test(bare)) return false
  const lower = bare.toLowerCase().replaceAll('’', "'")
  const isAcronym = /^\p{Lu}{2,3}$/u.test(bare) && !/^(?:PS|NB|FAQ|TEL|FAX|URL)$/.test(bare) // `RE:` may be Runa Elsner
  if (bare === '' || (!isAcronym && classify(lower).isField)) return false
  if (classify(foldName(bare)).namesPart)
    return /^[\p{L}\d]/u.test(bare) && bare.split(/\s+/).length <= MOST_LABEL_WORDS && partIsLabel(bare)
  const words = bare.split(/[\s,/&]+/).filter((word) => word !== '')
  if (words.length === 0 || words.length > MOST_LABEL_WORDS || /\d{3,}/.test(bare)) return false
  if (/^\d/.test(bare) || !/\p{L}/u.test(bare)) return false
  return words.every(isNameWord) && /^\p{Lu}|^(?:al|el|d|de|van|von)\b/u.test(bare)
}

/** Whether a word before the first comma is in lower case and stands in no name and no part. */
function holdsProse(whole: string): boolean {
  const comma = whole.indexOf(',')
  const words = (comma < 0 ? whole : whole.slice(0, comma)).split(' ')
  for (let i = 1; i < words.length; i++) {
    const word = words[i] as string
    const code = word.charCodeAt(0)
    if (code < 97 || code > 122 || CONNECTORS.has(word) || PART_WORDS.has(word) || isKnownWord(word.replace(/[^a-z].*$/, '')))
      continue
    if (!/^(?:al|el|d|o)[-'’/]/.test(word)) return true
  }
  return false
}

/** `Senior administration official`, `reporter Sun Haoran`, but no clause that happens to hold such a word. */
function partIsLabel(bare: string): boolean {
  const words = bare.split(/[\s,/&]+/)
  return (
    words.every(
      (word, i) =>
        (i === 0 && classify(word.toLowerCase()).role !== null) || isNameWord(word) || PART_WORDS.has(word.toLowerCase()),
    ) &&
    !words.some((word) => CLAUSE_WORDS.has(word.toLowerCase())) &&
    (/^\p{Lu}/u.test(bare) || classify((words[0] as string).toLowerCase()).role !== null || words.length === 1)
  )
}

/** Words of labels for parts that are often printed in lower case. */
const PART_WORDS = new Set(
  (
    'some hon hon. members honourable administration official minister prime president secretary officer member audience speaker unidentified unknown female male state department defense foreign reporter journalist ' +
    'correspondent analyst press question answer translated interpreted interpreter through by interpretation off mic microphone inaudible spokesperson spokesman spokeswoman'
  ).split(' '),
)

const CLAUSE_WORDS = new Set(
  "is was are were said says asked asks told added has have had that this these those he she they it we you i i’m i'm will would can could not there here about which who what when where why how if as my your our so now another more just still also here’s here's today’s".split(
    ' ',
  ),
)

function isNameWord(word: string): boolean {
  return (
    /^[\p{Lu}"'’(]/u.test(word) ||
    CONNECTORS.has(word.toLowerCase()) ||
    /^#?\d{1,2}$/.test(word) ||
    /^(?:al|el|d|o)[-'’]\p{L}/u.test(word) ||
    /^[-–—]{1,2}$/.test(word)
  )
}

/** A name without its brackets and what stands behind a dash or a comma. */
export const bareName = keepResults(readBareName, MOST_KEPT)

function readBareName(name: string): string {
  const plain = name
    .replace(/\\/g, '')
    .replace(/\s*\([^()]*\)?\s*/g, ' ')
    .replace(/\s*\[[^[\]]*\]?\s*$/g, ' ')
    .replace(/\sto the\s.*$/, ' ')
    .replace(/^[\s"“*_[\]-]+|[\s"”*_[\]:;.,-]+$/g, '')
  return plain.replace(/\s+/g, ' ').replaceAll(' ,', ',').trim()
}

/** `P.M.`, `P. M` */
const INITIALS = /^(?:\p{Lu}\.\s?){1,3}\p{Lu}\.?$/u

/** Folds a name for comparing: no honorific, bracket, dot or case; office and outlet behind a comma or dash left out. */
export const foldName = keepResults(readFoldName, MOST_KEPT)

function readFoldName(name: string): string {
  const bare = bareName(name)
    .replace(/\s(?:--|[–—|-])\s.*$/, '')
    .replace(/^([^,]{3,}),\s.*$/, '$1')
    .replace(/^(\S+\s[^/]{2,})\/.*$/, '$1')
  if (INITIALS.test(bare)) return bare.replace(/[^\p{L}]/gu, '').toLowerCase()
  const words = bare
    .replace(/^[Aa]n (?=[Tt](?:aoiseach|ánaiste))/, '')
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .replace(/[.’'](s?)\b/g, (mark) => (mark.startsWith('.') ? ` ${mark.slice(1)}` : `'${mark.slice(1)}`))
    .toLowerCase()
    .split(/[\s,]+/)
    .map((word) => word.replace(/\.+$/, ''))
    .filter((word) => word !== '')
  const plain = words.filter((word) => !HONORIFICS.has(word))
  return withoutOffice(plain.length > 0 ? plain : words).join(' ')
}

/** Words that stand before a name and are none of it. */
const OFFICES: ReadonlySet<string> = new Set([
  ...wordsOf('office'),
  ...wordsOf('title'),
  'prime',
  'vice',
  'acting',
  'sec',
  'usec',
  'asec',
])

/** `president biden` is `biden`; an office alone, or one of some place, stays. */
function withoutOffice(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !OFFICES.has(word))
  const rest = words.slice(Math.max(0, first))
  // `prime minster` is a misread office, no person.
  if (words.length === 2 && (words[0] === 'prime' || words[0] === 'vice')) return words
  return first > 0 &&
    rest.length <= 3 &&
    !CONNECTORS.has(rest[0] as string) &&
    !/^(?:for|elect|general|\d+)$/.test(rest[0] as string)
    ? rest
    : words
}
