import { isDateLine } from '../dates.js'
import type { ExportedArticle, ExportFormat } from './exported-article.js'
import { exportLine } from './field-names.js'
import { joinWords, listLines, type SourceLine, spanOf } from './source-lines.js'

const TITLE = /^\??(\d{1,6})\. (\S.*)$/s
/** `De Morgen, woensdag 30 november 2011, p. 23, 853w.` */
const SOURCE = /^(.{2,80}?), (?:\p{L}+ )?(\d{1,2} \p{L}{3,10} \d{4}), p\. ?([\w/-]{1,12}), (\d{1,6})w\.?$/u

/** Mediargus (GoPress): a numbered title, then outlet, date, page and length on one line. */
export const MEDIARGUS: ExportFormat = {
  vendor: 'Mediargus',
  sign: /, p\. ?[\w/-]{1,12}, \d{1,6}w\./,
  find(raw) {
    const lines = listLines(raw).filter(({ words }) => words !== '')
    const starts = lines.flatMap(({ words }, i) => {
      if (!TITLE.test(words)) return []
      return [1, 2, 3].some((k) => readSource(lines[i + k]?.words ?? '')) ? [i] : []
    })
    return starts.map((start, i) => readPart(lines.slice(start, starts[i + 1] ?? lines.length)))
  },
}

function readSource(words: string): RegExpExecArray | null {
  const match = words.length > 250 ? null : SOURCE.exec(words)
  return match && isDateLine(match[2] as string) ? match : null
}

function readPart(lines: readonly SourceLine[]): ExportedArticle {
  const at = lines.findIndex(({ words }) => readSource(words) !== null)
  const [, outlet = '', date = '', page = '', length = ''] = readSource((lines[at] as SourceLine).words) ?? []
  const title = joinWords(lines.slice(0, at)).replace(/^\??\d{1,6}\. /, '')
  const span = spanOf(lines.slice(at + 1))
  return {
    start: (lines[0] as SourceLine).start,
    end: (lines.at(-1) as SourceLine).next,
    lines: [
      exportLine('title', 'Title', title),
      exportLine('outlet', 'Source', outlet),
      exportLine('date', 'Date', date),
      exportLine('other', 'Page', page),
      exportLine('length', 'Length', length),
    ],
    body: span ? [span] : [],
  }
}
