import type {
  Analysis,
  Comparison,
  Evidence,
  FrameScore,
  ParagraphAnalysis,
  Reply,
  Span,
  SpeakerRole,
  StanceChange,
} from '../types.js'
import type { Measure } from './measures.js'
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
  readonly measure: Measure
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
  readonly measure: Measure
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
    if (!comparison || exchange.answers.length === 0) return []
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
      ...answerScores(comparison).map((score) => complete(answerer, score)),
    ]
  })
  return [...ofParagraphs, ...ofExchanges]
}

function paragraphScores({ frames, stance, stances, speaker }: ParagraphAnalysis): Score[] {
  const scores = frames.flatMap(frameScores)
  if (stance) {
    const said = { holder: speaker, evidence: strongest(stance.evidence) }
    scores.push({ measure: 'overall_stance', ...said, value: stance.polarity, label: stance.label })
    scores.push({ measure: 'overall_certainty', ...said, value: stance.certainty })
  }
  for (const { target, holder, polarity, certainty, label, evidence, mentions } of stances) {
    const said = { target, holder, evidence: strongest(evidence) ?? mentions[0] }
    scores.push({ measure: 'stance', ...said, value: polarity, label }, { measure: 'certainty', ...said, value: certainty })
  }
  return scores
}

function frameScores({ frame, salience, present, share, tone, facets, evidence }: FrameScore): Score[] {
  const told = { category: frame, evidence: strongest(evidence) }
  const scores: Score[] = [
    { measure: 'frame_salience', ...told, value: salience, label: present ? 'present' : 'below_threshold' },
    { measure: 'frame_share', ...told, value: share },
  ]
  if (tone !== null) {
    const toned = strongest(evidence, (each) => (each.tone ?? 0) * each.weight)
    scores.push({ measure: 'frame_tone', category: frame, value: tone, label: toneLabel(tone), evidence: toned })
  }
  for (const facet of facets) {
    const words = strongest(evidence.filter((each) => each.facet === facet.facet))
    scores.push({ measure: 'facet_salience', category: `${frame}.${facet.facet}`, value: facet.salience, evidence: words })
  }
  return scores
}

function questionScores({ design }: Comparison): Score[] {
  return [
    { measure: 'question_form', label: design.form, evidence: design.parts[0] },
    { measure: 'question_initiative', value: design.initiative },
    { measure: 'question_directness', value: design.directness },
    { measure: 'question_assertiveness', value: design.assertiveness },
    { measure: 'question_hostility', value: design.hostility },
  ]
}

function answerScores({ reply, frames, facets, uptake, divergence, stances, actors, wording }: Comparison): Score[] {
  const scores = replyScores(reply)
  for (const { frame: category, asked, answered, change } of frames) {
    scores.push({ measure: 'frame_asked', category, value: asked }, { measure: 'frame_answered', category, value: answered })
    scores.push({ measure: 'frame_change', category, value: answered - asked, label: change })
  }
  for (const { facet: category, asked, answered, change } of facets) {
    scores.push({ measure: 'facet_change', category, value: answered - asked, label: change })
  }
  if (uptake) scores.push({ measure: 'frame_uptake', label: uptake })
  if (divergence !== null) scores.push({ measure: 'frame_divergence', value: divergence })
  scores.push(...stances.map(stanceShift))
  for (const label of ['kept', 'introduced', 'dropped'] as const) {
    for (const target of actors[label]) scores.push({ measure: 'actor_change', target, label })
  }
  if (wording.overlap !== null) scores.push({ measure: 'wording_overlap', value: wording.overlap })
  if (wording.similarity !== null) scores.push({ measure: 'wording_similarity', value: wording.similarity })
  return scores
}

function replyScores({ clarity, evasion, probabilities, responsiveness, premise, parts, evidence }: Reply): Score[] {
  const words = strongest(evidence)
  const scores: Score[] = [
    { measure: 'reply_clarity', label: clarity, value: clarity && (probabilities?.clarity[clarity] ?? null), evidence: words },
    { measure: 'reply_evasion', label: evasion, value: evasion && (probabilities?.evasion[evasion] ?? null), evidence: words },
    { measure: 'responsiveness', value: responsiveness, evidence: words },
  ]
  if (premise) scores.push({ measure: 'premise', label: premise })
  for (const part of parts) {
    const said = { category: String(part.part + 1), evidence: strongest(part.evidence) }
    scores.push({ measure: 'part_clarity', ...said, label: part.clarity })
    scores.push({ measure: 'part_evasion', ...said, label: part.evasion })
    scores.push({ measure: 'part_responsiveness', ...said, value: part.responsiveness })
  }
  return scores
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
