import { stat } from 'node:fs/promises'
import { isAbsolute, sep } from 'node:path'
import { glob } from 'tinyglobby'
import { checkApart, isPipe, realPath } from '../archive/index.js'
import { FramingError } from '../error.js'

const KNOWN = '**/*.{jsonl,ndjson,csv,tsv,parquet,txt,text,md,markdown,html,htm,srt,vtt,json,rtf,docx,pdf,zip}{,.gz,.zst}'

/**
 * Finds the files that inputs stand for: a file or pipe itself, all known files in a folder and below, and what a wildcard matches.
 *
 * A file that is reached by several ways, as by a link to a folder, is read once.
 *
 * @param out - folder that is written to; what a folder or wildcard finds in it is no input
 * @returns paths in the order of the inputs, those of one input in the order of their code units, each once; an input that
 * matches nothing stands for itself, so that reading it says what is wrong
 * @throws {FramingError} `invalid-argument` where an input stands in the folder that is written to, or is it.
 */
export async function findInputs(inputs: readonly string[], out: string): Promise<string[]> {
  const found = new Map<string, string>() // by the path without links
  const folder = await realPath(out)
  for (const input of inputs) {
    if (await isPipe(input)) {
      found.set(input, input)
      continue
    }
    const stats = await stat(input).catch(() => null)
    if (stats) await checkApart([input], out)
    if (stats?.isFile()) {
      add(found, await realPath(input), input)
      continue
    }
    const files = await expand(input, stats?.isDirectory() === true)
    const paths: [string, string][] = []
    for (const file of files) paths.push([await realPath(file), file])
    const apart = paths.filter(([path]) => !path.startsWith(folder + sep))
    if (paths.length > 0 && apart.length === 0) {
      throw new FramingError(
        'invalid-argument',
        `Expected inputs that do not stand in the folder that is written to, got only such by ${input}. Choose another --out.`,
      )
    }
    for (const [path, file] of apart) add(found, path, file)
    if (files.length === 0) found.set(input, input)
  }
  return [...found.values()]
}

function add(found: Map<string, string>, path: string, file: string): void {
  if (!found.has(path)) found.set(path, file)
}

async function expand(input: string, isFolder: boolean): Promise<readonly string[]> {
  const prefix = input.replace(/[\\/]+$/, '')
  const files = isFolder
    ? (await glob(KNOWN, { cwd: input, caseSensitiveMatch: false })).map((file) => `${prefix}/${file}`)
    : await glob(input.replaceAll('\\', '/'), { expandDirectories: false, absolute: isAbsolute(input) })
  return files.sort((a, b) => (a < b ? -1 : 1))
}
