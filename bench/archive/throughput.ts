/**
 * How fast an archive is analyzed, beside wink-nlp's own pass over the same articles, and in how much memory.
 *
 *     npm run build && npx tsx bench/archive/throughput.ts [MEGABYTES]
 *
 * Speeds are medians of rounds in which all sides run in turn on the same articles, so that the ratios hold on a noisy machine. Each
 * run of the archive is a process of its own that reads JSON lines and writes NDJSON tables; its start is left out of the speed by
 * taking the difference of a whole and a tenth of the input.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetWriteFile } from 'hyparquet-writer'
import { readJsonLines, readParquet } from 'media-framing/archive'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { type MadeRecord, makeQuietTexts, makeRecords, readTexts } from './made-archive.js'

const ROUNDS = 3
const CLI = join(import.meta.dirname, '..', '..', 'dist', 'cli.js')
const MEGABYTE = 1e6 // UTF-16 code units
const megabytes = Number(process.argv[2] ?? 2)
const folder = mkdtempSync(join(tmpdir(), 'media-framing-bench-'))

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number
}

function writeLines(name: string, records: Iterable<MadeRecord>): string {
  const path = join(folder, name)
  writeFileSync(path, [...records].map((record) => `${JSON.stringify(record)}\n`).join(''))
  return path
}

/** Runs the command; gives seconds, processor seconds of all its threads, and the peak of the resident memory of all its threads, in MB. */
function archive(
  input: string,
  workers: number,
  format = 'ndjson',
): { readonly seconds: number; readonly cpu: number; readonly peak: number } {
  const out = join(folder, 'out')
  rmSync(out, { recursive: true, force: true })
  const script = `process.on('exit', () => require('node:fs').writeFileSync(process.env.PEAK, [process.resourceUsage().maxRSS, process.cpuUsage().user + process.cpuUsage().system].join()))`
  const peak = join(folder, 'peak')
  const hook = join(folder, 'hook.cjs')
  writeFileSync(hook, `if (require('node:worker_threads').isMainThread) ${script}`)
  const start = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--require', hook, CLI, 'archive', input, '--out', out, '--workers', String(workers), '--format', format, '--quiet'],
    { env: { ...process.env, PEAK: peak }, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`Expected the archive to be written, got ${status}: ${stderr}`)
  const seconds = (performance.now() - start) / 1000
  const [kilobytes = 0, microseconds = 0] = readFileSync(peak, 'utf8').split(',').map(Number)
  return { seconds, cpu: microseconds / 1e6, peak: kilobytes / 1024 }
}

const texts = readTexts()
const quietTexts = makeQuietTexts(texts)
const sources = { news: texts, 'nine in ten paragraphs without a cue': quietTexts }
const nlp = winkNLP(model, ['sbd', 'negation', 'pos'])

for (const [name, from] of Object.entries(sources)) {
  const small = [...makeRecords(from, (megabytes / 10) * MEGABYTE)]
  const large = [...makeRecords(from, megabytes * MEGABYTE)]
  const lengthOf = (records: readonly MadeRecord[]): number => records.reduce((sum, { text }) => sum + text.length, 0) / MEGABYTE
  const [smallPath, largePath] = [writeLines('small.jsonl', small), writeLines('large.jsonl', large)]
  const more = lengthOf(large) - lengthOf(small)
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    const before = process.cpuUsage()
    for (const { text } of large) nlp.readDoc(text)
    const { user, system } = process.cpuUsage(before)
    const wink = lengthOf(large) / ((performance.now() - start) / 1000)
    const winkCpu = (user + system) / 1e6 / lengthOf(large)
    const [less, one, lessOfTwo, two] = [
      archive(smallPath, 1),
      archive(largePath, 1),
      archive(smallPath, 2),
      archive(largePath, 2),
    ]
    return {
      wink,
      one: more / (one.seconds - less.seconds),
      two: more / (two.seconds - lessOfTwo.seconds),
      cpu: (winkCpu * more) / (one.cpu - less.cpu),
    }
  })
  const of = (measure: (round: (typeof rounds)[number]) => number): string => median(rounds.map(measure)).toFixed(2)
  console.log(`${name}: ${large.length} articles, ${lengthOf(large).toFixed(1)} MB`)
  console.log(`  wink sbd, negation, pos     ${of(({ wink }) => wink)} MB/s`)
  console.log(`  archive, one worker         ${of(({ one }) => one)} MB/s`)
  console.log(`  one worker / wink           ${of(({ one, wink }) => one / wink)}   (at least 0.5)`)
  console.log(
    `  the same by processor time  ${of(({ cpu }) => cpu)}   (all threads of the archive; holds on a crowded machine, too)`,
  )
  console.log(`  two workers / one           ${of(({ two, one }) => two / one)}   (at least 1.8)`)
  if (name !== 'news') continue
  const parquet = join(folder, 'large.parquet')
  const column = (field: keyof MadeRecord) => ({
    name: field,
    type: 'STRING' as const,
    data: large.map((record) => record[field]),
  })
  parquetWriteFile({ filename: parquet, columnData: [column('id'), column('text')] })
  const work = archive(largePath, 1).seconds
  for (const [format, read] of [
    ['JSON lines', () => readJsonLines(largePath)],
    ['Parquet', () => readParquet(parquet)],
  ] as const) {
    const start = performance.now()
    let records = 0
    for await (const { ok } of read()) if (ok) records++
    const seconds = (performance.now() - start) / 1000
    console.log(
      `  reading ${format.padEnd(20)}${((100 * seconds) / work).toFixed(1)} % of the work of one worker (at most 5); ${records} records`,
    )
  }
}

for (const size of [megabytes, megabytes * 10]) {
  const path = writeLines('memory.jsonl', makeRecords(texts, size * MEGABYTE))
  const [ndjson, parquet] = [archive(path, 2), archive(path, 2, 'parquet')]
  console.log(
    `peak memory, two workers, ${(statSync(path).size / 1e6).toFixed(0)} MB of input: ${ndjson.peak.toFixed(0)} MB writing NDJSON, ${parquet.peak.toFixed(0)} MB writing Parquet (under 500)`,
  )
}
rmSync(folder, { recursive: true })
