import type { Command } from 'commander'
import { type Analyzer, createAnalyzer } from '../analyze/index.js'
import { FramingError } from '../error.js'
import { renderTerminal, titleRule, toRows } from '../present/index.js'
import { readArticle } from '../read/index.js'
import type { Analysis } from '../types.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { loadCodebook } from './load-codebook.js'
import { type Output, OutputFailed, openOutput, ReaderGone } from './output.js'
import { readSource, STANDARD_INPUT } from './read-source.js'
import { readTerminal } from './terminal-size.js'

interface AnalyzeFlags {
  readonly json?: true
  readonly rows?: true
  readonly codebook?: string
  readonly target?: readonly string[]
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
    .argument('<file...>', `text files as an archive delivered them; ${STANDARD_INPUT} for standard input`)
    .option('--json', 'print the whole analysis, one line of JSON a file')
    .option('--rows', 'print one line of JSON a score')
    .option('--codebook <file>', 'score the frames of this JSON or YAML codebook')
    .option('--target <name>', 'score the stance towards this name, too (repeatable)', (name: string, names: string[] = []) => [
      ...names,
      name,
    ])
    .addHelpText('after', HELP)
  command.action(async (files: readonly string[], flags: AnalyzeFlags) => {
    if (flags.json && flags.rows) command.error('error: --json and --rows exclude each other')
    if (files.filter((file) => file === STANDARD_INPUT).length > 1) command.error('error: standard input can be read only once')
    const analyzer = await makeAnalyzer(flags).catch((error: unknown) =>
      command.error(`error: ${describe(error, flags.codebook)}`),
    )
    setExitCode(await analyzeFiles(files, analyzer, chooseFormat(flags, files.length > 1), flags.rows === true))
  })
}

async function makeAnalyzer({ codebook, target }: AnalyzeFlags): Promise<Analyzer> {
  return createAnalyzer({
    ...(codebook !== undefined && { codebook: await loadCodebook(codebook) }),
    ...(target && { targets: target }),
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
      const analysis = await analyzeFile(file, analyzer)
      if (analysis === null) exitCode = EXIT.failed
      else {
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

/** @returns null where the file failed, which was said on standard error */
async function analyzeFile(file: string, analyzer: Analyzer): Promise<Analysis | null> {
  try {
    const raw = await readSource(file)
    return analyzer.analyze(readArticle(raw, file === STANDARD_INPUT ? {} : { id: file.replaceAll('\\', '/') }))
  } catch (error) {
    complain(describe(error, file))
    return null
  }
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

function complain(message: string): void {
  process.stderr.write(`media-framing: ${message}\n`)
}

function nameFile(file: string): string {
  return file === STANDARD_INPUT ? 'standard input' : file
}

/** An error that is not the caller's is a defect of ours: it is named as one and the other files go on. */
function describe(error: unknown, file: string | undefined): string {
  const place = file === undefined ? '' : `${nameFile(file)}: `
  if (error instanceof FramingError) return `${place}${error.message} (${error.code})`
  return `${place}unexpected ${error instanceof Error ? error.stack : String(error)}\nThis is a defect of media-framing; please report it.`
}
