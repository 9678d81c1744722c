import type { Analyzer } from '../../analyze/index.js'
import { toRows } from '../../present/index.js'
import {
  type CodedRow,
  type Coding,
  codingsFromLabelStudio,
  codingsFromRows,
  codingsFromTable,
  type Question,
  type ResearchUnit,
  type RowError,
  readQdpx,
  readSheet,
  type TableOptions,
  type UnitKind,
  unitsOf,
} from '../../research/index.js'
import type { Analysis } from '../../types.js'
import { complain, nameFile } from '../complain.js'
import { analyzeFile } from '../inputs.js'
import { isArchiveFolder, isTable, type Row, readAll, readRows } from './read-rows.js'

/** Units with whatever is known of them, and the library's codings of them where they come from analyses or an archive. */
export interface LoadedUnits {
  readonly units: readonly ResearchUnit[]
  readonly codings: readonly Coding[]
  readonly rows: readonly Row[]
  readonly analyses: readonly Analysis[]
  /** Whether some input failed, which was said. */
  readonly hasFailed: boolean
}

/** Reads units: folders of `media-framing archive`, tables of paragraphs or exchanges, or texts, which are analyzed. */
export async function loadUnits(paths: readonly string[], kind: UnitKind, analyzer: Analyzer): Promise<LoadedUnits> {
  const units: ResearchUnit[] = []
  const rows: Row[] = []
  const analyses: Analysis[] = []
  let hasFailed = false
  for (const path of paths) {
    if (await isArchiveFolder(path)) {
      const articles = new Map((await readRows(path, 'articles')).map((row) => [String(row.doc_id), row]))
      const own = await readRows(path, kind === 'paragraph' ? 'paragraphs' : 'exchanges')
      for (const row of own) {
        const { outlet = null, author = null, date = null } = articles.get(String(row.doc_id)) ?? {}
        const month = typeof date === 'string' ? date.slice(0, 'YYYY-MM'.length) : null
        units.push(...unitsOf([{ outlet, author, date, month, ...(kind === 'exchange' && { speaker: row.respondent }), ...row }]))
      }
      for (const row of await readRows(path, 'scores')) rows.push(row)
    } else if (isTable(path)) {
      for (const row of await readRows(path, 'paragraphs')) units.push(...unitsOf([row]))
    } else {
      for await (const analysis of analyzeFile(path, analyzer)) {
        if (analysis === null) {
          hasFailed = true
          continue
        }
        analyses.push(analysis)
        units.push(...unitsOf([analysis], kind))
        for (const row of toRows(analysis)) rows.push({ ...row })
      }
    }
  }
  const codings =
    rows.length === 0 ? [] : codingsFromRows(rows as unknown as readonly CodedRow[], kind === 'paragraph' ? { units } : {})
  return { units, codings, rows, analyses, hasFailed }
}

/** How files of codings are read. */
export interface CodingFlags extends Pick<TableOptions, 'coders' | 'variable' | 'name'> {
  readonly questions?: readonly Question[]
}

/**
 * Reads codings: filled sheets and other tables, score rows, Label Studio exports (`.json`), REFI-QDA projects (`.qdpx`), folders of
 * `media-framing archive`. Odd rows are said on standard error with their place.
 */
export async function loadCodings(
  paths: readonly string[],
  analyzer: Analyzer,
  flags: CodingFlags = {},
): Promise<{ readonly codings: Coding[]; readonly hasFailed: boolean }> {
  const codings: Coding[] = []
  let hasFailed = false
  const say = (path: string, errors: readonly RowError[]): void => {
    hasFailed ||= errors.length > 0
    for (const { message, code } of errors) complain(`${nameFile(path)}: ${message} (${code})`)
  }
  const { questions, ...layout } = flags
  for (const path of paths) {
    const errors: RowError[] = []
    if (/\.qdpx$/i.test(path)) {
      const project = readQdpx(await readAll(path))
      for (const coding of project.codings) codings.push(coding)
      say(path, project.errors)
    } else if (/\.[ct]sv$/i.test(path) && !(await isScores(path))) {
      const read = await readSheet(await readAll(path), { ...layout, ...(questions && { questions }) })
      for (const coding of read.codings) codings.push(coding)
      say(path, read.errors)
    } else if (await isArchiveFolder(path)) {
      for (const coding of (await loadUnits([path], 'paragraph', analyzer)).codings) codings.push(coding)
    } else {
      const rows = await readRows(path, 'scores')
      const read = rows.some((row) => 'annotations' in row)
        ? codingsFromLabelStudio(rows, { questions: questions ?? [] })
        : rows.some((row) => 'measure' in row)
          ? { codings: codingsFromRows(rows as unknown as readonly CodedRow[]), errors }
          : { codings: withScores(rows, codingsFromTable(rows, { ...layout, onError: (error) => errors.push(error) })), errors }
      for (const coding of read.codings) codings.push(coding)
      say(path, read.errors)
    }
  }
  return { codings, hasFailed }
}

/** Whether a table is of score rows, told by its header. */
async function isScores(path: string): Promise<boolean> {
  const bytes = await readAll(path)
  return (
    new TextDecoder('latin1')
      .decode(bytes.subarray(0, HEADER))
      .split(/[\r\n]/)[0]
      ?.includes('measure') ?? false
  )
}

const HEADER = 2000 // bytes that hold the header of a table of ours

/** A long table of codings may carry graded scores. */
function withScores(rows: readonly Row[], codings: readonly Coding[]): readonly Coding[] {
  if (codings.length !== rows.length || !rows.some((row) => typeof row.score === 'number')) return codings
  return codings.map((coding, i) => (typeof rows[i]?.score === 'number' ? { ...coding, score: rows[i].score as number } : coding))
}
