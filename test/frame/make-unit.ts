import { annotateText } from '../../src/annotate/index.js'
import { type Codebook, type CompiledCodebook, compileCodebook, defineCodebook, scoreUnitFrames } from '../../src/frame/index.js'
import { splitSentences } from '../../src/segment/index.js'
import type { AnnotatedText, FrameScore } from '../../src/types.js'

/** A text as one unit. */
export function makeUnit(text: string): AnnotatedText {
  return annotateText(text, { start: 0, end: text.length }, splitSentences(text))
}

/** A codebook of one frame and facet with these patterns. */
export function makeCodebook(patterns: readonly string[], exclusions: readonly string[] = []): Codebook {
  return defineCodebook({
    id: 'made',
    version: '1.0.0',
    frames: [
      {
        id: 'topic',
        definition: 'A topic for a test.',
        facets: [{ id: 'all', cues: patterns.map((pattern) => ({ pattern, reliability: 0.6 })) }],
        exclusions,
      },
    ],
  })
}

/** The words that the patterns find in a text. */
export function findQuotes(text: string, patterns: readonly string[], exclusions: readonly string[] = []): string[] {
  return scoreText(text, compileCodebook(makeCodebook(patterns, exclusions))).flatMap(({ evidence }) =>
    evidence.map(({ quote }) => quote),
  )
}

export function scoreText(text: string, codebook: CompiledCodebook): FrameScore[] {
  return scoreUnitFrames(makeUnit(text), codebook)
}
