import { FramingError } from '../error.js'
import { STANDARD_INPUT } from './read-source.js'

/** Says on standard error what went wrong. */
export function complain(message: string): void {
  process.stderr.write(`media-framing: ${message}\n`)
}

export function nameFile(file: string): string {
  return file === STANDARD_INPUT ? 'standard input' : file
}

/** An error that is not the caller's is a defect of ours: it is named as one. */
export function describeError(error: unknown, file: string | undefined): string {
  const place = file === undefined ? '' : `${nameFile(file)}: `
  if (error instanceof FramingError) return `${place}${error.message} (${error.code})`
  return `${place}unexpected ${error instanceof Error ? error.stack : String(error)}\nThis is a defect of media-framing; please report it.`
}
