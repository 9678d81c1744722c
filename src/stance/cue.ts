import type { Mention, Modifier } from '../types.js'

/** What a cue is about, and how much of it reaches there; negative where the cue is for the end of the thing. */
export interface Aim {
  readonly mention: Mention
  readonly share: number
}

/** How certain a plain statement is; a booster (`firmly`, `certainly`) makes it 1. Source: this library. */
export const PLAIN_CERTAINTY = 0.9

/** Who holds something, several together; null for the speaker. */
export type Holder = readonly string[] | null

/** A word or phrase that takes a side or judges, in its place. */
export interface Cue {
  /** First and last token. */
  readonly first: number
  readonly last: number
  readonly rule: string
  /** Whether it is this library's own, not AFINN's. */
  readonly own: boolean
  /** In [-1, 1], negation and boosters applied. */
  readonly polarity: number
  /** In (0, 1]. */
  readonly certainty: number
  /** Whether it is said of a case that is only imagined. */
  readonly hypothetical: boolean
  readonly modifiers: readonly Modifier[]
  /** Who holds it, where the sentence says that it is somebody else. */
  readonly holder: Holder
  readonly about: readonly Aim[]
  /** Who takes the side: `A criticized B` says nothing of A. */
  readonly actor: Mention | null
}

/** What a construction says of somebody, by no word that judges: held by the speaker, about one mention, of no imagined case. */
export function makeImpliedCue(first: number, last: number, rule: string, polarity: number, mention: Mention): Cue {
  return {
    first,
    last,
    rule,
    own: true,
    polarity,
    certainty: PLAIN_CERTAINTY,
    hypothetical: false,
    modifiers: [],
    holder: null,
    about: [{ mention, share: 1 }],
    actor: null,
  }
}
