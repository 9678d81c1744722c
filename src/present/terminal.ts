import type { Analysis } from '../types.js'
import { colorFrames, listFrames } from './palette.js'
import { displayWidth, toLine, truncate, wrap } from './printable.js'
import { exchangeBlock } from './terminal-exchange.js'
import { makeColors, type TerminalStyle } from './terminal-style.js'
import { summary } from './terminal-summary.js'
import { legend, paragraphTable } from './terminal-table.js'
import { tellRepairs } from './told-repairs.js'

export interface TerminalOptions {
  /** Columns of the terminal; 80 where it is left out. */
  readonly width?: number
  /** Whether to color with ANSI escapes; no where it is left out. */
  readonly color?: boolean
}

const DEFAULT_WIDTH = 80 // columns
const NARROWEST = 24 // columns; a report in fewer would only be a column of broken words
const WIDEST = 160 // columns; longer lines are hard to follow

/**
 * Writes an analysis as a report for a terminal: header, summary, paragraph table, then what each answer did with its question.
 *
 * Whatever the text holds, nothing is printed that a terminal would take for a command.
 *
 * @param analysis - what `analyze` returned
 * @returns lines that end in a line break, none wider than `width`
 */
export function renderTerminal(analysis: Analysis, options: TerminalOptions = {}): string {
  const { width = DEFAULT_WIDTH, color = false } = options
  const frames = listFrames(analysis)
  const style: TerminalStyle = {
    width: Math.min(WIDEST, Math.max(NARROWEST, Math.floor(width))),
    colors: makeColors(color),
    frames,
    frameColors: colorFrames(frames),
  }
  const sections = [
    header(analysis, style),
    summary(analysis, style),
    ...(analysis.paragraphs.length > 0 ? [[...paragraphTable(analysis, style), '', ...legend(style)]] : []),
    ...analysis.exchanges.map((exchange) => exchangeBlock(exchange, analysis, style)),
    notes(analysis, style),
  ]
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.map((line) => line.trimEnd()).join('\n'))
    .join('\n\n')}\n`
}

/** A line with a name in it, to part the reports of several files. */
export function titleRule(name: string, width: number): string {
  const title = `── ${truncate(toLine(name), width - 8)} `
  return title + '─'.repeat(Math.max(2, width - displayWidth(title)))
}

function header({ article, paragraphs, turns, exchanges }: Analysis, { width, colors }: TerminalStyle): string[] {
  const byline = [article.date, article.outlet, article.author, article.categories?.join(', ')]
    .filter((part) => part !== undefined)
    .map(toLine)
  const counts = [
    count(paragraphs.length, 'paragraph'),
    count(turns.length, 'turn'),
    count(exchanges.length, 'exchange'),
    count(tellRepairs(article.repairs).damage, 'repair'),
  ]
  return [
    ...wrap(toLine(article.title ?? article.id), width).map((line) => colors.bold(line)),
    ...(byline.length > 0 ? wrap(byline.join(' · '), width) : []),
    ...wrap(counts.join(', '), width).map((line) => colors.dim(line)),
  ]
}

/** Issues one by one, repairs by their kind, and what produced the scores. */
function notes({ article, issues, codebook, version }: Analysis, { width, colors }: TerminalStyle): string[] {
  const { mended, madeAlike } = tellRepairs(article.repairs)
  const text = [mended, madeAlike].filter((part) => part !== '').join('; ')
  return [
    ...issues.flatMap(({ code, message }) => wrap(`Issue ${code}: ${toLine(message)}`, width, 2)),
    ...(text === '' ? [] : wrap(`Text: ${text}`, width, 2)),
    ...wrap(toLine(`Codebook ${codebook.id} ${codebook.version} (${codebook.hash}), media-framing ${version}`), width, 2).map(
      (line) => colors.dim(line),
    ),
  ]
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
