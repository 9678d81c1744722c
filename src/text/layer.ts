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
