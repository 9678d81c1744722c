import type { LexiconEntry } from './lexicon/lexicon.js'
import { ROLE } from './lexicon/roles.js'
import { findActor } from './owner.js'
import { findCopula } from './predicate.js'
import { type Reading, roleOf } from './reading.js'
import { findSubjectHead } from './subject.js'

/** A preposition by which somebody takes a side where it is the predicate: `We are against the tariffs`. */
export interface PlainSide {
  readonly preposition: string
  /** As in `words.ts`, a fifth of it. */
  readonly polarity: number
  /** Whether it may follow `stand` too. */
  readonly afterStand: boolean
  /** Whether only an adverb, `stand`, or a topic as its object tells it from a place: `behind`. */
  readonly isPlace: boolean
  readonly example: string
  /** What it must not be found in. */
  readonly not: string
}

/** Source: this library. */
export const PLAIN_SIDES: readonly PlainSide[] = [
  {
    preposition: 'against',
    polarity: -0.6,
    afterStand: true,
    isPlace: false,
    example: 'We are firmly against the tariffs.',
    not: 'The match is against Norway.',
  },
  {
    preposition: 'for',
    polarity: 0.6,
    afterStand: false,
    isPlace: false,
    example: 'I am all for the sanctions.',
    not: 'The cargo is for Norway.',
  },
  {
    preposition: 'behind',
    polarity: 0.6,
    afterStand: true,
    isPlace: true,
    example: 'They stand fully behind Ukraine.',
    not: 'The village is behind Ukraine’s first line.',
  },
]

const ENTRIES: ReadonlyMap<string, { readonly side: PlainSide; readonly entry: LexiconEntry }> = new Map(
  PLAIN_SIDES.map((side) => [
    side.preposition,
    { side, entry: { polarity: side.polarity, kind: 'side', own: true, rule: `side/be ${side.preposition}` } },
  ]),
)

const ADVERB_REACH = 3 // tokens between `be` and the preposition: `are not at all against`
const PERSONS: ReadonlySet<string> = new Set(
  'i we you he she they who people everyone everybody nobody one others many most some all both'.split(' '),
)

/** The entry of a preposition that is the predicate of somebody who can hold a view, or undefined. */
export function findPlainSide(reading: Reading, i: number): LexiconEntry | undefined {
  const { tokens, columns, mentionAt, after } = reading
  const { lower, lemma, pos, sentence } = tokens
  const known = ENTRIES.get(lower[i] as string)
  if (!known || sentence[i + 1] !== sentence[i]) return undefined
  const { side, entry } = known
  let verb = i - 1
  while (verb >= 0 && i - verb <= ADVERB_REACH && sentence[verb] === sentence[i] && isBetween(reading, verb)) verb--
  if (verb < 0 || i - verb > ADVERB_REACH + 1 || columns.clause[verb] !== columns.clause[i]) return undefined
  const stands = lemma[verb] === 'stand' || lower[verb] === 'stood'
  if (stands ? !side.afterStand : findCopula(reading, verb + 1) !== verb) return undefined
  const object = mentionAt[after[i] ?? -1]
  if (side.isPlace && !stands && i - verb === 1 && object?.kind !== 'topic' && object?.kind !== 'project') return undefined
  const head = findSubjectHead(reading, verb)
  if (head < 0) return undefined
  const isPerson = roleOf(reading, head) & ROLE.self || PERSONS.has(lower[head] as string)
  const mention = mentionAt[head]
  const acts = mention
    ? mention.kind !== 'topic' && mention.kind !== 'project'
    : pos[head] === 'PROPN' || isPeople(lower[head] as string)
  return isPerson || (acts && findActor(reading, verb) !== null) ? entry : undefined
}

function isBetween({ tokens }: Reading, i: number): boolean {
  const { pos, lower } = tokens
  return pos[i] === 'ADV' || pos[i] === 'PART' || lower[i] === 'all' || lower[i] === 'not' || lower[i] === 'firm'
}

/** Plural nouns of things that are for or against somebody without a view: `The charges are against Norway`. */
const THINGS: ReadonlySet<string> = new Set(
  'charges claims cases games matches votes lawsuits suits attacks strikes odds goods funds supplies exports rules bans bills laws words talks walls years days weeks'.split(
    ' ',
  ),
)
/** Singular nouns of those who take sides. */
const GROUPS: ReadonlySet<string> = new Set(
  'party government minister ministry president public opinion parliament council union opposition majority cabinet country nation army church press industry everybody senate senator congress court chancellor ambassador coalition alliance company firm'.split(
    ' ',
  ),
)

function isPeople(noun: string): boolean {
  return (/(?:s|men|people|police)$/.test(noun) && !THINGS.has(noun)) || GROUPS.has(noun)
}
