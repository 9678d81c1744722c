import { roundScore } from '../round.js'
import type { StanceScore } from '../types.js'
import { labelOf, polarityOf } from './judge.js'

/**
 * Adds what an article says of a person elsewhere to each of its judgments of that person: the mean of all its rows, in logits, with
 * weight 1, goes into `rest` and `neutrality`. Readers of a whole article carry what they have read of somebody into each paragraph.
 * `mixed` stays mixed.
 *
 * Source: a trial made for this project, which took the article's mean log-probability once and gained 0.01 on PerSenT (Bastan et al.
 * 2020); the weight is that trial's and nothing is fitted here.
 *
 * @param units - the rows of each paragraph
 * @param speakers - whose words each paragraph is; the answers of an interview know nothing of its questions
 * @param persons - whom it is done for
 */
export function addArticleContext(
  units: readonly (readonly StanceScore[])[],
  speakers: readonly string[],
  persons: ReadonlySet<string>,
): StanceScore[][] {
  const sums = new Map<string, { direction: number; neutrality: number; count: number }>()
  const keyOf = (i: number, { target }: StanceScore): string => JSON.stringify([speakers[i], target])
  units.forEach((rows, i) => {
    for (const row of rows) {
      if (!persons.has(row.target)) continue
      const known = sums.get(keyOf(i, row)) ?? { direction: 0, neutrality: 0, count: 0 }
      sums.set(keyOf(i, row), {
        direction: known.direction + directionOf(row),
        neutrality: known.neutrality + row.neutrality,
        count: known.count + 1,
      })
    }
  })
  return units.map((rows, i) =>
    rows.map((row) => {
      const sum = sums.get(keyOf(i, row))
      if (!sum || sum.count < 2) return row
      const rest = roundScore(row.rest + sum.direction / sum.count)
      const neutrality = roundScore(row.neutrality + sum.neutrality / sum.count)
      const direction = directionOf({ ...row, rest })
      const polarity = roundScore(polarityOf(direction, neutrality))
      return { ...row, rest, neutrality, polarity, label: row.label === 'mixed' ? row.label : labelOf(polarity) }
    }),
  )
}

function directionOf({ evidence, rest }: StanceScore): number {
  return evidence.reduce((sum, { weight }) => sum + weight, rest)
}
