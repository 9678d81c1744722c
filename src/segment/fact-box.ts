import type { Line } from './lines.js'

const FEWEST_FACTS = 3 // lines; two may be two short turns
const LONGEST_FACT = 90 // UTF-16 code units
/** `Director: Samir Holt`, `When: Sat 10:00-16:00`: what is said ends in a stop, what is listed does not. */
const FACT = /^\p{Lu}[\p{L} ’'-]{1,28}: \S.*[^.?!…:,;"”’*_\s]$/u

/**
 * The starts of lines in a box of facts: one below the other, each a name and a value that is no sentence. They look like labels and
 * are none.
 */
export function findFactBoxes(text: string, lines: readonly Line[]): Set<number> {
  const facts = new Set<number>()
  let run: number[] = []
  const close = (): void => {
    if (run.length >= FEWEST_FACTS) for (const start of run) facts.add(start)
    run = []
  }
  for (const { start, end, opens } of lines) {
    const isFact = end - start <= LONGEST_FACT && FACT.test(text.slice(start, end))
    if (opens || !isFact) close()
    if (isFact) run.push(start)
  }
  close()
  return facts
}
