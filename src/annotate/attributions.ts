import type { AnnotatedText, Mention } from '../types.js'
import { findPhrases, type Phrase } from './phrases.js'
import { findQuotations, type Quotation } from './quotations.js'
import { MOSTLY_NOUNS, SPEECH, SPEECH_FORMS } from './speech-verbs.js'
import { findInverted, findSubjects, type Grammar } from './subjects.js'

/** Whose words or thoughts each token of a unit is; null for the voice of the unit itself. */
export interface Voices {
  readonly holders: readonly (readonly string[] | null)[]
}

/** Words that are given to somebody. */
interface Attribution {
  /** First and last token of what is said. */
  readonly first: number
  readonly last: number
  /** Whose it is; null for the voice of the unit, or of the quotation it stands in: `I think`. */
  readonly holders: readonly string[] | null
  /** Whether it stands in a quotation. */
  readonly quoted?: boolean
}

/** What an article has said so far, carried from unit to unit. */
interface Carried {
  /** Whoever was quoted last. */
  speaker: readonly string[] | null
  /** The last person, and the last group or body. */
  person: string | null
  group: string | null
  body: string | null
  /** Whether the next unit is what was announced: `Voss said:`. */
  announced: boolean
  /** Whether the next unit goes on with an open quotation. */
  open: boolean
}

const LONGEST_CONTENT = 120 // tokens of a clause that is given to somebody; longer than nearly every sentence

/**
 * Reads whose words or thoughts each token is, over all units of an article: quotations with their tags, also across paragraphs,
 * indirect speech, thought and intention. The voice of a unit itself is left out.
 *
 * @param units - the units of one article in reading order
 * @param mentions - what is mentioned in each
 * @param speakers - whose turn each unit is; nothing is carried from one speaker's words into another's
 */
export function findVoices(
  units: readonly AnnotatedText[],
  mentions: readonly (readonly Mention[])[],
  speakers: readonly string[] = [],
): Voices[] {
  let carried = nothing()
  const drafts = units.map((unit, i) => {
    if (i > 0 && speakers[i] !== speakers[i - 1]) carried = nothing()
    const draft = readUnit(unit, mentions[i] ?? [], carried)
    return draft
  })
  // A quotation without a tag that goes on in the next unit is whose tag comes there.
  for (let i = drafts.length - 2; i >= 0; i--) {
    const draft = drafts[i] as Draft
    if (draft.waiting === null || speakers[i] !== speakers[i + 1]) continue
    const next = drafts[i + 1] as Draft
    if (next.opening !== null) {
      draft.attributions.push({ first: draft.waiting.first, last: draft.waiting.last, holders: next.opening })
      if (draft.waiting.first === 0) draft.opening = next.opening
    }
  }
  return drafts.map(({ attributions }, i) => ({ holders: paint((units[i] as AnnotatedText).tokens.lower.length, attributions) }))
}

function nothing(): Carried {
  return { speaker: null, person: null, group: null, body: null, announced: false, open: false }
}

interface Draft {
  readonly attributions: Attribution[]
  /** A quotation that nobody is named for and that goes on in the next unit. */
  waiting: Quotation | null
  /** Whose the quotation is that opens the unit. */
  opening: readonly string[] | null
}

/** Gives each token to the shortest stretch around it. */
function paint(length: number, attributions: readonly Attribution[]): (readonly string[] | null)[] {
  const holders = new Array<readonly string[] | null>(length).fill(null)
  const sorted = attributions
    .map((each, i) => ({ each, i }))
    .sort((a, b) => b.each.last - b.each.first - (a.each.last - a.each.first) || a.i - b.i)
  for (const { each } of sorted) {
    if (each.holders === null && each.quoted) continue
    for (let i = each.first; i <= each.last; i++) holders[i] = each.holders
  }
  return holders
}

interface State extends Grammar {
  readonly mentionAt: readonly (Mention | undefined)[]
  readonly quotations: readonly Quotation[]
  /** Ordinal of the innermost quotation at each token, or -1. */
  readonly quotedBy: Int32Array
  /** First token of each sentence, and the length. */
  readonly bounds: readonly number[]
}

function readUnit(unit: AnnotatedText, mentions: readonly Mention[], carried: Carried): Draft {
  const { tokens } = unit
  const length = tokens.lower.length
  const mentionAt = placeMentions(unit, mentions)
  const quotations = findQuotations(unit.text, tokens)
  const quotedBy = new Int32Array(length).fill(-1)
  quotations.forEach(({ first, last }, k) => {
    quotedBy.fill(k, first, last + 1)
  })
  const bounds: number[] = []
  for (let i = 0; i < length; i++) while (bounds.length <= (tokens.sentence[i] as number)) bounds.push(i)
  const state: State = {
    unit,
    phrases: findPhrases(unit, mentionAt),
    mentionAt,
    quotations,
    quotedBy,
    bounds,
    takesClause: (verb) =>
      ((SPEECH_FORMS.get(tokens.lower[verb.last] as string) ?? 0) & (SPEECH.clause | SPEECH.judges)) === SPEECH.clause,
  }
  return readVoices(state, carried)
}

export function placeMentions({ tokens }: AnnotatedText, mentions: readonly Mention[]): (Mention | undefined)[] {
  const at = new Array<Mention | undefined>(tokens.lower.length)
  let m = 0
  for (let i = 0; i < at.length; i++) {
    while (m < mentions.length && (mentions[m] as Mention).end <= (tokens.start[i] as number)) m++
    const mention = mentions[m]
    at[i] = mention && mention.start < (tokens.end[i] as number) ? mention : undefined
  }
  return at
}

function readVoices(state: State, carried: Carried): Draft {
  const { unit, phrases, quotations, bounds } = state
  const { lower, sentence } = unit.tokens
  const length = lower.length
  const draft: Draft = { attributions: [], waiting: null, opening: null }
  const persons: { at: number; name: string }[] = carried.person === null ? [] : [{ at: -1, name: carried.person }]
  const tagged = new Array<readonly string[] | null | undefined>(quotations.length)
  const give = (first: number, last: number, holders: readonly string[] | null): void => {
    if (first > last) return
    draft.attributions.push({ first, last, holders, quoted: holders === null && (state.quotedBy[first] as number) >= 0 })
    for (let i = first; i <= last; i++) {
      const k = state.quotedBy[i] as number
      if (k < 0) continue
      const quotation = quotations[k] as Quotation
      if (first <= quotation.first + 1 && last >= Math.min(quotation.last, quotation.first + 2)) tagged[k] ??= holders
      i = Math.max(i, quotation.last)
    }
  }
  let announcer: readonly string[] | null = null
  for (let i = 0; i < phrases.length; i++) {
    const phrase = phrases[i] as Phrase
    if (phrase.kind === 'verb') {
      const found = readVerb(state, i, carried)
      if (!found) continue
      for (const { first, last, holders } of found) give(first, last, holders)
      if (lower[length - 1] === ':' && found[0] && phrase.sentence === unit.tokens.sentence[length - 1])
        announcer = found[0].holders
    } else if (phrase.kind === 'noun') noteNoun(state, i, carried, persons)
  }
  for (let i = 0; i + 2 < length; i++)
    if (lower[i] === 'according' && lower[i + 1] === 'to') readAccording(state, i, carried, give)
  // Quotations without a tag of their own.
  let before: readonly string[] | null = null
  let beforeLast = -1
  let p = 0
  for (let k = 0; k < quotations.length; k++) {
    const { first, last, depth, open } = quotations[k] as Quotation
    if (depth > 0) continue
    while (p + 1 < persons.length && (persons[p + 1] as { at: number }).at < first) p++
    let holders: readonly string[] | null | undefined = tagged[k]
    if (holders === undefined) {
      const isFull = opensSentence(state, first) && closesSentence(state, last)
      if (isFull) {
        const dash = dashTag(state, last, carried)
        const between = persons[p]
        if (dash) holders = dash
        else if (
          before !== null &&
          first - beforeLast > 8 &&
          between &&
          sentence[between.at] !== sentence[beforeLast] &&
          between.at > beforeLast &&
          between.at < first
        )
          holders = [between.name]
        else if (before !== null) holders = before
        else if (first === 0) holders = carried.speaker
        else if (between && between.at >= 0) holders = [between.name]
        else holders = carried.speaker
        if (holders === null && open) draft.waiting = quotations[k] as Quotation
        if (holders) draft.attributions.push({ first, last, holders })
      }
    }
    if (holders) {
      before = holders
      beforeLast = last
      if (first === 0) draft.opening = holders
    }
  }
  if (carried.announced && quotations[0]?.first !== 0 && carried.speaker)
    draft.attributions.push({ first: 0, last: length - 1, holders: carried.speaker })
  const announced = length > 0 && lower[length - 1] === ':'
  carried.announced = announced
  if (announced) carried.speaker = announcer ?? lastNamed(persons, bounds.at(-1) ?? 0)
  else if (before) carried.speaker = before
  else if (quotations.length === 0) carried.speaker = null
  carried.person = persons.at(-1)?.name ?? carried.person
  return draft
}

function lastNamed(persons: readonly { at: number; name: string }[], from: number): readonly string[] | null {
  const last = persons.at(-1)
  return last && last.at >= from ? [last.name] : null
}

function opensSentence({ unit }: State, at: number): boolean {
  return at === 0 || unit.tokens.sentence[at - 1] !== unit.tokens.sentence[at] || unit.tokens.lower[at - 1] === ':'
}

function closesSentence({ unit }: State, at: number): boolean {
  const { sentence, lower } = unit.tokens
  return at + 1 >= lower.length || sentence[at + 1] !== sentence[at]
}

/** `“…” — Minister Clara Voss`, up to the end of the unit. */
function dashTag(state: State, close: number, carried: Carried): readonly string[] | null {
  const { lower } = state.unit.tokens
  if (!/^[-–—]+$/.test(lower[close + 1] ?? '')) return null
  const at = state.phrases.findIndex(({ first, kind }) => first > close && kind === 'noun')
  const noun = state.phrases[at]
  if (!noun || noun.first > close + 3) return null
  return namesOf(state, [noun], carried) ?? null
}

/** Remembers who or what a pronoun may stand for. */
function noteNoun(state: State, at: number, carried: Carried, persons: { at: number; name: string }[]): void {
  const { phrases, unit, quotedBy, mentionAt } = state
  const phrase = phrases[at] as Phrase
  if (phrase.person !== null || phrase.time || (quotedBy[phrase.first] as number) >= 0) return
  const isObject = phrases[at - 1]?.kind === 'preposition'
  const mention = mentionAt[phrase.last]
  const name = nameOf(state, phrase)
  if (mention?.kind === 'person' || (!mention && isPersonName(unit, phrase))) {
    if (isObject && carried.person !== null && persons.length > 0) return
    carried.person = name
    persons.push({ at: phrase.first, name })
  } else if (!isObject) {
    const head = unit.tokens.lower[phrase.last] as string
    if (!mention && /(?:[^s]s|men|people|police)$/.test(head)) carried.group = name
    else if (mention && mention.kind !== 'topic' && mention.kind !== 'project') {
      carried.body = name
      if (mention.kind === 'organization') carried.group = name
    } else if (!mention && PERSON_NOUN.test(head)) {
      carried.person = name
      persons.push({ at: phrase.first, name })
    }
  }
}

const PERSON_NOUN =
  /(?:minister|president|premier|chancellor|ambassador|secretary|senator|governor|mayor|king|queen|judge|professor|director|man|woman|person|leader|commissioner|envoy|chief|candidate|nominee|analyst|official|deputy|adviser|lawyer|attorney|owner|driver|farmer|worker|teacher|nurse|doctor|student|bishop|voter|activist|businessman|lawmaker|critic|supporter|host|author|writer|reporter|journalist|columnist)$/

/** Two to four capitalized words: a name. */
function isPersonName({ tokens }: AnnotatedText, phrase: Phrase): boolean {
  const { value, pos } = tokens
  let count = 0
  for (let i = phrase.last; i >= phrase.first && /^\p{Lu}/u.test(value[i] as string); i--) {
    if (pos[i] === 'DET') return false
    count++
  }
  return count >= 2 && count <= 4
}

/** How whoever a phrase names is called: a name without its office, or the whole description. */
function nameOf(state: State, phrase: Phrase): string {
  const { unit, mentionAt } = state
  const { tokens, text } = unit
  const mention = mentionAt[phrase.last]
  if (mention && mention.kind !== 'topic' && mention.kind !== 'project') return mention.name
  let last = phrase.last
  let first = phrase.first
  const { value, pos, lower } = tokens
  const isOpening =
    first === last && pos[last] !== 'PROPN' && (first === 0 || tokens.sentence[first - 1] !== tokens.sentence[first])
  if (/^\p{Lu}/u.test(value[last] as string) && !isOpening) {
    let run = last
    while (run > first && (/^\p{Lu}/u.test(value[run - 1] as string) || value[run - 1] === '-')) run--
    if (
      run < last &&
      run > first &&
      pos[run] !== 'DET' &&
      (pos[run - 1] === 'NOUN' || pos[run - 1] === 'ADJ' || lower[run - 1] === "'s")
    )
      first = run
    for (let i = last - 1; i >= first; i--)
      if (SHORT_TITLE.test(value[i] as string)) {
        first = i
        break
      }
  } else last = endOfDescription(state, phrase)
  return text.slice(tokens.start[first], tokens.end[last])
}

const SHORT_TITLE = /^(?:Rep|Sen|Gov|Lt|Gen|Col|Capt|Sgt|Rev|Prof|Hon|Dr|Mr|Mrs|Ms|Reps|Sens)\.?$/

/** `the president of the union`, `farmers in Iowa`: a description with what belongs to it. */
function endOfDescription({ phrases, unit }: State, phrase: Phrase): number {
  const { lower } = unit.tokens
  let at = indexOf(phrases, phrase)
  let { last } = phrase
  for (let n = 0; n < 2; n++) {
    const link = phrases[at + 1]
    const noun = phrases[at + 2]
    if (
      link?.kind !== 'preposition' ||
      noun?.kind !== 'noun' ||
      noun.time ||
      link.first !== last + 1 ||
      noun.first !== link.last + 1
    )
      break
    if (noun.person !== null) break
    const form = lower[link.first] as string
    if (form === 'in' && unit.tokens.pos[phrase.last] === 'NUM') {
      last = noun.last // `nine in ten economists`
      at += 2
      continue
    }
    const isPlural = /s$/.test(lower[phrase.last] as string) || PERSON_NOUN.test(lower[phrase.last] as string)
    if (
      form !== 'of' &&
      !(isPlural && (form === 'in' || form === 'from' || form === 'across' || form === 'at' || form === 'for'))
    )
      break
    last = noun.last
    at += 2
  }
  return last
}

/** Ordinal of a phrase by its first token. */
function indexOf(phrases: readonly Phrase[], { first }: Phrase): number {
  let low = 0
  let high = phrases.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((phrases[middle] as Phrase).first < first) low = middle + 1
    else high = middle
  }
  return low
}

/** Whose words something is, by its subjects: null for the voice around it, undefined where nobody is named. */
function namesOf(state: State, doers: readonly Phrase[], carried: Carried): readonly string[] | null | undefined {
  const { unit, mentionAt } = state
  const names: string[] = []
  for (const doer of doers) {
    if (doer.person === 'self') return null
    if (doer.person === 'none' || isHardlyAnybody(unit, doer)) continue
    if (doer.person === null) {
      names.push(nameOf(state, doer))
      continue
    }
    const mention = mentionAt[doer.first]
    const known = mention?.name ?? (doer.person === 'they' ? carried.group : doer.person === 'it' ? carried.body : carried.person)
    if (known) names.push(known)
    else if (doer.person !== 'it') names.push(unit.text.slice(unit.tokens.start[doer.first], unit.tokens.end[doer.last]))
  }
  return names.length > 0 ? names : undefined
}

/** `Few say that`: hardly anybody holds what hardly anybody says. */
function isHardlyAnybody({ tokens }: AnnotatedText, { first }: Phrase): boolean {
  return HARDLY.has(tokens.lower[first] as string)
}

const HARDLY: ReadonlySet<string> = new Set(['few', 'nobody', 'none', 'no', 'neither', 'hardly', 'nothing'])

/** What a verb of speech gives to whom; none where it reports nothing. */
function readVerb(state: State, at: number, carried: Carried): Attribution[] | null {
  const { unit, phrases, quotations, quotedBy, bounds } = state
  const { lower, pos } = unit.tokens
  const verb = phrases[at] as Phrase
  const form = lower[verb.last] as string
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
  let agent = -1
  if (verb.passive) {
    for (
      let k = at + 1;
      k < phrases.length && k - at <= 8 && phrases[k]?.sentence === ordinal && phrases[k]?.kind !== 'comma';
      k++
    )
      if (lower[(phrases[k] as Phrase).first] === 'by' && phrases[k + 1]?.kind === 'noun') {
        agent = k + 1
        break
      }
    if (agent < 0) return null
    doers = [phrases[agent] as Phrase]
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
  const holders = namesOf(state, doers, carried)
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
    if (next.kind === 'noun' && next.time) {
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
  const closed =
    subjectFirst === from && from > 0
      ? quotations.find((q) => q.last === from - 1 && q.depth === (frame ? frame.depth + 1 : 0))
      : undefined
  const isLast =
    !next || next.sentence !== ordinal || (next.kind === 'border' && lower[next.first] !== ':' && lower[next.first] !== ';')
  const opensQuote = (i: number): boolean =>
    quotations.some((q) => q.first === (phrases[i]?.first ?? -1) && q.depth > (frame ? frame.depth : -1))
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
  const isClause =
    next.kind === 'clause' ||
    next.kind === 'mark' ||
    (next.kind === 'verb' && next.form === 'to') ||
    lower[next.first] === ':' ||
    (next.kind === 'comma' && opensQuote(k + 1))
  const isJudged = does & SPEECH.judges && lower[(phrases[k + 1] as Phrase | undefined)?.first ?? -1] === 'as'
  if (does & SPEECH.weak && !isClause && !isJudged && !isClauseAt(phrases, k)) return null
  let last = to
  const start = verb.last
  for (const q of quotations)
    if (q.first > verb.last && q.first <= to && q.last > last && (!frame || q.depth > frame.depth)) last = q.last
  const isSaid = (does & SPEECH.tags) !== 0 || next.kind === 'clause' || next.kind === 'mark'
  if (frame) last = Math.min(last, frame.last)
  const end = endOfClause(state, k, isSaid && !(frame && holders !== null) ? 'said' : 'judged')
  if (end < last && !quotations.some((q) => q.first > verb.last && q.first <= end && q.last > end)) last = end
  return [
    { first: start, last: quotedBy[last] === around || around >= 0 ? Math.min(last, start + LONGEST_CONTENT) : last, holders },
  ]
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
  for (let i = from; i < phrases.length && phrases[i]?.sentence === ordinal; i++) {
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
  for (let i = from; i < phrases.length && phrases[i]?.sentence === phrases[from]?.sentence; i++) {
    const { kind, form } = phrases[i] as Phrase
    if (kind === 'verb') return form === 'finite'
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
  { unit, phrases, quotations, bounds }: State,
  at: number,
  subjectFirst: number,
  tagEnd: number,
  behind: number,
  to: number,
  frame: Quotation | null,
  holders: readonly string[] | null,
): Attribution[] {
  const { lower } = unit.tokens
  const ordinal = (phrases[at] as Phrase).sentence
  const begin = Math.max(bounds[ordinal] as number, frame ? frame.first : 0)
  let end = subjectFirst - 1
  const depth = frame ? frame.depth + 1 : 0
  if (lower[end] === ',') end--
  // The quotation that closes right before the tag, with all its sentences.
  const quotation = quotations.find((q) => q.depth === depth && (q.last === end || q.last === end + 1))
  const first = quotation ? Math.min(begin, quotation.first) : begin
  const found: Attribution[] = [{ first, last: end, holders }]
  const next = phrases[behind]
  const after = phrases[behind + 1]
  if ((next?.kind === 'comma' || next?.kind === 'border') && after && after.sentence === ordinal) {
    const isAside =
      after.kind === 'relative' || (after.kind === 'verb' && after.form !== 'finite') || (quotation && after.kind !== 'mark')
    if (!isAside) {
      let last = to
      for (const q of quotations) if (q.first > tagEnd && q.first <= to && q.last > last) last = q.last
      if (frame) last = Math.min(last, frame.last)
      found.push({ first: tagEnd + 1, last, holders })
    }
  }
  return found
}

/** `According to Voss, …`, `…, according to Voss`. */
function readAccording(
  state: State,
  at: number,
  carried: Carried,
  give: (first: number, last: number, holders: readonly string[] | null) => void,
): void {
  const { unit, phrases, bounds, quotedBy, quotations } = state
  const { lower, sentence } = unit.tokens
  const i = phrases.findIndex(({ first, kind }) => first > at + 1 && kind === 'noun')
  const noun = phrases[i]
  if (!noun || noun.first > at + 3) return
  const holders = namesOf(state, [noun], carried)
  if (holders === undefined) return
  const ordinal = sentence[at] as number
  const frame = (quotedBy[at] as number) >= 0 ? quotations[quotedBy[at] as number] : undefined
  const from = Math.max(bounds[ordinal] as number, frame?.first ?? 0)
  const to = Math.min((bounds[ordinal + 1] ?? lower.length) - 1, frame?.last ?? lower.length)
  give(from, to, holders)
}
