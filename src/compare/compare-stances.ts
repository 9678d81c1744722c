import { roundScore } from '../round.js'
import type { ScoredText, StanceChange, StanceLabel, StanceScore, StanceShift } from '../types.js'

type Side = NonNullable<StanceChange['asked']>

/** Compares the stance on each target that both sides mention, where at least one of them judges it. */
export function compareStances(question: readonly ScoredText[], answer: readonly ScoredText[]): StanceChange[] {
  const asked = joinStances(question)
  const answered = joinStances(answer)
  const inAnswer = mentionedNames(answer)
  return [...mentionedNames(question)].flatMap((target): StanceChange[] => {
    const [before = null, after = null] = [asked.get(target), answered.get(target)]
    if (!inAnswer.has(target) || (before === null && after === null)) return []
    return [
      {
        target,
        asked: before,
        answered: after,
        shift: readShift(before?.label, after?.label),
        certaintyShift: before && after ? roundScore(after.certainty - before.certainty) : null,
      },
    ]
  })
}

function mentionedNames(texts: readonly ScoredText[]): Set<string> {
  return new Set(texts.flatMap(({ mentions }) => mentions.map(({ name }) => name)))
}

/** One stance a target over all paragraphs of a side: the mean by the weight of the evidence, held by whom most of it belongs to. */
function joinStances(texts: readonly ScoredText[]): Map<string, Side> {
  const rows = new Map<string, StanceScore[]>()
  for (const { stances } of texts) {
    for (const row of stances) {
      const known = rows.get(row.target)
      if (known) known.push(row)
      else rows.set(row.target, [row])
    }
  }
  return new Map([...rows].map(([target, group]) => [target, joinRows(group)]))
}

function joinRows(rows: readonly StanceScore[]): Side {
  const weightOf = ({ evidence }: StanceScore): number => evidence.reduce((sum, { weight }) => sum + Math.abs(weight), 0)
  const total = rows.reduce((sum, row) => sum + weightOf(row), 0)
  const mean = (value: (row: StanceScore) => number): number =>
    total > 0 ? rows.reduce((sum, row) => sum + value(row) * weightOf(row), 0) / total : value(rows[0] as StanceScore)
  const strongest = rows.reduce((best, row) => (weightOf(row) > weightOf(best) ? row : best))
  const polarity = mean((row) => row.polarity)
  return {
    label: joinLabel(rows, polarity),
    polarity: roundScore(polarity),
    certainty: roundScore(mean((row) => row.certainty)),
    holder: strongest.holder,
  }
}

const SIDE = 0.2 // the polarity from which a stance takes a side, as in `stance`

function joinLabel(rows: readonly StanceScore[], polarity: number): StanceLabel {
  const [only] = rows
  if (rows.length === 1 && only) return only.label
  return polarity >= SIDE
    ? 'favor'
    : polarity <= -SIDE
      ? 'against'
      : rows.some(({ label }) => label === 'favor')
        ? 'mixed'
        : 'neutral'
}

function sideOf(label: StanceLabel | undefined): number {
  return label === 'favor' ? 1 : label === 'against' ? -1 : 0
}

function readShift(asked: StanceLabel | undefined, answered: StanceLabel | undefined): StanceShift | null {
  const [before, after] = [sideOf(asked), sideOf(answered)]
  if (before === 0) return after === 0 ? null : 'hardened'
  if (after === 0) return 'softened'
  return before === after ? 'aligned' : 'reversed'
}
