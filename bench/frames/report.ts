import type { CodedRow } from './rows.js'
import { FRAMES } from './rows.js'

/** What a report reads of a frame score. */
interface Scored {
  readonly frame: string
  readonly salience: number
  readonly tone?: number | null
}

const THRESHOLDS = [0.25, 0.3, 0.35, 0.4, 0.5]
const BINS = 10

/** F1 of each frame, paragraphs without a frame kept clean, calibration error and tone, at several thresholds. */
export function report(name: string, rows: readonly CodedRow[], scores: readonly (readonly Scored[])[]): void {
  const salience = scores.map((found) => FRAMES.map((frame) => found.find((each) => each.frame === frame)?.salience ?? 0))
  const empty = rows.map((_, i) => i).filter((i) => rows[i]?.labels.every((label) => label === 0))
  console.log(`${name}: ${rows.length} paragraphs, ${empty.length} without a frame`)
  for (const threshold of THRESHOLDS) {
    const figures = FRAMES.map((_, f) =>
      f1(
        rows.map(({ labels }) => labels[f] === 1),
        salience.map((row) => (row[f] as number) >= threshold),
      ),
    )
    const clean = empty.filter((i) => salience[i]?.every((value) => value < threshold)).length / Math.max(1, empty.length)
    console.log(
      `  at ${threshold.toFixed(2)}  ${FRAMES.map((frame, f) => `${frame} ${figures[f]?.toFixed(2)}`).join('  ')}  macro ${(figures.reduce((a, b) => a + b, 0) / 4).toFixed(3)}  no frame ${(100 * clean).toFixed(0)} %`,
    )
  }
  console.log(`  calibration error ${calibrationError(rows, salience).toFixed(3)}${toneLine(rows, scores)}`)
}

function f1(truth: readonly boolean[], given: readonly boolean[]): number {
  let [both, sum] = [0, 0]
  truth.forEach((value, i) => {
    if (value && given[i]) both++
    sum += Number(value) + Number(given[i])
  })
  return sum === 0 ? 0 : (2 * both) / sum
}

/** Expected calibration error over all frames: mean distance of predicted and true shares in ten bins. */
export function calibrationError(rows: readonly CodedRow[], salience: readonly (readonly number[])[]): number {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, predicted: 0, true: 0 }))
  rows.forEach(({ labels }, i) => {
    salience[i]?.forEach((value, f) => {
      const bin = bins[Math.min(BINS - 1, Math.floor(value * BINS))] as (typeof bins)[number]
      bin.count++
      bin.predicted += value
      bin.true += labels[f] as number
    })
  })
  const total = bins.reduce((sum, { count }) => sum + count, 0)
  return bins.reduce((sum, bin) => sum + Math.abs(bin.predicted - bin.true), 0) / total
}

function toneLine(rows: readonly CodedRow[], scores: readonly (readonly Scored[])[]): string {
  let [right, told] = [0, 0]
  rows.forEach(({ tone }, i) => {
    for (const [frame, label] of Object.entries(tone)) {
      const sign = label === 'concern' ? -1 : label === 'opportunity' ? 1 : 0
      if (sign === 0) continue
      told++
      if (Math.sign(scores[i]?.find((score) => score.frame === frame)?.tone ?? 0) === sign) right++
    }
  })
  return told === 0 ? '' : `, direction of tone right in ${((100 * right) / told).toFixed(0)} % of ${told}`
}

/** The chance that a positive case scores above a negative one; ties count half. */
export function areaUnderCurve(pairs: readonly (readonly [boolean, number])[]): number {
  const sorted = [...pairs].sort((a, b) => a[1] - b[1])
  let ranks = 0
  let positives = 0
  for (let i = 0; i < sorted.length; ) {
    let next = i
    while (next < sorted.length && sorted[next]?.[1] === sorted[i]?.[1]) next++
    const rank = (i + next + 1) / 2
    for (; i < next; i++) {
      if (!sorted[i]?.[0]) continue
      ranks += rank
      positives++
    }
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (sorted.length - positives))
}
