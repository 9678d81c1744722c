import { describeValue, FramingError } from '../error.js'
import { checkKeys } from './check-keys.js'
import type { WordTable } from './word-table.js'

const KEYS = ['frames', 'entries', 'weights', 'rarity', 'unseen', 'scale', 'intercepts', 'cues', 'listing']
const LISTING_KEYS = ['most', 'least', 'together', 'present']

/**
 * Checks that a value has the shape of a word table; whether its columns are as long as they should be, `decodeTable` tells.
 *
 * @throws {FramingError} `invalid-codebook`, naming the part.
 */
export function checkTable(value: unknown): WordTable {
  const table = record(value, 'table', KEYS)
  const { frames, cues, listing } = table
  if (!isListOf(frames, 'string') || frames.some((frame) => (frame as string).trim() === ''))
    throw invalid('table.frames to be an array of names', frames)
  for (const part of ['entries', 'weights', 'rarity'])
    if (typeof table[part] !== 'string') throw invalid(`table.${part} to be a string`, table[part])
  if (!isNumber(table.unseen)) throw invalid('table.unseen to be a number', table.unseen)
  for (const part of ['scale', 'intercepts']) checkColumns(table[part], `table.${part}`, frames.length)
  for (const [cue, weights] of Object.entries(record(cues, 'table.cues'))) {
    checkColumns(weights, `table.cues[${describeValue(cue)}]`, frames.length)
  }
  if (listing !== undefined) {
    const rules = record(listing, 'table.listing', LISTING_KEYS)
    for (const part of LISTING_KEYS)
      if (!isNumber(rules[part])) throw invalid(`table.listing.${part} to be a number`, rules[part])
  }
  return table as unknown as WordTable
}

function checkColumns(value: unknown, path: string, columns: number): void {
  if (!isListOf(value, 'number') || !value.every(isNumber)) throw invalid(`${path} to be an array of numbers`, value)
  if (value.length !== columns) throw invalid(`${path} to have ${columns} numbers, one a frame of the table`, value.length)
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value)
}

function isListOf(value: unknown, type: 'string' | 'number'): value is unknown[] {
  return Array.isArray(value) && Array.from(value).every((each) => typeof each === type) // `every` alone would pass over holes
}

function record(value: unknown, path: string, keys?: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(`${path} to be an object`, value)
  if (keys) checkKeys(value as Record<string, unknown>, keys, path)
  return value as Record<string, unknown>
}

function invalid(expected: string, got: unknown): FramingError {
  return new FramingError(
    'invalid-codebook',
    `Expected ${expected}, got ${describeValue(got)}. Take the table as a fit wrote it, or leave it out.`,
  )
}
