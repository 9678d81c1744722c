import { annotateText, findMentions, findVoices, listPersons, type Voices } from '../annotate/index.js'
import { compareSides, type WordVectors } from '../compare/index.js'
import { describeValue, FramingError } from '../error.js'
import {
  type Axis,
  type Codebook,
  codebooks,
  compileCodebook,
  defineCodebook,
  type FramesAndAxes,
  reference,
  scoreAxis,
  scoreUnitFrames,
} from '../frame/index.js'
import { type ReadOptions, readArticle } from '../read/index.js'
import { findStageCues, segmentArticle, splitParagraphs, splitSentences } from '../segment/index.js'
import { addArticleContext, createStanceScorer } from '../stance/index.js'
import { clip } from '../text/layer.js'
import type {
  Analysis,
  AnnotatedText,
  Article,
  CodebookReference,
  Comparison,
  Exchange,
  ExchangeAnalysis,
  FrameScore,
  ParagraphAnalysis,
  ScoredText,
  Segments,
  Span,
  StanceScore,
  Target,
  Turn,
} from '../types.js'
import { VERSION } from '../version.js'
import { enterBare, leaveBare, readBare } from './bare-text.js'
import { checkArticle, checkAxes, checkTargets, checkText } from './check-input.js'

/** The holder of words that nobody else is named for. */
const AUTHOR = 'author'
/** The holders of the two sides of a bare exchange, which names no speakers. */
const INTERVIEWER = 'interviewer'
const RESPONDENT = 'respondent'

export interface StanceOptions {
  /** Score the stance towards these only. */
  readonly targets?: readonly Target[]
  /** Score the stance towards the one mention at this position; gives exactly one row. */
  readonly target?: Span
}

export interface AxisOptions {
  /** Axes of meaning to score the text on, beside its frames. */
  readonly axes: readonly Axis[]
  /** Word vectors (`loadVectors`) by which every word counts; those of the analyzer where left out, and the axis's own words without any. */
  readonly vectors?: WordVectors
}

export interface TargetOptions {
  /** Targets of stance that are scored wherever they are mentioned, beside the ones that are found. */
  readonly targets?: readonly Target[]
}

export interface AnalyzeOptions extends TargetOptions {
  /** The codebook to score frames by; `diplomacy-press` where it is left out. */
  readonly codebook?: Codebook
  /** Word vectors (`loadVectors`) by which `wording.similarity` is measured, which is null without them, and axes of meaning. */
  readonly vectors?: WordVectors
}

/** The public functions bound to one compiled codebook. */
export interface Analyzer {
  analyze(source: string | Article, options?: TargetOptions): Analysis
  readArticle(raw: string, options?: ReadOptions): Article
  segmentArticle(article: Article): Segments
  scoreFrames(text: string): FrameScore[]
  scoreFrames(text: string, options: AxisOptions): FramesAndAxes
  scoreStance(text: string, options?: StanceOptions): StanceScore[]
  compareExchange(question: string, answer: string, options?: TargetOptions): Comparison
}

/**
 * Compiles a codebook and the lexicons once and gives the public functions as methods.
 *
 * Use it for many texts with a codebook of your own; `analyze` and its sisters share one analyzer of the default codebook.
 *
 * @throws {FramingError} `invalid-codebook` or `invalid-target`.
 * @example
 * const analyzer = createAnalyzer({ codebook: codebooks['diplomacy-press'] })
 * analyzer.scoreFrames('The two armies held a joint military exercise.')[0]?.frame //=> 'security'
 */
export function createAnalyzer(options: AnalyzeOptions = {}): Analyzer {
  checkOptions(options)
  const codebook = checkCodebook(options.codebook ?? codebooks['diplomacy-press'])
  const compiled = compileCodebook(codebook)
  let codebookReference: CodebookReference | undefined // hashing a word table takes longer than scoring a text, so it waits for the first analysis
  const ownTargets = checkTargets(options.targets)
  const stance = createStanceScorer()
  const meaning = options.vectors ? { vectors: options.vectors } : {}

  function scoreUnits(
    units: readonly AnnotatedText[],
    holders: readonly string[],
    targets: readonly Target[] | undefined,
  ): ScoredText[] {
    const mentions = findMentions(units, targets ? { targets } : {})
    const voices = findVoices(units, mentions, holders)
    const scored = units.map((unit, i) => {
      const own = mentions[i] ?? []
      const holder = holders[i] as string
      const { overall, stances } = stance.score(unit, own, holder, { ...(targets && { targets }), voices: voices[i] as Voices })
      return { unit, holder, frames: scoreUnitFrames(unit, compiled), stance: overall, stances, mentions: own }
    })
    if (!targets) return scored
    const inContext = addArticleContext(
      scored.map(({ stances }) => stances),
      holders,
      listPersons(targets),
    )
    return scored.map((each, i) => ({ ...each, stances: inContext[i] ?? [] }))
  }

  function analyze(source: string | Article, callOptions: TargetOptions = {}): Analysis {
    const article = typeof source === 'string' ? readArticle(source) : checkArticle(source)
    const segments = segmentArticle(article)
    const { turns } = segments
    const speakers = segments.paragraphs.map(({ turn }) => (turn === null ? undefined : turns[turn]))
    const units = segments.paragraphs.map((paragraph) =>
      annotateText(article.text, paragraph, clip(segments.sentences, paragraph), clip(segments.stageCues, paragraph)),
    )
    const scored = scoreUnits(
      units,
      speakers.map((turn) => turn?.speaker ?? AUTHOR),
      checkTargets(callOptions.targets) ?? ownTargets,
    )
    const textsOfTurn = groupByTurn(segments, scored)
    codebookReference ??= reference(codebook)
    return {
      article,
      paragraphs: segments.paragraphs.map((paragraph, i) => describeParagraph(paragraph, speakers[i], scored[i] as ScoredText)),
      turns,
      exchanges: segments.exchanges.map((exchange) => compareTurns(exchange, textsOfTurn, meaning)),
      issues: [...article.issues, ...segments.issues],
      version: VERSION,
      codebook: codebookReference,
    }
  }

  function compareExchange(question: string, answer: string, callOptions: TargetOptions = {}): Comparison {
    const targets = checkTargets(callOptions.targets) ?? ownTargets
    const sides = [readBare(checkText(question, 'question')), readBare(checkText(answer, 'answer'))] as const
    const [asked, answered] = [annotateParagraphs(sides[0].text), annotateParagraphs(sides[1].text)]
    const holders = [...asked.map(() => INTERVIEWER), ...answered.map(() => RESPONDENT)]
    const scored = scoreUnits([...asked, ...answered], holders, targets)
    return leaveBare(compareSides(scored.slice(0, asked.length), scored.slice(asked.length), meaning), sides)
  }

  function scoreFrames(text: string): FrameScore[]
  function scoreFrames(text: string, options: AxisOptions): FramesAndAxes
  function scoreFrames(text: string, axisOptions?: AxisOptions): FrameScore[] | FramesAndAxes {
    const bare = readBare(checkText(text, 'text'))
    const unit = annotateUnit(bare.text)
    const frames = leaveBare(scoreUnitFrames(unit, compiled), [bare])
    if (axisOptions?.axes === undefined) return frames
    const vectors = axisOptions.vectors ?? options.vectors
    return {
      frames,
      axes: leaveBare(
        checkAxes(axisOptions.axes).map((axis) => scoreAxis(unit, axis, vectors)),
        [bare],
      ),
    }
  }

  return {
    analyze,
    readArticle,
    segmentArticle,
    scoreFrames,
    scoreStance: (text, stanceOptions = {}) => {
      const bare = readBare(checkText(text, 'text'))
      const unit = annotateUnit(bare.text)
      const targets = checkTargets(stanceOptions.targets)
      const target = stanceOptions.target && enterBare(bare, stanceOptions.target)
      const [mentions = []] = findMentions([unit], targets ? { targets } : {})
      const { stances } = stance.score(unit, mentions, AUTHOR, {
        ...(targets && { targets, only: true }),
        ...(target !== undefined && { target }),
      })
      return leaveBare([...stances], [bare])
    },
    compareExchange,
  }
}

function checkOptions(options: AnalyzeOptions): void {
  if (typeof options === 'object' && options !== null) return
  throw new FramingError(
    'invalid-argument',
    `Expected options to be an object, got ${describeValue(options)}. Leave it out or pass { codebook, targets }.`,
  )
}

/** The codebooks that come with the library are checked by its tests; any other is checked, copied and frozen here. */
function checkCodebook(codebook: Codebook): Codebook {
  return Object.values(codebooks).includes(codebook) ? codebook : defineCodebook(codebook)
}

function annotateUnit(text: string): AnnotatedText {
  return annotateText(text, { start: 0, end: text.length }, splitSentences(text), findStageCues(text))
}

function annotateParagraphs(text: string): AnnotatedText[] {
  return splitParagraphs(text).map((paragraph) =>
    annotateText(text, paragraph, splitSentences(text, paragraph), findStageCues(text, paragraph)),
  )
}

function describeParagraph(
  paragraph: Segments['paragraphs'][number],
  turn: Turn | undefined,
  { frames, stance, stances }: ScoredText,
): ParagraphAnalysis {
  return { ...paragraph, speaker: turn?.speaker ?? null, role: turn?.role ?? 'unknown', frames, stance, stances }
}

/** The scored paragraphs of each turn, by the turn's index. */
function groupByTurn({ paragraphs, turns }: Segments, scored: readonly ScoredText[]): ScoredText[][] {
  const groups: ScoredText[][] = turns.map(() => [])
  for (const { index, turn } of paragraphs) {
    if (turn !== null) groups[turn]?.push(scored[index] as ScoredText)
  }
  return groups
}

function compareTurns(
  exchange: Exchange,
  textsOfTurn: readonly ScoredText[][],
  meaning: { readonly vectors?: WordVectors },
): ExchangeAnalysis {
  if (exchange.answers.length === 0) return { ...exchange, comparison: null }
  const asked = textsOfTurn[exchange.question] ?? []
  const answered = exchange.answers.flatMap((turn) => textsOfTurn[turn] ?? [])
  return { ...exchange, comparison: compareSides(asked, answered, meaning) }
}
