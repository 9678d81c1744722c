/**
 * Small whole numbers as printable characters, one each: half the size of base64 bytes for numbers of this range, and read without
 * any function of a platform.
 */
export const LARGEST_DIGIT = 45 // numbers from -45 to +45
const ZERO = 80 // the character of 0; the range is `#` to `}`
const BASE = 2 * LARGEST_DIGIT + 1
const ZERO_OF_NUMBERS = ZERO - LARGEST_DIGIT

export function encodeDigit(value: number): string {
  return String.fromCharCode(ZERO + Math.max(-LARGEST_DIGIT, Math.min(LARGEST_DIGIT, Math.round(value))))
}

/** Reads characters as numbers, each times `scale`. */
export function decodeDigits(text: string, scale: number): Float32Array {
  const values = new Float32Array(text.length)
  for (let i = 0; i < text.length; i++) values[i] = (text.charCodeAt(i) - ZERO) * scale
  return values
}

/** Characters of a number below 753,571. */
export const NUMBER_LENGTH = 3

export function encodeNumber(value: number): string {
  return [Math.floor(value / BASE ** 2), Math.floor(value / BASE) % BASE, value % BASE]
    .map((digit) => String.fromCharCode(ZERO_OF_NUMBERS + digit))
    .join('')
}

export function decodeNumber(text: string, at: number): number {
  const digit = (k: number): number => text.charCodeAt(at + k) - ZERO_OF_NUMBERS
  return (digit(0) * BASE + digit(1)) * BASE + digit(2)
}
