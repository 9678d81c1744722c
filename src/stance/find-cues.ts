import { findModifiers, type ModifierColumns } from '../annotate/index.js'
import type { AnnotatedText, Mention, Modifier, Tokens } from '../types.js'
import { findActor, findAttributions } from './attribution.js'
import type { Lexicon, LexiconEntry } from './lexicon/lexicon.js'

/** A word or phrase that takes a side or judges, in its place. */
export interface Cue {
  /** First and last token. */
  readonly first: number
  readonly last: number
  readonly rule: string
  /** Whether it is this library's own, not AFINN's. */
  readonly own: boolean
  /** In [-1, 1], negation and boosters applied. */
  readonly polarity: number
  /** In (0, 1]. */
  readonly certainty: number
  /** Whether it is said of a case that is only imagined. */
  readonly hypothetical: boolean
  readonly modifiers: readonly Modifier[]
  /** Who holds it, where the sentence says that it is somebody else. */
  readonly holder: string | null
  /** What it is about, and how much of it reaches there; negative where the cue is for the end of the thing. */
  readonly about: readonly { readonly mention: Mention; readonly share: number }[]
}

/** What a reading of one unit needs at every token. */
interface Reading {
  readonly unit: AnnotatedText
  readonly tokens: Tokens
  readonly columns: ModifierColumns
  readonly mentionAt: readonly (Mention | undefined)[]
  /** The nearest token of a mention before and after each token, itself included; -1 where none is. */
  readonly before: readonly number[]
  readonly after: readonly number[]
}

const NEGATED = -0.75 // a denied judgment is weaker than its opposite
const BOOSTED = 1.25
const BOOSTER_REACH = 2 // tokens before the cue
const HEDGE_CERTAINTY = 0.7
const CONDITIONAL_CERTAINTY = 0.6
const QUESTION_CERTAINTY = 0.6
/** How sure a cue is about a mention: less the farther off, and least in another clause; from how often NewsMTSC's readers agree. */
const NEAR = 2 // tokens
const CLOSE = 5 // tokens
const CLOSE_SHARE = 0.85
const FAR_SHARE = 0.6
const OTHER_CLAUSE_SHARE = 0.3

/** In long sentences a cue is more often about something else. */
const SURE_LENGTH = 16 // tokens; beyond it sureness falls with the square of the length, chosen on NewsMTSC's development part

/** Below this sureness an `if` or `would` may belong to another part of the sentence. */
const SURE_ENOUGH = 0.4 // sentences of up to 25 tokens

function sureness(tokens: Tokens, at: number, bounds: readonly number[]): number {
  const ordinal = tokens.sentence[at] as number
  const length = (bounds[ordinal + 1] ?? tokens.lower.length) - (bounds[ordinal] ?? 0)
  return length <= SURE_LENGTH ? 1 : (SURE_LENGTH / length) ** 2
}

/** First token of each sentence. */
function sentenceBounds({ sentence }: Tokens): number[] {
  const bounds: number[] = []
  for (let i = 0; i < sentence.length; i++) while (bounds.length <= (sentence[i] as number)) bounds.push(i)
  return bounds
}

/** `welcome the lifting of sanctions`: who is for the end of a thing is against it. */
const ENDINGS = new Set(
  'relief lifting removal easing abolition cancellation suspension withdrawal end ending scrapping repeal relaxation'.split(' '),
)
const ENDING_REACH = 4 // tokens before the mention

function endsIt({ lower, sentence }: Tokens, cue: number, mention: number): boolean {
  for (let i = mention - 1; i > cue && mention - i <= ENDING_REACH && sentence[i] === sentence[mention]; i--) {
    if (ENDINGS.has(lower[i] as string) && (lower[i + 1] === 'of' || lower[i + 1] === 'from' || lower[i + 1] === 'to'))
      return true
  }
  return lower[mention + 1] === 'relief'
}

function shareAt(distance: number, sameClause: boolean): number {
  if (!sameClause) return OTHER_CLAUSE_SHARE
  return distance <= NEAR ? 1 : distance <= CLOSE ? CLOSE_SHARE : FAR_SHARE
}
const LONGEST_REACH = 14 // tokens from a judgment to the mention it judges
const OBJECT_REACH = 10 // tokens from a verb to its object
/** Words of the object of a verb that opposes say what is opposed, not what is thought of it. */
const ABSORBED = 5 // tokens after the verb

/** Verbs whose doer is judged by what it does: helpers and harmers. */
const DOER_VERBS = new Set(
  (
    'help assist aid benefit strengthen boost enhance improve facilitate protect safeguard foster threaten violate breach harm damage hurt weaken destabilize ' +
    'destabilise provoke exploit coerce bully mislead betray fail sabotage interfere obstruct hinder undermine punish destroy invade attack kill massacre lack deserve'
  ).split(' '),
)
const PREVENTERS = new Set(['prevent', 'stop', 'avoid'])
const BE = new Set('be is are was were been being am get got'.split(' '))
const SELF = new Set('i we'.split(' '))
const INDEFINITE = new Set('nobody one someone somebody everybody everyone'.split(' '))
/** Clauses that set their own topic against the main one: what they say reaches no mention outside. */
const CLOSED_CLAUSE = new Set(['unlike', 'while', 'whereas', 'although', 'though'])

/** The cues of a unit in text order, and whose words each of its sentences are: null for the speaker's own. */
export interface FoundCues {
  readonly cues: readonly Cue[]
  readonly attributions: readonly (string | null)[]
}

export function findCues(unit: AnnotatedText, mentions: readonly Mention[], lexicon: Lexicon): FoundCues {
  const { tokens } = unit
  const mentionAt = spreadMentions(unit, mentions)
  const columns = findModifiers(unit)
  const reading: Reading = { unit, tokens, columns, mentionAt, before: nearest(mentionAt, 1), after: nearest(mentionAt, -1) }
  const attributions = findAttributions(unit, mentionAt)
  const questions = unit.sentences.map(({ end }) => /\?["”’)]*$/.test(unit.text.slice(Math.max(0, end - 3), end)))
  const clauses = describeClauses(reading)
  const cues: Cue[] = []
  const bounds = sentenceBounds(tokens)
  let opposed = -1 // last token whose words belong to the object of an opposing verb
  let opposedClause = -1
  for (let i = 0; i < tokens.lower.length; i++) {
    if (mentionAt[i] || tokens.pos[i] === 'PUNCT') continue
    const phrase = lexicon.findPhrase(tokens, i)
    if (!phrase && isNoCue(tokens, i)) continue
    const entry = phrase?.entry ?? lexicon.find(tokens.lower[i] as string, tokens.lemma[i] as string)
    if (!entry) continue
    const last = phrase ? phrase.last : i
    if (entry.polarity === 0) {
      i = last // a courtesy whose words would count by themselves
      continue
    }
    const clause = columns.clause[i] as number
    // `an unreliable trading partner`: the adjective says what kind of partner.
    const before = cues.at(-1)
    if (
      entry.polarity > 0 &&
      tokens.pos[i] === 'NOUN' &&
      before &&
      before.polarity < 0 &&
      i - before.last <= 2 &&
      columns.clause[before.last] === clause
    ) {
      i = last
      continue
    }
    const isVerb = entry.kind === 'side' && (phrase !== undefined || isUsedAsVerb(reading, i))
    if (!isVerb && i <= opposed && clause === opposedClause) continue
    const denies = isVerb && entry.polarity > 0 && (columns.negator[i] as number) >= 0
    if (isVerb && (entry.polarity < 0 || denies)) {
      opposed = last + ABSORBED
      opposedClause = clause
    }
    const negation = isVerb && isPrevented(reading, i) ? -1 : (columns.negator[i] as number)
    const described = describeCue(unit, i, last, entry, negation, columns, clauses, questions)
    const sure = sureness(tokens, i, bounds)
    const { about: near, holder } = isVerb
      ? readVerb(reading, i, last)
      : { about: readJudgment(reading, i, clauses), holder: null }
    cues.push({
      ...described,
      first: i,
      last,
      rule: entry.rule,
      own: entry.own,
      holder: holder ?? attributions[tokens.sentence[i] as number] ?? null,
      hypothetical: described.hypothetical && sure >= SURE_ENOUGH,
      about: sure === 1 ? near : near.map(({ mention, share }) => ({ mention, share: share * sure })),
    })
    i = last
  }
  return { cues, attributions }
}

/** Names, punctuation and prepositions (`like`) are no cues; an adverb or a noun may be. */
function isNoCue({ pos }: Tokens, i: number): boolean {
  return pos[i] === 'PROPN' || pos[i] === 'PUNCT' || pos[i] === 'ADP' || pos[i] === 'SCONJ' || pos[i] === 'DET'
}

function describeCue(
  { text, tokens }: AnnotatedText,
  first: number,
  last: number,
  entry: LexiconEntry,
  negation: number,
  { kind, clause }: ModifierColumns,
  clauses: ReadonlyMap<number, Clause>,
  questions: readonly boolean[],
): Pick<Cue, 'polarity' | 'certainty' | 'hypothetical' | 'modifiers'> {
  const modifiers: Modifier[] = []
  const note = (kind: Modifier['kind'], token: number): void => {
    const start = tokens.start[token] as number
    const end = tokens.end[token] as number
    modifiers.push({ kind, start, end, quote: text.slice(start, end) })
  }
  let { polarity } = entry
  let certainty = 1
  if (negation >= 0) {
    note('negation', negation)
    // `hardly a more reliable friend`: a denied comparison is the strongest praise.
    if (!isCompared(tokens, negation, last)) polarity *= NEGATED
  }
  for (let k = Math.max(0, first - BOOSTER_REACH); k < first; k++) {
    if (kind[k] !== 'booster' || tokens.sentence[k] !== tokens.sentence[first]) continue
    polarity *= BOOSTED
    note('booster', k)
  }
  const { hedge, conditional } = clauses.get(clause[first] as number) ?? {}
  if (hedge !== undefined && (hedge < first || hedge > last)) {
    certainty *= HEDGE_CERTAINTY
    note('hedge', hedge)
  }
  if (conditional !== undefined) {
    certainty *= CONDITIONAL_CERTAINTY
    note('conditional', conditional)
  }
  if (questions[tokens.sentence[first] as number]) certainty *= QUESTION_CERTAINTY
  return { polarity: Math.max(-1, Math.min(1, polarity)), certainty, hypothetical: conditional !== undefined, modifiers }
}

/** `prevent these sanctions from hurting us`: the harm is denied, not that the sanctions do harm. */
function isPrevented({ tokens, columns, before }: Reading, verb: number): boolean {
  const negation = columns.negator[verb] as number
  return (
    negation >= 0 &&
    PREVENTERS.has(tokens.lemma[negation] as string) &&
    DOER_VERBS.has(tokens.lemma[verb] as string) &&
    (before[verb] as number) > negation
  )
}

function isCompared({ lower }: Tokens, negation: number, cue: number): boolean {
  for (let i = negation + 1; i < cue; i++) if (lower[i] === 'more' || lower[i] === 'better' || lower[i] === 'greater') return true
  return false
}

/** What stands over a whole clause. */
interface Clause {
  hedge?: number
  conditional?: number
  closed?: boolean
}

/** The first hedge and conditional of each clause, and whether it sets itself against the main one. */
function describeClauses({ tokens, columns: { clause, kind } }: Reading): Map<number, Clause> {
  const found = new Map<number, Clause>()
  const of = (ordinal: number): Clause => {
    const known = found.get(ordinal) ?? {}
    found.set(ordinal, known)
    return known
  }
  let conditionalSentence = -1
  let conditionalAt = -1
  const imagined = findImagined(tokens)
  for (let i = 0; i < kind.length; i++) {
    const ordinal = clause[i] as number
    const lower = tokens.lower[i] as string
    const sentence = tokens.sentence[i] as number
    const startsSentence = i === 0 || tokens.sentence[i - 1] !== sentence
    if (CLOSED_CLAUSE.has(lower) && (startsSentence || clause[i - 1] !== ordinal)) of(ordinal).closed = true
    // `If …`, `Should it harm us, …`, `… would …`: the whole sentence speaks of an imagined case.
    const inverted = startsSentence && (lower === 'should' || lower === 'were' || lower === 'had')
    if (startsSentence && imagined[sentence] !== undefined) {
      conditionalSentence = sentence
      conditionalAt = imagined[sentence] as number
    }
    if (((lower === 'if' || lower === 'unless') && tokens.lower[i - 1] !== 'even') || lower === 'whether' || inverted) {
      conditionalSentence = sentence
      conditionalAt = i
    }
    if (conditionalSentence === sentence) of(ordinal).conditional ??= conditionalAt
    else if (kind[i] === 'conditional' && lower !== 'should' && !isWish(tokens, i)) of(ordinal).conditional ??= i
    if (kind[i] === 'hedge') of(ordinal).hedge ??= i
  }
  return found
}

const MODALS = new Set('would could might may'.split(' '))
const POLAR_OPENERS = new Set('is are was were do does did has have had will would can could should may might'.split(' '))

/**
 * Sentences that only imagine: a condition after a main clause with a modal, `We would … if …`, and a plain yes-no question. Gives
 * the token that says so, by sentence.
 */
function findImagined({ lower, sentence }: Tokens): (number | undefined)[] {
  const found: (number | undefined)[] = []
  let modal = -1
  let opener = -1
  for (let i = 0; i < lower.length; i++) {
    const form = lower[i] as string
    const ordinal = sentence[i] as number
    if (i === 0 || sentence[i - 1] !== ordinal) {
      modal = -1
      opener = POLAR_OPENERS.has(form) && lower[i + 1] !== "n't" && lower[i + 1] !== 'not' ? i : -1
    }
    if (MODALS.has(form)) modal = i
    if ((form === 'if' || form === 'unless') && modal >= 0 && lower[i - 1] !== 'even') found[ordinal] ??= i
    if (form === '?' && opener >= 0) found[ordinal] ??= opener
  }
  return found
}

/** `I would like to thank`, `I would say` are courtesies, no conditions. */
function isWish({ lower }: Tokens, i: number): boolean {
  return (
    lower[i] === 'whether' ||
    (lower[i] === 'would' && /^(?:like|say|also|emphasize|note|stress|add|call|describe|argue)$/.test(lower[i + 1] ?? ''))
  )
}

/** The mention that each token belongs to. */
function spreadMentions({ tokens }: AnnotatedText, mentions: readonly Mention[]): (Mention | undefined)[] {
  let m = 0
  return tokens.start.map((start, i) => {
    while (m < mentions.length && (mentions[m] as Mention).end <= start) m++
    const mention = mentions[m]
    return mention && mention.start < (tokens.end[i] as number) ? mention : undefined
  })
}

/** For each token the nearest token of a mention before it (direction 1) or after it (-1), itself included; -1 where none is. */
function nearest(mentionAt: readonly (Mention | undefined)[], direction: 1 | -1): number[] {
  const found: number[] = new Array(mentionAt.length).fill(-1)
  let last = -1
  for (let k = 0; k < mentionAt.length; k++) {
    const i = direction === 1 ? k : mentionAt.length - 1 - k
    if (mentionAt[i]) last = i
    found[i] = last
  }
  return found
}

/** `A criticized B` is A's stance against B; `B was criticized` judges B; `A threatens` judges A. */
function readVerb(
  { unit, tokens, columns: { clause }, mentionAt, before, after }: Reading,
  verb: number,
  last: number,
): Pick<Cue, 'about' | 'holder'> {
  const subjectAt = before[verb] as number
  const subject =
    subjectAt >= 0 && clause[subjectAt] === clause[verb] && verb - subjectAt <= OBJECT_REACH ? mentionAt[subjectAt] : undefined
  const objectAt = last + 1 < after.length ? (after[last + 1] as number) : -1
  const near = objectAt >= 0 && tokens.sentence[objectAt] === tokens.sentence[verb] && objectAt - last <= OBJECT_REACH
  const object = near && (clause[objectAt] as number) <= (clause[verb] as number) + 1 ? mentionAt[objectAt] : undefined
  const toSubject = { about: subject ? [{ mention: subject, share: shareAt(verb - subjectAt, true) }] : [], holder: null }
  const reach = shareAt(objectAt - last, clause[objectAt] === clause[verb])
  const toObject = object ? [{ mention: object, share: endsIt(tokens, last, objectAt) ? -reach : reach }] : []
  if (isPassive(tokens, verb)) {
    const agent = object && tokens.lower[last + 1] === 'by' ? object : undefined
    return agent && agent.kind !== 'topic' ? { ...toSubject, holder: agent.name } : toSubject
  }
  // `is encouraging`, `benefits`: without an object, the subject is what is judged.
  const describesSubject = !object && /ing$/.test(tokens.lower[verb] as string) && BE.has(tokens.lower[verb - 1] ?? '')
  const self = hasSelf(tokens, verb, clause)
  if (
    last === verb &&
    DOER_VERBS.has(tokens.lemma[verb] as string) &&
    !(object && !subject && (self || isIndefinite(tokens, verb)))
  ) {
    return toSubject
  }
  if (describesSubject) return toSubject
  if (!object) return { about: [], holder: null }
  const isTopic = subject && (subject.kind === 'topic' || subject.kind === 'project')
  const holder = self || isTopic ? null : findActor(unit, verb, mentionAt)
  return { about: toObject, holder }
}

/** `Nobody should punish them`: the doer is nobody in particular. */
function isIndefinite({ lower }: Tokens, verb: number): boolean {
  for (let i = verb - 1; i >= Math.max(0, verb - 3); i--) if (INDEFINITE.has(lower[i] as string)) return true
  return false
}

/** Wink reads `Poland backs Ukraine` as three nouns: a verb's form between two mentions is a verb. */
function isUsedAsVerb({ tokens: { pos, lower, sentence }, mentionAt }: Reading, i: number): boolean {
  const tag = pos[i]
  if (tag === 'VERB' || tag === 'AUX') return true
  if (mentionAt[i - 1] && mentionAt[i + 1] && sentence[i - 1] === sentence[i + 1]) return true
  return (
    tag === 'NOUN' &&
    mentionAt[i - 1] !== undefined &&
    /s$/.test(lower[i] as string) &&
    pos[i + 1] !== 'PUNCT' &&
    pos[i + 1] !== 'ADP'
  )
}

function isPassive({ lower, pos }: Tokens, verb: number): boolean {
  if (!/(?:ed|en|wn|ught|ept|eld|lt|nt)$/.test(lower[verb] as string)) return false
  for (let i = verb - 1; i >= Math.max(0, verb - 3); i--) {
    if (BE.has(lower[i] as string)) return true
    if (pos[i] !== 'ADV' && pos[i] !== 'PART') return false
  }
  return false
}

function hasSelf({ lower }: Tokens, verb: number, clause: readonly number[]): boolean {
  for (let i = verb - 1; i >= Math.max(0, verb - OBJECT_REACH) && clause[i] === clause[verb]; i--) {
    if (SELF.has(lower[i] as string)) return true
  }
  return false
}

/** A judgment is about the nearest mention, rather of its own clause. */
function readJudgment(
  { tokens, columns: { clause }, mentionAt, before, after }: Reading,
  at: number,
  clauses: ReadonlyMap<number, Clause>,
): Cue['about'] {
  const closed = clauses.get(clause[at] as number)?.closed ?? false
  let best: { at: number; cost: number } | null = null
  for (const near of [before[at] as number, after[at] as number]) {
    if (near < 0 || tokens.sentence[near] !== tokens.sentence[at]) continue
    const distance = Math.abs(near - at)
    const same = clause[near] === clause[at]
    if (distance > LONGEST_REACH || (closed && !same)) continue
    const cost = distance + (same ? 0 : LONGEST_REACH)
    if (!best || cost < best.cost) best = { at: near, cost }
  }
  const mention = best && mentionAt[best.at]
  return mention && best ? [{ mention, share: shareAt(Math.abs(best.at - at), clause[best.at] === clause[at]) }] : []
}
