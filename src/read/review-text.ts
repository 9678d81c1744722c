import type { EditedText } from '../text/edit.js'
import type { Issue } from '../types.js'
import { looksEnglish } from './language.js'

const LANGUAGE_SAMPLE = 4_000 // UTF-16 code units, some 650 words: plenty to tell English

export const SEVERAL_ARTICLES: Issue = {
  code: 'several-articles',
  message: 'The source holds several articles; readArticles reads each by itself.',
}

/** What is odd in a text that was read. */
export function reviewText({ text, repairs }: Pick<EditedText, 'text' | 'repairs'>, hasHeader: boolean): Issue[] {
  const issues: Issue[] = []
  if (text.trim() === '') {
    issues.push(
      hasHeader
        ? { code: 'no-body', message: 'The header is followed by no text.' }
        : { code: 'empty-text', message: 'The source holds no text.' },
    )
  } else if (!looksEnglish(text.slice(0, LANGUAGE_SAMPLE))) {
    issues.push({ code: 'not-english', message: 'The text does not look like English; codebooks and lexicons are English.' })
  }
  if (repairs.some(({ kind }) => kind === 'lone-surrogate')) {
    issues.push({ code: 'lone-surrogate', message: 'The source holds halves of surrogate pairs; each was replaced by U+FFFD.' })
  }
  return issues
}
