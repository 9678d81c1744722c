import { type Command, Option } from 'commander'
import { type ContextOptions, findInContext, renderContext } from '../../research/index.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import { addScoringOptions, type InputFlags, prepareTools } from '../inputs.js'
import { readTerminal } from '../terminal-size.js'
import { parseWhole } from './flags.js'
import { loadUnits } from './load-codings.js'
import { addResultOptions, printResult, type ResultFlags, runGuarded } from './print-result.js'

interface KwicFlags extends InputFlags, ResultFlags {
  readonly window?: number
  readonly sort: NonNullable<ContextOptions['sort']>
}

const HELP = `
The pattern language is that of codebooks: words in any inflection, a/b, word*, =form, CAPITALS, word:NOUN, word?, ~3 for a gap, &.

Examples:
  media-framing kwic 'impose ~2 sanction' interview.txt
  media-framing kwic border tables --sort right --format csv -o border.csv`

/** Adds `kwic PATTERN INPUT…`. */
export function addKwicCommand(program: Command, setExitCode: (code: ExitCode) => void): void {
  const command = program
    .command('kwic')
    .summary('find a pattern in context')
    .description('Prints every match of a pattern with the words around it, aligned.')
    .argument('<pattern>', 'a pattern of the codebook language')
    .argument('<input...>', 'folder of an archive, tables of paragraphs, or texts')
    .option('--window <words>', 'words on either side (default: 10)', parseWhole)
    .addOption(
      new Option('--sort <key>', 'order of the lines').choices(['place', 'left', 'right', 'keyword', 'speaker']).default('place'),
    )
  addScoringOptions(addResultOptions(command))
    .addHelpText('after', HELP)
    .action(async (pattern: string, inputs: readonly string[], flags: KwicFlags) => {
      const { analyzer } = await prepareTools(command, inputs, flags)
      setExitCode(
        await runGuarded(async () => {
          const { units, hasFailed } = await loadUnits(inputs, 'paragraph', analyzer)
          const lines = findInContext(units, pattern, {
            sort: flags.sort,
            ...(flags.window !== undefined && { window: flags.window }),
          })
          await printResult({ value: lines, rows: lines, text: renderContext(lines, { width: readTerminal().width }) }, flags)
          return hasFailed ? EXIT.failed : EXIT.ok
        }),
      )
    })
}
