import { describeValue, FramingError } from '../error.js'
import { type Codebook, codebooks } from '../frame/index.js'
import type { Analysis, Article, Comparison, FrameScore, StanceScore } from '../types.js'
import { type AnalyzeOptions, type Analyzer, createAnalyzer, type StanceOptions } from './analyzer.js'

// Compiling takes far longer than scoring a paragraph, so calls with the same codebook share its analyzer. It keeps
// nothing of a text, and a codebook is frozen, so sharing cannot change a result.
const analyzers = new WeakMap<Codebook, Analyzer>()

function analyzerFor(options: AnalyzeOptions): Analyzer {
  if (typeof options !== 'object' || options === null) {
    throw new FramingError(
      'invalid-argument',
      `Expected options to be an object, got ${describeValue(options)}. Leave them out or pass { codebook, targets }.`,
    )
  }
  const codebook = options.codebook ?? codebooks['diplomacy-press']
  if (options.vectors) return createAnalyzer({ codebook, vectors: options.vectors })
  const known = typeof codebook === 'object' && codebook !== null ? analyzers.get(codebook) : undefined
  if (known) return known
  const analyzer = createAnalyzer({ codebook })
  analyzers.set(codebook, analyzer)
  return analyzer
}

/**
 * Reads one press text and scores everything in it: frames and stance of every paragraph, and every question against its answer.
 *
 * The result is plain JSON. What is odd in the text stands in `issues`; paragraphs, turns and exchanges that are not there are
 * empty lists.
 *
 * @param source - the raw text as an archive delivers it, or an article that a reader made
 * @param options - a codebook of your own, and targets of stance beside the ones that are found
 * @throws {FramingError} `invalid-argument`, `invalid-article`, `invalid-target`, `invalid-codebook`, `binary-input` or
 * `html-input`.
 * @example
 * const { paragraphs } = analyze('Both sides agreed to cut tariffs.\n\nThe two armies held a joint military exercise.')
 * paragraphs.map(({ frames }) => frames[0]?.frame) //=> ['trade', 'security']
 */
export function analyze(source: string | Article, options: AnalyzeOptions = {}): Analysis {
  return analyzerFor(options).analyze(source, options)
}

/**
 * Scores the topic frames of one text, taken as one unit.
 *
 * @returns one row for each frame that has evidence, strongest first; a frame without a row was not found
 * @throws {FramingError} `invalid-argument` or `invalid-codebook`.
 * @example
 * scoreFrames('We do not intend to join the sanctions against any country.').map(({ frame }) => frame) //=> ['sanctions']
 */
export function scoreFrames(text: string, options: Pick<AnalyzeOptions, 'codebook'> = {}): FrameScore[] {
  return analyzerFor(options).scoreFrames(text)
}

/**
 * Scores the stances that one text takes, one row for each target and holder.
 *
 * The holder is `author` for the text's own voice, otherwise the source that the words are attributed to. A target that is
 * not mentioned has no row; a given target that is mentioned but not judged has a row labeled `neutral`.
 *
 * @throws {FramingError} `invalid-argument`, `invalid-target` or `invalid-span`.
 * @example
 * scoreStance('We firmly oppose the tariffs.')[0]?.label //=> 'against'
 */
export function scoreStance(text: string, options: StanceOptions = {}): StanceScore[] {
  return analyzerFor({}).scoreStance(text, options)
}

/**
 * Compares an answer with its question: frames, stance, actors, wording, and whether and how it replies.
 *
 * @throws {FramingError} `invalid-argument`, `invalid-target` or `invalid-codebook`.
 * @example
 * compareExchange('Will you join the sanctions?', 'No. We will not join the sanctions.').reply.clarity //=> 'clear_reply'
 */
export function compareExchange(question: string, answer: string, options: AnalyzeOptions = {}): Comparison {
  return analyzerFor(options).compareExchange(question, answer, options)
}
