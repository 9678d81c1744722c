import { describeValue, FramingError } from '../error.js'
import { type Codebook, codebooks, type FramesAndAxes } from '../frame/index.js'
import type { Analysis, Article, Comparison, FrameScore, StanceScore } from '../types.js'
import { type AnalyzeOptions, type Analyzer, type AxisOptions, createAnalyzer, type StanceOptions } from './analyzer.js'

// Compiling takes far longer than scoring a paragraph, so calls with the same codebook share its analyzer. It keeps
// nothing of a text, and a codebook is frozen, so sharing cannot change a result.
const analyzers = new WeakMap<Codebook, Analyzer>()

function analyzerFor(options: AnalyzeOptions): Analyzer {
  checkOptions(options)
  const { codebook = codebooks['diplomacy-press'], vectors } = options
  return vectors ? createAnalyzer({ codebook, vectors }) : sharedAnalyzer(codebook)
}

function checkOptions(options: unknown): void {
  if (typeof options === 'object' && options !== null) return
  throw new FramingError(
    'invalid-argument',
    `Expected options to be an object, got ${describeValue(options)}. Leave them out or pass { codebook, targets }.`,
  )
}

function sharedAnalyzer(codebook: Codebook): Analyzer {
  const known = typeof codebook === 'object' && codebook !== null ? analyzers.get(codebook) : undefined
  if (known) return known
  const analyzer = createAnalyzer({ codebook })
  analyzers.set(codebook, analyzer)
  return analyzer
}

/** What frames are scored by. */
type FrameOptions = Pick<AnalyzeOptions, 'codebook'>

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
 With `axes`, pole words of your own, it also scores how the text leans between them and how much it speaks of them (bias and intensity
 * of FrameAxis, Kwak et al. 2021).
 *
 * @returns one row for each frame that has evidence, strongest first; a frame without a row was not found. With `axes`, these rows as
 *   `frames`, and as `axes` one score for each axis, null where no word of the text leans to either end
 * @throws {FramingError} `invalid-argument`, `invalid-codebook` or `invalid-vectors`.
 * @example
 * scoreFrames('We do not intend to join the sanctions against any country.').map(({ frame }) => frame) //=> ['sanctions']
 * const outlook = { id: 'outlook', low: ['threat', 'risk'], high: ['opportunity', 'benefit'] }
 * scoreFrames('The new port is an opportunity and no threat but a benefit.', { axes: [outlook] }).axes[0]?.bias //=> 0.2
 */
export function scoreFrames(text: string, options: FrameOptions & AxisOptions): FramesAndAxes
export function scoreFrames(text: string, options?: FrameOptions): FrameScore[]
export function scoreFrames(text: string, options: FrameOptions & Partial<AxisOptions> = {}): FrameScore[] | FramesAndAxes {
  checkOptions(options)
  const { codebook = codebooks['diplomacy-press'], axes, vectors } = options
  const analyzer = sharedAnalyzer(codebook)
  return axes === undefined ? analyzer.scoreFrames(text) : analyzer.scoreFrames(text, { axes, ...(vectors && { vectors }) })
}

/**
 * Scores the stances that one text takes, one row for each target and holder.
 *
 * The holder is `author` for the text's own voice, otherwise the source that the words are attributed to. A target that is
 * not mentioned has no row; a given target that is mentioned but not judged has a row labeled `neutral`.
 *
 * @throws {FramingError} `invalid-argument` or `invalid-target`.
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
