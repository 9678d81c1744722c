import type { AnnotatedText, Mention } from '../../types.js'
import { isQuotationMark } from './quotations.js'

/** What a stretch of tokens is to the grammar of its sentence. */
export type PhraseKind =
  | 'noun' // a noun phrase, names and pronouns included
  | 'verb' // a verb with its auxiliaries
  | 'preposition'
  | 'comma' // or a dash
  | 'border' // a colon, semicolon or sentence end
  | 'mark' // a quotation mark
  | 'and' // joins
  | 'relative' // who, which, that
  | 'clause' // opens a clause: that, if, because

/** What a pronoun stands for. */
export type Person = 'self' | 'he' | 'she' | 'they' | 'it' | 'none'

/** A stretch of tokens of one kind. */
export interface Phrase {
  readonly kind: PhraseKind
  readonly first: number
  readonly last: number
  /** Ordinal of the sentence. */
  readonly sentence: number
  /** Of a noun phrase: whether it is a time. */
  readonly time: boolean
  /** Of a pronoun: what it stands for; null where it is none. */
  readonly person: Person | null
  /** Of a verb: the form of the first of its words, and whether `be` makes a passive of it. */
  readonly form: 'finite' | 'ing' | 'to' | 'participle'
  readonly passive: boolean
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const PERSONS: ReadonlyMap<string, Person> = new Map([
  ...(['i', 'we', 'me', 'us', 'myself', 'ourselves'] as const).map((form): [string, Person] => [form, 'self']),
  ...(['he', 'him', 'himself'] as const).map((form): [string, Person] => [form, 'he']),
  ...(['she', 'herself'] as const).map((form): [string, Person] => [form, 'she']),
  ...(['they', 'them', 'themselves'] as const).map((form): [string, Person] => [form, 'they']),
  ...(['it', 'itself'] as const).map((form): [string, Person] => [form, 'it']),
  ...(
    [
      'you',
      'this',
      'there',
      'what',
      'these',
      'those',
      'that',
      'everything',
      'something',
      'nothing',
      'anything',
      'yourself',
    ] as const
  ).map((form): [string, Person] => [form, 'none']),
])

const SOMEBODY = set('some many others several most both few everyone everybody someone somebody nobody none anyone')
const TIMES = set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun ' +
    'today yesterday tomorrow tonight morning afternoon evening night noon midnight week weekend month year years months weeks days day hour hours minutes decade ' +
    'decades time times moment spring summer autumn winter quarter a.m p.m am pm mondays tuesdays wednesdays thursdays fridays saturdays sundays',
)
const RELATIVE = set('who which whom whose')
const OPENING = set(
  'if because since unless when whenever where wherever while whereas although though after before until as whether how why what once so lest whatever than',
)
const JOINING = set('and or but nor yet then &')
const ADVERBIAL = set('also now then still just even only once again too already later however meanwhile ever never')
/** Prepositions that wink takes for verbs. */
const PREPOSITIONS = set(
  'including regarding concerning following despite amid given during via per like unlike versus towards toward among amongst',
)
const BE = set("is are was were be been being am 's 're 'm got get gets")

const MOST_PARENTHESIS = 24 // tokens that are stepped over between brackets

/**
 * Splits a unit into its phrases, sentence by sentence; what stands in brackets is left out.
 *
 * @param titles - quotations that are names, `the show “The Wire”`: last token by first
 */
export function findPhrases(
  { tokens }: AnnotatedText,
  mentionAt: readonly (Mention | undefined)[],
  titles?: ReadonlyMap<number, number>,
): Phrase[] {
  const { lower, pos, sentence, start, end } = tokens
  const phrases: Phrase[] = []
  const length = lower.length
  const push = (kind: PhraseKind, first: number, last: number, more: Partial<Phrase> = {}): void => {
    phrases.push({
      kind,
      first,
      last,
      sentence: sentence[first] as number,
      time: false,
      person: null,
      form: 'finite',
      passive: false,
      ...more,
    })
  }
  for (let i = 0; i < length; i++) {
    const form = lower[i] as string
    const opens = i === 0 || sentence[i - 1] !== sentence[i]
    if (form === '(' || form === '[') {
      let k = i + 1
      while (k < length && k - i < MOST_PARENTHESIS && lower[k] !== ')' && lower[k] !== ']' && sentence[k] === sentence[i]) k++
      if (lower[k] === ')' || lower[k] === ']') {
        i = k
        continue
      }
    }
    if (form === ',' || form === '–' || form === '—' || form === '--' || (form === '-' && end[i - 1] !== start[i])) {
      push('comma', i, i)
      continue
    }
    const title = titles?.get(i)
    if (title !== undefined) {
      push('noun', i, title)
      i = title
      continue
    }
    if (isQuotationMark(form) && !isApostrophe(tokens, i)) {
      push('mark', i, i)
      continue
    }
    if (pos[i] === 'PUNCT' && /^[.:;?!…]+$/.test(form)) {
      push('border', i, i)
      continue
    }
    if (JOINING.has(form)) {
      push('and', i, i)
      continue
    }
    if (RELATIVE.has(form)) {
      push('relative', i, i)
      continue
    }
    if (form === 'that' || form === 'this' || form === 'these' || form === 'those') {
      const isDeterminer = isNominal(tokens, mentionAt, i + 1, false) && pos[i + 1] !== 'PRON' && pos[i] === 'DET'
      if (form === 'that' && !isDeterminer) {
        const behindNoun = phrases.at(-1)?.kind === 'noun' && phrases.at(-1)?.last === i - 1
        const beforeVerb = pos[i + 1] === 'VERB' || pos[i + 1] === 'AUX'
        if (behindNoun && beforeVerb) push('relative', i, i)
        else if (beforeVerb && !(phrases.at(-1)?.kind === 'verb')) push('noun', i, i, { person: 'none' })
        else push('clause', i, i)
        continue
      }
      if (!isDeterminer && !isNominal(tokens, mentionAt, i + 1, false)) {
        push('noun', i, i, { person: 'none' })
        continue
      }
    }
    const person = PERSONS.get(form)
    if (person !== undefined && pos[i] !== 'DET' && form !== 'what') {
      push('noun', i, i, { person })
      continue
    }
    if (form === "i'm" || form === "we're") {
      push('noun', i, i, { person: 'self' })
      continue
    }
    if (OPENING.has(form) && !(form === 'after' || form === 'before' || form === 'since' || form === 'until' || form === 'as')) {
      push('clause', i, i)
      continue
    }
    if (form === 'after' || form === 'before' || form === 'since' || form === 'until' || form === 'as') {
      // `after the talks` and `after Voss spoke`: the noun behind it is no subject of what follows later.
      push('preposition', i, i)
      continue
    }
    if (form === 'according' && lower[i + 1] === 'to') {
      push('preposition', i, i + 1)
      i++
      continue
    }
    const behind = phrases.at(-1)
    const isDisguised =
      behind?.kind === 'noun' &&
      behind.last === i - 1 &&
      behind.sentence === sentence[i] &&
      pos[i] === 'NOUN' &&
      isVerbInDisguise(tokens, i)
    const nounEnd = isDisguised || ALWAYS_VERBS.has(form) ? -1 : readNoun(tokens, mentionAt, i, opens)
    if (nounEnd >= i) {
      const time = isTime(tokens, mentionAt, i, nounEnd)
      push('noun', i, nounEnd, { time })
      i = nounEnd
      continue
    }
    const verbEnd = readVerb(tokens, mentionAt, i)
    if (verbEnd >= i) {
      push('verb', i, verbEnd, describeVerb(tokens, i, verbEnd))
      i = verbEnd
      continue
    }
    if ((pos[i] === 'ADP' && form !== 'up') || PREPOSITIONS.has(form) || (form === 'to' && pos[i + 1] !== 'VERB'))
      push('preposition', i, i)
  }
  return phrases
}

type Tokens = AnnotatedText['tokens']

/** `the workers’ union`. */
function isApostrophe({ lower, end, start, pos, value }: Tokens, i: number): boolean {
  if (lower[i] !== "'" && lower[i] !== '’') return false
  return (
    end[i - 1] === start[i] &&
    start[i + 1] !== end[i] &&
    /s$/i.test(value[i - 1] ?? '') &&
    (pos[i + 1] === 'NOUN' || pos[i + 1] === 'ADJ')
  )
}

function isCapital(value: string | undefined): boolean {
  if (value === undefined) return false
  const code = value.charCodeAt(0)
  return code < NON_ASCII ? code >= UPPER_A && code <= UPPER_Z : /^\p{Lu}/u.test(value)
}

const NON_ASCII = 0x80
const UPPER_A = 0x41
const UPPER_Z = 0x5a

/** `We STRONGLY support it`: capitals that make no name. */
function isShouted(value: string): boolean {
  return /^\p{Lu}{3,}$/u.test(value)
}

/** Whether a token may stand in a noun phrase. */
function isNominal(
  { pos, value, lower }: Tokens,
  mentionAt: readonly (Mention | undefined)[],
  i: number,
  opens: boolean,
): boolean {
  const tag = pos[i]
  if (tag === undefined || tag === 'PUNCT') return false
  if (mentionAt[i] && mentionAt[i]?.by === 'name') return true
  if (tag === 'NOUN' || tag === 'PROPN' || tag === 'ADJ' || tag === 'NUM' || tag === 'DET')
    return !JOINING.has(lower[i] as string)
  return (
    !opens &&
    isCapital(value[i]) &&
    !isShouted(value[i] as string) &&
    !OPENING.has(lower[i] as string) &&
    tag !== 'PRON' &&
    tag !== 'AUX'
  )
}

const DETERMINERS = set(
  'the a an his her its their my our your this that these those some many several most all both no any each every another few',
)
const MOST_NOUN = 24 // tokens of a noun phrase

/** The last token of the noun phrase that starts here, or -1. */
function readNoun(tokens: Tokens, mentionAt: readonly (Mention | undefined)[], from: number, opens: boolean): number {
  const { lower, pos, sentence, value, start, end } = tokens
  const ordinal = sentence[from]
  let head = -1
  let i = from
  // `Voss , 54 , said`: a name that opens a sentence may carry any tag.
  const opensAsName =
    opens &&
    isCapital(value[from]) &&
    /^(?:VERB|ADV|ADJ|INTJ|X)$/.test(pos[from] as string) &&
    !ADVERBIAL.has(lower[from] as string) &&
    !(lower[from] as string).endsWith('ly') &&
    !(lower[from] as string).endsWith('ing') &&
    !(lower[from] as string).endsWith('ed')
  for (; i < lower.length && i - from < MOST_NOUN && sentence[i] === ordinal; i++) {
    const tag = pos[i]
    const form = lower[i] as string
    if ((JOINING.has(form) && form !== '&') || ALWAYS_VERBS.has(form)) break
    if (head >= 0 && WEEKDAY.test(value[i] as string)) break // `told reporters Monday`
    const mention = mentionAt[i]
    if (mention && mention.by === 'name') {
      head = i
      continue
    }
    if (tag === 'NOUN' || tag === 'PROPN' || tag === 'NUM') {
      if (i > from && head >= 0 && isVerbInDisguise(tokens, i)) break
      head = i
      continue
    }
    if (tag === 'DET' || tag === 'PRON') {
      if (head >= 0) break
      if (DETERMINERS.has(form) || tag === 'DET') {
        if (SOMEBODY.has(form)) head = i
        continue
      }
      break
    }
    if (tag === 'ADJ') {
      if (i > from && PERSON_ADJECTIVES.test(form) && pos[i + 1] === 'VERB') {
        head = i // `the Mongolian premier told`
        continue
      }
      if (head >= 0 && pos[i + 1] !== 'NOUN' && pos[i + 1] !== 'PROPN' && !isCapital(value[i])) break
      // `the accused`, `the mission chief`: behind an article an adjective may be the noun.
      if (i > from && pos[i + 1] !== 'NOUN' && pos[i + 1] !== 'PROPN' && pos[i + 1] !== 'ADJ' && head < 0 && pos[i - 1] === 'DET')
        head = i
      if (SOMEBODY.has(form)) head = i
      if (isCapital(value[i]) && (i > from || opensAsName || !opens)) head = i
      continue
    }
    if ((form === "'s" || form === "'") && tag !== 'AUX' && head === i - 1 && (form === "'s" || isApostrophe(tokens, i))) {
      // `Voss's aide`; `Voss's right.` ends before it.
      if (
        pos[i + 1] === 'NOUN' ||
        pos[i + 1] === 'PROPN' ||
        pos[i + 1] === 'ADJ' ||
        pos[i + 1] === 'NUM' ||
        isCapital(value[i + 1]) ||
        pos[i + 1] === 'VERB'
      )
        continue
      break
    }
    if (form === '-' && head === i - 1 && end[i - 1] === start[i] && start[i + 1] === end[i]) {
      i++ // `Hyun-woo`: whatever the second half is taken for
      head = i
      continue
    }
    if (form === '&' && head === i - 1) continue
    // `according to trade unions`: a noun behind a preposition, whatever its tag says.
    if (i === from && tag === 'VERB' && lower[i - 1] === 'to' && lower[i - 2] === 'according') continue
    if (i === from && opensAsName) {
      head = i
      continue
    }
    // `the ruling party`, `a failed state`; `Vote Leave`
    if (tag === 'VERB' && i > from && head < 0 && pos[i + 1] === 'NOUN' && /(?:ed|ing|en)$/.test(form)) continue
    if (
      tag !== 'PUNCT' &&
      tag !== 'AUX' &&
      isCapital(value[i]) &&
      !isShouted(value[i] as string) &&
      !opens &&
      i > from - 1 &&
      !OPENING.has(form) &&
      tag !== 'ADP' &&
      tag !== 'SCONJ'
    ) {
      head = i
      continue
    }
    if (
      tag === 'ADV' &&
      pos[i - 1] === 'DET' &&
      head < 0 &&
      (pos[i + 1] === 'VERB' || pos[i + 1] === 'AUX' || pos[i + 1] === 'PUNCT')
    ) {
      head = i // `the daily`
      continue
    }
    if (tag === 'ADV' && i > from && head < 0 && (pos[i + 1] === 'ADJ' || pos[i + 1] === 'NUM')) continue
    break
  }
  return head
}

const PERSON_ADJECTIVES =
  /(?:premier|chief|deputy|executive|official|representative|general|principal|rival|major|elder|native|regular|conservative|liberal|republican|democratic|radical)$/

/** `hardliners view the truce`, `Voss claims that`, `documents show that`: wink takes these for nouns. */
function isVerbInDisguise({ lower, pos, value }: Tokens, i: number): boolean {
  if (isCapital(value[i]) || lower[i - 1] === "'s") return false
  const next = pos[i + 1]
  if (!DISGUISED.has(lower[i] as string)) return false
  return (
    next === 'DET' ||
    next === 'PRON' ||
    next === 'SCONJ' ||
    lower[i + 1] === 'that' ||
    (next === 'PROPN' && pos[i - 1] !== 'ADJ' && pos[i - 1] !== 'DET')
  )
}

/** Verbs whatever wink takes them for: `Voss said company leaders lied`. */
const ALWAYS_VERBS = set('said says told tells')
const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?$/

const DISGUISED = set(
  'claims claim views view shows show reports report hopes hope fears fear notes note states state estimates estimate ' +
    'labels label suspects suspect doubts doubt blames blame backs back slams slam mocks mock counters counter remarks remark ' +
    'charges charge vows vow promises promise demands demand plans plan wants want thinks think finds find feels feel calls ' +
    'call quips quip warns warn urges urge attacks attack defends defend questions question quotes quote cites cite supports ' +
    'support says say tells tell brands brand rates rate ranks rank',
)

function isTime(
  { lower, pos, value }: Tokens,
  mentionAt: readonly (Mention | undefined)[],
  first: number,
  last: number,
): boolean {
  if (mentionAt[last]?.by === 'name') return false
  const form = (lower[last] as string).replace(/\.$/, '')
  // `the Times`: a name
  if (TIMES.has(form))
    return (
      !/^(?:Times|Post|Sun|Week|Time|Hour|Day|Morning|Evening)$/.test(value[last] as string) ||
      (first === last && value[last] !== 'Times')
    )
  if (form === 'may' && first === last) return true
  if (pos[last] !== 'NUM' && !/^\d/.test(form)) return false
  // `Dec. 8`, `54`, `2014`
  return first === last ? /^\d/.test(form) : TIMES.has((lower[first] as string).replace(/\.$/, '')) || value[first] === 'May'
}

/** The last token of the verb with its auxiliaries that starts here, or -1. */
function readVerb({ lower, pos, sentence, value }: Tokens, mentionAt: readonly (Mention | undefined)[], from: number): number {
  let head = -1
  for (let i = from; i < lower.length && sentence[i] === sentence[from]; i++) {
    const tag = pos[i]
    const form = lower[i] as string
    if (mentionAt[i]?.by === 'name' || (i > from && isCapital(value[i]) && !/^[A-Z]+$/.test(value[from] as string))) break
    if (
      tag === 'VERB' ||
      tag === 'AUX' ||
      ALWAYS_VERBS.has(form) ||
      (tag === 'NOUN' && head < 0 && i === from && DISGUISED.has(form))
    ) {
      // `said calling it`: a second verb of its own
      if (
        head >= 0 &&
        pos[head] === 'VERB' &&
        form.endsWith('ing') &&
        lower[head] !== 'keep' &&
        lower[head] !== 'been' &&
        !KEEPING.has(lower[head] as string)
      )
        break
      if (PREPOSITIONS.has(form) && head < 0) return -1
      head = i
      continue
    }
    if (form === 'to' && (pos[i + 1] === 'VERB' || pos[i + 1] === 'AUX' || pos[i + 1] === 'ADV')) continue
    if (form === 'not' || form === "n't" || form === 'never') continue
    if (tag === 'ADV' && (head >= 0 || form === 'to')) continue
    if (head >= 0 && pos[head] === 'AUX' && tag === 'ADJ' && /(?:ed|ing)$/.test(form)) {
      head = i
      continue
    }
    if (tag === 'ADJ' && head >= 0 && pos[head] === 'AUX' && lower[i + 1] === 'to' && pos[i + 2] === 'VERB') continue // `is likely to say`
    break
  }
  return head
}

const STATES = set('to about with at')
const KEEPING = set('kept keeps keep continued continues continue started starts began begins stop stopped')

function describeVerb({ lower, pos }: Tokens, first: number, last: number): Pick<Phrase, 'form' | 'passive'> {
  let auxiliary = -1
  for (let i = first; i < last; i++) if (pos[i] === 'AUX') auxiliary = i
  const head = lower[last] as string
  let passive = false
  for (let i = last - 1; i >= first; i--) {
    if (BE.has(lower[i] as string)) {
      // `is opposed to`, `was worried about`: a state of mind.
      passive = !head.endsWith('ing') && pos[last] !== 'AUX' && !STATES.has(lower[last + 1] ?? '')
      break
    }
    if (pos[i] !== 'ADV' && pos[i] !== 'PART') break
  }
  if (lower[first] === 'to') return { form: 'to', passive }
  const opening = lower[first] as string
  if (auxiliary < 0 && opening.endsWith('ing') && opening.length > 4) return { form: 'ing', passive }
  if (
    auxiliary < 0 &&
    first === last &&
    (lower[last + 1] === 'by' || (lower[last + 1] === 'in' && head === 'published')) &&
    /(?:ed|n|t|d)$/.test(head)
  )
    return { form: 'participle', passive: true }
  return { form: 'finite', passive }
}
