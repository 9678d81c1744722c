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
 * The result is plain JSON; all positions are half-open `[start, end)` UTF-16 code units of `article.text`. Paragraphs, turns and
 * exchanges stand in the order of the text and are empty lists where there are none; a frame or a stance without a row was not found.
 * Salience lies in (0, 1] and is the probability that a coder gives the frame, tone in [-1, 1] from concern to opportunity, polarity in
 * [-1, 1] from against to in favor, certainty in [0, 1]. What is odd in the text stands in `issues` and stops nothing.
 *
 * Source: frames as Entman (1993) defines them, salience a calibrated logistic model; stance towards targets as in NewsMTSC (Hamborg &
 * Donnay 2021); question design after Clayman & Heritage (2002); replies by the CLARITY taxonomy (Thomas et al. 2024).
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
 * not mentioned has no row; a given target that is mentioned but not judged has a row labeled `neutral`. Polarity lies in [-1, 1], from
 * against to in favor, certainty in [0, 1]; evidence holds the words with their positions `[start, end)` in the text, in UTF-16 code
 * units. The label is a function of polarity alone but for `mixed`, where both sides weigh.
 *
 * Source: stance towards a target as in NewsMTSC (Hamborg & Donnay 2021); cue words, scopes and holders are this library's, the learned
 * part is fitted by `bench/stance/fit-stance.ts`.
 *
 * @param text - one unit, such as a paragraph; damage is repaired as in `readArticle`
 * @param options - `targets`, to score these only; `target`, the position of one mention, which gives exactly one row
 * @returns rows in the order in which their first words stand; empty where nobody is judged
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
 * `reply.clarity` and `reply.evasion` are the most probable labels, their probabilities sum to 1; `responsiveness` lies in [0, 1] and is
 * p(clear reply) + p(ambivalent) × the share of the question's content words that the answer takes up. All of `reply` is null where
 * nothing is asked or nothing answered. Each measure of the question's design lies in [0, 1]. Positions are those of the question for what
 * is the question's, of the answer for what is the answer's.
 *
 * Source: question design, Clayman & Heritage (2002), *Questioning presidents*; replies, Thomas et al. (2024), the CLARITY taxonomy.
 *
 * @param question - the interviewer's words, as printed
 * @param answer - the respondent's words, as printed
 * @param options - a codebook of your own, targets of stance, word vectors for `wording.similarity`
 * @throws {FramingError} `invalid-argument`, `invalid-target` or `invalid-codebook`.
 * @example
 * compareExchange('Will you join the sanctions?', 'No. We will not join the sanctions.').reply.clarity //=> 'clear_reply'
 */
export function compareExchange(question: string, answer: string, options: AnalyzeOptions = {}): Comparison {
  return analyzerFor(options).compareExchange(question, answer, options)
}
