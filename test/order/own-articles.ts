import { createHash } from 'node:crypto'
import { readOwnTexts } from '../../bench/own-texts.js'
import { annotateText } from '../../src/annotate/index.js'
import { analyze } from '../../src/index.js'

const ARTICLES = 500

/** Texts whose forms change how a reader that remembers forms would split the others. */
const TELLING = [
  "The agencies Lindqvist&Poor's and Poor's cut the rating. Poor's outlook is grim.",
  "Poor's raised the rating of Ostavia, and Poor's own outlook improved.",
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

const SENTENCES = 20 // of a made article

/** 500 articles of our own: layouts, then written sentences in twenties, then interviews of one exchange. */
export function listOwnArticles(): OwnArticle[] {
  const telling = TELLING.map((text, i) => ({ id: `telling-${i}`, text }))
  const own = readOwnTexts()
  const sentences = own.filter(({ id }) => id.includes('.tsv#')).map(({ text }) => text)
  const made = Array.from({ length: Math.floor(sentences.length / SENTENCES) }, (_, i) => ({
    id: `made-${i}`,
    text: sentences.slice(SENTENCES * i, SENTENCES * (i + 1)).join(' '),
  }))
  const rest = own.filter(({ id }) => !id.includes('.tsv#')).map(({ id, text }) => ({ id, text }))
  return [...telling, ...made, ...rest].slice(0, ARTICLES)
}

/** The tokens by themselves: most of what changes in them changes few scores. */
function listTokens(text: string): unknown {
  const { value, pos, lemma } = annotateText(text, { start: 0, end: text.length }, []).tokens
  return { value, pos, lemma }
}

/** The bytes of the analysis and the tokens of each article, hashed, by id. */
export function hashAnalyses(articles: readonly OwnArticle[]): Record<string, string> {
  const hashes = articles.map(({ id, text }) => [
    id,
    createHash('sha256')
      .update(JSON.stringify([analyze(text), listTokens(text)]))
      .digest('hex'),
  ])
  return Object.fromEntries(hashes.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)))
}
