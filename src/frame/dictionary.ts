import { describeValue, FramingError } from '../error.js'
import { inflect, type PatternWord, parsePattern } from '../match/index.js'
import { type Codebook, type Cue, defineCodebook } from './codebook.js'

/** A quanteda dictionary as its YAML file reads: word lists by key, nested where it has levels. */
export interface Dictionary {
  readonly [key: string]: readonly string[] | Dictionary
}

/** What an import or export could not say in the other language. */
export interface DictionaryLoss {
  /** The key or frame and facet it stands in. */
  readonly key: string
  readonly word: string
}

export interface DictionaryOptions {
  readonly id: string
  readonly version: string
  /** Reliability of every cue, since dictionaries state none; 0.5 where left out. */
  readonly reliability?: number
}

const UNSTATED = 0.5 // as likely the frame as not
const LEAST_PREFIX = 3 // letters before a *, see `parsePattern`
const SPELLED = /^[\p{L}\p{N}.']+\*?$/u
const MOST_FORMS = 400 // words that one pattern may become

/**
 * Makes a codebook of a dictionary: the text of a LIWC file (`.dic`), or the object that a quanteda YAML file (`.yml`) reads as.
 *
 * Top-level keys become frames, deeper ones facets. Words match as they stand there, in any case and without inflection; `*` matches the
 * rest of a word.
 *
 * @returns the codebook, and the words whose wildcards no pattern can say
 * @throws {FramingError} `invalid-codebook` where the source is no dictionary.
 * @example
 * const { codebook } = importDictionary({ water: { rivers: ['river', 'dam*'] } }, { id: 'water', version: '1.0.0' })
 * scoreFrames('They dammed the river.', { codebook })[0]?.evidence.map(({ quote }) => quote) //=> ['dammed', 'river']
 */
export function importDictionary(
  source: string | Dictionary,
  options: DictionaryOptions,
): { readonly codebook: Codebook; readonly losses: readonly DictionaryLoss[] } {
  if (typeof options !== 'object' || options === null) throw invalid('options to be an object', options, 'Write { id, version }.')
  const { id, version, reliability = UNSTATED } = options
  const losses: DictionaryLoss[] = []
  const frames = typeof source === 'string' ? readLiwc(source) : readNested(source)
  const codebook = defineCodebook({
    id,
    version,
    frames: [...frames].map(([frame, facets]) => ({
      id: frame,
      definition: `Words of ${frame} in an imported dictionary.`,
      facets: [...facets].map(([facet, words]) => ({
        id: facet,
        cues: [...new Set(words)].flatMap((word): Cue[] => {
          const pattern = toPattern(word)
          if (pattern === null) losses.push({ key: `${frame}.${facet}`, word })
          return pattern === null ? [] : [{ pattern, reliability }]
        }),
      })),
      exclusions: [],
    })),
  })
  return { codebook, losses }
}

function toPattern(word: string): string | null {
  const parts = word
    .trim()
    .replaceAll('’', "'")
    .split(/[\s_-]+/)
  for (const part of parts) {
    if (!SPELLED.test(part) || (part.endsWith('*') && part.length <= LEAST_PREFIX)) return null
  }
  return parts.map((part) => (part.endsWith('*') ? part.toLowerCase() : `=${part.toLowerCase()}`)).join(' ')
}

const ONLY_FACET = 'all' // of a key without levels

function readNested(source: Dictionary): Map<string, Map<string, string[]>> {
  const frames = new Map<string, Map<string, string[]>>()
  for (const [key, value] of Object.entries(asDictionary(source, 'the dictionary'))) {
    const facets = new Map<string, string[]>()
    collect(value, ONLY_FACET, key, facets)
    frames.set(key, facets)
  }
  return frames
}

function collect(value: unknown, facet: string, path: string, facets: Map<string, string[]>): void {
  if (Array.isArray(value)) {
    const words = value.map((word) => {
      if (typeof word === 'string' || typeof word === 'number') return String(word)
      throw invalid(`${path} to list words`, word, 'Write nested keys as keys, not as items of a list.')
    })
    facets.set(facet, [...(facets.get(facet) ?? []), ...words])
    return
  }
  for (const [key, inner] of Object.entries(asDictionary(value, path))) {
    collect(inner, facet === ONLY_FACET ? key : `${facet}.${key}`, `${path}.${key}`, facets)
  }
}

function asDictionary(value: unknown, path: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw invalid(`${path} to be an object of word lists`, value, 'Read the YAML file first.')
}

/** Two lines of `%` frame the categories (number, tab, name); then each word with the numbers of its categories. */
function readLiwc(source: string): Map<string, Map<string, string[]>> {
  const lines = source.split(/\r?\n|\r/)
  const open = lines.findIndex((line) => line.trim() === '%')
  const close = lines.findIndex((line, i) => i > open && line.trim() === '%')
  if (open < 0 || close < 0) {
    throw invalid('a LIWC dictionary with two lines of %', source, 'Put the categories between them: number, tab, name.')
  }
  const names = new Map<string, string>()
  for (const line of lines.slice(open + 1, close)) {
    const [number, name] = line.trim().split(/\s+/)
    if (number && name) names.set(number, name)
  }
  const frames = new Map([...names.values()].map((name) => [name, new Map<string, string[]>([[ONLY_FACET, []]])]))
  for (const line of lines.slice(close + 1)) {
    if (line.trim() === '') continue
    const fields = line.trim().split('\t')
    const [word, ...numbers] = fields.length > 1 ? fields : line.trim().split(/\s+/)
    for (const number of numbers.flatMap((field) => field.trim().split(/\s+/))) {
      const name = names.get(number)
      if (name === undefined)
        throw invalid(`the category of ${describeValue(word)} to be declared`, number, 'Add it between the lines of %.')
      frames
        .get(name)
        ?.get(ONLY_FACET)
        ?.push(word as string)
    }
  }
  return frames
}

/**
 * Writes a codebook as a dictionary: the object of a quanteda YAML file, and the text of a LIWC file.
 *
 * Every cue becomes the forms it matches. Reliabilities, tones and exclusions have no place there; patterns with gaps, nearness,
 * words that may not follow or parts of speech are told as losses.
 *
 * @throws {FramingError} `invalid-codebook`.
 * @example
 * exportDictionary(importDictionary({ water: ['river', 'dam*'] }, { id: 'water', version: '1.0.0' }).codebook).quanteda
 * //=> { water: { all: ['river', 'dam*'] } }
 */
export function exportDictionary(codebook: Codebook): {
  readonly quanteda: Dictionary
  readonly liwc: string
  readonly losses: readonly DictionaryLoss[]
} {
  const { frames } = defineCodebook(codebook)
  const losses: DictionaryLoss[] = []
  const categories = new Map<string, number[]>() // of each word, by number
  const quanteda = frames.map(({ id, facets }, f): [string, Dictionary] => [
    id,
    Object.fromEntries(
      facets.map((facet): [string, string[]] => {
        const words = facet.cues.flatMap(({ pattern }) => {
          const forms = listForms(pattern)
          if (forms === null) losses.push({ key: `${id}.${facet.id}`, word: pattern })
          return forms ?? []
        })
        for (const word of words) {
          const numbers = categories.get(word) ?? []
          if (!numbers.includes(f + 1)) categories.set(word, [...numbers, f + 1])
        }
        return [facet.id, [...new Set(words)]]
      }),
    ),
  ])
  const head = frames.map(({ id }, f) => `${f + 1}\t${id}`)
  const body = [...categories].map(([word, numbers]) => [word, ...numbers].join('\t'))
  return { quanteda: Object.fromEntries(quanteda), liwc: `${['%', ...head, '%', ...body].join('\n')}\n`, losses }
}

function listForms(pattern: string): string[] | null {
  const forms: string[] = []
  for (const steps of parsePattern(pattern)) {
    let found = ['']
    for (const step of steps) {
      if (step.kind !== 'word') return null
      const words = step.words.map(formsOf)
      if (words.includes(null)) return null
      const longer = found.flatMap((before) =>
        words.flatMap((each) => (each as string[]).map((form) => `${before} ${form}`.trim())),
      )
      found = step.optional ? [...found, ...longer] : longer
      if (found.length > MOST_FORMS) return null
    }
    forms.push(...found)
  }
  return forms
}

function formsOf({ kind, word, pos }: PatternWord): string[] | null {
  if (pos !== null || kind === 'any') return null
  if (kind === 'form') return inflect(word)
  return [kind === 'prefix' ? `${word}*` : word]
}

function invalid(expected: string, got: unknown, remedy: string): FramingError {
  return new FramingError('invalid-codebook', `Expected ${expected}, got ${describeValue(got)}. ${remedy}`)
}
