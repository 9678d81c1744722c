import type { Command } from 'commander'
import type { Analyzer } from '../analyze/index.js'
import { renderTerminal, titleRule, toRows } from '../present/index.js'
import type { Analysis } from '../types.js'
import { complain, nameFile } from './complain.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { addInputs, analyzeFile, type InputFlags, prepareTools } from './inputs.js'
import { type Output, OutputFailed, openOutput, ReaderGone } from './output.js'
import { readTerminal } from './terminal-size.js'

interface AnalyzeFlags extends InputFlags {
  readonly json?: true
  readonly rows?: true
}

const HELP = `
Exit codes: 0 all is well, 1 some input failed (the others are printed), 2 the command was not understood.
NO_COLOR and COLUMNS are respected.

Examples:
  media-framing analyze interview.txt
  media-framing analyze --rows archive/*.txt > scores.ndjson
  curl -s https://example.org/interview.txt | media-framing analyze --json -`

/** Adds `analyze FILE…`. */
export function addAnalyzeCommand(program: Command, setExitCode: (code: ExitCode) => void): void {
  const command = program
    .command('analyze')
    .summary('score press texts and print what was found')
    .description('Scores every paragraph and compares every question with its answer.')
  addInputs(command)
    .option('--json', 'print the whole analysis, one line of JSON an article')
    .option('--rows', 'print one line of JSON a score')
    .addHelpText('after', HELP)
    .action(async (files: readonly string[], flags: AnalyzeFlags) => {
      if (flags.json && flags.rows) command.error('error: --json and --rows exclude each other')
      const { analyzer } = await prepareTools(command, files, flags)
      setExitCode(await analyzeFiles(files, analyzer, chooseFormat(flags, files.length > 1), flags.rows === true))
    })
}

type Format = (analysis: Analysis) => Iterable<string>

function chooseFormat({ json, rows }: AnalyzeFlags, areMany: boolean): Format {
  if (json) return (analysis) => [JSON.stringify(analysis), '\n']
  if (rows) return (analysis) => toRows(analysis).map((row) => `${JSON.stringify(row)}\n`)
  const terminal = readTerminal()
  return (analysis) => [
    ...(areMany ? [`${titleRule(analysis.article.id, terminal.width)}\n\n`] : []),
    renderTerminal(analysis, terminal),
    ...(areMany ? ['\n'] : []),
  ]
}

/** @param warn - whether issues go to standard error, since the format has no place for them */
async function analyzeFiles(files: readonly string[], analyzer: Analyzer, format: Format, warn: boolean): Promise<ExitCode> {
  const output = openOutput()
  let exitCode: ExitCode = EXIT.ok
  try {
    for (const file of files) {
      const analyses = await analyzeFile(file, analyzer)
      if (analyses === null) exitCode = EXIT.failed
      for (const analysis of analyses ?? []) {
        await writeAll(output, format(analysis))
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
