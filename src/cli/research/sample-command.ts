import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { FramingError } from '../../error.js'
import {
  drawSample,
  labelStudioConfig,
  labelStudioTasks,
  questionsOf,
  type SampledUnit,
  scoreBands,
  type UnitKind,
  unitsOf,
  writeQdc,
  writeQdpx,
  writeSheet,
} from '../../research/index.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import { addScoringOptions, type InputFlags, prepareTools, type Tools } from '../inputs.js'
import { parseNames, parseShare, parseWhole } from './flags.js'
import { loadUnits } from './load-codings.js'
import { addResultOptions, alignTable, printResult, type ResultFlags, runGuarded } from './print-result.js'

interface SampleFlags extends InputFlags, ResultFlags {
  readonly size: number
  readonly seed: number
  readonly strata?: readonly string[]
  readonly allocation: 'proportional' | 'equal'
  readonly clusters?: string
  readonly certainty?: readonly string[]
  readonly coders?: readonly string[]
  readonly overlap?: number
  readonly unit: UnitKind
  readonly ask?: readonly string[]
  readonly sheets?: string
}

const HELP = `
DIR of --sheets gets a blind sheet a coder (CODER.csv, for Excel and LibreOffice), tasks.json and config.xml for Label Studio, project.qdpx
and codebook.qdc for QDA programs. Keep what the command prints: estimate and validate need its inclusion probabilities.

Examples:
  media-framing sample tables --size 200 --seed 7 --strata score --allocation equal --format csv -o sample.csv
  media-framing sample tables --size 200 --seed 7 --coders anna,ben --overlap 0.25 --sheets sheets --format csv -o sample.csv`

/** Adds `sample INPUT… --size N --seed N`. */
export function addSampleCommand(program: Command, setExitCode: (code: ExitCode) => void): void {
  const command = program
    .command('sample')
    .summary('draw a random sample to code, and write the sheets')
    .description('Draws units to code, with their inclusion probabilities, and writes blind sheets for the coders.')
    .argument('<input...>', 'folder of an archive, tables of paragraphs or exchanges, or texts')
    .requiredOption('--size <n>', 'units to draw; clusters where --clusters is given', parseWhole)
    .requiredOption('--seed <n>', 'the same seed draws the same sample', parseWhole)
    .option('--strata <columns>', 'draw from each value of these columns; score for bands of the highest salience', parseNames)
    .addOption(
      new Option('--allocation <how>', 'how much of each stratum').choices(['proportional', 'equal']).default('proportional'),
    )
    .option('--clusters <column>', 'draw whole clusters, such as doc_id')
    .option('--certainty <units>', 'units to take in any case', parseNames)
    .option('--coders <names>', 'who codes', parseNames)
    .option('--overlap <share>', 'share of the units that all coders get (default: 1)', parseShare)
    .addOption(new Option('--unit <kind>', 'what is coded').choices(['paragraph', 'exchange']).default('paragraph'))
    .option('--ask <what>', 'ask beside frames for tone, stance, reply', parseAsked)
    .option('--sheets <dir>', 'folder for the sheets')
  addScoringOptions(addResultOptions(command))
    .addHelpText('after', HELP)
    .action(async (inputs: readonly string[], flags: SampleFlags) => {
      const tools = await prepareTools(command, inputs, flags)
      setExitCode(await runGuarded(() => draw(inputs, flags, tools)))
    })
}

async function draw(inputs: readonly string[], flags: SampleFlags, { analyzer, codebook }: Tools): Promise<ExitCode> {
  const { size, seed, strata, allocation, clusters, certainty, coders, overlap, unit: kind } = flags
  const { units, codings, hasFailed } = await loadUnits(inputs, kind, analyzer)
  const byScore = strata?.length === 1 && strata[0] === 'score'
  const sample = drawSample(units, {
    size,
    seed,
    allocation,
    kind,
    ...(strata && { strata: byScore ? scoreBands(codings) : strata }),
    ...(clusters && { clusters }),
    ...(certainty && { certainty }),
    ...(coders && { coders }),
    ...(overlap !== undefined && { overlap }),
  })
  if (flags.sheets !== undefined) await writeSheets(sample, flags.sheets, flags, codebook)
  const text = alignTable(
    ['unit', 'stratum', 'probability', 'coders'],
    sample.map(({ unit, stratum, inclusionProbability, coders: who }) => [
      unit,
      stratum ?? '',
      Number(inclusionProbability.toPrecision(4)),
      who.join(', '),
    ]),
  )
  await printResult({ value: sample, rows: sample, text }, flags)
  return hasFailed ? EXIT.failed : EXIT.ok
}

async function writeSheets(
  sample: readonly SampledUnit[],
  folder: string,
  { coders = ['coder'], ask = [], unit }: SampleFlags,
  codebook: Tools['codebook'],
): Promise<void> {
  const questions = questionsOf(codebook, {
    tone: ask.includes('tone'),
    stance: ask.includes('stance'),
    reply: ask.includes('reply') || unit === 'exchange',
  })
  const files: [string, string | Uint8Array][] = [
    ['tasks.json', JSON.stringify(labelStudioTasks(sample))],
    ['config.xml', labelStudioConfig(questions)],
    ['codebook.qdc', writeQdc(codebook)],
    ['project.qdpx', writeQdpx(unitsOf(sample), { codebook })],
  ]
  for (const coder of coders)
    files.push([`${coder.replace(/[^\p{L}\p{N}._-]/gu, '_')}.csv`, await writeSheet(sample, { questions, coder })])
  try {
    await mkdir(folder, { recursive: true })
    for (const [name, content] of files) await writeFile(join(folder, name), content)
  } catch (cause) {
    throw new FramingError(
      'unwritable-output',
      `Expected to write into ${folder}, got ${(cause as NodeJS.ErrnoException).code}. Check the folder.`,
      { cause },
    )
  }
}

const ASKED = ['tone', 'stance', 'reply']

function parseAsked(value: string, before?: readonly string[]): readonly string[] {
  const names = parseNames(value, before)
  if (names.every((name) => ASKED.includes(name))) return names
  throw new InvalidArgumentError(`Expected ${ASKED.join(', ')}.`)
}
