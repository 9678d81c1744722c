import { roundScore } from '../round.js'
import type { Comparison, FrameChange, FrameScore, ScoredText } from '../types.js'

/** A frame over all paragraphs of one side. */
interface SideFrame {
  /** Salience in the paragraph where it is strongest, in (0, 1]. */
  readonly salience: number
  readonly present: boolean
  /** Salience summed over the paragraphs, each weighted by its length in tokens. */
  readonly mass: number
  /** Tone weighted by salience; null where no paragraph says. */
  readonly tone: number | null
}

type Change = FrameChange['change']

/** From this salience on a side is told in a frame whatever the other says: a coder would sooner code it than not. */
const BY_ITSELF = 0.5

/**
 * From this salience on a side is told in a frame that the other side is told in for certain. A reply is elliptic and a question short:
 * the same few words say more beside a text that names the frame. Source: this library,
 * measured by `bench/replies/evaluate-pairs.ts`.
 */
const IN_CONTEXT = 0.1 // salience

/**
 * Compares the frames of two sides.
 *
 * A side is told in a frame where the salience of one of its paragraphs is 0.5 or more, or where it has some evidence (0.1) of a frame that
 * the other side is told in; its salience there is that of the strongest paragraph. Rows are given for frames that at least one side is told in.
 */
export function compareFrames(
  question: readonly ScoredText[],
  answer: readonly ScoredText[],
): Pick<Comparison, 'frames' | 'facets' | 'uptake' | 'divergence'> {
  const [asked, answered] = readInContext(collectFrames(question), collectFrames(answer))
  const names = [...new Set([...asked.keys(), ...answered.keys()])]
  const frames = names.flatMap((frame): FrameChange[] => {
    const [before, after] = [asked.get(frame), answered.get(frame)]
    const change = changeOf(before?.present ?? false, after?.present ?? false)
    return change ? [{ frame, asked: before?.salience ?? 0, answered: after?.salience ?? 0, change }] : []
  })
  return {
    frames,
    facets: compareFacets(question, answer),
    uptake: readUptake(frames, asked, answered),
    divergence: measureDivergence(asked, answered),
  }
}

function isTold(frame: SideFrame | undefined): boolean {
  return frame?.present === true && frame.salience >= BY_ITSELF
}

type SideFrames = ReadonlyMap<string, SideFrame>

function readInContext(asked: SideFrames, answered: SideFrames): [SideFrames, SideFrames] {
  const read = (side: SideFrames, other: SideFrames): SideFrames =>
    new Map(
      [...side].map(([name, frame]) => [
        name,
        { ...frame, present: isTold(frame) || (frame.salience >= IN_CONTEXT && isTold(other.get(name))) },
      ]),
    )
  return [read(asked, answered), read(answered, asked)]
}

function changeOf(before: boolean, after: boolean): Change | null {
  if (before) return after ? 'kept' : 'dropped'
  return after ? 'introduced' : null
}

function collectFrames(texts: readonly ScoredText[]): Map<string, SideFrame> {
  const sums = new Map<string, { salience: number; present: boolean; mass: number; tone: number; toneWeight: number }>()
  for (const { frames, unit } of texts) {
    for (const { frame, salience, present, tone } of frames) {
      const sum = sums.get(frame) ?? { salience: 0, present: false, mass: 0, tone: 0, toneWeight: 0 }
      sums.set(frame, {
        salience: Math.max(sum.salience, salience),
        present: sum.present || present,
        mass: sum.mass + salience * unit.tokens.start.length,
        tone: sum.tone + (tone ?? 0) * salience,
        toneWeight: sum.toneWeight + (tone === null ? 0 : salience),
      })
    }
  }
  return new Map(
    [...sums].map(([frame, { salience, present, mass, tone, toneWeight }]) => [
      frame,
      { salience, present, mass, tone: toneWeight > 0 ? tone / toneWeight : null },
    ]),
  )
}

function compareFacets(question: readonly ScoredText[], answer: readonly ScoredText[]): Comparison['facets'] {
  const asked = collectFacets(question)
  const answered = collectFacets(answer)
  return [...new Set([...asked.keys(), ...answered.keys()])].flatMap((facet) => {
    const [before = 0, after = 0] = [asked.get(facet), answered.get(facet)]
    const change = changeOf(before > 0, after > 0)
    return change ? [{ facet, asked: before, answered: after, change }] : []
  })
}

/** Facets of the frames that are present, by `frame.facet`. */
function collectFacets(texts: readonly ScoredText[]): Map<string, number> {
  const found = new Map<string, number>()
  const add = ({ frame, facets, present }: FrameScore): void => {
    if (!present) return
    for (const { facet, salience } of facets) {
      const name = `${frame}.${facet}`
      found.set(name, Math.max(found.get(name) ?? 0, salience))
    }
  }
  for (const { frames } of texts) frames.forEach(add)
  return found
}

const TONE_SIDE = 0.2 // from here on a tone is an opportunity, below its negative a concern

/**
 * Adopts: the answer keeps a frame of the question and its tone. Resists: it keeps one and turns its tone, or drops all and brings
 * none. Replaces: it drops all and brings others.
 */
function readUptake(
  frames: readonly FrameChange[],
  asked: ReadonlyMap<string, SideFrame>,
  answered: ReadonlyMap<string, SideFrame>,
): Comparison['uptake'] {
  const fromQuestion = frames.filter(({ change }) => change !== 'introduced')
  if (fromQuestion.length === 0) return null
  const kept = fromQuestion.filter(({ change }) => change === 'kept')
  if (kept.length === 0) return frames.some(({ change }) => change === 'introduced') ? 'replaces' : 'resists'
  const turned = kept.filter(({ frame }) => {
    const [before, after] = [asked.get(frame)?.tone ?? 0, answered.get(frame)?.tone ?? 0]
    return Math.abs(before) >= TONE_SIDE && Math.abs(after) >= TONE_SIDE && Math.sign(before) !== Math.sign(after)
  })
  return turned.length * 2 > kept.length ? 'resists' : 'adopts'
}

/** Jensen–Shannon divergence of the sides' frame shares, base 2. Source: Lin (1991), IEEE Transactions on Information Theory 37(1). */
function measureDivergence(asked: ReadonlyMap<string, SideFrame>, answered: ReadonlyMap<string, SideFrame>): number | null {
  const p = toShares(asked)
  const q = toShares(answered)
  if (p.size === 0 || q.size === 0) return null
  let divergence = 0
  for (const frame of new Set([...p.keys(), ...q.keys()])) {
    const [a = 0, b = 0] = [p.get(frame), q.get(frame)]
    const middle = (a + b) / 2
    if (a > 0) divergence += (a / 2) * Math.log2(a / middle)
    if (b > 0) divergence += (b / 2) * Math.log2(b / middle)
  }
  return roundScore(Math.min(1, Math.max(0, divergence)))
}

function toShares(frames: ReadonlyMap<string, SideFrame>): Map<string, number> {
  const present = [...frames].filter(([, frame]) => frame.present)
  const total = present.reduce((sum, [, { mass }]) => sum + mass, 0)
  return new Map(total > 0 ? present.map(([name, { mass }]) => [name, mass / total]) : [])
}
