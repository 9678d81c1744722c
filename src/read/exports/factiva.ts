import type { Span } from '../../types.js'
import { isDateLine } from '../dates.js'
import type { HeaderLine } from '../header.js'
import type { ExportedArticle, ExportFormat } from './exported-article.js'
import { exportLine, FACTIVA_CODES } from './field-names.js'
import { groupBlocks, joinWords, listLines, type SourceLine, spanOf } from './source-lines.js'

const CODE = /^([A-Z]{2,3})(?:[ \t]+(.*))?$/s
const LENGTH = /^\d[\d.,  ]{0,9} (?:words?|Wörter|Wörtern|mots?|palabras?|woorden|woord)$/i
/** `Document HARGAZ0020240314ek3e0000x`: the last line of each article. */
const END = /^(?:Document|Dokument|Documento) [A-Z][A-Z0-9]{3,}\d{8}[A-Za-z0-9]{4,}$/
const RUNNING =
  /^(?:(?:Page|Seite|Página|Pagina) \d{1,5} (?:of|von|sur|de|van) \d{1,5})?\s*(?:©|\(c\)|Copyright) ?\d{4} Factiva|^(?:Page|Seite|Página|Pagina) \d{1,5} (?:of|von|sur|de|van) \d{1,5}$|^(?:Dow Jones )?Factiva$/i
const COPYRIGHT = /^(?:©|\(c\)|Copyright|Tous droits|Alle Rechte|Todos los derechos)/i
const LANGUAGE =
  /^(?:English|Englisch|Anglais|Inglés|Engels|German|Deutsch|Allemand|Alemán|Duits|French|Français|Französisch|Francés|Frans|Spanish|Español|Spanisch|Espagnol|Spaans|Dutch|Nederlands|Niederländisch|Néerlandais)$/

/** Factiva with a code before each field, as its display with indexing prints them. */
export const FACTIVA: ExportFormat = {
  vendor: 'Factiva',
  sign: /(?:^|\n)[ \t\ufeff]*HD[ \t\r\n]/,
  find(raw) {
    const lines = listLines(raw)
    const articles: ExportedArticle[] = []
    let open: Draft | null = null
    for (const [i, line] of lines.entries()) {
      const [, code = '', value = ''] = CODE.exec(line.words) ?? []
      const field = FACTIVA_CODES.get(code)
      if (field !== undefined && opens(code, value, open, lines, i)) {
        if (open === null || isFirst(code, open)) {
          if (open) articles.push(...close(open))
          open = { start: line.start, end: line.next, fields: [], codes: new Set() }
        }
        open.codes.add(code)
        open.fields.push({ code, lines: [{ ...line, start: line.end - value.length, words: value }] })
      } else if (open && !RUNNING.test(line.words)) open.fields.at(-1)?.lines.push(line)
      if (open) open.end = line.next
    }
    if (open) articles.push(...close(open))
    return articles
  },
}

interface Draft {
  readonly start: number
  end: number
  readonly fields: { code: string; lines: SourceLine[] }[]
  readonly codes: Set<string>
}

/** Codes that follow the text; they look like words (`IN`, `CO`), so a class or name must stand behind. */
const FOOT_CODES = new Set('CT RF CO IN NS RE IPD IPC PUB ART AN'.split(' '))
const HEAD_CODES = new Set('CLM SE HD BY CR WC PD ET SN SC ED PG VOL LA CY CX DLN'.split(' '))

function opens(code: string, value: string, open: Draft | null, lines: readonly SourceLine[], i: number): boolean {
  const last = open?.fields.at(-1)?.code
  if (last === 'AN' || open === null) return HEAD_CODES.has(code)
  const inText = last === 'LP' || last === 'TD'
  if (!inText) return true
  if (code === 'TD') return last === 'LP' && (lines[i - 1]?.words === '' || value === '')
  if (code === 'AN') return value === '' || /^(?:Document|Dokument|Documento) /.test(value)
  if (HEAD_CODES.has(code)) return code === 'HD' && lines[i - 1]?.words === ''
  const said = value === '' ? (lines[i + 1]?.words ?? '') : value
  return (
    FOOT_CODES.has(code) &&
    (/^[\w/-]+ ?: /.test(said) || value === '' || code === 'RF' || code === 'PUB' || code === 'IPD' || code === 'IPC')
  )
}

/** A headline or a section opens the next article behind a text, or where the one before has its own already. */
function isFirst(code: string, { fields, codes }: Draft): boolean {
  if (fields.at(-1)?.code === 'AN') return true
  if (code === 'HD') return codes.has('HD')
  return (code === 'SE' || code === 'CLM') && (codes.has('TD') || codes.has('LP'))
}

function close({ start, end, fields }: Draft): ExportedArticle[] {
  const has = (wanted: string): boolean => fields.some(({ code }) => code === wanted)
  if (!has('HD') || !(has('PD') || has('SN') || has('WC'))) return []
  const body: Span[] = []
  const lines: HeaderLine[] = []
  for (const { code, lines: own } of fields) {
    const field = FACTIVA_CODES.get(code) ?? 'other'
    if (field === 'body') {
      const span = spanOf(own)
      if (span) body.push(span)
    } else {
      const value = joinWords(own)
      if (value !== '')
        lines.push(exportLine(field, code, field === 'id' ? value.replace(/^(?:Document|Dokument|Documento) /, '') : value))
    }
  }
  return [{ start, end, lines, body }]
}

/** Factiva's plain display: no codes, but always in the same order, and a document number below. */
export const FACTIVA_PLAIN: ExportFormat = {
  vendor: 'Factiva',
  sign: /(?:^|\n)[ \t]*(?:Document|Dokument|Documento) [A-Z][A-Z0-9]{3,}\d{8}[A-Za-z0-9]{4,}[ \t\r]*(?:\n|$)/,
  find(raw) {
    const lines = listLines(raw)
    const articles: ExportedArticle[] = []
    let from = 0
    for (const [i, { words }] of lines.entries()) {
      if (words.length > 60 || !END.test(words)) continue
      const article = readPlain(lines.slice(from, i + 1))
      if (article) articles.push(article)
      from = i + 1
    }
    return articles
  },
}

function readPlain(all: readonly SourceLine[]): ExportedArticle | null {
  const lines = all.map((line) => (RUNNING.test(line.words) ? { ...line, words: '' } : line))
  const at = lines.findIndex(({ words }) => LENGTH.test(words))
  const [first] = lines.filter(({ words }) => words !== '')
  if (at < 0 || !first) return null
  const fields = [...readTitle(lines.slice(0, at)), exportLine('length', 'Length', (lines[at] as SourceLine).words)]
  let i = at + 1
  let dated = false
  let outlet = false
  let spoken = false
  let copyright = false
  for (; i < lines.length - 1; i++) {
    const { words } = lines[i] as SourceLine
    if (words === '') {
      if (copyright) break
      continue
    }
    if (copyright) {
      // The notice may run over several lines; a blank line ends it.
      fields[fields.length - 1] = exportLine('other', 'Copyright', `${fields.at(-1)?.value ?? ''} ${words}`)
    } else if (COPYRIGHT.test(words)) {
      copyright = true
      fields.push(exportLine('other', 'Copyright', words))
    } else if (!dated && isDateLine(words)) {
      dated = true
      fields.push(exportLine('date', 'Date', words))
    } else if (/^\d{1,2}:\d{2}(?:\s|$)/.test(words)) fields.push(exportLine('other', 'Time', words))
    else if (!outlet) {
      outlet = true
      fields.push(exportLine('outlet', 'Source', words))
    } else if (LANGUAGE.test(words)) {
      spoken = true
      fields.push(exportLine('language', 'Language', words))
    } else if (spoken) break
    else fields.push(readPrinted(words))
  }
  const span = spanOf(lines.slice(i, -1))
  const last = all.at(-1) as SourceLine
  fields.push(exportLine('id', 'Document', last.words.replace(/^\S+ /, '')))
  return { start: first.start, end: last.next, lines: fields, body: span ? [span] : [] }
}

/** Section, title and byline stand above the length, without names. */
function readTitle(lines: readonly SourceLine[]): HeaderLine[] {
  const rows = groupBlocks(lines).flat()
  const byline = rows.length > 1 && isByline((rows.at(-1) as SourceLine).words) ? rows.pop() : undefined
  const section = rows.length > 1 && isSection((rows[0] as SourceLine).words) ? rows.shift() : undefined
  return [
    ...(section ? [exportLine('section', 'Section', section.words)] : []),
    ...(rows.length > 0 ? [exportLine('title', 'Headline', joinWords(rows))] : []),
    ...(byline ? [exportLine('author', 'Byline', byline.words)] : []),
  ]
}

function isByline(words: string): boolean {
  return (
    /^(?:By|Von|Par|Por|Door) /i.test(words) ||
    (words.length < 80 &&
      /^\p{Lu}[\p{L}.'’-]+(?:(?:,| and| und| et| y| en|;|\/)? (?:(?:de|van|von|der|la|le|del) )*\p{Lu}[\p{L}.'’-]*){1,6}$/u.test(
        words,
      ))
  )
}

function isSection(words: string): boolean {
  return (
    words.length < 60 &&
    (/^(?:News|Business|World|Politics|Opinion|Sports?|Features?|Comment|Economy|Finance|Home|International|National|Wirtschaft|Politik|Économie|Economía|Economie)\b/i.test(
      words,
    ) ||
      /; |^SE[A-Z]* /.test(words))
  )
}

/** Source code, page and edition stand between outlet and language. */
function readPrinted(words: string): HeaderLine {
  if (/^[A-Z][A-Z0-9]{2,9}$/.test(words)) return exportLine('other', 'Source Code', words)
  if (/^[A-Z]{0,3}\d{1,4}(?:[-,] ?[A-Z]{0,3}\d{1,4})*$/.test(words)) return exportLine('other', 'Page', words)
  return exportLine('edition', 'Edition', words)
}
