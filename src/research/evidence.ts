import type { ScoreRow } from '../present/index.js'
import type { EvidenceSpan } from './label-studio.js'
import { type ResearchUnit, unitIdOf } from './unit.js'

/**
 * The spans that speak for frames, as positions in the units' own texts.
 *
 * @param rows - what `toRows` returned; each frame has the words of its strongest evidence
 * @param units - paragraphs with their `start`, as `drawSample` and `unitsOf` give them
 */
export function evidenceSpans(
  rows: Iterable<Pick<ScoreRow, 'doc_id' | 'paragraph_id' | 'measure' | 'category' | 'start' | 'end'>>,
  units: readonly ResearchUnit[],
): EvidenceSpan[] {
  const startOf = new Map(units.map(({ unit, start }) => [unit, start]))
  const spans: EvidenceSpan[] = []
  for (const row of rows) {
    if (row.measure !== 'frame_salience' || row.category === null || row.start === null || row.end === null) continue
    const unit = unitIdOf({ ...row })
    const from = unit === null ? undefined : startOf.get(unit)
    if (unit !== null && typeof from === 'number')
      spans.push({ unit, frame: row.category, start: row.start - from, end: row.end - from })
  }
  return spans
}
