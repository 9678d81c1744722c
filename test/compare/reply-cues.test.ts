import { compareExchange } from 'media-framing'
import { describe, expect, test } from 'vitest'
import { annotateText } from '../../src/annotate/index.js'
import { findReplyCues } from '../../src/compare/find-reply-cues.js'
import { REPLY_CUES } from '../../src/compare/reply-cues.js'
import { joinUnits } from '../../src/compare/side-text.js'
import { splitSentences } from '../../src/segment/index.js'

const cuesOf = (text: string): string[] =>
  Object.values(findReplyCues(joinUnits([annotateText(text, { start: 0, end: text.length }, splitSentences(text))])))
    .flat()
    .map(({ kind, id }) => `${kind}/${id}`)

describe('each cue of a reply stands in its example', () => {
  test.each(REPLY_CUES.map((cue) => [`${cue.kind}/${cue.id}`, cue.example]))('%s: %s', (rule, example) => {
    expect(cuesOf(example)).toContain(rule)
  })
})

describe('and not in the sentence that looks alike', () => {
  test.each(REPLY_CUES.flatMap((cue) => (cue.not === undefined ? [] : [[`${cue.kind}/${cue.id}`, cue.not] as const])))(
    '%s: %s',
    (rule, sentence) => {
      expect(cuesOf(sentence)).not.toContain(rule)
    },
  )
})

test('the ids of a kind are distinct', () => {
  const ids = REPLY_CUES.map(({ kind, id }) => `${kind}/${id}`)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a cue with a curly apostrophe, or in a second paragraph, is found at its place', () => {
  const answer = 'The road is long.\n\nI don’t know when it opens.'
  const cue = compareExchange('When does it open?', answer).reply.evidence.find(({ rule }) => rule === 'ignorance/do-not-know')
  expect(cue && answer.slice(cue.start, cue.end)).toBe('I don’t know')
})
