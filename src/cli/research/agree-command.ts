import { type Command, Option } from 'commander'
import { type Level, measureAgreement } from '../../research/index.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import { addScoringOptions, type InputFlags, prepareTools } from '../inputs.js'
import { parseNames, parseWhole } from './flags.js'
import { loadCodings, loadUnits } from './load-codings.js'
import { addResultOptions, alignTable, printResult, type ResultFlags, runGuarded, sayIssues } from './print-result.js'

interface AgreeFlags extends InputFlags, ResultFlags {
  readonly level: Level
  readonly order?: readonly string[]
  readonly coders?: readonly string[]
  readonly variable?: string
  readonly name?: string
  readonly texts?: string
  readonly draws?: number
  readonly seed?: number
  readonly disagreements?: true
}

const HELP = `
Files are filled sheets, any other table with a row a value (unit, coder, variable, value), Label Studio exports, REFI-QDA projects, or
the folder of an archive, whose scores are one more coder.

Examples:
  media-framing agree anna.csv ben.csv
  media-framing agree coded.csv --coders anna,ben --variable frame:trade
  media-framing agree anna.csv ben.csv --disagreements --texts tables --format csv -o talk-about.csv`

/** Adds `agree FILE…`. */
export function addAgreeCommand(program: Command, setExitCode: (code: ExitCode) => void): void {
  const command = program
    .command('agree')
    .summary('measure how far coders agree')
    .description(
      "Measures percent agreement, Cohen's kappa, Krippendorff's alpha and Gwet's AC1, each with a 95 % interval over documents.",
    )
    .argument('<file...>', 'codings of two coders or more')
    .addOption(
      new Option('--level <level>', 'what the values are')
        .choices(['nominal', 'ordinal', 'interval', 'ratio'])
        .default('nominal'),
    )
    .option('--order <values>', 'ordinal values from low to high, such as low,middle,high', parseNames)
    .option('--coders <columns>', 'the table has a column a coder: these', parseNames)
    .option('--variable <name>', 'column of the variable, or the variable of a table with a column a coder')
    .option('--name <coder>', 'who coded, where no column says')
    .option('--texts <tables>', 'folder or table with the texts of the units')
    .option('--disagreements', 'print the units that coders do not agree on')
    .option('--draws <n>', 'draws of documents for intervals (default: 1000)', parseWhole)
    .option('--seed <n>', 'seed of the draws (default: 1)', parseWhole)
  addScoringOptions(addResultOptions(command))
    .addHelpText('after', HELP)
    .action(async (files: readonly string[], flags: AgreeFlags) => {
      const { analyzer } = await prepareTools(command, files, flags)
      setExitCode(
        await runGuarded(async () => {
          const { level, order, coders, variable, name, texts, draws, seed } = flags
          const { codings, hasFailed } = await loadCodings(files, analyzer, {
            ...(coders && { coders }),
            ...(variable && { variable }),
            ...(name && { name }),
          })
          const units = texts === undefined ? undefined : (await loadUnits([texts], 'paragraph', analyzer)).units
          const agreement = measureAgreement(codings, {
            level,
            ...(order && { order }),
            ...(units && { texts: units }),
            ...(draws !== undefined && { draws }),
            ...(seed !== undefined && { seed }),
          })
          sayIssues(agreement.issues)
          const figures = agreement.variables.flatMap(({ categories, pairs: _, ...whole }) => [
            { ...whole, category: null as string | null, categoryCount: categories.length },
            ...categories.map(({ codings: __, ...own }) => ({ ...whole, ...own, categoryCount: categories.length })),
          ])
          const rows = flags.disagreements ? agreement.disagreements : figures
          const text = flags.disagreements
            ? agreement.disagreements
                .map(
                  ({ unit, variable: about, values, text: words }) =>
                    `${unit}  ${about}  ${Object.entries(values)
                      .map(([who, value]) => `${who} ${value}`)
                      .join(', ')}\n${words === null ? '' : `  ${words}\n`}`,
                )
                .join('')
            : alignTable(
                ['variable', 'category', 'units', 'percent', 'kappa', 'alpha', 'AC1'],
                figures
                  .filter(isWorthReading)
                  .map((row) => [row.variable, row.category ?? '', row.pairable, row.percent, row.kappa, row.alpha, row.ac1]),
              )
          await printResult({ value: agreement, rows, text }, flags)
          return hasFailed ? EXIT.failed : EXIT.ok
        }),
      )
    })
}

/** Of a thing that is there or not, both categories have the figures of the whole. */
function isWorthReading({
  category,
  categoryCount,
}: {
  readonly category: string | null
  readonly categoryCount: number
}): boolean {
  return category === null || categoryCount > 2
}
