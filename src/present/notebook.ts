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

/** The well-known name that Node's console asks every value for; tslab hands the last value of a cell to it. */
const CONSOLE_TEXT: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never

/** What a notebook displays: both kernels ask the last value of a cell for it; for others the forms can be read and passed on. */
export interface Shown {
  /** Every form, by MIME type. */
  bundle(): Promise<MimeBundle>
  /** The form for notebooks that are handed HTML. */
  html(): Promise<string>
  [JUPYTER_DISPLAY](): Promise<MimeBundle>
  [CONSOLE_TEXT](): string
}

const MOST_ROWS = 200 // rows of a table that a notebook shows; the rest is counted

/** A row of `toRows`, or any flat record. */
type Row = Readonly<Record<string, unknown>>

/**
 * Shows an analysis, a paragraph or an exchange of it, rows or a chart in a notebook.
 *
 * In Deno's kernel and in tslab, write `show(analysis)` as the last expression of a cell; a paragraph or an exchange needs `of`, the
 * analysis it belongs to, since only that holds the text. Text of an article never becomes markup.
 *
 * @param value - what `analyze` returned, a member of its `paragraphs` or `exchanges`, what `toRows` returned, or a chart
 * @throws {FramingError} `invalid-argument` where it is none of these, or where `of` is missing.
 * @example
 * const analysis = analyze('Both sides agreed to cut tariffs.')
 * (await show(analysis.paragraphs[0], { of: analysis }).bundle())['text/plain'] //=> 'Both sides agreed to cut tariffs.'
 */
export function show(value: Analysis | readonly object[] | ChartSpec): Shown
export function show(value: ParagraphAnalysis | ExchangeAnalysis, options: { readonly of: Analysis }): Shown
export function show(value: unknown, { of }: { readonly of?: Analysis } = {}): Shown {
  const form = formOf(value, of)
  const bundle = async (): Promise<MimeBundle> => form.make()
  return {
    bundle,
    html: async () => String((await bundle())['text/html']),
    [JUPYTER_DISPLAY]: bundle,
    [CONSOLE_TEXT]: () => {
      displayInTslab(form)
      return form.caption
    },
  }
}

/** One thing that can be shown: a line about it, and all its forms. */
interface Form {
  readonly caption: string
  readonly make: () => MimeBundle | Promise<MimeBundle>
}

/** The parts of tslab's own module that are used here. */
interface Tslab {
  newDisplay(): { html(html: string): void }
}

/** tslab gives its module to the code of a cell only, and to the last value nothing but the console. Elsewhere this does nothing. */
function displayInTslab({ caption, make }: Form): void {
  const kernel = (globalThis as { readonly __tslab__?: { require(name: 'tslab'): Tslab } }).__tslab__
  if (!kernel) return
  const place = kernel.require('tslab').newDisplay()
  const made = make()
  if (!(made instanceof Promise)) {
    place.html(String(made['text/html']))
    return
  }
  place.html(`<div>${escapeHtml(caption)}</div>`)
  made.then(
    (bundle) => place.html(String(bundle['text/html'])),
    (error: Error) => place.html(`<div>${escapeHtml(error.message)}</div>`),
  )
}

function formOf(value: unknown, of: Analysis | undefined): Form {
  if (Array.isArray(value)) {
    const caption = `${value.length} rows`
    return { caption, make: () => ({ 'text/plain': caption, 'text/html': tableHtml(value) }) }
  }
  const record = (typeof value === 'object' && value !== null ? value : {}) as Partial<
    Analysis & ParagraphAnalysis & ExchangeAnalysis & ChartSpec
  >
  if (typeof record.$schema === 'string') {
    return { caption: String(record.description), make: () => chartBundle(record as ChartSpec) }
  }
  if (record.article && record.paragraphs) {
    const analysis = value as Analysis
    return {
      caption: `${analysis.paragraphs.length} paragraphs, ${analysis.exchanges.length} exchanges`,
      make: () => ({ 'text/plain': renderTerminal(analysis), 'text/html': analysisHtml(makeContext(analysis)) }),
    }
  }
  if (record.frames && record.start !== undefined) {
    const paragraph = value as ParagraphAnalysis
    const analysis = checkAnalysis(of)
    const words = analysis.article.text.slice(paragraph.start, paragraph.end)
    return {
      caption: `Paragraph ${paragraph.index}`,
      make: () => ({ 'text/plain': words, 'text/html': paragraphHtml(paragraph, makeContext(analysis)) }),
    }
  }
  if (record.answers && record.question !== undefined) {
    const exchange = value as ExchangeAnalysis
    const analysis = checkAnalysis(of)
    const caption = `Exchange ${exchange.index + 1}`
    return { caption, make: () => ({ 'text/plain': caption, 'text/html': exchangeHtml(exchange, makeContext(analysis)) }) }
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
  // Cells keep to one line and the table scrolls: a notebook would squeeze the last columns out of sight.
  return `<div style="overflow-x:auto;max-width:100%"><table style="color:inherit;white-space:nowrap"><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>${rest}`
}

function showCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(Number(value.toPrecision(4))) // digits that a reader compares; the rows keep all
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
