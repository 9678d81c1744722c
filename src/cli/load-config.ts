import { readFile } from 'node:fs/promises'
import type { Command, Option } from 'commander'
import { parse } from 'yaml'

/**
 * Takes the values of a file, in JSON or YAML, for the flags of the same names that were not given.
 *
 *     out: tables
 *     map: { text: body, title: headline }
 *     target: [Velmara, Toria]
 *     dedupe: true
 *
 * What a flag says goes first. Ends with a usage error where the file cannot be read, or says what no flag does.
 */
export async function applyConfig(command: Command, path: string): Promise<void> {
  const fail = (message: string): never => command.error(`error: ${path}: ${message}`)
  let data: unknown
  try {
    data = parse(await readFile(path, 'utf8'))
  } catch (error) {
    fail(`Expected JSON or YAML, got ${(error as Error).message.split('\n')[0]}. Correct it there.`)
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    fail('Expected names of flags with their values. Correct it there.')
  const options = command.options.filter((option) => option.attributeName() !== 'config')
  for (const [name, value] of Object.entries(data as object)) {
    const option = options.find((each) => each.long === `--${name}`)
    if (!option)
      fail(
        `Expected the name of a flag such as ${options
          .slice(0, 3)
          .map((each) => each.long?.slice(2))
          .join(', ')}, got "${name}". Correct it there.`,
      )
    else if (command.getOptionValueSource(option.attributeName()) !== 'cli') setOption(command, option, value, fail)
  }
}

function setOption(command: Command, option: Option, value: unknown, fail: (message: string) => never): void {
  const name = option.attributeName()
  if (option.isBoolean()) {
    if (typeof value !== 'boolean') fail(`Expected true or false for ${option.long?.slice(2)}. Correct it there.`)
    if (value === true) command.setOptionValueWithSource(name, true, 'config')
    return
  }
  let parsed: unknown
  for (const word of wordsOf(value)) {
    try {
      parsed = option.parseArg ? option.parseArg(word, parsed as never) : word
    } catch (error) {
      fail(`${option.long?.slice(2)}: ${(error as Error).message}`)
    }
  }
  command.setOptionValueWithSource(name, parsed, 'config')
}

/** A value as it would stand behind the flag: a list is a flag that is repeated, an object one of pairs. */
function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String)
  if (typeof value !== 'object' || value === null) return [String(value)]
  return Object.entries(value).map(([key, field]) => `${key}=${String(field)}`)
}
