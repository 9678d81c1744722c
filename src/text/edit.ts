import type { Copy, Origin, Repair, RepairKind, Span } from '../types.js'

/** One replacement to make in a raw text; spans are positions in the raw text. */
export interface Edit extends Span {
  readonly kind: RepairKind
  readonly after: string
}

export interface EditedText {
  readonly text: string
  readonly origin: Origin
  readonly repairs: readonly Repair[]
}

/**
 * Takes part of a raw text with sorted, disjoint edits applied, and keeps the map back to the raw text.
 *
 * @param raw - the whole source
 * @param range - the part to take
 * @param edits - sorted and disjoint, all within the range
 */
export function applyEdits(raw: string, range: Span, edits: readonly Edit[]): EditedText {
  const pieces: string[] = []
  const copies: Copy[] = []
  const repairs: Repair[] = []
  let length = 0
  const copyRun = (start: number, end: number): void => {
    if (end <= start) return
    pieces.push(raw.slice(start, end))
    copies.push({ start: length, source: start, length: end - start })
    length += end - start
  }
  let position = range.start
  for (const { start, end, kind, after } of edits) {
    copyRun(position, start)
    pieces.push(after)
    repairs.push({ span: { start: length, end: length + after.length }, kind, before: raw.slice(start, end), after })
    length += after.length
    position = end
  }
  copyRun(position, range.end)
  return { text: pieces.join(''), origin: { copies, length: raw.length }, repairs }
}

/** A piece of a raw text that stays, or what stands in its place. */
export interface Piece extends Span {
  /** Characters that stand for the piece; the piece itself where it is left out. */
  readonly instead?: string
}

/** Takes pieces of a raw text, in order and disjoint, and keeps the map back to it. What is left out was no words of the text. */
export function takePieces(raw: string, kept: readonly Piece[]): EditedText {
  const pieces: string[] = []
  const copies: Copy[] = []
  let length = 0
  for (const { start, end, instead } of kept) {
    const piece = instead ?? raw.slice(start, end)
    if (piece === '') continue
    pieces.push(piece)
    if (instead === undefined) copies.push({ start: length, source: start, length: end - start })
    length += piece.length
  }
  return { text: pieces.join(''), origin: { copies, length: raw.length }, repairs: [] }
}

/** Joins two rounds of edits, the second made on the text of the first, into one with the map back to the raw text. */
export function composeEdits(first: EditedText, second: EditedText): EditedText {
  const copies: Copy[] = []
  let i = 0
  for (const { start, source, length } of second.origin.copies) {
    while (i < first.origin.copies.length && endOf(first.origin.copies[i] as Copy) <= source) i++
    for (let k = i; k < first.origin.copies.length; k++) {
      const inner = first.origin.copies[k] as Copy
      const from = Math.max(inner.start, source)
      const to = Math.min(endOf(inner), source + length)
      if (inner.start >= source + length) break
      if (to > from) copies.push({ start: start + from - source, source: inner.source + from - inner.start, length: to - from })
    }
  }
  const forward = forwardMap(second)
  const moved = first.repairs.map((repair) => {
    const start = forward(repair.span.start)
    return { ...repair, span: { start, end: Math.max(start, forward(repair.span.end)) } }
  })
  const repairs = [...moved, ...second.repairs].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  return { text: second.text, origin: { copies, length: first.origin.length }, repairs }
}

function endOf(copy: Copy): number {
  return copy.start + copy.length
}

/** Where a position of the text before an edit stands after it; asked in ascending order, so that one sweep serves all. */
function forwardMap({ text, origin: { copies } }: EditedText): (position: number) => number {
  let i = 0
  return (position) => {
    while (i > 0 && (copies[i] as Copy | undefined)?.source !== undefined && (copies[i] as Copy).source > position) i--
    while (i < copies.length && (copies[i] as Copy).source + (copies[i] as Copy).length < position) i++
    const copy = copies[i]
    if (!copy) return text.length
    return position <= copy.source ? copy.start : copy.start + position - copy.source
  }
}
