import { canHold, namesOf } from './names.js'
import type { Phrase } from './phrases.js'
import type { Quotation } from './quotations.js'
import { MOSTLY_NOUNS, SPEECH, SPEECH_FORMS } from './speech-verbs.js'
import { type Attribution, indexOf, type State } from './state.js'
import { findInverted, findSubjects } from './subjects.js'

const LONGEST_CONTENT = 120 // tokens of a clause that is given to somebody; longer than nearly every sentence
const MOST_STEPS = 40 // phrases of a sentence that are read for the end of a clause
const CLAUSE_REACH = 12 // phrases from a subject to its verb

/** What a verb of speech gives to whom; none where it reports nothing. */
export function readVerb(state: State, at: number): Attribution[] | null {
  const { unit, phrases, quotations, quotedBy, bounds } = state
  const { lower, pos } = unit.tokens
  const verb = phrases[at] as Phrase
  // `vowed to fight`: the first verb of the chain reports.
  let head = verb.last
  if (!SPEECH_FORMS.has(lower[head] as string))
    for (let i = verb.first; i < verb.last; i++)
      if (pos[i] !== 'AUX' && lower[i + 1] === 'to' && SPEECH_FORMS.has(lower[i] as string)) head = i
  const form = lower[head] as string
  const does = SPEECH_FORMS.get(form) ?? 0
  if (does === 0 || verb.form === 'to') return null
  const ordinal = verb.sentence
  const from = bounds[ordinal] as number
  const to = (bounds[ordinal + 1] ?? lower.length) - 1
  const around = quotedBy[verb.first] as number
  const frame = around >= 0 ? (quotations[around] as Quotation) : null
  const left = phrases[at - 1]
  const sameLeft = left?.sentence === ordinal || left?.kind === 'mark' ? left : undefined
  if (MOSTLY_NOUNS.has(form) && pos[verb.last] === 'NOUN' && sameLeft?.kind !== 'noun') return null
  // Who.
  let doers: readonly Phrase[] = []
  let inverted = false
  if (verb.passive) {
    doers = agentsOf(state, at)
  } else {
    const behindMark = sameLeft?.kind === 'mark' || (sameLeft?.kind === 'comma' && phrases[at - 2]?.kind === 'mark')
    const inversion =
      does & SPEECH.inverts && (!sameLeft || sameLeft.kind === 'mark' || sameLeft.kind === 'comma') ? findInverted(state, at) : []
    if (inversion.length > 0 && (behindMark || !sameLeft)) {
      doers = inversion
      inverted = true
    } else {
      doers = findSubjects(state, at)
      if (inversion.length > 0 && (doers.length === 0 || hasVerb(phrases, at, doers[0] as Phrase))) {
        doers = inversion
        inverted = true
      }
    }
  }
  if (doers.length === 0 || isContradicted(state, doers[0] as Phrase)) return null
  if (doers.some(({ first }) => quotedBy[first] !== around) && !verb.passive) return null
  const holders = namesOf(state, doers)
  if (holders === undefined) return null
  // What: right of the verb, or left of the tag.
  const subjectFirst = inverted ? verb.first : Math.min(verb.first, (doers[0] as Phrase).first)
  const tagEnd = inverted ? (doers.at(-1) as Phrase).last : verb.last
  let k = inverted ? indexOf(phrases, doers.at(-1) as Phrase) + 1 : at + 1
  if (verb.passive) return [{ first: from, last: to, holders }]
  if (does & SPEECH.tells && phrases[k]?.kind === 'noun') k++
  let moved = true
  while (moved) {
    moved = false
    const next = phrases[k]
    if (!next || next.sentence !== ordinal) break
    if (does & SPEECH.tags && next.kind === 'verb' && next.form === 'participle') {
      k++ // `in a statement published by the ministry`
      moved = true
    } else if (next.kind === 'noun' && next.time) {
      k++
      moved = true
    } else if (
      next.kind === 'preposition' &&
      lower[next.first] !== 'as' &&
      phrases[k + 1]?.kind === 'noun' &&
      does & SPEECH.tags
    ) {
      k += 2
      moved = true
    }
  }
  const next = phrases[k]
  // `“Who are they?” Voss said.`: the quotation closed its own sentence.
  const closed = subjectFirst === from && from > 0 ? closedIn(state, from - 1, frame) : undefined
  const isLast =
    !next || next.sentence !== ordinal || (next.kind === 'border' && lower[next.first] !== ':' && lower[next.first] !== ';')
  const opensQuote = (i: number): boolean => opensQuotation(state, phrases[i]?.first ?? -1, frame)
  const closesUnit = frame && next?.kind === 'mark' && next.first === frame.last
  if (isLast || closesUnit || ((next.kind === 'comma' || lower[next.first] === ';') && !opensQuote(k + 1))) {
    if (!(does & SPEECH.tags)) {
      if (isLast || closesUnit) return null
    } else if (closed) {
      const found: Attribution[] = [{ first: closed.first, last: closed.last, holders }]
      return found
    } else if (isAs(lower, subjectFirst) && next?.kind === 'comma') {
      return [{ first: next.last, last: to, holders }]
    } else if (subjectFirst > from || sameLeft?.kind === 'mark') {
      return readTag(state, at, subjectFirst, tagEnd, k, to, frame, holders)
    } else if (isLast) return null
  }
  if (next === undefined) return null
  // `“…,” Voss added, “…”`: both are said.
  const before =
    does & SPEECH.tags
      ? (closedIn(state, subjectFirst - 1, frame) ??
        (lower[subjectFirst - 1] === ',' ? closedIn(state, subjectFirst - 2, frame) : undefined))
      : undefined
  const isClause =
    head < verb.last ||
    next.kind === 'clause' ||
    next.kind === 'mark' ||
    (next.kind === 'verb' && next.form === 'to') ||
    lower[next.first] === ':' ||
    (next.kind === 'comma' && opensQuote(k + 1))
  const isJudged = does & SPEECH.judges && lower[(phrases[k + 1] as Phrase | undefined)?.first ?? -1] === 'as'
  if (does & SPEECH.weak && !isClause && !isJudged && !isClauseAt(phrases, k)) return null
  let last = to
  const start = head
  const beyond = state.outerAt[to] as number
  if (!frame && beyond >= 0 && (quotations[beyond] as Quotation).first > verb.last) last = (quotations[beyond] as Quotation).last
  // `the fall added to the doubts`: a thing says nothing.
  const isQuoted = next.kind === 'mark' || lower[next.first] === ':' || lower[next.first] === 'that' || does & SPEECH.inverts
  if (!doers.some((doer) => canHold(state, doer, true)) && !isQuoted) return null
  const isSaid = (does & SPEECH.tags) !== 0 || next.kind === 'clause' || next.kind === 'mark'
  if (frame) last = Math.min(last, frame.last)
  const end = endOfClause(state, k, isSaid && !(frame && holders !== null) ? 'said' : 'judged')
  const split = end < last ? (quotedBy[end] as number) : -1
  if (end < last && (split < 0 || split === around || (quotations[split] as Quotation).last === end)) last = end
  const right = { first: start, last: last > to ? last : Math.min(last, start + LONGEST_CONTENT), holders }
  return before ? [{ first: before.first, last: before.last, holders }, right] : [right]
}

/** The quotation that ends at a token, within the one that the tag stands in. */
function closedIn({ closedAt }: State, at: number, frame: Quotation | null): Quotation | undefined {
  const found = closedAt.get(at)
  return found && found.depth === (frame ? frame.depth + 1 : 0) ? found : undefined
}

function opensQuotation({ quotedBy, quotations }: State, at: number, frame: Quotation | null): boolean {
  const found = quotations[at < 0 ? -1 : (quotedBy[at] as number)]
  return found?.first === at && found.depth > (frame ? frame.depth : -1)
}

/** `Contrary to what critics say`, `Whatever they claim`: what follows is said against it. */
function isContradicted({ unit }: State, { first }: Phrase): boolean {
  const { lower } = unit.tokens
  return (
    lower[first - 1] === 'whatever' ||
    (lower[first - 1] === 'what' && lower[first - 2] === 'to' && lower[first - 3] === 'contrary')
  )
}

/** `As Voss said, …` */
function isAs(lower: readonly string[], first: number): boolean {
  return lower[first - 1] === 'as'
}

/**
 * The last token of what a verb reports: a claim goes on to the end of its sentence, unless another clause is set against it
 * (`…, but Brandt left`); a judgment ends where another clause begins.
 */
function endOfClause({ unit, phrases }: State, from: number, kind: 'said' | 'judged'): number {
  const { lower } = unit.tokens
  const ordinal = phrases[from]?.sentence
  for (let i = from; i < phrases.length && i - from < MOST_STEPS && phrases[i]?.sentence === ordinal; i++) {
    const phrase = phrases[i] as Phrase
    if (phrase.kind !== 'comma' && phrase.kind !== 'and') continue
    let k = i + 1
    let contrast = CONTRAST.has(lower[phrase.first] as string)
    if (phrase.kind === 'comma' && (phrases[k]?.kind === 'and' || CONTRAST.has(lower[phrases[k]?.first ?? -1] ?? ''))) {
      contrast ||= CONTRAST.has(lower[(phrases[k] as Phrase).first] as string)
      k++
    }
    if (kind === 'said') {
      if (contrast && phrase.kind === 'comma' && isClauseAt(phrases, k) && phrases[k]?.person !== 'none') return phrase.first - 1
    } else if (phrases[k]?.kind === 'clause' || isClauseAt(phrases, k)) return phrase.first - 1
  }
  return lower.length
}

const CONTRAST: ReadonlySet<string> = new Set(['but', 'while', 'whereas', 'although', 'though', 'yet'])

/** A noun with a verb of its own: `said the plan is`. */
function isClauseAt(phrases: readonly Phrase[], from: number): boolean {
  for (let i = from; i < phrases.length && i - from < CLAUSE_REACH && phrases[i]?.sentence === phrases[from]?.sentence; i++) {
    const { kind, form } = phrases[i] as Phrase
    if (kind === 'verb') return form === 'finite' || (form === 'to' && i > from)
    if (kind === 'comma' || kind === 'border' || kind === 'relative') return false
  }
  return false
}

/** Whether a verb stands between a tag and the noun that is taken for its subject. */
function hasVerb(phrases: readonly Phrase[], at: number, doer: Phrase): boolean {
  for (let i = at - 1; i >= 0 && (phrases[i] as Phrase).first > doer.first; i--)
    if (phrases[i]?.kind === 'verb' && phrases[i - 1]?.kind !== 'relative' && phrases[i]?.form === 'finite') return true
  return false
}

/** `…, Voss said`, `…, said Voss, …`: what stands before the tag, and what goes on behind it. */
function readTag(
  state: State,
  at: number,
  subjectFirst: number,
  tagEnd: number,
  behind: number,
  to: number,
  frame: Quotation | null,
  holders: readonly string[] | null,
): Attribution[] {
  const { unit, phrases, quotations, bounds } = state
  const { lower } = unit.tokens
  const ordinal = (phrases[at] as Phrase).sentence
  let end = subjectFirst - 1
  const begin = Math.max(bounds[ordinal] as number, frame ? frame.first : 0, end - LONGEST_CONTENT)
  if (lower[end] === ',') end--
  // The quotation that closes right before the tag, with all its sentences.
  const quotation = closedIn(state, end, frame) ?? closedIn(state, end + 1, frame)
  const first = quotation ? Math.min(begin, quotation.first) : begin
  const found: Attribution[] = [{ first, last: end, holders }]
  const next = phrases[behind]
  const after = phrases[behind + 1]
  if ((next?.kind === 'comma' || next?.kind === 'border') && after && after.sentence === ordinal) {
    const isAside =
      after.kind === 'relative' || (after.kind === 'verb' && after.form !== 'finite') || (quotation && after.kind !== 'mark')
    if (!isAside) {
      let last = to
      const beyond = state.outerAt[to] as number
      if (beyond >= 0 && (quotations[beyond] as Quotation).first > tagEnd) last = (quotations[beyond] as Quotation).last
      else last = Math.min(last, tagEnd + LONGEST_CONTENT)
      if (frame) last = Math.min(last, frame.last)
      found.push({ first: tagEnd + 1, last, holders })
    }
  }
  return found
}

const AGENT_REACH = 8 // phrases from a passive verb to `by`

/** `was condemned on Monday by Voss`: who does what a passive verb says; none where that is not said. */
export function agentsOf({ unit, phrases }: State, verb: number): readonly Phrase[] {
  const { lower } = unit.tokens
  const ordinal = phrases[verb]?.sentence
  for (let i = verb + 1; i < phrases.length && i - verb <= AGENT_REACH; i++) {
    const phrase = phrases[i] as Phrase
    if (phrase.sentence !== ordinal || phrase.kind === 'comma' || phrase.kind === 'border') break
    const noun = phrases[i + 1]
    if (lower[phrase.first] !== 'by' || noun?.kind !== 'noun' || noun.time) continue
    const other = phrases[i + 2]?.kind === 'and' ? phrases[i + 3] : undefined
    return other?.kind === 'noun' && phrases[i + 4]?.kind !== 'verb' ? [noun, other] : [noun]
  }
  return []
}
