import { fstatSync } from 'node:fs'
import type { Command } from 'commander'
import { LONGEST_RECORD, splitRecords } from '../archive/index.js'
import type { RecordFields } from '../read/index.js'
import { analyzeLine, type LineTools } from './analyze-line.js'
import { complain, describeError } from './complain.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { parseFieldMap } from './field-map.js'
import { addScoringOptions, type InputFlags, prepareTools } from './inputs.js'
import { OutputFailed, openOutput, ReaderGone } from './output.js'
import { STANDARD_INPUT } from './read-source.js'

interface StreamFlags extends InputFlags {
  readonly map?: RecordFields
  readonly rows?: true
}

const HELP = `
One line of standard output for one line of standard input, in the same order:
  {"ok":true,"id":…,"article":…,"paragraphs":…,"turns":…,"exchanges":…,"issues":…,"version":…,"codebook":…}
  {"ok":true,"id":…,"rows":{"articles":[…],"paragraphs":[…],"exchanges":[…],"scores":[…]}}    with --rows
  {"ok":false,"id":…,"error":{"code":…,"message":…},"line":…}    where the line is no record with a text

Exit codes: 0 every line was answered, a bad one by an error row, or the reader has gone; 1 standard input or output failed; 2 the
command was not understood. Whatever else is said goes to standard error.

Examples:
  media-framing stream < articles.ndjson > analyses.ndjson
  media-framing stream --rows --map text=body,title=headline < articles.ndjson | jq -c '.rows.scores[]?'`

/** Adds `stream`. */
export function addStreamCommand(program: Command, setExitCode: (code: ExitCode) => void): void {
  const command = program
    .command('stream')
    .summary('answer each record of standard input with one line, for pipes and clusters')
    .description(
      'Reads newline-delimited JSON and writes one line of JSON for each line, in the same order, as soon as it is there.',
    )
  addScoringOptions(command)
    .option('--map <pairs>', 'which field holds what, such as text=body,title=headline (repeatable)', parseFieldMap)
    .option('--rows', 'give flat rows of every table instead of the whole analysis')
    .addHelpText('after', HELP)
    .action(async (flags: StreamFlags) => {
      const { analyzer } = await prepareTools(command, [], flags)
      if (fstatSync(0).isDirectory()) {
        // Node takes a folder on standard input for an empty one.
        complain('standard input: Expected lines of JSON, got a folder. Send its files instead.')
        return setExitCode(EXIT.failed)
      }
      setExitCode(await answerLines(process.stdin, { analyzer, fields: flags.map ?? {}, rows: flags.rows === true }))
    })
}

/** Answers each line before it reads on, so that a slow reader slows the writer down. */
async function answerLines(input: AsyncIterable<Uint8Array>, tools: LineTools): Promise<ExitCode> {
  const output = openOutput()
  try {
    let number = 0
    for await (const line of splitRecords(input, { most: LONGEST_RECORD })) {
      await output.write(`${analyzeLine(line, ++number, tools)}\n`)
    }
    await output.finish()
    return EXIT.ok
  } catch (error) {
    if (error instanceof ReaderGone) return EXIT.ok
    complain(describeEnd(error))
    return EXIT.failed
  }
}

function describeEnd(error: unknown): string {
  if (error instanceof OutputFailed) return `standard output: ${error.message}`
  return error instanceof Error && 'syscall' in error ? `standard input: ${error.message}` : describeError(error, STANDARD_INPUT)
}
