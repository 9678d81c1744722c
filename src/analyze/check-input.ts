import { describeValue, FramingError } from '../error.js'
import type { Axis } from '../frame/index.js'
import type { Article, Target } from '../types.js'

/** @throws {FramingError} `invalid-argument` where the value is not a string. */
export function checkText(value: unknown, name: string): string {
  if (typeof value === 'string') return value
  throw new FramingError(
    'invalid-argument',
    `Expected ${name} to be a string, got ${describeValue(value)}. Decode bytes to text first, or pass an article's \`text\`.`,
  )
}

/** @throws {FramingError} `invalid-argument` where the value is not a list. */
export function checkAxes(value: unknown): readonly Axis[] {
  if (Array.isArray(value)) return value
  throw new FramingError(
    'invalid-argument',
    `Expected axes to be an array, got ${describeValue(value)}. Write [{ id, low: [words], high: [words] }].`,
  )
}

/** @throws {FramingError} `invalid-article` where the value is no record that a reader made. */
export function checkArticle(value: unknown): Article {
  const article = value as Partial<Article> | null
  const complete =
    typeof article === 'object' &&
    article !== null &&
    typeof article.id === 'string' &&
    typeof article.text === 'string' &&
    Array.isArray(article.repairs) &&
    Array.isArray(article.issues)
  if (complete) return article as Article
  throw new FramingError(
    'invalid-article',
    `Expected raw text or an article with id, text, repairs and issues, got ${describeValue(value)}. Make one with readArticle(raw) or readRecord(record).`,
  )
}

/** @throws {FramingError} `invalid-target` where one of the targets is neither a name nor a record with a name. */
export function checkTargets(value: unknown): readonly Target[] | undefined {
  if (value === undefined) return undefined
  if (!Array.isArray(value)) {
    throw new FramingError(
      'invalid-target',
      `Expected targets to be an array of names or { name, aliases }, got ${describeValue(value)}. Wrap a single target in an array.`,
    )
  }
  for (const target of value) {
    const names = typeof target === 'string' ? [target] : [target?.name, ...(target?.aliases ?? [])]
    for (const name of names) {
      if (typeof name === 'string' && name.trim() !== '') continue
      throw new FramingError(
        'invalid-target',
        `Expected a target to be a name or { name, aliases } with names that are not empty, got ${describeValue(name)}. Leave it out or name it.`,
      )
    }
  }
  return value
}
