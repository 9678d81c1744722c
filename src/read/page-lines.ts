import { type EditedText, type Piece, takePieces } from '../text/edit.js'
import { findRuns, foldSpace, piecesOf } from './page-text.js'

/** Elements that stand on a line of their own, and those with a blank line around. */
const LINES = /^(?:br|tr|li|dt|dd|option)$/
const BLOCKS =
  /^(?:p|div|h[1-6]|table|ul|ol|dl|blockquote|pre|section|article|main|header|footer|figure|figcaption|hr|body|title|nav|aside|address|form)$/

/**
 * Takes the words of a page line by line, without a document: what stands between block elements is a paragraph.
 *
 * Serves archives' exports, whose every element counts, and pages that are too large or too deeply nested for a document.
 */
export function takePageLines(html: string): EditedText {
  const pieces: Piece[] = []
  let atStart = true
  let breaks = 0
  for (const run of findRuns(html)) {
    for (const tag of run.before) breaks = Math.max(breaks, LINES.test(tag) ? 1 : BLOCKS.test(tag) ? 2 : 0)
    // A cell of a table stands beside the one before it.
    const isCell = run.before.some((tag) => tag === 'td' || tag === 'th')
    if (run.shown.trim() === '') {
      if (!atStart && breaks === 0) atStart = pushSpace(pieces, run.start)
      continue
    }
    if (pieces.length > 0 && breaks > 0) {
      pieces.push({ start: run.start, end: run.start, instead: breaks === 1 ? '\n' : '\n\n' })
      atStart = true
    } else if (isCell && !atStart) atStart = pushSpace(pieces, run.start)
    breaks = 0
    const folded = foldSpace(html, piecesOf(html, run), atStart)
    for (const piece of folded.pieces) pieces.push(piece)
    atStart = folded.endsInSpace
  }
  return takePieces(html, pieces)
}

function pushSpace(pieces: Piece[], at: number): true {
  pieces.push({ start: at, end: at, instead: ' ' })
  return true
}
