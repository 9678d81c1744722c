import type { Span } from '../../types.js'
import { readDate } from '../dates.js'
import type { HeaderLine } from '../header.js'
import type { ExportedArticle, ExportFormat } from './exported-article.js'
import { exportLine, type KnownField, PROQUEST_NAMES } from './field-names.js'
import { joinWords, listLines, type SourceLine, spanOf } from './source-lines.js'

const RULE = /^_{20,}$/
const NUMBER = /^(?:Document|Dokument|Documento) \d{1,6} (?:of|von|de|sur|van) \d{1,6}$/i
const FIELD = /^(\p{Lu}[\p{L} /-]{1,40}?) ?:(?:\s+(.*)|)$/su
/** Headings of the newer layout. */
const HEADINGS = new Map<string, 'body' | 'foot' | 'abstract'>([
  ['full text', 'body'],
  ['volltext', 'body'],
  ['texte intégral', 'body'],
  ['texto completo', 'body'],
  ['details', 'foot'],
  ['détails', 'foot'],
  ['detalles', 'foot'],
  ['abstract', 'abstract'],
  ['abstract (english)', 'abstract'],
  ['proquest document link', 'abstract'],
  ['links', 'abstract'],
])

/** ProQuest's text export: a rule and `Document 1 of 20` above each article, fields with colons. */
export const PROQUEST: ExportFormat = {
  vendor: 'ProQuest',
  sign: /(?:^|\n)[ \t]*(?:ProQuest document ID|ProQuest-Dokument-ID|Source type|Last updated|Publication info|Database|Publication title) ?:|_{20,}[ \t\r]*\n\s*(?:Document|Dokument|Documento) \d{1,6} (?:of|von|de|sur) \d/i,
  find(raw) {
    const lines = listLines(raw)
    const borders = lines.flatMap(({ words }, i) => (RULE.test(words) ? [i] : []))
    const parts =
      borders.length === 0 ? [lines] : borders.map((border, i) => lines.slice(border + 1, borders[i + 1] ?? lines.length))
    return parts.flatMap((part) => readPart(part))
  },
}

interface FoundField {
  readonly name: string
  readonly value: string
  readonly known: KnownField
}

function fieldOf({ words }: SourceLine): FoundField | null {
  const [, name, value = ''] = FIELD.exec(words) ?? []
  const known = name === undefined ? undefined : PROQUEST_NAMES.get(name.toLowerCase())
  return name !== undefined && known ? { name, value, known } : null
}

/** Fields that only a library prints; a text that mentions an author and a subject is none of its articles. */
const OWN =
  /^(?:proquest|full text|volltext|texte intégral|texto completo|publication info|publication title|source type|last updated|database|informationen zur publikation)/i

function readPart(lines: readonly SourceLine[]): ExportedArticle[] {
  const [first] = lines
  const fields: HeaderLine[] = []
  const body: Span[] = []
  let open: { field: KnownField['field']; name: string; lines: SourceLine[] } | null = null
  const top: SourceLine[] = []
  const close = (): void => {
    if (!open) return
    const span = spanOf(open.lines)
    if (open.field === 'body') {
      if (span) body.push(span)
    } else if (span) fields.push(exportLine(open.field, open.name, joinWords(open.lines)))
    open = null
  }
  let own = 0
  for (const [i, line] of lines.entries()) {
    const heading = line.words.length < 40 ? HEADINGS.get(line.words.toLowerCase()) : undefined
    const found = fieldOf(line)
    const inText = (open as { field: string } | null)?.field === 'body'
    if (heading !== undefined && (heading === 'foot' ? inText && endsText(lines, i) : !inText || heading === 'body')) {
      close()
      open = { field: heading === 'body' ? 'body' : 'other', name: line.words, lines: [] }
    } else if (found && (!inText || (lines[i - 1]?.words === '' && endsText(lines, i)))) {
      if (OWN.test(found.name)) own++
      close()
      open = {
        field: found.known.field,
        name: found.name,
        lines: [{ ...line, start: line.end - found.value.length, words: found.value }],
      }
    } else if (open) open.lines.push(line)
    else if (line.words !== '' && !NUMBER.test(line.words)) top.push(line)
  }
  close()
  if (!first || own < FEWEST_OWN) return []
  const has = (field: string): boolean => fields.some((line) => line.field === field)
  if (!has('title') && top.length > 0) fields.unshift(exportLine('title', 'Title', joinWords(top)))
  fields.push(...readPublication(fields, has))
  return [{ start: first.start, end: (lines.at(-1) as SourceLine).next, lines: fields.flatMap(tidy), body }]
}

const FEWEST_OWN = 2

/** Behind the text stand fields and nothing else: two of the next three lines with words are fields, too, or none follows. */
function endsText(lines: readonly SourceLine[], from: number): boolean {
  const next = lines
    .slice(from + 1, from + 30)
    .filter(({ words }) => words !== '')
    .slice(0, 3)
  return next.filter((line) => fieldOf(line) || RULE.test(line.words)).length >= Math.min(2, next.length)
}

/** `The Harbor Gazette ; Port Orlen [Port Orlen]14 Mar 2024: A.4.` where outlet and date have no fields of their own. */
function readPublication(fields: readonly HeaderLine[], has: (field: string) => boolean): HeaderLine[] {
  const info = fields.find(({ name }) =>
    /^(?:publication info|informationen zur publikation|informations de publication|información de publicación)$/i.test(name),
  )?.value
  if (info === undefined) return []
  const outlet = /^[^;[\]]{2,120}?(?=\s*(?:[;[:]|,\s+(?:\d|suppl)|$))/.exec(info)?.[0]
  const dated = /\]?\s*(\d{1,2}\.? \p{L}{3,10}\.? \d{4}|\p{L}{3,10}\.? \d{1,2}, \d{4})/u.exec(info)?.[1]
  return [
    ...(outlet !== undefined && !has('outlet') ? [exportLine('outlet', 'Publication', outlet)] : []),
    ...(dated !== undefined && !has('date') && readDate(dated).certain ? [exportLine('date', 'Date', dated)] : []),
  ]
}

/** `The Harbor Gazette; Port Orlen` names the place of the outlet, too, and `Ports reopen: [City Edition]` the edition. */
function tidy(line: HeaderLine): HeaderLine[] {
  if (line.field === 'outlet') return [{ ...line, value: line.value.split(/\s*;/)[0] as string }]
  if (line.field === 'author' && /^(?:anonymous|anonym|anonyme|anónimo)$/i.test(line.value)) return [{ ...line, field: 'other' }]
  const [, title, edition] = (line.field === 'title' && EDITION.exec(line.value)) || []
  if (title === undefined || edition === undefined) return [line]
  return [{ ...line, value: title }, exportLine('edition', 'Edition', edition)]
}

const EDITION = /^(.{1,500}?)\s*:?\s*\[([^[\]]{0,40}edition[^[\]]{0,20})\]$/is
