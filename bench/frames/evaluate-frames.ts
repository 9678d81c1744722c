/**
 * How the shipped `diplomacy-press` codes paragraphs: the real ones (which it has seen), Reuters stories on trade, the reliability
 * diagram, and the obvious words a coder would start from, for comparison.
 *
 *     npx tsx bench/frames/evaluate-frames.ts [coded.tsv]
 *
 * With a file of coded paragraphs (letters of the frames as in `own-sentences.tsv`, text, tone of the first frame) it reports on these alone, by
 * what the codebook itself calls present.
 */
import { readFileSync } from 'node:fs'
import { codebooks, compileCodebook, defineCodebook, scoreUnitFrames } from '../../src/frame/index.js'
import { areaUnderCurve, report } from './report.js'
import { annotate, FRAMES, readCodedRows, readLines } from './rows.js'

const OBVIOUS = {
  security: ['security', 'military', 'war', 'terrorism', 'army', 'attack', 'weapon', 'nuclear'],
  trade: ['trade', 'export', 'import', 'tariff', 'customs', 'goods', 'turnover', 'supply chain'],
  sanctions: ['sanction', 'embargo', 'blacklist', 'export control', 'asset freeze', 'boycott', 'restriction', 'ban'],
  investment: ['investment', 'investor', 'invest', 'infrastructure', 'project', 'Belt and Road', 'debt', 'loan'],
}

const POLICY = new Set(['turnover-flows', 'agreements', 'tariffs-disputes'])

const compiled = compileCodebook(codebooks['diplomacy-press'])
const file = process.argv[2]
if (file) {
  reportFile(file)
  process.exit()
}

function reportFile(path: string): void {
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [letters = '', text = '', tone = ''] = line.split('\t')
      const scores = scoreUnitFrames(annotate(text), compiled)
      const coded = [...letters].flatMap((letter) => FRAMES['stxi'.indexOf(letter)] ?? [])
      return { coded, tone, scores, found: scores.filter(({ present }) => present).map(({ frame }) => frame) }
    })
  for (const frame of FRAMES) {
    const both = rows.filter(({ coded, found }) => coded.includes(frame) && found.includes(frame)).length
    const given = rows.filter(({ found }) => found.includes(frame)).length
    const coding = rows.filter(({ coded }) => coded.includes(frame)).length
    console.log(
      `${frame.padEnd(11)} F1 ${((2 * both) / Math.max(1, given + coding)).toFixed(2)}   precision ${both}/${given}   recall ${both}/${coding}`,
    )
  }
  const empty = rows.filter(({ coded }) => coded.length === 0)
  console.log(`no frame on ${empty.filter(({ found }) => found.length === 0).length} of ${empty.length} without one`)
  const told = rows.filter(({ tone, coded }) => coded.length > 0 && (tone === 'concern' || tone === 'opportunity'))
  const right = told.filter(({ tone, coded, scores }) => {
    const said = scores.find(({ frame }) => frame === coded[0])?.tone ?? 0
    return tone === 'concern' ? said < 0 : said > 0
  })
  console.log(`direction of tone right in ${right.length} of ${told.length}`)
}

const obvious = compileCodebook(
  defineCodebook({
    id: 'obvious-words',
    version: '1.0.0',
    frames: FRAMES.map((id) => ({
      id,
      definition: id,
      facets: [{ id: 'words', cues: OBVIOUS[id].map((pattern) => ({ pattern, reliability: 0.5 })) }],
      exclusions: [],
    })),
  }),
)

const rows = readCodedRows().filter(({ kind }) => kind === 'real')
report(
  'eight obvious words a frame',
  rows,
  rows.map(({ unit }) => scoreUnitFrames(unit, obvious)),
)
report(
  'diplomacy-press, real paragraphs (seen by the fit)',
  rows,
  rows.map(({ unit }) => scoreUnitFrames(unit, compiled)),
)

const bins = Array.from({ length: 10 }, () => ({ count: 0, sum: 0, coded: 0 }))
for (const { unit, labels } of rows) {
  const scores = scoreUnitFrames(unit, compiled)
  FRAMES.forEach((frame, f) => {
    const salience = scores.find((score) => score.frame === frame)?.salience ?? 0
    const bin = bins[Math.min(9, Math.floor(salience * 10))] as (typeof bins)[number]
    bin.count++
    bin.sum += salience
    bin.coded += labels[f] as number
  })
}
console.log('salience   paragraphs   mean   coded')
bins.forEach(({ count, sum, coded }, i) => {
  if (count > 0)
    console.log(
      `${(i / 10).toFixed(1)}–${((i + 1) / 10).toFixed(1)}    ${String(count).padStart(6)}      ${(sum / count).toFixed(2)}   ${(coded / count).toFixed(2)} ${'█'.repeat(Math.round((30 * coded) / count))}`,
    )
})

const stories = readLines('data', 'reuters21578', 'train.jsonl').map((line) => {
  const { title, body, topics } = JSON.parse(line)
  const scores = scoreUnitFrames(annotate(`${title}\n\n${body}`), compiled)
  const trade = scores.find(({ frame }) => frame === 'trade')
  const policy =
    trade?.facets.filter(({ facet }) => POLICY.has(facet)).reduce((most, { salience }) => Math.max(most, salience), 0) ?? 0
  return { coded: (topics as string[]).includes('trade'), trade: trade?.salience ?? 0, policy }
})
console.log(
  `reuters21578: AUC of salience for stories coded trade ${areaUnderCurve(stories.map(({ coded, trade }) => [coded, trade])).toFixed(3)}, of the facets of trade policy ${areaUnderCurve(stories.map(({ coded, policy }) => [coded, policy])).toFixed(3)}`,
)
