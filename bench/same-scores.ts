/**
 * Whether every text is still read, cut, tokenized and scored as before, to the byte.
 *
 *     npx tsx bench/same-scores.ts --out FILE [--only own|data]      before a change
 *     npx tsx bench/same-scores.ts --against FILE [--only own|data] [--show 10]      after it
 *
 * FILE (JSON lines, gzipped) holds a text a line: a hash and the values of each stage. Reads the texts of this repository and, where
 * MEDIA_FRAMING_DATA or ../shared is there, a set of the labelled ones. Ends with 1 where something differs.
 */
import { createHash } from 'node:crypto'
import { appendFileSync, createReadStream, writeFileSync } from 'node:fs'
import { exit } from 'node:process'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { createGunzip, gzipSync } from 'node:zlib'
import { annotateText, findMentions } from '../src/annotate/index.js'
import { createAnalyzer } from '../src/index.js'
import { type RowTables, toRows } from '../src/present/index.js'
import { readArticle } from '../src/read/index.js'
import { segmentArticle } from '../src/segment/index.js'
import { clip } from '../src/text/layer.js'
import type { AnnotatedText } from '../src/types.js'
import { readDataTexts, readOwnTexts, type SampleText } from './own-texts.js'

const STAGES = ['read', 'segment', 'tokens', 'frames', 'stance', 'compare', 'rows'] as const
type Stage = (typeof STAGES)[number]
type Hashes = Readonly<Record<Stage, string>>
/** JSON of each stage. */
type Values = Readonly<Record<Stage, string>>

/** A line of the file. */
interface Scored {
  readonly id: string
  readonly hashes: Hashes
  readonly values: Values
}

const analyzer = createAnalyzer()
const TABLES: readonly (keyof RowTables)[] = ['articles', 'paragraphs', 'exchanges', 'scores']

/** The columns of a unit's tokens as plain lists, however they are kept. */
function listTokens({ tokens }: AnnotatedText): unknown {
  const { start, end, value, lower, lemma, pos, sentence } = tokens
  return { start, end, value, lower, lemma, pos, sentence }
}

function scoreText({ id, text, target, pair }: SampleText): Scored {
  const article = readArticle(text)
  const segments = segmentArticle(article)
  const units = segments.paragraphs.map((paragraph) => annotateText(article.text, paragraph, clip(segments.sentences, paragraph)))
  const analysis = analyzer.analyze(article)
  const found: Readonly<Record<Stage, unknown>> = {
    read: article,
    segment: segments,
    tokens: { columns: units.map(listTokens), mentions: findMentions(units) },
    frames: analysis.paragraphs.map(({ frames }) => frames),
    stance: {
      paragraphs: analysis.paragraphs.map(({ stance, stances }) => ({ stance, stances })),
      given: target === null ? null : analyzer.scoreStance(text, { targets: [target] }),
    },
    compare: {
      exchanges: analysis.exchanges,
      pair: pair === null ? null : analyzer.compareExchange(pair.question, pair.answer),
    },
    rows: TABLES.map((table) => toRows(analysis, { table })),
  }
  const json = STAGES.map((stage) => [stage, JSON.stringify(found[stage])] as const)
  return {
    id,
    hashes: Object.fromEntries(json.map(([stage, value]) => [stage, hash(value)])) as Hashes,
    values: Object.fromEntries(json) as Values,
  }
}

function hash(value: string): string {
  return createHash('sha256').update(value).digest('hex').slice(0, 16)
}

const LINES_A_MEMBER = 500 // lines that are compressed together; a file of several gzip members is read as one

/** Scores all texts and keeps their hashes; the values, far more, go into the file at once. */
function scoreAll(texts: readonly SampleText[], file: string | undefined): ReadonlyMap<string, Hashes> {
  const hashes = new Map<string, Hashes>()
  if (file !== undefined) writeFileSync(file, '')
  let lines: string[] = []
  const flush = (): void => {
    if (file !== undefined) appendFileSync(file, gzipSync(lines.join(''), { level: 1 }))
    lines = []
  }
  for (const text of texts) {
    const scored = scoreText(text)
    hashes.set(scored.id, scored.hashes)
    if (file !== undefined && lines.push(`${JSON.stringify(scored)}\n`) >= LINES_A_MEMBER) flush()
  }
  if (lines.length > 0) flush()
  return hashes
}

/** Hands over the lines of a file one at a time: together they are too many. */
async function readScored(file: string, take: (scored: Scored) => void): Promise<void> {
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Number.POSITIVE_INFINITY })
  for await (const line of lines) take(JSON.parse(line) as Scored)
}

const MOST_DIFFERENCES = 4 // places shown of one stage of one text
const LONGEST_SHOWN = 160 // characters of a value

/** Where two JSON values differ, as `path: before → after`. */
function listDifferences(before: unknown, after: unknown, path: string, found: string[]): void {
  if (found.length >= MOST_DIFFERENCES || JSON.stringify(before) === JSON.stringify(after)) return
  const bothLists = Array.isArray(before) && Array.isArray(after) && before.length === after.length
  if (bothLists || (isRecord(before) && isRecord(after))) {
    const [a, b] = [before, after] as Record<string, unknown>[]
    for (const key of new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])) {
      listDifferences(a?.[key], b?.[key], `${path}.${key}`, found)
    }
  } else found.push(`${path}: ${shorten(before)} → ${shorten(after)}`)
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shorten(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing'
  return json.length > LONGEST_SHOWN ? `${json.slice(0, LONGEST_SHOWN)}… (${json.length})` : json
}

/** Prints what differs: counts first, then the first texts with the first places; true where nothing does. */
async function printDifferences(
  file: string,
  texts: ReadonlyMap<string, SampleText>,
  now: ReadonlyMap<string, Hashes>,
  shown: number,
): Promise<boolean> {
  const files = new Set([...texts.keys()].map(fileOf)) // with `--only` the file may hold more than is asked for
  const counts = new Map<Stage, number>(STAGES.map((stage) => [stage, 0]))
  const places: string[] = []
  const changed: string[] = []
  let shared = 0
  let gone = 0
  await readScored(file, (then) => {
    const hashes = now.get(then.id)
    if (hashes === undefined) {
      if (files.has(fileOf(then.id))) gone++
      return
    }
    shared++
    const stages = STAGES.filter((stage) => hashes[stage] !== then.hashes[stage])
    if (stages.length === 0) return
    changed.push(then.id)
    for (const stage of stages) counts.set(stage, (counts.get(stage) as number) + 1)
    if (changed.length > shown) return
    const { values } = scoreText(texts.get(then.id) as SampleText)
    places.push(`\n${then.id}: ${stages.join(' ')}`)
    for (const stage of stages) {
      const found: string[] = []
      listDifferences(JSON.parse(then.values[stage]), JSON.parse(values[stage]), stage, found)
      places.push(...found.map((place) => `  ${place}`))
    }
  })
  console.log(`texts in both ${shared}, new ${now.size - shared}, gone ${gone}`)
  for (const [stage, count] of counts) console.log(`${stage.padEnd(8)} ${count} differ`)
  for (const line of places) console.log(line)
  const rest = new Map<string, number>()
  for (const id of changed.slice(shown)) rest.set(fileOf(id), (rest.get(fileOf(id)) ?? 0) + 1)
  if (rest.size > 0) console.log(`\nand, by file: ${[...rest].map(([name, count]) => `${name} ${count}`).join(', ')}`)
  return changed.length === 0
}

function fileOf(id: string): string {
  return id.slice(0, id.indexOf('#'))
}

const { values: options } = parseArgs({
  options: {
    out: { type: 'string' },
    against: { type: 'string' },
    only: { type: 'string' },
    show: { type: 'string', default: '10' },
  },
})
const texts = [...(options.only === 'data' ? [] : readOwnTexts()), ...(options.only === 'own' ? [] : readDataTexts())]
const hashes = scoreAll(texts, options.out)
for (const stage of STAGES) {
  const all = hash([...hashes.values()].map((each) => each[stage]).join('\n'))
  console.log(`${stage.padEnd(8)} ${all}  ${hashes.size} texts`)
}
if (options.against !== undefined) {
  const byId = new Map(texts.map((text) => [text.id, text]))
  if (!(await printDifferences(options.against, byId, hashes, Number(options.show)))) exit(1)
}
