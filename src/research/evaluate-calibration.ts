import { createAnalyzer } from '../analyze/index.js'
import { describeValue, FramingError } from '../error.js'
import { type Codebook, calibrate, defineCodebook, type LabeledRow } from '../frame/index.js'
import { type BootstrapOptions, bootstrapFigures, checkDraws, DEFAULT_SEED, openTally } from './bootstrap.js'
import { createChance, drawSome } from './chance.js'
import { documentOf } from './coding.js'
import { checkConfidence, type Estimate } from './estimate.js'

/** A labeled paragraph, with its unit where units of one document are alike. */
export interface LabeledUnit extends LabeledRow {
  readonly unit?: string
}

/** How a refit is judged. */
export interface CalibrationOptions extends BootstrapOptions {
  /** Parts that the rows are put into by document; each is scored by a codebook that was fitted on the others. 5 where it is left out. */
  readonly folds?: number
}

/** What a refit of one frame gains, on rows that the fit had not seen. */
export interface CalibrationGain {
  /** Null for the mean over the frames. */
  readonly frame: string | null
  readonly f1: { readonly before: Estimate; readonly after: Estimate; readonly gain: Estimate }
  /** Mean squared distance of salience and truth; a gain below 0 is an improvement. */
  readonly brier: { readonly before: Estimate; readonly after: Estimate; readonly gain: Estimate }
}

/** What `evaluateCalibration` gives. */
export interface CalibrationReport {
  /** The codebook, refitted on all rows. */
  readonly codebook: Codebook
  readonly rows: number
  readonly folds: number
  /** Out-of-fold figures: the mean over frames first, then each frame. */
  readonly gains: readonly CalibrationGain[]
}

const DEFAULT_FOLDS = 5
const SUMS = { found: 0, predicted: 1, square: 2, foundAfter: 3, predictedAfter: 4, squareAfter: 5, gold: 6 } as const
const WIDTH = Object.keys(SUMS).length
const FIGURES = 6 // F1 before, after, gain; Brier before, after, gain

/**
 * Refits a codebook on a coded sample by `calibrate`, and says what that gains on rows that the fit had not seen, with intervals.
 *
 * Documents are drawn into folds by chance; each fold is scored by the codebook as it was and by one fitted on the other folds. Intervals are
 * percentiles over draws of documents, both codebooks on the same draw.
 *
 * @throws {FramingError} `invalid-argument` where a fold leaves fewer rows than `calibrate` needs or an option is impossible, and as `calibrate` does.
 * @example
 * const rows = Array.from({ length: 40 }, (_, i) => ({ unit: `a${i}/0`, text: i % 2 ? 'The army fired.' : 'Roses bloom.', frames: i % 2 ? ['security'] : [] }))
 * evaluateCalibration(codebooks['diplomacy-press'], rows, { draws: 50 }).gains[0].frame //=> null
 */
export function evaluateCalibration(
  base: Codebook,
  rows: readonly LabeledUnit[],
  options: CalibrationOptions = {},
): CalibrationReport {
  const { folds = DEFAULT_FOLDS } = options
  const drawing = {
    draws: checkDraws(options.draws),
    seed: options.seed ?? DEFAULT_SEED,
    confidence: checkConfidence(options.confidence),
  }
  const codebook = defineCodebook(base)
  const fitted = calibrate(codebook, rows)
  if (!Number.isSafeInteger(folds) || folds < 2) {
    throw new FramingError(
      'invalid-argument',
      `Expected folds to be a whole number of 2 or more, got ${describeValue(folds)}. Leave it out for ${DEFAULT_FOLDS}.`,
    )
  }
  const names = rows.map(({ unit }, i) => (unit === undefined ? `row ${i}` : documentOf(unit)))
  const documents = new Map([...new Set(names)].map((name, d) => [name, d]))
  const order = drawSome([...documents.keys()], documents.size, createChance(drawing.seed))
  const foldOf = new Map(order.map((name, i) => [name, i % folds]))
  const frames = codebook.frames.map(({ id }) => id)
  const tally = openTally(1 + WIDTH * frames.length, documents.size, drawing.seed)
  const before = createAnalyzer({ codebook })
  for (let fold = 0; fold < folds; fold++) {
    const isHeldOut = (i: number): boolean => foldOf.get(names[i] as string) === fold
    const after = createAnalyzer({
      codebook: calibrate(
        codebook,
        rows.filter((_, i) => !isHeldOut(i)),
      ),
    })
    rows.forEach(({ text, frames: truth }, i) => {
      if (!isHeldOut(i)) return
      const document = documents.get(names[i] as string) as number
      tally.add(document, 0, 1)
      const [own, other] = [before.scoreFrames(text), after.scoreFrames(text)]
      frames.forEach((frame, f) => {
        const add = (field: keyof typeof SUMS, amount: number): void => {
          if (amount !== 0) tally.add(document, 1 + WIDTH * f + SUMS[field], amount)
        }
        const is = Number(truth.includes(frame))
        const [one, two] = [own, other].map((scores) => scores.find((score) => score.frame === frame))
        const [present, presentAfter] = [Number(one?.present ?? false), Number(two?.present ?? false)]
        add('gold', is)
        add('predicted', present)
        add('found', is * present)
        add('square', ((one?.salience ?? 0) - is) ** 2)
        add('predictedAfter', presentAfter)
        add('foundAfter', is * presentAfter)
        add('squareAfter', ((two?.salience ?? 0) - is) ** 2)
      })
    })
  }
  const estimates = bootstrapFigures(
    tally,
    FIGURES * (1 + frames.length),
    documents.size,
    (sums, into) => fillFigures(sums, into, frames.length),
    drawing,
  )
  const gains = [null, ...frames].map((frame, f): CalibrationGain => {
    const [f1Before, f1After, f1Gain, brierBefore, brierAfter, brierGain] = estimates.slice(FIGURES * f) as [
      Estimate,
      Estimate,
      Estimate,
      Estimate,
      Estimate,
      Estimate,
    ]
    return {
      frame,
      f1: { before: f1Before, after: f1After, gain: f1Gain },
      brier: { before: brierBefore, after: brierAfter, gain: brierGain },
    }
  })
  return { codebook: fitted, rows: rows.length, folds, gains }
}

function fillFigures(sums: Float64Array, into: Float64Array, frames: number): void {
  const rows = sums[0] as number
  const means = new Float64Array(FIGURES)
  let told = 0
  for (let f = 0; f < frames; f++) {
    const of = (field: keyof typeof SUMS): number => sums[1 + WIDTH * f + SUMS[field]] as number
    const f1 = (found: number, predicted: number): number =>
      of('gold') + predicted > 0 ? (2 * found) / (of('gold') + predicted) : Number.NaN
    const [before, after] = [f1(of('found'), of('predicted')), f1(of('foundAfter'), of('predictedAfter'))]
    const [brier, brierAfter] = [of('square') / rows, of('squareAfter') / rows]
    const own = [before, after, after - before, brier, brierAfter, brierAfter - brier]
    own.forEach((figure, i) => {
      into[FIGURES * (f + 1) + i] = figure
    })
    if (own.some(Number.isNaN)) continue
    told++
    own.forEach((figure, i) => {
      means[i] = (means[i] as number) + figure
    })
  }
  if (told > 0) into.set(means.map((mean) => mean / told))
}
