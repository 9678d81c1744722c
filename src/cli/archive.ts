import { type Command, InvalidArgumentError } from 'commander'
import { type RunCounts, runArchive, TABLE_FORMATS, type TableFormat } from '../archive/index.js'
import { FramingError } from '../error.js'
import type { RecordFields } from '../read/index.js'
import { complain, describeError } from './complain.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { parseFieldMap } from './field-map.js'
import { findInputs } from './find-inputs.js'
import { addScoringOptions, type InputFlags, prepareTools } from './inputs.js'
import { openProgress } from './progress.js'

interface ArchiveFlags extends InputFlags {
  readonly out: string
  readonly format: TableFormat
  readonly map?: RecordFields
  readonly workers?: number
  readonly shard?: { readonly index: number; readonly count: number }
  readonly partRecords?: number
  readonly resume?: true
  readonly dedupe?: true
  readonly quiet?: boolean
  readonly strict?: true
}

const HELP = `
Inputs are told from their names: .jsonl, .ndjson, .csv, .tsv, .parquet; anything else is a text. .gz and .zst are unpacked. A folder
stands for all such files in it, and wildcards may be quoted.

DIR gets the tables articles, paragraphs, scores, exchanges and errors in numbered parts, and run.json. A part is written whole or not
at all: stop the run as you like and go on with --resume. What fails stands in errors with its place and cause.

Exit codes: 0 all is well, 1 some records failed (the others are written) or the work could not be ended, 2 the command was not
understood or DIR holds another run.

Examples:
  media-framing archive 'archive/*.jsonl.gz' --out tables
  media-framing archive articles.csv --map text=body,title=headline --out tables --format csv
  media-framing archive articles.parquet --out tables --resume --shard 3/16`

/** Adds `archive INPUT… --out DIR`. */
export function addArchiveCommand(program: Command, setExitCode: (code: ExitCode) => void): void {
  const command = program
    .command('archive')
    .summary('analyze a whole archive into tables')
    .description('Analyzes files of many articles and writes tables for DuckDB, pandas, R or Spark.')
    .argument('<input...>', 'files, folders or wildcards')
    .requiredOption('--out <dir>', 'folder for the tables')
    .option('--format <format>', `${TABLE_FORMATS.join(', ')}`, parseFormat, 'parquet')
    .option('--map <pairs>', 'which field holds what, such as text=body,title=headline (repeatable)', parseFieldMap)
    .option('--workers <n>', 'worker threads; one a core where it is left out, 0 for none', parseCount)
    .option('--shard <i/n>', 'do the i-th of n shares only', parseShard)
    .option('--part-records <n>', 'most records of a part (default: 1000)', parseCount)
    .option('--resume', 'go on with a run that was broken off')
    .option('--dedupe', 'mark near duplicates in articles.duplicate_of')
    .option('--quiet', 'print nothing but errors that end the work')
    .option('--strict', 'stop at the first record that fails')
  addScoringOptions(command)
    .addHelpText('after', HELP)
    .action(async (inputs: readonly string[], flags: ArchiveFlags) => {
      const { codebook } = await prepareTools(command, [], flags)
      const files = await findInputs(inputs, flags.out)
      setExitCode(await archiveFiles(files, { ...flags, ownCodebook: flags.codebook === undefined ? {} : { codebook } }))
    })
}

async function archiveFiles(
  files: readonly string[],
  { ownCodebook, quiet = false, map, target, ...flags }: ArchiveFlags & { readonly ownCodebook: object },
): Promise<ExitCode> {
  const interruption = new AbortController()
  const interrupt = (): void => interruption.abort(new Error('interrupted'))
  process.once('SIGINT', interrupt)
  const progress = openProgress(quiet)
  const { codebook: _, ...options } = flags
  try {
    const counts = await runArchive(files, {
      ...options,
      ...ownCodebook,
      ...(map && { fields: map }),
      ...(target && { targets: target }),
      signal: interruption.signal,
      onStart: progress.start,
      onProgress: progress.update,
    })
    progress.stop()
    if (!quiet) process.stdout.write(summarize(counts, flags.out))
    return counts.errors > 0 ? EXIT.failed : EXIT.ok
  } catch (error) {
    progress.stop()
    if (interruption.signal.aborted) {
      complain(`Interrupted. All parts that were written are whole; go on with --resume.`)
      return EXIT.failed
    }
    complain(describeError(error, undefined))
    return error instanceof FramingError && USAGE.has(error.code) ? EXIT.usage : EXIT.failed
  } finally {
    process.off('SIGINT', interrupt)
  }
}

const USAGE = new Set<string>(['changed-archive', 'invalid-argument', 'missing-peer'])

function summarize({ parts, records, articles, paragraphs, scores, exchanges, errors }: RunCounts, out: string): string {
  const failed = errors === 0 ? 'no errors' : `${errors} errors, see ${out}/errors`
  return `${records} records: ${articles} articles, ${paragraphs} paragraphs, ${scores} scores, ${exchanges} exchanges; ${failed}\n${parts} parts in ${out}\n`
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

function parseShard(value: string): { readonly index: number; readonly count: number } {
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(value) ?? []
  if (index !== undefined && Number(index) >= 1 && Number(index) <= Number(count))
    return { index: Number(index), count: Number(count) }
  throw new InvalidArgumentError('Expected a share such as 3/16, counted from 1.')
}
