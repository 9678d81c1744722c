import { type ContentWord, findContentWords, findSharedWords, type StemMemo } from './content-words.js'
import { type CueHit, type CueHits, findReplyCues } from './find-reply-cues.js'
import type { SideText } from './side-text.js'

/** What a reply is judged by, as far as it depends on the answer alone: made once an exchange. */
export interface AnswerReading {
  readonly side: SideText
  readonly hits: CueHits
  /** Number of words and numbers. */
  readonly length: number
  /** Number of words and numbers in each sentence. */
  readonly lengths: readonly number[]
  /** End of the opening, in which a direct reply stands. */
  readonly openingEnd: number
  readonly opening: string
  /** The content words that the answer shares with its question, by stem, at their first occurrence in the answer. */
  readonly words: ReadonlyMap<string, ContentWord>
  /** The yes or no that starts the first sentence. */
  readonly particle: CueHit | null
  /** Ordinal of the first sentence that starts with yes or no, or -1. */
  readonly particleSentence: number
  /** The particle said again at once (`No, no`). */
  readonly repeated: { readonly start: number; readonly end: number } | null
  /** Whether every sentence only hands on the floor (`Go ahead.`, `Yes, please.`). */
  readonly moderating: boolean
  readonly endsAsking: boolean
  /** The first sentence, where it asks or demands something of the questioner and hardly anything follows. */
  readonly counterQuestion: { readonly start: number; readonly end: number } | null
  /** The first sentence, where it is no full one and so takes its verb from the question (`In March.`, `To protect them.`). */
  readonly fragment: { readonly start: number; readonly end: number } | null
  /** Words that start with a capital inside a sentence, in lower case. */
  readonly names: ReadonlySet<string>
}

const OPENING = 36 // tokens, about 30 words
const LONGEST_MODERATION = 9 // words of a sentence
const MOST_NAMES = 200 // as with cues: a real answer has fewer
const LEAD_IN = /^(?:(?:well|look|oh|okay|ok|so|and|but|honestly|frankly|first of all|i mean|q|a)[,.\s:—-]*){0,4}$/i
const LONGEST_LEAD_IN = 40 // UTF-16 code units
const REPEATED = /(?:no|yes|absolutely|yeah)\b[,.\s—-]{1,3}(?:\w+[,.\s—-]{1,3}){0,2}(?:no|yes|absolutely|yeah)\b/iy
const MODERATING =
  /^(?:(?:yes|yeah|okay|ok|and|so|all right|sure|no)\b[,.—-]* ?)?(?:(?:go ahead|please|next|hang on|hold on|wait|one second|thank you|let's go|who's next|over here|sir|ma'am|come on|good|right|yes|in the back)\b[^.?!]{0,30}|[A-Z][\w']+(?: (?:of |with |from )?[A-Z][\w']+){0,3})?[.?!—,]*$/i

export function readAnswer(side: SideText, memo: StemMemo, question: SideText): AnswerReading {
  const { words, sentences, plain } = side
  const hits = findReplyCues(side)
  const { lengths, names } = countWords(side)
  const openingEnd = words.end[Math.min(OPENING, words.end.length) - 1] ?? 0
  const starting = [...hits.yes, ...hits.no]
    .filter(({ start, sentence }) => startsSentence(side, start, sentence))
    .sort((a, b) => a.start - b.start)
  const particle = starting.find(({ sentence }) => sentence === 0) ?? null
  REPEATED.lastIndex = particle?.start ?? 0
  const repeated = particle !== null && REPEATED.test(plain) ? { start: particle.start, end: REPEATED.lastIndex } : null
  const length = lengths.reduce((sum, each) => sum + each, 0)
  return {
    side,
    hits,
    length,
    lengths,
    openingEnd,
    opening: plain.slice(0, openingEnd),
    words: findSharedWords(words, findContentWords(question.words, memo), memo),
    particle,
    particleSentence: starting[0]?.sentence ?? -1,
    repeated,
    moderating:
      length <= 3 * LONGEST_MODERATION &&
      sentences.every(({ start, end }, i) => (lengths[i] ?? 0) <= LONGEST_MODERATION && MODERATING.test(plain.slice(start, end))),
    fragment: findFragment(side, lengths[0] ?? 0),
    counterQuestion: findCounterQuestion(side, lengths, length),
    endsAsking: /\?["”')]{0,2}$/.test(plain.slice(-8).trimEnd()),
    names,
  }
}

const LONGEST_COUNTER = 15 // words of a question that asks back
const LONGEST_REMAINDER = 25 // words behind it; more is an answer of its own
const DEMAND =
  /^["“'(]?(?:(?:please|first|then|you(?:'ll| will)? (?:have|need) to|you must) )*(?:tell|give|show|remind|read) (?:me|us)\b/i

function findCounterQuestion(
  { sentences, plain }: SideText,
  lengths: readonly number[],
  length: number,
): { start: number; end: number } | null {
  const [first] = sentences
  if (first === undefined || (lengths[0] ?? 0) > LONGEST_COUNTER || length - (lengths[0] ?? 0) > LONGEST_REMAINDER) return null
  const said = plain.slice(first.start, first.end).trimEnd()
  return said.endsWith('?') || DEMAND.test(said) ? { start: first.start, end: first.end } : null
}

const LONGEST_FRAGMENT = 25 // words
const SUBORDINATE =
  /^["“'(]?(?:to (?!be (?:honest|frank|fair|sure)|my |our |the )\w+|because|since|by \w+ing|so that|in order to|for (?:the|two|three|one|many) (?:\w+ )?reasons?)\b/i

function findFragment({ sentences, plain, opensBare }: SideText, length: number): { start: number; end: number } | null {
  const [first] = sentences
  if (first === undefined || length === 0 || length > LONGEST_FRAGMENT || plain.charAt(first.end - 1) === '?') return null
  return opensBare || SUBORDINATE.test(plain.slice(first.start, first.start + LONGEST_LEAD_IN))
    ? { start: first.start, end: first.end }
    : null
}

function startsSentence({ plain, sentences }: SideText, start: number, sentence: number): boolean {
  const from = sentences[sentence]?.start ?? 0
  return start - from <= LONGEST_LEAD_IN && LEAD_IN.test(plain.slice(from, start))
}

/** Words of each sentence; a token that is no word (a stop, the `n't` of `don't`) does not count. */
function countWords({ words, sentences, text }: SideText): { lengths: number[]; names: Set<string> } {
  const lengths = sentences.map(() => 0)
  const names = new Set<string>()
  for (let i = 0; i < words.start.length; i++) {
    const lower = words.lower[i] as string
    const code = lower.charCodeAt(0)
    const isWord = (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 0xbf
    if (!isWord || lower === "n't") continue
    const sentence = words.sentence[i] as number
    const before = lengths[sentence] as number
    lengths[sentence] = before + 1
    const capital = text.charCodeAt(words.start[i] as number)
    if (names.size < MOST_NAMES && before > 0 && capital >= 65 && capital <= 90 && lower.length > 2) names.add(lower)
  }
  return { lengths, names }
}
