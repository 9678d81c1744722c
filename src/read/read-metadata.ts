import { repairText } from '../text/repair.js'
import type { Article, Issue } from '../types.js'
import { readDate } from './dates.js'
import { type Header, type HeaderField, type HeaderLine, isPlaceholder } from './header.js'
import { readLanguage } from './language.js'

export type Metadata = Partial<
  Pick<
    Article,
    'title' | 'date' | 'outlet' | 'author' | 'categories' | 'section' | 'edition' | 'length' | 'url' | 'language' | 'headers'
  >
>

/** `By Rosa Lind`, in the languages of the archives. */
const BY = /^(?:by|von|par|por|door)\s+(?=\p{Lu})/iu

/** Makes an article's fields of header lines: of each field the first value that is one; all else goes to `headers`. */
export function readMetadata({ lines }: Pick<Header, 'lines'>, issues: Issue[]): Metadata {
  const present = lines.filter(({ value }) => !isPlaceholder(value))
  const first = (field: HeaderField): string | undefined => present.find((line) => line.field === field)?.value
  const categories = present
    .filter(({ field }) => field === 'category')
    .map(({ value }) => repairText(value, { start: 0, end: value.length }).text)
  const rawDate = first('date')
  const date = rawDate === undefined ? undefined : readDate(rawDate)
  if (date && !date.certain) {
    issues.push({
      code: 'ambiguous-date',
      message: `The date "${date.date}" cannot be read with certainty and is kept as printed.`,
    })
  }
  const others = present.filter(({ field }) => field === 'other' || field === 'id')
  const named = (['title', 'author', 'outlet', 'section', 'edition', 'url', 'language'] as const).flatMap((field) => {
    const value = first(field)
    if (value === undefined) return []
    const text = repairText(value, { start: 0, end: value.length }).text
    const own = field === 'language' ? readLanguage(text) : field === 'author' ? text.replace(BY, '') : text
    return [[field, own] as const]
  })
  const length = /\d[\d.,  ]*/.exec(first('length') ?? '')?.[0].replace(/\D/g, '')
  return {
    ...Object.fromEntries(named),
    ...(date && { date: date.date }),
    ...(categories.length > 0 && { categories }),
    ...(length !== undefined && { length: Number(length) }),
    ...(others.length > 0 && { headers: joinByName(others) }),
  }
}

/** A name that comes again has its values joined. */
function joinByName(lines: readonly HeaderLine[]): Record<string, string> {
  const values = new Map<string, string[]>()
  for (const { name, value } of lines) {
    const all = values.get(name)
    if (all) all.push(value)
    else values.set(name, [value])
  }
  return Object.fromEntries([...values].map(([name, all]) => [name, [...new Set(all)].join('; ')]))
}
