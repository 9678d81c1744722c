import { findVoices, type Voices } from '../annotate/index.js'
import type { AnnotatedText, Mention, OverallStance, Span, StanceScore, Target } from '../types.js'
import { checkTarget } from './check-target.js'
import type { Cue, Holder } from './cue.js'
import { findCues } from './find-cues.js'
import { judge, labelOf, type Part, polarityOf } from './judge.js'
import { makeLexicon } from './lexicon/lexicon.js'
import { limitWindow, makeFeatures } from './model/mention-features.js'
import { type MentionScore, type MentionScratch, makeScratch, scoreMention } from './model/score-mention.js'
import { decodeModel, type StanceModel, type StoredModel } from './model/stance-model.js'
import stored from './model/stance-model.json'
import { makeColumns, readWords, type WordColumns } from './model/word-columns.js'
import { findDoer } from './owner.js'
import type { Reading } from './reading.js'
import { scoreOverall } from './score-overall.js'

export interface ScoreOptions {
  /** Targets of the caller's: one that is mentioned and not judged gets a row labeled `neutral`. */
  readonly targets?: readonly Target[]
  /** Give rows for the caller's targets only, and no overall stance. */
  readonly only?: boolean
  /** Score the mention at this position only; gives exactly one row, and no overall stance. */
  readonly target?: Span
  /** Whose words each token is; read from the unit alone where left out. */
  readonly voices?: Voices
}

export interface UnitStance {
  readonly overall: OverallStance | null
  readonly stances: readonly StanceScore[]
}

export interface StanceScorer {
  score(unit: AnnotatedText, mentions: readonly Mention[], holder: string, options?: ScoreOptions): UnitStance
}

/** What a scorer keeps: the lexicon, the learned weights from the first score on, and buffers. */
interface Resources {
  readonly lexicon: ReturnType<typeof makeLexicon>
  readonly model: StanceModel
  readonly scratch: MentionScratch
  /** Written over by each unit; longer ones take the place of shorter ones. */
  columns: WordColumns
  leaning: Float64Array
}

const FIRST_SIZE = 512 // tokens; longer than most paragraphs

/**
 * Makes a scorer; its lexicon and weights are read at its first score.
 *
 * Rules and learned weights meet in one sum. Rules alone decide whom a cue is about, whose judgment it is, what is negated and what
 * is only imagined; where a cue and the learned weight of its own word differ in sign, the cue wins, for it has read all that. The
 * learned part (a linear model over words in their places, fitted on NewsMTSC train and on sentences written for this library)
 * weighs everything else: for each mention the words of its sentence, and over the mentions of a target with the same holder their
 * mean. It is read for mentions that a cue is about and for targets of the caller's; a target that was found and that no cue is about
 * has no row. In sentences of more than 16 tokens cues count less, since they are more often about something else, and the learned
 * part decides. In shorter ones whoever takes a side is spared: of `A criticized B` the words from the verb on say nothing of A.
 */
export function createStanceScorer(): StanceScorer {
  let resources: Resources | undefined
  return {
    score(unit, mentions, holder, options = {}) {
      resources ??= {
        lexicon: makeLexicon(),
        model: decodeModel(stored as unknown as StoredModel),
        scratch: makeScratch(makeFeatures()),
        columns: makeColumns(FIRST_SIZE),
        leaning: new Float64Array(FIRST_SIZE),
      }
      const { lexicon, model } = resources
      const all = options.target !== undefined ? withTarget(unit, mentions, options.target) : mentions
      const voices = options.voices ?? (findVoices([unit], [mentions])[0] as Voices)
      const { cues, attributions, derived, reading } = findCues(unit, all, lexicon, voices)
      const columns = readWords(unit, model.table, resources.columns)
      resources.columns = columns
      if (resources.leaning.length < columns.length) resources.leaning = new Float64Array(2 * columns.length)
      return {
        // Who asks for targets only does not see it.
        overall: isLimited(options) ? null : scoreOverall(unit, columns, model, cues, resources.leaning),
        stances: scoreTargets(
          unit,
          all,
          derived.length > 0 ? [...cues, ...derived] : cues,
          attributions,
          reading,
          columns,
          resources,
          holder,
          options,
        ),
      }
    },
  }
}

function isLimited({ only, target }: ScoreOptions): boolean {
  return only === true || target !== undefined
}

/** Adds the mention at the caller's position, unless one is found just there. */
function withTarget(unit: AnnotatedText, mentions: readonly Mention[], target: unknown): Mention[] {
  const { start, end } = checkTarget(target, unit.text)
  const quote = unit.text.slice(start, end)
  const name = mentions.find((mention) => mention.start === start && mention.end === end)?.name ?? quote
  const given: Mention = { name, kind: 'given', start, end, quote, by: 'name' }
  return [...mentions.filter((mention) => mention.end <= start || mention.start >= end), given].sort((a, b) => a.start - b.start)
}

/** All that is said of one target by one holder. */
interface Group {
  readonly target: string
  readonly holder: string
  readonly parts: Part[]
  /** Those whose words are read for it; each mention is read for one group. */
  readonly mentions: Mention[]
  /** Those that it is about. */
  readonly about: Set<Mention>
}

function scoreTargets(
  unit: AnnotatedText,
  mentions: readonly Mention[],
  cues: readonly Cue[],
  attributions: readonly Holder[],
  reading: Reading,
  columns: WordColumns,
  resources: Resources,
  speaker: string,
  options: ScoreOptions,
): StanceScore[] {
  const wanted = wantedNames(options, mentions)
  const limited = isLimited(options)
  const groups = new Map<string, Group>()
  const grouped = new Set<string>()
  const groupOf = (target: string, holder: string): Group => {
    const key = JSON.stringify([target, holder])
    const known = groups.get(key)
    if (known) return known
    const group: Group = { target, holder, parts: [], mentions: [], about: new Set() }
    groups.set(key, group)
    grouped.add(target)
    return group
  }
  const judged = new Set<Mention>()
  // Where each taker of a side takes it.
  const actions = new Map<Mention, number>()
  for (const { actor, first } of cues) if (actor && !actions.has(actor)) actions.set(actor, first)
  const single = options.target
    ? mentions.find(({ start, kind }) => start === options.target?.start && kind === 'given')
    : undefined
  const holderOfSingle = single && holderOfMention(single, cues, attributions, unit, speaker)
  for (const cue of cues) {
    for (const { mention, share } of cue.about) {
      if (limited && !wanted.has(mention.name)) continue
      if (single && mention !== single) continue
      const isFirst = !judged.has(mention)
      for (const holder of holderOfSingle ?? cue.holder ?? [speaker]) {
        if (holder === mention.name) continue
        const group = groupOf(mention.name, holder)
        group.parts.push({ cue, share })
        group.about.add(mention)
        if (isFirst) group.mentions.push(mention)
        judged.add(mention)
      }
    }
  }
  const tokenOf = makeTokenFinder(unit)
  let scored: Mention | undefined // the mention whose score stands in the scratch
  const run = (mention: Mention): ReturnType<typeof scoreMention> => {
    if (mention === scored) return resources.scratch.score
    scored = mention
    const { first, last, from, to } = tokenOf(mention)
    const score = scoreMention(resources.model, columns, unit.tokens.lower, from, to, first, last, resources.scratch)
    const acts = actions.get(mention)
    if (acts !== undefined) spareActor(score, acts)
    return score
  }
  for (const mention of mentions) {
    const { name } = mention
    if ((limited && !wanted.has(name)) || (single && mention !== single)) continue
    // The learned part reads what is asked for and what a cue is about, nothing else: it costs more than all the rules.
    if (judged.has(mention) || !wanted.has(name)) continue
    const { direction, neutrality } = run(mention)
    const { first } = tokenOf(mention)
    const isNeutral = labelOf(polarityOf(direction, neutrality)) === 'neutral'
    const source = attributions[first] ?? (isNeutral ? null : findDoer(reading, first))
    const holders = (holderOfSingle ?? source ?? [speaker]).map((holder) => (holder === name ? speaker : holder))
    // A mention that nothing is said of joins what is said of the target elsewhere.
    if (isNeutral && grouped.has(name)) continue
    for (const holder of new Set(holders)) groupOf(name, holder).mentions.push(mention)
  }
  return [...groups.values()].flatMap(({ target, holder, parts, mentions: own, about }): StanceScore[] => {
    let [direction, neutrality] = [0, 0]
    const tokens = new Map<number, number>()
    for (const mention of own) {
      const score = run(mention)
      direction += score.direction / own.length
      neutrality += score.neutrality / own.length
      for (let i = score.from; i < score.to; i++)
        tokens.set(i, (tokens.get(i) ?? 0) + (score.tokens[i - score.from] as number) / own.length)
    }
    const judgment = judge(unit, { direction, neutrality, tokens, parts })
    // News of a name is no stance on it; of a target that is asked for it is a finding.
    if (!wanted.has(target) && !parts.some(({ cue }) => cue.own || isJudging(unit, cue))) return []
    return [{ target, holder, mentions: listSpans(own, about), ...judgment }]
  })
}

/** Where mentions stand, in text order: a row lists its own, so that a paragraph's rows grow with its length and not with its square. */
function listSpans(own: readonly Mention[], about: ReadonlySet<Mention>): Span[] {
  const all = new Set([...own, ...about])
  return [...all].map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start)
}

/** Adjectives and adverbs of AFINN judge; its nouns and verbs mostly tell what happens: `died`, `agreement`. */
function isJudging({ tokens }: AnnotatedText, { first }: Cue): boolean {
  return tokens.pos[first] === 'ADJ' || tokens.pos[first] === 'ADV'
}

const ACTOR_NEUTRALITY = 2 // logits; who is told to praise or blame is told to do so, and no more

/** `A criticized B`: the words from the verb on are about B, and say nothing of A. */
function spareActor(score: MentionScore, verb: number): void {
  for (let i = Math.max(0, verb - score.from); i < score.to - score.from; i++) {
    score.direction -= score.tokens[i] as number
    score.tokens[i] = 0
  }
  score.neutrality += ACTOR_NEUTRALITY
}

/** Whose judgment of the mention it is: the speaker's where one of them is its own. */
function holderOfMention(
  mention: Mention,
  cues: readonly Cue[],
  attributions: readonly Holder[],
  unit: AnnotatedText,
  speaker: string,
): readonly string[] {
  let found: Holder = null
  let judged = false
  for (const cue of cues) {
    if (!cue.about.some((each) => each.mention === mention)) continue
    judged = true
    if (cue.holder === null) return [speaker]
    found ??= cue.holder
  }
  if (judged) return found === null || found.includes(mention.name) ? [speaker] : found
  const at = unit.tokens.start.findIndex((start, i) => start >= mention.start || (unit.tokens.end[i] as number) > mention.start)
  const source = at < 0 ? null : (attributions[at] ?? null)
  return source === null || source.includes(mention.name) ? [speaker] : source
}

/** Finds the tokens of a mention and of its sentence; mentions asked for in text order cost one walk over the unit. */
function makeTokenFinder({
  tokens,
}: AnnotatedText): (mention: Mention) => { first: number; last: number; from: number; to: number } {
  const { start, end, sentence } = tokens
  const bounds: number[] = [] // first token of each sentence
  for (let i = 0; i < sentence.length; i++) {
    const ordinal = sentence[i] as number
    while (bounds.length <= ordinal) bounds.push(i)
  }
  const firstAt = (position: number): number => {
    let low = 0
    let high = start.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((end[middle] as number) <= position) low = middle + 1
      else high = middle
    }
    return low
  }
  return (mention) => {
    const first = firstAt(mention.start)
    let last = Math.max(first, firstAt(mention.end - 1))
    if (last > first && tokens.lower[last] === "'s") last--
    const ordinal = sentence[first] as number
    return { first, last, ...limitWindow(bounds[ordinal] ?? 0, bounds[ordinal + 1] ?? start.length, first, last) }
  }
}

function wantedNames({ targets, target }: ScoreOptions, mentions: readonly Mention[]): Set<string> {
  if (target) {
    const mention = mentions.find(({ start, kind }) => start === target.start && kind === 'given')
    return new Set(mention ? [mention.name] : [])
  }
  return new Set((targets ?? []).map((each) => (typeof each === 'string' ? each : each.name)))
}
