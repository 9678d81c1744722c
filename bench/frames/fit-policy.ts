/**
 * Fits the word table of `policy-frames` on the articles of SemEval-2023 task 3, and says how well it codes articles it has not seen.
 *
 *     npx tsx bench/frames/fit-policy.ts [--write]
 *
 * One L2 logistic regression a frame over cue features and words (tf-idf), made honest by Platt's scaling on out-of-fold logits. The
 * folds are by hash of the id, so the same data give the same bytes. No text of the set is kept, only weights of single words.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codebooks, compileCodebook } from '../../src/frame/index.js'
import { readFeatures } from '../../src/frame/score-frames.js'
import { listEntries } from '../../src/frame/word-features.js'
import { decodeTable, encodeRarity, type WordTable } from '../../src/frame/word-table.js'
import { hashText } from '../fold-hash.js'
import { type Fit, fitLogistic, predict, type SparseRow } from './logistic.js'
import { annotate, readLines } from './rows.js'

const TABLE = join(import.meta.dirname, '..', '..', 'src', 'frame', 'codebooks', 'policy-frames-table.json')
const STRENGTH = 10 // C of the regression
const CUE_SCALE = 0.02
const MOST_ENTRIES = 3000
const LEAST_ARTICLES = 3
const MOST_SHARE = 0.6 // of the articles; a word that stands in more tells none from another
const FOLDS = 6
const LISTING = { most: 5, least: 0.03, together: 0, present: 0 } // an article is long, so each of its words weighs little

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const round = (value: number): number => Math.round(value * 1e5) / 1e5

const codebook = codebooks['policy-frames']
const frames = codebook.frames.map(({ id }) => id)
const articles = readLines('data', 'semeval2023-frames', 'dev.jsonl').map((line) => {
  const { id, text, frames: coded } = JSON.parse(line)
  const labels = new Set((coded as string[]).map((name) => name.toLowerCase().replaceAll('_', '-')))
  return {
    unit: annotate(text),
    labels: frames.map((frame) => Number(labels.has(frame))),
    fold: Number.parseInt(hashText(`policy ${id}`).slice(0, 6), 16) % FOLDS,
  }
})

const counts = new Map<string, number>()
for (const { unit } of articles) {
  for (const entry of new Set(listEntries(unit.tokens))) if (!entry.includes(' ')) counts.set(entry, (counts.get(entry) ?? 0) + 1)
}
const rarityOf = (count: number): number => Math.log((articles.length + 1) / (count + 1)) + 1
const entries = [...counts]
  .filter(([, count]) => count >= LEAST_ARTICLES && count <= MOST_SHARE * articles.length)
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  .slice(0, MOST_ENTRIES)
  .map(([entry]) => entry)
  .sort()
const empty: WordTable = {
  frames,
  entries: entries.join('\n'),
  weights: base64(new Uint8Array(entries.length * frames.length)),
  rarity: base64(Uint8Array.from(entries, (entry) => encodeRarity(rarityOf(counts.get(entry) ?? 0)))),
  unseen: encodeRarity(rarityOf(0)) / 16,
  scale: frames.map(() => 0),
  intercepts: frames.map(() => 0),
  cues: {},
}
const decoded = decodeTable(empty)
const { table: _, ...bare } = codebook
const compiled = compileCodebook(bare)
const found = articles.map(({ unit }) => readFeatures(unit, decoded, compiled))
const features = [...new Set(found.flatMap(({ cues }) => [...cues.keys()]))].sort()
const featureAt = new Map(features.map((name, i) => [name, i]))
const columns = features.length + entries.length
const rows = found.map(({ cues, words }): SparseRow => {
  const pairs: [number, number][] = [...cues].map(([name, { value }]) => [featureAt.get(name) as number, value * CUE_SCALE])
  words.entries.forEach((entry, k) => {
    pairs.push([features.length + entry, words.values[k] as number])
  })
  return { columns: Int32Array.from(pairs, ([column]) => column), values: Float64Array.from(pairs, ([, value]) => value) }
})

/** Weights that give both classes of a frame the same say. */
function balance(labels: readonly number[]): number[] {
  const positive = labels.reduce((a, b) => a + b, 0)
  return labels.map((label) => labels.length / 2 / Math.max(1, label === 1 ? positive : labels.length - positive))
}

function fitAll(use: (i: number) => boolean): Fit[] {
  const picked = rows.map((__, i) => i).filter(use)
  return frames.map((__, f) =>
    fitLogistic(
      picked.map((i) => rows[i] as SparseRow),
      picked.map((i) => articles[i]?.labels[f] as number),
      balance(picked.map((i) => articles[i]?.labels[f] as number)),
      columns,
      STRENGTH,
    ),
  )
}

const logits: number[][] = []
for (let fold = 0; fold < FOLDS; fold++) {
  const fits = fitAll((i) => articles[i]?.fold !== fold)
  articles.forEach((article, i) => {
    if (article.fold === fold) logits[i] = fits.map((fit) => predict(fit, rows[i] as SparseRow))
  })
}
const calibrate = (use: (i: number) => boolean) =>
  frames.map((__, f) => {
    const picked = rows.map((___, i) => i).filter(use)
    const { weights, intercept } = fitLogistic(
      picked.map((i) => ({ columns: Int32Array.of(0), values: Float64Array.of((logits[i] as number[])[f] as number) })),
      picked.map((i) => articles[i]?.labels[f] as number),
      picked.map(() => 1),
      1,
      1,
    )
    return { slope: weights[0] as number, shift: intercept }
  })

// Each half is calibrated on the other, so that no article has a say in its own score.
const halves = [calibrate((i) => i % 2 === 0), calibrate((i) => i % 2 === 1)] as const
const salience = logits.map((row, i) =>
  row.map((logit, f) => {
    const platt = (i % 2 === 0 ? halves[1] : halves[0])[f] as { slope: number; shift: number }
    return 1 / (1 + Math.exp(-(platt.slope * logit + platt.shift)))
  }),
)
for (const threshold of [0.3, 0.34, 0.38, 0.42]) {
  const tally = frames.map((__, f) => {
    let [hit, given, coded] = [0, 0, 0]
    articles.forEach(({ labels }, i) => {
      const present = (salience[i]?.[f] as number) >= threshold
      if (present && labels[f] === 1) hit++
      given += Number(present)
      coded += labels[f] as number
    })
    return { hit, given, coded }
  })
  const sum = (key: 'hit' | 'given' | 'coded'): number => tally.reduce((total, each) => total + each[key], 0)
  const each = tally.map(({ hit, given, coded }) => (2 * hit) / Math.max(1, given + coded))
  console.log(
    `out of fold at ${threshold}: micro-F1 ${((2 * sum('hit')) / (sum('given') + sum('coded'))).toFixed(3)}, macro ${(each.reduce((a, b) => a + b, 0) / frames.length).toFixed(3)}`,
  )
  if (threshold === codebook.threshold)
    frames.forEach((frame, f) => {
      console.log(`  ${frame.padEnd(46)} ${each[f]?.toFixed(2)}`)
    })
}
const everything = articles.reduce((total, { labels }) => total + labels.reduce((a, b) => a + b, 0), 0)
console.log(
  `all frames for every article: micro-F1 ${((2 * everything) / (articles.length * frames.length + everything)).toFixed(3)}`,
)

if (process.argv.includes('--write')) {
  const fits = fitAll(() => true)
  const platt = calibrate(() => true)
  const exact = fits.map(({ weights }, f) =>
    entries.map((__, e) => (weights[features.length + e] as number) * (platt[f]?.slope as number)),
  )
  const scale = exact.map((weights) =>
    round(([...weights].map(Math.abs).sort((a, b) => a - b)[Math.floor(weights.length * 0.998)] as number) / 127),
  )
  const bytes = entries.flatMap((__, e) =>
    exact.map((weights, f) => Math.max(-127, Math.min(127, Math.round((weights[e] as number) / (scale[f] as number)))) & 255),
  )
  const table: WordTable = {
    ...empty,
    weights: base64(Uint8Array.from(bytes)),
    scale,
    intercepts: fits.map(({ intercept }, f) => round((platt[f]?.slope as number) * intercept + (platt[f]?.shift as number))),
    cues: Object.fromEntries(
      features.map((name, c) => [
        name,
        fits.map(({ weights }, f) => round((weights[c] as number) * CUE_SCALE * (platt[f]?.slope as number))),
      ]),
    ),
    listing: LISTING,
  }
  writeFileSync(TABLE, `${JSON.stringify(table)}\n`)
}
