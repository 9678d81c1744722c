import { type Command, Option } from 'commander'
import type { Analyzer } from '../analyze/index.js'
import { renderTerminal, titleRule, toRows } from '../present/index.js'
import type { Analysis } from '../types.js'
import { complain, nameFile } from './complain.js'
import { csvHead, csvLines } from './csv-rows.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { addInputs, analyzeFile, type InputFlags, prepareTools } from './inputs.js'
import { type Output, OutputFailed, openOutput, ReaderGone } from './output.js'
import { readTerminal } from './terminal-size.js'

interface AnalyzeFlags extends InputFlags {
  readonly json?: true
  readonly rows?: true
  readonly format?: RowFormat
  readonly excel?: true
}

const ROW_FORMATS = ['ndjson', 'csv'] as const
type RowFormat = (typeof ROW_FORMATS)[number]

const HELP = `
Exit codes: 0 all is well, 1 some input failed (the others are printed), 2 the command was not understood.
NO_COLOR and COLUMNS are respected.

Examples:
  media-framing analyze interview.txt
  media-framing analyze --rows archive/*.txt > scores.ndjson
  media-framing analyze --rows --format csv --excel interview.txt > scores.csv
  media-framing analyze --codebook policy-frames --target 'European Union' article.txt
  curl -s https://example.org/interview.txt | media-framing analyze --json -`

/** Adds `analyze FILE…`. */
export function addAnalyzeCommand(program: Command, setExitCode: (code: ExitCode) => void): void {
  const command = program
    .command('analyze')
    .summary('score press texts and print what was found')
    .description('Scores every paragraph and compares every question with its answer.')
  addInputs(command)
    .option('--json', 'print the whole analysis, one line of JSON an article')
    .option('--rows', 'print one row a score')
    .addOption(new Option('--format <format>', 'how --rows are written (default: ndjson)').choices([...ROW_FORMATS]))
    .option('--excel', 'write the CSV so that Excel reads it: with a byte order mark, without formulas')
    .addHelpText('after', HELP)
    .action(async (files: readonly string[], flags: AnalyzeFlags) => {
      if (flags.json && flags.rows) command.error('error: --json and --rows exclude each other')
      if (flags.format && !flags.rows) command.error('error: --format says how --rows are written; add --rows')
      if (flags.excel && flags.format !== 'csv') command.error('error: --excel writes CSV; add --rows --format csv')
      const { analyzer } = await prepareTools(command, files, flags)
      setExitCode(await analyzeFiles(files, analyzer, chooseFormat(flags, files.length > 1), flags))
    })
}

/** How analyses are printed. */
interface Format {
  /** What stands before the first of them. */
  readonly head: string
  readonly print: (analysis: Analysis) => Iterable<string>
}

function chooseFormat({ json, rows, format = 'ndjson', excel }: AnalyzeFlags, areMany: boolean): Format {
  if (json) return { head: '', print: (analysis) => [JSON.stringify(analysis), '\n'] }
  if (rows && format === 'csv')
    return { head: csvHead(excel === true), print: (analysis) => [csvLines(toRows(analysis), excel === true)] }
  if (rows) return { head: '', print: (analysis) => toRows(analysis).map((row) => `${JSON.stringify(row)}\n`) }
  const terminal = readTerminal()
  const print = (analysis: Analysis): string[] => [
    ...(areMany ? [`${titleRule(analysis.article.id, terminal.width)}\n\n`] : []),
    renderTerminal(analysis, terminal),
    ...(areMany ? ['\n'] : []),
  ]
  return { head: '', print }
}

/** @param warn - whether issues go to standard error, since the format has no place for them */
async function analyzeFiles(
  files: readonly string[],
  analyzer: Analyzer,
  format: Format,
  { rows: warn, map }: AnalyzeFlags,
): Promise<ExitCode> {
  const output = openOutput()
  let exitCode: ExitCode = EXIT.ok
  try {
    await writeAll(output, [format.head])
    for (const file of files) {
      for await (const analysis of analyzeFile(file, analyzer, map)) {
        if (analysis === null) {
          exitCode = EXIT.failed
          continue
        }
        await writeAll(output, format.print(analysis))
        if (warn) for (const { code, message } of analysis.issues) complain(`${nameFile(file)}: ${message} (${code})`)
      }
    }
    await output.finish()
  } catch (error) {
    if (error instanceof ReaderGone) return exitCode
    if (!(error instanceof OutputFailed)) throw error
    complain(`standard output: ${error.message}`)
    return EXIT.failed
  }
  return exitCode
}

async function writeAll(output: Output, parts: Iterable<string>): Promise<void> {
  const BATCH = 64 * 1024 // UTF-16 code units handed over at once
  let batch = ''
  for (const part of parts) {
    batch += part
    if (batch.length < BATCH) continue
    await output.write(batch)
    batch = ''
  }
  if (batch !== '') await output.write(batch)
}
