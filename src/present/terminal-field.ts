import { pad, truncate, wrap } from './printable.js'
import type { TerminalStyle } from './terminal-style.js'

/** What stands before the name of a field. */
export const INDENT = '  '

const NAME = 11 // columns of the names at the left

/** A name and what there is to say, indented; nothing where there is nothing to say. */
export function field(
  name: string,
  value: string,
  { width, colors }: TerminalStyle,
  mostLines = Number.POSITIVE_INFINITY,
): string[] {
  if (value === '') return []
  const indent = INDENT.length + NAME
  const lines = wrap(value, width - indent)
  const shown = lines.slice(0, mostLines)
  if (lines.length > shown.length) shown.push(truncate(`${shown.pop()} …`, width - indent))
  return shown.map((line, i) => (i === 0 ? `${INDENT}${colors.dim(pad(name, NAME))}${line}` : `${' '.repeat(indent)}${line}`))
}
