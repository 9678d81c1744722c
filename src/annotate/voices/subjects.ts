import type { AnnotatedText } from '../../types.js'
import { isOffice } from './people.js'
import type { Phrase } from './phrases.js'

const MOST_STEPS = 40 // phrases that are gone back over; longer than nearly every sentence
const MOST_JOINED = 8 // subjects of one verb
const MOST_JUMPS = 3 // verbs whose subject is another verb's

/** Verbs behind which a name may be the subject of the next verb: `said Voss fears`. */
export type TakesClause = (verb: Phrase) => boolean

/** What a subject is looked for in. */
export interface Grammar {
  readonly unit: AnnotatedText
  readonly phrases: readonly Phrase[]
  readonly takesClause: TakesClause
}

/**
 * The noun phrases that are the subject of a verb, in text order: several where they are joined. It steps over what stands between
 * commas, over prepositions with their nouns and over times; none where the sentence names none.
 *
 * @param at - ordinal of the verb among the phrases
 */
export function findSubjects(grammar: Grammar, at: number, jumps = 0): readonly Phrase[] {
  const { phrases } = grammar
  const verb = phrases[at] as Phrase
  if (jumps > MOST_JUMPS) return []
  let i = at - 1
  let steps = 0
  while (i >= 0 && steps++ < MOST_STEPS) {
    const phrase = phrases[i] as Phrase
    if (phrase.sentence !== verb.sentence && phrase.kind !== 'mark') return []
    switch (phrase.kind) {
      case 'noun': {
        const preposition = governor(phrases, i)
        if (preposition >= 0) {
          // `with Voss calling it`
          // `as Voss said`, `after Voss left`
          if (i === at - 1 && verb.form === 'finite' && isOpener(grammar, phrases[preposition] as Phrase))
            return joined(grammar, i)
          if (verb.form === 'ing' && isWith(grammar, phrases[preposition] as Phrase) && i === at - 1) return [phrase]
          i = preposition - 1
          continue
        }
        if (phrase.time || isFloating(grammar, i)) {
          i--
          continue
        }
        const before = phrases[i - 1]
        if (
          before?.kind === 'verb' &&
          before.sentence === phrase.sentence &&
          !grammar.takesClause(before) &&
          verb.form !== 'to'
        ) {
          // The object of another verb: `the reporter who met Voss said`.
          if (before.form === 'ing' || before.form === 'participle') {
            i -= 2
            continue
          }
          const opener = phrases[i - 2]
          if (opener?.kind === 'relative') {
            i -= 3
            if (phrases[i]?.kind === 'comma') i--
            continue
          }
          return findSubjects(grammar, i - 1, jumps + 1)
        }
        return joined(grammar, i)
      }
      case 'comma':
        return acrossCommas(grammar, at, i, jumps)
      case 'and':
        return beforeVerb(grammar, i, jumps)
      case 'relative':
        return antecedent(grammar, i)
      case 'verb':
        if (phrase.form === 'participle' || phrase.form === 'ing') {
          i--
          continue
        }
        return findSubjects(grammar, i, jumps + 1)
      case 'preposition':
        // `after saying`: whoever does what the sentence tells.
        return beforeVerb(grammar, i, jumps)
      default:
        return verb.form === 'ing' && phrase.kind === 'mark' ? beforeVerb(grammar, i, jumps) : []
    }
  }
  return []
}

/** `Voss and Brandt both said` */
function isFloating({ unit, phrases }: Grammar, at: number): boolean {
  const { first, last } = phrases[at] as Phrase
  return (
    first === last &&
    FLOATING.test(unit.tokens.lower[first] as string) &&
    phrases[at - 1]?.kind === 'noun' &&
    phrases[at - 1]?.last === first - 1
  )
}

const FLOATING = /^(?:both|all|each|himself|herself|itself|themselves)$/

function isOpener({ unit }: Grammar, { first }: Phrase): boolean {
  return /^(?:as|after|before|since|until)$/.test(unit.tokens.lower[first] as string)
}

function isWith({ unit }: Grammar, { first }: Phrase): boolean {
  return unit.tokens.lower[first] === 'with'
}

/** The preposition that a noun phrase depends on, or -1: `with A and B`. */
function governor(phrases: readonly Phrase[], noun: number): number {
  const before = phrases[noun - 1]
  if (before?.sentence !== phrases[noun]?.sentence) return -1
  if (before?.kind === 'preposition') return noun - 1
  if (before?.kind !== 'and' || phrases[noun - 2]?.kind !== 'noun') return -1
  const preposition = phrases[noun - 3]
  return preposition?.kind === 'preposition' && preposition.sentence === phrases[noun]?.sentence ? noun - 3 : -1
}

/** A noun phrase with those that are joined to it before it: `Voss, Brandt and the union`. */
function joined({ phrases, takesClause }: Grammar, last: number): readonly Phrase[] {
  const found = [phrases[last] as Phrase]
  let i = last
  let isFirst = true
  while (i >= 2 && found.length < MOST_JOINED) {
    const link = phrases[i - 1] as Phrase
    const other = phrases[i - 2] as Phrase
    if (other.sentence !== link.sentence) break
    let next = i - 2
    if (!(isFirst ? link.kind === 'and' : link.kind === 'comma')) break
    let noun = other
    if (noun.kind === 'comma' && isFirst) {
      next = i - 3
      const behind = phrases[next]
      if (!behind) break
      noun = behind
    }
    if (noun.kind !== 'noun' || noun.time || governor(phrases, next) >= 0) break
    const before = phrases[next - 1]
    if (before?.sentence === noun.sentence && (before.kind === 'noun' || (before.kind === 'verb' && !takesClause(before)))) break
    found.unshift(noun)
    i = next
    isFirst = false
  }
  return found
}

/** The subject of a clause that commas or dashes interrupt: `Voss, the trade minister, 54, who …, said`. */
function acrossCommas(grammar: Grammar, at: number, comma: number, jumps: number): readonly Phrase[] {
  const { phrases, unit } = grammar
  const verb = phrases[at] as Phrase
  let chain: Phrase[] = []
  let right = comma
  let steps = 0
  while (right >= 0 && steps++ < MOST_STEPS) {
    let left = right - 1
    while (
      left >= 0 &&
      !isEdge(phrases[left] as Phrase) &&
      phrases[left]?.sentence === verb.sentence &&
      right - left < MOST_STEPS
    )
      left--
    const segment = phrases.slice(left + 1, right)
    const edge = phrases[left]
    const isOver = edge === undefined || edge.kind !== 'comma' || edge.sentence !== verb.sentence
    const kind = classify(grammar, segment)
    if (kind === 'noun') {
      const heads = headsOf(grammar, left + 1, right)
      chain = [...heads, ...chain]
    } else if (kind === 'clause') {
      if (chain.length > 0) break
      // `Voss met them, and said`, `Voss met them, saying`
      const nearest = lastVerb(phrases, left + 1, right)
      return nearest < 0 ? [] : findSubjects(grammar, nearest, jumps + 1)
    } else if (kind === 'fronted' && chain.length > 0) break
    if (isOver) break
    right = left
  }
  // The noun that opens the stretch, or the name behind an office: `The president, Anton Deres, said`.
  const [opener, second] = chain
  if (!opener) return []
  if (second && isOffice(unit.tokens.value[opener.last] as string) && isNameOf(unit, second)) return [second]
  return [opener]
}

function isEdge({ kind }: Phrase): boolean {
  return kind === 'comma' || kind === 'border' || kind === 'mark'
}

/** What stands between two commas: a noun phrase, a clause of its own, a phrase that opens the sentence, or an aside. */
function classify({ unit }: Grammar, segment: readonly Phrase[]): 'noun' | 'clause' | 'fronted' | 'aside' {
  const rest = segment[0]?.kind === 'and' ? segment.slice(1) : segment
  const [first] = rest
  if (!first) return 'aside'
  if (first.kind === 'relative') return 'aside'
  if (first.kind === 'preposition') return 'fronted'
  if (first.kind === 'clause') return 'fronted'
  if (first.kind === 'verb') return first.form === 'finite' ? 'clause' : 'fronted'
  if (first.kind !== 'noun') return 'aside'
  if (/^\d+$/.test(unit.tokens.lower[first.first] as string) && rest.length === 1) return 'aside'
  let subordinate = false
  for (const { kind, form } of rest) {
    if (kind === 'relative' || kind === 'clause') subordinate = true
    if (kind === 'verb' && form === 'finite' && !subordinate) return 'clause'
  }
  return rest.every(({ time, kind }) => kind !== 'noun' || time) ? 'aside' : 'noun'
}

/** The noun phrases that a segment is made of, joined ones together; those that depend on a preposition left out. */
function headsOf({ phrases }: Grammar, from: number, to: number): Phrase[] {
  for (let i = from; i < to; i++) {
    const phrase = phrases[i] as Phrase
    if (phrase.kind === 'noun' && !phrase.time) return [phrase]
  }
  return []
}

function lastVerb(phrases: readonly Phrase[], from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) {
    const { kind, form } = phrases[i] as Phrase
    if (kind === 'verb' && form === 'finite' && phrases[i - 1]?.kind !== 'relative') return i
  }
  return -1
}

/** The subject of the nearest verb before a joint. */
function beforeVerb(grammar: Grammar, joint: number, jumps: number): readonly Phrase[] {
  const { phrases } = grammar
  const ordinal = phrases[joint]?.sentence
  for (let i = joint - 1; i >= 0 && joint - i < MOST_STEPS && phrases[i]?.sentence === ordinal; i--) {
    const { kind, form } = phrases[i] as Phrase
    if (kind !== 'verb' || form !== 'finite') continue
    // A relative clause is over: what it belongs to goes on.
    if (phrases[i - 1]?.kind === 'relative') continue
    return findSubjects(grammar, i, jumps + 1)
  }
  return []
}

/** `Voss, who`: the noun before a relative pronoun. */
function antecedent(grammar: Grammar, pronoun: number): readonly Phrase[] {
  const { phrases } = grammar
  let i = pronoun - 1
  if (phrases[i]?.kind === 'comma') i--
  const noun = phrases[i]
  if (noun?.kind !== 'noun' || noun.sentence !== phrases[pronoun]?.sentence) return []
  return [noun]
}

/** Two or more capitalized words, or one behind a title. */
function isNameOf({ tokens }: AnnotatedText, { first, last }: Phrase): boolean {
  return (
    /^\p{Lu}/u.test(tokens.value[last] as string) && /^\p{Lu}/u.test(tokens.value[first] as string) && tokens.pos[first] !== 'DET'
  )
}

/** The noun phrases behind a verb that speak, `said Voss`; none where they are not inverted. */
export function findInverted({ phrases }: Grammar, at: number): readonly Phrase[] {
  const verb = phrases[at] as Phrase
  const noun = phrases[at + 1]
  if (noun?.kind !== 'noun' || noun.time || noun.sentence !== verb.sentence || noun.first !== verb.last + 1) return []
  const found = [noun]
  let i = at + 2
  if (phrases[i]?.kind === 'and' && phrases[i + 1]?.kind === 'noun' && phrases[i + 2]?.kind !== 'verb') {
    found.push(phrases[i + 1] as Phrase)
    i += 2
  }
  const next = phrases[i]
  // `said Voss is`: the subject of another verb.
  if (next?.kind === 'verb' && next.sentence === verb.sentence && next.form === 'finite') return []
  return found
}
