import { isDateLine } from '../dates.js'
import type { HeaderLine } from '../header.js'
import type { ExportedArticle, ExportFormat } from './exported-article.js'
import { exportLine, type KnownField, NEXIS_NAMES, outletLines } from './field-names.js'
import { groupBlocks, joinWords, listLines, type SourceLine, spanOf } from './source-lines.js'

/** `1 of 20 DOCUMENTS`, `Dokument 1 von 20`, `1 de 20 DOCUMENTS`. */
const BORDER =
  /^(?:(?:Do[ck]umento?|DO[CK]UMENTO?) \d{1,6} (?:of|von|de|sur|van) \d{1,6}|\d{1,6} (?:of|von|de|sur|van) \d{1,6} (?:DO[CK]UMENT(?:S|E|EN|O|OS)?|Do[ck]ument(?:s|e|en|o|os)?))$/
/** `LENGTH: 412 words`: a name in capitals, and what it holds. */
const FIELD = /^(\p{Lu}[\p{Lu}\d /.'’()#-]{1,38}?):(?:\s+(.*)|)$/su
const COPYRIGHT = /^(?:Copyright|©|\(c\)|Tous droits|All rights|Alle Rechte|Todos los derechos|Alle rechten)\b|^©/i
const EDITION = /\b(?:edition|édition|edición|ausgabe|editie|final)\b/i
const CENTERED = 8 // columns of indent; the archive centers outlet, date and edition

/** LexisNexis as it was until 2019: numbered documents, fields in capitals. */
export const NEXIS: ExportFormat = {
  vendor: 'LexisNexis',
  sign: /(?:^|\n)[ \t]*(?:\d{1,6} (?:of|von|de|sur|van) \d{1,6} do[ck]ument|do[ck]umento? \d{1,6} (?:of|von|de|sur|van) \d{1,6}[ \t\r]*\n|(?:LENGTH|LÄNGE|LONGUEUR|LENGTE|LONGITUD):)/i,
  find(raw) {
    const lines = listLines(raw)
    const borders = lines.flatMap(({ words }, i) => (words.length < 60 && BORDER.test(words) ? [i] : []))
    if (borders.length === 0) return isLoneArticle(lines) ? [readPart(raw, lines)] : []
    const parts = borders.map((border, i) => lines.slice(border, borders[i + 1] ?? lines.length))
    const found = parts.map((part) => readPart(raw, part.slice(1), (part[0] as SourceLine).start))
    return found.some(({ lines: fields }) => fields.some(isNamed)) ? found : []
  },
}

/** A field with a name that this vendor prints, in capitals; not one that is told from its place. */
function isNamed({ name }: HeaderLine): boolean {
  return name === name.toUpperCase() && NEXIS_NAMES.has(name.toLowerCase())
}

/** An article by itself has no border; its fields give it away. */
function isLoneArticle(lines: readonly SourceLine[]): boolean {
  const known = new Set(lines.flatMap(({ words }) => fieldOf(words)?.known?.field ?? []))
  const places = new Set(lines.flatMap(({ words }) => fieldOf(words)?.known?.place ?? []))
  return known.has('length') && places.has('foot') && places.has('head')
}

interface FoundField {
  readonly name: string
  readonly value: string
  /** Null where the name is in no list of ours. */
  readonly known: KnownField | null
}

function fieldOf(words: string): FoundField | null {
  const match = FIELD.exec(words.slice(0, LONGEST_NAME)) ? FIELD.exec(words) : null
  if (!match) return null
  const name = (match[1] as string).trim()
  return { name, value: match[2] ?? '', known: NEXIS_NAMES.get(name.toLowerCase()) ?? null }
}

const LONGEST_NAME = 4_000 // UTF-16 code units of a line that are looked at

function readPart(raw: string, lines: readonly SourceLine[], start = lines[0]?.start ?? 0): ExportedArticle {
  const blocks = groupBlocks(lines)
  const fields: HeaderLine[] = []
  const dated = blocks.slice(0, HEAD).findIndex((block) => block.some(({ words }) => isDateLine(words)))
  const first = blocks.findIndex((block, i) => i > dated && headField(block) !== null)
  const titleEnd = first < 0 ? blocks.length : first
  const foot = findFoot(blocks, Math.max(0, first))
  const body = first < 0 ? [] : readHead(blocks.slice(first, foot), fields)
  const top = readTop(
    blocks.slice(0, Math.min(titleEnd, foot)),
    fields.some(({ field }) => field === 'title'),
  )
  fields.unshift(...top)
  readFoot(blocks.slice(foot), fields)
  const span = spanOf(body.flat())
  return { start, end: lines.at(-1)?.next ?? raw.length, lines: fields, body: span ? [span] : [] }
}

function headField(block: readonly SourceLine[]): FoundField | null {
  const found = fieldOf((block[0] as SourceLine).words)
  return found?.known && found.known.place !== 'foot' ? found : null
}

const HEAD = 10 // blocks of a head; the program of a broadcast stands above its date

/** Where the fields below the text start. */
function findFoot(blocks: readonly SourceLine[][], from: number): number {
  for (let i = from; i < blocks.length; i++) {
    const block = blocks[i] as SourceLine[]
    const [line] = block
    if (!line) continue
    const found = fieldOf(line.words)
    if (found?.known && found.known.place !== 'head' && i > from) return i
    if (COPYRIGHT.test(line.words) && block.length <= 3 && i > from && i >= blocks.length - 2) return i
  }
  return blocks.length
}

/** Reads the fields above the text; gives the blocks of the text. */
function readHead(blocks: readonly SourceLine[][], fields: HeaderLine[]): readonly SourceLine[][] {
  for (const [i, block] of blocks.entries()) {
    const found = headField(block)
    if (!found?.known) {
      // Without a length ahead, what follows a field is the text; else it goes on with the field.
      const ahead = blocks.slice(i, i + REACH).some((each) => headField(each)?.known?.field === 'length')
      if (!ahead) return blocks.slice(i)
      const last = fields.pop()
      if (last) fields.push({ ...last, value: `${last.value} ${joinWords(block)}`.trim() })
      continue
    }
    if (found.known.field === 'body') return startBody(blocks.slice(i), found)
    fields.push(...readBlock(block))
  }
  return []
}

const REACH = 4 // blocks between a field and the length that ends the head

/** The text may start on the line of its mark. */
function startBody([block = [], ...rest]: readonly SourceLine[][], { value }: FoundField): readonly SourceLine[][] {
  const [line, ...others] = block
  if (!line) return rest
  if (value === '') return others.length > 0 ? [others, ...rest] : rest
  const start = line.start + line.words.length - value.length
  return [[{ ...line, start, words: value }, ...others], ...rest]
}

/** The fields of a block: each may go on over several lines. */
function readBlock(block: readonly SourceLine[]): HeaderLine[] {
  const fields: HeaderLine[] = []
  for (const { words } of block) {
    const found = fieldOf(words)
    const last = fields.at(-1)
    if (found && (found.known || fields.length === 0)) {
      fields.push(exportLine(found.known?.field ?? 'other', found.name, found.value))
    } else if (last) fields[fields.length - 1] = { ...last, value: `${last.value} ${words}`.trim() }
  }
  return fields
}

function readFoot(blocks: readonly SourceLine[][], fields: HeaderLine[]): void {
  for (const block of blocks) {
    const words = joinWords(block)
    if (COPYRIGHT.test(words)) fields.push(exportLine('other', 'Copyright', words))
    else if (fieldOf((block[0] as SourceLine).words)) fields.push(...readBlock(block))
    else {
      const last = fields.pop() // a caption of several paragraphs
      if (last) fields.push({ ...last, value: `${last.value} ${words}`.trim() })
    }
  }
}

/** Outlet, date, edition and title stand above the first field, without names. */
function readTop(blocks: readonly SourceLine[][], hasTitle: boolean): HeaderLine[] {
  const fields: HeaderLine[] = []
  const rest = blocks
    .map((block) => {
      const notice = block.filter(({ words }) => COPYRIGHT.test(words))
      if (notice.length > 0) fields.push(exportLine('other', 'Copyright', joinWords(notice)))
      return block.filter(({ words }) => !COPYRIGHT.test(words))
    })
    .filter((block) => block.length > 0)
  const lines = rest.flatMap((block, i) => block.map((line) => ({ line, block: i })))
  const date = lines.findIndex(({ line }) => isDateLine(line.words))
  if (date < 0) {
    const title = joinWords(rest.at(-1) ?? [])
    if (rest.length > 1) fields.push(...outletLines(joinWords(rest[0] ?? [])))
    if (title !== '') fields.push(exportLine('title', 'Headline', title))
    return fields
  }
  const { line: dated, block: dateBlock } = lines[date] as { line: SourceLine; block: number }
  const [firstBlock = []] = rest
  const named = lines.slice(0, date)
  if (named.length > 0) {
    const outlet = named.filter(({ line }) => firstBlock.includes(line)).map(({ line }) => line)
    fields.push(...outletLines(joinWords(outlet)))
    const others = named.filter(({ line }) => !firstBlock.includes(line)).map(({ line }) => line)
    fields.push(...others.flatMap(({ words }) => readNamed(words)))
  }
  fields.push(exportLine('date', 'Date', dated.words))
  const title: SourceLine[] = []
  const edition: SourceLine[] = []
  for (const { line, block } of lines.slice(date + 1)) {
    if (title.length === 0 && isDateLine(line.words) && line.words.length < 40) continue
    const centered = line.indent >= CENTERED && dated.indent >= CENTERED
    const goesOn = block === dateBlock && (line.indent >= CENTERED || dated.indent < CENTERED)
    const isEdition = title.length === 0 && (goesOn || (centered && EDITION.test(line.words)) || isEditionLine(line.words))
    ;(isEdition ? edition : title).push(line)
  }
  if (edition.length > 0) fields.push(exportLine('edition', 'Edition', joinWords(edition)))
  if (title.length > 0 && !hasTitle) fields.push(exportLine('title', 'Headline', joinWords(title)))
  else if (title.length > 0) fields.push(exportLine('other', 'Subtitle', joinWords(title)))
  return fields
}

/** `Late Edition - Final` and no more. */
function isEditionLine(words: string): boolean {
  return words.length < 40 && /(?:^|\s)(?:edition|édition|edición|ausgabe|editie)(?: [\d-]{1,4}| - final)?[;.]?$/i.test(words)
}

function readNamed(words: string): HeaderLine[] {
  const found = fieldOf(words)
  return [exportLine('other', found?.name ?? 'Program', found?.value ?? words)]
}
