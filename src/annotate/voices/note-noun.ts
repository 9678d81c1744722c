import { type Antecedent, type Gender, genderOf, lastWord } from './antecedents.js'
import { isDescribedPerson, isPersonName, nameOf } from './names.js'
import { holderKindOf } from './people.js'
import type { Phrase } from './phrases.js'
import type { State } from './state.js'

const TITLES: ReadonlyMap<string, Gender> = new Map([
  ...'mr sir lord king prince congressman chairman spokesman businessman husband father son brother pope bishop archbishop man'
    .split(' ')
    .map((word): [string, Gender] => [word, 'he']),
  ...'mrs ms miss lady queen princess congresswoman chairwoman spokeswoman businesswoman wife mother daughter sister woman'
    .split(' ')
    .map((word): [string, Gender] => [word, 'she']),
])

/** Remembers what a noun phrase names, where a pronoun may come back to it. */
export function noteNoun(state: State, at: number): void {
  const { phrases, unit, quotedBy, mentionAt, antecedents } = state
  const { lower } = unit.tokens
  const phrase = phrases[at] as Phrase
  if (phrase.person !== null || phrase.time || (quotedBy[phrase.first] as number) >= 0) return
  const before = phrases[at - 1]
  const mention = mentionAt[phrase.last]
  const name = nameOf(state, phrase)
  const { persons, others, groups, bodies, genders, surnames } = antecedents
  const isPerson =
    mention?.kind === 'person' ||
    (!mention && (isPersonName(unit, phrase) || isDescribedPerson(unit, phrase) || surnames.has(name)))
  if (isPerson) {
    const surname = lastWord(name)
    if (/^\p{Lu}/u.test(surname)) surnames.add(surname)
    const gender = genderOf(name)
    if (gender && !genders.has(surname)) genders.set(surname, gender)
    for (let i = Math.max(0, phrase.first - 1); i <= phrase.last; i++) {
      const form = lower[i] as string
      const title = TITLES.get(form.endsWith('.') ? form.slice(0, -1) : form)
      if (title) genders.set(surname, title)
    }
    const joined = before?.kind === 'and' ? phrases[at - 2] : undefined
    if (joined?.kind === 'noun' && persons.at(-1)?.at === joined.first)
      groups.push({ at: phrase.first, names: [...(persons.at(-1) as Antecedent).names, name] })
    // Whoever opens a sentence stays its topic: what depends on a preposition or a verb takes no place of it.
    const depends = before?.sentence === phrase.sentence && (before.kind === 'preposition' || before.kind === 'verb')
    const last = persons.at(-1)
    const isTaken =
      last !== undefined && (last.at < 0 || unit.tokens.sentence[last.at] === phrase.sentence || before?.kind === 'preposition')
    const list = depends && isTaken ? others : persons
    list.push({ at: phrase.first, names: [name] })
    return
  }
  // `Voss's office said … She`
  for (let i = phrase.first; i < phrase.last; i++)
    if (mentionAt[i]?.kind === 'person' && lower[i + 1] === "'s") {
      persons.push({ at: phrase.first, names: [(mentionAt[i] as { name: string }).name] })
      break
    }
  if (before?.kind === 'preposition' && before.sentence === phrase.sentence) return
  if (!mention && /(?:[^s]s|men|people|police)$/.test(lower[phrase.last] as string))
    groups.push({ at: phrase.first, names: [name] })
  else if (mention && mention.kind !== 'topic' && mention.kind !== 'project') {
    bodies.push({ at: phrase.first, names: [name] })
    if (mention.kind === 'organization') groups.push({ at: phrase.first, names: [name] })
  } else if (!mention && holderKindOf(lower[phrase.last] as string) !== null) {
    bodies.push({ at: phrase.first, names: [name] })
    groups.push({ at: phrase.first, names: [name] })
  }
}
