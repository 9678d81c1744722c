import type {
  Analysis,
  Comparison,
  Evidence,
  ExchangeAnalysis,
  FrameScore,
  ParagraphAnalysis,
  Span,
  SpeakerRole,
  StanceChange,
} from '../types.js'
import { toneLabel } from './wording.js'

/** One score of one paragraph or one exchange, with the words it came from. */
export interface ScoreRow {
  /** The article's id. */
  readonly doc_id: string
  /** Index of the paragraph; null where the score is of an exchange. */
  readonly paragraph_id: number | null
  /** Index of the exchange; null where the score is of a paragraph. */
  readonly exchange_id: number | null
  /** Whose words the score is about: for an exchange the interviewer's where the measure is of the question, else the respondent's. */
  readonly speaker: string | null
  readonly role: SpeakerRole
  /** What was measured; the README lists the measures. */
  readonly measure: string
  /** The frame, or the facet as `frame.facet`, or the number of the question's part from 1; null where the measure has none. */
  readonly category: string | null
  /** Whom or what a stance is towards, or the actor. */
  readonly target: string | null
  /** Whose stance it is. */
  readonly holder: string | null
  /** The score; null where the measure is a label only. */
  readonly value: number | null
  /** What the score says in a word; null where the measure is a number only. */
  readonly label: string | null
  /** Position of the quote in the article's text; null where the score has no words of its own. */
  readonly start: number | null
  readonly end: number | null
  /** The words of the strongest evidence, always `text.slice(start, end)`; all evidence stands in the analysis. */
  readonly quote: string | null
  readonly codebook_hash: string
  readonly lib_version: string
}

/** What differs from one score to the next of the same unit. */
interface Score {
  readonly measure: string
  readonly category?: string
  readonly target?: string
  readonly holder?: string | null
  readonly value?: number | null
  readonly label?: string | null
  readonly evidence?: Span | undefined
}

type Unit = Pick<ScoreRow, 'paragraph_id' | 'exchange_id' | 'speaker' | 'role'>

/** One row a score: each paragraph's frames and stances, then each exchange's comparison. */
export function scoreRows(analysis: Analysis): ScoreRow[] {
  const { article, paragraphs, exchanges, turns, codebook, version } = analysis
  const complete = ({ speaker, role, ...unit }: Unit, score: Score): ScoreRow => {
    const { measure, category = null, target = null, holder = null, value = null, label = null, evidence } = score
    return {
      doc_id: article.id,
      ...unit,
      speaker,
      role,
      measure,
      category,
      target,
      holder,
      value,
      label,
      start: evidence?.start ?? null,
      end: evidence?.end ?? null,
      quote: evidence ? article.text.slice(evidence.start, evidence.end) : null,
      codebook_hash: codebook.hash,
      lib_version: version,
    }
  }
  const ofParagraphs = paragraphs.flatMap((paragraph) => {
    const { index, speaker, role } = paragraph
    const unit = { paragraph_id: index, exchange_id: null, speaker, role }
    return paragraphScores(paragraph).map((score) => complete(unit, score))
  })
  const ofExchanges = exchanges.flatMap((exchange) => {
    const { comparison, index } = exchange
    if (!comparison) return []
    const sideOf = (turn: number | undefined): Unit => ({
      paragraph_id: null,
      exchange_id: index,
      speaker: turns[turn ?? -1]?.speaker ?? null,
      role: turns[turn ?? -1]?.role ?? 'unknown',
    })
    const asker = sideOf(exchange.question)
    const answerer = sideOf(exchange.answers[0])
    return [
      ...questionScores(comparison).map((score) => complete(asker, score)),
      ...answerScores(exchange, comparison).map((score) => complete(answerer, score)),
    ]
  })
  return [...ofParagraphs, ...ofExchanges]
}

function paragraphScores({ frames, stance, stances, speaker }: ParagraphAnalysis): Score[] {
  return [
    ...frames.flatMap(frameScores),
    ...(stance
      ? [
          {
            measure: 'overall_stance',
            holder: speaker,
            value: stance.polarity,
            label: stance.label,
            evidence: strongest(stance.evidence),
          },
          { measure: 'overall_certainty', holder: speaker, value: stance.certainty, evidence: strongest(stance.evidence) },
        ]
      : []),
    ...stances.flatMap(({ target, holder, polarity, certainty, label, evidence, mentions }) => {
      const words = strongest(evidence) ?? mentions[0]
      return [
        { measure: 'stance', target, holder, value: polarity, label, evidence: words },
        { measure: 'certainty', target, holder, value: certainty, evidence: words },
      ]
    }),
  ]
}

function frameScores({ frame, salience, present, share, tone, facets, evidence }: FrameScore): Score[] {
  const words = strongest(evidence)
  const toned = evidence.filter((each) => each.tone !== null)
  return [
    {
      measure: 'frame_salience',
      category: frame,
      value: salience,
      label: present ? 'present' : 'below_threshold',
      evidence: words,
    },
    { measure: 'frame_share', category: frame, value: share, evidence: words },
    ...(tone === null
      ? []
      : [
          {
            measure: 'frame_tone',
            category: frame,
            value: tone,
            label: toneLabel(tone),
            evidence: strongest(toned, (each) => (each.tone ?? 0) * each.weight),
          },
        ]),
    ...facets.map((facet) => ({
      measure: 'facet_salience',
      category: `${frame}.${facet.facet}`,
      value: facet.salience,
      evidence: strongest(evidence.filter((each) => each.facet === facet.facet)),
    })),
  ]
}

function questionScores({ design }: Comparison): Score[] {
  const asked = design.parts.at(-1)
  return [
    { measure: 'question_form', label: design.form, evidence: asked },
    ...(['initiative', 'directness', 'assertiveness', 'hostility'] as const).map((measure) => ({
      measure: `question_${measure}`,
      value: design[measure],
    })),
  ]
}

function answerScores({ answers }: ExchangeAnalysis, comparison: Comparison): Score[] {
  const { reply, frames, facets, uptake, divergence, stances, actors, wording } = comparison
  if (answers.length === 0) return []
  const { clarity, evasion, probabilities, responsiveness, premise, parts } = reply
  const words = strongest(reply.evidence)
  return [
    { measure: 'reply_clarity', label: clarity, value: clarity && (probabilities?.clarity[clarity] ?? null), evidence: words },
    { measure: 'reply_evasion', label: evasion, value: evasion && (probabilities?.evasion[evasion] ?? null), evidence: words },
    { measure: 'responsiveness', value: responsiveness, evidence: words },
    ...(premise ? [{ measure: 'premise', label: premise }] : []),
    ...parts.flatMap((part) => {
      const category = String(part.part + 1)
      const evidence = strongest(part.evidence)
      return [
        { measure: 'part_clarity', category, label: part.clarity, evidence },
        { measure: 'part_evasion', category, label: part.evasion, evidence },
        { measure: 'part_responsiveness', category, value: part.responsiveness, evidence },
      ]
    }),
    ...frames.flatMap(({ frame, asked, answered, change }) => [
      { measure: 'frame_asked', category: frame, value: asked },
      { measure: 'frame_answered', category: frame, value: answered },
      { measure: 'frame_change', category: frame, value: answered - asked, label: change },
    ]),
    ...facets.map(({ facet, asked, answered, change }) => ({
      measure: 'facet_change',
      category: facet,
      value: answered - asked,
      label: change,
    })),
    ...(uptake ? [{ measure: 'frame_uptake', label: uptake }] : []),
    ...(divergence === null ? [] : [{ measure: 'frame_divergence', value: divergence }]),
    ...stances.map(stanceShift),
    ...(['kept', 'introduced', 'dropped'] as const).flatMap((label) =>
      actors[label].map((target) => ({ measure: 'actor_change', target, label })),
    ),
    ...(wording.overlap === null ? [] : [{ measure: 'wording_overlap', value: wording.overlap }]),
    ...(wording.similarity === null ? [] : [{ measure: 'wording_similarity', value: wording.similarity }]),
  ]
}

function stanceShift({ target, asked, answered, shift }: StanceChange): Score {
  return {
    measure: 'stance_shift',
    target,
    holder: answered?.holder ?? asked?.holder ?? null,
    value: asked && answered ? answered.polarity - asked.polarity : null,
    label: shift,
  }
}

/** The evidence of the largest weight on either side; the first of equals. */
function strongest<T extends Evidence>(
  evidence: readonly T[],
  weigh: (each: T) => number = (each) => each.weight,
): T | undefined {
  let best: T | undefined
  for (const each of evidence) if (best === undefined || Math.abs(weigh(each)) > Math.abs(weigh(best))) best = each
  return best
}
