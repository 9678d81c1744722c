/**
 * What the pipeline costs beside wink-nlp's own pass over the same paragraphs, and how much of it is waste.
 *
 *     npx tsx bench/speed.ts [--only interview|newswire|stance|cold|bytes|workers|orders]
 *
 * Ratios of CPU time, both sides in turn in one process, so that they hold on a busy machine; medians of all rounds. Newswire, sentences
 * and the reference interview are read from MEDIA_FRAMING_DATA or ../shared; where that is not there, texts of this repository take
 * their place. Measures the built package: run `npm run build` first. The cold start is measured in fresh processes.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, cpuUsage, execPath, memoryUsage } from 'node:process'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type * as archiveLibrary from '../src/archive/library.js'
import type * as library from '../src/index.js'
import { readDataTexts, readOwnTexts } from './own-texts.js'
import { makeRandom } from './stance/random.js'

const ROOT = join(import.meta.dirname, '..')
/** What users run: the sources as `tsx` translates them are slower, by a call a function. */
const load = (name: string): Promise<unknown> => import(pathToFileURL(join(ROOT, 'dist', name)).href)
const { analyze, readArticle, scoreStance, segmentArticle } = (await load('index.js')) as typeof library
const { runArchive } = (await load('archive.js')) as typeof archiveLibrary

const DATA = process.env.MEDIA_FRAMING_DATA ?? join(ROOT, '..', 'shared')
const REFERENCE = join(DATA, 'seeds', '000_8226442fdc808ccb.txt')
const EXAMPLE = join(ROOT, 'examples', 'interview.txt')

const ROUNDS = 15
const WARM_UP_ROUNDS = 8
const INTERVIEWS = 20 // a round
const NEWS = 200 // newswire stories a round
const SENTENCES = 600 // a round
const COLD_STARTS = 7
const RECORDS = 20_000 // short records of the archive

const nlp = winkNLP(model, ['sbd', 'negation', 'pos'])

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number
}

/** CPU seconds of a run. */
function cost(run: () => void): number {
  const { user, system } = cpuUsage()
  run()
  const after = cpuUsage({ user, system })
  return (after.user + after.system) / 1e6
}

/** How many times as long the first takes as the second. */
function ratio(first: () => void, second: () => void): number {
  const ratios: number[] = []
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
    const [a, b] = round % 2 === 0 ? [cost(first), cost(second)] : ([cost(second), cost(first)].reverse() as [number, number])
    if (round >= 0) ratios.push(a / b)
  }
  return median(ratios)
}

function print(name: string, value: string, goal: string): void {
  console.log(`${name.padEnd(64)} ${value.padStart(9)}   ${goal}`)
}

function paragraphsOf(raw: string): string[] {
  const article = readArticle(raw)
  return segmentArticle(article).paragraphs.map(({ start, end }) => article.text.slice(start, end))
}

/** `analyze` against wink's pass over the paragraphs of the same texts. */
function compareWithWink(texts: readonly string[], times: number): number {
  const paragraphs = texts.flatMap(paragraphsOf)
  return ratio(
    () => {
      for (let i = 0; i < times; i++) for (const text of texts) analyze(text)
    },
    () => {
      for (let i = 0; i < times; i++) for (const paragraph of paragraphs) nlp.readDoc(paragraph)
    },
  )
}

const interview = readFileSync(existsSync(REFERENCE) ? REFERENCE : EXAMPLE, 'utf8')
const data = readDataTexts()
const stories = data.filter(({ id }) => id.startsWith('reuters')).slice(0, NEWS)
const news = (stories.length > 0 ? stories : readOwnTexts().filter(({ id }) => id.startsWith('test/articles'))).map(
  ({ text }) => text,
)

function measureStance(): number {
  const given = [...data, ...readOwnTexts()].filter(({ target }) => target !== null).slice(0, SENTENCES)
  return ratio(
    () => {
      for (const { text } of given) nlp.readDoc(text)
    },
    () => {
      for (const { text, target } of given) scoreStance(text, { targets: [target as string] })
    },
  )
}

function timeCold(code: string): number {
  const { stdout, stderr, status } = spawnSync(execPath, ['--input-type=module', '-e', code], { cwd: ROOT, encoding: 'utf8' })
  if (status !== 0) throw new Error(`Expected the cold start to end well, got ${stderr}. Run npm run build.`)
  return Number(stdout)
}

function measureCold(): number {
  const ours = `import { pathToFileURL } from 'node:url'
const { scoreFrames } = await import(pathToFileURL('dist/index.js'))
scoreFrames('Both sides agreed to cut tariffs.')`
  const winks = `const model = (await import('wink-eng-lite-web-model')).default
const nlp = (await import('wink-nlp')).default(model, ['sbd', 'negation', 'pos'])
nlp.readDoc('Both sides agreed to cut tariffs.')`
  const timed = (code: string): number =>
    timeCold(`${code}\nconst { user, system } = process.cpuUsage()\nconsole.log(user + system)`)
  return median(Array.from({ length: COLD_STARTS }, () => timed(ours) / timed(winks)))
}

/** Bytes that `analyze` allocates a word: what the young generation takes while it is too large to be collected. */
function measureBytes(): number {
  const child = [...argv.slice(1, 2), '--only', 'allocate']
  const flags = ['--import', 'tsx', '--min-semi-space-size=1024', '--max-semi-space-size=1024']
  const { stdout, stderr } = spawnSync(execPath, [...flags, ...child], { cwd: ROOT, encoding: 'utf8' })
  const bytes = Number(stdout)
  if (!(bytes > 0)) throw new Error(`Expected a number of bytes, got ${stdout} ${stderr}.`)
  return bytes
}

function allocate(): number {
  for (let i = 0; i < 2; i++) for (const text of news) analyze(text)
  const words = news.reduce((sum, text) => sum + text.split(/\s+/).length, 0)
  const before = memoryUsage().heapUsed
  for (const text of news) analyze(text)
  return (memoryUsage().heapUsed - before) / words
}

async function measureWorkers(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'media-framing-speed-'))
  const input = join(folder, 'short.jsonl')
  const texts = readOwnTexts().filter(({ id }) => id.includes('.tsv#'))
  const lines = Array.from({ length: RECORDS }, (_, i) => JSON.stringify({ id: String(i), text: texts[i % texts.length]?.text }))
  writeFileSync(input, lines.join('\n'))
  const time = async (workers: number): Promise<number> => {
    const start = performance.now()
    await runArchive([input], { out: join(folder, String(workers)), workers, format: 'ndjson' })
    return performance.now() - start
  }
  const one = await time(1)
  const two = await time(2)
  rmSync(folder, { recursive: true })
  return one / two
}

/** Texts whose analysis differs in any of four orders. */
function countDiffering(): number {
  const texts = [...data, ...readOwnTexts()].filter((_, i) => i % 12 === 0)
  const results = new Map<string, Set<string>>(texts.map(({ id }) => [id, new Set()]))
  for (let order = 0; order < 4; order++) {
    const random = makeRandom(order)
    for (const { id, text } of [...texts].sort(() => random() - 0.5)) results.get(id)?.add(JSON.stringify(analyze(text)))
  }
  return [...results.values()].filter(({ size }) => size > 1).length
}

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values
const wanted = (name: string): boolean => only === undefined || only === name
if (only === 'allocate') console.log(allocate())
if (wanted('interview')) {
  const value = compareWithWink([interview], INTERVIEWS).toFixed(2)
  print('reference interview x 20: analyze / wink', value, '2.2, then 1.0')
}
if (wanted('newswire'))
  print(`newswire, ${news.length} stories: analyze / wink`, compareWithWink(news, 1).toFixed(2), '1.9, then 1.0')
if (wanted('stance')) print('scoreStance, one target: sentences a second / wink', measureStance().toFixed(2), '0.7, then 1.0')
if (wanted('cold')) print('import to first result / wink (CPU)', measureCold().toFixed(2), '1.6, then 1.3')
if (wanted('bytes')) print('bytes allocated a word, newswire', measureBytes().toFixed(0), '1,200, then 600')
if (wanted('orders')) print('texts that differ in 4 orders', String(countDiffering()), '0')
if (wanted('workers'))
  print(`two workers / one, ${RECORDS} short records (wall)`, (await measureWorkers()).toFixed(2), '1.75, then 1.9')
