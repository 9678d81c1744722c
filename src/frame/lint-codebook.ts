import { annotateText } from '../annotate/index.js'
import { describeValue, FramingError } from '../error.js'
import { matchPatterns, type PatternHit } from '../match/index.js'
import { splitSentences } from '../segment/index.js'
import { chooseHits } from './choose-hits.js'
import { type Codebook, defineCodebook } from './codebook.js'
import { type CompiledCodebook, compileCodebook } from './compile-codebook.js'
import { listExamples, makeExampleUnit } from './pattern-examples.js'

/** One thing to look at in a codebook. */
export interface CodebookFinding {
  /**
   * `duplicate-cue`: all it matches is matched by a cue of its frame before it; `dead-cue`: an exclusion or a better cue takes all it could match;
   * `overlapping-cue`: another frame has the same pattern, and no note says why; `frequent-cue`: it stands in more units of the corpus than a cue should;
   * `unreliable-cue`: coders give the frame far less often than its reliability says.
   */
  readonly code: 'duplicate-cue' | 'dead-cue' | 'overlapping-cue' | 'frequent-cue' | 'unreliable-cue'
  /** Id of the cue as evidence names it, `security.terrorism/suicide bomb`. */
  readonly rule: string
  /** One sentence with the remedy. */
  readonly message: string
}

/** What a corpus says of one cue. */
export interface CueUse {
  readonly rule: string
  readonly reliability: number
  /** Units of the corpus it stands in. */
  readonly units: number
  /** The share of the corpus's units it stands in, in [0, 1]. */
  readonly coverage: number
  /** The share of those that coders gave the frame, in [0, 1]; null where none of them is coded. */
  readonly precision: number | null
}

/** A unit of a corpus, with the frames that a coder gave it where it is coded. */
export interface CorpusUnit {
  readonly text: string
  readonly frames?: readonly string[]
}

export interface CodebookReview {
  readonly findings: readonly CodebookFinding[]
  /** One row a cue, in the order of the codebook; empty without a corpus. */
  readonly cues: readonly CueUse[]
}

const FREQUENT = 0.1 // of the units; a cue in more of them is a common word
const ENOUGH = 10 // coded units with a cue, from which its precision says something
const TOO_FAR = 0.3 // below its reliability

/**
 * Looks for cues that say nothing, say the same, or say less than they claim.
 *
 * @param corpus - units of text, coded or not; without it only the codebook itself is read
 * @returns findings in the order of the codebook
 * @throws {FramingError} `invalid-codebook`, and `invalid-argument` where a unit of the corpus is none or all are coded with frames that the
 *   codebook does not have.
 * @example
 * const codebook = defineCodebook({
 *   id: 'water',
 *   version: '1.0.0',
 *   frames: [
 *     { id: 'water', definition: 'Rivers.', facets: [{ id: 'all', cues: [{ pattern: 'dam', reliability: 0.8 }] }], exclusions: ['dam'] },
 *   ],
 * })
 * lintCodebook(codebook).findings[0]?.code //=> 'dead-cue'
 */
export function lintCodebook(codebook: Codebook, corpus: Iterable<CorpusUnit> = []): CodebookReview {
  const { table: _, ...plain } = defineCodebook(codebook) // a word table changes no cue, and is long to read
  const compiled = compileCodebook(plain)
  const cues = countUses(corpus, compiled)
  const repeated = findRepeated(plain, compiled)
  const duplicates = new Set(repeated.filter(({ code }) => code === 'duplicate-cue').map(({ rule }) => rule))
  const findings = [...repeated, ...findDead(compiled).filter(({ rule }) => !duplicates.has(rule)), ...findMisused(cues)]
  const order = new Map(compiled.entries.map(({ rule }, i) => [rule, i]))
  return { findings: findings.sort((a, b) => (order.get(a.rule) as number) - (order.get(b.rule) as number)), cues }
}

function findRepeated({ frames }: Codebook, { entries }: CompiledCodebook): CodebookFinding[] {
  const findings: CodebookFinding[] = []
  const ruleOf = new Map<string, string>() // by frame and words
  const frameOf = new Map<string, { readonly frame: number; readonly noted: boolean }>() // by pattern
  for (const { cue, frame, rule } of entries) {
    if (!cue) continue
    const other = frameOf.get(cue.pattern)
    const noted = cue.note !== undefined
    if (other === undefined) frameOf.set(cue.pattern, { frame, noted })
    else if (other.frame !== frame && !other.noted && !noted) {
      findings.push({
        code: 'overlapping-cue',
        rule,
        message: `The frame ${frames[other.frame]?.id} has the same pattern. Keep it where coders give the frame more often, or say in a note why both.`,
      })
    }
    const keys = cue.pattern.includes('~')
      ? [`${frame} ${cue.pattern}`] // with its gap it may match other words
      : listExamples(cue.pattern).map(
          (words) => `${frame} ${words.map(({ kind, word, pos }) => `${kind} ${pos} ${word}`).join('|')}`,
        )
    const repeated = keys.filter((key) => ruleOf.has(key))
    if (repeated.length === keys.length) {
      findings.push({
        code: 'duplicate-cue',
        rule,
        message: `Matches no more than ${ruleOf.get(repeated[0] as string)}. Leave it out.`,
      })
    }
    for (const key of keys) if (!ruleOf.has(key)) ruleOf.set(key, rule)
  }
  return findings
}

function findDead(compiled: CompiledCodebook): CodebookFinding[] {
  const { entries } = compiled
  return entries.flatMap((entry, index): CodebookFinding[] => {
    if (!entry.cue) return []
    const lives = listExamples(entry.cue.pattern).some((words) =>
      hitsOf(matchPatterns(makeExampleUnit(words), compiled.patterns), entry.frame, compiled).some((hit) => hit.entry === index),
    )
    return lives
      ? []
      : [
          {
            code: 'dead-cue',
            rule: entry.rule,
            message:
              'An exclusion or a more reliable cue takes all it could match. Leave it out, or make the other one narrower.',
          },
        ]
  })
}

function hitsOf(hits: readonly PatternHit[], frame: number, { entries }: CompiledCodebook): PatternHit[] {
  return chooseHits(
    hits.filter(({ entry }) => entries[entry]?.frame === frame),
    entries,
  )
}

function countUses(corpus: Iterable<CorpusUnit>, compiled: CompiledCodebook): CueUse[] {
  const { entries, codebook } = compiled
  const counts = entries.map(() => ({ units: 0, coded: 0, right: 0 }))
  const known = new Set(codebook.frames.map(({ id }) => id))
  let units = 0
  let unknown: string | undefined // a frame that the codebook does not have
  let agree = false // whether coders use any frame of the codebook
  for (const unit of checkCorpus(corpus)) {
    const { text, frames } = checkUnit(unit, units)
    units++
    for (const frame of frames ?? []) {
      if (known.has(frame)) agree = true
      else unknown ??= frame
    }
    const hits = matchPatterns(annotateText(text, { start: 0, end: text.length }, splitSentences(text)), compiled.patterns)
    const found = new Set(codebook.frames.flatMap((_, f) => hitsOf(hits, f, compiled).map(({ entry }) => entry)))
    for (const entry of found) {
      const count = counts[entry] as (typeof counts)[number]
      count.units++
      if (!frames) continue
      count.coded++
      if (frames.includes(codebook.frames[entries[entry]?.frame as number]?.id as string)) count.right++
    }
  }
  if (unknown !== undefined && !agree) {
    throw invalid(`the corpus to be coded with frames of ${codebook.id}`, unknown, `It knows ${[...known].join(', ')}.`)
  }
  if (units === 0) return []
  return entries.flatMap(({ cue, rule }, i): CueUse[] => {
    const { units: used, coded, right } = counts[i] as (typeof counts)[number]
    if (!cue) return []
    const precision = coded === 0 ? null : right / coded
    return [{ rule, reliability: cue.reliability, units: used, coverage: used / units, precision }]
  })
}

function checkCorpus(corpus: unknown): Iterable<unknown> {
  const iterable = typeof corpus === 'object' && corpus !== null && Symbol.iterator in corpus
  if (iterable) return corpus as Iterable<unknown>
  throw invalid('the corpus to be a list of units', corpus, 'Write [{ text, frames }].')
}

function checkUnit(unit: unknown, index: number): CorpusUnit {
  const { text, frames } = Object(unit) as Partial<CorpusUnit>
  if (typeof text === 'string' && (frames === undefined || Array.isArray(frames))) return unit as CorpusUnit
  throw invalid(
    `unit ${index} of the corpus to have a text, and frames in a list where it is coded`,
    unit,
    'Write { text, frames }.',
  )
}

function invalid(expected: string, got: unknown, remedy: string): FramingError {
  return new FramingError('invalid-argument', `Expected ${expected}, got ${describeValue(got)}. ${remedy}`)
}

function findMisused(cues: readonly CueUse[]): CodebookFinding[] {
  return cues.flatMap(({ rule, units, coverage, precision, reliability }): CodebookFinding[] => {
    const findings: CodebookFinding[] = []
    if (units >= ENOUGH && coverage > FREQUENT) {
      findings.push({
        code: 'frequent-cue',
        rule,
        message: `Stands in ${Math.round(coverage * 100)} % of the units. Ask for a word beside it, or leave it out.`,
      })
    }
    if (units >= ENOUGH && precision !== null && precision < reliability - TOO_FAR) {
      findings.push({
        code: 'unreliable-cue',
        rule,
        message: `Coders give its frame to ${Math.round(precision * 100)} % of the units with it, not ${Math.round(reliability * 100)} %. Lower its reliability, or make it narrower.`,
      })
    }
    return findings
  })
}
