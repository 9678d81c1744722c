import { describeValue, FramingError } from '../error.js'
import { missingPeer } from '../missing-peer.js'
import { decodeText } from '../text/decode-text.js'
import type { Coding } from './coding.js'
import { codingsFromTable, type RowError, type TableOptions, type TableRow } from './codings-from-table.js'
import { checkQuestions, type Question, valuesOf } from './instrument.js'
import type { ResearchUnit } from './unit.js'
import { textOfRow } from './unit.js'

/** How a sheet is written. */
export interface SheetOptions {
  /** What is asked: one empty column each. */
  readonly questions: readonly Question[]
  /** Whose sheet it is: only the units that `drawSample` gave this coder, where it gave them to somebody. */
  readonly coder: string
  /** Columns of the units that coders see beside the text, such as `speaker`; none where it is left out, since they may give scores away. */
  readonly columns?: readonly string[]
}

/** What was read of a sheet, nothing dropped: a row that gave no coding is in `errors`. */
export interface ReadCodings {
  readonly codings: readonly Coding[]
  readonly errors: readonly RowError[]
}

/** Cells that a spreadsheet takes for formulas, dates or numbers that they are not; a leading apostrophe keeps them text. */
const UNSAFE = /^'*(?:[=+\-@\t\r]|\d[\d.,/:eE+\- ]*$)/

const BYTE_ORDER_MARK = '\uFEFF' // tells Excel that the sheet is UTF-8

/**
 * Writes a blind coding sheet: CSV that Excel and LibreOffice open right, a row a unit, an empty column a question, and no score in it.
 *
 * UTF-8 with a byte order mark; cells that would be formulas, dates or numbers begin with an apostrophe, which `readSheet` takes away.
 *
 * @returns the text of the file; needs the optional package `papaparse`
 * @throws {FramingError} `missing-peer` where it is not installed, `invalid-argument` where a unit has no text or there are no questions.
 * @example
 * const sheet = await writeSheet([{ unit: 'a/0', text: 'The port opened.' }], { questions: [{ variable: 'frame:trade', values: [0, 1] }], coder: 'anna' })
 * sheet.split('\r\n')[0].endsWith('unit,coder,text,frame:trade,note') //=> true
 */
export async function writeSheet(
  units: readonly ResearchUnit[],
  { questions, coder, columns = [] }: SheetOptions,
): Promise<string> {
  const { default: Papa } = await import('papaparse').catch(missingPeer('papaparse', 'writes CSV'))
  const asked = checkQuestions(questions)
  if (typeof coder !== 'string' || coder === '')
    throw new FramingError(
      'invalid-argument',
      `Expected coder to be a name, got ${describeValue(coder)}. Write one sheet a coder.`,
    )
  const own = units.filter(({ coders }) => !Array.isArray(coders) || coders.length === 0 || coders.includes(coder))
  const header = ['unit', 'coder', ...columns, 'text', ...asked.map(({ variable }) => variable), 'note']
  const rows = own.map((unit) => {
    const text = textOfRow(unit)
    if (text === null)
      throw new FramingError(
        'invalid-argument',
        `Expected unit ${unit.unit} to have a text, got none. Draw from rows of the table paragraphs.`,
      )
    return [unit.unit, coder, ...columns.map((column) => unit[column] ?? ''), text, ...asked.map(() => ''), '']
  })
  return `${BYTE_ORDER_MARK}${Papa.unparse([header, ...rows], { newline: '\r\n', escapeFormulae: UNSAFE })}\r\n`
}

/** How a sheet is read: the options of `codingsFromTable`, and what was asked. */
export interface SheetReading extends Omit<TableOptions, 'onError'> {
  /** What was asked: other values are errors, other columns are left. */
  readonly questions?: readonly Question[]
}

/**
 * Reads a filled sheet, as the spreadsheet saved it: UTF-8, UTF-16 or Windows-1252, with commas, semicolons or tabs.
 *
 * A row that names no unit or an unknown one, an unknown value, or a second value of one coder is an error with the row's place, from 1
 * below the header; the other rows are read.
 *
 * @param source - the bytes or the text of the file; needs the optional package `papaparse`
 * @throws {FramingError} `missing-peer`, `binary-input` where the file is no text (such as .xlsx), `invalid-argument` where a column is missing.
 * @example
 * const { codings } = await readSheet('unit;coder;frame:trade\na/0;anna;yes\n')
 * codings[0].value //=> 1
 */
export async function readSheet(source: string | Uint8Array, { questions, ...options }: SheetReading = {}): Promise<ReadCodings> {
  const { default: Papa } = await import('papaparse').catch(missingPeer('papaparse', 'reads CSV'))
  const text = (typeof source === 'string' ? source : decodeText(source)).replace(/^\uFEFF/, '')
  const { delimiter, body } = takeDelimiter(text)
  const { data, errors: broken } = Papa.parse<string[]>(body, {
    skipEmptyLines: 'greedy',
    ...(delimiter !== null && { delimiter }),
    delimitersToGuess: [',', ';', '\t'],
  })
  const [header, ...lines] = data
  if (!header)
    throw new FramingError('invalid-argument', 'Expected a sheet with a header, got an empty one. Save the sheet again.')
  const columns = header.map((name) => bare(name))
  const errors: RowError[] = []
  for (const { code, message, row } of broken) {
    if (code === 'MissingQuotes' || code === 'InvalidQuotes')
      errors.push({
        row: row ?? 0,
        code: 'broken-row',
        message: `Expected row ${row ?? 0} to be CSV, got ${message}. Save the sheet again.`,
      })
  }
  const rows = lines.map((cells, i): TableRow => {
    const extra = cells.slice(columns.length).findIndex((cell) => cell.trim() !== '')
    if (extra >= 0)
      errors.push({
        row: i + 1,
        code: 'broken-row',
        message: `Expected row ${i + 1} to have ${columns.length} cells as the header, got ${cells.length}. Correct it.`,
      })
    return Object.fromEntries(columns.map((name, c) => [name, bare(cells[c] ?? '')]))
  })
  const asked = questions && checkQuestions(questions)
  const codings = codingsFromTable(rows, {
    ...(asked && { values: valuesOf(asked) }),
    ...(asked &&
      !options.coders &&
      columns.some((column) => asked.some(({ variable }) => variable === column)) && {
        variables: asked.map(({ variable }) => variable),
      }),
    ...options,
    onError: (error) => errors.push(error),
  })
  return { codings, errors: errors.sort((a, b) => a.row - b.row) }
}

/** Excel's own first line that names the separator. */
function takeDelimiter(text: string): { readonly delimiter: string | null; readonly body: string } {
  const line = /^sep=(.)\r?\n/.exec(text)
  return line ? { delimiter: line[1] as string, body: text.slice(line[0].length) } : { delimiter: null, body: text }
}

/** A cell without the apostrophe that kept it text. */
function bare(cell: string): string {
  return cell.startsWith("'") && UNSAFE.test(cell) ? cell.slice(1) : cell
}
