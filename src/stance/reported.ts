import type { Holder } from './cue.js'
import { ROLE } from './lexicon/roles.js'
import { findActor, findOwner } from './owner.js'
import { type Reading, roleOf } from './reading.js'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** What follows a noun that reports somebody's judgment of something: `criticism of`, `fears that`. */
const AFTER_NOUN = set('about of over regarding concerning surrounding toward towards against at on to with that by')
const DISMISSAL_REACH = 12 // tokens from the noun to the predicate that dismisses it
const OBJECT_REACH = 5 // tokens from the verb that dismisses to the noun
const CLAIM_REACH = 24 // tokens of a claim after `that`

/** A judgment that is reported, and what the speaker makes of it. */
export interface Report {
  /** The noun that reports it. */
  readonly noun: number
  /** Whose it is; null where it is the speaker's own. */
  readonly holder: Holder
  /** The token by which it is rejected, or -1. */
  readonly dismissed: number
  /** Who rejects it, where it is somebody else than the speaker. */
  readonly by: Holder
}

/**
 * Finds reported judgments by the noun that names them, one a sentence: `criticism of the dam by engineers`, `claims that …`.
 * Source: this library.
 */
export function findReports(reading: Reading): (Report | undefined)[] {
  const { lower, pos, sentence } = reading.tokens
  const found: (Report | undefined)[] = []
  for (let i = 0; i < lower.length; i++) {
    if (!(roleOf(reading, i) & ROLE.report) || found[sentence[i] as number]) continue
    const opens =
      i === 0 || sentence[i - 1] !== sentence[i] || (lower[i - 2] === 'there' && (roleOf(reading, i - 1) & ROLE.passive) !== 0)
    if ((pos[i] !== 'NOUN' && !opens) || !AFTER_NOUN.has(lower[i + 1] ?? '')) continue
    // `Villagers fear that`: behind those who do it, it is a verb, whatever its tag says.
    if (!opens && lower[i + 1] === 'that' && pos[i - 1] === 'NOUN' && (lower[i - 1] as string).endsWith('s')) continue
    const own = findDismissal(reading, i)
    const other = own < 0 ? findOthersDismissal(reading, i) : -1
    const dismissed = own < 0 ? other : own
    const denied = dismissed < 0 && (reading.columns.negator[i] as number) >= 0
    if (denied) continue
    const owner = dismissed >= 0 ? null : findOwner(reading, i)
    found[sentence[i] as number] = {
      noun: i,
      holder: owner === null ? null : [owner],
      dismissed,
      by: other < 0 ? null : findActor(reading, other),
    }
  }
  return found
}

/** Whether a cue belongs to what is reported: the noun itself, a word that describes it, or the claim after `that`. */
export function isReported({ tokens }: Reading, { noun, dismissed }: Report, first: number, last: number): boolean {
  if (first === dismissed) return false
  if (first <= noun && last >= noun) return true
  if (last < noun) return noun - last <= 2 && tokens.pos[first] === 'ADJ'
  const isClaim = tokens.lower[noun + 1] === 'that' && first - noun <= CLAIM_REACH
  return isClaim && (dismissed < 0 || dismissed < noun || first < dismissed)
}

/** `baseless accusations`, `the accusations are baseless`, `we reject the accusations`, `I do not share the fears`. */
function findDismissal(reading: Reading, noun: number): number {
  const { lower, sentence } = reading.tokens
  if (roleOf(reading, noun - 1) & ROLE.dismissal && sentence[noun - 1] === sentence[noun]) return noun - 1
  for (let i = noun - 1; i >= 0 && noun - i <= OBJECT_REACH && sentence[i] === sentence[noun]; i--) {
    if (roleOf(reading, i) & ROLE.dismisses && isSelf(reading, i)) return i
    if (lower[i] === 'truth' && lower[i - 3] === 'further') return i // `nothing could be further from the truth than`
    const declines = lower[i] === 'share' || lower[i] === 'accept' || lower[i] === 'believe' || lower[i] === 'understand'
    if (declines && (reading.columns.negator[i] as number) >= 0 && isSelf(reading, i)) return i
  }
  let predicate = false
  for (let i = noun + 1; i < lower.length && i - noun <= DISMISSAL_REACH && sentence[i] === sentence[noun]; i++) {
    const role = roleOf(reading, i)
    if (predicate && role & ROLE.dismissal) return i
    if (role & ROLE.passive) predicate = true
    else if (lower[i] === ',' || lower[i] === ';') predicate = false
  }
  return -1
}

/** `Berlin rejects the charge that`: the verb, or -1. */
function findOthersDismissal(reading: Reading, noun: number): number {
  const { sentence } = reading.tokens
  for (let i = noun - 1; i >= 0 && noun - i <= OBJECT_REACH && sentence[i] === sentence[noun]; i--)
    if (roleOf(reading, i) & ROLE.dismisses) return findActor(reading, i) === null ? -1 : i
  return -1
}

function isSelf(reading: Reading, verb: number): boolean {
  const { sentence } = reading.tokens
  for (let i = verb - 1; i >= 0 && verb - i <= OBJECT_REACH && sentence[i] === sentence[verb]; i--)
    if (roleOf(reading, i) & ROLE.selfSubject) return true
  return false
}

const OPENING = 12 // tokens of a sentence that are read for a rejection of the one before
const REJECTIONS: readonly RegExp[] = [
  /^(?:but |yet |however , )?(?:i|we)(?: \w+)? (?:disagree|reject|dismiss|beg to differ|(?:do|can|could) (?:not|n't) (?:agree|think so|share|believe|accept))/,
  /^(?:but |yet |however , )?(?:i|we)(?: \w+)? cannot (?:agree|accept|share)/,
  /^(?:but |yet |however , )?(?:this|that|it|they|these|those|such \w+|(?:this|that|these|those|the) \w+) (?:is|are|'s|'re)(?: (?:simply|just|completely|plainly|totally|quite|clearly|of course|all|utterly|entirely|deeply))? (?:(?:not|n't) (?:true|so|the case|correct|right|fair)|wrong|false|untrue|nonsense|mistaken|absurd|baseless|unfounded|groundless|exaggerated|unfair|misguided|incorrect|a (?:myth|lie|mistake|misunderstanding|misconception))/,
  /^(?:but )?(?:on the contrary|not at all|far from it|quite the (?:opposite|contrary)|nothing (?:could|can) be f(?:u|a)rther)/,
]

/** Whether a sentence opens by rejecting what was said before: `I disagree`, `That is not true`. Gives the last token of it, or -1. */
export function findRejection({ tokens, bounds }: Reading, ordinal: number): number {
  const from = bounds[ordinal] ?? 0
  const to = Math.min(bounds[ordinal + 1] ?? tokens.lower.length, from + OPENING)
  const opening = tokens.lower.slice(from, to).join(' ')
  for (const pattern of REJECTIONS) {
    const [match] = pattern.exec(opening) ?? []
    if (match !== undefined) return Math.min(to, from + match.split(' ').length) - 1
  }
  return -1
}

const AFTERTHOUGHT = 28 // tokens of a sentence behind a judgment that are read for its rejection
const REJECTED_AFTER =
  /(?:; |, |– |— |\. )(?:but |yet )?(?:in (?:truth|fact|reality) |(?:which|that|this) is (?:simply |plainly |quite |just )?(?:a lie|a myth|false|untrue|wrong|nonsense|not true|absurd|baseless|unfounded)|(?:he|she|they) (?:is|are) (?:wrong|mistaken)|(?:the )?\w+ refutes? (?:this|that|them|it)|(?:i|we) (?:disagree|beg to differ))/

/** Whether the rest of a sentence rejects what was reported in it: `…, which is a lie`. Gives the last token of it, or -1. */
export function findAfterthought({ tokens, bounds }: Reading, last: number): number {
  const ordinal = tokens.sentence[last] as number
  const to = Math.min(bounds[ordinal + 1] ?? tokens.lower.length, last + 1 + AFTERTHOUGHT)
  const rest = tokens.lower.slice(last + 1, to).join(' ')
  const found = REJECTED_AFTER.exec(` ${rest}`)
  return found
    ? Math.min(
        to - 1,
        last +
          ` ${rest}`
            .slice(0, found.index + found[0].length)
            .trim()
            .split(' ').length,
      )
    : -1
}
