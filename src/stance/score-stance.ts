import { findModifiers, type ModifierColumns } from '../annotate/index.js'
import { FramingError } from '../error.js'
import type {
  AnnotatedText,
  Evidence,
  Mention,
  Modifier,
  OverallStance,
  Span,
  StanceLabel,
  StanceScore,
  Target,
} from '../types.js'
import { findAttributions } from './attribution.js'
import { type Lexicon, type LexiconEntry, makeLexicon } from './lexicon/lexicon.js'

export interface ScoreOptions {
  /** Score these only; one that is mentioned and not judged gets a row labeled `neutral`. */
  readonly targets?: readonly Target[]
  /** Score the mention at this position only; gives exactly one row. */
  readonly target?: Span
}

export interface UnitStance {
  readonly overall: OverallStance | null
  readonly stances: readonly StanceScore[]
}

export interface StanceScorer {
  score(unit: AnnotatedText, mentions: readonly Mention[], holder: string, options?: ScoreOptions): UnitStance
}

/** How the weights of cues become a polarity and a label. */
interface Scale {
  /** Added to the summed weights, so that one weak word makes no strong stance. */
  readonly smoothing: number
  /** From this polarity on the stance is in favor. */
  readonly favor: number
  /** From this polarity down the stance is against. */
  readonly against: number
}

/** Towards one target; a single judgment of it takes a side. */
const TARGET_SCALE: Scale = { smoothing: 0.25, favor: 0.2, against: 0.2 }
/** Of a whole unit; fitted on four fifths of the press-frames paragraphs, whose courtesies are no stance. */
const OVERALL_SCALE: Scale = { smoothing: 1.5, favor: 0.3, against: 0.15 }
/** The weaker side is at least this share of the stronger one where a stance is mixed. */
const MIXED_SHARE = 0.75
/** Both sides together weigh at least this much where a stance is mixed: two clear judgments. */
const MIXED_WEIGHT = 1.2
const NEGATED = -0.75 // a denied judgment is weaker than its opposite
const BOOSTED = 1.25
const BOOSTER_REACH = 2 // tokens before the cue
const HEDGE_CERTAINTY = 0.7
const CONDITIONAL_CERTAINTY = 0.6
const QUESTION_CERTAINTY = 0.6
/** A judgment reaches a mention in another clause of its sentence by half. */
const OTHER_CLAUSE = 0.5
const LONGEST_REACH = 14 // tokens from a judgment to the mention it judges
const OBJECT_REACH = 10 // tokens from a verb to its object

/** Verbs whose doer is judged by what it does: helpers and harmers. */
const DOER_VERBS = new Set(
  (
    'help assist aid benefit strengthen boost enhance improve facilitate protect safeguard foster threaten violate breach harm damage hurt weaken destabilize ' +
    'destabilise provoke exploit coerce bully mislead betray fail sabotage interfere obstruct hinder undermine punish destroy invade attack kill massacre'
  ).split(' '),
)
const BE = new Set('be is are was were been being am get got'.split(' '))
const SELF = new Set('i we'.split(' '))

interface Cue {
  readonly token: number
  readonly entry: LexiconEntry
  readonly polarity: number
  readonly certainty: number
  readonly modifiers: readonly Modifier[]
  /** Who holds it, where the sentence says that it is somebody else. */
  readonly holder: string | null
  /** Index of the mention that it is about, and how much of it reaches there. */
  readonly about: readonly { readonly mention: Mention; readonly share: number }[]
}

/** Makes a scorer; its lexicon is built once. */
export function createStanceScorer(): StanceScorer {
  const lexicon = makeLexicon()
  return {
    score(unit, mentions, holder, options = {}) {
      const all = options.target ? withTarget(unit, mentions, options.target) : mentions
      const cues = findCues(unit, all, lexicon)
      const own = cues.filter((cue) => cue.holder === null)
      return {
        overall:
          own.length > 0
            ? judge(
                unit,
                own.map((cue) => ({ cue, share: 1 })),
                OVERALL_SCALE,
              )
            : null,
        stances: scoreTargets(unit, all, cues, holder, options),
      }
    },
  }
}

/** Adds the mention at the caller's position, unless one is found just there. */
function withTarget(unit: AnnotatedText, mentions: readonly Mention[], { start, end }: Span): Mention[] {
  const quote = unit.text.slice(start, end)
  if (quote.trim() === '') {
    throw new FramingError(
      'invalid-target',
      `Expected a target of at least one character, got [${start}, ${end}). Give the span of the words that name it.`,
    )
  }
  const name = mentions.find((mention) => mention.start === start && mention.end === end)?.name ?? quote
  const given: Mention = { name, kind: 'given', start, end, quote, by: 'name' }
  return [...mentions.filter((mention) => mention.end <= start || mention.start >= end), given].sort((a, b) => a.start - b.start)
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

function findCues(unit: AnnotatedText, mentions: readonly Mention[], lexicon: Lexicon): Cue[] {
  const { tokens } = unit
  const mentionAt = spreadMentions(unit, mentions)
  const columns = findModifiers(unit)
  const attributions = findAttributions(unit, mentionAt)
  const questions = unit.sentences.map(({ end }) => /\?["”’)]*$/.test(unit.text.slice(Math.max(0, end - 3), end)))
  const clauseModifiers = collectClauseModifiers(columns)
  const before = nearest(mentionAt, 1)
  const after = nearest(mentionAt, -1)
  const cues: Cue[] = []
  for (let i = 0; i < tokens.lower.length; i++) {
    if (mentionAt[i]) continue
    const lower = tokens.lower[i] as string
    const entry = lexicon.find(lower, tokens.lemma[i] as string)
    if (!entry || tokens.pos[i] === 'PROPN' || tokens.pos[i] === 'PUNCT' || tokens.pos[i] === 'ADP') continue
    const sentence = tokens.sentence[i] as number
    const modifiers: Modifier[] = []
    const note = (kind: Modifier['kind'], token: number): void => {
      const start = tokens.start[token] as number
      const end = tokens.end[token] as number
      modifiers.push({ kind, start, end, quote: unit.text.slice(start, end) })
    }
    let { polarity } = entry
    let certainty = 1
    const negator = columns.negator[i] as number
    if (negator >= 0) {
      polarity *= NEGATED
      note('negation', negator)
    }
    for (let k = Math.max(0, i - BOOSTER_REACH); k < i; k++) {
      if (columns.kind[k] !== 'booster' || tokens.sentence[k] !== sentence) continue
      polarity *= BOOSTED
      note('booster', k)
    }
    const { hedge, conditional } = clauseModifiers.get(columns.clause[i] as number) ?? {}
    if (hedge !== undefined && hedge !== i) {
      certainty *= HEDGE_CERTAINTY
      note('hedge', hedge)
    }
    if (conditional !== undefined) {
      certainty *= CONDITIONAL_CERTAINTY
      note('conditional', conditional)
    }
    if (questions[sentence]) certainty *= QUESTION_CERTAINTY
    const isVerb = entry.kind === 'side' && (tokens.pos[i] === 'VERB' || tokens.pos[i] === 'AUX')
    const { about, holder } = isVerb
      ? readVerb(unit, i, columns, mentionAt, before, after)
      : { about: readJudgment(unit, i, columns, mentionAt, before, after), holder: null }
    cues.push({
      token: i,
      entry,
      polarity: Math.max(-1, Math.min(1, polarity)),
      certainty,
      modifiers,
      holder: holder ?? attributions[sentence] ?? null,
      about,
    })
  }
  return cues
}

/** The first hedge and the first conditional of each clause. */
function collectClauseModifiers({ clause, kind }: ModifierColumns): Map<number, { hedge?: number; conditional?: number }> {
  const found = new Map<number, { hedge?: number; conditional?: number }>()
  kind.forEach((each, i) => {
    if (each !== 'hedge' && each !== 'conditional') return
    const ordinal = clause[i] as number
    const known = found.get(ordinal) ?? {}
    if (known[each] === undefined) found.set(ordinal, { ...known, [each]: i })
  })
  return found
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
  { tokens }: AnnotatedText,
  verb: number,
  { clause }: ModifierColumns,
  mentionAt: readonly (Mention | undefined)[],
  before: readonly number[],
  after: readonly number[],
): { about: Cue['about']; holder: string | null } {
  const sameClause = (i: number): boolean => i >= 0 && clause[i] === clause[verb]
  const subjectAt = before[verb] as number
  const subject = sameClause(subjectAt) && verb - subjectAt <= OBJECT_REACH ? mentionAt[subjectAt] : undefined
  const objectAt = after[verb] as number
  const object =
    objectAt >= 0 &&
    tokens.sentence[objectAt] === tokens.sentence[verb] &&
    objectAt - verb <= OBJECT_REACH &&
    (sameClause(objectAt) || clause[objectAt] === (clause[verb] as number) + 1)
      ? mentionAt[objectAt]
      : undefined
  if (isPassive(tokens, verb)) {
    const byAgent = object && tokens.lower[verb + 1] === 'by' ? object.name : null
    return { about: subject ? [{ mention: subject, share: 1 }] : [], holder: byAgent }
  }
  const isDoer = DOER_VERBS.has(tokens.lemma[verb] as string)
  if (isDoer) return { about: subject ? [{ mention: subject, share: 1 }] : [], holder: null }
  const spokenBySelf = hasSelf(tokens, verb, clause)
  const holder =
    subject && object && !spokenBySelf && subject.kind !== 'topic' && subject.kind !== 'project' ? subject.name : null
  return { about: object ? [{ mention: object, share: 1 }] : [], holder }
}

function isPassive({ lower, pos }: AnnotatedText['tokens'], verb: number): boolean {
  if (!/(?:ed|en|wn|ught|ept|eld|lt|nt)$/.test(lower[verb] as string)) return false
  for (let i = verb - 1; i >= Math.max(0, verb - 3); i--) {
    if (BE.has(lower[i] as string)) return true
    if (pos[i] !== 'ADV' && pos[i] !== 'PART') return false
  }
  return false
}

function hasSelf({ lower }: AnnotatedText['tokens'], verb: number, clause: readonly number[]): boolean {
  for (let i = verb - 1; i >= Math.max(0, verb - OBJECT_REACH) && clause[i] === clause[verb]; i--)
    if (SELF.has(lower[i] as string)) return true
  return false
}

/** A judgment is about the nearest mention, rather of its own clause. */
function readJudgment(
  { tokens }: AnnotatedText,
  at: number,
  { clause }: ModifierColumns,
  mentionAt: readonly (Mention | undefined)[],
  before: readonly number[],
  after: readonly number[],
): Cue['about'] {
  let best: { at: number; cost: number } | null = null
  for (const near of [before[at] as number, after[at] as number]) {
    if (near < 0 || tokens.sentence[near] !== tokens.sentence[at]) continue
    const distance = Math.abs(near - at)
    if (distance > LONGEST_REACH) continue
    const cost = distance + (clause[near] === clause[at] ? 0 : LONGEST_REACH)
    if (!best || cost < best.cost) best = { at: near, cost }
  }
  const mention = best && mentionAt[best.at]
  return mention && best ? [{ mention, share: clause[best.at] === clause[at] ? 1 : OTHER_CLAUSE }] : []
}

function scoreTargets(
  unit: AnnotatedText,
  mentions: readonly Mention[],
  cues: readonly Cue[],
  speaker: string,
  options: ScoreOptions,
): StanceScore[] {
  const wanted = wantedNames(options, mentions)
  const groups = new Map<string, { target: string; holder: string; parts: { cue: Cue; share: number }[] }>()
  const groupOf = (target: string, holder: string): { cue: Cue; share: number }[] => {
    const key = JSON.stringify([target, holder])
    const known = groups.get(key)
    if (known) return known.parts
    const parts: { cue: Cue; share: number }[] = []
    groups.set(key, { target, holder, parts })
    return parts
  }
  for (const cue of cues) {
    for (const { mention, share } of cue.about) {
      const holder = cue.holder ?? speaker
      if (wanted && !wanted.has(mention.name)) continue
      if (options.target && mention.start !== options.target.start) continue
      if (holder !== mention.name) groupOf(mention.name, options.target ? speaker : holder).push({ cue, share })
    }
  }
  const spans = new Map<string, Span[]>()
  for (const { name, start, end } of mentions) {
    const known = spans.get(name)
    if (known) known.push({ start, end })
    else spans.set(name, [{ start, end }])
  }
  const judged = new Set([...groups.values()].map(({ target }) => target))
  if (wanted) for (const name of wanted) if (spans.has(name) && !judged.has(name)) groupOf(name, speaker)
  return [...groups.values()].map(({ target, holder, parts }) => ({
    target,
    holder,
    mentions: spans.get(target) ?? [],
    ...judge(unit, parts, TARGET_SCALE),
  }))
}

function wantedNames({ targets, target }: ScoreOptions, mentions: readonly Mention[]): Set<string> | null {
  if (target) {
    const mention = mentions.find(({ start, kind }) => start === target.start && kind === 'given')
    return new Set(mention ? [mention.name] : [])
  }
  return targets ? new Set(targets.map((each) => (typeof each === 'string' ? each : each.name))) : null
}

/** Polarity is (for − against) / (for + against + smoothing) over the cues' weights; certainty their weighted mean. */
function judge(
  { text, tokens }: AnnotatedText,
  parts: readonly { readonly cue: Cue; readonly share: number }[],
  scale: Scale,
): OverallStance {
  let [favor, against, certain] = [0, 0, 0]
  const evidence = parts.map(({ cue, share }): Evidence => {
    const weight = cue.polarity * share
    if (weight > 0) favor += weight
    else against -= weight
    certain += Math.abs(weight) * cue.certainty
    const start = tokens.start[cue.token] as number
    const end = tokens.end[cue.token] as number
    return { start, end, quote: text.slice(start, end), rule: cue.entry.rule, weight, modifiers: cue.modifiers }
  })
  const total = favor + against
  const polarity = total > 0 ? (favor - against) / (total + scale.smoothing) : 0
  return { label: labelOf(favor, against, polarity, scale), polarity, certainty: total > 0 ? certain / total : 1, evidence }
}

function labelOf(favor: number, against: number, polarity: number, scale: Scale): StanceLabel {
  if (favor + against >= MIXED_WEIGHT && Math.min(favor, against) >= MIXED_SHARE * Math.max(favor, against)) return 'mixed'
  return polarity >= scale.favor ? 'favor' : polarity <= -scale.against ? 'against' : 'neutral'
}
