import { classify } from '../vocabulary/index.js'
import type { Label } from './label.js'
import { bareName } from './label-name.js'
import { findOfficeName } from './office-names.js'

const MOST_GIVEN_NAMES = 3
const MOST_OFFICES = 20 // whose names are looked for at the top of the text
const OWN_KEY = 100 // times the weight of a spelling by which the speaker is known
const LONGER_SHARE = 0.6 // of the mentions of a name that have one more given name before it
const MOST_NAME_WORDS = 6

const TITLES = new Set(
  (
    'mr mrs ms miss dr prof professor sir dame lord lady madam president prime minister ambassador foreign secretary chancellor king queen prince princess general ' +
    'colonel captain senator governor chairman chairwoman director deputy vice state councilor the his her excellency reporter correspondent journalist adviser advisor ' +
    'spokesperson spokesman spokeswoman interviewer editor author and with by for from in on at but as when while interview representative congressman ceo cfo hon rt ' +
    'if so then after before since because though that this these those what why who how yes no thank thanks dear admiral madame attorney national security press principal assistant defense defence finance interior health trade under chief executive officer head of'
  ).split(' '),
)

const CAPITALIZED_RUN = /\p{Lu}[\p{L}'’-]*\.?(?: \p{Lu}[\p{L}'’-]*\.?){1,7}/gu
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
  for (const { key, name } of labels) {
    const id = identities.get(key) ?? key
    const spelling = classify(key).isUsher || classify(key).isChorus ? bareName(name) : withoutTitle(bareName(name), key)
    const own = spellings.get(id) ?? new Map<string, number>()
    // The spelling of the speaker's own key counts before any other.
    own.set(spelling, (own.get(spelling) ?? 0) + (id === key ? OWN_KEY : 1))
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
  if (surnames.size > 0) countFullNames(sources, surnames)
  const names = new Map<string, string>()
  let offices = 0
  for (const [key, name] of printed) {
    const isOffice = offices < MOST_OFFICES && classify(key).leaning < 0 && classify(key).role === null
    if (isOffice) offices++
    const office = isOffice ? findOfficeName(sources, key) : null
    names.set(key, brackets.get(name) ?? commonest(surnames.get(surnameOf(key, name).toLowerCase())) ?? office ?? name)
  }
  return names
}

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

function countFullNames(sources: string, surnames: ReadonlyMap<string, Map<string, number>>): void {
  for (const { 0: run } of sources.matchAll(CAPITALIZED_RUN)) {
    const words = run.split(' ')
    for (let i = 1; i < words.length; i++) {
      const surname = (words[i] as string).replace(/['’]s$/, '').replace(/\.$/, '')
      const counts = surnames.get(surname.toLowerCase())
      if (!counts) continue
      const given: string[] = []
      for (let k = i - 1; k >= 0 && given.length < MOST_GIVEN_NAMES; k--) {
        const word = words[k] as string
        if (
          isNoGivenName(word, surname) ||
          TITLES.has(word.toLowerCase().replace(/\.$/, '')) ||
          (word.endsWith('.') && word.length > 3)
        )
          break
        given.unshift(word)
      }
      for (let from = 0; from < given.length; from++) {
        const full = [...given.slice(from), surname].join(' ')
        counts.set(full, (counts.get(full) ?? 0) + (/^[^\p{Ll}]+$/u.test(full) ? 0.1 : 1))
      }
    }
  }
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
