import { hedges } from 'hedges'
import { weasels } from 'weasels'
import type { AnnotatedText, ModifierKind } from '../types.js'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const NEGATORS = set("not n't no never neither nor without hardly barely scarcely nothing none nobody cannot")
/** Verbs and nouns that negate what follows them. Source: this library; the recipe's own list of negators has no lexical ones. */
const LEXICAL_NEGATORS = set(
  'refuse deny fail reject avoid prevent cease stop lack decline halt end unable unwilling absence rule',
)
/** Words of the npm lists that boost, count, report or name: no judgment is less certain for them. */
const NO_HEDGES = set(
  'about acts actually again all already also always anyway around back began better bit bunch can certain certainly clear clearly close combats ' +
    'completely consistent couple decided definite definitely diagnostic doubt doubtful down effective effectively efficient enough even ever ' +
    'exceedingly excellent expert experts extremely far felt few find finds found frequently gains heard helps huge improved interestingly just ' +
    'knew like literally little looked looks lots many most much must necessarily noticed only over own overall rare rarely read real realised ' +
    'realized really recognised recognized remarkably saw say says seldom several should significantly smelled so some somebody someone something ' +
    'somewhere sort started still substantially supports surely surprisingly that then think thinks thought tiny touched understand understands ' +
    'understood unsure up useful various vast very wanted watched well will wished wondered works would could couple',
)
const NO_HEDGE_PHRASES = new Set([
  'a bit',
  'a lot',
  'almost never',
  'and all that',
  'and so forth',
  'are a number',
  'at least',
  'be able to',
  'be sure',
  "don't know",
  'et cetera',
  'is a number',
  'is like',
  'like',
  'linked to',
  'not rocket science',
  'outside the box',
  'quite clearly',
  'so far',
])
/** Source: the npm packages hedges and weasels (MIT), without the words above, and this library. */
const HEDGES = new Set([
  ...[...hedges, ...weasels].filter((word) => !word.includes(' ') && !NO_HEDGES.has(word)),
  ...set(
    'may might could perhaps possibly probably maybe seem appear suggest likely unlikely apparently arguably somewhat rather partly largely generally ' +
      'relatively often sometimes almost nearly presumably reportedly allegedly supposedly seemingly hope believe think guess feel assume suppose consider ' +
      'intend try',
  ),
])
/** Hedges of several words, by the first. */
const HEDGE_PHRASES: ReadonlyMap<string, readonly (readonly string[])[]> = groupByFirst(
  [...hedges, ...weasels].filter((phrase) => phrase.includes(' ') && !NO_HEDGE_PHRASES.has(phrase)),
)
/** `the kind of partner`: no hedge behind these. */
const BEFORE_KIND = set('a the this that these those some any what which every same other')

const BOOSTERS = set(
  'very highly strongly firmly deeply fully completely absolutely extremely greatly certainly clearly definitely undoubtedly indeed always never truly really ' +
    'particularly especially must resolutely categorically wholeheartedly unequivocally sincerely sure obviously entirely utterly totally most',
)
const CLAUSE_WORDS = set(
  'but although though while whereas because since unless if when which who whom whose that where despite however yet and or',
)
const CONTRASTS = set('but despite although however')
const CONDITIONALS = set('if unless would should whether')

function groupByFirst(phrases: readonly string[]): Map<string, string[][]> {
  const groups = new Map<string, string[][]>()
  for (const phrase of phrases) {
    const words = phrase.split(' ')
    const known = groups.get(words[0] as string)
    if (known) known.push(words)
    else groups.set(words[0] as string, [words])
  }
  return groups
}

/** Whether a hedge of several words starts at a token. */
function startsHedge(lower: readonly string[], i: number): boolean {
  const phrases = HEDGE_PHRASES.get(lower[i] as string)
  if (!phrases || BEFORE_KIND.has(lower[i - 1] ?? '')) return false
  return phrases.some((words) => words.every((word, k) => lower[i + k] === word))
}

/** What a word can be, by its lower-case form; looked up once a token. */
interface WordClass {
  readonly kind: ModifierKind | null
  readonly startsClause: boolean
}

const CLASSES: ReadonlyMap<string, WordClass> = classify()

function classify(): Map<string, WordClass> {
  const classes = new Map<string, WordClass>()
  const add = (words: ReadonlySet<string>, kind: ModifierKind | null): void => {
    for (const word of words) if (!classes.has(word)) classes.set(word, { kind, startsClause: CLAUSE_WORDS.has(word) })
  }
  add(NEGATORS, 'negation')
  add(CONDITIONALS, 'conditional')
  add(HEDGES, 'hedge')
  add(BOOSTERS, 'booster')
  add(CONTRASTS, 'contrast')
  add(CLAUSE_WORDS, null)
  return classes
}

export type ModifierColumns = {
  /** Ordinal of the clause each token stands in. */
  readonly clause: readonly number[]
  /** The negator whose scope each token stands in, or -1. Two negators cancel. */
  readonly negator: readonly number[]
  readonly kind: readonly (ModifierKind | null)[]
}

const OF_NOUNS = set('no nothing without nobody none')
const NEGATION_REACH = 8 // tokens after a negator, ended sooner by a clause border

/** Finds clauses, negation scopes, hedges, boosters and conditionals of a unit. */
export function findModifiers({ tokens }: AnnotatedText): ModifierColumns {
  const length = tokens.lower.length
  const clause = new Array<number>(length)
  const negator = new Array<number>(length)
  const kind = new Array<ModifierKind | null>(length)
  let ordinal = 0
  let negation = -1 // token of the open negator, or -1
  for (let i = 0; i < length; i++) {
    const lower = tokens.lower[i] as string
    const pos = tokens.pos[i]
    const known = CLASSES.get(lower)
    const newSentence = i > 0 && tokens.sentence[i] !== tokens.sentence[i - 1]
    // `deny that …`, `wrong to say that …`: what is denied is the clause that follows.
    const carries =
      lower === 'that' &&
      !newSentence &&
      negation >= 0 &&
      !(tokens.lower[i - 1] === 'doubt' && negation < i - 1) && // `no doubt that`
      (negation === i - 1 || (lower !== tokens.lower[negation] && isSaying(tokens.lower[i - 1] as string)))
    if (newSentence || (pos === 'PUNCT' && isClausePunctuation(lower)) || (known?.startsClause && startsClause(tokens.pos, i))) {
      ordinal++
      if (carries) negation = i - 1
      else if (newSentence || lower !== 'or') negation = -1
    }
    if (negation >= 0 && i > negation + NEGATION_REACH) negation = -1
    clause[i] = ordinal
    negator[i] = negation
    const negates =
      known?.kind === 'negation' ||
      isNegatingPhrase(tokens.lower, i) ||
      (pos !== 'DET' && LEXICAL_NEGATORS.has(tokens.lemma[i] as string))
    // Two negators cancel: `not without`.
    // `neither … nor` is one denial.
    if (negates) negation = negation >= 0 && lower !== 'nor' ? -1 : i
    // `found no fault and praised them`: `no` denies a noun, not the verb that follows.
    if (pos === 'CCONJ' && negation >= 0 && tokens.pos[i + 1] === 'VERB' && OF_NOUNS.has(tokens.lower[negation] as string))
      negation = -1
    kind[i] = negates
      ? 'negation'
      : (known?.kind ?? (HEDGES.has(tokens.lemma[i] as string) || startsHedge(tokens.lower, i) ? 'hedge' : null))
  }
  return { clause, negator, kind }
}

/** `far from`, `instead of`, `rather than` deny what follows. */
function isNegatingPhrase(lower: readonly string[], i: number): boolean {
  const word = lower[i]
  return (
    (word === 'from' && lower[i - 1] === 'far') ||
    (word === 'of' && lower[i - 1] === 'instead') ||
    (word === 'than' && (lower[i - 1] === 'rather' || lower[i - 1] === 'less')) ||
    (word === 'to' && lower[i - 1] === 'yet') ||
    (word === 'few' && !BEFORE_SOME.has(lower[i - 1] ?? '')) ||
    (word === 'but' && lower[i - 1] === 'anything') ||
    (word === 'truth' && lower[i - 1] === 'the' && lower[i - 3] === 'further') ||
    (word === 'impossible' && (lower[i + 1] === 'to' || lower[i + 1] === 'not')) ||
    (word !== undefined && lower[i + 1] === 'to' && FOLLY.has(word))
  )
}

/** `a few`, `the last few` are some; a bare `few` are hardly any. */
const BEFORE_SOME = set('a the last next past first these those quite some of')

/** `It would be wrong to blame`: what is folly to do is denied. */
const FOLLY = set('wrong unfair unjust absurd foolish mistaken naive dishonest mistake folly nonsense')

const SAYING = set('say claim suggest argue think believe assume pretend evidence doubt idea notion claims allegation')

function isSaying(lower: string): boolean {
  return SAYING.has(lower)
}

function isClausePunctuation(lower: string): boolean {
  return (
    lower === ',' ||
    lower === ';' ||
    lower === ':' ||
    lower === '(' ||
    lower === ')' ||
    lower === '–' ||
    lower === '—' ||
    lower === '?' ||
    lower === '!' ||
    lower === '.'
  )
}

/** `and` and `or` join clauses only where a subject or a verb follows. */
function startsClause(pos: AnnotatedText['tokens']['pos'], i: number): boolean {
  if (pos[i] !== 'CCONJ') return true
  return pos[i + 1] === 'PRON' || pos[i + 1] === 'AUX'
}
