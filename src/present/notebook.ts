/** The entry `media-framing/notebook`: analyses, their parts, rows and charts as a notebook shows them. */
import { describeValue, FramingError } from '../error.js'
import type { Analysis, ExchangeAnalysis, ParagraphAnalysis } from '../types.js'
import type { ChartSpec } from './chart-spec.js'
import { escapeHtml } from './html.js'
import { analysisHtml, exchangeHtml, makeContext, paragraphHtml } from './notebook-html.js'
import { renderSvg } from './render-svg.js'
import { renderTerminal } from './terminal.js'

/** One thing in the forms a notebook may choose from, by MIME type. */
export type MimeBundle = Readonly<Record<string, unknown>>

/** The well-known name that Deno's Jupyter kernel asks every last value of a cell for. */
const JUPYTER_DISPLAY: unique symbol = Symbol.for('Jupyter.display') as never

/** What a notebook displays: Deno's kernel asks for the bundle itself, for others it can be read and passed on. */
export interface Shown {
  /** Every form, by MIME type. */
  bundle(): Promise<MimeBundle>
  /** The form for notebooks that are handed HTML, such as tslab's. */
  html(): Promise<string>
  [JUPYTER_DISPLAY](): Promise<MimeBundle>
}

const MOST_ROWS = 200 // rows of a table that a notebook shows; the rest is counted

/** A row of `toRows`, or any flat record. */
type Row = Readonly<Record<string, unknown>>

/**
 * Shows an analysis, a paragraph or an exchange of it, rows or a chart in a notebook.
 *
 * In Deno's kernel the last value of a cell is displayed by itself: `show(analysis)`. In tslab, hand the HTML over:
 * `tslab.display.html(await show(analysis).html())`. Text of an article never becomes markup.
 *
 * @param value - what `analyze` returned, a member of its `paragraphs` or `exchanges`, what `toRows` returned, or a chart
 * @param options - `of`: the analysis that a paragraph or an exchange belongs to, since only it holds the text
 * @throws {FramingError} `invalid-argument` where it is none of these, or where `of` is missing.
 */
export function show(value: Analysis | readonly object[] | ChartSpec): Shown
export function show(value: ParagraphAnalysis | ExchangeAnalysis, options: { readonly of: Analysis }): Shown
export function show(value: unknown, { of }: { readonly of?: Analysis } = {}): Shown {
  const bundle = bundleFor(value, of)
  return { bundle, html: async () => String((await bundle())['text/html']), [JUPYTER_DISPLAY]: bundle }
}

function bundleFor(value: unknown, of: Analysis | undefined): () => Promise<MimeBundle> {
  if (Array.isArray(value)) return async () => ({ 'text/plain': `${value.length} rows`, 'text/html': tableHtml(value) })
  const record = (typeof value === 'object' && value !== null ? value : {}) as Partial<
    Analysis & ParagraphAnalysis & ExchangeAnalysis & ChartSpec
  >
  if (typeof record.$schema === 'string') return () => chartBundle(record as ChartSpec)
  if (record.article && record.paragraphs) {
    const analysis = value as Analysis
    return async () => ({ 'text/plain': renderTerminal(analysis), 'text/html': analysisHtml(makeContext(analysis)) })
  }
  if (record.frames && record.start !== undefined) {
    const paragraph = value as ParagraphAnalysis
    const analysis = checkAnalysis(of)
    const words = analysis.article.text.slice(paragraph.start, paragraph.end)
    return async () => ({ 'text/plain': words, 'text/html': paragraphHtml(paragraph, makeContext(analysis)) })
  }
  if (record.answers && record.question !== undefined) {
    const exchange = value as ExchangeAnalysis
    const analysis = checkAnalysis(of)
    return async () => ({
      'text/plain': `Exchange ${exchange.index + 1}`,
      'text/html': exchangeHtml(exchange, makeContext(analysis)),
    })
  }
  throw new FramingError(
    'invalid-argument',
    `Expected an analysis, a paragraph, an exchange, rows or a chart, got ${describeValue(value)}. Pass what analyze, toRows or a chart returned.`,
  )
}

function checkAnalysis(of: Analysis | undefined): Analysis {
  if (of?.article && of.paragraphs) return of
  throw new FramingError(
    'invalid-argument',
    `Expected the analysis that this is a part of, got ${describeValue(of)}. Pass it: show(analysis.paragraphs[0], { of: analysis }).`,
  )
}

/** The specification for notebooks that draw Vega-Lite, and the drawing where its packages are installed. */
async function chartBundle(spec: ChartSpec): Promise<MimeBundle> {
  const plain = { 'text/plain': spec.description, 'application/vnd.vegalite.v6+json': spec }
  try {
    const svg = await renderSvg(spec)
    return { ...plain, 'image/svg+xml': svg, 'text/html': svg }
  } catch (error) {
    if (error instanceof FramingError && error.code === 'missing-peer') {
      return { ...plain, 'text/html': `<div>${escapeHtml(spec.description)} ${escapeHtml(error.message)}</div>` }
    }
    throw error
  }
}

function tableHtml(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {})
  const head = columns.map((column) => `<th style="text-align:left">${escapeHtml(column)}</th>`).join('')
  const body = rows
    .slice(0, MOST_ROWS)
    .map(
      (row) =>
        `<tr>${columns.map((column) => `<td style="text-align:left">${escapeHtml(showCell(row[column]))}</td>`).join('')}</tr>`,
    )
  const rest = rows.length > MOST_ROWS ? `<div>… and ${rows.length - MOST_ROWS} more rows</div>` : ''
  return `<table style="color:inherit"><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>${rest}`
}

function showCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(Number(value.toPrecision(4))) // digits that a reader compares; the rows keep all
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
