import type { Analysis, SpeakerRole } from '../types.js'

/** One article. */
export interface ArticleRow {
  readonly doc_id: string
  readonly title: string | null
  readonly date: string | null
  readonly outlet: string | null
  readonly author: string | null
  readonly url: string | null
  readonly language: string | null
  /** Joined by `; `. */
  readonly categories: string | null
  /** Length of the text in UTF-16 code units. */
  readonly length: number
  readonly paragraphs: number
  readonly turns: number
  readonly exchanges: number
  readonly repairs: number
  /** Codes of the issues, joined by `; `; null where there are none. */
  readonly issues: string | null
  readonly codebook_id: string
  readonly codebook_version: string
  readonly codebook_hash: string
  readonly lib_version: string
}

/** One paragraph, with its words. */
export interface ParagraphRow {
  readonly doc_id: string
  readonly paragraph_id: number
  /** Index of the turn; null outside any turn. */
  readonly turn_id: number | null
  readonly speaker: string | null
  readonly role: SpeakerRole
  readonly start: number
  readonly end: number
  readonly text: string
  readonly codebook_hash: string
  readonly lib_version: string
}

/** One exchange, with the words of both sides. */
export interface ExchangeRow {
  readonly doc_id: string
  readonly exchange_id: number
  readonly question_turn_id: number
  /** Index of the first answering turn; null where nobody answers. */
  readonly answer_turn_id: number | null
  readonly interviewer: string | null
  readonly respondent: string | null
  readonly question: string
  /** The answering turns, joined by a blank line; null where nobody answers. */
  readonly answer: string | null
  readonly question_form: string | null
  readonly reply_clarity: string | null
  readonly reply_evasion: string | null
  readonly responsiveness: number | null
  readonly premise: string | null
  readonly frame_uptake: string | null
  readonly frame_divergence: number | null
  /** Frames joined by `; `; null where there are none. */
  readonly frames_kept: string | null
  readonly frames_introduced: string | null
  readonly frames_dropped: string | null
  readonly codebook_hash: string
  readonly lib_version: string
}

/** One row for the article. */
export function articleRows({ article, paragraphs, turns, exchanges, issues, codebook, version }: Analysis): ArticleRow[] {
  return [
    {
      doc_id: article.id,
      title: article.title ?? null,
      date: article.date ?? null,
      outlet: article.outlet ?? null,
      author: article.author ?? null,
      url: article.url ?? null,
      language: article.language ?? null,
      categories: join(article.categories ?? []),
      length: article.text.length,
      paragraphs: paragraphs.length,
      turns: turns.length,
      exchanges: exchanges.length,
      repairs: article.repairs.length,
      issues: join(issues.map(({ code }) => code)),
      codebook_id: codebook.id,
      codebook_version: codebook.version,
      codebook_hash: codebook.hash,
      lib_version: version,
    },
  ]
}

/** One row a paragraph, in text order. */
export function paragraphRows({ article, paragraphs, codebook, version }: Analysis): ParagraphRow[] {
  return paragraphs.map(({ index, turn, speaker, role, start, end }) => ({
    doc_id: article.id,
    paragraph_id: index,
    turn_id: turn,
    speaker,
    role,
    start,
    end,
    text: article.text.slice(start, end),
    codebook_hash: codebook.hash,
    lib_version: version,
  }))
}

/** One row an exchange, in text order. */
export function exchangeRows({ article, paragraphs, turns, exchanges, codebook, version }: Analysis): ExchangeRow[] {
  const wordsOf = new Map<number, string[]>()
  for (const { turn, start, end } of paragraphs) {
    if (turn === null) continue
    const words = wordsOf.get(turn) ?? []
    words.push(article.text.slice(start, end))
    wordsOf.set(turn, words)
  }
  const textOf = (indexes: readonly number[]): string => indexes.flatMap((turn) => wordsOf.get(turn) ?? []).join('\n\n')
  return exchanges.map(({ index, question, answers, comparison }) => {
    const changed = (change: string): string | null =>
      join((comparison?.frames ?? []).filter((each) => each.change === change).map(({ frame }) => frame))
    return {
      doc_id: article.id,
      exchange_id: index,
      question_turn_id: question,
      answer_turn_id: answers[0] ?? null,
      interviewer: turns[question]?.speaker ?? null,
      respondent: turns[answers[0] ?? -1]?.speaker ?? null,
      question: textOf([question]),
      answer: answers.length > 0 ? textOf(answers) : null,
      question_form: comparison?.design.form ?? null,
      reply_clarity: comparison?.reply.clarity ?? null,
      reply_evasion: comparison?.reply.evasion ?? null,
      responsiveness: comparison?.reply.responsiveness ?? null,
      premise: comparison?.reply.premise ?? null,
      frame_uptake: comparison?.uptake ?? null,
      frame_divergence: comparison?.divergence ?? null,
      frames_kept: changed('kept'),
      frames_introduced: changed('introduced'),
      frames_dropped: changed('dropped'),
      codebook_hash: codebook.hash,
      lib_version: version,
    }
  })
}

function join(values: readonly string[]): string | null {
  return values.length > 0 ? values.join('; ') : null
}
