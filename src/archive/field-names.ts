import type { RecordFields } from '../read/index.js'

/** What a record may hold. */
export const RECORD_PLACES = ['id', 'text', 'title', 'date', 'outlet', 'author', 'categories', 'url', 'language'] as const

export type RecordPlace = (typeof RECORD_PLACES)[number]

/** Names under which archives give the text. Source: the field names of news crawlers, newspaper corpora and data sets of articles. */
export const TEXT_NAMES = ['text', 'content', 'body', 'article', 'maintext', 'main_content', 'raw_text', 'full_text'] as const

/** Names that are tried for what is not mapped, in this order. */
export const COMMON_NAMES: { readonly [P in RecordPlace]?: readonly string[] } = {
  text: TEXT_NAMES,
  title: ['title', 'headline'],
  date: ['date', 'published', 'date_publish', 'publish_date', 'datetime'],
  outlet: ['outlet', 'source', 'source_domain', 'publisher'],
  url: ['url', 'link'],
}

/**
 * Chooses the field of each place that is not mapped, by the names that the records have.
 *
 * @returns the fields as given, and for each other place the first common name that some record has, where that is not the place's own
 */
export function chooseFields(given: RecordFields, names: ReadonlySet<string>): RecordFields {
  const taken = new Set(Object.values(given))
  const chosen = Object.entries(COMMON_NAMES).flatMap(([place, common]) => {
    if (given[place as RecordPlace] !== undefined) return []
    const name = common.find((each) => names.has(each) && !taken.has(each))
    return name === undefined || name === place ? [] : [[place, name] as const]
  })
  return { ...given, ...Object.fromEntries(chosen) }
}
