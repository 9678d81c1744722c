import type { Command } from 'commander'
import { type Analyzer, createAnalyzer } from '../analyze/index.js'
import { pickReader } from '../archive/index.js'
import { type Codebook, codebooks } from '../frame/index.js'
import type { Analysis } from '../types.js'
import { complain, describeError } from './complain.js'
import { loadCodebook } from './load-codebook.js'
import { readSource, STANDARD_INPUT } from './read-source.js'

/** The flags that every command knows that analyzes files. */
export interface InputFlags {
  readonly codebook?: string
  readonly target?: readonly string[]
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
      `texts as an archive delivered them, transcripts, web pages, JSON records; ${STANDARD_INPUT} for standard input`,
    ),
  )
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

/** @returns one analysis for each article of the file; null where the file failed, which was said on standard error */
export async function analyzeFile(file: string, analyzer: Analyzer): Promise<Analysis[] | null> {
  try {
    const raw = await readSource(file)
    const articles = await pickReader(raw, file === STANDARD_INPUT ? {} : { id: file.replaceAll('\\', '/') })
    return articles.map((article) => analyzer.analyze(article))
  } catch (error) {
    complain(describeError(error, file))
    return null
  }
}
