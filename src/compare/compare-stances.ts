import { roundScore } from '../round.js'
import { IMAGINED_SHARE as ASKED_SHARE, labelOf, polarityOf } from '../stance/index.js'
import type { Evidence, QuestionDesign, ScoredText, Span, StanceChange, StanceLabel, StanceScore, StanceShift } from '../types.js'
import type { AnswerReading } from './read-answer.js'

type Side = NonNullable<StanceChange['asked']>

/** One stance row as far as it counts here. */
interface Ground {
  readonly label: StanceLabel
  readonly polarity: number
  readonly certainty: number
  readonly holder: string
  /** Summed size of the evidence, in logits; evidence of the sentence that opens the answer counts more. */
  readonly weight: number
}

/** How much the words of the sentence that opens an answer count against those of a later one: it replies, the others explain. */
const OPENING_WEIGHT = 4

/**
 * Compares the stance on each target that both sides mention, or that the caller gave and one side mentions, where at least one side
 * judges it.
 *
 * The question's stance is whoever's it brings up; what a plain yes/no question puts to the other is not held by anybody and does not
 * count. The answer's stance is the speaker's own: what is given to others does not count, nor, where the answer says something else
 * too, what it says on the question's side in a sentence that grants the premise (`I agree that there is criticism of …`). An answer
 * that says yes or no to a judgment and does not judge itself is taken by its word.
 *
 * Over several paragraphs a stance is their mean by the size of their evidence. Source: this library.
 */
export function compareStances(
  question: readonly ScoredText[],
  answer: readonly ScoredText[],
  design: QuestionDesign,
  reading: AnswerReading,
): StanceChange[] {
  const put = design.parts.filter(({ form, start }) => form === 'polar' && !isLeading(design, start))
  const asserted = design.parts.filter(({ form }) => form === 'polar' || form === 'declarative')
  const rows = { asked: groupRows(question, false), answered: groupRows(answer, true) }
  const inAnswer = mentionedNames(answer)
  const granted = findGranted(reading)
  const opening = locateReply(reading)
  return [...listTargets(question, answer)].flatMap(([target, isGiven]): StanceChange[] => {
    const asking = rows.asked.get(target) ?? []
    // `Is it a reliable partner? – Yes.` is about the partner, too.
    if (!isGiven && !inAnswer.has(target) && (reading.particle === null || asking.length === 0)) return []
    const before = join(
      asking.map((row) => (isOnlyAsked(row) ? null : weigh(row, (each) => !holds(put, each.start) && !isAsked(each)))),
    )
    const after =
      join(
        (rows.answered.get(target) ?? []).map((row, _, all) =>
          weigh(row, grants(granted, all, before?.label) ? ({ start }) => !holds(granted, start) : () => true, opening),
        ),
      ) ?? null
    const said = sideOf(after?.label) === 0 ? (takeAtItsWord(asking, asserted, answer, reading) ?? after) : after
    if (before === null && said === null) return []
    return [
      {
        target,
        asked: before,
        answered: said,
        shift: readShift(before?.label, said?.label),
        certaintyShift: before && said ? roundScore(said.certainty - before.certainty) : null,
      },
    ]
  })
}

/** What a question only asks is held by nobody. */
function isAsked({ modifiers }: Evidence): boolean {
  return modifiers.some(({ kind }) => kind === 'question')
}

/** Whether all that a row rests on is only asked. */
function isOnlyAsked({ evidence }: StanceScore): boolean {
  return evidence.some(isAsked) && evidence.every((each) => isAsked(each) || each.rule === 'learned/word')
}

/** A question that takes a side itself (`Isn't …?`, a tag) asserts what it asks. */
function isLeading({ evidence, parts }: QuestionDesign, start: number): boolean {
  const part = parts.find((each) => each.start === start)
  return evidence.some(
    (mark) => part && mark.start >= part.start && mark.end <= part.end && /^assertiveness\/(?:negative|tag)/.test(mark.rule),
  )
}

/** Targets in the order of their first mention: those of the question, then the ones given by the caller that only the answer has. */
function listTargets(question: readonly ScoredText[], answer: readonly ScoredText[]): Map<string, boolean> {
  const targets = new Map<string, boolean>()
  for (const { mentions } of question) for (const { name, kind } of mentions) targets.set(name, kind === 'given')
  for (const { mentions } of answer)
    for (const { name, kind } of mentions) if (kind === 'given' && !targets.has(name)) targets.set(name, true)
  return targets
}

function mentionedNames(texts: readonly ScoredText[]): Set<string> {
  const names = new Set<string>()
  for (const { mentions } of texts) for (const { name } of mentions) names.add(name)
  return names
}

function groupRows(texts: readonly ScoredText[], ownOnly: boolean): Map<string, StanceScore[]> {
  const rows = new Map<string, StanceScore[]>()
  for (const { stances, holder } of texts) {
    for (const row of stances) {
      if (ownOnly && row.holder !== holder) continue
      const known = rows.get(row.target)
      if (known) known.push(row)
      else rows.set(row.target, [row])
    }
  }
  return rows
}

/** The sentences of the answer that grant something, in the article's positions. */
function findGranted(reading: AnswerReading): Span[] {
  return [...new Set(reading.hits.acceptance.map(({ sentence }) => sentence))].map((sentence) =>
    locateSentence(reading, sentence),
  )
}

const LONGEST_PARTICLE = 2 // words of a sentence that only says yes or no, or names the asker

/** The sentence that replies: the first one, or with it the next one where the first only says yes or no. */
function locateReply(reading: AnswerReading): Span {
  const first = locateSentence(reading, 0)
  const isShort = (reading.lengths[0] ?? 0) <= LONGEST_PARTICLE && reading.lengths.length > 1
  return isShort ? { start: first.start, end: locateSentence(reading, 1).end } : first
}

function locateSentence({ side }: AnswerReading, sentence: number): Span {
  const span = side.sentences[sentence]
  return span ? side.locate(span.start, span.end) : { start: 0, end: 0 }
}

function holds(spans: readonly Span[], position: number): boolean {
  return spans.some(({ start, end }) => position >= start && position < end)
}

/** Whether the answer grants the question's own side in some sentences and says something of the target in others. */
function grants(granted: readonly Span[], rows: readonly StanceScore[], asked: StanceLabel | undefined): boolean {
  const side = sideOf(asked)
  if (side === 0 || granted.length === 0) return false
  let [inside, outside] = [0, false]
  for (const { evidence } of rows) {
    for (const { start, weight } of evidence) {
      if (holds(granted, start)) inside += weight
      else outside = true
    }
  }
  return outside && Math.sign(inside) === side
}

/**
 * A row by the part of its evidence that counts; null where none does. What the reply proper says counts more than what explains it,
 * and decides by itself where both sides weigh: `We trust them. Mistakes were made.`
 */
function weigh(row: StanceScore, counts: (evidence: Evidence) => boolean, opening: Span | null = null): Ground | null {
  const { evidence, holder, certainty } = row
  let [kept, listed, weighted, size, total, direction, replying] = [0, 0, 0, 0, 0, 0, 0]
  for (const each of evidence) {
    const absolute = Math.abs(each.weight)
    total += absolute
    if (!counts(each)) continue
    const replies = opening !== null && holds([opening], each.start)
    const times = replies ? OPENING_WEIGHT : 1
    kept++
    listed += absolute
    weighted += times * each.weight
    size += times * absolute
    direction += each.weight
    if (replies) replying += each.weight
  }
  if (kept === 0) return null
  // The mean weight of the words that count, as many times as there is weight: without a reply among them this is their sum.
  if (size > listed) direction = (weighted * listed) / size
  else if (kept === evidence.length) return { label: row.label, polarity: row.polarity, certainty, holder, weight: size }
  // What is not listed belongs to all of the row's words alike.
  const polarity = polarityOf(direction + (total > 0 ? (row.rest * listed) / total : 0), row.neutrality)
  const label = labelOf(polarity)
  const isMixed = row.label === 'mixed' && kept === evidence.length && replying * direction <= 0
  return { label: isMixed ? 'mixed' : label, polarity, certainty, holder, weight: size }
}

function join(all: readonly (Ground | null)[]): Side | null {
  const grounds = all.filter((each) => each !== null)
  const [only] = grounds
  if (only === undefined) return null
  const { label, polarity, certainty, holder } = only
  if (grounds.length === 1) return { label, polarity: roundScore(polarity), certainty: roundScore(certainty), holder }
  const total = grounds.reduce((sum, { weight }) => sum + weight, 0)
  const mean = (value: (ground: Ground) => number): number =>
    total > 0 ? grounds.reduce((sum, ground) => sum + value(ground) * ground.weight, 0) / total : value(only)
  const joined = mean((ground) => ground.polarity)
  const sided = labelOf(joined)
  return {
    label: sided === 'neutral' && weighsBoth(grounds) ? 'mixed' : sided,
    polarity: roundScore(joined),
    certainty: roundScore(mean((ground) => ground.certainty)),
    holder: grounds.reduce((best, ground) => (ground.weight > best.weight ? ground : best)).holder,
  }
}

/** Whether some paragraphs take one side and some the other. */
function weighsBoth(grounds: readonly Ground[]): boolean {
  const has = (label: StanceLabel): boolean => grounds.some((each) => each.label === label)
  return has('mixed') || (has('favor') && has('against'))
}

/** `Is it a reliable partner? – Yes.`: the judgment that the question put, affirmed or turned by the answer's first word. */
function takeAtItsWord(
  asking: readonly StanceScore[],
  asserted: readonly Span[],
  answer: readonly ScoredText[],
  { particle }: AnswerReading,
): Side | null {
  const [first] = asserted
  if (particle === null || first === undefined) return null
  const put = asking.flatMap((row) => row.evidence.filter((each) => each.rule !== 'learned/word' && holds([first], each.start)))
  // An opposite that is asked for too is no side put: `Is it good or bad?`
  const size = put.reduce((sum, { weight }) => sum + Math.abs(weight), 0)
  const sum = put.reduce((total, { weight }) => total + weight, 0)
  if (size === 0 || Math.abs(sum) < ONE_SIDED * size) return null
  const [row] = asking
  const polarity = polarityOf((sum / ASKED_SHARE) * (particle.kind === 'yes' ? 1 : -1), 0)
  return {
    label: labelOf(polarity),
    polarity: roundScore(polarity),
    certainty: row?.certainty ?? 0,
    holder: answer[0]?.holder ?? row?.holder ?? 'author',
  }
}

const ONE_SIDED = 0.5 // share of what a question puts that must be on one side

function sideOf(label: StanceLabel | undefined): number {
  return label === 'favor' ? 1 : label === 'against' ? -1 : 0
}

function readShift(asked: StanceLabel | undefined, answered: StanceLabel | undefined): StanceShift | null {
  const [before, after] = [sideOf(asked), sideOf(answered)]
  if (before === 0) return after === 0 ? null : 'hardened'
  if (after === 0) return 'softened'
  return before === after ? 'aligned' : 'reversed'
}
