import type { Piece } from '../text/edit.js'
import type { Span } from '../types.js'
import { findReferences } from './entities.js'

/** One run of text between the tags of a page. */
export interface Run {
  readonly start: number
  readonly end: number
  /** What the run shows: character references read. */
  readonly shown: string
  /** Names of the tags, opening and closing, between this run and the one before. */
  readonly before: readonly string[]
}

const NO_TEXT = /^(?:script|style|noscript|template|svg)$/
/** Bounded everywhere: a sign that opens no tag costs no look at the rest of the page. */
const TAG =
  /<(?:!--[\s\S]*?(?:-->|$)|!\[CDATA\[|(\/?)([A-Za-z][A-Za-z0-9-]{0,30})(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^<>"']){0,4000}>|[!?][^<>]{0,2000}>)/g

/** Finds the text between the tags of a page, with positions in the source. */
export function findRuns(html: string): Run[] {
  const runs: Run[] = []
  let from = 0
  let skipping = ''
  let before: string[] = []
  const add = (end: number): void => {
    if (end <= from) return
    const words = html.slice(from, end)
    let shown = ''
    let position = 0
    for (const { start, end: to, character } of findReferences(words)) {
      shown += words.slice(position, start) + character
      position = to
    }
    runs.push({ start: from, end, shown: shown + words.slice(position), before })
    before = []
  }
  for (const { 0: tag, 1: slash, 2: name = '', index } of html.matchAll(TAG)) {
    const lower = name.toLowerCase()
    if (skipping !== '') {
      if (slash === '/' && lower === skipping) {
        skipping = ''
        from = index + tag.length
      }
      continue
    }
    add(index)
    from = index + tag.length
    if (lower !== '') before.push(lower)
    if (slash === '' && NO_TEXT.test(lower) && !tag.endsWith('/>')) skipping = lower
  }
  if (skipping === '') add(html.length)
  return runs
}

/**
 * Gives a function that finds the runs of a page's text again, asked for in the order of the page.
 *
 * Text that is nowhere in the source gives one piece that stands for itself.
 */
export function createRunFinder(html: string): (shown: string) => Piece[] {
  const places = new Map<string, number[]>()
  const runs = findRuns(html)
  runs.forEach(({ shown }, i) => {
    const list = places.get(shown)
    if (list) list.push(i)
    else places.set(shown, [i])
  })
  const used = new Map<string, number>()
  let cursor = 0
  return (shown) => {
    // Blank text is everywhere, and a DOM may hold some of its own: it would lead the search astray.
    if (shown.trim() === '') return [{ start: 0, end: 0, instead: shown }]
    const list = places.get(shown) ?? []
    let k = used.get(shown) ?? 0
    while (k < list.length && (list[k] as number) < cursor) k++
    used.set(shown, k + 1)
    const index = list[k]
    if (index === undefined) return [{ start: 0, end: 0, instead: shown }]
    cursor = index + 1
    return piecesOf(html, runs[index] as Run)
  }
}

export function piecesOf(html: string, { start, end }: Span): Piece[] {
  const pieces: Piece[] = []
  let position = start
  for (const reference of findReferences(html.slice(start, end))) {
    if (start + reference.start > position) pieces.push({ start: position, end: start + reference.start })
    pieces.push({ start: start + reference.start, end: start + reference.end, instead: reference.character })
    position = start + reference.end
  }
  if (end > position) pieces.push({ start: position, end })
  return pieces
}

/** Folds white space as a browser does: runs become one space, none at the start where `atStart`. */
export function foldSpace(raw: string, pieces: readonly Piece[], atStart: boolean): { pieces: Piece[]; endsInSpace: boolean } {
  const folded: Piece[] = []
  let space = atStart
  for (const piece of pieces) {
    const text = piece.instead ?? raw.slice(piece.start, piece.end)
    let from = 0
    const flush = (to: number): void => {
      if (to <= from) return
      folded.push(
        piece.instead === undefined
          ? { start: piece.start + from, end: piece.start + to }
          : { ...piece, instead: text.slice(from, to) },
      )
    }
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      const isSpace = code === 32 || (code >= 9 && code <= 13)
      if (!isSpace) {
        space = false
        continue
      }
      const plain = code === 32 && !space
      if (!plain) {
        flush(i)
        if (!space) folded.push({ start: piece.start + (piece.instead === undefined ? i : 0), end: piece.start, instead: ' ' })
        from = i + 1
      }
      space = true
    }
    flush(text.length)
  }
  return { pieces: folded, endsInSpace: space }
}
