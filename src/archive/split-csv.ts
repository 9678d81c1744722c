import type Papa from 'papaparse'
import { type CsvDialect, type CsvFault, type ParsedRows, parseRows, QUOTE } from './parse-csv.js'

/** One row of a table, or what cannot be read as one. */
export interface CsvRow {
  /** Empty where there is a fault. */
  readonly cells: readonly string[]
  readonly fault: CsvFault | 'too-long' | null
  /** Line of the file that it begins in, from 1. */
  readonly line: number
  /** Characters of it with its line end. */
  readonly length: number
}

/** What a table is split with, piece by piece. */
export interface CsvSplitter {
  /** The rows that are whole with this piece. */
  push(piece: string): Generator<CsvRow, void, undefined>
  /** What is left at the end of the file. */
  finish(): Generator<CsvRow, void, undefined>
}

const WINDOW = 1 << 20 // characters parsed at once; doubled for a row that is longer
const FIRST_WINDOW = 1 << 12 // characters behind a broken row, doubled as rows are read: its faults are told with its end only
/**
 * How often, at most, lines behind a broken row are read again where they open a quote, by the characters read. With it any file is
 * read in linear time; without it, rows that each open a quote that leads nowhere would each be followed to the end.
 */
const REREAD = 8

/**
 * Splits a table into rows and these into cells, both by papaparse, so that the two cannot disagree.
 *
 * A quote inside an unquoted cell is a character like any other. Where a quoted cell is not closed, or goes on behind its closing
 * quote, its row is broken, and the next begins at the next line that is a row by itself; lines between belong to the broken one.
 * Blank lines are left out.
 *
 * @param longest - characters of a row from which only its length is told
 */
export function createCsvSplitter(papa: typeof Papa, dialect: CsvDialect, longest: number): CsvSplitter {
  const { newline } = dialect
  let held = '' // what is not yet a whole row
  let line = 1 // where `held` begins
  let width: number | null = null // cells of the header
  let window = WINDOW
  let consumed = 0
  let reread = 0
  let nextTry = 0 // characters that must be held before a row behind a broken one is tried again
  let broken: { line: number; length: number; fault: Exclude<CsvRow['fault'], null> } | null = null // while its end is looked for
  let isSkipping = false // the rest of a line that is too long to be held

  function* split(isLast: boolean): Generator<CsvRow, void, undefined> {
    while (held !== '') {
      if (broken) {
        if (!findNextRow(isLast)) return
        yield { cells: [], ...broken }
        broken = null
        continue
      }
      const isWhole = isLast && window >= held.length
      const text = isWhole ? held : wholeLines(window)
      const { rows, fault } = parseRows(papa, dialect, text, { isWhole })
      for (const { cells, raw } of rows) {
        if (!isBlank(raw)) {
          width ??= cells.length
          yield { cells, fault: null, line, length: raw.length }
        }
        leave(raw.length, countLines(raw))
      }
      if (fault !== null) startBroken(fault)
      else if (rows.length > 0) window = Math.min(WINDOW, window * 2)
      else if (held.length > longest) startTooLong()
      else if (window < held.length) window *= 2
      else return
    }
  }

  function leave(length: number, lines: number): void {
    held = held.slice(length)
    consumed += length
    line += lines
  }

  function startBroken(fault: CsvFault): void {
    window = FIRST_WINDOW
    broken = { line, length: 0, fault }
    leaveLine()
  }

  function startTooLong(): void {
    const start = held.slice(0, longest)
    const { fault } = parseRows(papa, dialect, start, { isWhole: true, most: 1 })
    if (fault !== null && start.includes(newline)) startBroken(fault)
    else {
      broken = { line, length: 0, fault: 'too-long' }
      leaveLine()
    }
  }

  /** Leaves the line that begins what is held, as far as it is there, and counts it to the broken row. */
  function leaveLine(): void {
    const end = held.indexOf(newline) + 1
    const length = end === 0 ? held.length : end
    if (broken) broken.length += length
    isSkipping = end === 0
    leave(length, end === 0 ? 0 : 1)
  }

  /** Leaves out lines that are no row by themselves. @returns false where more must be read first */
  function findNextRow(isLast: boolean): boolean {
    while (held !== '') {
      const end = held.indexOf(newline) + 1
      if (end === 0 && !isLast && held.length <= longest) return false
      const text = end === 0 ? held : held.slice(0, end)
      if (broken?.fault === 'too-long' || isBlank(text)) return true
      const { rows, fault, faultWidth } = parseRows(papa, dialect, text, { isWhole: true, most: 1 })
      if (fault === null && isRow(rows[0])) return true
      if (fault === 'quote-not-closed' && reread < REREAD * (consumed + WINDOW)) {
        if (!isLast && held.length < Math.min(longest, nextTry)) return false
        const { rows: found, fault: other } = parseFirst(isLast)
        if (found.length === 0 && other === null && !isLast && held.length < longest) {
          nextTry = 2 * held.length
          return false
        }
        nextTry = 0
        if (isRow(found[0])) return true
      }
      if (fault !== null && faultWidth === width) return true // another broken row
      leaveLine()
    }
    return isLast
  }

  /** The first row of what is held, looked for as far as a row may go. */
  function parseFirst(isLast: boolean): ParsedRows {
    for (let size = FIRST_WINDOW; ; size *= 2) {
      const isWhole = isLast && held.length <= Math.min(size, longest)
      const text = isWhole ? held : wholeLines(Math.min(size, longest))
      const parsed = parseRows(papa, dialect, text, { isWhole, most: 1 })
      reread += text.length
      if (parsed.rows.length > 0 || parsed.fault !== null || size >= Math.min(held.length, longest)) return parsed
    }
  }

  /** What is held up to a line end: what stands behind a closing quote must be seen whole. */
  function wholeLines(size: number): string {
    return held.slice(0, held.lastIndexOf(newline, size - 1) + 1)
  }

  /** Whether a row that stands behind a broken one is likely a row, and not the rest of the broken one. */
  function isRow(row: { readonly cells: readonly string[]; readonly raw: string } | undefined): boolean {
    if (row === undefined || (width !== null && row.cells.length !== width)) return false
    // A quote at the end of a cell that none opened closes one of the broken row.
    return row.cells.every(
      (cell) => !cell.endsWith(QUOTE) || row.raw.includes(`${cell.replaceAll(QUOTE, QUOTE + QUOTE)}${QUOTE}`),
    )
  }

  function countLines(raw: string): number {
    let count = 0
    for (let at = raw.indexOf(newline); at >= 0; at = raw.indexOf(newline, at + 1)) count++
    return count
  }

  return {
    *push(piece) {
      if (isSkipping) {
        const end = piece.indexOf(newline) + 1
        const length = end === 0 ? piece.length : end
        if (broken) broken.length += length
        consumed += length
        if (end === 0) return
        isSkipping = false
        line++
        held = piece.slice(length)
      } else held += piece
      yield* split(false)
    },
    *finish() {
      yield* split(true)
      if (broken) yield { cells: [], ...broken }
      broken = null
    },
  }
}

function isBlank(raw: string): boolean {
  return raw.trim() === ''
}
