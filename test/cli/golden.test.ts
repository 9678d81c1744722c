import { beforeAll, expect, test } from 'vitest'
import type { ScoreRow } from '../../src/present/index.js'
import { buildCommandLine, INTERVIEW, run } from './run.js'

beforeAll(buildCommandLine, 120_000)

/** Measures whose rows are few enough to be read one by one. */
const READ = new Set([
  'frame_salience',
  'stance',
  'reply_clarity',
  'reply_evasion',
  'premise',
  'frame_change',
  'stance_shift',
  'actor_change',
])

test.each([120, 80, 40])('the example interview in %d columns', async (columns) => {
  const { out } = await run(['analyze', INTERVIEW], { env: { COLUMNS: String(columns) } })
  await expect(withoutVersion(out)).toMatchFileSnapshot(`golden/interview-${columns}.txt`)
})

test('the rows of the example interview that a reader checks', async () => {
  const { out } = await run(['analyze', '--rows', INTERVIEW])
  const rows = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ScoreRow)
    .filter(({ measure, label }) => READ.has(measure) && label !== 'below_threshold')
  const lines = rows.map(({ paragraph_id, exchange_id, measure, category, target, value, label, quote }) =>
    [
      paragraph_id === null ? `exchange ${exchange_id}` : `paragraph ${paragraph_id}`,
      measure,
      category ?? target ?? '',
      value?.toFixed(2) ?? '',
      label ?? '',
      quote?.replaceAll('\n', ' ') ?? '',
    ].join('\t'),
  )
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('golden/interview-rows.tsv')
})

/** The version moves with every release, and the codebook's hash with every cue; neither is a score. */
function withoutVersion(report: string): string {
  return report.replace(/^Codebook [\s\S]*$/m, '')
}
