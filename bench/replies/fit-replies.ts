/**
 * Fits the weights of the reply model and shows how well it does on interviews it has not seen.
 *
 *     npx tsx bench/replies/fit-replies.ts [--write]
 *
 * A fifth of the interviews of CLARITY, by a hash of their address, is neither fitted nor looked at. Cross-validation runs over the
 * rest in five folds by interview. `--write` stores the weights in `src/compare/reply-weights.json`.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Clarity, Evasion } from '../../src/types.js'
import { type MeasuredPair, measurePair, readClarity, readOwn } from './rows.js'
import { type FittedSoftmax, fitSoftmax, predictSoftmax } from './softmax.js'

const CLARITIES: readonly Clarity[] = ['clear_reply', 'ambivalent', 'clear_non_reply']
const AMBIVALENT: readonly Evasion[] = ['implicit', 'general', 'partial', 'dodging', 'deflection']
const NON_REPLY: readonly Evasion[] = ['declining', 'claims_ignorance', 'clarification']
const ALL: readonly Evasion[] = ['explicit', ...AMBIVALENT, ...NON_REPLY]
const PENALTY = 0.1 // chosen on the folds among 0.03, 0.1, 0.2, 0.5; the differences are noise
const CLASS_EXPONENT = 0.7 // how far rare classes are weighed up; chosen on the folds among 0.7 and 1
const OWN_WEIGHT = 1.5 // one of our pairs against one of CLARITY
const ROUNDS = 1000 // of the bootstrap

interface Models {
  readonly clarity: FittedSoftmax
  readonly ambivalent: FittedSoftmax
  readonly clear_non_reply: FittedSoftmax
}
interface Guess {
  readonly clarity: Clarity | null
  readonly evasion: Evasion | null
}

function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0
  return h
}

function fitLabels<L extends string>(
  rows: readonly MeasuredPair[],
  labels: readonly L[],
  labelOf: (row: MeasuredPair) => L,
): FittedSoftmax {
  const known = rows.filter(({ features }) => features !== null)
  const ids = [...new Set(known.flatMap(({ features }) => [...(features as ReadonlyMap<string, number>).keys()]))].sort()
  const counts = labels.map((label) => known.filter((row) => labelOf(row) === label).length)
  return fitSoftmax(
    known.map((row) => {
      const label = labels.indexOf(labelOf(row))
      const balance = (known.length / (labels.length * (counts[label] as number))) ** CLASS_EXPONENT
      return {
        features: row.features as ReadonlyMap<string, number>,
        label,
        weight: balance * (row.group.startsWith('own-') ? OWN_WEIGHT : 1),
      }
    }),
    ids,
    labels.length,
    PENALTY,
  )
}

function fit(rows: readonly MeasuredPair[]): Models {
  return {
    clarity: fitLabels(rows, CLARITIES, ({ clarity }) => clarity),
    ambivalent: fitLabels(
      rows.filter(({ clarity }) => clarity === 'ambivalent'),
      AMBIVALENT,
      ({ evasion }) => evasion,
    ),
    clear_non_reply: fitLabels(
      rows.filter(({ clarity }) => clarity === 'clear_non_reply'),
      NON_REPLY,
      ({ evasion }) => evasion,
    ),
  }
}

function most(p: readonly number[]): number {
  return p.indexOf(Math.max(...p))
}

function guess(models: Models, { features }: MeasuredPair): Guess {
  if (features === null) return { clarity: null, evasion: null }
  const clarity = CLARITIES[most(predictSoftmax(models.clarity, features))] as Clarity
  const evasion =
    clarity === 'clear_reply'
      ? 'explicit'
      : clarity === 'ambivalent'
        ? AMBIVALENT[most(predictSoftmax(models.ambivalent, features))]
        : NON_REPLY[most(predictSoftmax(models.clear_non_reply, features))]
  return { clarity, evasion: evasion as Evasion }
}

function macroF1(gold: readonly string[], got: readonly (string | null)[], labels: readonly string[]): number {
  const scores = labels.map((label) => {
    const hit = gold.filter((each, i) => each === label && got[i] === label).length
    const wrong = gold.filter((each, i) => (each === label) !== (got[i] === label)).length
    return hit === 0 ? 0 : (2 * hit) / (2 * hit + wrong)
  })
  return scores.reduce((sum, each) => sum + each, 0) / labels.length
}

/** 95 % interval by resampling whole interviews. */
function interval(
  rows: readonly MeasuredPair[],
  got: readonly (string | null)[],
  pick: (row: MeasuredPair) => string,
  labels: readonly string[],
): string {
  const byGroup = new Map<string, number[]>()
  rows.forEach(({ group }, i) => {
    byGroup.set(group, [...(byGroup.get(group) ?? []), i])
  })
  const groups = [...byGroup.values()]
  let state = 20240611
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const scores = Array.from({ length: ROUNDS }, () => {
    const sample = groups.flatMap(() => groups[Math.floor(random() * groups.length)] as number[])
    return macroF1(
      sample.map((i) => pick(rows[i] as MeasuredPair)),
      sample.map((i) => got[i] as string | null),
      labels,
    )
  }).sort((a, b) => a - b)
  return `${(scores[Math.floor(ROUNDS * 0.025)] as number).toFixed(2)} to ${(scores[Math.floor(ROUNDS * 0.975)] as number).toFixed(2)}`
}

function show(name: string, rows: readonly MeasuredPair[], guesses: readonly Guess[]): void {
  const clarity = guesses.map((each) => each.clarity)
  const f1 = macroF1(
    rows.map((row) => row.clarity),
    clarity,
    CLARITIES,
  )
  const always = macroF1(
    rows.map((row) => row.clarity),
    rows.map(() => 'ambivalent'),
    CLARITIES,
  )
  const nine = macroF1(
    rows.map((row) => row.evasion),
    guesses.map(({ evasion }) => evasion),
    ALL,
  )
  console.log(
    `${name.padEnd(26)} n ${rows.length}  three-way ${f1.toFixed(3)} (${interval(rows, clarity, (row) => row.clarity, CLARITIES)}), always ambivalent ${always.toFixed(3)}; nine labels ${nine.toFixed(3)}; no question found ${clarity.filter((each) => each === null).length}`,
  )
  for (const label of CLARITIES) {
    console.log(
      `  ${label.padEnd(16)} ${CLARITIES.map((other) => String(rows.filter((row, i) => row.clarity === label && clarity[i] === other).length).padStart(4)).join('')}`,
    )
  }
}

const clarity = readClarity().map(measurePair)
const own = readOwn().map(measurePair)
const [ownDevelopment, ownUnseen] = [own.filter(({ part }) => part === 'dev'), own.filter(({ part }) => part === 'unseen')]
const unseen = clarity.filter(({ group }) => hash(group) % 5 === 0)
const development = clarity.filter(({ group }) => hash(group) % 5 !== 0)
const foldOf = ({ group }: MeasuredPair): number => hash(`fold ${group}`) % 5
const crossModels = [0, 1, 2, 3, 4].map((fold) => fit([...development, ...ownDevelopment].filter((row) => foldOf(row) !== fold)))
show(
  'CLARITY, cross-validated',
  development,
  development.map((row) => guess(crossModels[foldOf(row)] as Models, row)),
)
show(
  'own pairs, cross-validated',
  ownDevelopment,
  ownDevelopment.map((row) => guess(crossModels[foldOf(row)] as Models, row)),
)
const models = fit([...development, ...ownDevelopment])
if (process.argv.includes('--unseen')) {
  show(
    'CLARITY, unseen',
    unseen,
    unseen.map((row) => guess(models, row)),
  )
  show(
    'own pairs, unseen',
    ownUnseen,
    ownUnseen.map((row) => guess(models, row)),
  )
}
if (process.argv.includes('--write')) {
  const round = ({ intercepts, weights }: FittedSoftmax): FittedSoftmax => ({
    intercepts: intercepts.map((each) => Number(each.toFixed(4))),
    weights: Object.fromEntries(Object.entries(weights).map(([id, row]) => [id, row.map((each) => Number(each.toFixed(4)))])),
  })
  const stored = {
    clarity: round(models.clarity),
    ambivalent: round(models.ambivalent),
    clear_non_reply: round(models.clear_non_reply),
  }
  writeFileSync(
    join(import.meta.dirname, '..', '..', 'src', 'compare', 'reply-weights.json'),
    `${JSON.stringify(stored, null, 1)}\n`,
  )
}
