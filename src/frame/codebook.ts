import { describeValue, FramingError } from '../error.js'
import { parsePattern } from '../match/index.js'
import { hashText } from '../text/hash.js'
import type { CodebookReference } from '../types.js'
import { checkKeys } from './check-keys.js'
import { checkTable } from './check-table.js'
import type { WordTable } from './word-table.js'

/** A pattern of words that signals a frame. */
export interface Cue {
  /** See `parsePattern` for the small language. */
  readonly pattern: string
  /** The share of units with this cue that a coder gives the frame, in (0, 1). */
  readonly reliability: number
  /** What the cue itself says of tone, in [-1, 1]; left out where it says nothing. */
  readonly tone?: number
  /** Why it is there, where that is not obvious. */
  readonly note?: string
}

/** A sub-topic of a frame. */
export interface Facet {
  readonly id: string
  readonly cues: readonly Cue[]
}

/** A topic perspective with the cues that signal it. */
export interface Frame {
  readonly id: string
  /** What a coder reads before coding. */
  readonly definition: string
  readonly facets: readonly Facet[]
  /** Patterns that void every cue lying wholly inside them: `social security`. */
  readonly exclusions: readonly string[]
  /** False where no coded text could teach a fit this frame, so that it is never present: say so when you report the others. */
  readonly learnable?: boolean
}

/**
 * A topic that shares words with the frames and is none of them: sport has sanctions, a phone plan a tariff. It is fitted beside the
 * frames and never shown.
 */
export interface ContrastTopic {
  readonly id: string
  readonly definition: string
  /** Where its words are from. */
  readonly source: string
  /** Patterns that tell it. */
  readonly cues: readonly string[]
  /** Patterns of words that mean something else in it: where the topic rules a unit, cues with such a word are void. */
  readonly senses: readonly string[]
}

/** Frames with their cues, as data. */
export interface Codebook {
  readonly id: string
  /** Semantic version; a change that moves a score is at least a minor one. */
  readonly version: string
  /** Salience from which a frame counts as present, in (0, 1). */
  readonly threshold: number
  readonly frames: readonly Frame[]
  /** Topics to tell the frames from; at most 31. Left out where there are none. */
  readonly contrasts?: readonly ContrastTopic[]
  /** Patterns of public affairs that hold words in the sense of the frames against the contrast topics: `ministry`. */
  readonly anchors?: readonly string[]
  /** What was learned from coded paragraphs; left out where salience is the noisy-or of the cues. */
  readonly table?: WordTable
}

/** Salience from which a coder would rather code the frame than not. */
export const DEFAULT_THRESHOLD = 0.5

/**
 * Checks a codebook and freezes it.
 *
 * @param definition - a codebook; `threshold` may be left out (0.5), and a `$schema`, which a file may have for its editor, is dropped
 * @throws {FramingError} `invalid-codebook`, naming the entry and the remedy.
 * @example
 * const codebook = defineCodebook({
 *   id: 'water',
 *   version: '1.0.0',
 *   frames: [{ id: 'water', definition: 'Rivers and dams.', facets: [{ id: 'dams', cues: [{ pattern: 'dam', reliability: 0.8 }] }], exclusions: [] }],
 * })
 * codebook.threshold //=> 0.5
 */
export function defineCodebook(definition: Omit<Codebook, 'threshold'> & { readonly threshold?: number }): Codebook {
  const codebook = copyCodebook(definition)
  checkDistinct(
    codebook.frames.map(({ id }) => id),
    'frames',
  )
  return deepFreeze(codebook)
}

const CODEBOOK_KEYS = ['id', 'version', 'threshold', 'frames', 'contrasts', 'anchors', 'table', '$schema']
const MOST_CONTRASTS = 31 // bits of a number
const FRAME_KEYS = ['id', 'definition', 'facets', 'exclusions', 'learnable']
const CONTRAST_KEYS = ['id', 'definition', 'source', 'cues', 'senses']
const FACET_KEYS = ['id', 'cues']
const CUE_KEYS = ['pattern', 'reliability', 'tone', 'note']

function copyCodebook(value: unknown): Codebook {
  const {
    $schema,
    id,
    version,
    threshold = DEFAULT_THRESHOLD,
    frames,
    contrasts,
    anchors,
    table,
  } = record(value, 'the codebook', CODEBOOK_KEYS)
  if ($schema !== undefined && typeof $schema !== 'string') throw invalid('$schema to be a string', $schema, 'Leave it out.')
  if (typeof threshold !== 'number' || !(threshold > 0 && threshold < 1)) {
    throw invalid('threshold to be a number in (0, 1)', threshold, 'Leave it out for 0.5.')
  }
  return {
    id: name(id, 'id'),
    version: name(version, 'version'),
    threshold,
    frames: list(frames, 'frames').map((frame, f) => copyFrame(frame, `frames[${f}]`)),
    ...(contrasts !== undefined && { contrasts: copyContrasts(contrasts) }),
    ...(anchors !== undefined && {
      anchors: list(anchors, 'anchors').map((pattern, i) => checkPattern(pattern, `anchors[${i}]`)),
    }),
    // A table that is not frozen yet is the caller's to write to, so it is copied like the rest.
    ...(table !== undefined && { table: Object.isFrozen(table) ? checkTable(table) : structuredClone(checkTable(table)) }),
  }
}

function copyFrame(value: unknown, path: string): Frame {
  const { id, definition, facets, exclusions = [], learnable } = record(value, path, FRAME_KEYS)
  if (learnable !== undefined && typeof learnable !== 'boolean')
    throw invalid(`${path}.learnable to be true or false`, learnable, 'Leave it out for true.')
  const frame = {
    id: name(id, `${path}.id`),
    definition: name(definition, `${path}.definition`),
    facets: list(facets, `${path}.facets`).map((facet, i) => copyFacet(facet, `${path}.facets[${i}]`)),
    exclusions: list(exclusions, `${path}.exclusions`).map((pattern, i) => checkPattern(pattern, `${path}.exclusions[${i}]`)),
    ...(learnable !== undefined && { learnable }),
  }
  checkDistinct(
    frame.facets.map((facet) => facet.id),
    `${path}.facets`,
  )
  return frame
}

function copyContrasts(value: unknown): ContrastTopic[] {
  const topics = list(value, 'contrasts')
  if (topics.length > MOST_CONTRASTS)
    throw invalid(`contrasts to hold at most ${MOST_CONTRASTS} topics`, topics.length, 'Join topics that share their words.')
  const copies = topics.map((topic, t): ContrastTopic => {
    const path = `contrasts[${t}]`
    const { id, definition, source, cues, senses } = record(topic, path, CONTRAST_KEYS)
    const patterns = (given: unknown, key: string): string[] =>
      list(given, `${path}.${key}`).map((pattern, i) => checkPattern(pattern, `${path}.${key}[${i}]`))
    return {
      id: name(id, `${path}.id`),
      definition: name(definition, `${path}.definition`),
      source: name(source, `${path}.source`),
      cues: patterns(cues, 'cues'),
      senses: patterns(senses, 'senses'),
    }
  })
  checkDistinct(
    copies.map(({ id }) => id),
    'contrasts',
  )
  return copies
}

function copyFacet(value: unknown, path: string): Facet {
  const { id, cues } = record(value, path, FACET_KEYS)
  return { id: name(id, `${path}.id`), cues: list(cues, `${path}.cues`).map((cue, i) => copyCue(cue, `${path}.cues[${i}]`)) }
}

function copyCue(value: unknown, path: string): Cue {
  const { pattern, reliability, tone, note } = record(value, path, CUE_KEYS)
  if (typeof reliability !== 'number' || !(reliability > 0 && reliability < 1)) {
    throw invalid(
      `${path}.reliability to be a number in (0, 1)`,
      reliability,
      'Give the share of paragraphs with this cue that have the frame.',
    )
  }
  if (tone !== undefined && !(typeof tone === 'number' && tone >= -1 && tone <= 1)) {
    throw invalid(`${path}.tone to be a number in [-1, 1]`, tone, 'Leave it out where the cue says nothing of tone.')
  }
  if (note !== undefined && typeof note !== 'string')
    throw invalid(`${path}.note to be a string`, note, 'Leave it out or write a sentence.')
  return {
    pattern: checkPattern(pattern, `${path}.pattern`),
    reliability,
    ...(tone !== undefined && { tone }),
    ...(note !== undefined && { note }),
  }
}

function checkPattern(pattern: unknown, path: string): string {
  parsePattern(name(pattern, path), path)
  return pattern as string
}

function checkDistinct(ids: readonly string[], path: string): void {
  const seen = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) throw invalid(`the ids in ${path} to be distinct`, id, 'Rename or merge the entries of that id.')
    seen.add(id)
  }
}

function record(value: unknown, path: string, keys?: readonly string[]): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    if (keys) checkKeys(value as Record<string, unknown>, keys, path)
    return value as Record<string, unknown>
  }
  throw invalid(`${path} to be an object`, value, 'See the README for the shape of a codebook.')
}

function list(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw invalid(`${path} to be an array`, value, 'Write [] where there are none.')
}

function name(value: unknown, path: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value
  throw invalid(`${path} to be a string that is not empty`, value, 'Write it out.')
}

function invalid(expected: string, got: unknown, remedy: string): FramingError {
  return new FramingError('invalid-codebook', `Expected ${expected}, got ${describeValue(got)}. ${remedy}`)
}

/** Freezes a codebook that is known to be right: those that come with this library are checked by their tests, not at each start. */
export function freezeCodebook(codebook: Codebook): Codebook {
  return deepFreeze(codebook)
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const each of Object.values(value)) deepFreeze(each)
  }
  return value
}

/** Names a codebook by id, version and the hash of its content: the same content gives the same hash everywhere. */
export function reference(codebook: Codebook): CodebookReference {
  const content = [
    codebook.threshold,
    codebook.table ?? null,
    ...codebook.frames.flatMap(({ id, facets, exclusions }) => [
      id,
      ...facets.flatMap((facet) => [
        facet.id,
        ...facet.cues.flatMap(({ pattern, reliability, tone }) => [pattern, reliability, tone ?? null]),
      ]),
      ...exclusions,
    ]),
    ...(codebook.contrasts ?? []).flatMap(({ id, cues, senses }) => [id, ...cues, ...senses]),
    ...(codebook.anchors ?? []),
  ]
  return { id: codebook.id, version: codebook.version, hash: hashText(JSON.stringify(content)) }
}
