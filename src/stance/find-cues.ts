import type { Voices } from '../annotate/index.js'
import type { AnnotatedText, Mention, Modifier, PartOfSpeech, Tokens } from '../types.js'
import { aimJudgment, aimVerb } from './aim.js'
import { type Asked, findAsked, isTakenForGranted } from './asked.js'
import { findHolders } from './attribution.js'
import { type Clauses, describeClauses } from './clauses.js'
import { findCounterfactuals } from './counterfactual.js'
import { type Aim, type Cue, type Holder, PLAIN_CERTAINTY } from './cue.js'
import { findIndispensable } from './indispensable.js'
import { findEntry, findPhrases, type Lexicon, type LexiconEntry } from './lexicon/lexicon.js'
import { ROLE } from './lexicon/roles.js'
import { readNegation } from './negation.js'
import { findActor, OTHERS } from './owner.js'
import { findPlainSide } from './plain-side.js'
import { isPresupposed } from './predicate.js'
import { FARTHEST, type Reading, readUnit, roleOf } from './reading.js'
import { findAfterthought, findRejection, findReports, isReported, type Report } from './reported.js'
import { isLiking, isUsedAsVerb } from './verb.js'
import { BLAMED, findHold, HELD, isName } from './word-use.js'

const BOOSTED = 1.25
const BOOSTER_REACH = 2 // tokens before the cue
const HEDGE_CERTAINTY = 0.7
const CONDITIONAL_CERTAINTY = 0.6
const QUESTION_CERTAINTY = 0.6

/** In long sentences a cue is more often about something else. */
const SURE_LENGTH = 16 // tokens; beyond it sureness falls with the square of the length, chosen on NewsMTSC's development part

/** Below this sureness an `if` or `would` may belong to another part of the sentence. */
const SURE_ENOUGH = 0.4 // sentences of up to 25 tokens

/** Words of the object of a verb that opposes say what is opposed, not what is thought of it. */
const ABSORBED = 5 // tokens after the verb
/** `an unreliable trading partner`: the adjective says what kind of partner. */
const QUALIFIED = 2 // tokens from the adjective to its noun

/** The cues of a unit in text order, and whose words each of its tokens is: null for the speaker's own. */
export interface FoundCues {
  readonly cues: readonly Cue[]
  readonly attributions: readonly Holder[]
  readonly reading: Reading
  /**
   * What follows from the cues: what the speaker holds by rejecting what others were said to hold, what doers hold of those they do
   * it to, and praise of what would be missed.
   */
  readonly derived: readonly Cue[]
}

export function findCues(unit: AnnotatedText, mentions: readonly Mention[], lexicon: Lexicon, voices: Voices): FoundCues {
  const reading = readUnit(unit, mentions, lexicon, voices)
  const { tokens, columns, words, bases, mentionAt } = reading
  const { lower, lemma, pos, sentence } = tokens
  const attributions = findHolders(reading)
  const clauses = describeClauses(reading)
  const reports = findReports(reading)
  const questions = findAsked(reading)
  const { phrases, openings } = findPhrases({ ...unit, tokens }, lexicon)
  const cues: Cue[] = []
  const undergoers: Cue[] = []
  let opposed = -1 // last token whose words belong to the object of an opposing verb
  let opposedClause = -1
  for (let i = 0; i < lower.length; i++) {
    if (mentionAt[i] || pos[i] === 'PUNCT') continue
    const word = words[i]
    const base = bases[i]
    // `holds them responsible` blames them.
    const held = BLAMED.has(lower[i] as string) ? findHold(tokens, i) : -1
    const phrase = held < 0 ? phrases.get(i) : undefined
    // `Complaints by farmers`: a capital that opens a sentence makes no name.
    const opens = pos[i] === 'PROPN' && (i === 0 || sentence[i - 1] !== sentence[i]) && pos[i + 1] !== 'PROPN'
    const plain = phrase ? undefined : findPlainSide(reading, i)
    if (!phrase && !plain && !opens && isNoCue(pos[i]) && !isLiking(reading, i)) continue
    const found = phrase?.entry ?? plain ?? findEntry(lexicon, lower[i] as string, lemma[i] as string, word, base)
    if (!found) continue
    const isVerb = found.kind !== 'judgment' && (phrase !== undefined || plain !== undefined || isUsedAsVerb(reading, i))
    const entry =
      held >= 0
        ? HELD
        : isVerb || found.kind === 'judgment' || (found.kind === 'side' && pos[i] === 'ADJ')
          ? found
          : found.elsewhere
    if (!entry || (!isVerb && !phrase && isName(unit, tokens, i))) continue
    const last = phrase ? phrase.last : i
    if (entry.polarity === 0) {
      i = last // a courtesy whose words would count by themselves
      continue
    }
    // `I fail to see how it helps`: it is not said, nor its opposite.
    if (isUnseen(tokens, i)) {
      i = last
      continue
    }
    const clause = columns.clause[i] as number
    const before = cues.at(-1)
    if (
      entry.polarity > 0 &&
      pos[i] === 'NOUN' &&
      before &&
      before.polarity < 0 &&
      i - before.last <= QUALIFIED &&
      columns.clause[before.last] === clause
    ) {
      i = last
      continue
    }
    const report = reports[sentence[i] as number]
    if (!isVerb && i <= opposed && clause === opposedClause && report?.dismissed !== i) continue
    // `wrong to blame`: it denies what follows, and judges nobody.
    if (!phrase && entry.kind === 'judgment' && columns.kind[i] === 'negation' && lower[i + 1] === 'to') continue
    const denies = isVerb && entry.polarity > 0 && (columns.negator[i] as number) >= 0
    // `Will you condemn its shameful raid?`: who only asks says of it what the adjective says.
    const question = questions[sentence[i] as number]
    const asks = question !== undefined && question.kind === 'open' && i >= question.from
    if (isVerb && (entry.polarity < 0 || denies) && report?.dismissed !== i && !asks) {
      opposed = last + ABSORBED
      opposedClause = clause
    }
    const { cue, undergoer } = makeCue(
      reading,
      clauses,
      question,
      sourceOf(reading, attributions, i),
      i,
      last,
      entry,
      isVerb,
      report,
    )
    cues.push(held < 0 ? cue : { ...cue, holder: cue.holder ?? findActor(reading, held) })
    const doer = undergoer ? findActor(reading, i) : null
    if (undergoer && doer !== null) undergoers.push({ ...cue, holder: doer, about: [undergoer] })
    i = last
  }
  const valenceOf = (from: number, to: number): number =>
    cues.reduce((sum, { first, polarity }) => (first >= from && first < to ? sum + polarity : sum), 0)
  const missed = [...findIndispensable(reading, openings), ...findCounterfactuals(reading, valenceOf)].map((cue) => ({
    ...cue,
    holder: attributions[cue.first] ?? null,
  }))
  return {
    cues: spareMissed(reading, aimDismissals(reading, cues, reports), missed),
    attributions,
    reading,
    derived: [...rejectReported(reading, cues), ...undergoers, ...missed],
  }
}

/** What is said of the case that never came is not said of what prevented it. */
function spareMissed({ tokens }: Reading, cues: Cue[], missed: readonly Cue[]): Cue[] {
  if (missed.length === 0) return cues
  const byOrdinal = new Map(missed.map((cue) => [tokens.sentence[cue.first], cue.about[0]?.mention]))
  return cues.map((cue) => {
    const mention = byOrdinal.get(tokens.sentence[cue.first])
    if (mention === undefined || (cue.own && cue.polarity > 0 && cue.modifiers.every(({ kind }) => kind !== 'negation')))
      return cue
    return { ...cue, about: cue.about.filter((aim) => aim.mention !== mention) }
  })
}

/** Whose words a cue stands in: those of the sentence's source, unless the speaker answers them, `They call it a trap, but we know …`. */
function sourceOf(reading: Reading, attributions: readonly Holder[], i: number): Holder {
  const { lower } = reading.tokens
  const { clause } = reading.columns
  const source = attributions[i] ?? null
  if (source === null) return null
  let first = i
  let self = false
  while (first > 0 && i - first < FARTHEST && clause[first - 1] === clause[i]) {
    first--
    if (roleOf(reading, first) & ROLE.selfSubject) self = true
  }
  return self && CONTRASTING.has(lower[first] as string) ? null : source
}

const CONTRASTING: ReadonlySet<string> = new Set(['but', 'yet', 'whereas', 'while', 'though', 'although', 'however'])

/** `The accusations against Peru are baseless`: what dismisses a charge is about whom the charge is about. */
function aimDismissals({ tokens }: Reading, cues: Cue[], reports: readonly (Report | undefined)[]): Cue[] {
  if (reports.length === 0) return cues
  return cues.map((cue) => {
    const ordinal = tokens.sentence[cue.first]
    const report = reports[ordinal as number]
    if (report?.dismissed !== cue.first || cue.about.length > 0) return cue
    const charge = cues.find((other) => other !== cue && tokens.sentence[other.first] === ordinal && other.about.length > 0)
    return charge ? { ...cue, about: charge.about } : cue
  })
}

const REJECTED = -0.6 // who rejects a charge says less than who praises

/** `Some call it a trap. I disagree.`: the speaker holds the opposite of what others were said to hold in the sentence before. */
function rejectReported(reading: Reading, cues: readonly Cue[]): Cue[] {
  const { sentence } = reading.tokens
  const found: Cue[] = []
  let ordinal = -1
  let first = 0
  let last = -1
  for (const cue of cues) {
    if (cue.holder === null || cue.about.length === 0) continue
    const next = (sentence[cue.first] as number) + 1
    if (next !== ordinal) {
      last = findAfterthought(reading, cue.last)
      first = cue.last + 1
      if (last < 0) {
        last = next < reading.bounds.length ? findRejection(reading, next) : -1
        first = reading.bounds[next] ?? 0
      }
    }
    ordinal = next
    if (last < first) continue
    found.push({
      ...cue,
      first,
      last,
      rule: `rejected/${cue.rule}`,
      polarity: cue.polarity * REJECTED,
      holder: null,
      modifiers: [],
    })
  }
  return found
}

/** Whether `you` stands between where a question starts and a cue. */
function asksYou({ lower }: Tokens, from: number, at: number): boolean {
  for (let i = from; i < at && i - from < FARTHEST; i++) if (lower[i] === 'you') return true
  return false
}

const UNSEEN_REACH = 12 // tokens from `fail to see how` to what is not seen
const SEEING: ReadonlySet<string> = new Set(['see', 'understand', 'grasp', 'imagine'])
const HOW: ReadonlySet<string> = new Set(['how', 'why', 'what', 'that'])

/** Whether a token stands behind `fail to see how`, or is its verb. */
function isUnseen({ lower, lemma, sentence }: Tokens, at: number): boolean {
  if (lemma[at] === 'fail' && lower[at + 1] === 'to' && SEEING.has(lemma[at + 2] ?? '')) return true
  for (let i = at - 1; i > 2 && at - i <= UNSEEN_REACH && sentence[i] === sentence[at]; i--) {
    if (!HOW.has(lower[i] as string) || !SEEING.has(lemma[i - 1] as string)) continue
    if (lower[i - 2] === 'to' && lemma[i - 3] === 'fail') return true
  }
  return false
}

/** Names, punctuation and prepositions (`like`) are no cues; an adverb or a noun may be. */
function isNoCue(pos: PartOfSpeech | undefined): boolean {
  return pos === 'PROPN' || pos === 'PUNCT' || pos === 'ADP' || pos === 'SCONJ' || pos === 'DET'
}

function sureness({ tokens, bounds }: Reading, at: number): number {
  const ordinal = tokens.sentence[at] as number
  const length = (bounds[ordinal + 1] ?? tokens.lower.length) - (bounds[ordinal] ?? 0)
  return length <= SURE_LENGTH ? 1 : (SURE_LENGTH / length) ** 2
}

/** Verbs that praise what they are said of where it is a thing. */
const OF_THINGS: ReadonlySet<string> = new Set(['conduct/work', 'conduct/succeed'])
const WORKING: ReadonlySet<string> = new Set(['with', 'on', 'for', 'at', 'as', 'to', 'in', 'together', 'hard', 'closely'])

function isThing({ kind }: Mention): boolean {
  return kind === 'topic' || kind === 'project'
}

/** Verbs and phrases name whom they are about; a word that judges may be about anything in a long sentence. */
const STEADY = 0.5 // share that a verb or phrase keeps in sentences of any length, chosen after NewsMTSC train, where its weight hardly falls with length

function makeCue(
  reading: Reading,
  clauses: Clauses,
  question: Asked | undefined,
  source: Holder,
  first: number,
  last: number,
  entry: LexiconEntry,
  isVerb: boolean,
  report: Report | undefined,
): { readonly cue: Cue; readonly undergoer: Aim | null } {
  const { unit, tokens, columns } = reading
  const { text } = unit
  const { kind, clause } = columns
  const modifiers: Modifier[] = []
  const note = (kind: Modifier['kind'], token: number): void => {
    const start = tokens.start[token] as number
    const end = tokens.end[token] as number
    modifiers.push({ kind, start, end, quote: text.slice(start, end) })
  }
  let { polarity } = entry
  let certainty = PLAIN_CERTAINTY
  const inQuestion = question !== undefined && first >= question.from
  const negation = readNegation(reading, first, last, isVerb)
  // `Isn't it a disgrace?` denies nothing.
  if (negation.token >= 0 && negation.token !== question?.negator) {
    note('negation', negation.token)
    polarity *= negation.factor
  }
  for (let k = Math.max(0, first - BOOSTER_REACH); k < first; k++) {
    if (kind[k] !== 'booster' || tokens.sentence[k] !== tokens.sentence[first]) continue
    polarity *= BOOSTED
    certainty = 1
    note('booster', k)
  }
  const ordinal = clause[first] as number
  const hedge = clauses.hedge[ordinal] as number
  const conditional = clauses.conditional[ordinal] as number
  if (hedge >= 0 && (hedge < first || hedge > last)) {
    certainty *= HEDGE_CERTAINTY
    note('hedge', hedge)
  }
  if (conditional >= 0) {
    certainty *= CONDITIONAL_CERTAINTY
    note('conditional', conditional)
  }
  if (inQuestion) certainty *= QUESTION_CERTAINTY
  const isAsked =
    inQuestion &&
    question.kind !== 'leading' &&
    !isTakenForGranted(reading, question, first, isVerb, isVerb && entry.kind === 'side')
  if (isAsked) note('question', question.from)
  const sure = sureness(reading, first)
  const reach = isVerb || last > first ? Math.max(sure, STEADY) : sure
  const { about, holder, actor, undergoer } = isVerb
    ? aimVerb(reading, first, last, entry.kind)
    : { about: aimJudgment(reading, first, last, entry, clauses), holder: null, actor: null, undergoer: null }
  // `The tariffs worked` praises them, `Chad worked` does not.
  const own = OF_THINGS.has(entry.rule)
    ? about.filter(({ mention }) => isThing(mention) && !WORKING.has(tokens.lower[last + 1] ?? ''))
    : about
  const reported = report !== undefined && isReported(reading, report, first, last)
  // Who dismisses a charge holds the opposite; what dismisses it says so once more.
  const rejected = report !== undefined && report.dismissed >= 0 && (reported || report.dismissed === first)
  if (rejected) {
    note('negation', report.dismissed)
    polarity = entry.polarity * REJECTED
  }
  const cue: Cue = {
    first,
    last,
    rule: entry.rule,
    own: entry.own,
    polarity: Math.max(-1, Math.min(1, polarity)),
    certainty,
    hypothetical:
      isAsked || ((clauses.imagined[ordinal] as boolean) && sure >= SURE_ENOUGH && !isPresupposed(reading, first, isVerb, about)),
    modifiers,
    // `Minister, will you lift it?`: whoever is addressed holds nothing yet.
    holder:
      isAsked && asksYou(tokens, question.from, first)
        ? null
        : rejected
          ? report.by
          : reported
            ? (ownOf(report) ?? source ?? report.holder)
            : (holder ?? source),
    about:
      report?.dismissed === first ? [] : reach === 1 ? own : own.map(({ mention, share }) => ({ mention, share: share * reach })),
    actor: sure === 1 ? actor : null, // in long sentences whoever takes a side is judged by it, NewsMTSC's readers say
  }
  return { cue, undergoer }
}

/** Whose a reported judgment is, where somebody in particular is named. */
function ownOf({ holder }: Report): Holder {
  return holder?.includes(OTHERS) ? null : holder
}
