import { NAME_RUN } from '../text/name-form.js'
import { type Label, makeLabel } from './label.js'
import { LONGEST_LABEL } from './label-form.js'
import type { Line } from './lines.js'

const INTERJECTION = new RegExp(
  String.raw`^((?:\p{Lu}[\p{L}.'’-]*\s){0,3}(?:(?:members?|senators?|deputies)\s|${NAME_RUN}))(?=interject(?:ing|ed)\W{0,4}$)`,
  'u',
)

/** Finds lines such as `Opposition members interjecting—` that stand between two turns and belong to neither. */
export function findInterjections(text: string, lines: readonly Line[], starts: ReadonlySet<number>): Label[] {
  if (!text.includes('interject')) return []
  return lines.flatMap((line, i) => {
    const next = lines[i + 1]
    if (line.end - line.start > LONGEST_LABEL || (next && !starts.has(next.start))) return []
    const match = INTERJECTION.exec(text.slice(line.start, line.end))
    if (!match) return []
    const [whole, name = ''] = match
    return [makeLabel(whole, name.trimEnd().length, name.trimEnd(), line, 'line')]
  })
}
