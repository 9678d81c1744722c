import { FramingError } from '../error.js'
import type { AnnotatedText, Mention, OverallStance, Span, StanceScore, Target } from '../types.js'
import { type Cue, findCues } from './find-cues.js'
import { judge, OVERALL_SCALE, TARGET_SCALE } from './judge.js'
import { makeLexicon } from './lexicon/lexicon.js'

export interface ScoreOptions {
  /** Targets of the caller's: one that is mentioned and not judged gets a row labeled `neutral`. */
  readonly targets?: readonly Target[]
  /** Give rows for the caller's targets only. */
  readonly only?: boolean
  /** Score the mention at this position only; gives exactly one row. */
  readonly target?: Span
}

export interface UnitStance {
  readonly overall: OverallStance | null
  readonly stances: readonly StanceScore[]
}

export interface StanceScorer {
  score(unit: AnnotatedText, mentions: readonly Mention[], holder: string, options?: ScoreOptions): UnitStance
}

/** Makes a scorer; its lexicon is built once. */
export function createStanceScorer(): StanceScorer {
  const lexicon = makeLexicon()
  return {
    score(unit, mentions, holder, options = {}) {
      const all = options.target ? withTarget(unit, mentions, options.target) : mentions
      const cues = findCues(unit, all, lexicon)
      const own = cues.filter((cue) => cue.holder === null)
      return {
        overall:
          own.length > 0
            ? judge(
                unit,
                own.map((cue) => ({ cue, share: 1 })),
                OVERALL_SCALE,
              )
            : null,
        stances: scoreTargets(unit, all, cues, holder, options),
      }
    },
  }
}

/** Adds the mention at the caller's position, unless one is found just there. */
function withTarget(unit: AnnotatedText, mentions: readonly Mention[], { start, end }: Span): Mention[] {
  const quote = unit.text.slice(start, end)
  if (quote.trim() === '') {
    throw new FramingError(
      'invalid-target',
      `Expected a target of at least one character, got [${start}, ${end}). Give the span of the words that name it.`,
    )
  }
  const name = mentions.find((mention) => mention.start === start && mention.end === end)?.name ?? quote
  const given: Mention = { name, kind: 'given', start, end, quote, by: 'name' }
  return [...mentions.filter((mention) => mention.end <= start || mention.start >= end), given].sort((a, b) => a.start - b.start)
}

function scoreTargets(
  unit: AnnotatedText,
  mentions: readonly Mention[],
  cues: readonly Cue[],
  speaker: string,
  options: ScoreOptions,
): StanceScore[] {
  const wanted = wantedNames(options, mentions)
  const groups = new Map<string, { target: string; holder: string; parts: { cue: Cue; share: number }[] }>()
  const groupOf = (target: string, holder: string): { cue: Cue; share: number }[] => {
    const key = JSON.stringify([target, holder])
    const known = groups.get(key)
    if (known) return known.parts
    const parts: { cue: Cue; share: number }[] = []
    groups.set(key, { target, holder, parts })
    return parts
  }
  for (const cue of cues) {
    for (const { mention, share } of cue.about) {
      const holder = cue.holder ?? speaker
      if ((options.only || options.target) && !wanted.has(mention.name)) continue
      if (options.target && mention.start !== options.target.start) continue
      if (holder !== mention.name) groupOf(mention.name, options.target ? speaker : holder).push({ cue, share })
    }
  }
  const spans = new Map<string, Span[]>()
  for (const { name, start, end } of mentions) {
    const known = spans.get(name)
    if (known) known.push({ start, end })
    else spans.set(name, [{ start, end }])
  }
  const judged = new Set([...groups.values()].map(({ target }) => target))
  for (const name of wanted) if (spans.has(name) && !judged.has(name)) groupOf(name, speaker)
  return [...groups.values()].map(({ target, holder, parts }) => ({
    target,
    holder,
    mentions: spans.get(target) ?? [],
    ...judge(unit, parts, TARGET_SCALE),
  }))
}

function wantedNames({ targets, target }: ScoreOptions, mentions: readonly Mention[]): Set<string> {
  if (target) {
    const mention = mentions.find(({ start, kind }) => start === target.start && kind === 'given')
    return new Set(mention ? [mention.name] : [])
  }
  return new Set((targets ?? []).map((each) => (typeof each === 'string' ? each : each.name)))
}
