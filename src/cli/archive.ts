import { type Command, InvalidArgumentError } from 'commander'
import {
  isPipe,
  type MostErrors,
  type RunCounts,
  type RunPlan,
  runArchive,
  TABLE_FORMATS,
  type TableFormat,
  verifyArchive,
} from '../archive/index.js'
import { FramingError } from '../error.js'
import type { RecordFields } from '../read/index.js'
import { showControls } from '../text/show-controls.js'
import { complain, describeError } from './complain.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { parseFieldMap } from './field-map.js'
import { findInputs } from './find-inputs.js'
import { addScoringOptions, type InputFlags, prepareTools } from './inputs.js'
import { applyConfig } from './load-config.js'
import { openLog } from './log-file.js'
import { openProgress } from './progress.js'

interface ArchiveFlags extends InputFlags {
  readonly out: string
  readonly format: TableFormat
  readonly excel?: true
  readonly workers?: number
  readonly shard?: { readonly index: number; readonly count: number }
  readonly partRecords?: number
  readonly recordTimeout?: number
  readonly maxErrors?: MostErrors
  readonly resume?: true
  readonly dedupe?: true
  readonly quiet?: boolean
  readonly strict?: true
  readonly config?: string
  readonly log?: string
  readonly verify?: string
}

const HELP = `
Inputs are told from their names: .jsonl, .ndjson, .json, .csv, .tsv, .parquet; anything else is a text. .gz and .zst are unpacked. A
folder stands for all such files in it, and wildcards may be quoted. Named pipes, <(…) and - for standard input are told from their
beginning and read once.

DIR gets the tables articles, paragraphs, scores, exchanges and errors in numbered parts, and run.json. A part is written whole or not
at all: stop the run as you like and go on with --resume. What fails stands in errors with its place and cause.

Exit codes: 0 all is well, 1 some records failed (the others are written), the work could not be ended, or --verify found something,
2 the command was not understood, no field holds the text, or DIR holds another run.

Examples:
  media-framing archive 'archive/*.jsonl.gz' --out tables
  media-framing archive articles.csv --map text=story,title=headline --out tables --format csv --excel
  media-framing archive articles.parquet --out tables --resume --shard 3/16
  zcat articles.jsonl.gz | media-framing archive - --out tables --max-errors 1% --log run.ndjson
  media-framing archive --verify tables`

/** Adds `archive INPUT… --out DIR` and `archive --verify DIR`. */
export function addArchiveCommand(program: Command, setExitCode: (code: ExitCode) => void): void {
  const command = program
    .command('archive')
    .summary('analyze a whole archive into tables')
    .description('Analyzes files of many articles and writes tables for DuckDB, pandas, R or Spark.')
    .argument('[input...]', 'files, folders, wildcards, pipes, or - for standard input')
    .option('--out <dir>', 'folder for the tables')
    .option('--format <format>', `${TABLE_FORMATS.join(', ')}`, parseFormat, 'parquet')
    .option('--excel', 'CSV for spreadsheets: a byte order mark, and no cell that would be taken for a formula')
    .option('--map <pairs>', 'which field holds what, such as text=body,title=headline (repeatable)', parseFieldMap)
    .option('--workers <n>', 'worker threads; one a core where it is left out, 0 for none', parseCount)
    .option('--shard <i/n>', 'do the i-th of n shares only', parseShard)
    .option('--part-records <n>', 'most records of a part (default: 1000)', parseCount)
    .option('--record-timeout <seconds>', 'longest time for a record on a worker thread, 0 for any (default: 60)', parseCount)
    .option('--max-errors <n|p%>', 'stop where more records fail, such as 100 or 5%', parseMostErrors)
    .option('--resume', 'go on with a run that was broken off')
    .option('--dedupe', 'mark near duplicates in articles.duplicate_of')
    .option('--quiet', 'print nothing but errors that end the work')
    .option('--strict', 'stop at the first record that fails')
    .option('--config <file>', 'take flags that are not given from this JSON or YAML file, by the same names')
    .option('--log <file>', 'write what happens to this file, one line of JSON each')
    .option('--verify <dir>', 'check a folder of tables: hashes, counts, and that ids are unique')
  addScoringOptions(command)
    .addHelpText('after', HELP)
    .action(async (inputs: readonly string[]) => {
      const path = command.opts<ArchiveFlags>().config
      if (path !== undefined) await applyConfig(command, path)
      const flags = command.opts<ArchiveFlags>()
      if (flags.verify !== undefined) return setExitCode(await verify(flags.verify))
      if (inputs.length === 0) command.error("error: missing required argument 'input'")
      if (flags.out === undefined) command.error("error: required option '--out <dir>' not specified")
      if (flags.excel && flags.format !== 'csv') command.error('error: --excel needs --format csv')
      const { codebook } = await prepareTools(command, inputs, flags)
      const ownCodebook = flags.codebook === undefined ? {} : { codebook }
      setExitCode(await archiveFiles(inputs, { ...flags, ownCodebook }))
    })
}

async function archiveFiles(
  inputs: readonly string[],
  {
    ownCodebook,
    quiet = false,
    map,
    target,
    log: logPath,
    verify: _,
    config: __,
    codebook: ___,
    ...options
  }: ArchiveFlags & { readonly ownCodebook: object },
): Promise<ExitCode> {
  const interruption = new AbortController()
  const interrupt = (): void => interruption.abort(new Error('interrupted'))
  process.once('SIGINT', interrupt)
  const progress = openProgress(quiet)
  const log = openLog(logPath, (error) => complain(`--log: ${error.message}`))
  let logged = 0
  try {
    const files = await findInputs(inputs, options.out)
    const counts = await runArchive(files, {
      ...options,
      ...ownCodebook,
      ...(map && { fields: map }),
      ...(target && { targets: target }),
      signal: interruption.signal,
      onStart: (plan) => {
        log.write('start', { ...plan, out: options.out })
        if (!quiet) sayFields(plan, map)
        progress.start(plan)
      },
      onProgress: (now) => {
        progress.update(now)
        if (Date.now() - logged < LOG_INTERVAL) return
        logged = Date.now()
        log.write('progress', now)
      },
    })
    progress.stop()
    log.write('end', { counts, cpu_seconds: cpuSeconds() })
    if (!quiet) process.stdout.write(showControls(summarize(counts, options.out)))
    return counts.errors > 0 ? EXIT.failed : EXIT.ok
  } catch (error) {
    progress.stop()
    log.write('error', { code: (error as { readonly code?: unknown }).code ?? 'unexpected', message: (error as Error).message })
    if (interruption.signal.aborted) {
      const isPiped = (await Promise.all(inputs.map(isPipe))).includes(true)
      complain(
        `Interrupted. All parts that were written are whole; go on with --resume${isPiped ? ', and the same input again' : ''}.`,
      )
      return EXIT.failed
    }
    complain(describeError(error, undefined))
    return error instanceof FramingError && USAGE.has(error.code) ? EXIT.usage : EXIT.failed
  } finally {
    process.off('SIGINT', interrupt)
    await log.close()
  }
}

const LOG_INTERVAL = 5000 // ms between two lines of progress
const USAGE = new Set<string>(['changed-archive', 'invalid-argument', 'missing-field', 'missing-peer'])

/** Says which fields were taken without being named. */
function sayFields({ fields }: RunPlan, map: RecordFields = {}): void {
  const taken = Object.entries(fields).filter(([place, name]) => name !== place && map[place as keyof RecordFields] === undefined)
  if (taken.length === 0) return
  complain(
    `Fields taken by their names: ${taken.map(([place, name]) => `${place}=${name}`).join(', ')}. Others are named by --map.`,
  )
}

async function verify(folder: string): Promise<ExitCode> {
  try {
    const { parts, records, articles, errors, faults, absentShards } = await verifyArchive(folder)
    for (const fault of faults) complain(fault)
    const found = `${parts} parts, ${records} records, ${articles} articles, ${errors} errors`
    const outcome = faults.length === 0 ? 'all as it was written' : `${faults.length} faults`
    const absent = absentShards.length === 0 ? '' : `; shards that are not here: ${absentShards.join(', ')}`
    process.stdout.write(showControls(`${folder}: ${found}; ${outcome}${absent}\n`))
    return faults.length === 0 ? EXIT.ok : EXIT.failed
  } catch (error) {
    complain(describeError(error, undefined))
    return error instanceof FramingError ? EXIT.usage : EXIT.failed
  }
}

/** Time of all threads on a processor, which tells the work, where the clock tells the waiting too. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return Math.round((user + system) / 1e5) / 10
}

function summarize({ parts, records, articles, paragraphs, scores, exchanges, errors }: RunCounts, out: string): string {
  const failed = errors === 0 ? 'no errors' : `${errors} errors, see ${out}/errors`
  const time = `${process.uptime().toFixed(1)} s, ${cpuSeconds()} s of processor time`
  return `${records} records: ${articles} articles, ${paragraphs} paragraphs, ${scores} scores, ${exchanges} exchanges; ${failed}\n${parts} parts in ${out}; ${time}\n`
}

function parseFormat(value: string): TableFormat {
  const format = TABLE_FORMATS.find((each) => each === value)
  if (format) return format
  throw new InvalidArgumentError(`Expected ${TABLE_FORMATS.join(', ')}.`)
}

function parseCount(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value)
  throw new InvalidArgumentError('Expected a whole number.')
}

function parseMostErrors(value: string): MostErrors {
  const [, number, percent] = /^(\d{1,9}(?:\.\d{1,6})?)(%?)$/.exec(value) ?? []
  if (percent === '%' && Number(number) <= 100) return { share: Number(number) / 100 }
  if (percent === '' && number !== undefined && !number.includes('.')) return { count: Number(number) }
  throw new InvalidArgumentError('Expected a whole number, or a share such as 5%.')
}

function parseShard(value: string): { readonly index: number; readonly count: number } {
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(value) ?? []
  if (index !== undefined && Number(index) >= 1 && Number(index) <= Number(count))
    return { index: Number(index), count: Number(count) }
  throw new InvalidArgumentError('Expected a share such as 3/16, counted from 1.')
}
