import { describeValue, FramingError } from '../error.js'
import type { Coding, CodingValue } from './coding.js'

/** Words that coders write for a frame that is there or not; how they are written in, in lower case. */
const PRESENCE: ReadonlyMap<string, 0 | 1> = new Map([
  ['present', 1],
  ['yes', 1],
  ['true', 1],
  ['1', 1],
  ['absent', 0],
  ['below_threshold', 0],
  ['no', 0],
  ['false', 0],
  ['0', 0],
])

/** Whether a coder left the value out: null, undefined, not a number, or nothing but blanks. */
export function isMissing(value: unknown): value is null | undefined {
  return value === null || value === undefined || (typeof value === 'string' ? value.trim() === '' : Number.isNaN(value))
}

/** The name of a category: numbers and their spelling are one (`1`, `"1"`), and so are `true` and 1. */
export function categoryOf(value: Exclude<CodingValue, null>): string {
  return typeof value === 'boolean' ? String(Number(value)) : String(value).trim()
}

/** 1 where a value says that something is there, 0 where it says that it is not; null where it says neither. */
export function presenceOf(value: CodingValue): 0 | 1 | null {
  if (typeof value === 'number') return value === 1 ? 1 : value === 0 ? 0 : null
  return PRESENCE.get(String(value).trim().toLowerCase()) ?? null
}

/**
 * The number that a value is or spells.
 *
 * @throws {FramingError} `invalid-coding` where it is none.
 */
export function numberOf(value: CodingValue, { unit, coder, variable }: Coding): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof number === 'boolean') return Number(number)
  if (typeof number === 'number' && Number.isFinite(number)) return number
  throw new FramingError(
    'invalid-coding',
    `Expected ${variable} of ${unit} by ${coder} to be a number, got ${describeValue(value)}. Correct it, or take the level nominal.`,
  )
}

/**
 * Checks the shape of codings that anybody may have made.
 *
 * @throws {FramingError} `invalid-argument` where they are no list, `invalid-coding` with the place of the first that has no shape.
 */
export function checkCodings(codings: readonly Coding[], name: string): void {
  if (!Array.isArray(codings)) {
    throw new FramingError(
      'invalid-argument',
      `Expected ${name} to be a list of codings, got ${describeValue(codings)}. See codingsFromTable.`,
    )
  }
  for (let i = 0; i < codings.length; i++) {
    const coding = codings[i] as Coding | null | undefined
    if (typeof coding?.unit === 'string' && typeof coding.variable === 'string') continue
    throw new FramingError(
      'invalid-coding',
      `Expected ${name}[${i}] to have a unit and a variable, got ${describeValue(coding)}. Make codings with codingsFromRows or codingsFromTable.`,
    )
  }
}
