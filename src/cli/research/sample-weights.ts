import { FramingError } from '../../error.js'
import type { Coding } from '../../research/index.js'
import { readRows } from './read-rows.js'

/** One drawn unit, as `media-framing sample` wrote it. */
export interface SampleRow {
  readonly unit: string
  readonly inclusionProbability: number
  readonly stratum: string | null
}

/**
 * Reads what `media-framing sample` wrote.
 *
 * @throws {FramingError} `unreadable-input`, `invalid-coding` where a row has no unit or probability.
 */
export async function readSample(path: string): Promise<SampleRow[]> {
  const rows = await readRows(path, 'paragraphs')
  return rows.map(({ unit, inclusionProbability, stratum }, i) => {
    if (typeof unit === 'string' && typeof inclusionProbability === 'number')
      return { unit, inclusionProbability, stratum: stratum === null || stratum === undefined ? null : String(stratum) }
    throw new FramingError(
      'invalid-coding',
      `Expected row ${i + 1} of ${path} to have a unit and an inclusionProbability, got none. Give what sample wrote.`,
    )
  })
}

/** Gives codings the weights of a sample; a unit that is not in it keeps its own. */
export async function addSampleWeights(codings: readonly Coding[], path: string): Promise<Coding[]> {
  const weights = new Map((await readSample(path)).map(({ unit, inclusionProbability }) => [unit, 1 / inclusionProbability]))
  return codings.map((coding) => {
    const weight = weights.get(coding.unit)
    return weight === undefined ? coding : { ...coding, weight }
  })
}
