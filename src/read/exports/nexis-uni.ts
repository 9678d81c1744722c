import type { Span } from '../../types.js'
import { isDateLine } from '../dates.js'
import type { HeaderLine } from '../header.js'
import type { ExportedArticle, ExportFormat } from './exported-article.js'
import { exportLine, type KnownField, NEXIS_NAMES, outletLines } from './field-names.js'
import { joinWords, listLines, type SourceLine } from './source-lines.js'

const END =
  /^(?:End of Document|Ende des Dokuments?|Dokumentende|Fin du document|Fin del? documento|Einde van (?:het )?document)$/i
/** The line that stands above the text, and the ones that stand above what follows it. */
const BODY =
  /^(?:Body|Full Text|Text|Textkörper|Haupttext|Hauptteil|Corps|Texte|Cuerpo|Cuerpo del texto|Texto|Tekst|Hoofdtekst|Inhoud)$/i
const FOOT =
  /^(?:Graphics?|Graphik|Grafik|Graphique|Gráficos?|Grafiek|Classification|Klassifizierung|Clasificación|Classificatie|Notes|Correction)$/i
const FIELD = /^(\p{Lu}[\p{L} /-]{1,38}?) ?:(?:\s+(.*)|)$/su
const PAGE = /^(?:Page|Seite|Página|Pagina) \d{1,5} (?:of|von|sur|de|van) \d{1,5}$/i
const COPYRIGHT = /^(?:Copyright|©|\(c\))|^(?:Tous droits|All rights|Alle Rechte|Todos los derechos|Alle rechten)\b/i

/** Nexis Uni, Nexis Advance, Nexis Newsdesk: `Body` above the text, `End of Document` below. */
export const NEXIS_UNI: ExportFormat = {
  vendor: 'Nexis Uni',
  sign: /(?:^|\n)[ \t]*(?:End of Document|Ende des Dokument|Dokumentende|Fin du document|Fin del? documento|Einde van (?:het )?document)/i,
  find(raw) {
    const lines = listLines(raw)
    const found: ExportedArticle[] = []
    let from = 0
    for (const [i, { words }] of lines.entries()) {
      if (words.length > 40 || !END.test(words)) continue
      const part = readPart(lines.slice(from, i + 1))
      if (part) found.push(part)
      from = i + 1
    }
    return found
  },
}

interface FoundField {
  readonly name: string
  readonly value: string
  readonly known: KnownField
}

function fieldOf({ words }: SourceLine): FoundField | null {
  const [, name, value = ''] = FIELD.exec(words) ?? []
  const known = name === undefined ? undefined : NEXIS_NAMES.get(name.trim().toLowerCase())
  return name !== undefined && known ? { name: name.trim(), value, known } : null
}

/** One article up to its end mark; null where nothing that this vendor prints stands above the mark. */
function readPart(all: readonly SourceLine[]): ExportedArticle | null {
  const lines = all.filter(({ words }) => words !== '' && !END.test(words))
  const [first] = lines
  if (!first) return null
  const date = findDate(lines)
  const mark = lines.findIndex(({ words }, i) => i > Math.max(0, date) && BODY.test(words))
  const start = mark >= 0 ? mark : lastHeadField(lines, Math.max(0, date))
  const foot = findFoot(lines, start + 1)
  const fields = [...readTop(lines, date), ...readFields(lines.slice(date + 1, start + (mark >= 0 ? 0 : 1)), 'head')]
  const title = fields.find(({ field }) => field === 'title')?.value
  const text = lines.slice(start + 1, foot)
  fields.push(...readFields(lines.slice(foot), 'foot'))
  if (!fields.some(({ name }) => name !== 'Edition' && NEXIS_NAMES.has(name.toLowerCase()) && name !== 'Headline')) return null
  return { start: first.start, end: (all.at(-1) as SourceLine).next, lines: fields, body: joinRuns(text, title) }
}

/** The line of the date: the last before the first field that stands behind a title and an outlet. */
function findDate(lines: readonly SourceLine[]): number {
  const limit = lines.findIndex(
    (line, i) => i > 1 && (BODY.test(line.words) || (fieldOf(line)?.known.field === 'length' && i > 1)),
  )
  const head = lines.slice(0, limit < 0 ? Math.min(lines.length, LONGEST_HEAD) : limit)
  for (let i = 0; i < head.length; i++) {
    const { words } = head[i] as SourceLine
    // A list of contents may print dates, too: the article's own is the last of which nothing but fields follow.
    if (isDateLine(words) && !head.slice(i + 1).some((line) => isDateLine(line.words) && fieldOf(line) === null)) return i
  }
  return -1
}

const LONGEST_HEAD = 60 // lines

function lastHeadField(lines: readonly SourceLine[], from: number): number {
  let last = from
  for (let i = from; i < Math.min(lines.length, from + LONGEST_HEAD); i++) {
    const line = lines[i] as SourceLine
    if (COPYRIGHT.test(line.words) || fieldOf(line)?.known.place === 'head') last = i
  }
  return last
}

function findFoot(lines: readonly SourceLine[], from: number): number {
  const load = lines.findIndex((line, i) => {
    if (i < from) return false
    const found = fieldOf(line)
    return (
      /^(?:Classification|Klassifizierung|Clasificación|Classificatie)$/i.test(line.words) ||
      (found?.known.place === 'foot' && isStrong(found))
    )
  })
  const end = load < 0 ? lines.length : load
  // Captions and notes stand between the text and the classification, each under a line of its own.
  const marked = lines.findIndex(({ words }, i) => i >= Math.max(from, end - LONGEST_FOOT) && i < end && FOOT.test(words))
  return marked < 0 ? end : marked
}

const LONGEST_FOOT = 40 // lines between the head of the captions and the classification

/** Fields that no sentence looks like. */
function isStrong({ name, value }: FoundField): boolean {
  return (
    /-/.test(name) ||
    /^(?:language|sprache|langue|idioma|taal|ladedatum|laaddatum|fecha de carga)$/i.test(name) ||
    /\(\d{1,3} ?%\)/.test(value)
  )
}

/** Title and outlet stand above the date, the edition below it. */
function readTop(lines: readonly SourceLine[], date: number): HeaderLine[] {
  if (date < 0) {
    const title = lines.find(({ words }) => !PAGE.test(words))
    return title ? [exportLine('title', 'Headline', title.words)] : []
  }
  const outlet = lines[date - 1]
  const title = lines[date - 2]
  const edition: SourceLine[] = []
  for (let i = date + 1; i < Math.min(lines.length, date + 4); i++) {
    const line = lines[i] as SourceLine
    if (COPYRIGHT.test(line.words) || fieldOf(line) || BODY.test(line.words)) break
    edition.push(line)
  }
  return [
    ...(title && !PAGE.test(title.words) ? [exportLine('title', 'Headline', titleOf(lines, date - 2))] : []),
    ...(outlet && !PAGE.test(outlet.words) ? outletLines(outlet.words) : []),
    exportLine('date', 'Date', (lines[date] as SourceLine).words),
    ...(edition.length > 0 ? [exportLine('edition', 'Edition', joinWords(edition))] : []),
  ]
}

/** A title may run over several lines; it is printed twice, so that its lines come again above it. */
function titleOf(lines: readonly SourceLine[], last: number): string {
  for (const length of [1, 2, 3, 4]) {
    const own = joinWords(lines.slice(Math.max(0, last - length + 1), last + 1))
    const before = joinWords(lines.slice(Math.max(0, last - 2 * length + 1), last - length + 1))
    if (own !== '' && own === before) return own
  }
  return (lines[last] as SourceLine).words
}

function readFields(lines: readonly SourceLine[], place: 'head' | 'foot'): HeaderLine[] {
  const fields: HeaderLine[] = []
  for (const line of lines) {
    if (PAGE.test(line.words)) continue
    const found = fieldOf(line)
    const last = fields.at(-1)
    if (found) fields.push(exportLine(found.known.field, found.name, found.value))
    else if (COPYRIGHT.test(line.words)) fields.push(exportLine('other', 'Copyright', line.words))
    else if (place === 'foot' && FOOT.test(line.words)) fields.push(exportLine('other', line.words, ''))
    else if (last && (place === 'foot' || last.name === 'Copyright' || last.value === '')) {
      fields[fields.length - 1] = { ...last, value: `${last.value} ${line.words}`.trim() }
    } else if (last && last.field === 'other')
      fields[fields.length - 1] = { ...last, value: `${last.value} ${line.words}`.trim() }
  }
  return fields.filter(({ value }) => value !== '')
}

/** The text without the page numbers and running titles that a printed page puts between. */
function joinRuns(lines: readonly SourceLine[], title: string | undefined): Span[] {
  const runs: Span[] = []
  let open: { start: number; end: number } | null = null
  for (const [i, { start, end, words }] of lines.entries()) {
    const isRunning =
      PAGE.test(words) ||
      (words === title && PAGE.test(lines[i - 1]?.words ?? '')) ||
      /^Link (?:to|zum|vers|al) (?:PDF|Image|Bild)/i.test(words)
    if (isRunning) {
      if (open) runs.push(open)
      open = null
    } else open = open ? { start: open.start, end } : { start, end }
  }
  if (open) runs.push(open)
  return runs
}
