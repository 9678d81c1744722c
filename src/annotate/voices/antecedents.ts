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
  /** Persons that something else in their sentence stands over: tried last. */
  readonly others: Antecedent[]
  readonly groups: Antecedent[]
  readonly bodies: Antecedent[]
  /** What is known of persons by a title or a pronoun, by the last word of the name. */
  readonly genders: Map<string, Gender>
  /** Last words of the names of persons. */
  readonly surnames: Set<string>
}

export function noAntecedents(): Antecedents {
  return { persons: [], others: [], groups: [], bodies: [], genders: new Map(), surnames: new Set() }
}

const MOST_CARRIED = 4 // of each kind, into the next unit

/** What the next unit may refer to. */
export function carryAntecedents({ persons, others, groups, bodies, genders, surnames }: Antecedents): Antecedents {
  const last = (list: readonly Antecedent[]): Antecedent[] => list.slice(-MOST_CARRIED).map(({ names }) => ({ at: -1, names }))
  return { persons: last(persons), others: last(others), groups: last(groups), bodies: last(bodies), genders, surnames }
}

const MOST_BACK = 6 // antecedents that are tried for a pronoun

/** Given names by which a pronoun may tell two persons apart. Source: the most frequent names of the US census of 1990 and of Europe. */
const GIVEN: Readonly<Record<Gender, ReadonlySet<string>>> = {
  he: new Set(
    (
      'james john robert michael william david richard charles joseph thomas christopher daniel paul mark donald george kenneth steven edward brian ronald anthony kevin ' +
      'jason matthew gary timothy jose larry jeffrey frank scott eric stephen andrew raymond gregory joshua jerry dennis walter patrick peter harold douglas henry carl arthur ' +
      'ryan roger joe juan jack albert jonathan justin terry gerald keith samuel ralph lawrence nicholas roy benjamin bruce brandon adam harry fred wayne billy steve louis jeremy ' +
      'aaron randy howard eugene carlos bernie barack bill jeb ted marco mitch tim mike ben jim otto hans anton karl ivan luc luca pierre pablo pedro diego omar ali ahmed mohammed ' +
      'hassan yusuf viktor vladimir boris igor oleg mirko milan marek rolf lars erik nils sven olaf klaus jan piet giorgio paolo matteo nikita ilya sasha mustafa'
    ).split(' '),
  ),
  she: new Set(
    (
      'mary elizabeth susan margaret dorothy karen nancy betty helen carol ruth sharon michelle laura sarah kimberly deborah jessica shirley cynthia angela melissa brenda amy anna ' +
      'rebecca virginia kathleen pamela martha debra amanda stephanie carolyn christine marie janet catherine frances ann joyce diane alice julie heather teresa doris gloria evelyn ' +
      'jean cheryl mildred katherine joan ashley judith rose janice kelly nicole judy christina kathy theresa beverly denise tammy irene jane lori rachel marilyn andrea kathryn ' +
      'louise sara anne jacqueline wanda bonnie julia ruby lois tina phyllis norma paula diana annie lillian emily robin hillary nikki ingrid astrid helga heike birgit agnes ' +
      'chloe simone yvonne ines carmen dolores fatima aisha noor leila yasmin svetlana marine ursula christel giorgia'
    ).split(' '),
  ),
}

/** What a given name says of a person: in `-a` mostly a woman. */
export function genderOf(name: string): Gender | undefined {
  const given = name.slice(0, Math.max(0, name.indexOf(' '))).toLowerCase()
  if (given === '') return undefined
  if (GIVEN.he.has(given)) return 'he'
  return GIVEN.she.has(given) || given.endsWith('a') ? 'she' : undefined
}

/** Whom a pronoun stands for; undefined where nobody fits. */
export function resolvePronoun(
  { persons, others, groups, bodies, genders }: Antecedents,
  person: Person,
  at: number,
): readonly string[] | undefined {
  if (person === 'they' || person === 'it') return lastBefore(person === 'they' ? groups : bodies, at)?.names
  return lastFitting(persons, genders, person as Gender, at) ?? lastFitting(others, genders, person as Gender, at)
}

function lastFitting(
  list: readonly Antecedent[],
  genders: Map<string, Gender>,
  gender: Gender,
  at: number,
): readonly string[] | undefined {
  const other = gender === 'he' ? 'she' : 'he'
  let tried = 0
  for (let i = list.length - 1; i >= 0 && tried < MOST_BACK; i--) {
    const { at: since, names } = list[i] as Antecedent
    if (since >= at) continue
    tried++
    const [name] = names
    if (name === undefined || (genders.get(lastWord(name)) ?? genderOf(name)) === other) continue
    genders.set(lastWord(name), gender)
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
