import rows from './reply-cues.json'

/** What a cue says of a reply. */
export type ReplyCueKind =
  | 'declining'
  | 'ignorance'
  | 'clarification'
  | 'yes'
  | 'no'
  | 'soft'
  | 'deflection'
  | 'generality'
  | 'challenge'
  | 'acceptance'

/** A cue of a reply: patterns of the codebook language, and a sentence that has it. */
export interface ReplyCue {
  readonly id: string
  readonly kind: ReplyCueKind
  /** Ways to say it; a word in braces stands for the words of `SHORT_FORMS`. */
  readonly patterns: readonly string[]
  readonly example: string
  /** A sentence that looks alike and has it not. */
  readonly not?: string
}

/**
 * The cues of a reply. A row is `{ id, kind, patterns, example, not? }`.
 *
 * Source: Clayman & Heritage (2002) and Bull & Mayer (1993), *How not to answer questions in political interviews*, for the kinds; the
 * patterns start from a cue list written on the training part of CLARITY (Thomas et al. 2024) and are extended by this library.
 */
export const REPLY_CUES = rows as readonly ReplyCue[]

/** Words that many rows share. */
const SHORT_FORMS: Readonly<Record<string, readonly string[]>> = {
  I: ['=i/=we'],
  IM: ['=i/=we be'],
  TELL: [
    'comment/discuss/talk/answer/speculate/say/tell/characterize/characterise/predict/respond/reveal/prejudge/speak/elaborate/disclose/share',
    'confirm/deny/announce/name/address/publish',
  ],
  SPEAK: [
    'comment/discuss/answer/speculate/weigh/characterize/characterise/respond/reveal/release/predict/prejudge/engage/confirm/deny/elaborate',
    'disclose',
  ],
}

/** The patterns of a row with every short form written out. */
export function spellOut(pattern: string): string[] {
  const name = /\{([A-Z]+)\}/.exec(pattern)?.[1]
  if (name === undefined) return [pattern]
  return (SHORT_FORMS[name] as readonly string[]).flatMap((words) => spellOut(pattern.replace(`{${name}}`, words)))
}
