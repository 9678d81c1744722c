import type { AnnotatedText, Mention, MentionKind } from '../types.js'
import { carryNamed, MOST_NAMED, type Named, resolveDescription, startOfDescription, titleBefore } from './descriptions.js'

const PERSONAL = new Set('he she him his her hers himself herself'.split(' '))
const IMPERSONAL = new Set('it its itself'.split(' '))
const PLURAL = new Set('they them their theirs'.split(' '))
/** A pronoun this far from what it may stand for is left alone. */
const MOST_SENTENCES = 2 // back from the pronoun's own; a person stays the topic of a paragraph longer than a thing
/** Words that make `it` stand for nothing: `it is clear that`. */
const EMPTY_IT = new Set('is was would will seems appears may could has takes remains'.split(' '))
const AFTER_EMPTY_IT = new Set(
  'clear important necessary possible likely unlikely true wrong right hard difficult easy obvious essential crucial time worth unclear impossible natural not'.split(
    ' ',
  ),
)

/** What the article has named so far, carried from unit to unit. */
export interface Carried {
  /** The last person. */
  person: { readonly name: string; readonly kind: MentionKind } | null
  /** Whatever was named in the last sentences. */
  named: readonly Named[]
}

/**
 * Adds the pronouns and descriptions (`the bank`) that a careful reader is sure of: `he` and `she` where one person was named last and no other name stands
 * between, `it` and `its` where the sentence, or the one before, has named one single thing.
 *
 * @param isPerson - whether a mention names a person
 * @param strange - first tokens of capitalized names that nothing is known of, in order
 */
export function addReferences(
  unit: AnnotatedText,
  mentions: readonly Mention[],
  strange: readonly number[],
  isPerson: (mention: Mention) => boolean,
  carried: Carried,
): Mention[] {
  const { tokens, text } = unit
  const { lower, start, end, sentence } = tokens
  const all: Mention[] = []
  let m = 0
  let s = 0
  let person: { mention: Pick<Mention, 'name' | 'kind'>; sentence: number } | null = carried.person
    ? { mention: carried.person, sentence: 0 }
    : null
  // What each sentence has named so far: the one thing, or null where there are several.
  let [here, before]: [Thing, Thing] = [NOTHING, NOTHING]
  let current = -1
  let opening = 0 // first token of the sentence
  let subject: { sentence: number; mention: Mention | null | undefined } = { sentence: -1, mention: undefined }
  const named: Named[] = [...carried.named]
  for (let i = 0; i < lower.length; i++) {
    if (sentence[i] !== current) {
      before = sentence[i] === current + 1 ? here : NOTHING
      here = NOTHING
      current = sentence[i] as number
      opening = i
    }
    while (s < strange.length && (strange[s] as number) < i) s++
    if (strange[s] === i) person = null // somebody else may be meant from here on
    const mention = mentions[m]
    if (mention && mention.start === start[i]) {
      all.push(mention)
      m++
      if (named.length === MOST_NAMED) named.shift()
      named.push({
        name: mention.name,
        kind: mention.kind,
        isPerson: isPerson(mention),
        title: titleBefore(unit, mention, i),
        sentence: current,
      })
      if (isPerson(mention)) person = { mention, sentence: current }
      else here = here === NOTHING ? { mention, at: i } : here !== SEVERAL && here.mention?.name === mention.name ? here : SEVERAL
      continue
    }
    const form = lower[i] as string
    let found: Pick<Mention, 'name' | 'kind'> | null = null
    if (PERSONAL.has(form)) {
      if (person && current - person.sentence <= MOST_SENTENCES) {
        found = person.mention
        person = { mention: person.mention, sentence: current }
      }
    } else if (IMPERSONAL.has(form) || PLURAL.has(form)) {
      let opener: Mention | null | undefined
      if (form === 'it' && JOINING.has(lower[i - 1] ?? '')) {
        if (subject.sentence !== current) subject = { sentence: current, mention: openerOf(unit, all, opening) }
        opener = subject.mention
      }
      if (opener === null) continue // `The regulator spared the bank, but it …`: somebody without a name
      const thing = opener ? { mention: opener, at: i } : here !== NOTHING ? here : before
      const isEmpty = form === 'it' && EMPTY_IT.has(lower[i + 1] ?? '') && AFTER_EMPTY_IT.has(lower[i + 2] ?? '')
      if (thing.mention && !isEmpty && (IMPERSONAL.has(form) || isSeveral(unit, thing.mention, thing.at, form)))
        found = thing.mention
    }
    const isDescription = !found && !isPronoun(form)
    if (isDescription) found = resolveDescription(unit, i, named)
    if (!found) continue
    // The article belongs to the description: `the bank`.
    let first = isDescription ? startOfDescription(tokens, i) : i
    const last = all.at(-1)
    if (last && (start[i] as number) < last.end) continue // a word of the name itself
    while (last && (start[first] as number) < last.end) first++ // `the Danish company`: what is named inside stays
    all.push({
      name: found.name,
      kind: found.kind,
      start: start[first] as number,
      end: end[i] as number,
      quote: text.slice(start[first], end[i]),
      by: 'reference',
    })
  }
  carried.named = carryNamed(named, current + 1)
  carried.person = person ? { name: person.mention.name, kind: person.mention.kind } : null
  return all
}

const JOINING = new Set('but and because while though although yet whereas'.split(' '))

/** The subject that opens a sentence: its mention, null where it is no name, undefined where the sentence opens otherwise. */
function openerOf({ tokens }: AnnotatedText, mentions: readonly Mention[], from: number): Mention | null | undefined {
  let i = from
  if (tokens.pos[i] === 'DET') i++
  let m = mentions.length - 1 // the last ones are of this sentence
  while (m > 0 && (mentions[m] as Mention).start > (tokens.start[i] as number)) m--
  const last = mentions[m]
  const mention = last && last.start <= (tokens.start[i] as number) && last.end > (tokens.start[i] as number) ? last : undefined
  if (!mention)
    return tokens.pos[i] === 'NOUN' && (tokens.pos[i + 1] === 'VERB' || tokens.pos[i + 1] === 'AUX') ? null : undefined
  while (i < tokens.start.length && (tokens.start[i] as number) < mention.end) i++
  return tokens.pos[i] === 'VERB' || tokens.pos[i] === 'AUX' ? mention : undefined
}

function isPronoun(form: string): boolean {
  return PERSONAL.has(form) || IMPERSONAL.has(form) || PLURAL.has(form)
}

const MOST_OPENING = 2 // tokens before a topic that opens its sentence: `All the tariffs are …`

/** Whether `they` may stand for a thing: a body, or a topic of several (`the tariffs`) that opens its sentence or that something is done to. */
function isSeveral({ tokens }: AnnotatedText, { kind, quote }: Mention, at: number, form: string): boolean {
  if (kind === 'organization') return true
  if (kind !== 'topic' || !quote.endsWith('s')) return false
  return form === 'them' || at <= MOST_OPENING || tokens.sentence[at - MOST_OPENING - 1] !== tokens.sentence[at]
}

interface Thing {
  readonly mention: Mention | null
  readonly at: number
}

const NOTHING: Thing = { mention: null, at: -1 }
const SEVERAL: Thing = { mention: null, at: -1 }
