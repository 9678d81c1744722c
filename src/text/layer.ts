import type { Span } from '../types.js'

/**
 * Gives the members of a sorted, disjoint layer that lie wholly inside a span.
 *
 * Takes O(log n) to find the first and then one step a member.
 */
export function within<T extends Span>(layer: readonly T[], span: Span): T[] {
  const found: T[] = []
  for (let i = firstFrom(layer, span.start); i < layer.length; i++) {
    const member = layer[i] as T
    if (member.end > span.end) break
    found.push(member)
  }
  return found
}

/** Index of the first member of a sorted layer that starts at or after a position; the layer's length where none does. */
export function firstFrom(layer: readonly Span[], position: number): number {
  let low = 0
  let high = layer.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((layer[middle] as Span).start < position) low = middle + 1
    else high = middle
  }
  return low
}

/** Gives the parts of a sorted, disjoint layer that lie inside a span, cutting members that cross its borders. */
export function clip(layer: readonly Span[], span: Span): Span[] {
  const parts: Span[] = []
  const first = firstFrom(layer, span.start)
  const crossing = layer[first - 1]
  if (crossing && crossing.end > span.start) parts.push({ start: span.start, end: Math.min(crossing.end, span.end) })
  for (let i = first; i < layer.length; i++) {
    const { start, end } = layer[i] as Span
    if (start >= span.end) break
    parts.push({ start, end: Math.min(end, span.end) })
  }
  return parts
}
