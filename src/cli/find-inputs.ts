import { stat } from 'node:fs/promises'
import { isAbsolute, resolve, sep } from 'node:path'
import { glob } from 'tinyglobby'

const KNOWN = '**/*.{jsonl,ndjson,csv,tsv,parquet,txt,text,md,markdown,html,htm,srt,vtt,json,rtf,docx,pdf,zip}{,.gz,.zst}'

/**
 * Finds the files that inputs stand for: a file itself, all known files in a folder and below, and what a wildcard matches.
 *
 * @param out - folder that is written to; what stands in it is no input
 * @returns paths in the order of the inputs, those of one input in the order of their code units, each once; an input that
 * matches nothing stands for itself, so that reading it says what is wrong
 */
export async function findInputs(inputs: readonly string[], out: string): Promise<string[]> {
  const found = new Set<string>()
  for (const input of inputs) for (const file of await expand(input)) found.add(file)
  return [...found].filter((file) => !resolve(file).startsWith(resolve(out) + sep))
}

async function expand(input: string): Promise<readonly string[]> {
  const stats = await stat(input).catch(() => null)
  if (stats?.isFile()) return [input]
  const prefix = input.replace(/[\\/]+$/, '')
  const files = stats?.isDirectory()
    ? (await glob(KNOWN, { cwd: input, caseSensitiveMatch: false })).map((file) => `${prefix}/${file}`)
    : await glob(input.replaceAll('\\', '/'), { expandDirectories: false, absolute: isAbsolute(input) })
  return files.length > 0 ? files.sort((a, b) => (a < b ? -1 : 1)) : [input]
}
