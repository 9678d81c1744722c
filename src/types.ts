/**
 * Every record that crosses a stage border, in the order of the pipeline.
 *
 * All records are plain, readonly and JSON-serializable. Positions are half-open `[start, end)` UTF-16 code units of
 * `Article.text`, unless a field says otherwise.
 */

// ── text ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A half-open range `[start, end)` of UTF-16 code units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Something odd in a text that did not stop the analysis. */
export interface Issue {
  /** Stable kebab-case code, e.g. `no-interview`. */
  readonly code: string
  /** One sentence for a person. */
  readonly message: string
  /** Where in `Article.text`, if it is somewhere. */
  readonly span?: Span
}

// ── read ────────────────────────────────────────────────────────────────────────────────────────────────────────────

export type RepairKind =
  | 'mojibake'
  | 'glued-sentence'
  | 'glued-label'
  | 'hyphenation'
  | 'invisible'
  | 'odd-space'
  | 'line-ending'
  | 'lone-surrogate'

/** One change that reading made to the source text; nothing is changed silently. */
export interface Repair {
  /** Where the repaired words stand in `Article.text`; empty (`start === end`) when characters were only removed. */
  readonly span: Span
  readonly kind: RepairKind
  /** The characters of the source. */
  readonly before: string
  /** The characters that replaced them in `Article.text`. */
  readonly after: string
}

/** One run of characters that `Article.text` took verbatim from the raw source. */
export interface Copy {
  /** Start in `Article.text`. */
  readonly start: number
  /** Start in the raw source. */
  readonly source: number
  /** Length in UTF-16 code units, the same on both sides. */
  readonly length: number
}

/** The map from `Article.text` back to the raw source: sorted, disjoint runs. Text between runs was repaired. */
export interface Origin {
  readonly copies: readonly Copy[]
  /** Length of the raw source in UTF-16 code units. */
  readonly length: number
}

/** The text layouts that `readArticle` recognizes, and the readers that are asked for by name. */
export type ArticleFormat = 'archive-text' | 'plain-text' | 'markdown' | 'transcript' | 'html' | 'record'

/** A piece of the text whose kind the source's markup states. */
export interface Block extends Span {
  readonly kind: 'paragraph' | 'heading' | 'quote' | 'list-item'
  /** True where the whole block is set in bold, the way many outlets print questions. */
  readonly strong?: boolean
  /** True where the whole block is set in italics, as other outlets print them. */
  readonly italic?: boolean
}

/** A turn the source states itself (a record of utterances, a timed transcript), so that none has to be guessed. */
export interface GivenTurn extends Span {
  readonly speaker: string
  readonly role?: SpeakerRole
}

/** One press text. `text` is fixed from here on: nothing later trims, folds or inserts. */
export interface Article {
  /** The caller's id, or a hash of the raw source. */
  readonly id: string
  readonly text: string
  readonly format: ArticleFormat
  readonly title?: string
  /** ISO 8601 (`2022-06-21`), or the raw value with an issue `ambiguous-date`. */
  readonly date?: string
  readonly outlet?: string
  readonly author?: string
  readonly categories?: readonly string[]
  /** The part of the paper and the page, as an archive prints them (`NEWS; Pg. 4`). */
  readonly section?: string
  readonly edition?: string
  /** Words, as the archive counted them. */
  readonly length?: number
  readonly url?: string
  /** BCP 47 tag, where the source states it. */
  readonly language?: string
  /** Header fields that have no place of their own, by their name in the source. */
  readonly headers?: Readonly<Record<string, string>>
  /** Map back to the raw source; absence means that `text` is the source. */
  readonly origin?: Origin
  readonly repairs: readonly Repair[]
  /** Blocks stated by markup, in order; absence means none was stated. */
  readonly blocks?: readonly Block[]
  /** Runs that markup sets in bold, in order, the way labels and questions are printed; absence means none was stated. */
  readonly bold?: readonly Span[]
  /** Turns stated by the source; absence means they are to be found. */
  readonly turns?: readonly GivenTurn[]
  /** The caller's own paragraphs, taken untouched. */
  readonly paragraphs?: readonly Span[]
  /** The caller's own sentences, taken untouched. */
  readonly sentences?: readonly Span[]
  readonly issues: readonly Issue[]
}

// ── segment ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * `interviewer` asks and `respondent` answers; `narrator` does neither: the editors who introduce, a chair, an operator or a
 * moderator who only gives others the floor; `unknown` is a cry from a house or a crowd, or one of whom nothing can be told.
 */
export type SpeakerRole = 'interviewer' | 'respondent' | 'narrator' | 'unknown'

/** One uninterrupted contribution of one speaker, its label included in the span. */
export interface Turn extends Span {
  readonly index: number
  /** The one identity of this speaker in the article, its full name where the text gives one; null where nobody is named. */
  readonly speaker: string | null
  readonly role: SpeakerRole
  /** The label as printed (`GT:`), or null where the turn has none. */
  readonly label: Span | null
}

/** A paragraph, without the blank characters around it and without a turn's label. */
export interface Paragraph extends Span {
  readonly index: number
  /** Index of the turn it belongs to, or null outside any turn. */
  readonly turn: number | null
}

/** A question turn with the turns that answer it. */
export interface Exchange {
  readonly index: number
  /** Index of the question's turn. */
  readonly question: number
  /** Indexes of the answering turns, in order; empty when nobody answers. One turn may answer several questions together. */
  readonly answers: readonly number[]
}

/** The layers of a text: each sorted and disjoint; layers may cross each other. */
export interface Segments {
  readonly paragraphs: readonly Paragraph[]
  readonly sentences: readonly Span[]
  readonly turns: readonly Turn[]
  readonly exchanges: readonly Exchange[]
  /** Notes on what is heard and seen, such as `(Applause.)`, with their brackets, sorted. Nobody says them: they are not scored. */
  readonly stageCues: readonly Span[]
  readonly issues: readonly Issue[]
}

// ── annotate ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Universal Dependencies part-of-speech tags, as wink-nlp gives them, with `SPACE` left out. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'

/** A form as one part of speech: all that can be known of a token by itself. One record serves all its tokens. */
export interface Word {
  /** Dense, from 0, in the order of first sight: tables of what is known of a word are indexed by it. It says nothing else. */
  readonly id: number
  /** The word as written. */
  readonly value: string
  /** The word in lower case with straight apostrophes; for comparing only, its length may differ from the word's. */
  readonly lower: string
  readonly lemma: string
  readonly pos: PartOfSpeech
}

/** The tokens of one unit of text as parallel columns of equal length. */
export interface Tokens {
  readonly word: readonly Word[]
  /** Start of each token in the article's text. */
  readonly start: readonly number[]
  /** End of each token in the article's text. */
  readonly end: readonly number[]
  /** The fields of each word by themselves. */
  readonly value: readonly string[]
  readonly lower: readonly string[]
  readonly lemma: readonly string[]
  readonly pos: readonly PartOfSpeech[]
  /** Ordinal of the sentence of the unit that the token stands in, from 0. */
  readonly sentence: readonly number[]
}

/** One unit of text (a paragraph, a question, an answer) with its tokens. Stages after this one read nothing else. */
export interface AnnotatedText {
  /** The text that all positions point into: the whole article's, or the bare unit's. */
  readonly text: string
  /** Where the unit stands in `text`. */
  readonly span: Span
  readonly sentences: readonly Span[]
  readonly tokens: Tokens
}

// ── annotate: mentions ──────────────────────────────────────────────────────────────────────────────────────────────

export type MentionKind = 'country' | 'organization' | 'person' | 'project' | 'topic' | 'given'

/** One mention of an actor or a topic, resolved to one canonical name. */
export interface Mention extends Span {
  /** Canonical name, the same for every mention of the same actor in the article. */
  readonly name: string
  readonly kind: MentionKind
  /** Always `text.slice(start, end)`. */
  readonly quote: string
  /** How the words refer: by a name, or by a pronoun or description that a careful reader is sure of. */
  readonly by: 'name' | 'reference'
}

// ── evidence ────────────────────────────────────────────────────────────────────────────────────────────────────────

export type ModifierKind =
  | 'negation'
  | 'hedge'
  | 'booster'
  | 'contrast'
  | 'conditional'
  | 'question'
  | 'attribution'
  | 'comparison'
  | 'purpose'
  | 'tone'

/** Words near a cue that change what it says. */
export interface Modifier extends Span {
  readonly kind: ModifierKind
  /** Always `text.slice(start, end)`. */
  readonly quote: string
}

/** The exact words a score came from. */
export interface Evidence extends Span {
  /** Always `text.slice(start, end)`. */
  readonly quote: string
  /** Id of the rule or cue that fired, e.g. `security.terrorism/terrorism`. */
  readonly rule: string
  /** What it contributes; the score's documentation gives the unit. */
  readonly weight: number
  readonly modifiers: readonly Modifier[]
}

// ── frame ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A cue's evidence for a frame. */
export interface FrameEvidence extends Evidence {
  /** The facet the cue belongs to; null for a word of a learned table. */
  readonly facet: string | null
  /** What the cue and the words around it say of tone, in [-1, 1]; null where they say nothing. */
  readonly tone: number | null
}

/** One frame of one unit of text. A frame without evidence has no row. */
export interface FrameScore {
  readonly frame: string
  /** The probability that a coder gives the unit the frame, in (0, 1]. */
  readonly salience: number
  /** Whether salience reaches the codebook's documented threshold. */
  readonly present: boolean
  /** This frame's part of the salience of all frames of the unit, in (0, 1]. */
  readonly share: number
  /** From -1 (told as a concern) to +1 (told as an opportunity); null where nothing says. */
  readonly tone: number | null
  /** Salience of each facet that has a cue here, strongest first. */
  readonly facets: readonly { readonly facet: string; readonly salience: number }[]
  /** In text order. Salience and tone can be recomputed from these, `rest` and the codebook alone. */
  readonly evidence: readonly FrameEvidence[]
  /** The summed contribution (in logits) of what is not listed in `evidence`; 0 for a codebook without a word table. */
  readonly rest: number
}

// ── stance ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export type StanceLabel = 'favor' | 'against' | 'mixed' | 'neutral'

/** Whom or what a stance is towards, as the caller names it. */
export type Target = string | { readonly name: string; readonly aliases?: readonly string[] }

/** The overall stance of one unit in the speaker's own voice. */
export interface OverallStance {
  /** `favor` from a polarity of 0.2 on, `against` from -0.2 on, else `neutral`; `mixed` where two clear judgments weigh. */
  readonly label: StanceLabel
  /** From -1 (against) to +1 (in favor). */
  readonly polarity: number
  /** From 0 (hedged to nothing) over 0.9 (stated plainly) to 1 (with a booster: `firmly`, `must`). */
  readonly certainty: number
  /** In text order; polarity is recomputable from the weights. */
  readonly evidence: readonly Evidence[]
  /** The summed weight of what is not listed in `evidence`: small words, and what is usual in this kind of text. */
  readonly rest: number
  /**
   * Logits for neutral, N: newswire full of figures takes a side by stronger words than a speaker does. With D, the sum of the
   * evidence's weights and `rest`, polarity is tanh(0.2027 · D / 2N), N counted as 0.2 at least: D = 2N gives 0.2.
   */
  readonly neutrality: number
}

/** A stance towards one target. No row at all means that the text takes none; `neutral` is a finding. */
export interface StanceScore extends Omit<OverallStance, 'rest'> {
  /** Canonical name of the target. */
  readonly target: string
  /** Whose stance it is: the speaker's name, the source the words are attributed to, or `author` for the text's own voice. */
  readonly holder: string
  /** The mentions of the target that the row is about, in text order; other rows may be about others. */
  readonly mentions: readonly Span[]
  /**
   * The summed weight of what is not listed in `evidence`; for a person who is a target of `analyze`, what the article says of them
   * on the whole stands in it too.
   */
  readonly rest: number
}

// ── what a comparison reads ─────────────────────────────────────────────────────────────────────────────────────────

/** One unit of text with everything that was found in it: what `compare` reads. */
export interface ScoredText {
  readonly unit: AnnotatedText
  /** Whose voice the unit is in: the `holder` of a stance that is given to nobody else. */
  readonly holder: string
  readonly frames: readonly FrameScore[]
  readonly stance: OverallStance | null
  readonly stances: readonly StanceScore[]
  readonly mentions: readonly Mention[]
}

// ── compare ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export type QuestionForm = 'polar' | 'wh' | 'alternative' | 'declarative' | 'request'

/** One question of the turn. */
export interface QuestionPart extends Span {
  readonly form: QuestionForm
  /** Always the slice `[start, end)` of the article's text; of the question's string, where `compareExchange` was given strings. */
  readonly quote: string
  /** The kind of thing a wh-question asks for; null otherwise. */
  readonly asksFor: 'person' | 'place' | 'time' | 'number' | 'reason' | 'way' | 'thing' | 'evaluation' | null
}

/** A claim in the question that is not simply the interviewer's own. */
export interface QuestionClaim extends Span {
  /** `attributed`: given to others (`some worry that …`); `presupposed`: taken for granted (`why did you …`). */
  readonly kind: 'attributed' | 'presupposed'
  /** Whom it is given to, as printed; null where nobody is named. */
  readonly source: string | null
  /** Always the slice `[start, end)` of the article's text; of the question's string, where `compareExchange` was given strings. */
  readonly quote: string
}

/** How the question is built, after Clayman & Heritage (2002). */
export interface QuestionDesign {
  /** Form of the first question proper, which those after it follow up; null where nothing is asked. */
  readonly form: QuestionForm | null
  readonly parts: readonly QuestionPart[]
  /** The statements before the question proper; null where there are none. */
  readonly preface: Span | null
  /** Claims given to others and claims taken for granted, in text order. */
  readonly claims: readonly QuestionClaim[]
  /** Each in [0, 1]. */
  readonly initiative: number
  readonly directness: number
  readonly assertiveness: number
  readonly hostility: number
  readonly evidence: readonly Evidence[]
}

export type Clarity = 'clear_reply' | 'ambivalent' | 'clear_non_reply'

/** The nine labels of the CLARITY taxonomy (Thomas et al. 2024). */
export type Evasion =
  | 'explicit'
  | 'implicit'
  | 'general'
  | 'partial'
  | 'dodging'
  | 'deflection'
  | 'declining'
  | 'claims_ignorance'
  | 'clarification'

/** Where a piece of evidence of a comparison stands. */
export interface ReplyEvidence extends Evidence {
  readonly side: 'question' | 'answer'
}

/** Whether and how one question is replied to. */
export interface ReplyPart {
  /** Index into `design.parts`. */
  readonly part: number
  readonly clarity: Clarity
  readonly evasion: Evasion
  readonly responsiveness: number
  readonly evidence: readonly ReplyEvidence[]
}

/** Whether and how the answer replies. All nulls where there is no question or no answer. */
export interface Reply {
  readonly clarity: Clarity | null
  readonly evasion: Evasion | null
  readonly probabilities: {
    readonly clarity: Readonly<Record<Clarity, number>>
    readonly evasion: Readonly<Record<Evasion, number>>
  } | null
  /** 0 (does not touch the question) to 1 (replies to all of it). */
  readonly responsiveness: number | null
  readonly parts: readonly ReplyPart[]
  /** What the answer does with the question's premise; null where it sets up none. */
  readonly premise: 'accepted' | 'challenged' | 'left' | null
  readonly evidence: readonly ReplyEvidence[]
}

/** One frame in the question against the answer. */
export interface FrameChange {
  readonly frame: string
  /** Salience in the question, 0 where it has no row. */
  readonly asked: number
  /** Salience in the answer, 0 where it has no row. */
  readonly answered: number
  readonly change: 'kept' | 'introduced' | 'dropped'
}

export type StanceShift = 'aligned' | 'softened' | 'hardened' | 'reversed'

/** The stance on one target that question and answer share. */
export interface StanceChange {
  readonly target: string
  readonly asked: {
    readonly label: StanceLabel
    readonly polarity: number
    readonly certainty: number
    readonly holder: string
  } | null
  readonly answered: {
    readonly label: StanceLabel
    readonly polarity: number
    readonly certainty: number
    readonly holder: string
  } | null
  /** Null where neither takes a side. */
  readonly shift: StanceShift | null
  /** Certainty of the answer minus that of the question; null where one side has no stance. */
  readonly certaintyShift: number | null
}

/** Names kept, introduced and dropped, in the order of their first mention. */
export interface SetChange {
  readonly kept: readonly string[]
  readonly introduced: readonly string[]
  readonly dropped: readonly string[]
}

/** Overlap of content words. */
export interface Wording {
  /** Share of the question's content words that the answer takes up, in [0, 1]; null where the question has none. */
  readonly overlap: number | null
  /** Content words of both, in the order of the question. */
  readonly shared: readonly string[]
  /** Similarity of meaning in [-1, 1] by the caller's word vectors; null without vectors. */
  readonly similarity: number | null
}

/** The answer against its question. */
export interface Comparison {
  readonly design: QuestionDesign
  readonly reply: Reply
  readonly frames: readonly FrameChange[]
  readonly facets: readonly {
    readonly facet: string
    readonly asked: number
    readonly answered: number
    readonly change: 'kept' | 'introduced' | 'dropped'
  }[]
  /** What the answer does with the question's frames as a whole; null where neither has any. */
  readonly uptake: 'adopts' | 'resists' | 'replaces' | null
  /** Jensen–Shannon divergence (base 2) of the frame shares, in [0, 1]; null where either side has no frame. */
  readonly divergence: number | null
  readonly stances: readonly StanceChange[]
  readonly actors: SetChange
  readonly wording: Wording
  readonly issues: readonly Issue[]
}

// ── analyze ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A paragraph with all that was found in it. */
export interface ParagraphAnalysis extends Paragraph {
  readonly speaker: string | null
  readonly role: SpeakerRole
  readonly frames: readonly FrameScore[]
  /** The overall stance, or null where the paragraph takes none. */
  readonly stance: OverallStance | null
  readonly stances: readonly StanceScore[]
}

/** An exchange with its comparison; null where there is no answer. */
export interface ExchangeAnalysis extends Exchange {
  readonly comparison: Comparison | null
}

/** What produced a score. */
export interface CodebookReference {
  readonly id: string
  readonly version: string
  /** Content hash: the same codebook gives the same hash everywhere. */
  readonly hash: string
}

/** Everything that was found in one article, as plain JSON. */
export interface Analysis {
  readonly article: Article
  readonly paragraphs: readonly ParagraphAnalysis[]
  readonly turns: readonly Turn[]
  readonly exchanges: readonly ExchangeAnalysis[]
  readonly issues: readonly Issue[]
  /** Version of this library. */
  readonly version: string
  readonly codebook: CodebookReference
}

/** One item of an archive: what came of it, never an exception. */
export type Outcome<T> =
  | { readonly ok: true; readonly id: string; readonly value: T }
  | { readonly ok: false; readonly id: string; readonly error: { readonly code: string; readonly message: string } }
