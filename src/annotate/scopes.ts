import { buildAutomaton, matchPatterns } from '../match/index.js'
import type { AnnotatedText, ModifierKind, PartOfSpeech } from '../types.js'
import { SCOPE_RULES, type ScopeRule } from './scope-rules.js'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const CLAUSE_WORDS = set(
  'but although though while whereas because since unless if when which who whom whose that where despite however yet and or',
)
const CLAUSE_MARKS = set(', ; : ( ) – — ? ! .')

/** What changes what the words of a unit say, by token. */
export interface Scopes {
  /** Ordinal of the clause each token stands in. */
  readonly clause: readonly number[]
  /** The negator whose scope each token stands in, or -1. Two negators cancel. */
  readonly negator: readonly number[]
  /** What each token is itself. */
  readonly kind: readonly (ModifierKind | null)[]
}

/** Made once, at the first unit: rules never change. */
let automaton: ReturnType<typeof buildAutomaton> | undefined
const known = new WeakMap<AnnotatedText['tokens'], Scopes>()

/**
 * Finds clauses and the scopes of negation, hedges, boosters and conditions of a unit, once a unit: every stage reads the same.
 *
 * A scope runs from its words to the next clause border or as far as its row reaches. Source: ConText (Harkema et al. 2009).
 */
export function findScopes(unit: AnnotatedText): Scopes {
  let found = known.get(unit.tokens)
  if (!found) {
    found = readScopes(unit)
    known.set(unit.tokens, found)
  }
  return found
}

function readScopes(unit: AnnotatedText): Scopes {
  const { tokens } = unit
  const { lower, pos, sentence } = tokens
  const length = lower.length
  const kind = new Array<ModifierKind | null>(length).fill(null)
  const opens = findTriggers(unit, kind)
  const clause = new Array<number>(length)
  const negator = new Array<number>(length).fill(-1)
  let ordinal = 0
  let open = -1 // token of the open negator, or -1
  let reach = 0
  for (let i = 0; i < length; i++) {
    const form = lower[i] as string
    const newSentence = i > 0 && sentence[i] !== sentence[i - 1]
    const carries = form === 'that' && !newSentence && open >= 0 && carriesOn(lower, open, i)
    if (newSentence || (pos[i] === 'PUNCT' && CLAUSE_MARKS.has(form)) || (CLAUSE_WORDS.has(form) && startsClause(pos, i))) {
      ordinal++
      if (carries) open = i - 1
      else if (newSentence || form !== 'or') open = -1
    }
    if (open >= 0 && i > open + reach) open = -1
    clause[i] = ordinal
    negator[i] = open
    const rule = opens.get(i)
    if (rule?.direction === 'forward') {
      // Two negators cancel, `not without`; `neither … nor` is one denial.
      open = open >= 0 && form !== 'nor' ? -1 : i
      reach = rule.reach
    } else if (rule?.direction === 'backward') {
      for (let k = i - 1; k >= 0 && i - k <= rule.reach && clause[k] === ordinal; k--) negator[k] = negator[k] === -1 ? i : -1
    }
    // `found no fault and praised them`: `no` denies a noun, not the verb that follows.
    if (pos[i] === 'CCONJ' && open >= 0 && pos[i + 1] === 'VERB' && OF_NOUNS.has(lower[open] as string)) open = -1
  }
  return { clause, negator, kind }
}

const OF_NOUNS = set('no nothing without nobody none')

/** Notes what each token is, and gives the rules of negation by their last token. Of rules that overlap the first and longest holds. */
function findTriggers(unit: AnnotatedText, kind: (ModifierKind | null)[]): Map<number, ScopeRule> {
  automaton ??= buildAutomaton(SCOPE_RULES.map(({ pattern }) => pattern))
  const opens = new Map<number, ScopeRule>()
  const hits = matchPatterns(unit, automaton)
  let covered = -1 // last token that a rule holds
  for (let h = 0; h < hits.length; ) {
    const first = (hits[h] as (typeof hits)[number]).first
    let [last, entry] = [-1, -1]
    for (; h < hits.length && hits[h]?.first === first; h++) {
      const hit = hits[h] as (typeof hits)[number]
      if (hit.last > last || (hit.last === last && hit.entry < entry)) {
        last = hit.last
        entry = hit.entry
      }
    }
    if (first <= covered) continue
    covered = last
    const rule = SCOPE_RULES[entry] as ScopeRule
    if (rule.pseudo) continue
    for (let i = first; i <= last; i++) kind[i] = rule.kind
    if (rule.kind === 'negation') opens.set(last, rule)
  }
  return opens
}

const SAYING = set('than say claim suggest argue think believe assume pretend evidence doubt idea notion claims allegation')

/** `deny that …`, `wrong to say that …`: what is denied is the clause that follows. */
function carriesOn(lower: readonly string[], open: number, i: number): boolean {
  return open === i - 1 || SAYING.has(lower[i - 1] as string)
}

/** `and` and `or` join clauses only where a subject or a verb follows. */
function startsClause(pos: readonly PartOfSpeech[], i: number): boolean {
  if (pos[i] !== 'CCONJ') return true
  return pos[i + 1] === 'PRON' || pos[i + 1] === 'AUX'
}
