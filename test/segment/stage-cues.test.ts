import { expect, test } from 'vitest'
import { analyze } from '../../src/index.js'
import { readArticle } from '../../src/read/index.js'
import { segmentArticle } from '../../src/segment/index.js'
import { findStageCues, STAGE_CUES } from '../../src/segment/stage-cues.js'

test.each(STAGE_CUES.map(({ example }) => example))('%s is a note of the transcript', (example) => {
  expect(findStageCues(example)).toEqual([{ start: 0, end: example.length }])
})

test('each row is needed for its example', () => {
  for (const row of STAGE_CUES) {
    const others = STAGE_CUES.filter((other) => other !== row).map(({ pattern }) => pattern.replace(/\n\s*/g, ''))
    expect([row.example, new RegExp(`^(?:${others.join('|')})[.!…]{0,3}$`, 'iu').test(row.example.slice(1, -1))]).toEqual([
      row.example,
      false,
    ])
  }
})

test.each([
  'The yard (the largest in Tarnby) is shut.',
  'The fee (nine million) was paid.',
  'Prices [of steel] rose.',
  'Music schools (for the poor) close.',
  'The party (in power since May) lost.',
])('%s holds none', (text) => {
  expect(findStageCues(text)).toEqual([])
})

test('what nobody says is not scored, and stands in the text', () => {
  const text =
    'MARA ODELL: Is the yard calm?\n\nPIET ROOD: It is calm.\n\n(SOUNDBITE OF MISSILES AND GUNFIRE)\n\nODELL: Will it stay so?\n\nROOD: It will. (Applause.)'
  const { stageCues, paragraphs } = segmentArticle(readArticle(text))
  expect(stageCues.map(({ start, end }) => text.slice(start, end))).toEqual([
    '(SOUNDBITE OF MISSILES AND GUNFIRE)',
    '(Applause.)',
  ])
  const analysis = analyze(text)
  const evidence = analysis.paragraphs.flatMap(({ frames }) => frames.flatMap((frame) => frame.evidence))
  expect(evidence.filter(({ start, end }) => stageCues.some((cue) => start < cue.end && end > cue.start))).toEqual([])
  expect(analysis.paragraphs[2]?.frames).toEqual([])
  expect(paragraphs).toHaveLength(5)
})
