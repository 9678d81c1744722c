import type { ContextLine } from './find-in-context.js'

const DEFAULT_WIDTH = 80 // columns
const PLACE = 24 // columns of the place at most
const GAP = 2 // columns around the keyword

/**
 * Prints a concordance for reading: keywords one below the other, speaker and place before.
 *
 * @param options - `width`: columns of the terminal; 80 where it is left out
 * @example
 * renderContext(findInContext([analyze('The port opened.')], 'port'), { width: 60 }).includes('port') //=> true
 */
export function renderContext(
  lines: readonly ContextLine[],
  { width = DEFAULT_WIDTH }: { readonly width?: number } = {},
): string {
  if (lines.length === 0) return ''
  const places = lines.map(({ doc_id, paragraph_id, speaker }) =>
    cut(`${paragraph_id === null ? doc_id : `¶${paragraph_id}`} ${speaker ?? ''}`.trim(), PLACE),
  )
  const place = Math.max(...places.map((each) => each.length))
  const keyword = Math.max(...lines.map((line) => Math.min(oneLine(line.keyword).length, width)))
  const side = Math.max(8, Math.floor((width - place - keyword - 3 * GAP) / 2))
  const gap = ' '.repeat(GAP)
  return lines
    .map((line, i) => {
      const left = oneLine(line.left)
      const shownLeft = left.length > side ? `…${left.slice(left.length - side + 1)}` : left
      const row = [
        (places[i] as string).padEnd(place),
        shownLeft.padStart(side),
        oneLine(line.keyword).padEnd(keyword),
        cut(oneLine(line.right), side),
      ]
      return `${row.join(gap).trimEnd()}\n`
    })
    .join('')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}
