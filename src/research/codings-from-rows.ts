import { describeValue, FramingError } from '../error.js'
import type { ScoreRow } from '../present/index.js'
import type { Coding, CodingValue } from './coding.js'
import { unitIdOf } from './unit.js'

/** The columns of a score row that make a coding. */
export type CodedRow = Pick<
  ScoreRow,
  | 'doc_id'
  | 'paragraph_id'
  | 'exchange_id'
  | 'measure'
  | 'category'
  | 'target'
  | 'holder'
  | 'value'
  | 'label'
  | 'codebook_hash'
  | 'lib_version'
>

/** What of the rows becomes codings. */
export interface RowOptions {
  /** The coder's name; `media-framing@VERSION/CODEBOOK` of each row where it is left out, with the codebook's hash. */
  readonly coder?: string
  /** Named in the coder in the place of its hash, such as `diplomacy-press`. */
  readonly codebook?: string
  /**
   * All units that were scored, since a unit without any score has no row: rows of the table `paragraphs` or `exchanges`, or names of
   * units. Each of them that has no row of a frame gets the value 0. The units of the rows alone where it is left out.
   */
  readonly units?: Iterable<string | object>
  /** Frames that absence is written down for; those of the rows where it is left out. */
  readonly frames?: readonly string[]
}

/** What each measure is called as a variable, and what of the row is its value. */
const VARIABLES: Readonly<
  Record<
    string,
    { readonly name: (row: CodedRow) => string | null; readonly value: (row: CodedRow) => CodingValue; readonly score?: true }
  >
> = {
  frame_salience: { name: ({ category }) => `frame:${category}`, value: ({ label }) => Number(label === 'present'), score: true },
  frame_tone: { name: ({ category }) => `tone:${category}`, value: ({ label }) => label, score: true },
  overall_stance: { name: () => 'stance', value: ({ label }) => label, score: true },
  stance: { name: ({ target }) => `stance:${target}`, value: ({ label }) => label, score: true },
  reply_clarity: { name: () => 'clarity', value: ({ label }) => label },
  reply_evasion: { name: () => 'evasion', value: ({ label }) => label },
  responsiveness: { name: () => 'responsiveness', value: ({ value }) => value },
  premise: { name: () => 'premise', value: ({ label }) => label },
  question_form: { name: () => 'question_form', value: ({ label }) => label },
  frame_change: { name: ({ category }) => `change:${category}`, value: ({ label }) => label },
  frame_uptake: { name: () => 'uptake', value: ({ label }) => label },
}

/**
 * Makes the library's own codings from score rows, so that it stands beside the other coders as one of them.
 *
 * `frame:security` is 1 or 0 with its salience as `score`; `tone:…`, `stance`, `stance:TARGET`, `clarity` and `evasion` are labels.
 * Where several holders take a stance towards one target in a unit, the coding is the strongest.
 *
 * @param rows - what `toRows` returned, for one article or many
 * @returns codings in the order of the rows, then the frames that are absent, by unit
 * @throws {FramingError} `invalid-argument` where a row is none of `toRows`.
 * @example
 * const [coding] = codingsFromRows(toRows(analyze('Both sides agreed to cut tariffs.')))
 * coding.variable //=> 'frame:trade'
 */
export function codingsFromRows(rows: Iterable<CodedRow>, options: RowOptions = {}): Coding[] {
  const found = new Map<string, Coding>() // by unit and variable
  const frames = new Set<string>(options.frames)
  const units = new Set<string>()
  let coder = options.coder
  for (const row of rows) {
    const unit = unitIdOf({ ...checkRow(row) })
    if (unit === null) continue
    coder = options.coder ?? `media-framing@${row.lib_version}/${options.codebook ?? row.codebook_hash}`
    if (row.paragraph_id !== null) units.add(unit)
    const kind = Object.hasOwn(VARIABLES, row.measure) ? VARIABLES[row.measure] : undefined
    const variable = kind?.name(row)
    if (!kind || !variable) continue
    if (row.measure === 'frame_salience' && row.category !== null) frames.add(row.category)
    const coding: Coding = {
      unit,
      coder,
      variable,
      value: kind.value(row),
      ...(kind.score && row.value !== null && { score: row.value }),
    }
    const key = `${variable}\n${unit}`
    const other = found.get(key)
    // A stance towards one target has a row a holder: a coder who reads the unit codes the one that is told most strongly.
    if (!other || Math.abs(coding.score ?? 0) > Math.abs(other.score ?? 0)) found.set(key, coding)
  }
  if (options.units) {
    for (const each of options.units) {
      const unit = typeof each === 'string' ? each : unitIdOf(each as Readonly<Record<string, unknown>>)
      if (unit === null)
        throw new FramingError(
          'invalid-argument',
          `Expected options.units to name units, got ${describeValue(each)}. Give rows of the table paragraphs.`,
        )
      units.add(unit)
    }
  }
  const absent: Coding[] = []
  for (const unit of units) {
    for (const frame of frames) {
      const variable = `frame:${frame}`
      if (!found.has(`${variable}\n${unit}`)) absent.push({ unit, coder: coder ?? 'media-framing', variable, value: 0, score: 0 })
    }
  }
  return [...found.values(), ...absent]
}

function checkRow(row: CodedRow): CodedRow {
  if (typeof row === 'object' && row !== null && typeof row.measure === 'string' && typeof row.doc_id === 'string') return row
  throw new FramingError(
    'invalid-argument',
    `Expected rows of toRows, got ${describeValue(row)}. For other tables see codingsFromTable.`,
  )
}
