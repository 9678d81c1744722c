import type { Tokens } from '../types.js'
import { ROLE, SOURCE_ROLES } from './lexicon/roles.js'
import { type Reading, roleOf } from './reading.js'
import { findSubjectHead } from './subject.js'

const LONGEST_SUBJECT = 8 // tokens between a source and its verb of speech
const LONGEST_SOURCE = 6 // tokens of a description

/** Whose words each sentence of a unit are, where they are attributed to somebody else; null where they are the speaker's own. */
export function findAttributions(reading: Reading): (string | null)[] {
  const { unit, tokens } = reading
  const { lower, sentence } = tokens
  const holders = new Array<string | null>(unit.sentences.length).fill(null)
  let own = -1 // last sentence whose speaker says `I think`
  for (let i = 0; i < lower.length; i++) {
    const role = roleOf(reading, i)
    if ((role & SOURCE_ROLES) === 0) continue
    const ordinal = sentence[i] as number
    if (holders[ordinal] || own === ordinal) continue
    const source = readSource(reading, i, role)
    if (source === SELF_SOURCE) own = ordinal
    else if (source !== null) holders[ordinal] = source
  }
  return holders
}

type Source = string | typeof SELF_SOURCE | null

const JUDGED: ReadonlySet<string> = new Set(
  'fined chosen picked selected awarded honored banned barred blacklisted sued rejected accepted approved cleared acquitted convicted indicted charged sentenced expelled suspended warned thanked remembered regarded seen considered viewed described portrayed praised criticized voted ranked rated named held hailed credited deemed judged known called dismissed condemned mocked branded'.split(
    ' ',
  ),
)
const JUDGED_REACH = 10 // tokens from the verb to the agent

/** `was remembered by colleagues as`, `is held up as a model by the council`. */
function isJudgedBy(reading: Reading, by: number): boolean {
  const { lower, sentence } = reading.tokens
  for (let i = by - 1; i > 0 && by - i <= JUDGED_REACH && sentence[i] === sentence[by]; i--)
    if (JUDGED.has(lower[i] as string)) return followsBe(reading, i)
  return false
}

const RECEIVING: ReadonlySet<string> = new Set(
  'have win enjoy draw earn get receive attract gain secure garner keep lose'.split(' '),
)
const RECEIVING_REACH = 4 // tokens from the verb to what is received

function isReceived({ tokens }: Reading, noun: number): boolean {
  const { lemma, sentence } = tokens
  for (let i = noun - 1; i >= 0 && noun - i <= RECEIVING_REACH && sentence[i] === sentence[noun]; i--)
    if (RECEIVING.has(lemma[i] as string)) return true
  return false
}

/** What opens a sentence behind `for` without being anybody. */
const NOBODY =
  /\b(?:years?|decades?|centur(?:y|ies)|months?|weeks?|days?|hours?|now|once|example|instance|reasons?|sake|purposes?|part|time|times|moment|rest|all|most|this|that|these|those|it|them|him|her)$/i

/** `For the exporters, it was a blessing`, `as far as the exporters are concerned`. */
function readOutlook(reading: Reading, i: number): Source {
  const { tokens } = reading
  const { lower, sentence } = tokens
  const opens = i === 0 || sentence[i - 1] !== sentence[i]
  const isFar = lower[i] === 'far' && lower[i - 1] === 'as' && lower[i + 1] === 'as'
  if (!(opens && lower[i] === 'for') && !isFar) return null
  const source = sourceFrom(reading, isFar ? i + 2 : i + 1)
  if (source === null || NOBODY.test(source)) return null
  for (let k = i + 2; k < lower.length && k - i <= LONGEST_SUBJECT + 2 && sentence[k] === sentence[i]; k++) {
    if (isFar ? lower[k] === 'concerned' : lower[k] === ',') return source
    if (!isFar && roleOf(reading, k) & ROLE.passive) return null
  }
  return null
}

function readSource(reading: Reading, i: number, role: number): Source {
  const { lower } = reading.tokens
  if (role & ROLE.according && lower[i + 1] === 'to') return sourceFrom(reading, i + 2)
  if (role & ROLE.outlook) return readOutlook(reading, i)
  if (role & ROLE.agent) return isJudgedBy(reading, i) ? sourceFrom(reading, i + 1) : null
  // `won praise from the creditors`, `has the backing of the council`
  if (role & ROLE.esteem && (lower[i + 1] === 'from' || lower[i + 1] === 'of') && isReceived(reading, i))
    return sourceFrom(reading, i + 2)
  if (role & ROLE.view && (lower[i - 1] === "'s" || lower[i - 1] === 'my' || lower[i - 1] === 'our')) {
    if (lower[i - 1] !== "'s") return SELF_SOURCE
    return opensWithIn(reading.tokens, i) ? sourceBefore(reading, i - 2) : null
  }
  // `in the view of the inspectors`
  if (role & ROLE.view && lower[i + 1] === 'of' && opensWithIn(reading.tokens, i)) return sourceFrom(reading, i + 2)
  if (role & ROLE.speech && isContradicted(reading, i)) return SELF_SOURCE
  if (role & ROLE.speech && followsBe(reading, i)) return passiveSource(reading, i)
  if (role & ROLE.speech && isSpeech(reading, i, role))
    return sourceBefore(reading, i - 1) ?? (isInverted(reading.tokens, i) ? sourceFrom(reading, i + 1) : null)
  return null
}

/** Whose judgment nobody in particular is named for. */
export const OTHERS = 'others'
const AGENT_REACH = 6 // tokens from a participle to `by`
const REPORT_REACH = 8 // tokens from a noun that reports to the `by` of whose it is

/** `Contrary to what critics say`, `Whatever they claim`: what follows is said against it. */
function isContradicted({ tokens }: Reading, verb: number): boolean {
  const { lower, sentence } = tokens
  for (let i = verb - 1; i >= 0 && verb - i <= LONGEST_SUBJECT && sentence[i] === sentence[verb] && lower[i] !== ','; i--)
    if (lower[i] === 'whatever' || lower[i] === 'contrary') return true
  return false
}

function followsBe(reading: Reading, verb: number): boolean {
  const { pos } = reading.tokens
  let i = verb - 1
  while (i > 0 && pos[i] === 'ADV') i--
  return (roleOf(reading, i) & ROLE.passive) !== 0
}

/** `It is often claimed that`, `was described by the minister as`. */
function passiveSource(reading: Reading, verb: number): Source {
  const { lower, sentence } = reading.tokens
  const ordinal = sentence[verb]
  for (let i = verb + 1; i < lower.length && i - verb <= AGENT_REACH && sentence[i] === ordinal && lower[i] !== ','; i++)
    if (lower[i] === 'by') return sourceFrom(reading, i + 1)
  // `is seen in Oslo as`: those of the place do.
  if (lower[verb + 1] === 'in')
    for (let i = verb + 3; i < lower.length && i - verb <= AGENT_REACH && sentence[i] === ordinal; i++)
      if (lower[i] === 'as') return sourceFrom(reading, verb + 2)
  if (lower[verb + 1] === 'as' && WIDELY.has(lower[verb - 1] ?? '')) return OTHERS
  if (lower[verb + 1] !== 'that') return null
  for (let i = verb - 1; i >= 0 && verb - i <= AGENT_REACH && sentence[i] === ordinal; i--) {
    // `It must be noted that`, `it has to be said that`: the speaker does.
    if (OBLIGING.has(lower[i] as string)) return null
    if (lower[i] === 'it') return OTHERS
  }
  return null
}

const WIDELY: ReadonlySet<string> = new Set(['widely', 'generally', 'commonly', 'often', 'universally', 'usually'])

const OBLIGING: ReadonlySet<string> = new Set(['must', 'should', 'to', 'ought', 'can', 'cannot', 'may', 'let'])

/** Whose judgment a noun reports: `by` somebody, somebody's, or what somebody has; null where it is the speaker's own. */
export function findOwner(reading: Reading, noun: number): string | null {
  const { tokens, columns } = reading
  const { lower, pos, sentence } = tokens
  const ordinal = sentence[noun]
  for (let i = noun + 1; i < lower.length && i - noun <= REPORT_REACH && sentence[i] === ordinal && lower[i] !== ','; i++)
    if (lower[i] === 'by' && pos[i + 1] !== 'VERB') return sourceFrom(reading, i + 1) ?? OTHERS
  for (let i = noun - 1; i >= 0 && sentence[i] === ordinal && columns.clause[i] === columns.clause[noun]; i--) {
    const role = roleOf(reading, i)
    if (role & ROLE.self) return null
    if (OWNING.has(lower[i] as string) && noun - i <= 2) return subjectOfSentence(reading, i, ordinal as number) ?? OTHERS
    const isOwner = lower[i] === "'s" || lower[i] === "'"
    if ((isOwner && noun - i <= 2) || role & ROLE.holds) {
      const source = sourceBefore(reading, i - 1)
      if (source === SELF_SOURCE) return null
      if (source !== null) return source
    }
  }
  // `Mali admitted to some concern`: whoever does anything about it has it.
  for (let i = noun - 1; i > 0 && sentence[i] === ordinal && columns.clause[i] === columns.clause[noun]; i--) {
    if (pos[i] !== 'VERB') continue
    const head = findSubjectHead(reading, i)
    const mention = head < 0 ? undefined : reading.mentionAt[head]
    if (mention && (mention.kind === 'country' || mention.kind === 'person' || mention.kind === 'organization'))
      return mention.name
    break
  }
  return OTHERS
}

const OWNING: ReadonlySet<string> = new Set(['his', 'her', 'their', 'its'])

const SELF_SOURCE = Symbol('the speaker')

/** `In Ankara's view`, `in the view of`. */
function opensWithIn({ lower, sentence }: Tokens, at: number): boolean {
  for (let i = at - 2; i >= 0 && at - i <= LONGEST_SOURCE && sentence[i] === sentence[at]; i--) if (lower[i] === 'in') return true
  return false
}

/** A form in `SPEECH` is a verb here: not `the claims of`, `to say`, `a report`. */
function isSpeech(reading: Reading, i: number, role: number): boolean {
  const { lower, pos, sentence } = reading.tokens
  const before = lower[i - 1] ?? ''
  if (
    before === 'to' ||
    before === "'s" ||
    before === 'be' ||
    before === 'is' ||
    before === 'are' ||
    before === 'was' ||
    before === 'were' ||
    before === 'been'
  )
    return false
  const tag = pos[i]
  const previous = i > 0 && sentence[i - 1] === sentence[i] ? pos[i - 1] : undefined
  if (previous !== undefined && roleOf(reading, i - 1) & ROLE.somebody)
    return tag === 'VERB' || tag === 'AUX' || !(lower[i] as string).endsWith('s')
  if (previous === 'DET' || previous === 'ADJ' || previous === 'ADP') return false
  const next = lower[i + 1] ?? ''
  if (role & ROLE.weakSpeech) {
    if (next === 'that' && (previous === 'NOUN' || previous === 'PROPN')) return true
    if (next === 'for' || next === 'on' || next === 'to') return false
    // `Mali regards the tariff`, `hardliners view the truce`: wink takes them for nouns.
    const isVerb =
      tag === 'NOUN' && (previous === 'NOUN' || previous === 'PROPN') && (pos[i + 1] === 'DET' || pos[i + 1] === 'PROPN')
    return tag === 'VERB' || tag === 'AUX' || isVerb
  }
  if (tag === 'VERB' || tag === 'AUX') return true
  return (
    (tag === 'NOUN' || tag === 'PROPN') &&
    (next === 'that' || !MOSTLY_NOUNS.has(lower[i] as string)) &&
    next !== 'of' &&
    pos[i + 1] !== 'PUNCT' &&
    (previous === 'NOUN' || previous === 'PROPN')
  )
}

/** Behind a noun these are the second half of a compound: `member states`, `press reports`. */
const MOSTLY_NOUNS: ReadonlySet<string> = new Set(
  'state states report reports view views note notes fear fears hope hopes claim claims label labels reply replies response'.split(
    ' ',
  ),
)

/** `"…," said the minister`: a quotation or a comma stands before the verb. */
function isInverted({ lower, sentence }: Tokens, verb: number): boolean {
  const before = lower[verb - 1] ?? ''
  return (
    sentence[verb - 1] === sentence[verb] &&
    (before === '"' || before === '”' || before === ',' || before === '’' || before === "'")
  )
}

function sourceBefore(reading: Reading, from: number): Source {
  const { unit, mentionAt } = reading
  const { lower, pos, sentence } = unit.tokens
  const ordinal = sentence[from + 1]
  for (let i = from; i >= 0 && from - i < LONGEST_SUBJECT && sentence[i] === ordinal; i--) {
    const role = roleOf(reading, i)
    if (role & ROLE.self) return SELF_SOURCE
    if (lower[i] === 'it' && !mentionAt[i]) return subjectOfSentence(reading, i, ordinal as number)
    const mention = mentionAt[i]
    if (mention) {
      if (mention.kind === 'topic') return null
      return describeOfPlace(reading, i) ?? mention.name
    }
    if (role & ROLE.thirdPerson) return lower[i] === 'who' ? null : nameOfPronoun(reading, i)
    const tag = pos[i]
    if (lower[i] === 'few' && lower[i - 1] !== 'a') return null // hardly anybody holds what hardly anybody says
    // `the mission chief said`: an adjective at the end of a description is a noun, whatever its tag says.
    const isNoun = tag === 'ADJ' && (pos[i - 1] === 'NOUN' || pos[i - 1] === 'DET') && sentence[i - 1] === ordinal
    if (tag === 'NOUN' || tag === 'PROPN' || (isNoun && !(role & ROLE.somebody)))
      return describeOfPlace(reading, i) ?? describe(reading, i)
    if (tag === 'ADV' || tag === 'AUX' || tag === 'PART') continue
    if ((tag === 'ADJ' || tag === 'DET' || tag === 'PRON' || tag === 'NUM') && role & ROLE.somebody)
      return unit.text.slice(unit.tokens.start[i], unit.tokens.end[i])
    return null
  }
  return null
}

function sourceFrom(reading: Reading, first: number): string | null {
  const { unit, mentionAt } = reading
  const { lower, pos, sentence } = unit.tokens
  let last = -1
  for (let i = first; i < lower.length && i - first < LONGEST_SOURCE && sentence[i] === sentence[first]; i++) {
    const mention = mentionAt[i]
    if (mention && mention.kind !== 'topic') return describeFrom(reading, first, i) ?? mention.name
    if (roleOf(reading, i) & ROLE.self) return null
    const tag = pos[i]
    if (tag === 'NOUN' || tag === 'PROPN') last = i
    // `trade unions`: wink takes the first for a verb.
    else if (tag !== 'DET' && tag !== 'ADJ' && !(lower[i] === 'of' && last >= 0) && !(tag === 'VERB' && pos[i + 1] === 'NOUN'))
      break
  }
  return last < 0 ? null : unit.text.slice(unit.tokens.start[first], unit.tokens.end[last])
}

/** `Swedish intelligence`, `the fund's director`: a name with the noun that it belongs to; null where the name stands alone. */
function describeFrom({ unit, mentionAt }: Reading, first: number, at: number): string | null {
  const { lower, pos, start, end, sentence } = unit.tokens
  let last = at
  while (mentionAt[last + 1] === mentionAt[at]) last++
  let i = last + 1
  if (lower[i] === "'s") i++
  while (sentence[i] === sentence[at] && pos[i] === 'ADJ') i++
  if (pos[i] !== 'NOUN' || sentence[i] !== sentence[at] || mentionAt[i]) return null
  while (pos[i + 1] === 'NOUN' && sentence[i + 1] === sentence[at]) i++
  return unit.text.slice(start[first], end[i])
}

/** `Many farmers in Iowa`: people of a place, whose words they are. */
function describeOfPlace(reading: Reading, last: number): string | null {
  const { unit, mentionAt } = reading
  const { lower, pos, start, end, sentence } = unit.tokens
  let i = last
  if (mentionAt[last]) while (i > 0 && mentionAt[i - 1] === mentionAt[last]) i--
  else if (pos[last] !== 'PROPN') return null
  if (lower[i - 1] === 'the') i--
  const isPlace = lower[i - 1] === 'in' || lower[i - 1] === 'from' || lower[i - 1] === 'across'
  if (
    !isPlace ||
    i < 2 ||
    (pos[i - 2] !== 'NOUN' && pos[i - 2] !== 'PROPN' && !(roleOf(reading, i - 2) & ROLE.somebody)) ||
    mentionAt[i - 2] ||
    sentence[i - 2] !== sentence[last]
  )
    return null
  let first = i - 2
  while (first > 0 && i - first < LONGEST_SOURCE && sentence[first - 1] === sentence[last] && isOfPhrase(unit.tokens, first - 1))
    first--
  return unit.text.slice(start[first], end[last])
}

/** The words of a noun with what stands before it: `some Western politicians`, `the fund's director`. */
export function describe({ unit, mentionAt }: Reading, noun: number): string {
  const { text, tokens } = unit
  const { lower, sentence } = tokens
  let first = noun
  while (first > 0 && noun - first < LONGEST_SOURCE && sentence[first - 1] === sentence[noun]) {
    if (isOfPhrase(tokens, first - 1)) first--
    else if (lower[first - 1] === "'s" && first > 1 && (mentionAt[first - 2] || isOfPhrase(tokens, first - 2))) first -= 2
    else break
  }
  return text.slice(tokens.start[first], tokens.end[noun])
}

const LONGEST_OPENING = 24 // tokens of a sentence that may hold its subject
const PLURAL_PRONOUNS: ReadonlySet<string> = new Set(['they', 'them'])

/** Whom `they` or `he` means as a holder: whoever is the subject of the sentence before; the pronoun itself where nobody is. */
function nameOfPronoun(reading: Reading, pronoun: number): string {
  const { unit, tokens } = reading
  const ordinal = tokens.sentence[pronoun] as number
  return (
    subjectOfSentence(reading, pronoun, ordinal) ??
    subjectOfSentence(reading, pronoun, ordinal - 1) ??
    unit.text.slice(tokens.start[pronoun], tokens.end[pronoun])
  )
}

function subjectOfSentence(reading: Reading, pronoun: number, ordinal: number): string | null {
  const { tokens, bounds, mentionAt } = reading
  const { lower, pos } = tokens
  if (ordinal < 0) return null
  const isPlural = PLURAL_PRONOUNS.has(lower[pronoun] as string)
  const from = bounds[ordinal] ?? 0
  const to = Math.min(pronoun, from + LONGEST_OPENING, bounds[ordinal + 1] ?? lower.length)
  for (let i = from; i < to; i++) {
    if (pos[i] === 'VERB' || pos[i] === 'AUX') break
    const mention = mentionAt[i]
    if (mention && !isPlural && mention.kind === 'person') return mention.name
    if (pos[i] !== 'NOUN' || pos[i + 1] === 'NOUN' || pos[i - 1] === 'ADP') continue
    if (/(?:s|men|people|police)$/.test(lower[i] as string) === isPlural) return describe(reading, i)
  }
  return null
}

function isOfPhrase({ pos, lower }: Tokens, i: number): boolean {
  const tag = pos[i]
  return tag === 'ADJ' || tag === 'DET' || tag === 'NOUN' || tag === 'PROPN' || tag === 'NUM' || lower[i] === 'of'
}

/** The subject of a verb that takes a side, where it is somebody else than the speaker; null where it is the speaker or unknown. */
export function findActor(reading: Reading, verb: number): string | null {
  const head = findSubjectHead(reading, verb)
  if (head < 0) return null
  const source = sourceBefore(reading, head)
  return typeof source === 'string' && !ABSTRACT.test(source) ? source : null
}

const DONE_REACH = 6 // tokens from a verb to its object

/**
 * Who does something to a name: `The bank blacklisted Mali`. Whatever the sentence says against Mali is the bank's judgment. Null
 * where the name is no object, or nobody in particular does it.
 */
export function findDoer(reading: Reading, at: number): string | null {
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
    if (mention)
      return mention.kind === 'country' || mention.kind === 'person' || mention.kind === 'organization' ? mention.name : null
    return pos[head] === 'NOUN' && /(?:s|men|people|police)$/.test(lower[head] as string) ? describe(reading, head) : null
  }
  return null
}

const RELATIVES: ReadonlySet<string> = new Set(['who', 'which', 'that'])

/** What has no opinions: `the priority now is to oppose them`. */
const ABSTRACT =
  /\b(?=[a-z])(?:priority|aim|goal|objective|purpose|idea|fact|question|problem|reason|result|thing|way|point|time|moment|plan|measures?|task|duty|challenge|step|need|role|response|crime|visit|trade|growth|issue|process|project|deal|war|law|work|progress|success|failure|change|policy|strategy|price|prices|costs?|use|(?!government|parliament|administration|organi[sz]ation|association|federation|delegation|commission|corporation|foundation|opposition|coalition|institution|union|mission|nation|generation|population|congregation|establishment|regiment|communit|societ|universit|authorit|minorit|majorit|securit)\w*(?:tions?|ments?|ness|it(?:y|ies)|[ae]nces?|ships?|isms?))$/
