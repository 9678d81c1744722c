import { describeValue, FramingError } from '../error.js'
import { roundScore } from '../round.js'
import type { Analysis, ParagraphAnalysis } from '../types.js'

/** Over what the paragraphs of an article are summed up. */
export type FrameGrouping = 'article' | 'turn' | 'speaker'

/** How much of an article, a turn or a speaker's words is told in one frame. */
export interface FrameSummary {
  /** Index of the turn; null unless summed up by turn. */
  readonly turn: number | null
  /** Who speaks; null for a whole article and where nobody is named. */
  readonly speaker: string | null
  readonly frame: string
  /** Mean salience of the paragraphs by their length in UTF-16 code units, those without the frame counting 0, in (0, 1]. */
  readonly salience: number
  /** This frame's part of the salience of all frames of the group, in (0, 1]. */
  readonly share: number
  /** Mean tone of the paragraphs told in it by salience × length, from -1 (concern) to +1 (opportunity); null where none says. */
  readonly tone: number | null
  /** Indexes of the paragraphs in which the frame is present: their evidence is the evidence of this row. */
  readonly paragraphs: readonly number[]
  /** Number of paragraphs of the group. */
  readonly of: number
}

const GROUPINGS: ReadonlySet<string> = new Set<FrameGrouping>(['article', 'turn', 'speaker'])

/**
 * Sums up the frames of an article, of each of its turns or of each speaker, from the scores of the paragraphs and nothing else.
 *
 * Salience is a mean by length, so that a frame that fills a long answer weighs more than one in a short aside; paragraphs outside
 * any turn are no part of a turn's or a speaker's sum. Source: this library.
 *
 * @param analysis - as `analyze` gives it
 * @param options.by - `article` (where it is left out), `turn` or `speaker`
 * @returns groups in reading order, the frames of each strongest first; a frame that no paragraph has gets no row
 * @throws {FramingError} `invalid-argument` where `by` is something else
 * @example
 * summarizeFrames(analyze('The army shelled the border.\n\nThe choir sang.'))[0]?.paragraphs //=> [ 0 ]
 */
export function summarizeFrames(analysis: Analysis, options: { readonly by?: FrameGrouping } = {}): FrameSummary[] {
  const { by = 'article' } = options
  if (!GROUPINGS.has(by)) {
    throw new FramingError(
      'invalid-argument',
      `Expected by to be article, turn or speaker, got ${describeValue(by)}. Leave it out to sum up the whole article.`,
    )
  }
  const groups = new Map<string | number | null, ParagraphAnalysis[]>()
  for (const paragraph of analysis.paragraphs) {
    if (by !== 'article' && paragraph.turn === null) continue
    const key = by === 'article' ? null : by === 'turn' ? paragraph.turn : paragraph.speaker
    const known = groups.get(key)
    if (known) known.push(paragraph)
    else groups.set(key, [paragraph])
  }
  return [...groups.values()].flatMap((paragraphs) => summarizeGroup(paragraphs, by))
}

function summarizeGroup(paragraphs: readonly ParagraphAnalysis[], by: FrameGrouping): FrameSummary[] {
  interface Sum {
    salience: number
    toned: number // salience × length of the paragraphs that say a tone
    tone: number
    readonly present: number[]
  }
  const sums = new Map<string, Sum>()
  let length = 0
  for (const { index, start, end, frames } of paragraphs) {
    const size = end - start
    length += size
    for (const { frame, salience, tone, present } of frames) {
      let sum = sums.get(frame)
      if (!sum) {
        sum = { salience: 0, toned: 0, tone: 0, present: [] }
        sums.set(frame, sum)
      }
      sum.salience += salience * size
      if (tone !== null) {
        sum.toned += salience * size
        sum.tone += tone * salience * size
      }
      if (present) sum.present.push(index)
    }
  }
  const total = [...sums.values()].reduce((all, { salience }) => all + salience, 0)
  const [first] = paragraphs
  return [...sums]
    .sort(([, a], [, b]) => b.salience - a.salience)
    .map(([frame, { salience, toned, tone, present }]) => ({
      turn: by === 'turn' ? (first?.turn ?? null) : null,
      speaker: by === 'article' ? null : (first?.speaker ?? null),
      frame,
      salience: roundScore(salience / length),
      share: roundScore(salience / total),
      tone: toned > 0 ? roundScore(tone / toned) : null,
      paragraphs: present,
      of: paragraphs.length,
    }))
}
