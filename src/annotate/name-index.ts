import type { MentionKind, Target } from '../types.js'
import countries from './names/countries.json'
import { COMPANIES, ORGANIZATIONS, PROJECTS, TOPICS } from './names/organizations.js'
import { annotateText } from './tokens.js'

/** One name of an actor or a topic, as the tokens that spell it. */
export interface NameEntry {
  readonly name: string
  readonly kind: MentionKind
  readonly tokens: readonly string[]
  /** Which of the tokens must be written just so. */
  readonly exact: readonly boolean[]
  /** Whether the words must be written with capitals: names of actors are, topics are not. */
  readonly capitals: boolean
}

/** Names by their first token in lower case, longest first. */
export type NameIndex = ReadonlyMap<string, readonly NameEntry[]>

/** Words that are names in capitals only. */
const ALL_CAPITALS = /^\p{Lu}[\p{Lu}.+\d]+$/u

/** Splits a name the way texts are split into tokens: hyphens and possessives stand alone. */
export function splitName(name: string): string[] {
  return name
    .replaceAll('’', "'")
    .replace(/'s\b/g, " 's")
    .replace(/[-–]/g, ' - ')
    .split(/\s+/)
    .filter((token) => token !== '')
}

/** The tokens of a name of the caller's, split as texts are. */
function tokensOf(name: string): readonly string[] {
  const span = { start: 0, end: name.length }
  return annotateText(name.replaceAll('’', "'"), span, [span]).tokens.value
}

/** Indexes the caller's targets, or the names that come with the library where none are given. */
export function buildNameIndex(targets?: readonly Target[]): NameIndex {
  const index = new Map<string, NameEntry[]>()
  const add = (name: string, alias: string, kind: MentionKind, capitals: boolean): void => {
    const parts = kind === 'given' ? tokensOf(alias) : splitName(alias)
    const tokens = parts.map((token) => (capitals && ALL_CAPITALS.test(token) ? token : token.toLowerCase()))
    const first = (tokens[0] ?? '').toLowerCase()
    const entries = index.get(first)
    const exact = tokens.map((token) => token !== token.toLowerCase())
    const entry = { name, kind, tokens, exact, capitals }
    if (entries) entries.push(entry)
    else index.set(first, [entry])
  }
  for (const target of targets ?? []) {
    const name = typeof target === 'string' ? target : target.name
    for (const alias of typeof target === 'string' ? [target] : [target.name, ...(target.aliases ?? [])])
      add(name, alias, 'given', false)
  }
  const addAll = (rows: readonly (readonly string[])[], kind: MentionKind, capitals: boolean): void => {
    for (const row of rows) for (const alias of row) add(row[0] as string, alias, kind, capitals)
  }
  if (!targets) {
    addAll(ORGANIZATIONS, 'organization', true)
    addAll(COMPANIES, 'organization', true)
    addAll(countries, 'country', true)
    addAll(PROJECTS, 'project', true)
    addAll(TOPICS, 'topic', false)
  }
  for (const entries of index.values()) entries.sort((a, b) => b.tokens.length - a.tokens.length)
  return index
}
