import type { AnnotatedText, ModifierKind } from '../types.js'

/** What stands over a token and changes what it says. */
export interface Scope {
  /** Tokens of the negators, hedges, boosters … in whose scope the token stands. */
  readonly negators: readonly number[]
  readonly clause: number
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const NEGATORS = set("not n't no never neither nor without hardly barely scarcely nothing none nobody cannot")
/** Verbs and nouns that negate what follows them. Source: this library; the recipe's own list of negators has no lexical ones. */
const LEXICAL_NEGATORS = set(
  'refuse deny fail reject avoid prevent cease stop lack decline halt end unable unwilling absence rule',
)
const HEDGES = set(
  'may might could perhaps possibly probably maybe seem appear suggest likely unlikely apparently arguably somewhat rather partly largely generally ' +
    'relatively often sometimes almost nearly about around presumably reportedly allegedly supposedly hope believe think guess feel assume suppose consider intend try',
)
const BOOSTERS = set(
  'very highly strongly firmly deeply fully completely absolutely extremely greatly certainly clearly definitely undoubtedly indeed always never truly really ' +
    'particularly especially must resolutely categorically wholeheartedly unequivocally sincerely sure obviously entirely utterly totally most',
)
const CLAUSE_WORDS = set(
  'but although though while whereas because since unless if when which who whom whose that where despite however yet and or',
)
const CONDITIONALS = set('if unless would should whether')

export type ModifierColumns = {
  /** Ordinal of the clause each token stands in. */
  readonly clause: readonly number[]
  /** The negator whose scope each token stands in, or -1. Two negators cancel. */
  readonly negator: readonly number[]
  readonly kind: readonly (ModifierKind | null)[]
}

const NEGATION_REACH = 6 // tokens after a negator, ended sooner by a clause border

/** Finds clauses, negation scopes, hedges, boosters and conditionals of a unit. */
export function findModifiers({ tokens }: AnnotatedText): ModifierColumns {
  const clause: number[] = []
  const negator: number[] = []
  const kind: (ModifierKind | null)[] = []
  let ordinal = 0
  let open: { at: number; to: number } | null = null
  for (let i = 0; i < tokens.lower.length; i++) {
    const lower = tokens.lower[i] as string
    const lemma = tokens.lemma[i] as string
    const newSentence = i > 0 && tokens.sentence[i] !== tokens.sentence[i - 1]
    const isBorder =
      (tokens.pos[i] === 'PUNCT' && /^[,;:()–—?!.]/.test(lower)) || (CLAUSE_WORDS.has(lower) && startsClause(tokens.pos, i))
    if (newSentence || isBorder) {
      ordinal++
      if (newSentence || lower !== 'or') open = null
    }
    clause.push(ordinal)
    negator.push(open && i <= open.to ? open.at : -1)
    if (NEGATORS.has(lower)) {
      open = open && i <= open.to ? null : { at: i, to: i + NEGATION_REACH }
      kind.push('negation')
    } else if (LEXICAL_NEGATORS.has(lemma) && tokens.pos[i] !== 'DET') {
      open = open && i <= open.to ? null : { at: i, to: i + NEGATION_REACH }
      kind.push('negation')
    } else if (CONDITIONALS.has(lower)) kind.push('conditional')
    else if (HEDGES.has(lower) || HEDGES.has(lemma)) kind.push('hedge')
    else if (BOOSTERS.has(lower)) kind.push('booster')
    else kind.push(lower === 'but' || lower === 'despite' || lower === 'although' || lower === 'however' ? 'contrast' : null)
  }
  return { clause, negator, kind }
}

/** `and` and `or` join clauses only where a subject or a verb follows. */
function startsClause(pos: AnnotatedText['tokens']['pos'], i: number): boolean {
  if (pos[i] !== 'CCONJ') return true
  return pos[i + 1] === 'PRON' || pos[i + 1] === 'AUX'
}
