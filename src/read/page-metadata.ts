import type { HeaderField, HeaderLine } from './header.js'

/** The little of a document that is read here, so that any DOM will do. */
export interface PageDocument {
  querySelectorAll(selector: string): Iterable<PageElement>
}

export interface PageElement {
  readonly textContent: string | null
  getAttribute(name: string): string | null
}

const LONGEST_JSON = 200_000 // UTF-16 code units; a longer block of data is no article's metadata
const META: readonly (readonly [HeaderField, readonly string[]])[] = [
  ['title', ['og:title', 'twitter:title', 'dc.title', 'citation_title']],
  [
    'date',
    [
      'article:published_time',
      'og:published_time',
      'datepublished',
      'date',
      'dc.date',
      'pubdate',
      'parsely-pub-date',
      'citation_publication_date',
    ],
  ],
  ['author', ['article:author', 'author', 'dc.creator', 'parsely-author', 'byl']],
  ['outlet', ['og:site_name', 'application-name', 'dc.publisher']],
  ['category', ['article:section', 'article:tag']],
  ['url', ['og:url']],
  ['language', ['og:locale', 'content-language']],
]

/** Reads a page's metadata: JSON-LD first, then Open Graph and other meta elements, then `<time>`, `<title>` and `lang`. */
export function readPageMetadata(document: PageDocument): HeaderLine[] {
  const lines: HeaderLine[] = []
  const add = (field: HeaderField, name: string, value: unknown): void => {
    for (const text of listText(value)) lines.push({ field, name, value: text })
  }
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const article = findArticleData(script.textContent ?? '')
    if (!article) continue
    add('title', 'headline', article.get('headline') ?? article.get('name'))
    add('date', 'datePublished', article.get('datePublished') ?? article.get('dateCreated'))
    add('author', 'author', listText(article.get('author')).join(', '))
    add('outlet', 'publisher', article.get('publisher'))
    add('category', 'articleSection', article.get('articleSection'))
    add('url', 'url', article.get('url') ?? article.get('mainEntityOfPage'))
    add('language', 'inLanguage', article.get('inLanguage'))
  }
  const metas = new Map<string, string[]>()
  for (const meta of document.querySelectorAll('meta')) {
    const name = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop') ??
      meta.getAttribute('http-equiv')
    )?.toLowerCase()
    const content = meta.getAttribute('content')
    if (name && content) metas.set(name, [...(metas.get(name) ?? []), content])
  }
  for (const [field, names] of META) {
    for (const name of names) {
      const values = (metas.get(name) ?? []).filter((value) => field !== 'author' || !/^https?:/.test(value))
      add(field, name, field === 'language' ? values.map((value) => value.replace('_', '-')) : values)
    }
  }
  for (const link of document.querySelectorAll('link[rel="canonical"]')) add('url', 'canonical', link.getAttribute('href'))
  for (const time of document.querySelectorAll('time')) add('date', 'time', time.getAttribute('datetime') ?? time.textContent)
  for (const title of document.querySelectorAll('title')) add('title', 'title', title.textContent)
  for (const root of document.querySelectorAll('html')) add('language', 'lang', root.getAttribute('lang'))
  return dropLaterKinds(lines)
}

/** Categories of the first place that states any: a page repeats them in other spellings. */
function dropLaterKinds(lines: readonly HeaderLine[]): HeaderLine[] {
  const first = lines.find(({ field }) => field === 'category')?.name
  const seen = new Set<string>()
  return lines.filter(({ field, name, value }) => {
    if (field !== 'category') return true
    if (name !== first || seen.has(value)) return false
    seen.add(value)
    return true
  })
}

/** The article among the things that a JSON-LD block describes. */
function findArticleData(json: string): Map<string, unknown> | null {
  if (json.length > LONGEST_JSON) return null
  let data: unknown
  try {
    data = JSON.parse(json.trim())
  } catch {
    return null // a page's own mistake; its other metadata still count
  }
  const waiting: unknown[] = [data]
  for (let steps = 0; waiting.length > 0 && steps < 500; steps++) {
    const item = waiting.shift()
    if (Array.isArray(item)) waiting.push(...item.slice(0, 100))
    else if (item !== null && typeof item === 'object') {
      const entries = new Map<string, unknown>(Object.entries(item))
      if (listText(entries.get('@type')).some((type) => /Article$|^BlogPosting$|^Report$|^Interview$/.test(type))) return entries
      waiting.push(entries.get('@graph'), entries.get('mainEntity'))
    }
  }
  return null
}

function listText(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.replace(/\s+/g, ' ').trim()]
  if (value === null || typeof value !== 'object' || depth >= DEEPEST) return []
  if (Array.isArray(value)) return value.flatMap((each) => listText(each, depth + 1))
  const entries = new Map<string, unknown>(Object.entries(value))
  return listText(entries.get('name') ?? entries.get('@id'), depth + 1)
}

const DEEPEST = 6 // levels of lists and things; what lies deeper is no value of a field
