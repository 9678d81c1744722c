import { writeFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import stringWidth from 'string-width'
import { type Column, encodeRows, joinRows } from '../../archive/index.js'
import { FramingError } from '../../error.js'
import { type Estimate, formatEstimate, type ResearchIssue } from '../../research/index.js'
import { complain, describeError } from '../complain.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import { OutputFailed, openOutput, ReaderGone } from '../output.js'
import type { Row } from './read-rows.js'

/** The flags that every research command knows. */
export interface ResultFlags {
  readonly format?: 'csv' | 'ndjson' | 'parquet' | 'json'
  readonly output?: string
}

/** Adds `--format` and `--output`. */
export function addResultOptions(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', 'print a table for other programs').choices(['csv', 'ndjson', 'parquet', 'json']))
    .option('-o, --output <file>', 'where to write; standard output where it is left out')
}

/** What a command found: as it is, as flat rows, and as a person reads it. */
export interface Result {
  readonly value: unknown
  readonly rows: readonly object[]
  readonly text: string
}

/** Prints a result in the format that was asked for. */
export async function printResult({ value, rows, text }: Result, { format, output }: ResultFlags): Promise<void> {
  if (format === undefined) return write(text, output)
  if (format === 'json') return write(`${JSON.stringify(value, null, 2)}\n`, output)
  const flat = rows.map((row) => flattenRow({ ...row }))
  const columns = columnsOf(flat)
  const whole = flat.map((row) => Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null])))
  const parts = await joinRows([await encodeRows(whole, columns, format)], columns, format)
  await write(Buffer.concat(parts), output)
}

async function write(content: string | Uint8Array, output: string | undefined): Promise<void> {
  if (output === undefined) {
    const out = openOutput()
    await out.write(content as string)
    return out.finish()
  }
  try {
    await writeFile(output, content)
  } catch (cause) {
    throw new FramingError(
      'unwritable-output',
      `Expected to write ${output}, got ${(cause as NodeJS.ErrnoException).code}. Check the folder.`,
      { cause },
    )
  }
}

type Cell = string | number | null

/** One level: an estimate becomes three columns, a list is joined, anything else is JSON. */
function flattenRow(row: Row): Record<string, Cell> {
  const cells: Record<string, Cell> = {}
  for (const [name, value] of Object.entries(row)) {
    if (isEstimate(value)) {
      cells[name] = value.estimate
      cells[`${name}_low`] = value.low
      cells[`${name}_high`] = value.high
    } else if (value === null || value === undefined) cells[name] = null
    else if (typeof value === 'number') cells[name] = Number.isFinite(value) ? value : null
    else if (typeof value === 'string') cells[name] = value
    else if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) cells[name] = value.join('; ')
    else cells[name] = typeof value === 'object' ? JSON.stringify(value) : String(value)
  }
  return cells
}

function isEstimate(value: unknown): value is Estimate {
  return typeof value === 'object' && value !== null && 'estimate' in value && 'low' in value
}

function columnsOf(rows: readonly Readonly<Record<string, Cell>>[]): Column[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return names.map((name) => ({
    name,
    type:
      rows.every((row) => typeof (row[name] ?? 0) === 'number') && rows.some((row) => typeof row[name] === 'number')
        ? 'double'
        : 'string',
  }))
}

/** A table as a person reads it: figures with as many decimals as they carry, numbers to the right. */
export function alignTable(header: readonly string[], rows: readonly (readonly (string | number | null | Estimate)[])[]): string {
  const cells = rows.map((row) =>
    row.map((cell) => (cell === null ? '–' : isEstimate(cell) ? formatEstimate(cell) : String(cell))),
  )
  const widths = header.map((name, c) => Math.max(stringWidth(name), ...cells.map((row) => stringWidth(row[c] ?? ''))))
  const isRight = header.map((_, c) => rows.length > 0 && rows.every((row) => typeof row[c] === 'number' || row[c] === null))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, c) => {
        const gap = ' '.repeat((widths[c] as number) - stringWidth(cell))
        return isRight[c] ? gap + cell : cell + gap
      })
      .join('  ')
      .trimEnd()
  return `${[line(header), ...cells.map(line)].join('\n')}\n`
}

/** Says issues on standard error; they are no failure. */
export function sayIssues(issues: readonly ResearchIssue[]): void {
  for (const { message, code } of issues) complain(`${message} (${code})`)
}

const USAGE = new Set<string>(['invalid-argument', 'invalid-codebook', 'missing-peer'])

/** Runs the work of a command; what goes wrong is said in one line. */
export async function runGuarded(work: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ReaderGone) return EXIT.ok
    if (error instanceof OutputFailed) {
      complain(`standard output: ${error.message}`)
      return EXIT.failed
    }
    complain(describeError(error, undefined))
    return error instanceof FramingError && USAGE.has(error.code) ? EXIT.usage : EXIT.failed
  }
}
