import type { AnnotatedText, Mention, MentionKind, Tokens } from '../types.js'
import { BLOCS } from './names/organizations.js'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const DEFINITE = set('the this that')
const OF_COUNTRIES = set('country nation republic kingdom island sultanate emirate monarchy')
const OF_BLOCS = set('bloc alliance')
const OF_COMPANIES = set(
  'company firm corporation manufacturer carmaker automaker planemaker airline conglomerate multinational chipmaker retailer drugmaker lender group giant',
)
/** Bodies that `the company` never means, by a word of their names. */
const NO_COMPANY =
  /\b(?:Bank|Fund|Nations|Court|Council|Commission|Ministry|Parliament|Senate|Congress|Party|Union|Agency|Organi[sz]ation|Reserve|University|Institute|Foundation|Association|Police|Army|Office|Bureau|Forum|Red Cross|Hamas|Hezbollah|Taliban|State|Qaeda|International|Watch|Interpol|Asia)\b/
/** Descriptions of persons by their office, which stand before names as titles. */
const OFFICES = set(
  'president minister premier chancellor ambassador secretary senator governor mayor king queen prince princess general admiral judge justice ' +
    'professor director chairman chairwoman spokesman spokeswoman spokesperson pope commissioner envoy leader congressman congresswoman attorney',
)
const NOUNS: ReadonlySet<string> = new Set([...OF_COUNTRIES, ...OF_BLOCS, ...OF_COMPANIES, ...OFFICES])
/** How many of the things named last are remembered. */
export const MOST_NAMED = 48
const MOST_SENTENCES = 2 // back from the description's own
const MOST_MODIFIERS = 2 // words between the article and the noun
const MOST_WORDS = 5 // of a name whose last word may stand for it

/** Something named not long ago. */
export interface Named {
  readonly name: string
  readonly kind: MentionKind
  readonly isPerson: boolean
  /** The title before a person's name, in lower case; empty where there is none. */
  readonly title: string
  /** Ordinal of the sentence; negative in the unit before. */
  readonly sentence: number
}

/**
 * What `the bank`, `the country`, `this president` stands for at a token: the one thing of that kind that was named in the same
 * sentence or the two before; null where there are several, or none. Source: this library.
 */
export function resolveDescription({ tokens }: AnnotatedText, i: number, named: readonly Named[]): Named | null {
  const { lower, pos, sentence, value } = tokens
  const noun = lower[i] as string
  if (!NOUNS.has(noun) && !DEFINITE.has(lower[i - 1] ?? '')) return null
  const first = startOfDescription(tokens, i)
  if (first < 0 || value[i] !== noun) return null
  // `the bank account`, `the president of Chad`: something else.
  const next = lower[i + 1]
  const tag = pos[i + 1]
  if (next === 'of' || next === '-' || ((tag === 'NOUN' || tag === 'PROPN') && sentence[i + 1] === sentence[i])) return null
  let found: Named | null = null
  for (let k = named.length - 1; k >= 0; k--) {
    const each = named[k] as Named
    if ((sentence[i] as number) - each.sentence > MOST_SENTENCES) break
    if (!fits(noun, each)) continue
    if (found && found.name !== each.name) return null
    found = each
  }
  return found
}

/** The article of a description, `the tiny island`; -1 where it has none. */
export function startOfDescription({ lower, pos, sentence }: Tokens, i: number): number {
  const most = OF_COUNTRIES.has(lower[i] as string) || OF_COMPANIES.has(lower[i] as string) ? MOST_MODIFIERS : 0
  for (let k = i - 1; k >= 0 && i - 1 - k <= most && sentence[k] === sentence[i]; k--) {
    if (DEFINITE.has(lower[k] as string)) return k
    if (pos[k] !== 'ADJ' && pos[k] !== 'NOUN' && pos[k] !== 'PROPN') return -1
  }
  return -1
}

function fits(noun: string, { name, kind, isPerson, title }: Named): boolean {
  if (isPerson) return OFFICES.has(noun) && (title === noun || title === '')
  if (OF_COUNTRIES.has(noun)) return kind === 'country'
  if (OF_BLOCS.has(noun)) return BLOCS.has(name)
  if (OF_COMPANIES.has(noun)) return (kind === 'organization' || kind === 'given') && !BLOCS.has(name) && !NO_COMPANY.test(name)
  if (kind === 'country') return false
  // `the World Bank` is `the bank`, `the Paris accord` `the accord`.
  const words = name.toLowerCase().split(' ')
  return words.length > 1 && words.length <= MOST_WORDS && words.at(-1) === noun
}

/** The things that a unit has named, for the next one: sentences are counted back from its start. */
export function carryNamed(named: readonly Named[], sentences: number): Named[] {
  return named
    .map((each) => ({ ...each, sentence: each.sentence - sentences }))
    .filter(({ sentence }) => sentence >= -MOST_SENTENCES)
}

/** The title right before a mention, in lower case. */
export function titleBefore({ tokens }: AnnotatedText, { start }: Mention, i: number): string {
  if (tokens.start[i] !== start) return ''
  const word = (tokens.lower[i - 1] ?? '').replace(/\.$/, '')
  return tokens.sentence[i - 1] === tokens.sentence[i] && OFFICES.has(word) ? word : ''
}
