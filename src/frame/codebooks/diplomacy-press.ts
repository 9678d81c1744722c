import { type Codebook, defineCodebook } from '../codebook.js'
import stored from './diplomacy-press.json'
import table from './diplomacy-press-table.json'

/** Security, trade, sanctions and investment in international press. */
export function createDiplomacyPress(): Codebook {
  const lean: Readonly<Record<string, number>> = FACET_TONE
  return defineCodebook({
    ...stored,
    table,
    frames: stored.frames.map((frame) => ({
      ...frame,
      facets: frame.facets.map(({ id, cues }) => ({
        id,
        cues: cues.map(([pattern, reliability]) => ({
          pattern: pattern as string,
          reliability: reliability as number,
          ...(lean[id] !== undefined && { tone: lean[id] }),
        })),
      })),
    })),
  })
}

/** What the cues of a facet say of tone by themselves; facets that name a matter both sides tell are left out. */
const FACET_TONE = {
  'terrorism-extremism': -1,
  'armed-conflict': -1,
  'cyber-intelligence': -1,
  'nuclear-wmd': -1,
  'crime-drugs': -1,
  'borders-migration-control': -0.5,
  'tariffs-disputes': -1,
  imposing: -1,
  freezing: -1,
  'payment-exclusion': -1,
  'export-controls': -1,
  'evading-enforcing': -1,
  criticism: -1,
  relief: 0.5,
  fdi: 0.5,
  'infrastructure-belt-road': 0.5,
  'debt-finance': -0.5,
  'screening-security': -1,
} as const
