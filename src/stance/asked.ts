import { ROLE } from './lexicon/roles.js'
import { FARTHEST, type Reading, roleOf } from './reading.js'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** What a sentence asks: from which token on, and whether the question takes a side itself. */
export interface Asked {
  /** The first token of the question proper; what stands before it in the sentence is a preface and is said. */
  readonly from: number
  /**
   * `open` takes no side; `leading` (`Isn't it a disgrace?`) asserts what it asks, and its negator denies nothing; `because` (`Why did
   * they lie?`) takes for granted what it asks the reason of.
   */
  readonly kind: 'open' | 'leading' | 'because'
  /** The negator of a leading question, or -1. */
  readonly negator: number
}

const WH = set('what which who whom whose how why when where')
/** Also open subordinate clauses: a question only where an auxiliary follows, `When will …?`. */
const ALSO_SUBORDINATE = set('when where who which whose whom')
/** Stand before a question and say nothing: `And will you …?`, `So, will you …?`. */
const DISCOURSE = set(
  'and but so or then now well ok okay yes no again first firstly second secondly third finally lastly next also still yet look listen please sorry alright right q a because if though again then anyway however therefore plus oh',
)
const NEGATORS = set("n't not never")
const NEGATOR_REACH = 4 // tokens from the auxiliary to its `not`: `Are the sanctions not …?`
const OPENING_REACH = 2 // tokens between a preposition or `how` and the auxiliary that makes a question of it
const TAG = set('right no correct yes')
const TAG_PRONOUNS = set('i you he she it we they there that this')
const CLOSING = set('? ! . " ” ’ \' ) ] »')
/** `Reporters asked whether …`: what follows is asked, by whoever it is. */
const ASKING = set('ask wonder inquire enquire question unclear unsure uncertain undecided')
const INDIRECT = set('whether if when why how what which who where')
const SHOULD = set('should would could can must')

/**
 * Finds in each sentence what is only asked: after whatever stands before it (`Minister,`, `So,`, `1.`), in `wh`-questions, in
 * alternatives and in reported questions. Negative questions and tags lead, and `why` takes its own clause for granted.
 *
 * Source: Clayman & Heritage (2002), who count negative interrogatives and prefaced questions as assertive and plain ones as not.
 *
 * @returns by ordinal of the sentence; undefined where nothing is asked
 */
export function findAsked(reading: Reading): readonly (Asked | undefined)[] {
  const { tokens, bounds } = reading
  const { lower } = tokens
  return bounds.map((from, ordinal) => {
    const to = bounds[ordinal + 1] ?? lower.length
    let last = to - 1
    while (last > from && to - last < CLOSED_MARKS && CLOSING.has(lower[last] as string) && lower[last] !== '?') last--
    return lower[last] === '?' ? readQuestion(reading, from, last) : readReported(reading, from, to)
  })
}

const CLOSED_MARKS = 4 // marks after the last word that are looked through for the question mark

function readQuestion(reading: Reading, from: number, mark: number): Asked | undefined {
  const { lower, pos } = reading.tokens
  if (isTag(reading, from, mark)) return undefined
  let clauseStart = true // nothing but discourse words since the last border
  for (let i = from; i < mark; i++) {
    const form = lower[i] as string
    if (pos[i] === 'PUNCT' || pos[i] === 'NUM') {
      clauseStart = true
      continue
    }
    if (!clauseStart) continue
    if (opensQuestion(reading, i, mark)) return describeQuestion(reading, i, mark)
    // `Under what conditions …?`
    const inPhrase = pos[i] === 'ADP' && WH.has(lower[i + 1] ?? '')
    if (inPhrase) return { from: i, kind: 'open', negator: -1 }
    clauseStart = DISCOURSE.has(form)
  }
  // `You support the sanctions?`
  return { from, kind: 'open', negator: -1 }
}

/** Whether a question proper starts at a token that opens a clause. */
function opensQuestion(reading: Reading, i: number, mark: number): boolean {
  const { lower, pos } = reading.tokens
  const form = lower[i] as string
  if (roleOf(reading, i) & ROLE.polarOpener) return pos[i] !== 'NOUN'
  if (!WH.has(form)) return false
  if (!ALSO_SUBORDINATE.has(form)) return true
  for (let k = i + 1; k < mark && k - i <= OPENING_REACH; k++) if (roleOf(reading, k) & ROLE.polarOpener) return true
  // `Which countries support it?`, `Who opposes it?` are questions where nothing but a mark follows them.
  return form !== 'when' && form !== 'where' && !lower.slice(i, Math.min(mark, i + FARTHEST)).includes(',')
}

function describeQuestion(reading: Reading, opener: number, mark: number): Asked {
  const { lower, pos } = reading.tokens
  const why = lower[opener] === 'why' || (lower[opener] === 'how' && lower[opener + 1] === 'come')
  const auxiliary = WH.has(lower[opener] as string) ? opener + 1 : opener
  const isAuxiliary = (roleOf(reading, auxiliary) & ROLE.polarOpener) !== 0
  if ((why || auxiliary === opener) && (isAuxiliary || lower[auxiliary] === 'not')) {
    for (let k = auxiliary; k < mark && k - auxiliary <= NEGATOR_REACH; k++) {
      if (NEGATORS.has(lower[k] as string) && lower[k + 1] !== 'only') return { from: opener, kind: 'leading', negator: k }
      // `Are the sanctions a mistake or not?`, `Do you want not to …`: behind a verb it denies something else.
      if (k > auxiliary && (pos[k] === 'VERB' || pos[k] === 'PUNCT')) break
    }
  }
  const advises = SHOULD.has(lower[auxiliary] as string)
  return { from: opener, kind: why && !advises ? 'because' : 'open', negator: -1 }
}

/** `…, isn't it?`, `…, right?`, `…, don't you think?`: the sentence says what it seems to ask. */
function isTag({ tokens }: Reading, from: number, mark: number): boolean {
  const { lower } = tokens
  let comma = mark - 1
  while (comma > from && mark - comma <= LONGEST_TAG && lower[comma] !== ',') comma--
  if (lower[comma] !== ',' || comma <= from + 1) return false
  const words = lower.slice(comma + 1, mark)
  if (words.length === 1) return TAG.has(words[0] as string)
  return words.length >= 2 && words.some((word) => TAG_PRONOUNS.has(word)) && NEGATORS.has(words[1] as string)
}

const LONGEST_TAG = 6 // tokens

/** `He asked whether …`, `The question is whether …`. */
function readReported(reading: Reading, from: number, to: number): Asked | undefined {
  const { lower, lemma, pos } = reading.tokens
  let asks = -1
  for (let i = from; i < to; i++) {
    if (ASKING.has(lemma[i] as string) || ASKING.has(lower[i] as string)) asks = i
    else if (asks >= 0 && i - asks <= ASKING_REACH && INDIRECT.has(lower[i] as string))
      return { from: i, kind: 'open', negator: -1 }
    else if (pos[i] === 'PUNCT' && lower[i] !== ',') asks = -1
  }
  return undefined
}

const ASKING_REACH = 5 // tokens from the verb to what it asks: `asked the minister on Monday whether`

const DEFINITE = set("the this that these those such his her its their your our 's ' my")
const GOING_ON = set('keep keeps kept stop stops stopped stopping continue continues continued cease ceases ceased')
const DEGREES = set('very so really truly most more quite deeply utterly clearly')

/**
 * Whether a cue inside an open question is taken for granted by it: `Will you condemn its brutal raid?`, `Why did they lie?`, `… the
 * tariffs, which are a disgrace?`.
 *
 * @param isSide - whether it is a verb by which somebody takes a side
 */
export function isTakenForGranted(reading: Reading, asked: Asked, first: number, isVerb: boolean, isSide: boolean): boolean {
  const { tokens, columns, mentionAt } = reading
  const { lower, pos } = tokens
  const { clause } = columns
  let start = first
  while (start > asked.from && first - start < FARTHEST && clause[start - 1] === clause[first]) start--
  if (start > asked.from && RELATIVES.has(lower[start] as string)) return true
  if (GOING_ON.has(lower[first - 1] ?? '')) return true
  if (asked.kind === 'because') {
    if (!isSide) return true
    for (let i = asked.from; i < first && i - asked.from < FARTHEST; i++) if (lower[i] === 'you') return false
    return true
  }
  if (
    isVerb ||
    (pos[first] !== 'ADJ' && pos[first] !== 'VERB') ||
    !(pos[first + 1] === 'NOUN' || mentionAt[first + 1] !== undefined)
  )
    return false
  let before = first - 1
  while (before > asked.from && DEGREES.has(lower[before] as string)) before--
  return DEFINITE.has(lower[before] as string)
}

const RELATIVES = set('which who whom whose')
