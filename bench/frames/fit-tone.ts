/**
 * Fits the tone lexicon on coded paragraphs, and says how well it tells concern from opportunity where no fit has seen the text.
 *
 *     npx tsx bench/frames/fit-tone.ts [--write]
 *
 * Reads `data/press-frames` and `recipes/frame-sentences.tsv` below MEDIA_FRAMING_DATA, and beside this file `tone-codings.json` (the tones we
 * coded for those sentences, by line), `own-sentences.tsv` and `own-tone-codings.json` (the same for our own). One L2 logistic regression over: the frame, whether the unit asks, the words of two hand-written lists,
 * AFINN-165 (Nielsen 2011, from the npm package sentiment, MIT), and single words that coders met often enough. It folds into one
 * weight a word. A fifth of the press paragraphs is seen by no fit.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { codebooks, compileCodebook } from '../../src/frame/index.js'
import { isNegated, toneLength, toneWord } from '../../src/frame/read-tone.js'
import { matchPatterns } from '../../src/match/index.js'
import type { AnnotatedText } from '../../src/types.js'
import { hashText } from '../fold-hash.js'
import { type Fit, fitLogistic, predict, type SparseRow } from './logistic.js'
import { annotate, DATA, FRAMES, readPressRows } from './press-rows.js'
import { CONCERN, OPPORTUNITY } from './tone-lists.js'

const LEXICON = join(import.meta.dirname, '..', '..', 'src', 'frame', 'tone-words.ts')
const STRENGTH = 1 // C of the regression
const INVENTED_WEIGHT = 0.5
const LIST_SCALE = 0.6
const AFINN_SCALE = 0.3 // of a score of 3
const WORD_SCALE = 0.35
const FACET_SCALE = 0.6
const OTHER_SENTENCE = 0.5
const RARE = 3 // texts
const FOLDS = 10
const LEANS = join(import.meta.dirname, '..', '..', 'src', 'frame', 'codebooks', 'diplomacy-press-tone.json')
const LEAST_WEIGHT = 0.05 // logits; words below it are left out of the lexicon

interface Case {
  readonly id: string
  readonly kind: 'press' | 'unseen' | 'invented'
  readonly unit: AnnotatedText
  readonly frame: string
  /** 1 opportunity, 0 concern. */
  readonly label: number
}

const afinn = new Map<string, number>(
  Object.entries((createRequire(import.meta.url)('sentiment/languages/en') as { labels: Record<string, number> }).labels).filter(
    ([word]) => /^[a-z]+$/.test(word),
  ),
)
const compiled = compileCodebook(codebooks['diplomacy-press'])
const known = { has: (word: string): boolean => CONCERN.has(word) || OPPORTUNITY.has(word) || afinn.has(word) }
const any = { has: (word: string): boolean => /^[a-z]{2,}/.test(word) }
const STOP = new Set('be have do say will would can could may must should get go'.split(' '))

function readCases(): Case[] {
  const cases: Case[] = []
  const put = (id: string, kind: Case['kind'], unit: AnnotatedText, tones: Iterable<[string, string]>): void => {
    for (const [frame, tone] of tones) {
      if (tone === 'concern' || tone === 'opportunity')
        cases.push({ id, kind, unit, frame, label: Number(tone === 'opportunity') })
    }
  }
  for (const { id, held, unit, tones } of readPressRows()) put(id, held ? 'unseen' : 'press', unit, tones)
  const sets = [
    { name: 'invented', file: join(DATA, '..', 'recipes', 'frame-sentences.tsv'), codings: 'tone-codings.json' },
    { name: 'own', file: join(import.meta.dirname, 'own-sentences.tsv'), codings: 'own-tone-codings.json' },
  ]
  for (const { name, file, codings } of sets) {
    const sentences = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
    const tones = JSON.parse(readFileSync(join(import.meta.dirname, codings), 'utf8')) as Record<string, Record<string, string>>
    for (const [line, coded] of Object.entries(tones))
      put(`${name} ${line}`, 'invented', annotate(sentences[Number(line)]?.split('\t').at(-1) ?? ''), Object.entries(coded))
  }
  return cases
}

function featuresOf({ unit, frame }: Case): Map<string, number> {
  const { tokens } = unit
  const features = new Map<string, number>([[`frame ${frame}`, 1]])
  const add = (name: string, value: number): void => void features.set(name, (features.get(name) ?? 0) + value)
  const number = FRAMES.indexOf(frame as (typeof FRAMES)[number])
  const hits = matchPatterns(unit, compiled.patterns).filter(
    ({ entry }) => compiled.entries[entry]?.frame === number && compiled.entries[entry]?.cue,
  )
  const sentences = new Set(hits.map(({ first }) => tokens.sentence[first]))
  for (const { entry } of hits) add(`facet ${frame} ${compiled.entries[entry]?.facet}`, FACET_SCALE / hits.length)
  const length = toneLength(tokens)
  const seen = new Set<string>()
  for (let i = 0; i < tokens.lower.length; i++) {
    const word = toneWord(tokens, i, known) ?? toneWord(tokens, i, any)
    if (word === null || seen.has(word)) continue
    seen.add(word)
    const near = sentences.size === 0 || sentences.has(tokens.sentence[i])
    const value = ((near ? 1 : OTHER_SENTENCE) * (isNegated(unit, i) ? -1 : 1)) / length
    if (CONCERN.has(word)) add('list concern', value * LIST_SCALE)
    if (OPPORTUNITY.has(word)) add('list opportunity', value * LIST_SCALE)
    if (afinn.has(word)) add('afinn', (value * AFINN_SCALE * (afinn.get(word) as number)) / 3)
    if (!STOP.has(word)) add(`word ${word}`, value * WORD_SCALE)
  }
  if (tokens.lower.includes('?')) features.set('question', 1)
  return features
}

const cases = readCases()
const found = cases.map(featuresOf)
const counts = new Map<string, number>()
for (const features of found) for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
const names = [...counts]
  .filter(([name, count]) => !name.startsWith('word ') || count >= RARE)
  .map(([name]) => name)
  .sort()
const at = new Map(names.map((name, i) => [name, i]))
const rows = found.map((features): SparseRow => {
  const used = [...features].filter(([name]) => at.has(name))
  return {
    columns: Int32Array.from(used, ([name]) => at.get(name) as number),
    values: Float64Array.from(used, ([, value]) => value),
  }
})

function fitCases(use: (i: number) => boolean): Fit {
  const picked = cases.map((_, i) => i).filter(use)
  return fitLogistic(
    picked.map((i) => rows[i] as SparseRow),
    picked.map((i) => cases[i]?.label as number),
    picked.map((i) => (cases[i]?.kind === 'invented' ? INVENTED_WEIGHT : 1)),
    names.length,
    STRENGTH,
  )
}

function say(name: string, kind: Case['kind'], logits: readonly number[]): void {
  const picked = cases.map((_, i) => i).filter((i) => cases[i]?.kind === kind)
  const share = (label: number | null): string => {
    const of = picked.filter((i) => label === null || cases[i]?.label === label)
    return `${((100 * of.filter((i) => Number((logits[i] as number) > 0) === cases[i]?.label).length) / of.length).toFixed(0)} %`
  }
  console.log(
    `${name}: right in ${share(null)} of ${picked.length} (concern ${share(0)}, opportunity ${share(1)}); always concern ${((100 * picked.filter((i) => cases[i]?.label === 0).length) / picked.length).toFixed(0)} %`,
  )
}

const foldOf = cases.map(({ id }) => Number.parseInt(hashText(`tone ${id}`).slice(0, 6), 16) % FOLDS)
const outOfFold: number[] = []
for (let fold = 0; fold < FOLDS; fold++) {
  const made = fitCases((i) => cases[i]?.kind !== 'unseen' && foldOf[i] !== fold)
  cases.forEach((_, i) => {
    if (foldOf[i] === fold) outOfFold[i] = predict(made, rows[i] as SparseRow)
  })
}
say('press, cross-validated', 'press', outOfFold)
say('invented, cross-validated', 'invented', outOfFold)
const made = fitCases((i) => cases[i]?.kind !== 'unseen')
say(
  'press, unseen',
  'unseen',
  rows.map((row) => predict(made, row)),
)

const weightOf = (name: string): number => made.weights[at.get(name) ?? -1] ?? 0
const lexicon = new Map<string, number>()
for (const word of [
  ...new Set([
    ...CONCERN,
    ...OPPORTUNITY,
    ...afinn.keys(),
    ...names.filter((name) => name.startsWith('word ')).map((name) => name.slice(5)),
  ]),
].sort()) {
  const weight =
    (CONCERN.has(word) ? weightOf('list concern') * LIST_SCALE : 0) +
    (OPPORTUNITY.has(word) ? weightOf('list opportunity') * LIST_SCALE : 0) +
    ((afinn.get(word) ?? 0) / 3) * AFINN_SCALE * weightOf('afinn') +
    weightOf(`word ${word}`) * WORD_SCALE
  if (Math.abs(weight) >= LEAST_WEIGHT) lexicon.set(word, Math.round(weight * 20) / 20)
}
// What a cue says by itself: the share of opportunity less that of concern among paragraphs with such a cue, all words apart.
const leans = codebooks['diplomacy-press'].frames.map(({ id, facets }): [string, Record<string, number>] => [
  id,
  Object.fromEntries(
    facets.map((facet) => {
      const logit = made.intercept + weightOf(`frame ${id}`) + FACET_SCALE * weightOf(`facet ${id} ${facet.id}`)
      return [facet.id, Math.round(Math.tanh(logit / 2) * 100) / 100]
    }),
  ),
])
console.log(`${lexicon.size} words; question ${weightOf('question').toFixed(2)}`)
for (const [frame, facets] of leans)
  console.log(
    `  ${frame}: ${Object.entries(facets)
      .map(([facet, tone]) => `${facet} ${tone}`)
      .join(', ')}`,
  )
if (process.argv.includes('--write')) {
  writeFileSync(LEANS, `${JSON.stringify(Object.fromEntries(leans), null, 2)}\n`)
  const byWeight = new Map<number, string[]>()
  for (const [word, weight] of lexicon) byWeight.set(weight, [...(byWeight.get(weight) ?? []), word])
  const lines = [...byWeight].sort(([a], [b]) => a - b).map(([weight, words]) => `${weight} ${words.join(' ')}`)
  writeFileSync(
    LEXICON,
    `/** Made by \`npx tsx bench/frames/fit-tone.ts --write\`; do not edit. */

/** Logits that a unit which asks leans to opportunity. */
export const TONE_QUESTION = ${Math.round(weightOf('question') * 100) / 100}

/**
 * Logits of opportunity against concern by word: base forms, or forms where only those are known.
 *
 * Source: our lists of tone words and AFINN-165 (Nielsen 2011; npm package sentiment, MIT), weighed on coded press paragraphs.
 */
export const TONE_WORDS: ReadonlyMap<string, number> = new Map(
  \`${lines.join('\n')}\`.split('\\n').flatMap((line) => {
    const [weight, ...words] = line.split(' ')
    return words.map((word): [string, number] => [word, Number(weight)])
  }),
)
`,
  )
}
