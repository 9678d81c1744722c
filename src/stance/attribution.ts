import type { Tokens } from '../types.js'
import type { Holder } from './cue.js'
import { LONGEST_SOURCE, LONGEST_SUBJECT, SELF_SOURCE, type Source, sourceBefore, sourceFrom } from './holder-name.js'
import { ROLE, SOURCE_ROLES } from './lexicon/roles.js'
import { OTHERS } from './owner.js'
import { type Reading, roleOf } from './reading.js'

/**
 * Whose words each token of a unit is: as quotations and verbs of speech say, and where these say nothing, by a sentence's turns for
 * somebody's outlook: `For the exporters, it was a blessing`. Null for the speaker's own.
 */
export function findHolders(reading: Reading): readonly Holder[] {
  const { holders } = reading.voices
  const { lower, sentence } = reading.tokens
  const outlooks: (string | undefined)[] = []
  for (let i = 0; i < lower.length; i++) {
    const role = roleOf(reading, i)
    if ((role & SOURCE_ROLES) === 0) continue
    const source = readSource(reading, i, role)
    if (typeof source === 'string') outlooks[sentence[i] as number] ??= source
  }
  if (outlooks.length === 0) return holders
  return holders.map((each, i) => {
    const outlook = outlooks[sentence[i] as number]
    return each ?? (outlook === undefined ? null : [outlook])
  })
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
  if (role & ROLE.speech && followsBe(reading, i)) return passiveSource(reading, i)
  return null
}

const AGENT_REACH = 6 // tokens from a participle to `by`

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
