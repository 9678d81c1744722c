import { createHash } from 'node:crypto'
import { readOwnTexts } from '../../bench/own-texts.js'
import { analyze } from '../../src/index.js'

const ARTICLES = 500

/** Texts whose forms change how a reader that remembers forms would split the others. */
const TELLING = [
  'The agencies Lindqvist&Poor’s and Poor’s cut the rating. Poor’s outlook is grim.',
  'Poor’s raised the rating of Ostavia, and Poor’s own outlook improved.',
  'They oppose the sanctions of the U.S.. The tariffs hurt.',
  'U.S. tariffs hurt. He praised the U.S.. It helped.',
  'We back the plan of a.b and of a-b, they said.',
  'The a-b, the a.b. and Qorvath-Bela; Qorvath.Bela cannot stay. Qorvath-Bela’s cannot.',
  'Bela’s Qorvath is a threat. "Bela’s", they wrote.',
]

export interface OwnArticle {
  readonly id: string
  readonly text: string
}

/** 500 articles of our own: layouts, then interviews of one exchange. */
export function listOwnArticles(): OwnArticle[] {
  const telling = TELLING.map((text, i) => ({ id: `telling-${i}`, text }))
  const own = readOwnTexts().filter(({ id }) => !/\.tsv#/.test(id))
  return [...telling, ...own.map(({ id, text }) => ({ id, text }))].slice(0, ARTICLES)
}

/** The bytes of the analysis of each article, hashed, by id. */
export function hashAnalyses(articles: readonly OwnArticle[]): Record<string, string> {
  const hashes = articles.map(({ id, text }) => [
    id,
    createHash('sha256')
      .update(JSON.stringify(analyze(text)))
      .digest('hex'),
  ])
  return Object.fromEntries(hashes.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)))
}
