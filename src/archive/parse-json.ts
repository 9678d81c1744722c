import { parse } from 'lossless-json'

/**
 * Parses JSON; a whole number that a JavaScript number cannot hold stays the string of its digits, so that ids keep them.
 *
 * @throws {SyntaxError}
 */
export function parseJson(text: string): unknown {
  // The fast parser first: what is no JSON is told by it alone.
  const value: unknown = JSON.parse(text)
  if (!LONG_NUMBER.test(text)) return value
  return parse(text, null, { parseNumber: readNumber, onDuplicateKey: ({ newValue }) => newValue })
}

const LONG_NUMBER = /\d{16}/

function readNumber(digits: string): number | string {
  const value = Number(digits)
  return /^-?\d+$/.test(digits) && !Number.isSafeInteger(value) ? digits : value
}
