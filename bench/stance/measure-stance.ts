/**
 * Measures stance on labelled texts beside simple baselines, with 95 % intervals by bootstrap over texts.
 *
 * npx tsx bench/stance/measure-stance.ts [VADER]   (VADER is vader_lexicon.txt's package folder, vader-sentiment of npm)
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { argv, env, exit } from 'node:process'
import language from 'sentiment/languages/en/index.js'
import { findMentions, listPersons } from '../../src/annotate/mentions.js'
import { annotateText } from '../../src/annotate/tokens.js'
import { scoreStance } from '../../src/index.js'
import { splitSentences } from '../../src/segment/sentences.js'
import { addArticleContext, createStanceScorer } from '../../src/stance/index.js'
import type { AnnotatedText, StanceScore } from '../../src/types.js'
import { macroF1, pearson } from './agreement.js'
import { readCoded } from './mention-examples.js'
import { makeRandom } from './random.js'

const data = join(env.MEDIA_FRAMING_DATA ?? '../shared', 'data')
if (!existsSync(data)) {
  console.error(`No labelled texts in ${data}: set MEDIA_FRAMING_DATA to the folder that holds data/.`)
  exit(2)
}
const RESAMPLES = 1000
const SEED = 1
const vader = loadVader(argv[2])
const scorer = createStanceScorer()

const lines = <T>(path: string): T[] =>
  readFileSync(join(data, path), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)
const annotate = (text: string, start = 0, end = text.length): AnnotatedText =>
  annotateText(text, { start, end }, splitSentences(text, { start, end }))
const VALUE = { favor: 1, against: -1, neutral: 0, mixed: 0 } as const
const afinnWords = new Map(Object.entries(language.labels))

function afinn(text: string): number {
  return (text.toLowerCase().match(/[a-z'-]+/g) ?? []).reduce((sum, word) => sum + (afinnWords.get(word) ?? 0), 0)
}

function loadVader(path: string | undefined): ((text: string) => number) | null {
  if (!path) return null
  const { SentimentIntensityAnalyzer } = createRequire(import.meta.url)(path) as {
    SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } }
  }
  return (text) => SentimentIntensityAnalyzer.polarity_scores(text).compound
}

const signOf = (value: number, threshold = 0): number => (value > threshold ? 1 : value < -threshold ? -1 : 0)

function interval(count: number, measure: (chosen: readonly number[]) => number): string {
  const random = makeRandom(SEED)
  const values = Array.from({ length: RESAMPLES }, () =>
    measure(Array.from({ length: count }, () => Math.floor(random() * count))),
  )
  values.sort((a, b) => a - b)
  const at = (share: number): string => (values[Math.floor(share * (RESAMPLES - 1))] as number).toFixed(3)
  return `${at(0.025)} to ${at(0.975)}`
}

function print(
  name: string,
  texts: readonly string[],
  wanted: readonly number[],
  got: readonly number[],
  isCorrelation = false,
): void {
  const measure = (said: readonly number[], chosen: readonly number[]): number => {
    const a = chosen.map((i) => wanted[i] as number)
    const b = chosen.map((i) => said[i] as number)
    return isCorrelation ? pearson(a, b) : macroF1(a, b)
  }
  const all = wanted.map((_, i) => i)
  const row = (label: string, said: readonly number[]): void =>
    console.log(
      `  ${label.padEnd(16)} ${measure(said, all).toFixed(3)}  (${interval(all.length, (chosen) => measure(said, chosen))})`,
    )
  console.log(`${name}, ${texts.length} texts, ${isCorrelation ? 'Pearson r' : 'macro-F1'}`)
  row('this library', got)
  row(
    'AFINN',
    texts.map((text) => (isCorrelation ? afinn(text) : signOf(afinn(text)))),
  )
  if (vader)
    row(
      'VADER',
      texts.map((text) => (isCorrelation ? vader(text) : signOf(vader(text), 0.05))),
    )
  if (!isCorrelation)
    row(
      'always neutral',
      texts.map(() => 0),
    )
}

for (const part of ['dev-mt', 'dev-rw'] as const) {
  const rows = lines<{ sentence: string; from: number; to: number; polarity: number }>(`newsmtsc/${part}.jsonl`)
  const got = rows.map(({ sentence, from, to }) => {
    const unit = annotate(sentence)
    const { stances } = scorer.score(unit, findMentions([unit])[0] ?? [], 'author', { target: { start: from, end: to } })
    return VALUE[(stances[0] as StanceScore).label]
  })
  print(
    `NewsMTSC ${part}`,
    rows.map(({ sentence }) => sentence),
    rows.map(({ polarity }) => polarity),
    got,
  )
}

const coded = readCoded()
print(
  'Own codings of real sentences (in no fit; one coder a row, neutral where in doubt)',
  coded.map(({ unit }) => unit.text),
  coded.map(({ polarity }) => polarity),
  coded.map(({ unit, from, to }) => {
    const { stances } = scorer.score(unit, findMentions([unit])[0] ?? [], 'author', { target: { start: from, end: to } })
    return VALUE[(stances[0] as StanceScore).label]
  }),
)

/** Sentences written for this library: label and holder, by `scoreStance` as a user calls it. */
function printWritten(name: string, file: string): void {
  const rows = readFileSync(new URL(`../../test/stance/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split('\t') as [kind: string, target: string, label: string, holder: string, sentence: string])
  const nameOf = (holder: string): string => {
    const [mentions = []] = findMentions([annotate(holder)])
    const [only] = mentions
    const isWhole = only && mentions.length === 1 && only.end - only.start >= holder.length - 'the '.length
    return (isWhole ? only.name : holder.replace(/^(?:the|an?) /i, '')).toLowerCase()
  }
  const right = { label: 0, own: 0, others: 0, afinn: 0, vader: 0 }
  const labelOf = (sign: number): string => (sign > 0 ? 'favor' : sign < 0 ? 'against' : 'neutral')
  for (const [, target, label, holder, sentence] of rows) {
    const found = scoreStance(sentence, { targets: [target] }).filter((row) => row.target === target)
    const wanted = nameOf(holder)
    const matching = found.filter((row) => {
      const held = nameOf(row.holder)
      return held.includes(wanted) || wanted.includes(held)
    })
    if (matching.length > 0) right[holder === 'author' ? 'own' : 'others']++
    const labels = (matching.length > 0 ? matching : found).map((row) => row.label as string)
    if (labels.includes(label) || (labels.length === 0 && label === 'neutral')) right.label++
    if (labelOf(signOf(afinn(sentence))) === label) right.afinn++
    if (vader && labelOf(signOf(vader(sentence), 0.05)) === label) right.vader++
  }
  const own = rows.filter(([, , , holder]) => holder === 'author').length
  const share = (count: number, all: number): string => (count / Math.max(1, all)).toFixed(2)
  console.log(
    `${name}, ${rows.length} texts: label ${share(right.label, rows.length)} (AFINN ${share(right.afinn, rows.length)}${
      vader ? `, VADER ${share(right.vader, rows.length)}` : ''
    }), holder of the author's own ${share(right.own, own)}, of others' ${share(right.others, rows.length - own)}`,
  )
}
printWritten('Written, plain, errors never looked at', 'unseen-plain.tsv')
printWritten('Written, diverse, nine errors looked at', 'diverse.tsv')
printWritten('Written, hard, half of the errors looked at', 'hard.tsv')
printWritten('Written by the author of the rules before a result was seen', 'unseen.tsv')

const editorials = lines<{ sentence: string; rating: number }>('nyt-editorials/dev.jsonl')
print(
  'NYT editorials (fitted on them; see fit-stance --folds for unseen ones)',
  editorials.map(({ sentence }) => sentence),
  editorials.map(({ rating }) => rating),
  editorials.map(({ sentence }) => {
    const unit = annotate(sentence)
    return scorer.score(unit, findMentions([unit])[0] ?? [], 'author').overall?.polarity ?? 0
  }),
  true,
)

const press = lines<{ text: string; stance: keyof typeof VALUE | 'none' }>('press-frames/dev.jsonl').filter(
  ({ stance }) => stance !== 'mixed',
)
print(
  'press-frames (fitted on them; see fit-stance --folds for unseen ones)',
  press.map(({ text }) => text),
  press.map(({ stance }) => (stance === 'none' ? 0 : VALUE[stance])),
  press.map(({ text }) => {
    const unit = annotate(text)
    return VALUE[scorer.score(unit, findMentions([unit])[0] ?? [], 'author').overall?.label ?? 'neutral']
  }),
)

const VALUE_OF_PERSENT: Readonly<Record<string, number>> = { Positive: 1, Neutral: 0, Negative: -1 }
// As `analyze(article, { targets })` does: the whole article helps to know who `he` is and how he is spoken of.
const persent = lines<{ text: string; target: string; paragraphs: string[] }>('persent/dev.jsonl').flatMap(
  ({ text, target, paragraphs }) => {
    const starts: number[] = []
    let at = 0
    for (const line of text.split('\n')) {
      starts.push(at)
      at += line.length + 1
    }
    const rows = paragraphs.map((): StanceScore[] => [])
    const units = text.split('\n').map((line, i) => annotate(text, starts[i] as number, (starts[i] as number) + line.length))
    const mentions = findMentions(units, { targets: [target] })
    const scored = addArticleContext(
      units.map((unit, i) => [...scorer.score(unit, mentions[i] ?? [], 'author', { targets: [target], only: true }).stances]),
      units.map(() => 'author'),
      listPersons([target]),
    )
    scored.forEach((each, i) => {
      rows[i]?.push(...each)
    })
    return paragraphs.map((label, i) => {
      const mean = (rows[i] ?? []).reduce((sum, { label }) => sum + VALUE[label], 0)
      const start = starts[i] as number
      return { text: text.slice(start, text.indexOf('\n', start)), wanted: VALUE_OF_PERSENT[label] as number, got: signOf(mean) }
    })
  },
)
print(
  'PerSenT paragraphs (never fitted on)',
  persent.map(({ text }) => text),
  persent.map(({ wanted }) => wanted),
  persent.map(({ got }) => got),
)
