import type { Tokens } from '../types.js'
import { LONGEST_SOURCE, LONGEST_SUBJECT, SELF_SOURCE, type Source, sourceBefore, sourceFrom } from './holder-name.js'
import { ROLE, SOURCE_ROLES } from './lexicon/roles.js'
import { OTHERS } from './owner.js'
import { type Reading, roleOf } from './reading.js'

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
    // `Mali's position is that`, `in Mali's view`
    const isStated = STATING.has(lower[i + 1] ?? '')
    return isStated || opensWithIn(reading.tokens, i) ? sourceBefore(reading, i - 2) : null
  }
  // `in the view of the inspectors`
  if (role & ROLE.view && lower[i + 1] === 'of' && opensWithIn(reading.tokens, i)) return sourceFrom(reading, i + 2)
  if (role & ROLE.speech && isContradicted(reading, i)) return SELF_SOURCE
  if (role & ROLE.speech && followsBe(reading, i)) return passiveSource(reading, i)
  if (role & ROLE.speech && isSpeech(reading, i, role))
    return sourceBefore(reading, i - 1) ?? (isInverted(reading.tokens, i) ? sourceFrom(reading, i + 1) : null)
  return null
}

const AGENT_REACH = 6 // tokens from a participle to `by`

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

/** `In Ankara's view`, `in the view of`. */
function opensWithIn({ lower, sentence }: Tokens, at: number): boolean {
  for (let i = at - 2; i >= 0 && at - i <= LONGEST_SOURCE && sentence[i] === sentence[at]; i--)
    if (OUTLOOKS.has(lower[i] as string)) return true
  return false
}

const OUTLOOKS: ReadonlySet<string> = new Set(['in', 'from', 'by', 'to'])
const STATING: ReadonlySet<string> = new Set(['is', 'was', 'remains'])

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
