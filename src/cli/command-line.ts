import { Command, CommanderError } from 'commander'
import { showControls } from '../text/show-controls.js'
import { VERSION } from '../version.js'
import { addAnalyzeCommand } from './analyze-command.js'
import { addArchiveCommand } from './archive.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { addMeasuresCommand } from './measures-command.js'
import { addReportCommand } from './report-command.js'
import { addAgreeCommand } from './research/agree-command.js'
import { addEstimateCommand } from './research/estimate-command.js'
import { addKwicCommand } from './research/kwic-command.js'
import { addSampleCommand } from './research/sample-command.js'
import { addValidateCommand } from './research/validate-command.js'
import { addWordsCommand } from './research/words-command.js'
import { addStreamCommand } from './stream.js'

/**
 * Runs the command line.
 *
 * @param args - what stands behind the command's name
 * @returns the exit code: 0, 1 where some input failed, 2 where the command was not understood
 */
export async function runCommandLine(args: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.ok
  const program = new Command('media-framing')
    .description('Topic frames, stance and how each answer treats its question, with the exact words behind every score.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showHelpAfterError('Try media-framing --help.')
    .exitOverride()
    // What was typed is shown in errors; it must not command the terminal.
    .configureOutput({ writeErr: (text) => void process.stderr.write(showControls(text)) })
  const setExitCode = (code: ExitCode): void => {
    exitCode = code
  }
  addAnalyzeCommand(program, setExitCode)
  addReportCommand(program, setExitCode)
  addStreamCommand(program, setExitCode)
  addMeasuresCommand(program)
  addArchiveCommand(program, setExitCode)
  addSampleCommand(program, setExitCode)
  addAgreeCommand(program, setExitCode)
  addValidateCommand(program, setExitCode)
  addEstimateCommand(program, setExitCode)
  addWordsCommand(program, setExitCode)
  addKwicCommand(program, setExitCode)
  try {
    if (args.length === 0) {
      program.outputHelp({ error: true })
      return EXIT.usage
    }
    await program.parseAsync([...args], { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
    throw error
  }
}
