import { XMLBuilder } from 'fast-xml-parser'
import { describeValue, FramingError } from '../error.js'
import type { Coding, CodingValue } from './coding.js'
import { codingsFromTable, type RowError } from './codings-from-table.js'
import { checkQuestions, type Question, valuesOf } from './instrument.js'
import type { ReadCodings } from './sheet.js'
import { type ResearchUnit, textOfRow } from './unit.js'

/** A span of a unit that speaks for a frame. */
export interface EvidenceSpan {
  readonly unit: string
  /** Id of the frame. */
  readonly frame: string
  /** Half-open, in UTF-16 code units of the unit's own text. */
  readonly start: number
  readonly end: number
}

/** A task as Label Studio imports it. */
export interface LabelStudioTask {
  readonly data: Readonly<Record<string, unknown>>
  readonly predictions?: readonly { readonly model_version: string; readonly result: readonly LabelStudioResult[] }[]
}

/** One region or choice of a task. */
export interface LabelStudioResult {
  readonly id: string
  readonly from_name: string
  readonly to_name: string
  readonly type: 'choices' | 'labels'
  readonly value: Readonly<Record<string, unknown>>
}

const TEXT = 'text'
const FRAMES = 'frames'
const EVIDENCE = 'evidence'
const FRAME = 'frame:'

/**
 * Makes the labeling configuration of a Label Studio project from what is asked.
 *
 * All frames are one list of which any number may be chosen; a frame that is not chosen is coded as absent. Every other variable is a list of
 * which one is chosen. Spans of the text may be labeled with frames as evidence.
 *
 * @returns XML to paste into the settings of a project
 * @throws {FramingError} `invalid-argument` where there are no questions.
 */
export function labelStudioConfig(questions: readonly Question[]): string {
  const asked = checkQuestions(questions)
  const frames = asked.filter(isFrame)
  const options = (values: readonly CodingValue[]): object[] => values.map((value) => ({ '@_value': String(value) }))
  const choices = asked
    .filter((question) => !isFrame(question))
    .map(({ variable, values }) => ({
      '@_name': variable,
      '@_toName': TEXT,
      '@_choice': 'single',
      '@_showInline': 'true',
      Choice: options(values),
    }))
  const named = frames.map(({ variable }) => variable.slice(FRAME.length))
  const ofFrames = {
    '@_name': FRAMES,
    '@_toName': TEXT,
    '@_choice': 'multiple',
    Choice: named.map((frame, f) => ({ '@_value': frame, '@_hint': frames[f]?.definition ?? '' })),
  }
  const view = {
    Header: { '@_value': '$unit' },
    ...(named.length > 0 && { Labels: { '@_name': EVIDENCE, '@_toName': TEXT, Label: options(named) } }),
    Text: { '@_name': TEXT, '@_value': '$text' },
    Choices: [...(named.length > 0 ? [ofFrames] : []), ...choices],
  }
  return new XMLBuilder({
    ignoreAttributes: false,
    format: true,
    suppressEmptyNode: true,
    suppressBooleanAttributes: false,
  }).build({ View: view })
}

function isFrame({ variable }: Question): boolean {
  return variable.startsWith(FRAME)
}

/**
 * Makes tasks for Label Studio, blind or with what other coders said as predictions.
 *
 * @param options - `predictions`: codings to show, one prediction a coder; `evidence`: spans to label beforehand in the prediction of each;
 *   `columns`: columns of the units to hand on
 * @throws {FramingError} `invalid-argument` where a unit has no text.
 * @example
 * labelStudioTasks([{ unit: 'a/0', text: 'The port opened.' }])[0].data.text //=> 'The port opened.'
 */
export function labelStudioTasks(
  units: readonly ResearchUnit[],
  options: {
    readonly predictions?: readonly Coding[]
    readonly evidence?: readonly EvidenceSpan[]
    readonly columns?: readonly string[]
  } = {},
): LabelStudioTask[] {
  const { predictions = [], evidence = [], columns = [] } = options
  const byUnit = groupBy(predictions, ({ unit }) => unit)
  const spans = groupBy(evidence, ({ unit }) => unit)
  return units.map((each) => {
    const { unit } = each
    const text = textOfRow(each)
    if (text === null)
      throw new FramingError(
        'invalid-argument',
        `Expected unit ${unit} to have a text, got none. Draw from rows of the table paragraphs.`,
      )
    const data = { unit, text, ...Object.fromEntries(columns.map((column) => [column, each[column] ?? null])) }
    const byCoder = groupBy(byUnit.get(unit) ?? [], ({ coder }) => coder)
    if (byCoder.size === 0) return { data }
    const own = (spans.get(unit) ?? []).map(
      ({ frame, start, end }, i): LabelStudioResult => ({
        id: `e${i}`,
        from_name: EVIDENCE,
        to_name: TEXT,
        type: 'labels',
        value: { start, end, text: text.slice(start, end), labels: [frame] },
      }),
    )
    return {
      data,
      predictions: [...byCoder].map(([coder, codings]) => ({ model_version: coder, result: [...resultsOf(codings), ...own] })),
    }
  })
}

function resultsOf(codings: readonly Coding[]): LabelStudioResult[] {
  const choose = (name: string, choices: readonly string[]): LabelStudioResult => ({
    id: name,
    from_name: name,
    to_name: TEXT,
    type: 'choices',
    value: { choices },
  })
  const present = codings
    .filter(({ variable, value }) => variable.startsWith(FRAME) && Number(value) === 1)
    .map(({ variable }) => variable.slice(FRAME.length))
  const others = codings
    .filter(({ variable, value }) => !variable.startsWith(FRAME) && value !== null)
    .map(({ variable, value }) => choose(variable, [String(value)]))
  return [...(present.length > 0 ? [choose(FRAMES, present)] : []), ...others]
}

/** What a Label Studio export is read with. */
export interface LabelStudioReading {
  /** What was asked. */
  readonly questions: readonly Question[]
  /** Names of coders by their number or address in Label Studio; the number or address itself where one is left out. */
  readonly coders?: Readonly<Record<string, string>>
  /** Units that there are: any other one is an error. */
  readonly units?: Iterable<string | object>
}

/**
 * Reads what coders did in Label Studio, from an export as JSON.
 *
 * Each annotation is a coder's word on all questions: a frame that was not chosen is absent, another variable without a choice is missing.
 * Annotations that were skipped are left out, for their coder said nothing.
 *
 * @param exported - the export's text or what it parses to: tasks with `annotations`
 * @returns codings, spans of evidence that coders labeled, and the tasks that gave none with their place from 1
 * @throws {FramingError} `invalid-argument` where it is no such export.
 */
export function codingsFromLabelStudio(
  exported: string | readonly object[],
  { questions, coders = {}, units }: LabelStudioReading,
): ReadCodings & { readonly evidence: readonly (EvidenceSpan & { readonly coder: string })[] } {
  const tasks = parseTasks(exported)
  const asked = checkQuestions(questions)
  const errors: RowError[] = []
  const evidence: (EvidenceSpan & { readonly coder: string })[] = []
  const rows: Record<string, unknown>[] = []
  const places: number[] = []
  tasks.forEach(({ data, annotations }, i) => {
    if (!Array.isArray(annotations)) {
      errors.push({
        row: i + 1,
        code: 'broken-row',
        message: `Expected task ${i + 1} to have annotations, got ${describeValue(annotations)}. Export as JSON, not JSON-MIN.`,
      })
      return
    }
    for (const annotation of annotations as readonly Annotation[]) {
      if (annotation.was_cancelled) continue
      const coder = nameCoder(annotation, coders)
      const chosen = new Map<string, readonly string[]>()
      for (const { type, from_name: name, value } of annotation.result ?? []) {
        if (type === 'choices' && Array.isArray(value?.choices)) chosen.set(name, [...(chosen.get(name) ?? []), ...value.choices])
        if (type === 'labels' && typeof value?.start === 'number' && typeof value.end === 'number') {
          for (const frame of value.labels ?? [])
            evidence.push({ unit: String(data?.unit), coder, frame, start: value.start, end: value.end })
        }
      }
      const row: Record<string, unknown> = { unit: data?.unit, coder }
      const known = new Set(asked.filter(isFrame).map(({ variable }) => variable.slice(FRAME.length)))
      for (const frame of chosen.get(FRAMES) ?? []) {
        if (!known.has(frame))
          errors.push({
            row: i + 1,
            code: 'unknown-value',
            message: `Expected task ${i + 1} to have one of ${[...known].join(', ')}, got ${describeValue(frame)}. Correct it.`,
          })
      }
      for (const question of asked) {
        const { variable } = question
        if (isFrame(question)) row[variable] = Number((chosen.get(FRAMES) ?? []).includes(variable.slice(FRAME.length)))
        else if ((chosen.get(variable) ?? []).length > 0) row[variable] = (chosen.get(variable) as readonly string[]).join('; ')
        else row[variable] = null
      }
      rows.push(row)
      places.push(i + 1)
    }
  })
  const codings = codingsFromTable(rows, {
    variables: asked.map(({ variable }) => variable),
    values: valuesOf(asked),
    ...(units && { units }),
    onError: (error) =>
      errors.push({
        ...error,
        row: places[error.row - 1] as number,
        message: error.message.replace(/\brow \d+\b/g, (row) => `task ${places[Number(row.slice(4)) - 1]}`),
      }),
  })
  return { codings, errors: errors.sort((a, b) => a.row - b.row), evidence }
}

interface Annotation {
  readonly completed_by?: number | string | { readonly id?: number; readonly email?: string }
  readonly was_cancelled?: boolean
  readonly result?: readonly {
    readonly type: string
    readonly from_name: string
    readonly value?: {
      readonly choices?: readonly string[]
      readonly labels?: readonly string[]
      readonly start?: number
      readonly end?: number
    }
  }[]
}

function nameCoder({ completed_by: by }: Annotation, coders: Readonly<Record<string, string>>): string {
  const name = String(typeof by === 'object' ? (by?.email ?? by?.id) : by)
  return Object.hasOwn(coders, name) ? (coders[name] as string) : name
}

function parseTasks(
  exported: unknown,
): readonly { readonly data?: { readonly unit?: unknown }; readonly annotations?: unknown }[] {
  let tasks: unknown = exported
  try {
    if (typeof exported === 'string') tasks = JSON.parse(exported)
  } catch (cause) {
    throw new FramingError(
      'invalid-argument',
      `Expected an export of Label Studio as JSON, got ${describeValue(exported)}. Export again.`,
      { cause },
    )
  }
  if (Array.isArray(tasks) && tasks.every((task) => typeof task === 'object' && task !== null)) return tasks
  throw new FramingError(
    'invalid-argument',
    `Expected a list of tasks, got ${describeValue(tasks)}. Export from Label Studio as JSON.`,
  )
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const name = key(item)
    const members = groups.get(name)
    if (members) members.push(item)
    else groups.set(name, [item])
  }
  return groups
}
