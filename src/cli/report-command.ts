import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { renderMarkdown, renderReport } from '../present/index.js'
import type { Analysis } from '../types.js'
import { complain } from './complain.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { addInputs, analyzeFile, type InputFlags, prepareTools } from './inputs.js'
import { OutputFailed, openOutput, ReaderGone } from './output.js'
import { STANDARD_INPUT } from './read-source.js'

interface ReportFlags extends InputFlags {
  readonly output?: string
  readonly markdown?: true
}

const HELP = `
The page needs no network and can be mailed; all texts stand on one page.

Examples:
  media-framing report interview.txt -o report.html
  media-framing report --markdown interview.txt > report.md`

/** Adds `report FILE… -o report.html`. */
export function addReportCommand(program: Command, setExitCode: (code: ExitCode) => void): void {
  const command = program
    .command('report')
    .summary('write a web page to read and to send')
    .description(
      'Writes one self-contained web page: summary, charts, the whole text with its evidence marked, exchanges side by side.',
    )
  addInputs(command)
    .option('-o, --output <file>', `where to write; ${STANDARD_INPUT} or left out for standard output`)
    .option('--markdown', 'write plain Markdown instead')
    .addHelpText('after', HELP)
    .action(async (files: readonly string[], flags: ReportFlags) => {
      const { analyzer, codebook } = await prepareTools(command, files, flags)
      const analyses: Analysis[] = []
      let failed = false
      for (const file of files) {
        for await (const analysis of analyzeFile(file, analyzer, flags.map)) {
          if (analysis) analyses.push(analysis)
          else failed = true
        }
      }
      const report = flags.markdown ? analyses.map(renderMarkdown).join('\n') : renderReport(analyses, { codebook })
      const written = analyses.length > 0 && (await writeReport(report, flags.output ?? STANDARD_INPUT))
      setExitCode(failed || !written ? EXIT.failed : EXIT.ok)
    })
}

/** @returns false where it could not be written, which was said on standard error */
async function writeReport(report: string, path: string): Promise<boolean> {
  try {
    if (path !== STANDARD_INPUT) await writeFile(path, report)
    else {
      const output = openOutput()
      await output.write(report)
      await output.finish()
    }
    return true
  } catch (error) {
    if (error instanceof ReaderGone) return true
    complain(`${error instanceof OutputFailed ? 'standard output' : path}: ${(error as Error).message}`)
    return false
  }
}
