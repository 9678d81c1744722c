import { annotateText } from '../annotate/index.js'
import { describeValue, FramingError } from '../error.js'
import { splitSentences } from '../segment/index.js'
import { hashText } from '../text/hash.js'
import type { AnnotatedText } from '../types.js'
import { type Codebook, defineCodebook } from './codebook.js'
import { compileCodebook } from './compile-codebook.js'
import { scoreUnitFrames, weighUnit } from './score-frames.js'
import type { WordTable } from './word-table.js'

/** One paragraph with the frames a coder gave it. */
export interface LabeledRow {
  readonly text: string
  /** Ids of the frames; empty where the coder gave none. */
  readonly frames: readonly string[]
}

const FEWEST_ROWS = 20 // below it the refit knows less than the codebook does
const SLOPE_TRUST = 10 // paragraphs that the slope of the codebook is worth
const SHIFT_TRUST = 4 // positive paragraphs that the base rate of the codebook is worth
const STEPS = 60 // of Newton's method; it settles in far fewer
const LEAST_SLOPE = 0.2
const MOST_RELIABILITY = 0.99
const BITS = 1e-4 // a salience of exactly 0 or 1 has no logit

/**
 * Refits the few constants that turn evidence into salience from labeled paragraphs of a source of your own, and gives a new codebook.
 *
 * With a word table these are one slope for all frames and one shift a frame on the logits; without one, a power on the chance that a
 * cue leaves, for all cues: 1 − (1 − reliability)^power. Both are drawn towards what the codebook says, so that few rows move it
 * little. About 80 rows are enough, some with each frame and some with none; the cues and words stay as they are.
 *
 * Source: Platt (1999), *Probabilistic outputs for support vector machines*; the pull towards the old values, this library.
 *
 * @param rows - at least 20
 * @returns a codebook with the same id, a version that ends in `+calibrated.` and a hash of the rows, and a new content hash
 * @throws {FramingError} `invalid-argument` where the rows are too few or name an unknown frame, and `invalid-codebook`.
 * @example
 * const rows = Array.from({ length: 20 }, (_, i) => ({ text: i % 2 ? 'The army fired.' : 'Roses bloom.', frames: i % 2 ? ['security'] : [] }))
 * const own = calibrate(codebooks['diplomacy-press'], rows)
 * own.version.startsWith(`${codebooks['diplomacy-press'].version}+calibrated`) //=> true
 */
export function calibrate(base: Codebook, rows: readonly LabeledRow[]): Codebook {
  const codebook = defineCodebook(base)
  checkRows(codebook, rows)
  const compiled = compileCodebook(codebook)
  const units = rows.map(({ text }) => annotateText(text, { start: 0, end: text.length }, splitSentences(text)))
  const version = `${codebook.version}+calibrated.${hashText(JSON.stringify(rows.map(({ text, frames }) => [text, ...frames])))}`
  const { table } = codebook
  if (table) {
    const logits = units.map((unit) => weighUnit(unit, compiled) as readonly number[])
    const labels = rows.map(({ frames }) => table.frames.map((frame) => Number(frames.includes(frame))))
    return defineCodebook({ ...codebook, version, table: rescale(table, fitLogits(logits, labels, table.frames.length)) })
  }
  const power = fitPower(units, rows, codebook, compiled)
  return defineCodebook({
    ...codebook,
    version,
    frames: codebook.frames.map((frame) => ({
      ...frame,
      facets: frame.facets.map((facet) => ({
        ...facet,
        cues: facet.cues.map((cue) => ({ ...cue, reliability: Math.min(MOST_RELIABILITY, 1 - (1 - cue.reliability) ** power) })),
      })),
    })),
  })
}

function checkRows(codebook: Codebook, rows: readonly LabeledRow[]): void {
  if (!Array.isArray(rows) || rows.length < FEWEST_ROWS) {
    throw new FramingError(
      'invalid-argument',
      `Expected at least ${FEWEST_ROWS} labeled rows, got ${Array.isArray(rows) ? rows.length : describeValue(rows)}. Label about 80 paragraphs of the source.`,
    )
  }
  const known = new Set(codebook.frames.map(({ id }) => id))
  rows.forEach((row, i) => {
    const { text, frames } = Object(row) as Partial<LabeledRow> // of null and undefined too, which a list of any caller may hold
    if (typeof text !== 'string' || !Array.isArray(frames)) {
      throw new FramingError(
        'invalid-argument',
        `Expected rows[${i}] to have a text and a list of frames, got ${describeValue(rows[i])}. Write [] where the coder gave none.`,
      )
    }
    for (const frame of frames) {
      if (known.has(frame)) continue
      throw new FramingError(
        'invalid-argument',
        `Expected rows[${i}].frames to name frames of ${codebook.id}, got ${describeValue(frame)}. It knows ${[...known].join(', ')}.`,
      )
    }
  })
}

/** One slope for all frames and one shift each, in turn by Newton's method until both settle. */
function fitLogits(
  logits: readonly (readonly number[])[],
  labels: readonly (readonly number[])[],
  frames: number,
): { slope: number; shifts: number[] } {
  let slope = 1
  const shifts = Array.from({ length: frames }, () => 0)
  for (let step = 0; step < STEPS; step++) {
    for (let f = 0; f < frames; f++) {
      let gradient = SHIFT_TRUST * 0.25 * (shifts[f] as number)
      let curve = SHIFT_TRUST * 0.25
      logits.forEach((row, i) => {
        const p = logistic(slope * (row[f] as number) + (shifts[f] as number))
        gradient += p - (labels[i]?.[f] as number)
        curve += p * (1 - p)
      })
      shifts[f] = (shifts[f] as number) - gradient / curve
    }
    let gradient = SLOPE_TRUST * (slope - 1)
    let curve = SLOPE_TRUST
    logits.forEach((row, i) => {
      row.forEach((z, f) => {
        const p = logistic(slope * z + (shifts[f] as number))
        gradient += (p - (labels[i]?.[f] as number)) * z
        curve += p * (1 - p) * z * z
      })
    })
    slope = Math.max(LEAST_SLOPE, slope - gradient / curve)
  }
  return { slope, shifts }
}

function rescale(table: WordTable, { slope, shifts }: { slope: number; shifts: readonly number[] }): WordTable {
  return {
    ...table,
    scale: table.scale.map((scale) => scale * slope),
    intercepts: table.intercepts.map((intercept, f) => intercept * slope + (shifts[f] as number)),
    cues: Object.fromEntries(
      Object.entries(table.cues).map(([name, weights]) => [name, weights.map((weight) => weight * slope)]),
    ),
  }
}

/** The power on what the cues leave: with E = −ln(1 − salience) the chance of the frame is 1 − exp(−power · E). */
function fitPower(
  units: readonly AnnotatedText[],
  rows: readonly LabeledRow[],
  codebook: Codebook,
  compiled: ReturnType<typeof compileCodebook>,
): number {
  const samples = units.flatMap((unit, i) => {
    const scores = scoreUnitFrames(unit, compiled)
    return codebook.frames.flatMap(({ id }) => {
      const salience = scores.find(({ frame }) => frame === id)?.salience ?? 0
      return salience === 0
        ? []
        : [{ strength: -Math.log(Math.max(BITS, 1 - salience)), label: Number(rows[i]?.frames.includes(id)) }]
    })
  })
  let log = 0 // of the power, so that it stays positive
  for (let step = 0; step < STEPS; step++) {
    const power = Math.exp(log)
    let gradient = SLOPE_TRUST * 0.25 * log
    let curve = SLOPE_TRUST * 0.25
    for (const { strength, label } of samples) {
      const e = power * strength
      const p = Math.max(BITS, 1 - Math.exp(-e))
      gradient += label === 1 ? (-e * (1 - p)) / p : e
      curve += (e * e * (1 - p)) / p
    }
    log -= Math.max(-1, Math.min(1, gradient / curve))
  }
  return Math.exp(log)
}

const logistic = (z: number): number => 1 / (1 + Math.exp(-z))
