/**
 * The whole loop on a small archive of 24 invented articles: draw, code, agree, validate, estimate, compare, look.
 * Run it from the root of the package: npx tsx examples/research/whole-loop.ts
 */
import { readFileSync } from 'node:fs'
import { analyze, codebooks, readRecord, toRows } from 'media-framing'
import {
  codingsFromRows,
  compareWords,
  drawSample,
  estimateShares,
  findInContext,
  formatEstimate,
  measureAgreement,
  questionsOf,
  readSheet,
  settleCodings,
  unitsOf,
  validateScores,
} from 'media-framing/research'

// The archive, scored: every paragraph is a unit.
const records = readFileSync('examples/research/archive.ndjson', 'utf8').trimEnd().split('\n')
const analyses = records.map((record) => analyze(readRecord(JSON.parse(record))))
const units = unitsOf(analyses)
const scores = codingsFromRows(
  analyses.flatMap((analysis) => toRows(analysis)),
  { units },
)
console.log(analyses.length, units.length)
//=> 24 288

// 1. Draw 100 units, half from each outlet, for two coders who both code all of them.
const sample = drawSample(units, { size: 100, strata: 'outlet', allocation: 'equal', seed: 2024, coders: ['anna', 'ben'] })
console.log(sample.length, sample[0]?.inclusionProbability.toFixed(3))
//=> 100 0.347

// 2. `writeSheet` makes a blind sheet a coder. These are filled; odd rows would stand in `errors`.
const questions = codebooks['diplomacy-press'] ? questionsOf(codebooks['diplomacy-press']) : []
const sheets = await Promise.all(
  ['anna', 'ben'].map((coder) => readSheet(readFileSync(`examples/research/${coder}.csv`), { questions, units: sample })),
)
const codings = sheets.flatMap((sheet) => sheet.codings)
console.log(codings.length, sheets.flatMap((sheet) => sheet.errors).length)
//=> 800 0

// 3. Do the coders agree? If not, talk about `disagreements` and rewrite the codebook before anything else.
const agreement = measureAgreement(codings, { level: 'nominal', texts: sample })
for (const { variable, alpha, ac1 } of agreement.variables) console.log(variable, formatEstimate(alpha), formatEstimate(ac1))
//=> frame:security 0.92 [0.77, 1.00] 0.92 [0.79, 1.00]
//=> frame:trade 0.84 [0.73, 0.95] 0.90 [0.83, 0.97]
//=> frame:sanctions 0.87 [0.68, 1.00] 0.96 [0.92, 1.00]
//=> frame:investment 0.6 [0.4, 0.8] 0.87 [0.79, 0.93]
console.log(agreement.disagreements.length)
//=> 23

// 4. Where they differ, Anna decides; then see how well the scores do.
const gold = settleCodings(codings, { prefer: 'anna' }).codings
const weightOf = new Map(sample.map(({ unit, weight }) => [unit, weight]))
const validation = validateScores(
  gold.map((coding) => ({ ...coding, weight: weightOf.get(coding.unit) ?? 1 })),
  scores,
)
for (const { variable, precision, recall, f1 } of validation.variables) {
  console.log(variable, [precision, recall, f1].map(formatEstimate).join('  '))
}
//=> frame:security 1.00 [1.00, 1.00]  0.54 [0.35, 0.71]  0.70 [0.52, 0.83]
//=> frame:trade 0.70 [0.53, 0.88]  0.85 [0.65, 1.00]  0.77 [0.62, 0.89]
//=> frame:sanctions 1.00 [1.00, 1.00]  0.8 [0.4, 1.0]  0.88 [0.62, 1.00]
//=> frame:investment 0.8 [0.6, 1.0]  0.6 [0.4, 0.9]  0.73 [0.52, 0.87]

// 5. The share of each frame in the whole archive, by outlet, corrected by the sample.
const { shares, contrasts } = estimateShares(scores, gold, { by: 'outlet', units, sample })
for (const share of shares.filter(({ variable }) => variable === 'frame:security')) {
  console.log(
    share.group,
    'naive',
    share.naive.toFixed(2),
    'corrected',
    formatEstimate(share),
    'gold only',
    formatEstimate(share.goldOnly),
  )
}
//=> Meridian Ledger naive 0.13 corrected 0.27 [0.21, 0.33] gold only 0.26 [0.17, 0.35]
//=> Sable Herald naive 0.24 corrected 0.46 [0.35, 0.57] gold only 0.48 [0.34, 0.62]
const [difference] = contrasts.filter(({ variable }) => variable === 'frame:security')
if (difference) console.log(difference.groups.join(' − '), formatEstimate(difference))
//=> Meridian Ledger − Sable Herald -0.19 [-0.31, -0.07]

// 6. Which words tell the outlets apart, and how do they stand in the text?
const of = (outlet: string) => units.filter((unit) => unit.outlet === outlet)
const [word] = compareWords(of('Sable Herald'), of('Meridian Ledger'), { stopWords: 'english', minCount: 5 })
console.log(word?.term, word?.countA, word?.countB)
//=> week 26 10
const [line] = findInContext(analyses, 'tariff', { window: 4 })
console.log(`${line?.left} | ${line?.keyword} | ${line?.right}`)
//=> Ilse Marenko wants the | tariff | on steel gone before
