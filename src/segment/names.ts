import { classify, wordsOf } from '../vocabulary/index.js'
import type { Label } from './label.js'
import { bareName } from './label-name.js'
import { findOfficeName } from './office-names.js'

const MOST_GIVEN_NAMES = 3
const MOST_OFFICES = 20 // whose names are looked for at the top of the text
const OWN_KEY = 100 // times the weight of a spelling by which the speaker is known
const LONGER_SHARE = 0.6 // of the mentions of a name that have one more given name before it
const MOST_NAME_WORDS = 6

/** Words that stand before a name, capitalized or not, and are none of it. */
const NO_GIVEN_NAMES: ReadonlySet<string> = new Set(
  (
    [
      'honorific',
      'rank',
      'office',
      'title',
      'office-modifier',
      'corporate',
      'press',
      'asker',
      'answerer',
      'usher',
      'field',
      'function',
    ] as const
  )
    .flatMap((kind) => [...wordsOf(kind)])
    .filter((word) => !word.includes(' ')),
)

/** Initials of places and houses, behind which a name may start anew: `in Washington D.C. Ana Lind`. */
const PLACE_INITIALS: ReadonlySet<string> = new Set('dc us usa uk un eu ny nyc la uae ussr he am pm'.split(' '))
/** Words that tie a place to what stands before: `the ambassador to Halvia Ana Lind`. */
const BEFORE_PLACE = /\b(?:of|to|for|in|from|at|near)\s$/

const CAPITALIZED_RUN =
  /(?<![\p{L}.])(?:(?:\p{Lu}\.){2,4}|\p{Lu}[\p{L}'’-]*\.?)(?: (?:(?:\p{Lu}\.){2,4}|\p{Lu}[\p{L}'’-]*\.?)){1,7}/gu
const BRACKETED = /\(([^()\n]{1,40})\)/g

/**
 * Gives each speaker the fullest name that the text has: `Global Times` for `GT` where the text says `the Global Times (GT)`,
 * `Shakhrat Nuryshev` for `Nuryshev`. Labels that state only a role keep their words.
 *
 * @param labels - all labels of the conversation
 * @param identities - the speaker's key of each label key
 * @param sources - title, author, outlet and text in which full names are looked for
 * @returns names by speaker's key
 */
export function nameSpeakers(
  labels: readonly Label[],
  identities: ReadonlyMap<string, string>,
  sources: string,
): Map<string, string> {
  const spellings = new Map<string, Map<string, number>>()
  for (const [name, keys] of countNames(labels))
    for (const [key, count] of keys) {
      const id = identities.get(key) ?? key
      const spelling = classify(key).isUsher || classify(key).isChorus ? bareName(name) : withoutTitle(bareName(name), key)
      const own = spellings.get(id) ?? new Map<string, number>()
      // The spelling of the speaker's own key counts before any other.
      own.set(spelling, (own.get(spelling) ?? 0) + count * (id === key ? OWN_KEY : 1))
      spellings.set(id, own)
    }
  const printed = new Map<string, string>()
  for (const [id, own] of spellings) {
    let best = ''
    for (const [spelling, count] of own) if (best === '' || count > (own.get(best) ?? 0)) best = spelling
    printed.set(id, best)
  }
  const brackets = findBracketed(sources, new Set(printed.values()))
  const surnames = new Map<string, Map<string, number>>()
  for (const [key, name] of printed) {
    if (/^\p{Lu}[\p{L}'’-]+$/u.test(surnameOf(key, name)) && !classify(key).namesPart)
      surnames.set(surnameOf(key, name).toLowerCase(), new Map())
  }
  const givenNames = new Map([...surnames.keys()].map((key) => [key, new Map<string, number>()]))
  if (surnames.size > 0) countFullNames(sources, surnames, givenNames)
  const names = new Map<string, string>()
  let offices = 0
  for (const [key, name] of printed) {
    const isOffice = offices < MOST_OFFICES && classify(key).leaning < 0 && classify(key).role === null
    if (isOffice) offices++
    const office = isOffice ? findOfficeName(sources, key) : null
    const surname = surnameOf(key, name).toLowerCase()
    const whole = brackets.get(name) ?? commonest(surnames.get(surname))
    const byGivenName = whole === null && name.toLowerCase() === surname ? commonest(givenNames.get(surname)) : null
    names.set(key, whole ?? (byGivenName !== null && !isAddressed(sources, name) ? byGivenName : (office ?? name)))
  }
  return names
}

/** How often each printed name stands for each key, in order. */
function countNames(labels: readonly Label[]): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>()
  for (const { key, name } of labels) {
    const own = counts.get(name)
    if (own) own.set(key, (own.get(key) ?? 0) + 1)
    else counts.set(name, new Map([[key, 1]]))
  }
  return counts
}

/** Whether a name stands with a form of address, as surnames do. */
function isAddressed(sources: string, name: string): boolean {
  for (let at = sources.indexOf(` ${name}`); at >= 0; at = sources.indexOf(` ${name}`, at + 1)) {
    const before = sources.slice(Math.max(0, at - LONGEST_TITLE), at).replace(/\.$/, '')
    if (FORMS.has(before.slice(before.search(/\p{L}+$/u)).toLowerCase())) return true
  }
  return false
}

const LONGEST_TITLE = 12 // UTF-16 code units
const FORMS: ReadonlySet<string> = new Set(
  [...wordsOf('honorific')].filter((word) => word.length > 1 && !wordsOf('function').has(word)),
)

/** The last word of a label whose key is that word alone: `BIDEN` of `PRESIDENT BIDEN`. */
function surnameOf(key: string, name: string): string {
  const last = name.slice(name.lastIndexOf(' ') + 1)
  return last.toLowerCase() === key ? last : name
}

/** `Mr. Tarlan`, `reporter Sun Haoran`, `Deputy Maeve Tuohy`, without the words before the name. */
function withoutTitle(name: string, key: string): string {
  const bare = name
    .replace(
      /^(?:(?:Mr|Mrs|Ms|Miss|Dr|MR|MRS|MS|DR|MISS|Prof|PROF|Hon|HON|Rt|RT|Shri|SHRI|Shrimati|SHRIMATI|Smt|SMT)\.?\s+|(?:[Rr]eporter|[Jj]ournalist|[Cc]orrespondent|Deputy)\s+(?=\p{Lu}\p{Ll}+ \p{Lu}))+/u,
      '',
    )
    .replace(/\s(?:--|[–—|-])\s.*$/, '')
    .replace(/^(\S+\s[^,]+),\s.*$/, '$1')
    .replace(/^(\S+\s[^/]{2,})\/.*$/, '$1')
  const words = bare.split(' ')
  const size = key.split(' ').length
  const tail = words.slice(-size).join(' ')
  // The key holds the name alone where an office stands before a name of two words or more.
  if (size >= 2 && words.length > size && !/^the$/i.test(words[0] as string) && tail.toLowerCase().replaceAll('.', '') === key)
    return tail
  return bare === '' ? name : bare
}

function findBracketed(sources: string, labels: ReadonlySet<string>): Map<string, string> {
  const found = new Map<string, string>()
  for (const { 1: inner = '', index } of sources.matchAll(BRACKETED)) {
    if (sources.charAt(index - 1) === '\n' || !labels.has(inner) || found.has(inner) || inner.includes(' ')) continue
    const full = wordsBefore(sources.slice(Math.max(0, index - 120), index), inner)
    if (full) found.set(inner, full)
  }
  return found
}

/** The capitalized words right before a bracketed label. */
function wordsBefore(before: string, label: string): string | null {
  const words = before.trimEnd().split(/\s+/)
  const name: string[] = []
  while (name.length < MOST_NAME_WORDS) {
    const word = words.pop()
    if (word === undefined || /[,;.:!?)]$/.test(word)) break
    if (!/^\p{Lu}/u.test(word) && !(name.length > 0 && /^(?:of|and|for|de|al|bin|van|von)$/.test(word))) break
    name.unshift(word)
  }
  while (/^(?:of|and|for|the|The|A|An)$/.test(name[0] ?? '')) name.shift()
  const trimmed = /^\p{Lu}{2,}$/u.test(label) ? trimToInitials(name, label) : name
  return trimmed.length > 0 ? trimmed.join(' ') : null
}

/** The shortest run at the end whose capitals spell the acronym; the whole run where none does. */
function trimToInitials(words: readonly string[], acronym: string): readonly string[] {
  for (let from = words.length - 1; from >= 0; from--) {
    const initials = words
      .slice(from)
      .map((word) => (/^\p{Lu}/u.test(word) ? word.charAt(0) : ''))
      .join('')
    if (initials === acronym) return words.slice(from)
  }
  return words
}

/** Counts the names that end with each surname, and those that start with it, where a label may be a given name. */
function countFullNames(
  sources: string,
  surnames: ReadonlyMap<string, Map<string, number>>,
  givenNames: ReadonlyMap<string, Map<string, number>>,
): void {
  for (const { 0: run, index } of sources.matchAll(CAPITALIZED_RUN)) {
    const words = run.split(' ')
    const followsPlace = BEFORE_PLACE.test(sources.slice(Math.max(0, index - 6), index))
    for (let i = 0; i < words.length; i++) {
      const surname = (words[i] as string).replace(/['’]s$/, '').replace(/\.$/, '')
      const counts = surnames.get(surname.toLowerCase())
      if (!counts) continue
      const next = words[i + 1]?.replace(/['’]s$|\.$/, '')
      if (next !== undefined && !(words[i] as string).endsWith('.') && isGivenName(surname, next) && isGivenName(next, surname)) {
        const whole = `${surname} ${next}`
        const own = givenNames.get(surname.toLowerCase())
        own?.set(whole, (own.get(whole) ?? 0) + 1)
      }
      const given: string[] = []
      const most = followsPlace ? 1 : MOST_GIVEN_NAMES
      for (let k = i - 1; k >= 0 && given.length < most && isGivenName(words[k] as string, surname); k--)
        given.unshift(words[k] as string)
      for (let from = 0; from < given.length; from++) {
        const full = [...given.slice(from), surname].join(' ')
        counts.set(full, (counts.get(full) ?? 0) + (/^[^\p{Ll}]+$/u.test(full) ? 0.1 : 1))
      }
    }
  }
}

/** Whether a capitalized word before a surname can be a given name: no title, no end of a sentence, no `I’m`, no acronym. */
function isGivenName(word: string, surname: string): boolean {
  const plain = word.toLowerCase().replaceAll('.', '')
  if (NO_GIVEN_NAMES.has(plain) || PLACE_INITIALS.has(plain)) return false
  if (word.endsWith('.') ? !/^(?:\p{Lu}\.)+$/u.test(word) : /^\p{L}$/u.test(word)) return false
  return !isNoGivenName(word, surname)
}

/** `I’m`, or an acronym before a name that is not printed in capitals. */
function isNoGivenName(word: string, surname: string): boolean {
  return /['’](?:m|s|re|ll|ve|d)$/i.test(word) || (/^\p{Lu}{2,}$/u.test(word) && /\p{Ll}/u.test(surname))
}

/** The commonest given name with the surname, and further given names where they mostly stand before it. */
function commonest(counts: ReadonlyMap<string, number> | undefined): string | null {
  if (!counts) return null
  let best: string | null = null
  const take = (isLonger: (name: string) => boolean, least: number): boolean => {
    let found: string | null = null
    for (const [name, count] of counts)
      if (isLonger(name) && count >= least && (found === null || count > (counts.get(found) ?? 0))) found = name
    if (found !== null) best = found
    return found !== null
  }
  if (!take((name) => name.indexOf(' ') === name.lastIndexOf(' '), 0)) take(() => true, 0)
  for (let given = 1; given < MOST_GIVEN_NAMES; given++) {
    const shorter: string = best ?? ''
    if (
      !take(
        (name) => name.endsWith(` ${shorter}`) && !name.slice(0, -shorter.length - 1).includes(' '),
        LONGER_SHARE * (counts.get(shorter) ?? 0),
      )
    )
      break
  }
  return best
}
