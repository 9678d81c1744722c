import type { Command } from 'commander'
import { estimateShares, settleCodings } from '../../research/index.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import { addScoringOptions, type InputFlags, prepareTools } from '../inputs.js'
import { parseShare } from './flags.js'
import { loadCodings, loadUnits } from './load-codings.js'
import { addResultOptions, alignTable, printResult, type ResultFlags, runGuarded, sayIssues } from './print-result.js'
import { isArchiveFolder, isTable } from './read-rows.js'
import { readSample } from './sample-weights.js'

interface EstimateFlags extends InputFlags, ResultFlags {
  readonly gold: readonly string[]
  readonly sample?: string
  readonly prefer?: string
  readonly by?: string
  readonly contrasts?: true
  readonly confidence?: number
}

const HELP = `
The first figure is corrected by the coded sample and valid whatever the scores are; PPI++ trusts the scores as far as they help; naive is
what the scores say alone, gold what the coded units say alone.

Examples:
  media-framing estimate tables --gold anna.csv ben.csv --prefer anna --sample sample.csv
  media-framing estimate tables --gold gold.csv --sample sample.csv --by outlet --contrasts`

/** Adds `estimate SCORES --gold FILE…`. */
export function addEstimateCommand(program: Command, setExitCode: (code: ExitCode) => void): void {
  const command = program
    .command('estimate')
    .summary('estimate shares of the whole archive, corrected by a coded sample')
    .description(
      'Estimates the share of each frame or label in the whole archive, corrected by a coded sample, with 95 % intervals over documents.',
    )
    .argument('<scores...>', 'folder of an archive, score rows or codings of all units')
    .requiredOption('--gold <file...>', 'codings of a random sample by people')
    .option('--sample <file>', 'what sample drew, for its inclusion probabilities and strata')
    .option('--prefer <coder>', 'who decides where coders do not agree')
    .option('--by <column>', 'a share for each outlet, month, speaker or other column')
    .option('--contrasts', 'print how far groups differ')
    .option('--confidence <share>', 'share of intervals that hold the true figure (default: 0.95)', parseShare)
  addScoringOptions(addResultOptions(command))
    .addHelpText('after', HELP)
    .action(async (files: readonly string[], flags: EstimateFlags) => {
      const { analyzer } = await prepareTools(command, files, flags)
      setExitCode(
        await runGuarded(async () => {
          const { gold, sample, prefer, by, confidence } = flags
          const scores = await loadCodings(files, analyzer)
          const coded = await loadCodings(gold, analyzer)
          const settled = settleCodings(coded.codings, prefer === undefined ? {} : { prefer })
          sayIssues(settled.issues)
          const folders = []
          for (const file of files) if ((await isArchiveFolder(file)) || !isTable(file)) folders.push(file)
          const units =
            by === undefined || folders.length === 0 ? undefined : (await loadUnits(folders, 'paragraph', analyzer)).units
          const estimated = estimateShares(scores.codings, settled.codings, {
            ...(by !== undefined && { by }),
            ...(units && { units }),
            ...(sample !== undefined && { sample: await readSample(sample) }),
            ...(confidence !== undefined && { confidence }),
          })
          sayIssues(estimated.issues)
          const text = flags.contrasts
            ? alignTable(
                ['variable', 'category', 'groups', 'difference'],
                estimated.contrasts.map((row) => [row.variable, row.category, row.groups.join(' − '), row]),
              )
            : alignTable(
                [
                  'variable',
                  'category',
                  ...(by === undefined ? [] : [by]),
                  'units',
                  'coded',
                  'share',
                  'PPI++',
                  'gold only',
                  'naive',
                  'saved',
                ],
                estimated.shares.map((row) => [
                  row.variable,
                  row.category,
                  ...(by === undefined ? [] : [row.group]),
                  row.units,
                  row.coded,
                  row,
                  row.predictionPowered,
                  row.goldOnly,
                  Number(row.naive.toFixed(2)),
                  row.savedUnits,
                ]),
              )
          await printResult({ value: estimated, rows: flags.contrasts ? estimated.contrasts : estimated.shares, text }, flags)
          return scores.hasFailed || coded.hasFailed ? EXIT.failed : EXIT.ok
        }),
      )
    })
}
