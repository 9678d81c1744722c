import type { Person } from './phrases.js'

export type Gender = 'he' | 'she'

/** Somebody whom a pronoun may stand for from a token on. */
export interface Antecedent {
  readonly at: number
  readonly names: readonly string[]
}

/** Whom the pronouns of a unit may stand for, in text order; those of the units before stand at -1. */
export interface Antecedents {
  readonly persons: Antecedent[]
  readonly groups: Antecedent[]
  readonly bodies: Antecedent[]
  /** What is known of persons by a title or a pronoun, by the last word of the name. */
  readonly genders: Map<string, Gender>
  /** Last words of the names of persons. */
  readonly surnames: Set<string>
}

export function noAntecedents(): Antecedents {
  return { persons: [], groups: [], bodies: [], genders: new Map(), surnames: new Set() }
}

const MOST_CARRIED = 4 // of each kind, into the next unit

/** What the next unit may refer to. */
export function carryAntecedents({ persons, groups, bodies, genders, surnames }: Antecedents): Antecedents {
  const last = (list: readonly Antecedent[]): Antecedent[] => list.slice(-MOST_CARRIED).map(({ names }) => ({ at: -1, names }))
  return { persons: last(persons), groups: last(groups), bodies: last(bodies), genders, surnames }
}

const MOST_BACK = 6 // antecedents that are tried for a pronoun

/** Whom a pronoun stands for; undefined where nobody fits. */
export function resolvePronoun(
  { persons, groups, bodies, genders }: Antecedents,
  person: Person,
  at: number,
): readonly string[] | undefined {
  if (person === 'they' || person === 'it') return lastBefore(person === 'they' ? groups : bodies, at)?.names
  const other = person === 'he' ? 'she' : 'he'
  let tried = 0
  for (let i = persons.length - 1; i >= 0 && tried < MOST_BACK; i--) {
    const { at: since, names } = persons[i] as Antecedent
    if (since >= at) continue
    tried++
    const [name] = names
    if (name === undefined || genders.get(lastWord(name)) === other) continue
    genders.set(lastWord(name), person as Gender)
    return names
  }
  return undefined
}

export function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1)
}

/** The last person named before a token. */
export function lastPerson({ persons }: Antecedents, at: number): Antecedent | undefined {
  return lastBefore(persons, at)
}

/** Antecedents are noted up to the token that is read, so that the last one mostly fits. */
function lastBefore(list: readonly Antecedent[], at: number): Antecedent | undefined {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] as Antecedent).at < at) low = middle + 1
    else high = middle
  }
  return list[low - 1]
}
