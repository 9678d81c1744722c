import type { Mention } from '../types.js'
import type { Holder } from './cue.js'
import { describe, SELF_SOURCE, sourceBefore, sourceFrom, subjectOfSentence } from './holder-name.js'
import { ROLE } from './lexicon/roles.js'
import { FARTHEST, type Reading, roleOf } from './reading.js'
import { findSubjectHead } from './subject.js'

/** Whose judgment nobody in particular is named for. */
export const OTHERS = 'others'

const REPORT_REACH = 8 // tokens from a noun that reports to the `by` of whose it is

/** Whose judgment a noun reports: `by` somebody, somebody's, or what somebody has; null where it is the speaker's own. */
export function findOwner(reading: Reading, noun: number): string | null {
  const { tokens, columns, unit } = reading
  const { lower, pos, sentence } = tokens
  const ordinal = sentence[noun]
  // `Some fear that`: a verb, whatever its tag says.
  if (noun > 0 && sentence[noun - 1] === ordinal && roleOf(reading, noun - 1) & ROLE.somebody)
    return unit.text.slice(tokens.start[noun - 1], tokens.end[noun - 1])
  for (let i = noun + 1; i < lower.length && i - noun <= REPORT_REACH && sentence[i] === ordinal && lower[i] !== ','; i++)
    if (lower[i] === 'by' && pos[i + 1] !== 'VERB') return sourceFrom(reading, i + 1) ?? OTHERS
  for (
    let i = noun - 1;
    i >= 0 && noun - i <= FARTHEST && sentence[i] === ordinal && columns.clause[i] === columns.clause[noun];
    i--
  ) {
    const role = roleOf(reading, i)
    if (role & ROLE.self) return null
    if (OWNING.has(lower[i] as string) && noun - i <= 2) return subjectOfSentence(reading, i, ordinal as number) ?? OTHERS
    const isOwner = lower[i] === "'s" || lower[i] === "'"
    if ((isOwner && noun - i <= 2) || role & ROLE.holds) {
      const source = isOwner ? sourceBefore(reading, i - 1) : (sourceBefore(reading, i - 1) ?? findActor(reading, i)?.[0] ?? null)
      if (source === SELF_SOURCE) return null
      if (source !== null) return source
    }
  }
  // `Mali admitted to some concern`: whoever does anything about it has it.
  for (
    let i = noun - 1;
    i > 0 && noun - i <= FARTHEST && sentence[i] === ordinal && columns.clause[i] === columns.clause[noun];
    i--
  ) {
    if (pos[i] !== 'VERB') continue
    const head = findSubjectHead(reading, i)
    const mention = head < 0 ? undefined : reading.mentionAt[head]
    if (mention && acts(mention)) return mention.name
    break
  }
  return OTHERS
}

/** Whether a mention is somebody who can hold a view. */
function acts({ kind }: Mention): boolean {
  return kind === 'country' || kind === 'person' || kind === 'organization'
}

const OWNING: ReadonlySet<string> = new Set(['his', 'her', 'their', 'its'])

/** The subject of a verb that takes a side, where it is somebody else than the speaker; null where it is the speaker or unknown. */
export function findActor(reading: Reading, verb: number): Holder {
  const doers = reading.voices.doersOf(verb)
  if (doers !== null) {
    if (doers.some(({ self }) => self)) return null
    const names = doers
      .filter(({ holds }) => holds)
      .flatMap(({ names }) => names)
      .filter((name) => !ABSTRACT.test(name))
    return names.length > 0 ? names : null
  }
  const head = findSubjectHead(reading, verb)
  if (head < 0) return null
  const source = sourceBefore(reading, head)
  return typeof source === 'string' && !ABSTRACT.test(source) ? [source] : null
}

const DONE_REACH = 6 // tokens from a verb to its object

/**
 * Who does something to a name: `The bank blacklisted Mali`. Whatever the sentence says against Mali is the bank's judgment. Null
 * where the name is no object, or nobody in particular does it.
 */
export function findDoer(reading: Reading, at: number): Holder {
  const { tokens, columns, mentionAt } = reading
  const { pos, sentence, lower } = tokens
  for (let i = at - 1; i > 0 && at - i <= DONE_REACH && sentence[i] === sentence[at]; i--) {
    if (columns.clause[i] !== columns.clause[at]) return null
    if (mentionAt[i] === mentionAt[at]) continue
    if (mentionAt[i] || RELATIVES.has(lower[i] as string)) return null
    if (pos[i] !== 'VERB') continue
    const head = findSubjectHead(reading, i)
    if (head < 0 || roleOf(reading, head) & ROLE.self) return null
    const mention = mentionAt[head]
    if (mention) return acts(mention) ? [mention.name] : null
    const isActor = /(?:s|men|people|police)$/.test(lower[head] as string) || ACTORS.has(lower[head] as string)
    return pos[head] === 'NOUN' && isActor ? [describe(reading, head)] : null
  }
  return null
}

/** Singular nouns of those who act. */
const ACTORS: ReadonlySet<string> = new Set(
  'minister president premier chancellor ambassador secretary governor mayor king queen envoy leader official spokesman spokeswoman general judge jury court council commission committee parliament senate cabinet government ministry administration junta regime army navy police church party opposition newspaper paper delegation mission panel board union association federation chamber group agency bank fund regulator watchdog authority company firm airline manufacturer operator supplier chairman director bishop cardinal pope professor commander delegate lawmaker senator deputy coalition alliance bloc'.split(
    ' ',
  ),
)

const RELATIVES: ReadonlySet<string> = new Set(['who', 'which', 'that'])

/** What has no opinions: `the priority now is to oppose them`. */
const ABSTRACT =
  /\b(?=[a-z])(?:priority|aim|goal|objective|purpose|idea|fact|question|problem|reason|result|thing|way|point|time|moment|plan|measures?|task|duty|challenge|step|need|role|response|crime|visit|trade|growth|issue|process|project|deal|war|law|work|progress|success|failure|change|policy|strategy|price|prices|costs?|use|(?!government|parliament|administration|organi[sz]ation|association|federation|delegation|commission|corporation|foundation|opposition|coalition|institution|union|mission|nation|generation|population|congregation|establishment|regiment|communit|societ|universit|authorit|minorit|majorit|securit)\w*(?:tions?|ments?|ness|it(?:y|ies)|[ae]nces?|ships?|isms?))$/
