/** What a header line holds: a field of the article, its text, or something that only its archive knows. */
export type HeaderField =
  | 'title'
  | 'date'
  | 'author'
  | 'outlet'
  | 'category'
  | 'section'
  | 'edition'
  | 'length'
  | 'url'
  | 'language'
  | 'id'
  | 'text'
  | 'other'

/** The fields that articles share, by the names that archives print before the colon. */
const FIELD_NAMES = new Map<string, HeaderField>([
  ['title', 'title'],
  ['headline', 'title'],
  ['date', 'date'],
  ['published', 'date'],
  ['published time', 'date'],
  ['publish time', 'date'],
  ['published date', 'date'],
  ['publication date', 'date'],
  ['published on', 'date'],
  ['published at', 'date'],
  ['pubdate', 'date'],
  ['pub date', 'date'],
  ['date published', 'date'],
  ['publication time', 'date'],
  ['posted', 'date'],
  ['posted on', 'date'],
  ['issued', 'date'],
  ['article title', 'title'],
  ['writer', 'author'],
  ['written by', 'author'],
  ['reporter', 'author'],
  ['agency', 'outlet'],
  ['news outlet', 'outlet'],
  ['media', 'outlet'],
  ['site', 'outlet'],
  ['article text', 'text'],
  ['article', 'text'],
  ['story', 'text'],
  ['subject', 'other'],
  ['author title', 'other'],
  ['author description', 'other'],
  ['time', 'date'],
  ['author', 'author'],
  ['authors', 'author'],
  ['by', 'author'],
  ['byline', 'author'],
  ['source', 'outlet'],
  ['outlet', 'outlet'],
  ['publication', 'outlet'],
  ['publisher', 'outlet'],
  ['newspaper', 'outlet'],
  ['category', 'category'],
  ['categories', 'category'],
  ['section', 'category'],
  ['tags', 'category'],
  ['keywords', 'category'],
  ['source url', 'url'],
  ['original url', 'url'],
  ['url', 'url'],
  ['link', 'url'],
  ['language', 'language'],
  ['lang', 'language'],
  ['id', 'id'],
  ['text', 'text'],
  ['body', 'text'],
  ['content', 'text'],
  ['full text', 'text'],
])

export interface HeaderLine {
  readonly field: HeaderField
  /** The name as printed. */
  readonly name: string
  readonly value: string
}

export interface Header {
  readonly lines: readonly HeaderLine[]
  /** Where the text starts in the raw source. */
  readonly end: number
  /** Whether a `Text:` line says where the text starts. */
  readonly closed: boolean
}

const HEADER_LINE = /^[ \t\ufeff]*([A-Za-z][A-Za-z0-9 _-]{0,39}?)[ \t]*:[ \t]*(.*)$/
const NUMBERED = /[ _-]*\d+$/

/** Values by which archives say that they have none. */
const PLACEHOLDER =
  /^(?:n\/?a|none|null|nil|unknown|undefined|nan|-+|—|\?|(?:[\w ]{0,40} )?(?:not (?:found|available|provided|specified)|unavailable))\.?$/i

const MOST_HEADER_LINES = 60
const LONGEST_HEADER_LINE = 2000 // UTF-16 code units; a longer line is text
/** Without a `Text:` line, this many known fields make a block of lines a header. */
const FEWEST_FIELDS = 2

/**
 * Finds the block of `Key: value` lines before the text of an archive's article.
 *
 * @returns null where the source does not start with one
 */
export function findHeader(raw: string): Header | null {
  const lines: HeaderLine[] = []
  let known = 0
  let position = 0
  for (let count = 0; count < MOST_HEADER_LINES && position < raw.length; count++) {
    const newline = raw.indexOf('\n', position)
    const next = newline < 0 ? raw.length : newline + 1
    if (next - position > LONGEST_HEADER_LINE && !/^[ \t]*text[ \t]*:/i.test(raw.slice(position, position + 20))) break
    const line = raw.slice(position, Math.min(next, position + LONGEST_HEADER_LINE)).replace(/\r?\n?$/, '')
    const match = HEADER_LINE.exec(line)
    if (line.trim() === '' && known > 0 && !hasTextLine(raw, next)) {
      position = next
      break
    }
    if (!match) {
      if (line.trim() === '') {
        position = next
        continue
      }
      break
    }
    const [, name = '', value = ''] = match
    const field = fieldOf(name)
    if (field === 'text') return { lines, end: position + line.length - value.length, closed: true }
    if (field === 'other' && known === 0) break
    if (field !== 'other') known++
    lines.push(...splitValues(field, name.trim(), value.trim()))
    position = next
  }
  return known >= FEWEST_FIELDS ? { lines, end: position, closed: false } : null
}

/** The field that a printed name stands for. */
export function fieldOf(name: string): HeaderField {
  return FIELD_NAMES.get(name.trim().toLowerCase().replace(NUMBERED, '').replace(/[_-]/g, ' ')) ?? 'other'
}

/** `Category 1: A; Category 2: B` on one line is two values. */
export function splitValues(field: HeaderField, name: string, value: string): HeaderLine[] {
  if (field !== 'category') return [{ field, name, value }]
  return value
    .split(/[;|]|,(?! )/)
    .map((part) => part.replace(/^\s*categor(?:y|ies)\s*\d*\s*:/i, '').trim())
    .filter((part) => part !== '')
    .map((part) => ({ field, name, value: part }))
}

/** Whether a `Text:` line follows within the next few lines, so that a blank line does not end the header. */
function hasTextLine(raw: string, from: number): boolean {
  return /(?:^|\n)[ \t]*(?:text|body|content|full text)[ \t]*:/i.test(raw.slice(from, from + LONGEST_HEADER_LINE))
}

/** Whether a value is an archive's way to say that it has none. */
export function isPlaceholder(value: string): boolean {
  return value === '' || (value.length < 80 && PLACEHOLDER.test(value))
}
