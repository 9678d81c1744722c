import { type Command, InvalidArgumentError, Option } from 'commander'
import { type Coding, compareWords, type ResearchUnit, type WordOptions } from '../../research/index.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import { addScoringOptions, type InputFlags, prepareTools } from '../inputs.js'
import { parseWhole } from './flags.js'
import { loadUnits } from './load-codings.js'
import { addResultOptions, alignTable, printResult, type ResultFlags, runGuarded } from './print-result.js'

interface WordsFlags extends InputFlags, ResultFlags {
  readonly a: Selection
  readonly b: Selection
  readonly by?: string
  readonly ngrams?: readonly number[]
  readonly minCount: number
  readonly stopWords: 'none' | 'english'
  readonly prior?: number
  readonly correction: NonNullable<WordOptions['correction']>
  readonly top: number
}

/** Units with a value in a column, or with a frame. */
interface Selection {
  readonly column: string
  readonly value: string
}

const HELP = `
A side is COLUMN=VALUE: role=interviewer, outlet=Herald, speaker="Ilse Marenko", month=2024-03, frame=security, or frame!=security.

Examples:
  media-framing words interview.txt --a role=interviewer --b role=respondent
  media-framing words tables --a outlet=Herald --b outlet=Ledger --ngrams 1,2 --format csv -o keyness.csv`

/** Adds `words INPUT… --a SIDE --b SIDE`. */
export function addWordsCommand(program: Command, setExitCode: (code: ExitCode) => void): void {
  const command = program
    .command('words')
    .summary('compare the words of two sides')
    .description('Compares words: log-odds with an informative Dirichlet prior, G² and chi² with effect sizes.')
    .argument('<input...>', 'folder of an archive, tables of paragraphs, or texts')
    .requiredOption('--a <side>', 'the first side', parseSelection)
    .requiredOption('--b <side>', 'the second side', parseSelection)
    .option('--by <column>', 'compare within each value of this column')
    .option('--ngrams <lengths>', 'words of a term, such as 1 or 1,2', parseLengths)
    .option('--min-count <n>', 'times a term must stand in both together', parseWhole, 2)
    .addOption(new Option('--stop-words <list>', 'words that are left out').choices(['none', 'english']).default('english'))
    .option('--prior <count>', 'the same prior for every term; counts of both sides where it is left out', parseFloat)
    .addOption(
      new Option('--correction <kind>', 'of G² and chi²').choices(['default', 'yates', 'williams', 'none']).default('default'),
    )
    .option('--top <n>', 'terms printed of each side', parseWhole, 15)
  addScoringOptions(addResultOptions(command))
    .addHelpText('after', HELP)
    .action(async (inputs: readonly string[], flags: WordsFlags) => {
      const { analyzer } = await prepareTools(command, inputs, flags)
      setExitCode(
        await runGuarded(async () => {
          const { a, b, by, ngrams, minCount, stopWords, prior, correction, top } = flags
          const { units, codings, hasFailed } = await loadUnits(inputs, 'paragraph', analyzer)
          const rows = compareWords(select(units, codings, a), select(units, codings, b), {
            minCount,
            stopWords,
            correction,
            ...(by && { by }),
            ...(ngrams && { ngrams }),
            ...(prior !== undefined && { prior }),
          })
          const shown = rows.length > 2 * top ? [...rows.slice(0, top), ...rows.slice(-top)] : rows
          const text = alignTable(
            [...(by ? [by] : []), 'term', 'a', 'b', 'log-odds', 'z', 'G²', 'chi²', 'log ratio'],
            (by ? rows : shown).map((row) => [
              ...(by ? [row.group] : []),
              row.term,
              row.countA,
              row.countB,
              ...[row.logOdds, row.z, row.g2, row.chi2, row.logRatio].map((figure) => Number(figure.toFixed(2))),
            ]),
          )
          await printResult({ value: rows, rows, text }, flags)
          return hasFailed ? EXIT.failed : EXIT.ok
        }),
      )
    })
}

function select(units: readonly ResearchUnit[], codings: readonly Coding[], { column, value }: Selection): ResearchUnit[] {
  const name = column.replace(/!$/, '')
  if (name !== 'frame') return units.filter((unit) => (String(unit[name] ?? '') === value) !== column.endsWith('!'))
  const present = new Set(
    codings.filter((coding) => coding.variable === `frame:${value}` && coding.value === 1).map(({ unit }) => unit),
  )
  return units.filter(({ unit }) => present.has(unit) !== column.endsWith('!'))
}

function parseSelection(value: string): Selection {
  const at = value.indexOf('=')
  if (at > 0) return { column: value.slice(0, at), value: value.slice(at + 1) }
  throw new InvalidArgumentError('Expected COLUMN=VALUE, such as role=interviewer.')
}

function parseLengths(value: string): number[] {
  const lengths = value.split(',').map(Number)
  if (lengths.every((length) => Number.isInteger(length) && length > 0)) return lengths
  throw new InvalidArgumentError('Expected numbers of words, such as 1,2.')
}
