/**
 * The whole pipeline beside what a user would pick instead, on the same articles in one run.
 *
 *     npx tsx bench/peers.ts [--python /path/to/python] [--write]
 *
 * Prints a Markdown table of CPU time, with versions; `--write` puts it into examples/guide/peers.md. Measures the built package (run
 * `npm run build` first). Peers in Python are those that the given interpreter has: `pip install vaderSentiment spacy` and a small English
 * model; what is not there is named as left out.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cpuUsage, version as nodeVersion } from 'node:process'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type * as library from '../src/index.js'
import { readOwnTexts } from './own-texts.js'

const ROOT = join(import.meta.dirname, '..')
const ROUNDS = 9
const WARM_UP_ROUNDS = 4

/** One row of the table. */
interface Measured {
  readonly name: string
  readonly gives: string
  /** Milliseconds of CPU a thousand words. */
  readonly cost: number
}

const { python, write } = parseArgs({
  options: { python: { type: 'string', default: 'python3' }, write: { type: 'boolean', default: false } },
}).values
const { analyze } = (await import(pathToFileURL(join(ROOT, 'dist', 'index.js')).href)) as typeof library
const nlp = winkNLP(model, ['sbd', 'negation', 'pos', 'sentiment', 'ner'])

const texts = readOwnTexts()
  .filter(({ id }) => /^(?:test\/articles|examples)\//.test(id))
  .map(({ text }) => text)
const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0)

/** CPU seconds of each run, all in turn; medians of all rounds. */
function measureInTurn(runs: readonly (() => void)[]): number[] {
  const seconds: number[][] = runs.map(() => [])
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
    runs.forEach((run, k) => {
      const before = cpuUsage()
      run()
      const { user, system } = cpuUsage(before)
      if (round >= 0) seconds[k]?.push((user + system) / 1e6)
    })
  }
  return seconds.map((each) => each.sort((a, b) => a - b)[each.length >> 1] as number)
}

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version
const costOf = (seconds: number): number => (seconds * 1e6) / words

const [ours = 0, wink = 0] = measureInTurn([
  () => {
    for (const text of texts) analyze(text)
  },
  () => {
    for (const text of texts) nlp.readDoc(text)
  },
])
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
const measured: Measured[] = [
  {
    name: `media-framing ${version}, \`analyze\``,
    gives: 'turns, frames, tone, stances, holders, replies, evidence',
    cost: costOf(ours),
  },
  {
    name: `wink-nlp ${versionOf('wink-nlp')}, model ${versionOf('wink-eng-lite-web-model')}`,
    gives: 'sentences, negation, parts of speech, sentiment, entities',
    cost: costOf(wink),
  },
]

const PYTHON_PEERS = [
  { peer: 'vader', name: 'VADER', gives: 'one sentiment a text' },
  { peer: 'spacy', name: 'spaCy', gives: 'sentences, parts of speech, dependencies, entities' },
]
const leftOut: string[] = []
const folder = mkdtempSync(join(tmpdir(), 'media-framing-peers-'))
writeFileSync(join(folder, 'texts.json'), JSON.stringify(texts))
for (const { peer, name, gives } of PYTHON_PEERS) {
  const script = join(import.meta.dirname, 'peers.py')
  const { status, stdout } = spawnSync(python, [script, peer, join(folder, 'texts.json'), '3'], { encoding: 'utf8' })
  if (status !== 0) leftOut.push(name)
  else {
    const found = JSON.parse(stdout) as { version: string; seconds: number }
    measured.push({ name: `${name} ${found.version}`, gives, cost: costOf(found.seconds) })
  }
}
rmSync(folder, { recursive: true })

const lines = [
  '| what | gives | ms of CPU a 1,000 words | beside `analyze` |',
  '| --- | --- | --- | --- |',
  ...measured.map(
    ({ name, gives, cost }) =>
      `| ${name} | ${gives} | ${cost.toFixed(2)} | ${(cost / (measured[0] as Measured).cost).toFixed(2)} |`,
  ),
]
const table = `${lines.join('\n')}\n\n${texts.length} articles and interviews of this repository, ${words} words; Node ${nodeVersion.slice(1)}, warm, one thread, medians, on a busy machine: the ratios say more than the times. Not measured: ConvoKit's parsing and NewsSentiment, which were not installed.${leftOut.length > 0 ? ` Left out, since not installed: ${leftOut.join(', ')}.` : ''}\n`
console.log(table)
if (write) {
  const head =
    '# Beside its peers\n\nWhat the whole pipeline costs beside what one would pick instead, on the same texts in one run (`npx tsx bench/peers.ts --write`). The others give less, or something else: the figures are no contest, they say what to expect.\n\n'
  writeFileSync(join(ROOT, 'examples', 'guide', 'peers.md'), `${head}${table}`)
}
