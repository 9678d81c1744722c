import type { Command } from 'commander'
import { settleCodings, type TradeOff, validateScores } from '../../research/index.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import { addScoringOptions, type InputFlags, prepareTools } from '../inputs.js'
import { parseShare, parseTradeOff, parseWhole } from './flags.js'
import { loadCodings } from './load-codings.js'
import { addResultOptions, alignTable, printResult, type ResultFlags, runGuarded, sayIssues } from './print-result.js'
import { addSampleWeights } from './sample-weights.js'

interface ValidateFlags extends InputFlags, ResultFlags {
  readonly gold: readonly string[]
  readonly sample?: string
  readonly prefer?: string
  readonly threshold?: number
  readonly tradeOff?: TradeOff
  readonly draws?: number
  readonly seed?: number
}

const HELP = `
Several coders are settled by majority; --prefer names who decides between equals.

Examples:
  media-framing validate tables --gold anna.csv ben.csv --prefer anna --sample sample.csv
  media-framing validate scores.csv --gold gold.csv --trade-off recall=0.9`

/** Adds `validate SCORES --gold FILE…`. */
export function addValidateCommand(program: Command, setExitCode: (code: ExitCode) => void): void {
  const command = program
    .command('validate')
    .summary('measure how well scores agree with a coded sample')
    .description('Measures precision, recall, F1, AUC and calibration of scores against gold codings, each with a 95 % interval.')
    .argument('<scores...>', 'folder of an archive, score rows or codings')
    .requiredOption('--gold <file...>', 'codings of a sample by people')
    .option('--sample <file>', 'what sample drew, for its inclusion probabilities')
    .option('--prefer <coder>', 'who decides where coders do not agree')
    .option(
      '--threshold <score>',
      'score from which something counts as there, where scores have no labels (default: 0.5)',
      parseShare,
    )
    .option(
      '--trade-off <wish>',
      'what a threshold is wanted for: recall=0.9, precision=0.8, beta=2, falsePositive=1,falseNegative=5',
      parseTradeOff,
    )
    .option('--draws <n>', 'draws of documents for intervals (default: 1000)', parseWhole)
    .option('--seed <n>', 'seed of the draws (default: 1)', parseWhole)
  addScoringOptions(addResultOptions(command))
    .addHelpText('after', HELP)
    .action(async (files: readonly string[], flags: ValidateFlags) => {
      const { analyzer } = await prepareTools(command, files, flags)
      setExitCode(
        await runGuarded(async () => {
          const { gold, sample, prefer, threshold, tradeOff, draws, seed } = flags
          const scores = await loadCodings(files, analyzer)
          const coded = await loadCodings(gold, analyzer)
          const settled = settleCodings(coded.codings, prefer === undefined ? {} : { prefer })
          sayIssues(settled.issues)
          const weighed = sample === undefined ? settled.codings : await addSampleWeights(settled.codings, sample)
          const validation = validateScores(weighed, scores.codings, {
            ...(threshold !== undefined && { threshold }),
            ...(tradeOff && { tradeOff }),
            ...(draws !== undefined && { draws }),
            ...(seed !== undefined && { seed }),
          })
          sayIssues(validation.issues)
          const rows = validation.variables.flatMap(({ variable, categories, auc, calibration, threshold: at }) =>
            categories.map((category) => ({
              variable,
              ...category,
              auc,
              calibration_error: calibration?.error ?? null,
              threshold: at?.value ?? null,
            })),
          )
          const table = alignTable(
            ['variable', 'category', 'gold', 'found', 'precision', 'recall', 'F1', 'AUC'],
            rows.map((row) => [row.variable, row.category, row.gold, row.predicted, row.precision, row.recall, row.f1, row.auc]),
          )
          const notes = validation.variables.flatMap(({ variable, calibration, threshold: at }) => [
            ...(calibration ? [`${variable}: calibration error ${calibration.error.toFixed(2)}`] : []),
            ...(at
              ? [
                  `${variable}: threshold ${at.value.toFixed(2)} gives precision ${at.precision.toFixed(2)}, recall ${at.recall.toFixed(2)}`,
                ]
              : []),
          ])
          await printResult({ value: validation, rows, text: `${table}\n${notes.map((note) => `${note}\n`).join('')}` }, flags)
          return scores.hasFailed || coded.hasFailed ? EXIT.failed : EXIT.ok
        }),
      )
    })
}
