import { CONTENT, EDGE, FUNCTION, NAME, NUMBER, PUNCTUATION, THE_TARGET, type WordColumns } from './word-columns.js'

/** Places of a word about a target in which its facets count, one bit each. */
export const FACET_ZONES = 30
/** Places of a word in which its valence counts, one bit each. */
export const VALENCE_ZONES = 26

/** Kinds of features that are one or more words in a place. */
export const KIND = {
  word: 1,
  pair: 2,
  leftOne: 3,
  leftTwo: 4,
  leftThree: 5,
  rightOne: 6,
  rightTwo: 7,
  rightThree: 8,
  around: 9,
  zone: 10, // to 17
  negatedZone: 18, // to 25
  pronoun: 26,
  nameLength: 27,
  possessive: 28,
  preposition: 29,
  first: 30,
  speaks: 31,
  quoted: 32,
  length: 33,
  quarter: 34,
  nearest: 35,
  copula: 36,
} as const

/** Blocks share a divisor: the root of how many features the block has here. */
export const BLOCKS = 4
/** The block of each kind of feature. */
export const BLOCK_OF_KIND = Uint8Array.from({ length: 40 }, (_, kind) => (kind <= 2 ? 0 : kind <= 9 ? 1 : kind <= 25 ? 2 : 3))

/** The features of one mention, in columns that are used again for the next one. */
export interface MentionFeatures {
  count: number
  kind: Int32Array
  a: Int32Array
  b: Int32Array
  c: Int32Array
  /** The token that a feature is laid on. */
  token: Int32Array
  readonly blockCount: Int32Array
  /** First token of the sentence; the columns below start there. */
  from: number
  to: number
  facetZones: Int32Array
  valenceZones: Int32Array
  /** Weight of a token in the two zones that fade with distance; other zones count it whole. */
  facetFade: Float32Array
  valenceFade: Float32Array
}

export function makeFeatures(): MentionFeatures {
  return {
    count: 0,
    kind: new Int32Array(0),
    a: new Int32Array(0),
    b: new Int32Array(0),
    c: new Int32Array(0),
    token: new Int32Array(0),
    blockCount: new Int32Array(BLOCKS),
    from: 0,
    to: 0,
    facetZones: new Int32Array(0),
    valenceZones: new Int32Array(0),
    facetFade: new Float32Array(0),
    valenceFade: new Float32Array(0),
  }
}

const FEATURES_A_TOKEN = 6
const FEATURES_A_SENTENCE = 48

function reserve(features: MentionFeatures, tokens: number): void {
  const wanted = tokens * FEATURES_A_TOKEN + FEATURES_A_SENTENCE
  if (features.kind.length < wanted) {
    const size = wanted * 2
    features.kind = new Int32Array(size)
    features.a = new Int32Array(size)
    features.b = new Int32Array(size)
    features.c = new Int32Array(size)
    features.token = new Int32Array(size)
  }
  if (features.facetZones.length < tokens) {
    const size = tokens * 2
    features.facetZones = new Int32Array(size)
    features.valenceZones = new Int32Array(size)
    features.facetFade = new Float32Array(size)
    features.valenceFade = new Float32Array(size)
  }
}

const SPEECH = new Set(
  'said says say saying told tells tell added adds warned warns argued argues noted notes insisted insists claimed claims announced stated states wrote writes tweeted called calls asked asks suggested explained acknowledged admitted believes believed declared replied responded testified concluded'.split(
    ' ',
  ),
)
const PREPOSITIONS = new Set(
  'of in on at by for with from to about against over under between among toward towards after before like as'.split(' '),
)
const BE = new Set(
  "is are was were be been being am 's 're get gets got remains remain became become becomes seems seem looks".split(' '),
)
const PRONOUNS = new Set('he she him her his hers they them their it its i me my we us our you your who'.split(' '))

const NEAR_CONTENT = 4 // tokens left of the target in which the nearest word counts as its verb or head
const SPEECH_RIGHT = 3
const SPEECH_LEFT = 2
const COPULA_REACH = 6
const FACET_FADE = 0.4
const VALENCE_FADE = 0.3

/** Words farther from a mention than this are not read, so that a text without sentence ends stays linear. */
const FARTHEST = 64 // tokens to each side; longer than most sentences

/** The part of a sentence that is read for a mention. */
export function limitWindow(from: number, to: number, first: number, last: number): { from: number; to: number } {
  return { from: Math.max(from, first - FARTHEST), to: Math.min(to, last + 1 + FARTHEST) }
}

/**
 * Lists what stands about one mention, in its sentence.
 *
 * @param from - first token of the sentence
 * @param to - token after its last one
 * @param first - first token of the mention
 * @param last - last token of the mention
 */
export function readMention(
  columns: WordColumns,
  lower: readonly string[],
  from: number,
  to: number,
  first: number,
  last: number,
  features: MentionFeatures,
): void {
  const { word, kind, quoted, clause, negated } = columns
  reserve(features, to - from)
  features.count = 0
  features.from = from
  features.to = to
  features.blockCount.fill(0)
  const ownClause = clause[first] as number
  const ownQuote = quoted[first] as number
  const masked = (i: number): number => (i < from || i >= to ? EDGE : i >= first && i <= last ? THE_TARGET : (word[i] as number))
  const add = (kind: number, a: number, b: number, c: number, token: number): void => {
    const at = features.count++
    features.kind[at] = kind
    features.a[at] = a
    features.b[at] = b
    features.c[at] = c
    features.token[at] = token
    const block = BLOCK_OF_KIND[kind] as number
    features.blockCount[block] = (features.blockCount[block] as number) + 1
  }
  const copulaEnd = findCopulaEnd(lower, to, last)
  const possessive = lower[last + 1] === "'s" && last + 1 < to
  let nearestLeft = -1
  for (let i = first - 1; i >= from && i >= first - NEAR_CONTENT; i--) {
    if (kind[i] === CONTENT) {
      nearestLeft = i
      break
    }
  }
  let previous = EDGE
  let owned = false // whether the thing that the target has is already found
  for (let i = from; i < to; i++) {
    const at = i - from
    if (i >= first && i <= last) {
      features.facetZones[at] = 0
      features.valenceZones[at] = 0
      if (i === first) {
        add(KIND.pair, previous, THE_TARGET, 0, i)
        previous = THE_TARGET
      }
      continue
    }
    const number = word[i] as number
    add(KIND.word, number, 0, 0, i)
    add(KIND.pair, previous, number, 0, i)
    previous = number
    const left = i < first
    const distance = left ? first - i : i - last
    const side = left ? 0 : 1
    const gap = Math.abs((clause[i] as number) - ownClause)
    const zone = side * 4 + (quoted[i] !== ownQuote ? 3 : gap === 0 ? 0 : gap === 1 ? 1 : 2)
    const class_ = kind[i] as number
    if (class_ === CONTENT) add((negated[i] ? KIND.negatedZone : KIND.zone) + zone, number, 0, 0, i)
    let valence = 1 | (1 << (1 + zone)) | (1 << (9 + side))
    valence |= 1 << (11 + side * 3 + (distance <= 3 ? 0 : distance <= 8 ? 1 : 2))
    valence |= (1 << 17) | (1 << (18 + side))
    valence |= 1 << (20 + side * 3 + (class_ === CONTENT ? 0 : class_ === FUNCTION ? 1 : 2))
    features.valenceZones[at] = valence
    features.valenceFade[at] = 1 / (1 + VALENCE_FADE * distance)
    if (class_ === NAME || class_ === NUMBER || class_ === PUNCTUATION) {
      features.facetZones[at] = 0
      continue
    }
    let facet = 1 | (1 << (1 + side)) | (1 << (3 + side)) | (1 << (5 + zone))
    facet |= 1 << (13 + side * 2 + (class_ === CONTENT ? 0 : 1))
    facet |= 1 << (17 + side * 5 + (distance === 1 ? 0 : distance === 2 ? 1 : distance <= 4 ? 2 : distance <= 8 ? 3 : 4))
    if (i === nearestLeft) facet |= 1 << 27
    if (class_ === CONTENT && copulaEnd >= 0 && i > last + 1 && i <= copulaEnd) {
      facet |= 1 << 28
      add(KIND.copula, number, 0, 0, i)
    }
    if (possessive && !owned && class_ === CONTENT && i > last) {
      facet |= 1 << 29
      owned = true
    }
    features.facetZones[at] = facet
    features.facetFade[at] = 1 / (1 + FACET_FADE * distance)
  }
  const l1 = masked(first - 1)
  const l2 = masked(first - 2)
  const r1 = masked(last + 1)
  const r2 = masked(last + 2)
  add(KIND.leftOne, l1, 0, 0, first - 1)
  add(KIND.leftTwo, l2, l1, 0, first - 1)
  add(KIND.leftThree, masked(first - 3), l2, l1, first - 1)
  add(KIND.rightOne, r1, 0, 0, last + 1)
  add(KIND.rightTwo, r1, r2, 0, last + 1)
  add(KIND.rightThree, r1, r2, masked(last + 3), last + 1)
  add(KIND.around, l1, r1, 0, last + 1)
  const pronoun = first === last && PRONOUNS.has(lower[first] as string)
  if (pronoun) add(KIND.pronoun, 1, 0, 0, -1)
  else add(KIND.nameLength, Math.min(4, last - first + 1), 0, 0, -1)
  if (possessive) add(KIND.possessive, 1, 0, 0, -1)
  const preposition = PREPOSITIONS.has(lower[first - 1] ?? '') && first > from ? (word[first - 1] as number) : 0
  if (preposition) add(KIND.preposition, preposition, 0, 0, first - 1)
  if (first === from) add(KIND.first, 1, 0, 0, -1)
  if (speaks(lower, from, to, first, last)) add(KIND.speaks, 1, 0, 0, -1)
  if (ownQuote) add(KIND.quoted, 1, 0, 0, -1)
  add(KIND.length, 1 + Math.min(8, (to - from) >> 3), 0, 0, -1)
  add(KIND.quarter, 1 + Math.floor((4 * (first - from)) / (to - from)), 0, 0, -1)
  if (nearestLeft >= 0) add(KIND.nearest, word[nearestLeft] as number, preposition || EDGE, 0, nearestLeft)
}

function findCopulaEnd(lower: readonly string[], to: number, last: number): number {
  return last + 1 < to && BE.has(lower[last + 1] as string) ? Math.min(to - 1, last + 1 + COPULA_REACH) : -1
}

function speaks(lower: readonly string[], from: number, to: number, first: number, last: number): boolean {
  for (let i = last + 1; i <= last + SPEECH_RIGHT && i < to; i++) if (SPEECH.has(lower[i] as string)) return true
  for (let i = first - 1; i >= first - SPEECH_LEFT && i >= from; i--) if (SPEECH.has(lower[i] as string)) return true
  return false
}
