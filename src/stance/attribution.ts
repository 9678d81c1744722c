import type { AnnotatedText, Tokens } from '../types.js'
import { ROLE, SOURCE_ROLES } from './lexicon/roles.js'
import { type Reading, roleOf } from './reading.js'

const LONGEST_SUBJECT = 8 // tokens between a source and its verb of speech
const LONGEST_SOURCE = 6 // tokens of a description

/** Whose words each sentence of a unit are, where they are attributed to somebody else; null where they are the speaker's own. */
export function findAttributions(reading: Reading): (string | null)[] {
  const { unit, tokens } = reading
  const { lower, sentence } = tokens
  const holders = new Array<string | null>(unit.sentences.length).fill(null)
  let own = -1 // last sentence whose speaker says `I think`
  for (let i = 0; i < lower.length; i++) {
    const role = roleOf(reading, i)
    if ((role & SOURCE_ROLES) === 0) continue
    const ordinal = sentence[i] as number
    if (holders[ordinal] || own === ordinal) continue
    const source = readSource(reading, i, role)
    if (source === SELF_SOURCE) own = ordinal
    else if (source !== null) holders[ordinal] = source
  }
  return holders
}

type Source = string | typeof SELF_SOURCE | null

function readSource(reading: Reading, i: number, role: number): Source {
  const { lower } = reading.tokens
  if (role & ROLE.according && lower[i + 1] === 'to') return sourceFrom(reading, i + 2)
  if (role & ROLE.view && (lower[i - 1] === "'s" || lower[i - 1] === 'my' || lower[i - 1] === 'our')) {
    if (lower[i - 1] !== "'s") return SELF_SOURCE
    return opensWithIn(reading.tokens, i) ? sourceBefore(reading, i - 2) : null
  }
  if (role & ROLE.speech && isSpeech(reading, i, role))
    return sourceBefore(reading, i - 1) ?? (isInverted(reading.tokens, i) ? sourceFrom(reading, i + 1) : null)
  return null
}

const SELF_SOURCE = Symbol('the speaker')

/** `In Ankara's view`, `in the view of`. */
function opensWithIn({ lower, sentence }: Tokens, at: number): boolean {
  for (let i = at - 2; i >= 0 && at - i <= LONGEST_SOURCE && sentence[i] === sentence[at]; i--) if (lower[i] === 'in') return true
  return false
}

/** A form in `SPEECH` is a verb here: not `the claims of`, `to say`, `a report`. */
function isSpeech({ tokens }: Reading, i: number, role: number): boolean {
  const { lower, pos, sentence } = tokens
  const before = lower[i - 1] ?? ''
  if (
    before === 'to' ||
    before === "'s" ||
    before === 'be' ||
    before === 'is' ||
    before === 'are' ||
    before === 'was' ||
    before === 'were' ||
    before === 'been'
  )
    return false
  const tag = pos[i]
  const previous = i > 0 && sentence[i - 1] === sentence[i] ? pos[i - 1] : undefined
  if (previous === 'DET' || previous === 'ADJ' || previous === 'ADP') return false
  const next = lower[i + 1] ?? ''
  if (role & ROLE.weakSpeech) {
    if (next === 'for' || next === 'on' || next === 'to') return false
    return tag === 'VERB' || tag === 'AUX'
  }
  if (tag === 'VERB' || tag === 'AUX') return true
  return (
    (tag === 'NOUN' || tag === 'PROPN') &&
    next !== 'of' &&
    pos[i + 1] !== 'PUNCT' &&
    (previous === 'NOUN' || previous === 'PROPN')
  )
}

/** `"…," said the minister`: a quotation or a comma stands before the verb. */
function isInverted({ lower, sentence }: Tokens, verb: number): boolean {
  const before = lower[verb - 1] ?? ''
  return (
    sentence[verb - 1] === sentence[verb] &&
    (before === '"' || before === '”' || before === ',' || before === '’' || before === "'")
  )
}

function sourceBefore(reading: Reading, from: number): Source {
  const { unit, mentionAt } = reading
  const { lower, pos, sentence } = unit.tokens
  const ordinal = sentence[from + 1]
  for (let i = from; i >= 0 && from - i < LONGEST_SUBJECT && sentence[i] === ordinal; i--) {
    const form = lower[i] as string
    const role = roleOf(reading, i)
    if (role & ROLE.self) return SELF_SOURCE
    const mention = mentionAt[i]
    if (mention) {
      if (mention.kind === 'topic') return null
      return mention.name
    }
    if (role & ROLE.thirdPerson) return form === 'who' ? null : unit.text.slice(unit.tokens.start[i], unit.tokens.end[i])
    const tag = pos[i]
    if (tag === 'NOUN' || tag === 'PROPN') return describe(unit, i)
    if (tag === 'ADV' || tag === 'AUX' || tag === 'PART') continue
    if (
      (tag === 'ADJ' || tag === 'DET' || tag === 'PRON' || tag === 'NUM') &&
      /^(?:many|some|several|few|others|most|both|critics)$/.test(form)
    )
      return unit.text.slice(unit.tokens.start[i], unit.tokens.end[i])
    return null
  }
  return null
}

function sourceFrom(reading: Reading, first: number): string | null {
  const { unit, mentionAt } = reading
  const { lower, pos, sentence } = unit.tokens
  let last = -1
  for (let i = first; i < lower.length && i - first < LONGEST_SOURCE && sentence[i] === sentence[first]; i++) {
    const mention = mentionAt[i]
    if (mention && mention.kind !== 'topic') return mention.name
    if (roleOf(reading, i) & ROLE.self) return null
    const tag = pos[i]
    if (tag === 'NOUN' || tag === 'PROPN') last = i
    else if (tag !== 'DET' && tag !== 'ADJ' && !(lower[i] === 'of' && last >= 0)) break
  }
  return last < 0 ? null : unit.text.slice(unit.tokens.start[first], unit.tokens.end[last])
}

/** The words of a noun with what stands before it: `some Western politicians`. */
function describe({ text, tokens }: AnnotatedText, noun: number): string {
  let first = noun
  while (
    first > 0 &&
    noun - first < LONGEST_SOURCE &&
    tokens.sentence[first - 1] === tokens.sentence[noun] &&
    isOfPhrase(tokens, first - 1)
  )
    first--
  return text.slice(tokens.start[first], tokens.end[noun])
}

function isOfPhrase({ pos, lower }: Tokens, i: number): boolean {
  const tag = pos[i]
  return tag === 'ADJ' || tag === 'DET' || tag === 'NOUN' || tag === 'PROPN' || tag === 'NUM' || lower[i] === 'of'
}

/** The subject of a verb that takes a side, where it is somebody else than the speaker; null where it is the speaker or unknown. */
export function findActor(reading: Reading, verb: number): string | null {
  const { lower, pos } = reading.tokens
  // `Serbia refuses to condemn them`: the first verb of the chain has the subject.
  let head = verb
  while (head > 1 && lower[head - 1] === 'to' && pos[head - 2] === 'VERB') head -= 2
  const source = sourceBefore(reading, head - 1)
  return typeof source === 'string' ? source : null
}
