import { FramingError } from '../error.js'
import { showControls } from '../text/show-controls.js'
import { STANDARD_INPUT } from './read-source.js'

/** Says on standard error what went wrong; what names of files and texts would command a terminal is shown instead. */
export function complain(message: string): void {
  process.stderr.write(`media-framing: ${showControls(message)}\n`)
}

export function nameFile(file: string): string {
  return file === STANDARD_INPUT ? 'standard input' : file
}

/** An error that is not the caller's is a defect of ours: it is named as one. */
export function describeError(error: unknown, file: string | undefined): string {
  const place = file === undefined ? '' : `${nameFile(file)}: `
  if (error instanceof FramingError) return `${place}${speakOfFlags(error.message)} (${error.code})`
  return `${place}unexpected ${error instanceof Error ? error.stack : String(error)}\nThis is a defect of media-framing; please report it.`
}

/** What the library says of its options, as the command line says it. */
const FLAGS: readonly (readonly [RegExp, string])[] = [
  [/ \((?:recordTimeout|maxErrors|fields|format and excel|format) in a script\)/g, ''],
  [/Name the field with options\.fields\.text\./g, 'Name the field with --map text=FIELD.'],
  [/Expected workers to be/g, 'Expected --workers to be'],
  [/Expected recordTimeout to be/g, 'Expected --record-timeout to be'],
  [/Map the field to one of these\./g, 'Name the right one by --map, such as --map text=body.'],
]

/** Puts the names of flags in the place of those of options. */
export function speakOfFlags(message: string): string {
  return FLAGS.reduce((said, [option, flag]) => said.replace(option, flag), message)
}
