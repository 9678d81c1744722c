import type { Command } from 'commander'
import { type Analyzer, createAnalyzer } from '../analyze/index.js'
import { type Codebook, codebooks } from '../frame/index.js'
import type { RecordFields } from '../read/index.js'
import type { Analysis } from '../types.js'
import { complain, describeError } from './complain.js'
import { parseFieldMap } from './field-map.js'
import { loadCodebook } from './load-codebook.js'
import { readFileArticles } from './read-articles.js'
import { STANDARD_INPUT } from './read-source.js'

/** The flags that every command knows that analyzes files. */
export interface InputFlags {
  readonly codebook?: string
  readonly target?: readonly string[]
  readonly map?: RecordFields
}

/** What a command analyzes with. */
export interface Tools {
  readonly codebook: Codebook
  readonly analyzer: Analyzer
}

/** Adds the arguments and options of a command that analyzes files. */
export function addInputs(command: Command): Command {
  return addScoringOptions(
    command.argument(
      '<file...>',
      `texts and exports as an archive delivered them, transcripts, web pages, JSON, JSON lines, CSV; ${STANDARD_INPUT} for standard input`,
    ),
  ).option('--map <pairs>', 'which field of a record holds what, such as text=body,title=headline (repeatable)', parseFieldMap)
}

/** Adds the options that say what is scored. */
export function addScoringOptions(command: Command): Command {
  return command
    .option(
      '--codebook <name or file>',
      `score the frames of ${Object.keys(codebooks).join(', ')}, or of a JSON or YAML file; the first where left out`,
    )
    .option('--target <name>', 'score the stance towards this name, too (repeatable)', (name: string, names: string[] = []) => [
      ...names,
      name,
    ])
}

/** Checks what `addInputs` added and prepares the work; ends with a usage error where something is wrong. */
export async function prepareTools(
  command: Command,
  files: readonly string[],
  { codebook: path, target }: InputFlags,
): Promise<Tools> {
  if (files.filter((file) => file === STANDARD_INPUT).length > 1) command.error('error: standard input can be read only once')
  try {
    const codebook = path === undefined ? (codebooks['diplomacy-press'] as Codebook) : await loadCodebook(path)
    return { codebook, analyzer: createAnalyzer({ codebook, ...(target && { targets: target }) }) }
  } catch (error) {
    return command.error(`error: ${describeError(error, path)}`)
  }
}

/** @returns an analysis for each article of a file, and null in the place of what failed, which was said on standard error */
export async function* analyzeFile(file: string, analyzer: Analyzer, fields: RecordFields = {}): AsyncGenerator<Analysis | null> {
  try {
    for await (const outcome of readFileArticles(file, fields)) {
      if (outcome.ok) yield analyzer.analyze(outcome.article)
      else {
        complain(`${outcome.place}: ${outcome.error.message} (${outcome.error.code})`)
        yield null
      }
    }
  } catch (error) {
    complain(describeError(error, file))
    yield null
  }
}
