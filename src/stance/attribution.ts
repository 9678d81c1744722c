import type { AnnotatedText, Mention, Tokens } from '../types.js'

const inflect = (words: string): string[] =>
  words.split(' ').flatMap((word) => {
    const stem = word.replace(/e$/, '')
    return [
      word,
      /(?:s|sh|ch|x)$/.test(word) ? `${word}es` : word.replace(/([^aeou])y$/, '$1ie').concat('s'),
      /y$/.test(word) && !/[aeou]y$/.test(word) ? word.replace(/y$/, 'ied') : `${stem}ed`,
    ]
  })

/** Finite forms of verbs that give somebody's words or thoughts. */
const SPEECH = new Set([
  ...inflect(
    'add warn note argue believe claim insist stress state announce declare maintain contend suggest fear worry hope complain assert call describe label consider regard conclude report reply respond explain acknowledge admit emphasize emphasise allege predict caution lament recall remark observe testify view perceive',
  ),
  ...'say says said tell tells told think thinks thought feel feels felt see sees saw write writes wrote find finds found'.split(
    ' ',
  ),
])
/** Verbs that are speech only with a clause or a judgment after them: `sees China as a threat`, `feel that`. */
const WEAK_SPEECH = new Set(
  'see sees saw find finds found feel feels felt add adds added call calls called view views viewed regard regards regarded consider considers considered report reports reported observe observes observed recall recalls recalled hope hopes hoped announce announces announced'.split(
    ' ',
  ),
)
const SELF = new Set("i we my our me us 'm 're".split(' '))
const THIRD = new Set('he she they who'.split(' '))
const LONGEST_SUBJECT = 8 // tokens between a source and its verb of speech
const LONGEST_SOURCE = 6 // tokens of a description
const IN_THE_EYES = new Set('view opinion eyes words judgment assessment'.split(' '))

/** Whose words each sentence of a unit are, where they are attributed to somebody else; null where they are the speaker's own. */
export function findAttributions(unit: AnnotatedText, mentionAt: readonly (Mention | undefined)[]): (string | null)[] {
  const { tokens } = unit
  const { lower, sentence } = tokens
  const holders: (string | null)[] = unit.sentences.map(() => null)
  const own = new Set<number>() // sentences whose speaker says `I think`
  for (let i = 0; i < lower.length; i++) {
    const ordinal = sentence[i] as number
    if (holders[ordinal] || own.has(ordinal)) continue
    const form = lower[i] as string
    let source: string | typeof SELF_SOURCE | null = null
    if (form === 'according' && lower[i + 1] === 'to') source = sourceFrom(unit, i + 2, mentionAt)
    else if (IN_THE_EYES.has(form) && (lower[i - 1] === "'s" || lower[i - 1] === 'my' || lower[i - 1] === 'our')) {
      if (lower[i - 1] !== "'s") source = SELF_SOURCE
      else if (opensWithIn(tokens, i)) source = sourceBefore(unit, i - 2, mentionAt)
    } else if (SPEECH.has(form) && isSpeech(tokens, i)) {
      source = sourceBefore(unit, i - 1, mentionAt) ?? (isInverted(tokens, i) ? sourceFrom(unit, i + 1, mentionAt) : null)
    }
    if (source === SELF_SOURCE) own.add(ordinal)
    else if (source !== null) holders[ordinal] = source as string
  }
  return holders
}

const SELF_SOURCE = Symbol('the speaker')

/** `In Ankara's view`, `in the view of`. */
function opensWithIn({ lower, sentence }: Tokens, at: number): boolean {
  for (let i = at - 2; i >= 0 && at - i <= LONGEST_SOURCE && sentence[i] === sentence[at]; i--) if (lower[i] === 'in') return true
  return false
}

/** A form in `SPEECH` is a verb here: not `the claims of`, `to say`, `a report`. */
function isSpeech({ lower, pos, sentence }: Tokens, i: number): boolean {
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
  if (WEAK_SPEECH.has(lower[i] as string)) {
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

function sourceBefore(
  unit: AnnotatedText,
  from: number,
  mentionAt: readonly (Mention | undefined)[],
): string | typeof SELF_SOURCE | null {
  const { lower, pos, sentence } = unit.tokens
  const ordinal = sentence[from + 1]
  for (let i = from; i >= 0 && from - i < LONGEST_SUBJECT && sentence[i] === ordinal; i--) {
    const form = lower[i] as string
    if (SELF.has(form)) return SELF_SOURCE
    const mention = mentionAt[i]
    if (mention) {
      if (mention.kind === 'topic') return null
      return mention.name
    }
    if (THIRD.has(form)) return form === 'who' ? null : unit.text.slice(unit.tokens.start[i], unit.tokens.end[i])
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

function sourceFrom(unit: AnnotatedText, first: number, mentionAt: readonly (Mention | undefined)[]): string | null {
  const { lower, pos, sentence } = unit.tokens
  let last = -1
  for (let i = first; i < lower.length && i - first < LONGEST_SOURCE && sentence[i] === sentence[first]; i++) {
    const mention = mentionAt[i]
    if (mention && mention.kind !== 'topic') return mention.name
    if (SELF.has(lower[i] as string)) return null
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
export function findActor(unit: AnnotatedText, verb: number, mentionAt: readonly (Mention | undefined)[]): string | null {
  const source = sourceBefore(unit, verb - 1, mentionAt)
  return typeof source === 'string' ? source : null
}
